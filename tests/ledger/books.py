"""Records made by hand for the ledger's tests: only what a ledger looks at, without files."""

from datetime import date
from typing import Any

from generator.base.absence import NOT_REPORTED
from generator.base.dates import parse_period
from generator.base.findings import Place
from generator.ledger.entries import lots_given, sums_given
from generator.ledger.funds import Funds, FundsKeeper
from generator.ledger.goods import Goods, GoodsKeeper
from generator.ledger.team import TeamLedger, _sums
from generator.load.defaults import DEFAULT_DEADLINES
from generator.model.cash import Donation, Income, Spending, Transfer
from generator.model.corpus import Context, FiledReport, TeamFolder
from generator.model.fields import Source
from generator.model.goods import GoodsIn, GoodsOut, Item, Stock
from generator.model.governance import Status
from generator.model.parties import Donor
from generator.model.report import Report
from generator.model.team import Team
from generator.model.vocabulary import Allocation, DonorKind, IncomeCategory, SpendingCategory, TeamStatus


class Nowhere(Source):
    """Stands in for the place in a file."""

    def place(self, *path: str | int) -> Place:
        """The path itself, for a file."""
        return Place(".".join(map(str, path)))


AT = Nowhere()
DONOR = Donor(AT, DonorKind.ANONYMOUS)


def day(text: str) -> Any:
    """A day of 2025 from ``03-01``, or any from ``2026-03-01``; empty is no date."""
    if not text:
        return NOT_REPORTED
    return date.fromisoformat(text if len(text) > 5 else f"2025-{text}")


def gift(id: str, on: str, amount: int, purpose: str = "general") -> Donation:
    """A donation of money, in fen."""
    return Donation(AT, id, DONOR, day(on), amount=amount, purpose=purpose)


def lot(id: str, on: str, item: str, quantity: int, unit: str = "件", **more: Any) -> Donation:
    """A donation of goods, in whole units."""
    return Donation(AT, id, DONOR, day(on), items=(Item(AT, item, unit, quantity * 1000, **more),))


def earn(id: str, on: str, amount: int, purpose: str = "general", **more: Any) -> Income:
    """Income."""
    return Income(AT, id, IncomeCategory.MEMBERSHIP, amount, day(on), purpose=purpose, **more)


def spend(id: str, on: str, amount: int, purpose: str = "general", **funded: int) -> Spending:
    """Spending; ``D1=5`` is ``funded_by``; ``y2025_D1`` names a row of the report 2025."""
    named = {key.removeprefix("y").replace("_", "#"): value for key, value in funded.items()}
    return Spending(AT, id, SpendingCategory.PROGRAM, amount, day(on), purpose=purpose, funded_by=named)


def move(id: str, on: str, amount: int, start: str, end: str) -> Transfer:
    """Money moved between purposes."""
    return Transfer(AT, id, day(on), start, end, amount)


def buy(id: str, on: str, item: str, quantity: int, unit: str = "件") -> GoodsIn:
    """Goods bought."""
    return GoodsIn(AT, id, item, unit, quantity * 1000, day(on))


def issue(id: str, on: str, item: str, quantity: int, unit: str = "件", source: str = "") -> GoodsOut:
    """Goods issued."""
    return GoodsOut(AT, id, item, unit, quantity * 1000, day(on), from_=source or NOT_REPORTED)


def stock(item: str, quantity: int, unit: str = "件") -> Stock:
    """A counted quantity."""
    return Stock(AT, item, unit, quantity * 1000)


def report(period: str, *rows: Any, published: str = "", **keys: Any) -> FiledReport:
    """A report of rows in any order; each goes to its list."""
    lists: dict[str, list[Any]] = {}
    names = {
        Donation: "donations",
        Income: "income",
        Spending: "spending",
        Transfer: "transfers",
        GoodsIn: "goods_in",
        GoodsOut: "goods_out",
    }
    for row in rows:
        lists.setdefault(names[type(row)], []).append(row)
    filled = {key: tuple(values) for key, values in lists.items()}
    found = parse_period(period)
    assert found is not None
    return FiledReport(found, f"{period}.yaml", Report(AT, day(published), **(filled | keys)))


def folder(*reports: FiledReport) -> TeamFolder:
    """A team's folder."""
    return TeamFolder("990101", "shili", "teams/990101/shili", None, reports, frozenset(), (), True)


def funds(*reports: FiledReport, allocation: Allocation = Allocation.FIFO) -> Funds:
    """The money of a chain of reports."""
    keeper = FundsKeeper(allocation, sums_given(folder(*reports)))
    for filed in reports:
        keeper.keep(filed)
    return keeper.funds


def goods(*reports: FiledReport) -> Goods:
    """The goods of a chain of reports."""
    keeper = GoodsKeeper(lots_given(folder(*reports)))
    for filed in reports:
        keeper.keep(filed)
    return keeper.goods


def ledger(*reports: FiledReport, allocation: Allocation = Allocation.FIFO) -> TeamLedger:
    """Money and goods of a chain of reports; nothing of calendar and completeness."""
    money = funds(*reports, allocation=allocation)
    return TeamLedger(money, goods(*reports), {filed.period.id: _sums(filed, money) for filed in reports}, (), (), {})


def team(founded: str = "2025-01-01", status: str = "active", since: str = "2025-01-01", **keys: Any) -> Team:
    """A team of which only founding and status matter."""
    nothing: Any = None
    required = ("leader", "fields", "area", "contact", "people", "governance", "platform", "registration", "custody")
    state = Status(AT, TeamStatus(status), day(since))
    return Team(AT, "示例队", state, day(founded), **dict.fromkeys(required, nothing) | keys)


def context(as_of: str, *deadlines: Any) -> Context:
    """What all teams share, as of a day."""
    site: Any = None
    return Context(site, deadlines or DEFAULT_DEADLINES, {}, (), day(as_of))
