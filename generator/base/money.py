"""Money: an integer number of fen (分) in a type of its own. It never passes through a float."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import NewType

Fen = NewType("Fen", int)
"""An amount in fen, the hundredth part of a yuan."""

MONEY_PATTERN = r"-?(?:0|[1-9][0-9]{0,12})(?:\.[0-9]{1,2})?"
_is_money = re.compile(rf"(?:{MONEY_PATTERN})\Z").match
_UNITS = {"": 1, "元": 1, "圆": 1, "万": 10_000, "万元": 10_000, "亿": 100_000_000, "亿元": 10**8}
_GROUPED = r"[0-9]{1,3}(?:[,，' ][0-9]{3})+|[0-9]{1,4}(?:[,，' ][0-9]{4})+"
_LOOSE = re.compile(rf"(?:RMB|CNY|人民币|¥)?\s*(-?(?:{_GROUPED}|[0-9]+)(?:\.[0-9]+)?)\s*(\D*)", re.IGNORECASE)


def parse_money(text: str) -> Fen | None:
    """Fen from ``1000``, ``1000.5`` or ``1000.50``; None for anything else (see ``suggest_money``)."""
    if _is_money(text) is None:
        return None
    yuan, _, cents = text.partition(".")
    return Fen(int(yuan + (cents + "00")[:2]))


def suggest_money(text: str) -> str | None:
    """What a person who wrote ``￥1,000.50元`` or ``1.2万`` should have written, or None."""
    if len(text) > 60:
        return None
    folded = unicodedata.normalize("NFKC", text).strip().replace("。", ".")
    match = _LOOSE.fullmatch(folded)
    if match is None or match[2].strip() not in _UNITS:
        return None
    digits = re.sub(r"[,，' ]", "", match[1])
    fen = Decimal(digits) * _UNITS[match[2].strip()] * 100
    if fen != fen.to_integral_value() or abs(fen) >= 10**15:
        return None
    return plain(Fen(int(fen)))


def plain(fen: int) -> str:
    """``718771.67``: two decimals, no separators; for JSON, CSV and text to copy."""
    sign = "-" if fen < 0 else ""
    yuan, cents = divmod(abs(fen), 100)
    return f"{sign}{yuan}.{cents:02d}"


def grouped(fen: int) -> str:
    """``718,771.67``: for people. A minus is U+2212, which screen readers and tables keep."""
    yuan, cents = divmod(abs(fen), 100)
    return f"{'−' if fen < 0 else ''}{yuan:,}.{cents:02d}"
