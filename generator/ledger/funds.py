"""Money: balances per purpose on every day, and the way of every sum from gift to use.

Within a purpose everything that came in is a layer; spending takes what ``funded_by`` names, then the
oldest layers that had arrived. What is spent before it came is kept as a shortfall and covered by the
next money in, so that the remainders of all layers are always the balance. Pure: no I/O, no dates of now.
"""

from __future__ import annotations

from datetime import date

import msgspec

from generator.base.absence import Absent
from generator.ledger.entries import DONATION, INCOME, SPENDING, CashEntry, cash_entries, resolve
from generator.ledger.pile import Layer, Pile
from generator.ledger.results import Balance, Misfunding, Shortfall, Trace, Use
from generator.model.cash import Spending, Transfer
from generator.model.corpus import FiledReport
from generator.model.vocabulary import Allocation


class _Debt(msgspec.Struct, eq=False):
    use: Use
    left: int


class Funds(msgspec.Struct, eq=False):
    """The money of one team over all its reports."""

    balances: dict[str, dict[str, Balance]]
    traces: dict[tuple[str, str], Trace]
    shortfalls: list[Shortfall]
    misfundings: list[Misfunding]
    openings_known: dict[str, bool]


def _kept_back(rows: object) -> bool:
    """Whether rows are withheld, so that what follows from them cannot be known."""
    return isinstance(rows, Absent) and rows.kind == "withheld"


