"""A cell once settled: a whole number, a text or an absence. Every file writes the same one, each in its own way.

Money is fen, a quantity thousandths of its unit, a day its ISO text. A word in a column of numbers or days stands for a
figure that is not there (未盘点), so it is an absence as well.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from generator.base.absence import NOT_REPORTED, Absent
from generator.base.dates import parse_day
from generator.base.money import plain
from generator.base.quantity import plain_quantity
from generator.base.table import DAY, MONEY, QUANTITY, TEXT, Table, export_cell

Cell = int | str | Absent
Row = list[Cell]


def settle(value: Any, kind: str) -> Cell:
    """What a cell of a table says."""
    if isinstance(value, Absent):
        return value
    if value is None:
        return NOT_REPORTED
    if kind == TEXT:
        return export_cell(value, kind)
    if kind == DAY:
        day = export_cell(value, kind)
        return day if parse_day(day) else Absent("unknown", day)
    return value if type(value) is int else Absent("unknown", str(value))


def settled_rows(table: Table) -> list[Row]:
    """The rows of a table, every cell settled."""
    kinds = [column.kind for column in table.columns]
    return (
        [[settle(value, kind) for value, kind in zip(row, kinds, strict=True)] for row in table.rows]
        if table.rows
        else []
    )


def written(cell: Cell, kind: str) -> str:
    """A cell as text: two decimals, no separators, ISO days; absence in words, never zero."""
    if type(cell) is not int:
        return str(cell)
    if kind == MONEY:
        return plain(cell)
    return plain_quantity(cell) if kind == QUANTITY else str(cell)


def json_value(cell: Cell, kind: str) -> Any:
    """A cell for programs: money and quantities are text, so that no program rounds them; absence keeps its kind."""
    if isinstance(cell, Absent):
        if cell.kind == "not_reported":
            return None
        return {"absent": cell.kind, "reason": cell.reason} if cell.reason else {"absent": cell.kind}
    return written(cell, kind) if kind in (MONEY, QUANTITY) else cell


def absences(rows: Iterable[Row]) -> set[str]:
    """Every way of saying that a figure is not there, in words."""
    return {str(cell) for row in rows for cell in row if isinstance(cell, Absent)}
