"""In and out by year, as bars, a sentence and a table."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.absence import Absent
from generator.base.language import joined, say
from generator.base.money import grouped
from generator.base.table import MONEY, Column, Table
from generator.ledger.series import Flow, Year
from generator.pages.parts.charts.bars import Bar, ChartView, bar_chart

MOST = 6
"""Years that are drawn, the newest; the table holds them all."""
NAMED = 3
"""Up to so many years the sentence tells each by itself."""


def years_chart(years: tuple[Year, ...]) -> ChartView | None:
    """The chart; None where there are fewer than two years to compare, or nothing but zeros and gaps."""
    if len(years) < 2 or not any(year.received.amount or year.spent.amount for year in years):
        return None
    bars = [bar for year in years[-MOST:] for bar in _bars(year)]
    return bar_chart("years", say("每年收入（含捐款）和支出"), tuple(_sentences(years)), bars, _table(years))


def _bars(year: Year) -> Iterator[Bar]:
    name = _year_words(year)
    yield Bar(say("{year}收入", year=name), _figure(year.received), note=_note(year.received))
    yield Bar(say("{year}支出", year=name), _figure(year.spent), second=True, note=_note(year.spent))


def _year_words(year: Year) -> str:
    """``2025 年``; a year of which days are missing says so."""
    return say("{year} 年", year=year.year) if year.whole else say("{year} 年（不满全年）", year=year.year)


def _figure(flow: Flow) -> int | Absent:
    """The sum of a year, or why there is none; a year without a report is a gap too."""
    figure = flow.figure
    return Absent("not_reported", say("没有公布报告")) if figure is None else figure


def _note(flow: Flow) -> str:
    """What is missing of a sum that some reports do not give."""
    partly = flow.absent is not None and not isinstance(flow.figure, Absent)
    return say("另有一部分{absent}", absent=say(flow.absent.label)) if partly and flow.absent else ""


def _words(flow: Flow) -> str:
    figure = _figure(flow)
    if isinstance(figure, Absent):
        return str(figure)
    words = say("{amount} 元", amount=grouped(figure))
    return say("{amount}（{note}）", amount=words, note=_note(flow)) if _note(flow) else words


def _sentences(years: tuple[Year, ...]) -> Iterator[str]:
    """Each year by itself while they are few; then the sums, the largest, and what is missing of them."""
    if len(years) <= NAMED:
        parts = [
            say("{year}收入 {received}，支出 {spent}", year=_year_words(year), received=_words(year.received),
                spent=_words(year.spent))
            for year in years
        ]  # fmt: skip
        yield say("每年收入（含捐款）和支出：{years}。", years=say("；").join(parts))
        return
    yield say(
        "{first} 至 {last} 年共 {n} 年，收入（含捐款）合计 {received} 元，支出合计 {spent} 元。",
        first=years[0].year, last=years[-1].year, n=len(years),
        received=grouped(sum(year.received.amount for year in years)),
        spent=grouped(sum(year.spent.amount for year in years)),
    )  # fmt: skip
    yield say(
        "收入最多的是 {most} 年，支出最多的是 {dearest} 年。",
        most=max(years, key=lambda year: year.received.amount).year,
        dearest=max(years, key=lambda year: year.spent.amount).year,
    )
    lacking = [say("{year} 年", year=year.year) for year in years if _lacks(year)]
    if lacking:
        yield say("{years}的数字不全，合计里没有缺的部分。", years=joined(lacking))
    if len(years) > MOST:
        yield say("图里画最近 {n} 年，表里有每一年。", n=MOST)


def _lacks(year: Year) -> bool:
    return any(flow.absent is not None or flow.figure is None for flow in (year.received, year.spent)) or not year.whole


def _table(years: tuple[Year, ...]) -> Table:
    columns = (
        Column("year", say("年份")),
        Column("received", say("收入（元）"), MONEY),
        Column("spent", say("支出（元）"), MONEY),
    )
    rows = tuple((_year_words(year), _figure(year.received), _figure(year.spent)) for year in years)
    return Table("years", say("每年收入（含捐款）和支出"), columns, rows)