class FundsKeeper:
    """Keeps the books of one team, report by report."""

    def __init__(self, allocation: Allocation, coming: frozenset[tuple[str, str]] = frozenset()) -> None:
        """``coming``: every sum of every report, so that one named too early is told from one that is not there."""
        self.explicit = allocation is Allocation.EXPLICIT
        self.coming = coming
        self.coming_rows = {row for _, row in coming}
        self.funds = Funds({}, {}, [], [], {})
        self.piles: dict[str, Pile] = {}
        self.newest: dict[str, Trace] = {}
        self.debts: dict[str, list[_Debt]] = {}
        self.balances: dict[str, Balance] = {}
        self.known = False
        self.doubtful: set[str] = set()
        self.claimed: dict[int, int] = {}

    def keep(self, filed: FiledReport) -> None:
        """Enter one report."""
        entries = cash_entries(filed)
        report, here = filed.report, filed.period.id
        self._open(filed)
        if _kept_back(report.donations) or _kept_back(report.income):
            self.known = False
        if not self.known:
            self.doubtful.update(self.funds.balances)
        for entry in entries:
            order = entry[1]
            if order == SPENDING:
                self._spend(here, entry)
            elif order in (INCOME, DONATION):
                self._receive(here, entry)
            else:
                self._move(here, entry)
        if _kept_back(report.spending):
            self.known = False
        self._close(filed)

    def _balance(self, purpose: str) -> Balance:
        balance = self.balances.get(purpose)
        if balance is None:
            balance = self.balances[purpose] = Balance(purpose)
        return balance

    def _open(self, filed: FiledReport) -> None:
        """Carry the last balances on, or start from what the team states."""
        here, start = filed.period.id, filed.period.start
        carried = {purpose: balance.closing for purpose, balance in self.balances.items()}
        self.balances = {p: Balance(p, amount) for p, amount in carried.items()}
        stated = filed.report.opening
        if isinstance(stated, Absent):
            self.funds.openings_known[here] = self.known
        else:
            self.known = True
            self.funds.openings_known[here] = True
            for purpose in {**carried, **stated}:
                amount = stated.get(purpose, 0)
                balance = self._balance(purpose)
                balance.opening = balance.stated_opening = amount
                self._adjust(here, start, purpose, amount - carried.get(purpose, 0))
        self.funds.balances[here] = self.balances

    def _adjust(self, here: str, start: date, purpose: str, difference: int) -> None:
        """An opening that is not the last closing: more is a layer of its own, less is taken."""
        if difference > 0:
            row = "opening" if purpose == "general" else f"opening-{purpose}"
            self._lay(Trace(here, row, "opening", purpose, start, difference, difference, [], []))
        elif difference < 0:
            self._take(purpose, -difference, Use(here, "opening", start, 0), ())

    def _close(self, filed: FiledReport) -> None:
        stated = filed.report.closing
        if not isinstance(stated, Absent):
            for purpose in stated:
                self._balance(purpose)
            for purpose, balance in self.balances.items():
                balance.stated_closing = stated.get(purpose, 0)

    def _lay(self, trace: Trace) -> None:
        """Put a sum on its purpose's pile, after it has covered what was spent before it came."""
        if self.funds.traces.setdefault((trace.report, trace.row), trace) is trace:
            self.newest[trace.row] = trace
        self._pile(trace, trace.purpose, trace.amount)

    def _pile(self, trace: Trace, purpose: str, amount: int) -> None:
        debts = self.debts.get(purpose)
        while debts and amount:
            debt = debts[0]
            part = min(debt.left, amount)
            trace.uses.append(msgspec.structs.replace(debt.use, amount=part))
            trace.left -= part
            amount -= part
            debt.left -= part
            if not debt.left:
                debts.pop(0)
        if amount:
            self.piles.setdefault(purpose, Pile()).add(Layer(trace, amount))

    def _receive(self, here: str, entry: CashEntry) -> None:
        day, order, _, row = entry
        balance = self._balance(row.purpose)
        if order == DONATION:
            balance.donations += row.amount
        else:
            balance.income += row.amount
        kind = "donation" if order == DONATION else "income"
        self._lay(Trace(here, row.id, kind, row.purpose, day, row.amount, row.amount, [], []))

    def _spend(self, here: str, entry: CashEntry) -> None:
        day, row = entry[0], entry[3]
        self._balance(row.purpose).spent += row.amount
        use = Use(here, row.id, day, 0, row)
        named = self._take_named(here, row, use) if row.funded_by else 0
        wanted = row.amount - named
        short = self._take(row.purpose, wanted, use, ())
        if short and self.known:
            self.funds.shortfalls.append(Shortfall(here, row, row.purpose, day, wanted, wanted - short))

    def _move(self, here: str, entry: CashEntry) -> None:
        day, row = entry[0], entry[3]
        self._balance(row.from_).moved_out += row.amount
        self._balance(row.to).moved_in += row.amount
        moved: list[tuple[Trace, int]] = []
        short = self._take(row.from_, row.amount, Use(here, row.id, day, 0, row), moved)
        for trace, part in moved:
            self._pile(trace, row.to, part)
        if short:
            self._pile(Trace(here, row.id, "income", row.to, day, short, short, [], []), row.to, short)
            if self.known:
                self.funds.shortfalls.append(Shortfall(here, row, row.from_, day, row.amount, row.amount - short))

    def _take(self, purpose: str, amount: int, use: Use, moved: list[tuple[Trace, int]] | tuple[()]) -> int:
        """Take from the oldest layers; what is missing is owed to the next money in. Returns the missing."""
        pile = self.piles.get(purpose)
        if pile is not None and amount:
            for layer in pile.oldest(self.explicit and isinstance(use.spent, Spending)):
                part = min(layer.left, amount)
                if part:
                    self._draw(layer, part, use, moved)
                    amount -= part
                if not amount:
                    break
        if amount:
            self.debts.setdefault(purpose, []).append(_Debt(use, amount))
        return amount

    def _draw(self, layer: Layer, part: int, use: Use, moved: list[tuple[Trace, int]] | tuple[()]) -> None:
        layer.left -= part
        if isinstance(use.spent, Transfer):
            layer.trace.moved.append(msgspec.structs.replace(use, amount=part))
            if isinstance(moved, list):
                moved.append((layer.trace, part))
        else:
            layer.trace.left -= part
            layer.trace.uses.append(msgspec.structs.replace(use, amount=part))

    def _take_named(self, here: str, row: Spending, use: Use) -> int:
        """Take what ``funded_by`` names, as far as it had arrived and is left. Returns what was taken."""
        taken = 0
        for reference, named in row.funded_by.items():
            wanted = int(named)
            trace = self.find(reference, here)
            pile = self.piles.get(row.purpose)
            layers = pile.of(trace) if pile is not None and trace is not None else []
            available = self._available(trace, layers)
            if trace is None:
                kind = "early" if self._is_coming(reference, here) else "unknown"
                self._misfund(here, row, reference, kind, wanted, 0)
                continue
            if trace.purpose != row.purpose and all(use.spent.to != row.purpose for use in trace.moved):
                self._misfund(here, row, reference, "purpose", wanted, 0)
                continue
            if taken + wanted > row.amount:
                self._misfund(here, row, reference, "row", wanted, row.amount - taken)
            elif wanted > available:
                self._misfund(here, row, reference, "layer", wanted, available)
            for layer in layers:
                part = min(layer.left, wanted, row.amount - taken)
                if part > 0:
                    self._draw(layer, part, use, ())
                    taken += part
                    wanted -= part
            self.claimed[id(trace)] = self.claimed.get(id(trace), 0) + int(named)
        return taken

    def _available(self, trace: Trace | None, layers: list[Layer]) -> int:
        """What is left of a sum; where an opening is not known, what nobody else has named: the rest may be old money."""
        left = sum(layer.left for layer in layers)
        if trace is None or trace.report not in self.doubtful:
            return left
        return max(left, trace.amount - self.claimed.get(id(trace), 0))

    def find(self, reference: str, here: str) -> Trace | None:
        """The sum a reference names: in this report, or the newest earlier one that has such a row."""
        report, row = resolve(reference, here)
        found = self.funds.traces.get((report, row))
        return self.newest.get(row) if found is None and report == here else found

    def _is_coming(self, reference: str, here: str) -> bool:
        report, row = resolve(reference, here)
        return (report, row) in self.coming or (report == here and row in self.coming_rows)

    def _misfund(self, here: str, row: Spending, reference: str, kind: str, wanted: int, available: int) -> None:
        self.funds.misfundings.append(Misfunding(here, row, reference, kind, wanted, available))
