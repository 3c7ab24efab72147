"""The standing of any set of teams and societies, counted in one way, so that every page has the same denominators.

Counted are teams, reports and societies, which add up: the roll-up of a whole is the sum of those of its parts.
Of money only what teams still hold on one day is summed. What must not be added is not here: people (one person may
be counted twice), volunteers by origin (origins overlap), goods without a value, and income (a society's grant stands
in its own books too, and what one team gives another is income twice).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

import msgspec

from generator.base.dates import parse_period
from generator.ledger.boards import Quota
from generator.ledger.calendar import Obligation, due_day
from generator.model.site import Deadline
from generator.model.vocabulary import TeamStatus

_WORST_FIRST = ("missing", "late", "unknown", "on_time")


class Punctuality(msgspec.Struct, frozen=True):
    """How what was due was met. Due is what should have been public before the as-of day began.

    ``undated`` was published, but its record does not say when.
    """

    on_time: int = 0
    late: int = 0
    missing: int = 0
    undated: int = 0

    @property
    def due(self) -> int:
        """The denominator: everything that was due."""
        return self.on_time + self.late + self.missing + self.undated

    def __add__(self, other: Punctuality) -> Punctuality:
        return Punctuality(
            self.on_time + other.on_time,
            self.late + other.late,
            self.missing + other.missing,
            self.undated + other.undated,
        )


NONE_DUE = Punctuality()
_MET = {
    "on_time": Punctuality(on_time=1),
    "late": Punctuality(late=1),
    "missing": Punctuality(missing=1),
    "unknown": Punctuality(undated=1),
}


class Held(msgspec.Struct, frozen=True):
    """What teams had left at the end of a year: how many published it, and the sum in fen."""

    teams: int = 0
    amount: int = 0

    def __add__(self, other: Held) -> Held:
        return Held(self.teams + other.teams, self.amount + other.amount)


NONE_HELD = Held()


class Rollup(msgspec.Struct, frozen=True):
    """The standing of a set.

    Teams: ``active``, ``suspended`` and ``dissolved``; the first two together are those there now, and the denominator
    of what follows. Of these by their latest account: ``reconciled`` (opening + income − spending = closing),
    ``explained`` (a difference, published with the team's explanation), ``uncheckable`` (figures lacking or withheld),
    ``unpublished`` (no account yet); and by completeness: ``complete``, ``gaps`` (the rest are ``unpublished``).

    ``reports``: every report that was due, of dissolved teams too: what was due stays due.
    ``years``: by the year in which a report's period ends, teams that had one due, each by the worst of that year.
    ``held``: by year, the closing balances of 31 December. One day, so no yuan is counted in two hands.
    Societies: ``asked`` have a quota under 2.2, ``met`` meet all of it; teams of lower levels do not count towards it.
    """

    active: int = 0
    suspended: int = 0
    dissolved: int = 0
    reconciled: int = 0
    explained: int = 0
    uncheckable: int = 0
    unpublished: int = 0
    complete: int = 0
    gaps: int = 0
    asked: int = 0
    met: int = 0
    reports: Punctuality = NONE_DUE
    years: Mapping[int, Punctuality] = {}
    held: Mapping[int, Held] = {}

    @property
    def living(self) -> int:
        """Teams that are there now: active or suspended."""
        return self.active + self.suspended

    def year(self, number: int) -> Punctuality:
        """Teams that had a report of a year due."""
        return self.years.get(number, NONE_DUE)


_COUNTS = tuple(name for name in Rollup.__struct_fields__ if name not in ("reports", "years", "held"))


class Standing(msgspec.Struct, frozen=True, eq=False):
    """What a roll-up needs to know of one team.

    ``account`` and ``completeness`` are the states of the latest report (pass, fail, gap, unknown), empty where none was
    published; ``closings`` are the closing balances in fen of reports that end with a year.
    """

    status: TeamStatus
    calendar: tuple[Obligation, ...]
    account: str
    completeness: str
    closings: Mapping[int, int]


def roll_up(teams: Iterable[Standing], societies: Iterable[tuple[Quota, ...]], as_of: date) -> Rollup:
    """The roll-up of some teams, and of some societies by what 2.2 asks of each."""
    asked = [quotas for quotas in societies if quotas]
    own = Rollup(asked=len(asked), met=sum(all(quota.met for quota in quotas) for quotas in asked))
    return total((own, *(_of_team(team, as_of) for team in teams)))


def total(parts: Iterable[Rollup]) -> Rollup:
    """The roll-up of a whole from those of its parts."""
    counts = dict.fromkeys(_COUNTS, 0)
    reports = NONE_DUE
    years: dict[int, Punctuality] = {}
    held: dict[int, Held] = {}
    for part in parts:
        for name in _COUNTS:
            counts[name] += getattr(part, name)
        reports += part.reports
        for year, met in part.years.items():
            years[year] = years.get(year, NONE_DUE) + met
        for year, sums in part.held.items():
            held[year] = held.get(year, NONE_HELD) + sums
    return Rollup(**counts, reports=reports, years=years, held=held)


def _of_team(team: Standing, as_of: date) -> Rollup:
    due = [obligation for obligation in team.calendar if obligation.due < as_of]
    states: dict[int, list[str]] = {}
    for obligation in due:
        states.setdefault(obligation.period.end.year, []).append(obligation.state)
    living = team.status is not TeamStatus.DISSOLVED
    return Rollup(
        active=int(team.status is TeamStatus.ACTIVE),
        suspended=int(team.status is TeamStatus.SUSPENDED),
        dissolved=int(not living),
        reconciled=int(living and team.account == "pass"),
        explained=int(living and team.account == "fail"),
        uncheckable=int(living and team.account == "unknown"),
        unpublished=int(living and not team.account),
        complete=int(living and team.completeness == "pass"),
        gaps=int(living and team.completeness == "gap"),
        reports=sum((_MET[obligation.state] for obligation in due), NONE_DUE),
        years={year: _MET[min(found, key=_WORST_FIRST.index)] for year, found in states.items()},
        held={year: Held(1, amount) for year, amount in team.closings.items()},
    )


def closed_year(deadlines: tuple[Deadline, ...], as_of: date) -> int:
    """The latest year whose annual reports were all due: the one that a board speaks of."""
    for year in range(as_of.year - 1, as_of.year - 5, -1):
        period = parse_period(str(year))
        due = due_day(period, deadlines) if period else None
        if due is not None and due[0] < as_of:
            return year
    return as_of.year - 1
