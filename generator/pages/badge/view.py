"""The badge of one team: /teams/<society>/<team>/card.svg, its name, three verdicts by shape and word, the day."""

from __future__ import annotations

from typing import Annotated

import msgspec

from generator.base.language import joined, say
from generator.check.unit import Examined
from generator.pages.page import Page, View
from generator.pages.parts.verdict import verdict_views

WIDTH, EDGE, LINE, FOOT = 300, 14, 22, 20
NAME_SIZE = 15
COLOURS = {"pass": "#1a6b3c", "gap": "#7a5200", "fail": "#a3261b", "unknown": "#556070"}
"""Dark enough on white for small text, each with a shape and a word of its own."""


class LineView(msgspec.Struct, frozen=True, eq=False):
    """One line of text."""

    words: Annotated[str, "文字"]
    y: Annotated[int, "基线的高度（像素）"]
    fill: Annotated[str, "颜色"] = ""


class BadgeView(View, frozen=True, eq=False):
    """One team as a picture."""

    width: Annotated[int, "宽（像素）"]
    height: Annotated[int, "高（像素）"]
    edge: Annotated[int, "左边留白（像素）"]
    names: Annotated[tuple[LineView, ...], "队伍名称，一行或几行"]
    marks: Annotated[tuple[LineView, ...], "三项结论"]
    foot: Annotated[int, "截至日期那行的高度（像素）"]
    words: Annotated[str, "图里的话，念给看不见的人听"]


def badge_page(unit: Examined) -> Page:
    """The badge of one team."""
    folder, summary = unit.folder, unit.summary
    if summary is None:
        raise ValueError(folder.path)
    lines = wrapped(summary.name, (WIDTH - 2 * EDGE) / NAME_SIZE)
    verdicts = verdict_views(summary.verdicts)
    start = EDGE + LINE * len(lines)
    foot = start + LINE * len(verdicts) + FOOT - 2
    view = BadgeView(
        width=WIDTH,
        height=foot + EDGE - 4,
        edge=EDGE,
        names=tuple(LineView(words, EDGE + LINE * place - 5) for place, words in enumerate(lines, 1)),
        marks=tuple(
            LineView(f"{v.shape} {v.word}", start + LINE * place - 4, COLOURS[v.state])
            for place, v in enumerate(verdicts, 1)
        ),
        foot=foot,
        words=say("{team}：{verdicts}", team=summary.name, verdicts=joined(v.word for v in verdicts)),
    )
    return Page(f"teams/{folder.id}/card.svg", "badge/page.html", summary.name, view)


def wrapped(text: str, ems: float) -> list[str]:
    """A text in lines of so many ems; a Chinese character is one wide, a bold letter less."""
    lines, used = [""], 0.0
    for character in text:
        wide = 1.0 if ord(character) > 0x2E80 else 0.75
        if used + wide > ems:
            lines.append("")
            used = 0.0
        lines[-1] += character
        used += wide
    return lines
