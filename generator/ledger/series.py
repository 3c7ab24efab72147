"""Several years side by side: what came in and went out in each, by the day of each row, in fen."""

from __future__ import annotations

import msgspec

from generator.base.absence import NOT_REPORTED, Absent
from generator.base.dates import Period
from generator.base.language import say
from generator.ledger.calendar import covers_year
from generator.ledger.entries import DONATION, INCOME, SPENDING, cash_entries, rows_of
from generator.ledger.team import TeamLedger
from generator.model.corpus import FiledReport, TeamFolder
from generator.model.team import Team
from generator.model.vocabulary import Channel, Nature, PayeeKind, SpendingCategory


class Flow(msgspec.Struct, eq=False):
    """Money one way in one year, in fen.

    ``told``: some report of the year gives it. ``absent``: how some report does not; the sum is then only a part.
    """

    amount: int = 0
    told: bool = False
    absent: Absent | None = None

    @property
    def figure(self) -> int | Absent | None:
        """The sum, or how it is absent where no report of the year gives it; None where the year has no report."""
        return self.amount if self.told or self.amount else self.absent


class Year(msgspec.Struct, eq=False):
    """One calendar year of a team: income with donations, spending. ``whole``: its reports leave no day out."""

    year: int
    received: Flow
    spent: Flow
    whole: bool


def yearly(folder: TeamFolder, team: Team, ledger: TeamLedger) -> tuple[Year, ...]:
    """Every year from the first that a team's reports touch to the last, those between without a report too."""
    periods = [filed.period for filed in folder.reports]
    years: dict[int, Year] = {}
    for filed in folder.reports:
        report, sums = filed.report, ledger.sums[filed.period.id]
        received = ((report.income, sums.income), (report.donations, sums.donations))
        for number in range(filed.period.start.year, filed.period.end.year + 1):
            year = _year(years, number, periods, team)
            for value, total in received:
                _tell(year.received, value, total)
            _tell(year.spent, report.spending, sums.spending)
        for day, order, _, row in cash_entries(filed):
            year = _year(years, day.year, periods, team)
            if order in (INCOME, DONATION):
                year.received.amount += row.amount
            elif order == SPENDING:
                year.spent.amount += row.amount
    if not years:
        return ()
    return tuple(_year(years, number, periods, team) for number in range(min(years), max(years) + 1))


def _year(years: dict[int, Year], number: int, periods: list[Period], team: Team) -> Year:
    if number not in years:
        years[number] = Year(number, Flow(), Flow(), covers_year(periods, team, number))
    return years[number]


def _tell(flow: Flow, value: object, total: int | None) -> None:
    """What one report says of a year's flow: a sum, or how it is absent."""
    if total is None:
        flow.absent = value if isinstance(value, Absent) else NOT_REPORTED
    else:
        flow.told = True


class UseSum(msgspec.Struct, frozen=True, eq=False):
    """What one report spent on one use, in fen.

    The use is its nature, or its category where that was not said; or that members were paid back.
    """

    use: Nature | SpendingCategory | PayeeKind | None
    amount: int


def by_use(filed: FiledReport) -> tuple[UseSum, ...]:
    """The spending of a report by use, the largest first."""
    found: dict[tuple[str, str], UseSum] = {}
    for row in rows_of(filed.report.spending):
        repaid = row.to is not None and row.to.kind is PayeeKind.MEMBER
        use = PayeeKind.MEMBER if repaid else row.nature or row.category or None
        key = (type(use).__name__, str(use))
        before = found[key].amount if key in found else 0
        found[key] = UseSum(use, before + row.amount)
    return tuple(sorted(found.values(), key=lambda one: -one.amount))


def by_channel(folder: TeamFolder) -> dict[tuple[int, str], int]:
    """Income other than donations by year and channel (5.2), in fen; an unstated channel keeps its absence's word."""
    found: dict[tuple[int, str], int] = {}
    for filed in folder.reports:
        for day, order, _, row in cash_entries(filed):
            if order == INCOME:
                channel: Channel | Absent = row.channel
                key = (day.year, say("渠道{absent}", absent=channel) if isinstance(channel, Absent) else channel.label)
                found[key] = found.get(key, 0) + row.amount
    return dict(sorted(found.items()))


class ProjectMoney(msgspec.Struct, eq=False):
    """What came in and went out for one project over all reports (4.2), in fen."""

    received: int = 0
    spent: int = 0


def by_project(folder: TeamFolder) -> dict[str, ProjectMoney]:
    """The money of each project that a row names."""
    found: dict[str, ProjectMoney] = {}
    for filed in folder.reports:
        for _, order, _, row in cash_entries(filed):
            project = getattr(row, "project", "")
            if isinstance(project, Absent) or not project:
                continue
            money = found.setdefault(project, ProjectMoney())
            if order == SPENDING:
                money.spent += row.amount
            else:
                money.received += row.amount
    return found
