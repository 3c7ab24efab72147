"""Where a set of teams stands, for a page: sentences, who has not published, its years and parts with the same columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated

import msgspec

from generator.base.language import say
from generator.base.table import COUNT, Column, Table
from generator.ledger.rollup import Rollup
from generator.pages.parts.board import Board
from generator.pages.parts.board_words import (
    completeness_words,
    held_words,
    latest_words,
    quota_words,
    reports_words,
    teams_words,
    timeliness_words,
)
from generator.pages.parts.due import DueView, due_view
from generator.pages.parts.places import region_name

LISTED = 100
"""So many overdue reports on one page; the pages of its parts have the rest."""


class StripPart(msgspec.Struct, frozen=True, eq=False):
    """One part of a strip that shows how a number divides."""

    state: Annotated[str, "pass、gap、fail、unknown"]
    x: Annotated[int, "从第几个起"]
    width: Annotated[int, "几个"]


class Headline(msgspec.Struct, frozen=True, eq=False):
    """A sentence to quote, and how its number divides. The strip says nothing that the sentence does not."""

    words: Annotated[str, "可以引用的句子"]
    total: Annotated[int, "一共几个"] = 0
    strip: Annotated[tuple[StripPart, ...], "各占几个"] = ()


def headline(words: str, **states: int) -> Headline:
    """A sentence with the strip of its numbers, in the order given."""
    parts, x = [], 0
    for state, count in states.items():
        if count:
            parts.append(StripPart(state, x, count))
            x += count
    return Headline(words, x, tuple(parts))


class StandingView(msgspec.Struct, frozen=True, eq=False):
    """Where a set of teams stands."""

    headlines: Annotated[tuple[Headline, ...], "可以引用的句子：按时、相符、达标、结余"]
    details: Annotated[tuple[str, ...], "其余可以引用的句子"]
    years: Annotated[Table, "每年按时公布的情况"]
    units: Annotated[Table, "下一级各单位，同样的栏目"]
    overdue: Annotated[tuple[DueView, ...], "逾期没有公布的报告，最久的在前"]
    overdue_more: Annotated[int, "没有列出的还有几份"]


@dataclass(frozen=True, slots=True)
class Unit:
    """One part of a whole: what it is called, where its page is from the site's root, where it stands."""

    name: str
    folder: str
    rollup: Rollup


def standing_view(
    board: Board, place: str, rollup: Rollup, societies: Iterable[str], units: tuple[Unit, ...], most: int = LISTED
) -> StandingView:
    """The standing of one set; ``societies`` are those whose teams it holds."""
    missing = board.missing(societies)
    return StandingView(
        headlines=tuple(_headlines(board, place, rollup)),
        details=(teams_words(place, rollup), *completeness_words(place, rollup), reports_words(place, rollup.reports)),
        years=years_table(board, rollup),
        units=units_table(board, units),
        overdue=tuple(due_view(team, due, board.society_name(team.society)) for team, due in missing[:most]),
        overdue_more=max(0, len(missing) - most),
    )


def _headlines(board: Board, place: str, r: Rollup) -> Iterator[Headline]:
    met = r.year(board.closed)
    words = timeliness_words(place, r, board.closed, board.as_of)
    yield headline(words, **{"pass": met.on_time, "gap": met.late, "fail": met.missing, "unknown": met.undated})
    for words in latest_words(place, r):
        yield headline(words, **{"pass": r.reconciled, "fail": r.explained, "unknown": r.uncheckable + r.unpublished})
    for words in quota_words(place, r):
        yield headline(words, **{"pass": r.met, "fail": r.asked - r.met})
    for words in held_words(place, r, board.closed):
        yield Headline(words)


def years_table(board: Board, rollup: Rollup) -> Table:
    """Year by year, the newest first; the running year only as far as it was due."""
    columns = (
        Column("year", say("年份")), Column("due", say("应公布的队伍"), COUNT), Column("on_time", say("按时"), COUNT),
        Column("late", say("晚公布"), COUNT), Column("missing", say("没有公布齐"), COUNT),
        Column("undated", say("日期不明"), COUNT),
    )  # fmt: skip
    rows = tuple(
        (
            str(year) if year <= board.closed else say("{year}（到期的部分）", year=year),
            met.due, met.on_time, met.late, met.missing, met.undated,
        )
        for year, met in sorted(rollup.years.items(), reverse=True)
    )  # fmt: skip
    return Table("years", say("每年按时公布的情况"), columns, rows)


def units_table(board: Board, units: tuple[Unit, ...]) -> Table:
    """The parts of a whole and their sum, with the same columns at every level."""
    year = board.closed
    columns = (
        Column("address", say("网址")), Column("name", say("单位")), Column("teams", say("现有队伍"), COUNT),
        Column("due", say("{year} 年应公布", year=year), COUNT), Column("on_time", say("按时"), COUNT),
        Column("late", say("晚公布"), COUNT), Column("missing", say("没有公布齐"), COUNT),
        Column("undated", say("日期不明"), COUNT), Column("reconciled", say("账相符"), COUNT),
        Column("explained", say("账不平"), COUNT), Column("uncheckable", say("无法核对"), COUNT),
        Column("unpublished", say("没有账目"), COUNT), Column("complete", say("项目齐全"), COUNT),
        Column("asked", say("有数量要求"), COUNT), Column("met", say("达标"), COUNT),
    )  # fmt: skip
    return Table("board", say("各单位的情况"), columns, tuple(_unit_cells(unit, year) for unit in units))


def _unit_cells(unit: Unit, year: int) -> tuple[str | int, ...]:
    r, met = unit.rollup, unit.rollup.year(year)
    return (
        unit.folder, unit.name, r.living, met.due, met.on_time, met.late, met.missing, met.undated,
        r.reconciled, r.explained, r.uncheckable, r.unpublished, r.complete, r.asked, r.met,
    )  # fmt: skip


def region_units(board: Board, code: str) -> tuple[Unit, ...]:
    """The parts of a division: the divisions below it, the societies of its own, and their sum; of the site for ""."""
    parts = [*(_region_unit(board, part) for part in board.divisions[code])]
    parts += [Unit(board.context.societies[id].name, f"societies/{id}", board.own[id]) for id in board.members[code]]
    whole = Unit(say("合计"), f"regions/{code}" if code else "societies", board.regions[code])
    return (*parts, whole) if len(parts) > 1 else tuple(parts)


def _region_unit(board: Board, code: str) -> Unit:
    """A division; one that is nothing but a step to the next is passed over."""
    while not board.members[code] and len(board.divisions[code]) == 1:
        code = board.divisions[code][0]
    return Unit(region_name(code, board.context), f"regions/{code}", board.regions[code])


def society_units(board: Board, id: str) -> tuple[Unit, ...]:
    """The parts of a society: its own teams, the societies below with all that is under them, and their sum."""
    names = board.context.societies
    below = board.children[id]
    if not below:
        return ()
    own = Unit(say("本级管理"), f"societies/{id}", board.own[id])
    parts = [Unit(names[child].name, f"societies/{child}", board.below[child]) for child in below]
    return (own, *parts, Unit(say("合计"), f"societies/{id}", board.below[id]))
