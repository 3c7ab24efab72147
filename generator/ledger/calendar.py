"""Which report was due when, and how it was met: early, late, overdue, or still to come (circular 3.3 及时)."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec

from generator.base.absence import Absent, given
from generator.base.dates import Period, add_months, month_end, parse_period
from generator.model.corpus import Context, FiledReport, TeamFolder
from generator.model.site import Deadline
from generator.model.team import Team
from generator.model.vocabulary import TeamStatus

FIRST_YEAR = 2025
"""The first year whose annual report is expected of a team that never reported (民政部令第81号, 2026-01-01)."""


FAR = 1200
"""No deadline lies further off, in months or days: a slip of the hand must not leave the calendar."""


class Obligation(msgspec.Struct, frozen=True, eq=False):
    """One report that was or is due. ``days`` is late (> 0) or early (< 0); for a missing one, overdue so far."""

    period: Period
    due: date
    state: str  # on_time, late, missing, upcoming, unknown
    published: date | None
    days: int
    basis: str

    @property
    def bad(self) -> bool:
        """Late, or due and missing."""
        return self.state in ("late", "missing")


def due_day(period: Period, deadlines: tuple[Deadline, ...]) -> tuple[date, str] | None:
    """When a report of this period is due, and on what ground; None where nothing is set."""
    for deadline in deadlines:
        if deadline.applies.value != period.kind:
            continue
        if not isinstance(deadline.since, Absent) and period.start < deadline.since:
            continue
        basis = given(deadline.basis, "")
        if not isinstance(deadline.days_after, Absent):
            return period.end + timedelta(days=min(deadline.days_after, FAR)), basis
        later = add_months(period.end, min(given(deadline.months_after, 0), FAR))
        return month_end(later.year, later.month), basis
    return None


def obligations(folder: TeamFolder, team: Team, context: Context) -> tuple[Obligation, ...]:
    """Every report of a team with its due date, the missing ones included, in order of time."""
    found = [_met(filed, due) for filed in folder.reports if (due := due_day(filed.period, context.deadlines))]
    covered = [filed.period for filed in folder.reports]
    first_day, last_day = _life(folder, team)
    for period in _expected(folder, team, context.as_of):
        if period.start > last_day or covers(covered, max(period.start, first_day), min(period.end, last_day)):
            continue
        due = due_day(period, context.deadlines)
        if due is not None and all(o.period.id != period.id for o in found):
            days = (context.as_of - due[0]).days
            state = "missing" if days > 0 else "upcoming"
            found.append(Obligation(period, due[0], state, None, max(days, 0), due[1]))
    return tuple(sorted(found, key=lambda o: (o.period.start, o.period.end)))


def _life(folder: TeamFolder, team: Team) -> tuple[date, date]:
    """Between which days reports are expected: a day of founding or dissolution that is withheld is taken from them."""
    reports = folder.reports
    first = given(team.founded, reports[0].period.start if reports else date.max)
    if team.status.value is not TeamStatus.DISSOLVED:
        return first, date.max
    return first, given(team.status.since, reports[-1].period.end if reports else date.min)


def _met(filed: FiledReport, due: tuple[date, str]) -> Obligation:
    published = filed.report.published
    if isinstance(published, Absent):
        return Obligation(filed.period, due[0], "unknown", None, 0, due[1])
    days = (published - due[0]).days
    return Obligation(filed.period, due[0], "late" if days > 0 else "on_time", published, days, due[1])


def _expected(folder: TeamFolder, team: Team, as_of: date) -> list[Period]:
    """Every past year since the first report, and the next periods in the rhythm of the last one."""
    reports = folder.reports
    founded = given(team.founded, date.max)
    first = reports[0].period.start.year if reports else max(founded.year, FIRST_YEAR)
    expected = [period for year in range(first, as_of.year) if (period := parse_period(str(year)))]
    if reports and reports[-1].period.kind in ("half", "quarter", "month"):
        following = reports[-1].period.following()
        while following is not None and following.end < as_of:
            expected.append(following)
            following = following.following()
    return expected


def covers_year(periods: list[Period], team: Team, year: int) -> bool:
    """Whether the periods leave out no day of a year, from the team's founding to its dissolution."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    start = max(first, given(team.founded, first))
    end = min(last, given(team.status.since, last)) if team.status.value is TeamStatus.DISSOLVED else last
    return start <= end and covers(periods, start, end)


def covers(periods: list[Period], start: date, end: date) -> bool:
    """Whether the periods leave no day out between two days."""
    day = start
    for period in sorted(periods, key=lambda p: p.start):
        if period.start <= day <= period.end:
            day = period.next_day
    return day > end
