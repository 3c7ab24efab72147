"""The yearly chart: in and out per year as bars of one SVG, with the same figures as a table."""

from __future__ import annotations

from typing import Annotated

import msgspec

from generator.base.money import grouped
from generator.ledger.series import Year

HEIGHT = 120


class BarView(msgspec.Struct, frozen=True, eq=False):
    """One year's two bars, in units of the drawing."""

    year: Annotated[int, "年份"]
    x: Annotated[int, "横坐标"]
    received: Annotated[int, "收入柱高"]
    spent: Annotated[int, "支出柱高"]
    received_words: Annotated[str, "收入"]
    spent_words: Annotated[str, "支出"]


class ChartView(msgspec.Struct, frozen=True, eq=False):
    """A chart of several years."""

    bars: Annotated[tuple[BarView, ...], "逐年"]
    width: Annotated[int, "宽"]
    height: Annotated[int, "高"]
    description: Annotated[str, "一句话描述"]


def chart_view(years: tuple[Year, ...]) -> ChartView | None:
    """The chart; None where there are fewer than two years to compare."""
    if len(years) < 2:
        return None
    most = max(max(year.received, year.spent) for year in years) or 1
    bars = tuple(
        BarView(
            year=year.year,
            x=index * 72,
            received=year.received * HEIGHT // most,
            spent=year.spent * HEIGHT // most,
            received_words=grouped(year.received),
            spent_words=grouped(year.spent),
        )
        for index, year in enumerate(years)
    )
    first, last = years[0], years[-1]
    description = (
        f"{first.year} 年收入 {grouped(first.received)} 元、支出 {grouped(first.spent)} 元；"
        f"{last.year} 年收入 {grouped(last.received)} 元、支出 {grouped(last.spent)} 元。"
    )
    return ChartView(bars, len(years) * 72, HEIGHT, description)
