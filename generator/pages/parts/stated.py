"""Totals that a team published elsewhere, each beside the sum of its rows: agrees, or by how much it does not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.base.absence import Absent
from generator.base.money import grouped
from generator.base.table import MONEY, Column, Table
from generator.check.accuracy_stated import SOURCES, row_amounts, total_of
from generator.model.corpus import FiledReport
from generator.model.fields import keys_of
from generator.model.statements import Stated


def stated_table(filed: FiledReport) -> Table:
    """Every stated total and subtotal; no rows where nothing was stated."""
    stated = filed.report.stated
    rows = () if stated is None else (*_totals(filed, stated), *_subtotals(filed, stated))
    columns = (
        Column("title", "合计"), Column("stated", "公布数（元）", MONEY), Column("sum", "各行合计（元）", MONEY),
        Column("verdict", "对得上吗"),
    )  # fmt: skip
    return Table("stated", "别处公布的合计与各行之和", columns, rows)


def agreement_words(table: Table) -> str:
    """``公布的 12 项合计都与各行相符``; empty where nothing was stated."""
    if not table.rows:
        return ""
    wrong = sum(row[3] != AGREES for row in table.rows)
    if wrong:
        return f"公布的 {len(table.rows)} 项合计中，{wrong} 项与各行不符"
    return f"公布的 {len(table.rows)} 项合计都与各行相符，一分不差"


AGREES = "✓ 相符"


def _verdict(said: int, found: int | None) -> str:
    if found is None:
        return "? 无法核对"
    return AGREES if said == found else f"✗ 差 {grouped(abs(said - found))} 元"


def _totals(filed: FiledReport, stated: Stated) -> Iterator[tuple[Any, ...]]:
    for key in SOURCES:
        said = getattr(stated, key)
        if not isinstance(said, Absent):
            found = total_of(filed, key)
            yield keys_of(Stated)[key].label, said, found, _verdict(said, found)


def _subtotals(filed: FiledReport, stated: Stated) -> Iterator[tuple[Any, ...]]:
    amounts = row_amounts(filed.report) | {part.id: part.amount for part in stated.subtotals}
    for part in stated.subtotals:
        parts = [amounts.get(row) for row in part.rows]
        found = None if None in parts else sum(amount for amount in parts if amount is not None)
        yield part.title, part.amount, found, _verdict(part.amount, found)
