"""Goods: stock per item and unit on every day, and the way of every lot from gift to recipient.

Units are never converted: 口罩/个 and 口罩/盒 are two stocks. Oldest first unless ``from`` names a donation.
"""

from __future__ import annotations

from datetime import date

import msgspec

from generator.base.absence import Absent
from generator.ledger.entries import BOUGHT, GIVEN, goods_entries, resolve, rows_of
from generator.ledger.results import Misfunding, Shortfall, StockLine, Trace, Use
from generator.model.cash import Donation
from generator.model.corpus import FiledReport
from generator.model.goods import GoodsIn, GoodsOut

Stuff = tuple[str, str]


class _Debt(msgspec.Struct, eq=False):
    use: Use
    left: int


class Goods(msgspec.Struct, eq=False):
    """The goods of one team over all its reports. ``known``: whether a report's stock follows from its rows."""

    lines: dict[str, dict[Stuff, StockLine]]
    traces: dict[tuple[str, str], list[Trace]]
    shortfalls: list[Shortfall]
    misfundings: list[Misfunding]
    known: dict[str, bool]

    def sources(self, period: str) -> dict[str, list[Trace]]:
        """The lots that each row of a report took its goods from."""
        found: dict[str, list[Trace]] = {}
        for lots in self.traces.values():
            for lot in lots:
                for use in lot.uses:
                    if use.report == period:
                        found.setdefault(use.row, []).append(lot)
        return found


class GoodsKeeper:
    """Keeps the stock of one team, report by report."""

    def __init__(self, coming: frozenset[tuple[str, str]] = frozenset()) -> None:
        """``coming``: every lot of every report, so that one named too early is told from one that is not there."""
        self.goods = Goods({}, {}, [], [], {})
        self.coming = coming
        self.coming_rows = {row for _, row in coming}
        self.known = True
        self.newest: dict[str, list[Trace]] = {}
        self.debts: dict[Stuff, list[_Debt]] = {}
        self.lots: dict[Stuff, list[Trace]] = {}
        self.lines: dict[Stuff, StockLine] = {}

    def keep(self, filed: FiledReport) -> None:
        """Enter one report."""
        here, report = filed.period.id, filed.report
        first = not self.goods.lines
        if _kept_back(report.donations) or _kept_back(report.goods_out):
            self.known = False
        self.goods.known[here] = self.known
        self.lines = {
            stuff: StockLine(line.item, line.unit, line.stock) for stuff, line in self.lines.items() if line.stock
        }
        self.goods.lines[here] = self.lines
        for row in rows_of(report.goods_opening) if first else ():
            self._line((row.item, row.unit)).opening += row.quantity
            self._lay(here, "opening", "opening", filed.period.start, (row.item, row.unit), row.quantity)
        if report.goods_in or report.goods_out or any(d.items for d in rows_of(report.donations)):
            for day, order, _, row in goods_entries(filed):
                if order == BOUGHT and isinstance(row, GoodsIn):
                    self._line((row.item, row.unit)).bought += row.quantity
                    self._lay(here, row.id, "bought", day, (row.item, row.unit), row.quantity)
                elif order == GIVEN and isinstance(row, Donation):
                    for item in row.items:
                        self._line((item.item, item.unit)).given += item.quantity
                        self._lay(here, row.id, "donation", day, (item.item, item.unit), item.quantity)
                elif isinstance(row, GoodsOut):
                    self._issue(here, day, row)
        if not isinstance(report.stocktake, Absent):
            for counted in report.stocktake:
                line = self._line((counted.item, counted.unit))
                line.counted = (line.counted or 0) + counted.quantity

    def _line(self, stuff: Stuff) -> StockLine:
        line = self.lines.get(stuff)
        if line is None:
            line = self.lines[stuff] = StockLine(*stuff)
        return line

    def _lay(self, here: str, row: str, kind: str, day: date, stuff: Stuff, quantity: int) -> None:
        """Put a lot on its pile, after it has covered what went out before it came."""
        trace = Trace(here, row, kind, "", day, quantity, quantity, [], [], *stuff)
        self.goods.traces.setdefault((here, row), []).append(trace)
        self.newest[row] = self.goods.traces[here, row]
        debts = self.debts.get(stuff)
        while debts and trace.left:
            part = min(debts[0].left, trace.left)
            trace.left -= part
            trace.uses.append(msgspec.structs.replace(debts[0].use, amount=part))
            debts[0].left -= part
            if not debts[0].left:
                debts.pop(0)
        if trace.left:
            self.lots.setdefault(stuff, []).append(trace)

    def _issue(self, here: str, day: date, row: GoodsOut) -> None:
        stuff = (row.item, row.unit)
        line = self._line(stuff)
        in_stock = max(line.stock, 0)
        line.out += row.quantity
        lots = self.lots.get(stuff, [])
        if row.quantity > in_stock and self.known:
            self.goods.shortfalls.append(Shortfall(here, row, row.item, day, row.quantity, in_stock, row.unit))
        use = Use(here, row.id, day, 0, row)
        wanted = int(row.quantity)
        if not isinstance(row.from_, Absent):
            named = self._named_lots(here, row, row.from_, in_stock)
            wanted = _draw(named, wanted, use)
        wanted = _draw(lots, wanted, use)
        while lots and not lots[0].left:
            lots.pop(0)
        if wanted:
            self.debts.setdefault(stuff, []).append(_Debt(use, wanted))

    def _named_lots(self, here: str, row: GoodsOut, reference: str, in_stock: int) -> list[Trace]:
        """The lots that ``from`` names; noted where they cannot be or do not suffice."""
        named = self._named(here, reference)
        found = [lot for lot in named if (lot.item, lot.unit) == (row.item, row.unit)]
        available = sum(lot.left for lot in found)
        if not named:
            kind = "early" if self._is_coming(reference, here) else "unknown"
            self.goods.misfundings.append(Misfunding(here, row, reference, kind, row.quantity, 0))
        elif not found:
            self.goods.misfundings.append(Misfunding(here, row, reference, "purpose", row.quantity, 0))
        elif available < row.quantity <= in_stock:
            self.goods.misfundings.append(Misfunding(here, row, reference, "layer", row.quantity, available))
        return found

    def _is_coming(self, reference: str, here: str) -> bool:
        report, row = resolve(reference, here)
        return (report, row) in self.coming or (report == here and row in self.coming_rows)

    def _named(self, here: str, reference: str) -> list[Trace]:
        report, row = resolve(reference, here)
        found = self.goods.traces.get((report, row))
        if found is None and report == here:
            found = self.newest.get(row)
        return found or []


def _kept_back(rows: object) -> bool:
    return isinstance(rows, Absent) and rows.kind == "withheld"


def _draw(lots: list[Trace], wanted: int, use: Use) -> int:
    """Take from the lots in turn. Returns what is still wanted."""
    for lot in lots:
        part = min(lot.left, wanted)
        if part:
            lot.left -= part
            wanted -= part
            lot.uses.append(msgspec.structs.replace(use, amount=part))
        if not wanted:
            break
    return wanted
