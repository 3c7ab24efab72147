"""One rule: what it says, on what ground, why, how to mend it, and its examples, which are its tests."""

from __future__ import annotations

from typing import Annotated

from generator.base.findings import RuleInfo, Severity
from generator.base.language import say
from generator.check.examples import Example, examples_of
from generator.check.registry import ALL_RULES
from generator.pages.page import Link, Page, View


class ExampleLine(View, frozen=True, eq=False):
    """One line of an example."""

    text: Annotated[str, "一行"]
    bad: Annotated[bool, "错在这一行"]


class ExampleFileView(View, frozen=True, eq=False):
    """One file of an example."""

    path: Annotated[str, "文件"]
    lines: Annotated[tuple[ExampleLine, ...], "内容"]


class ExampleView(View, frozen=True, eq=False):
    """One example."""

    good: Annotated[bool, "正确的写法"]
    title: Annotated[str, "说明"]
    files: Annotated[tuple[ExampleFileView, ...], "文件"]


class RuleView(View, frozen=True, eq=False):
    """One rule."""

    id: Annotated[str, "编号"]
    title: Annotated[str, "名称"]
    severity: Annotated[str, "轻重"]
    blocks: Annotated[bool, "是否挡住公布"]
    explainable: Annotated[bool, "说明差额和原因以后可以公布"]
    parts: Annotated[tuple[tuple[str, str], ...], "规则、依据、为什么、怎么改；内容只有中文"]
    examples: Annotated[tuple[ExampleView, ...], "例子"]


def rule_pages() -> tuple[Page, ...]:
    """A page per rule."""
    return tuple(_rule_page(info) for info in ALL_RULES.values())


def _rule_page(info: RuleInfo) -> Page:
    view = RuleView(
        id=info.id,
        title=say(info.title),
        severity=info.severity.label,
        blocks=info.severity.blocks,
        explainable=info.severity is Severity.UNRECONCILED,
        parts=tuple((_heading(part), words) for part, words in info.parts.items()),
        examples=tuple(map(_example_view, examples_of(info.id))),
    )
    return Page(
        f"rules/{info.id}/index.html",
        "rule/page.html",
        f"{info.id} {say(info.title)}",
        view,
        summary=info.parts.get("规则", ""),
        crumbs=(Link(say("检查规则"), "rules/index.html"),),
    )


def _heading(part: str) -> str:
    """The heading of a part of a rule's explanation."""
    said = {"规则": say("规则"), "依据": say("依据"), "为什么": say("为什么"), "怎么改": say("怎么改")}
    return said.get(part, part)


def _example_view(example: Example) -> ExampleView:
    files = []
    for file in example.files:
        marked = {line for line, _ in file.marks}
        lines = tuple(ExampleLine(_visible(text), n in marked) for n, text in enumerate(file.text.splitlines(), 1))
        files.append(ExampleFileView(say("{file}（公布时）", file=file.path) if file.before else file.path, lines))
    return ExampleView(example.good, example.title, tuple(files))


def _visible(text: str) -> str:
    """A line with what cannot be seen named, so that the page itself holds no such character."""
    return "".join(c if c.isprintable() else f"〔U+{ord(c):04X}〕" for c in text)
