"""Where every set of teams stands: each society, each region, the whole site. Reckoned once for all pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from generator.base.dates import parse_period
from generator.check.summary import ReportSummary, TeamSummary
from generator.ledger.boards import Quota, quotas
from generator.ledger.calendar import Obligation
from generator.ledger.rollup import Rollup, Standing, closed_year, roll_up, total
from generator.model.corpus import Context
from generator.model.vocabulary import TeamStatus
from generator.pages.parts.places import places

Missing = tuple[TeamSummary, Obligation]
"""A report that was due and is not there, with its team."""


@dataclass(frozen=True, slots=True, eq=False)
class Board:
    """The teams of a site by society, and what all sets of them amount to.

    ``own``: each society's own teams and quota; ``below``: with everything under it in the order of societies;
    ``regions``: every division with everything in it. ``children`` and ``members`` are the parts of each: societies
    directly below a society, divisions directly below a division (of "" the widest), societies of a division itself
    (of "" those in none).
    """

    context: Context
    closed: int
    teams: dict[str, tuple[TeamSummary, ...]]
    quotas: dict[str, tuple[Quota, ...]]
    own: dict[str, Rollup]
    below: dict[str, Rollup]
    regions: dict[str, Rollup]
    children: dict[str, tuple[str, ...]]
    divisions: dict[str, tuple[str, ...]]
    members: dict[str, tuple[str, ...]]

    @property
    def whole(self) -> Rollup:
        """The whole site."""
        return self.regions[""]

    @property
    def as_of(self) -> date:
        """The day of which everything is said."""
        return self.context.as_of

    def society_name(self, id: str) -> str:
        """What a society is called."""
        return self.context.societies[id].name

    def inside(self, code: str) -> Iterator[str]:
        """The societies of a division and of all below it; of the whole site for ""."""
        yield from self.members[code]
        for part in self.divisions[code]:
            yield from self.inside(part)

    def missing(self, societies: Iterable[str]) -> list[Missing]:
        """Every report that societies' teams did not publish, the longest overdue first."""
        found = [(t, o) for id in societies for t in self.teams[id] for o in t.calendar if o.state == "missing"]
        return sorted(found, key=lambda entry: (-entry[1].days, entry[0].id))


def make_board(context: Context, teams: Iterable[TeamSummary]) -> Board:
    """Reckon a site. Every team is looked at once, whatever the number of societies and regions."""
    managed: dict[str, list[TeamSummary]] = {id: [] for id in context.societies}
    for team in teams:
        managed[team.society].append(team)
    asked = {
        id: quotas(society, [team.fields for team in managed[id] if team.status is TeamStatus.ACTIVE])
        for id, society in context.societies.items()
    }
    own = {id: roll_up(map(standing, own), [asked[id]], context.as_of) for id, own in managed.items()}
    where = places(context)
    children: dict[str, list[str]] = {id: [] for id in context.societies}
    members: dict[str, list[str]] = {"": []}
    divisions: dict[str, list[str]] = {"": []}
    for id in sorted(context.societies):
        if where.parents[id]:
            children[where.parents[id]].append(id)
        above = ""
        for code in where.chains[id]:
            if code not in members:
                members[code], divisions[code] = [], []
                divisions[above].append(code)
            above = code
        members[above].append(id)
    return Board(
        context=context,
        closed=closed_year(context.deadlines, context.as_of),
        teams={id: tuple(sorted(own, key=lambda team: team.name)) for id, own in managed.items()},
        quotas=asked,
        own=own,
        below=_with_parts(children, {id: [own[id]] for id in own}),
        regions=_with_parts(divisions, {code: [own[id] for id in ids] for code, ids in members.items()}),
        children=_frozen(children),
        divisions={code: tuple(sorted(parts)) for code, parts in divisions.items()},
        members=_frozen(members),
    )


def _frozen(lists: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {key: tuple(values) for key, values in lists.items()}


def _with_parts(parts: dict[str, list[str]], own: dict[str, list[Rollup]]) -> dict[str, Rollup]:
    """Each set with all of its parts. A society whose superiors go round in a circle is refused before (R13)."""
    found: dict[str, Rollup] = {}

    def reckon(key: str) -> Rollup:
        if key not in found:
            found[key] = total((*own[key], *map(reckon, parts[key])))
        return found[key]

    for key in parts:
        reckon(key)
    return found


def standing(team: TeamSummary) -> Standing:
    """What a roll-up needs to know of a team."""
    latest = team.verdicts if team.reports else ()
    return Standing(
        status=team.status,
        calendar=team.calendar,
        account=latest[0].state if latest else "",
        completeness=latest[1].state if latest else "",
        closings=dict(_closings(team.reports)),
    )


def _closings(reports: tuple[ReportSummary, ...]) -> Iterator[tuple[int, int]]:
    """The closing balances that were published for the last day of a year."""
    for report in reports:
        period = parse_period(report.period)
        if period and (period.end.month, period.end.day) == (12, 31) and report.closing is not None:
            yield period.end.year, report.closing
