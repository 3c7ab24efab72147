"""Every rule by what it protects."""

from __future__ import annotations

from typing import Annotated

from generator.base.language import say
from generator.check.registry import ALL_RULES
from generator.pages.page import Link, Page, View


class RuleGroup(View, frozen=True, eq=False):
    """Rules that protect one thing."""

    title: Annotated[str, "保护什么"]
    rules: Annotated[tuple[Link, ...], "检查"]


class RulesView(View, frozen=True, eq=False):
    """The list of rules."""

    groups: Annotated[tuple[RuleGroup, ...], "分组"]
    count: Annotated[int, "检查总数"]


def rules_page() -> Page:
    """The list of rules."""
    groups = []
    for letter, title in _groups():
        infos = [info for id, info in sorted(ALL_RULES.items()) if id.startswith(letter)]
        links = tuple(Link(f"{i.id} {say(i.title)}", f"rules/{i.id}/index.html", i.severity.label) for i in infos)
        if links:
            groups.append(RuleGroup(title, links))
    return Page("rules/index.html", "rules/page.html", say("检查规则"), RulesView(tuple(groups), len(ALL_RULES)))


def _groups() -> tuple[tuple[str, str], ...]:
    """The first letter of a rule's id, and what such rules protect."""
    return (
        ("A", say("准确：数字加得起来")),
        ("C", say("完整：该写的都写了")),
        ("T", say("及时：按时公布")),
        ("G", say("治理：通知的其他要求")),
        ("R", say("引用：编号和名称对得上")),
        ("P", say("隐私：不出现个人信息")),
        ("L", say("法律：不募捐、不收款")),
        ("F", say("格式：每一项怎样写")),
        ("Y", say("文件：怎样读记录")),
    )
