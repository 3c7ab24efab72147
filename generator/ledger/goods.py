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


class Goods(msgspec.Struct, eq=False):
    """The goods of one team over all its reports."""

    lines: dict[str, dict[Stuff, StockLine]]
    traces: dict[tuple[str, str], list[Trace]]
    shortfalls: list[Shortfall]
    misfundings: list[Misfunding]


class GoodsKeeper:
    """Keeps the stock of one team, report by report."""

    def __init__(self) -> None:
        self.goods = Goods({}, {}, [], [])
        self.lots: dict[Stuff, list[Trace]] = {}
        self.lines: dict[Stuff, StockLine] = {}

    def keep(self, filed: FiledReport) -> None:
        """Enter one report."""
        here, report = filed.period.id, filed.report
        self.lines = {
            stuff: StockLine(line.item, line.unit, line.stock) for stuff, line in self.lines.items() if line.stock
        }
        self.goods.lines[here] = self.lines
        for row in rows_of(report.goods_opening):
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
        trace = Trace(here, row, kind, "", day, quantity, quantity, [], [], *stuff)
        self.goods.traces.setdefault((here, row), []).append(trace)
        self.lots.setdefault(stuff, []).append(trace)

    def _issue(self, here: str, day: date, row: GoodsOut) -> None:
        stuff = (row.item, row.unit)
        self._line(stuff).out += row.quantity
        lots = self.lots.get(stuff, [])
        in_stock = sum(lot.left for lot in lots)
        if row.quantity > in_stock:
            self.goods.shortfalls.append(Shortfall(here, row, row.item, day, row.quantity, in_stock, row.unit))
        if not isinstance(row.from_, Absent):
            named = self._named(here, row.from_)
            lots = [lot for lot in lots if lot in named]
            available = sum(lot.left for lot in lots)
            if not named:
                self.goods.misfundings.append(Misfunding(here, row, row.from_, "unknown", row.quantity, 0))
            elif row.quantity > available and row.quantity <= in_stock:
                kind = "layer" if lots else "purpose"
                self.goods.misfundings.append(Misfunding(here, row, row.from_, kind, row.quantity, available))
        wanted = int(row.quantity)
        for lot in lots:
            part = min(lot.left, wanted)
            if part:
                lot.left -= part
                wanted -= part
                lot.uses.append(Use(here, row.id, day, part, row))

    def _named(self, here: str, reference: str) -> list[Trace]:
        report, row = resolve(reference, here)
        found = self.goods.traces.get((report, row))
        if found is None and report == here:
            for key in reversed(self.goods.traces):
                if key[1] == row:
                    return self.goods.traces[key]
        return found or []
