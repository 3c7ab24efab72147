"""Calendars of what teams have still to publish, from their summaries; in Chinese, as the records are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.check.summary import TeamSummary
from generator.exports.calendar_file import DueEvent, Head, calendar_bytes
from generator.ledger.calendar import Obligation
from generator.model.corpus import Context


def due_calendar(context: Context, title: str, teams: Iterable[TeamSummary], *, remind: bool) -> bytes:
    """What teams have still to publish: overdue, due, and the next to come; with ``remind`` the latter ring before."""
    events = (_event(team, one) for team in teams for one in open_obligations(team))
    site = context.site
    return calendar_bytes(Head(title, site.publisher), site.url, context.as_of, events, remind=remind)


def open_obligations(team: TeamSummary) -> Iterator[Obligation]:
    """The reports that a team has still to publish, those of periods under way included."""
    yield from (one for one in team.calendar if one.state in ("missing", "upcoming"))
    if team.coming and all(one.period.id != team.coming.period.id for one in team.calendar):
        yield team.coming


def _event(team: TeamSummary, one: Obligation) -> DueEvent:
    overdue = one.state == "missing"
    what = f"{team.name}公布账目（{one.period.label}）"
    return DueEvent(
        key=f"due-{team.society}-{team.slug}-{one.period.id}",
        day=one.due,
        summary=f"逾期：{what}" if overdue else what,
        text=f"{one.period.start} 至 {one.period.end} 的账目，应于 {one.due} 前公布。{f'依据：{one.basis}。' if one.basis else ''}",
        href=f"teams/{team.id}/",
        overdue=overdue,
    )
