"""One account of the money between a society and its teams: what it says it gave, what they say they got (5.2)."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import msgspec

from generator.base.absence import NOT_REPORTED, Absent
from generator.base.language import say
from generator.base.money import grouped
from generator.check.summary import TeamSummary
from generator.model.society import Society
from generator.pages.parts.words import amount_words


class SupportRow(msgspec.Struct, frozen=True, eq=False):
    """One team in one year."""

    team: Annotated[str, "队伍"]
    href: Annotated[str, "队伍页面，自站点根起"]
    given: Annotated[str, "红十字会填报拨付的数；没有填报时是文字"]
    received: Annotated[str, "队伍填报收到的数；没有填报时是文字"]
    state: Annotated[str, "pass 一致、fail 不一致、unknown 不能核对"]
    words: Annotated[str, "核对的结果"]


class SupportYear(msgspec.Struct, frozen=True, eq=False):
    """One year with its sums; every sum is of amounts that one side wrote, so nothing is counted twice."""

    year: Annotated[str, "年份"]
    given: Annotated[str, "红十字会填报拨付的合计"]
    received: Annotated[str, "队伍填报收到的合计"]
    growth: Annotated[str, "拨付比上年增减多少；没有上年数、这一年没有过完时为空"]
    rows: Annotated[tuple[SupportRow, ...], "各队"]


def support_years(society: Society, teams: tuple[TeamSummary, ...], as_of: date) -> tuple[SupportYear, ...]:
    """The account by year, the newest first; every year and team that either side wrote.

    A year that is not over is not compared with the one before.
    """
    entries = () if isinstance(society.support_to_teams, Absent) else society.support_to_teams
    given: dict[str, dict[str, int]] = {}
    for entry in entries:
        of_year = given.setdefault(str(entry.year), {})
        of_year[entry.slug] = of_year.get(entry.slug, 0) + entry.amount
    received: dict[str, dict[str, int]] = {}
    for team in teams:
        for year, amount in team.support.items():
            received.setdefault(year, {})[team.slug] = amount
    found = []
    for year in sorted({*given, *received}, reverse=True):
        gave, got = given.get(year, {}), received.get(year, {})
        found.append(
            SupportYear(
                year=year,
                given=grouped(sum(gave.values())) if gave else str(NOT_REPORTED),
                received=grouped(sum(got.values())) if got else str(NOT_REPORTED),
                growth=_growth(gave, given.get(str(int(year) - 1), {})) if int(year) < as_of.year else "",
                rows=tuple(_row(team, year, gave, got) for team in teams if team.slug in gave or team.slug in got),
            )
        )
    return tuple(found)


def _growth(gave: dict[str, int], before: dict[str, int]) -> str:
    if not gave or not before:
        return ""
    now, then = sum(gave.values()), sum(before.values())
    if now == then:
        return say("与上年相同")
    amount = amount_words(abs(now - then))
    if not then:
        return say("比上年增加 {amount}", amount=amount)
    tenths = (abs(now - then) * 2000 + then) // (2 * then)
    share = f"{tenths // 10}.{tenths % 10}%"
    if now > then:
        return say("比上年增加 {amount}（{share}）", amount=amount, share=share)
    return say("比上年减少 {amount}（{share}）", amount=amount, share=share)


def _row(team: TeamSummary, year: str, gave: dict[str, int], got: dict[str, int]) -> SupportRow:
    paid, received = gave.get(team.slug), got.get(team.slug)
    state, words = _compared(team, year, paid, received or 0)
    return SupportRow(
        team=team.name,
        href=f"teams/{team.id}/index.html",
        given=str(NOT_REPORTED) if paid is None else grouped(paid),
        received=_received(team, year, received),
        state=state,
        words=words,
    )


def _received(team: TeamSummary, year: str, received: int | None) -> str:
    if received is not None:
        return grouped(received)
    return grouped(0) if year in team.whole_years else str(NOT_REPORTED)


def _compared(team: TeamSummary, year: str, paid: int | None, received: int) -> tuple[str, str]:
    if paid is None:
        named = bool(team.support_named.get(year))
        return ("fail", say("本会没有填报")) if named else ("unknown", say("来源没有写明"))
    if year not in team.whole_years:
        return "unknown", say("全年的账未公布，不核对")
    if paid == received:
        return "pass", say("一致")
    return "fail", say("差 {amount}", amount=amount_words(abs(paid - received)))
