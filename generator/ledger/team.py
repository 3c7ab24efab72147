"""One team's whole ledger: money, goods, calendar, completeness; from its folder and the shared context alone."""

from __future__ import annotations

import msgspec

from generator.base.absence import Absent
from generator.base.language import Message, listed, message
from generator.ledger.calendar import Obligation, obligations
from generator.ledger.completeness import Item, report_items, team_items
from generator.ledger.entries import lots_given, rows_of, sums_given
from generator.ledger.funds import Funds, FundsKeeper
from generator.ledger.goods import Goods, GoodsKeeper
from generator.ledger.results import Balance
from generator.ledger.worth import goods_value
from generator.model.corpus import Context, FiledReport, TeamFolder
from generator.model.team import Team


class Sums(msgspec.Struct, frozen=True, eq=False):
    """The totals of one report over all purposes, in fen; None where the team's figure is absent."""

    opening: int | None
    income: int | None
    donations: int | None
    spending: int | None
    closing: int | None
    computed: int
    goods_value: int

    @property
    def received(self) -> int | None:
        """Income and donations; None where neither is given."""
        if self.income is None and self.donations is None:
            return None
        return (self.income or 0) + (self.donations or 0)


class TeamLedger(msgspec.Struct, frozen=True, eq=False):
    """Everything that a team's records amount to."""

    funds: Funds
    goods: Goods
    sums: dict[str, Sums]
    calendar: tuple[Obligation, ...]
    team_items: tuple[Item, ...]
    report_items: dict[str, tuple[Item, ...]]

    def balances(self, period: str) -> dict[str, Balance]:
        """The balances of one report by purpose."""
        return self.funds.balances[period]

    def reconcilable(self, filed: FiledReport) -> bool:
        """Whether the figures allow opening + received − spent = closing to be checked."""
        return not self.why_not(filed)

    def why_not(self, filed: FiledReport) -> Message:
        """Which figures are absent so that the report cannot be reconciled; empty where none is."""
        report = filed.report
        words = []
        if isinstance(report.opening, Absent) and not self.funds.openings_known[filed.period.id]:
            words.append(message("期初余额{absent}", absent=report.opening))
        if isinstance(report.closing, Absent):
            words.append(message("期末余额{absent}", absent=report.closing))
        if isinstance(report.donations, Absent) and report.donations.kind == "withheld":
            words.append(message("捐赠{absent}", absent=report.donations))
        if isinstance(report.income, Absent) and report.income.kind == "withheld":
            words.append(message("收入{absent}", absent=report.income))
        if isinstance(report.spending, Absent) and report.spending.kind == "withheld":
            words.append(message("支出{absent}", absent=report.spending))
        return listed(words)


def keep_ledger(folder: TeamFolder, team: Team, context: Context) -> TeamLedger:
    """The ledger of one team."""
    cash, stock = FundsKeeper(team.allocation, sums_given(folder)), GoodsKeeper(lots_given(folder))
    for filed in folder.reports:
        cash.keep(filed)
        stock.keep(filed)
    return TeamLedger(
        funds=cash.funds,
        goods=stock.goods,
        sums={filed.period.id: _sums(filed, cash.funds) for filed in folder.reports},
        calendar=obligations(folder, team, context),
        team_items=team_items(team),
        report_items={filed.period.id: report_items(filed.report, context.site) for filed in folder.reports},
    )


def _only_goods(filed: FiledReport) -> bool:
    """Whether a report tells of goods given and says nothing of money, which is not to say that there was none."""
    report = filed.report
    money = (report.opening, report.income, report.spending, report.closing)
    gifts = rows_of(report.donations)
    return bool(gifts) and all(isinstance(value, Absent) for value in (*money, *(row.amount for row in gifts)))


def _sums(filed: FiledReport, funds: Funds) -> Sums:
    report = filed.report
    balances = funds.balances[filed.period.id].values()

    def total(stated: dict[str, int] | Absent) -> int | None:
        return None if isinstance(stated, Absent) else sum(stated.values())

    return Sums(
        opening=total(report.opening),  # type: ignore[arg-type]
        income=None if isinstance(report.income, Absent) else sum(b.income for b in balances),
        donations=None
        if isinstance(report.donations, Absent) or _only_goods(filed)
        else sum(b.donations for b in balances),
        spending=None if isinstance(report.spending, Absent) else sum(b.spent for b in balances),
        closing=total(report.closing),  # type: ignore[arg-type]
        computed=sum(b.closing for b in balances),
        goods_value=goods_value(filed),
    )
