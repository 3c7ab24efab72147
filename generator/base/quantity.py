"""Quantities of goods and hours: at most three decimals, held as an integer of thousandths.

Units are words, never converted; two units of one item are two items of stock.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import NewType

Thousandths = NewType("Thousandths", int)
"""A quantity in thousandths of its unit."""

QUANTITY_PATTERN = r"(?:0|[1-9][0-9]{0,11})(?:\.[0-9]{1,3})?"
_is_quantity = re.compile(rf"(?:{QUANTITY_PATTERN})\Z").match

_TIMES = {"": 1, "万": 10_000, "亿": 100_000_000}
_LOOSE = re.compile(
    r"((?:[0-9]{1,3}(?:[,，' ][0-9]{3})+|[0-9]{1,4}(?:[,，' ][0-9]{4})+|[0-9]+)(?:\.[0-9]+)?)"
    r"\s*([万亿]?)\s*[^\W\da-zA-Z零一二三四五六七八九十百千万亿多余来几_]*"
)


def parse_quantity(text: str) -> Thousandths | None:
    """Thousandths from ``30``, ``0.5`` or ``1840.125``; None for anything else."""
    if _is_quantity(text) is None:
        return None
    whole, _, part = text.partition(".")
    return Thousandths(int(whole + (part + "000")[:3]))


def suggest_quantity(text: str) -> str | None:
    """What a person who wrote ``1,000 件`` or ``1.2万`` should have written, or None."""
    if len(text) > 40:
        return None
    match = _LOOSE.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if match is None:
        return None
    quantity = Decimal(re.sub("[,，' ]", "", match[1])) * _TIMES[match[2]] * 1000
    if quantity != quantity.to_integral_value() or quantity >= 10**15:
        return None
    return plain_quantity(int(quantity))


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
