"""A table as data: the HTML page, the CSV and every other export draw from the same one, so they cannot disagree."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

from generator.base.absence import Absent
from generator.base.money import plain
from generator.base.quantity import plain_quantity

MONEY, QUANTITY, COUNT, DAY, TEXT = "money", "quantity", "count", "day", "text"
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its key in exports, its Chinese heading, the kind of its cells, what it means.

    ``sure``: every row holds a value, never an absence.
    """

    key: str
    label: str
    kind: str = TEXT
    help: str = ""
    sure: bool = False


@dataclass(frozen=True, slots=True)
class Linked:
    """Words in a cell that lead to a file; an empty ``href`` leads nowhere. A cell may hold several."""

    text: str
    href: str


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under columns. A cell is fen, thousandths, a count, a day, text, a code or an absence."""

    name: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Any, ...], ...]


def export_cell(value: Any, kind: str) -> str:
    """A cell as text for files: two decimals, ISO days, codes; absence in words, never zero."""
    if isinstance(value, Absent):
        return str(value)
    if value is None:
        return "未填报"
    if type(value) is str:
        return value
    if isinstance(value, tuple):
        return "、".join(linked.text for linked in value)
    if kind == MONEY:
        return plain(value)
    if kind == QUANTITY:
        return plain_quantity(value)
    if isinstance(value, date):
        return value.isoformat()
    return str(value.value if isinstance(value, Enum) else value)


def neutral(text: str) -> str:
    """Text that a spreadsheet will not take for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text
