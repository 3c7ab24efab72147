"""A bar chart as one drawing: bars lie from zero, each under its own words, so that long words fit on a phone.

All lengths are in units of the drawing, which is 320 wide: on a phone a unit is about a pixel.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated, cast

import msgspec

from generator.base.absence import Absent
from generator.base.language import joined, say
from generator.base.money import grouped
from generator.base.table import Table
from generator.pages.parts.charts.lines import broken, width_of
from generator.pages.parts.charts.scale import Scale, round_words, scale_of

WIDTH, MARGIN, LINE, THICK, GAP = 320, 2, 18, 12, 9
SPAN = WIDTH - 2 * MARGIN


@dataclass(frozen=True, slots=True)
class Bar:
    """One amount to be shown, in fen, or why there is none.

    ``second``: of the second series, drawn hollow. ``note``: said beside the amount.
    """

    label: str
    amount: int | Absent
    second: bool = False
    note: str = ""


class WordsView(msgspec.Struct, frozen=True, eq=False):
    """One line of words in the drawing."""

    text: Annotated[str, "文字"]
    y: Annotated[int, "纵坐标"]
    end: Annotated[bool, "靠右：金额，或未填报等"]


class BarView(msgspec.Struct, frozen=True, eq=False):
    """One bar with its words."""

    words: Annotated[tuple[WordsView, ...], "名称和金额，分行"]
    absent: Annotated[bool, "没有数字，画成空档"]
    style: Annotated[str, "样式：第二组、负数"]
    x: Annotated[str, "左端"]
    y: Annotated[int, "上端"]
    length: Annotated[str, "长"]


class TickView(msgspec.Struct, frozen=True, eq=False):
    """One tick of the axis."""

    x: Annotated[str, "横坐标"]
    anchor: Annotated[str, "文字怎样对齐"]
    words: Annotated[str, "金额；写不下时为空"]


class ChartView(msgspec.Struct, frozen=True, eq=False):
    """A bar chart with its caption and the same figures as a table."""

    id: Annotated[str, "页面上唯一的代号"]
    title: Annotated[str, "题目"]
    sentences: Annotated[tuple[str, ...], "由数字写成的说明"]
    description: Annotated[str, "给读屏软件的描述"]
    width: Annotated[int, "宽"]
    height: Annotated[int, "高"]
    zero: Annotated[str, "零的横坐标"]
    bars: Annotated[tuple[BarView, ...], "横条"]
    floor: Annotated[int, "横轴的纵坐标"]
    ticks: Annotated[tuple[TickView, ...], "刻度"]
    table: Annotated[Table, "同样的数字"]


def bar_chart(id: str, title: str, sentences: tuple[str, ...], bars: Iterable[Bar], table: Table) -> ChartView:
    """The drawing of some bars."""
    shown = tuple(bars)
    scale = scale_of(bar.amount for bar in shown if not isinstance(bar.amount, Absent))
    views, top = [], 0
    for bar in shown:
        views.append(_bar(bar, scale, top))
        top = views[-1].y + THICK + GAP
    return ChartView(
        id=id,
        title=title,
        sentences=sentences,
        description=" ".join(_description(shown)),
        width=WIDTH,
        height=top + LINE + 4,
        zero=_x(scale, 0),
        bars=tuple(views),
        floor=top,
        ticks=_ticks(scale),
        table=table,
    )


def _bar(bar: Bar, scale: Scale, top: int) -> BarView:
    figure = 0 if isinstance(bar.amount, Absent) else bar.amount
    left, right = sorted((0, figure))
    words = tuple(_words(bar, top + LINE - 4))
    return BarView(
        words=words,
        absent=isinstance(bar.amount, Absent),
        style=" ".join(name for name, applies in (("second", bar.second), ("minus", figure < 0)) if applies),
        x=_x(scale, left),
        y=words[-1].y + 5,
        length=_number(scale.place(right, SPAN) - scale.place(left, SPAN)),
    )


def _words(bar: Bar, y: int) -> Iterator[WordsView]:
    """The label on the left, the amount on the right: on the label's last line if there is room."""
    labels, amounts = broken(bar.label, WIDTH), broken(_amount_words(bar), WIDTH)
    for index, text in enumerate(labels):
        yield WordsView(text, y + LINE * index, end=False)
    together = len(amounts) == 1 and width_of(labels[-1]) + width_of(amounts[0]) + LINE <= WIDTH
    first = len(labels) - together
    for index, text in enumerate(amounts):
        yield WordsView(text, y + LINE * (first + index), end=True)


def _amount_words(bar: Bar) -> str:
    words = str(bar.amount) if isinstance(bar.amount, Absent) else say("{amount} 元", amount=grouped(bar.amount))
    return say("{amount}（{note}）", amount=words, note=bar.note) if bar.note else words


def _description(bars: tuple[Bar, ...]) -> Iterator[str]:
    """What a reader who does not see the drawing should know besides the caption and the table."""
    given = [bar for bar in bars if not isinstance(bar.amount, Absent)]
    absent = [bar.label for bar in bars if isinstance(bar.amount, Absent)]
    yield say("横条图，从零画起，共 {n} 条。", n=len(bars))
    if given:
        longest = max(given, key=lambda bar: abs(cast("int", bar.amount)))
        yield say("最长的是“{label}”，{amount}。", label=longest.label, amount=_amount_words(longest))
    if absent:
        yield say("没有数字的是：{labels}。", labels=joined(absent))


def _ticks(scale: Scale) -> tuple[TickView, ...]:
    """Words at zero, then at the largest amounts, then wherever there is room; the ends are aligned inwards."""
    anchors = {scale.ticks[0]: "start", scale.ticks[-1]: "end"} if len(scale.ticks) > 1 else {0: "start"}
    told: dict[int, tuple[float, float]] = {}
    for amount in sorted(scale.ticks, key=lambda tick: (tick != 0, -abs(tick))):
        place, wide = MARGIN + scale.place(amount, SPAN), width_of(round_words(amount))
        left = place - wide * {"start": 0, "end": 1}.get(anchors.get(amount, ""), 0.5)
        if all(left + wide + MARGIN < start or end + MARGIN < left for start, end in told.values()):
            told[amount] = (left, left + wide)
    return tuple(
        TickView(_x(scale, amount), anchors.get(amount, "middle"), round_words(amount) if amount in told else "")
        for amount in scale.ticks
    )


def _x(scale: Scale, amount: int) -> str:
    return _number(MARGIN + scale.place(amount, SPAN))


def _number(length: float) -> str:
    """A length to a hundredth, without idle zeros: every byte is sent to every reader."""
    return f"{length:.2f}".rstrip("0").rstrip(".")
