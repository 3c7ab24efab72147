"""Quantities of goods and hours: at most three decimals, held as an integer of thousandths.

Units are words, never converted; two units of one item are two items of stock.
"""

from __future__ import annotations

import re
from typing import NewType

Thousandths = NewType("Thousandths", int)
"""A quantity in thousandths of its unit."""

QUANTITY_PATTERN = r"(?:0|[1-9][0-9]{0,11})(?:\.[0-9]{1,3})?"
_QUANTITY = re.compile(r"(0|[1-9][0-9]{0,11})(?:\.([0-9]{1,3}))?\Z")


def parse_quantity(text: str) -> Thousandths | None:
    """Thousandths from ``30``, ``0.5`` or ``1840.125``; None for anything else."""
    match = _QUANTITY.match(text)
    if match is None:
        return None
    whole, part = match.groups()
    return Thousandths(int(whole) * 1000 + (int(part.ljust(3, "0")) if part else 0))


def plain_quantity(quantity: int) -> str:
    """``1840.5``: no trailing zeros, no separators; for JSON, CSV and text to copy."""
    sign = "-" if quantity < 0 else ""
    whole, part = divmod(abs(quantity), 1000)
    return f"{sign}{whole}" + (f".{part:03d}".rstrip("0") if part else "")


def grouped_quantity(quantity: int) -> str:
    """``36,000``: for people."""
    whole, part = divmod(abs(quantity), 1000)
    tail = f".{part:03d}".rstrip("0") if part else ""
    return f"{'−' if quantity < 0 else ''}{whole:,}{tail}"


def value_in_fen(quantity: int, unit_value: int) -> int | None:
    """Quantity × unit value in fen, or None where it does not come out at whole fen."""
    value, rest = divmod(quantity * unit_value, 1000)
    return None if rest else value
