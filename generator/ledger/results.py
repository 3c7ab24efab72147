"""What the ledger says, as values: balances with their working, the way of every gift, faults met."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec

from generator.model.fields import Record


class Use(msgspec.Struct, frozen=True, eq=False):
    """A part of a gift that went somewhere: which row of which report, how much (fen or thousandths)."""

    report: str
    row: str
    day: date
    amount: int
    spent: Any = None


class Trace(msgspec.Struct, eq=False):
    """The way of one sum or one lot of goods: what it was, what became of it, what is left."""

    report: str
    row: str
    kind: str  # donation, income, opening, bought
    purpose: str
    day: date
    amount: int
    left: int
    uses: list[Use]
    moved: list[Use]
    item: str = ""
    unit: str = ""


class Balance(msgspec.Struct, eq=False):
    """The working of one purpose in one report, in fen. ``stated`` figures are None where absent."""

    purpose: str
    opening: int = 0
    income: int = 0
    donations: int = 0
    spent: int = 0
    moved_in: int = 0
    moved_out: int = 0
    stated_opening: int | None = None
    stated_closing: int | None = None

    @property
    def received(self) -> int:
        """Income and donations."""
        return self.income + self.donations

    @property
    def transferred(self) -> int:
        """What came from other purposes, less what went to them."""
        return self.moved_in - self.moved_out

    @property
    def closing(self) -> int:
        """Opening + received − spent ± transferred."""
        return self.opening + self.received - self.spent + self.transferred


class Shortfall(msgspec.Struct, frozen=True, eq=False):
    """A row that took more than there was on its day."""

    report: str
    row: Record
    purpose: str
    day: date
    wanted: int
    available: int
    unit: str = ""


class Misfunding(msgspec.Struct, frozen=True, eq=False):
    """A ``funded_by`` or ``from`` that cannot be: kind is unknown, early, purpose, row or layer."""

    report: str
    row: Record
    reference: str
    kind: str
    wanted: int
    available: int


class StockLine(msgspec.Struct, eq=False):
    """One item in one unit over one report, in thousandths of the unit. ``counted`` is the stocktake."""

    item: str
    unit: str
    opening: int = 0
    given: int = 0
    bought: int = 0
    out: int = 0
    counted: int | None = None

    @property
    def received(self) -> int:
        """Given and bought."""
        return self.given + self.bought

    @property
    def stock(self) -> int:
        """Opening + received − out."""
        return self.opening + self.received - self.out
