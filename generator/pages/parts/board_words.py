"""A roll-up in sentences that a newspaper could quote, each whole by itself, with its day and its denominator."""

from __future__ import annotations

from datetime import date

from generator.base.language import joined, say
from generator.base.money import grouped
from generator.ledger.rollup import NONE_HELD, Punctuality, Rollup


def timeliness_words(place: str, rollup: Rollup, year: int, day: date) -> str:
    """The closed year: every team that had a report due counts once."""
    met = rollup.year(year)
    if not met.due:
        return say("截至 {day}，{place}没有应公布 {year} 年账目的队伍。", day=day, place=place, year=year)
    if met.on_time == met.due:
        return say(
            "截至 {day}，{place}应公布 {year} 年账目的 {n} 支队伍全部按时公布。",
            day=day, place=place, year=year, n=met.due,
        )  # fmt: skip
    if met.missing == met.due:
        return say(
            "截至 {day}，{place}应公布 {year} 年账目的 {n} 支队伍没有一支公布齐。",
            day=day, place=place, year=year, n=met.due,
        )  # fmt: skip
    parts = [
        *([say("{n} 支按时公布", n=met.on_time)] if met.on_time else []),
        *([say("{n} 支晚公布", n=met.late)] if met.late else []),
        *([say("{n} 支没有公布齐", n=met.missing)] if met.missing else []),
        *([say("{n} 支没有写明公布日期", n=met.undated)] if met.undated else []),
    ]
    return say(
        "截至 {day}，{place}应公布 {year} 年账目的 {n} 支队伍中，{parts}。",
        day=day, place=place, year=year, n=met.due, parts=joined(parts),
    )  # fmt: skip


def latest_words(place: str, rollup: Rollup) -> tuple[str, ...]:
    """What the latest account of every team that is there now says."""
    if not rollup.living:
        return ()
    parts = [
        *([say("{n} 支账相符", n=rollup.reconciled)] if rollup.reconciled else []),
        *([say("{n} 支账不平（写明了差额和原因）", n=rollup.explained)] if rollup.explained else []),
        *([say("{n} 支无法核对", n=rollup.uncheckable)] if rollup.uncheckable else []),
        *([say("{n} 支没有公布过账目", n=rollup.unpublished)] if rollup.unpublished else []),
    ]
    words = say("{place}现有 {n} 支队伍，最近一份账目：{parts}。", place=place, n=rollup.living, parts=joined(parts))
    return (words,)


def teams_words(place: str, rollup: Rollup) -> str:
    """Who there is."""
    if not rollup.living + rollup.dissolved:
        return say("{place}没有队伍。", place=place)
    parts = [
        *([say("{n} 支正常活动", n=rollup.active)] if rollup.active else []),
        *([say("{n} 支暂停活动", n=rollup.suspended)] if rollup.suspended else []),
        *([say("{n} 支已解散", n=rollup.dissolved)] if rollup.dissolved else []),
    ]
    return say("{place}的队伍：{parts}。", place=place, parts=joined(parts))


def completeness_words(place: str, rollup: Rollup) -> tuple[str, ...]:
    """Whether the latest accounts leave anything out; of teams that have published one."""
    n = rollup.complete + rollup.gaps
    if not n:
        return ()
    if not rollup.complete:
        return (say("{place}公布过账目的 {n} 支队伍，都有缺项或不公开的项目。", place=place, n=n),)
    if not rollup.gaps:
        return (say("{place}公布过账目的 {n} 支队伍，应公开的项目都齐全。", place=place, n=n),)
    return (
        say(
            "{place}公布过账目的 {n} 支队伍中，{complete} 支应公开的项目齐全，{gaps} 支有缺项或不公开的项目。",
            place=place, n=n, complete=rollup.complete, gaps=rollup.gaps,
        ),
    )  # fmt: skip


def reports_words(place: str, met: Punctuality) -> str:
    """Every report that was ever due."""
    if not met.due:
        return say("{place}还没有到期应公布的报告。", place=place)
    if met.on_time == met.due:
        return say("{place}历年到期的 {n} 份报告全部按时公布。", place=place, n=met.due)
    parts = [
        *([say("{n} 份按时公布", n=met.on_time)] if met.on_time else []),
        *([say("{n} 份晚公布", n=met.late)] if met.late else []),
        *([say("{n} 份没有公布", n=met.missing)] if met.missing else []),
        *([say("{n} 份没有写明公布日期", n=met.undated)] if met.undated else []),
    ]
    return say("{place}历年到期的 {n} 份报告中，{parts}。", place=place, n=met.due, parts=joined(parts))


def quota_words(place: str, rollup: Rollup) -> tuple[str, ...]:
    """How many societies have the teams that 2.2 asks for."""
    if not rollup.asked:
        return ()
    if rollup.asked == 1:
        met = say("{place}达到了《通知》二（二）的队伍数量要求。", place=place)
        return (met if rollup.met else say("{place}没有达到《通知》二（二）的队伍数量要求。", place=place),)
    if rollup.met == rollup.asked:
        return (say("{place}有队伍数量要求的 {n} 个红十字会全部达标。", place=place, n=rollup.asked),)
    return (
        say(
            "{place}有队伍数量要求的 {n} 个红十字会中，{met} 个达标，{unmet} 个未达标。",
            place=place, n=rollup.asked, met=rollup.met, unmet=rollup.asked - rollup.met,
        ),
    )  # fmt: skip


def held_words(place: str, rollup: Rollup, year: int) -> tuple[str, ...]:
    """What was left at the end of the closed year, with those who are in the sum."""
    held = rollup.held.get(year, NONE_HELD)
    if not held.teams:
        return ()
    return (
        say(
            "{place}有 {n} 支队伍公布了 {year} 年末的结余，合计 {amount} 元。",
            place=place, n=held.teams, year=year, amount=grouped(held.amount),
        ),
    )  # fmt: skip
