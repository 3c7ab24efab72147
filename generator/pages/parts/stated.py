"""Totals that a team published elsewhere, each beside the sum of its rows: agrees, or by how much it does not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.base.absence import Absent, given
from generator.base.money import grouped
from generator.base.table import Table
from generator.check.accuracy_stated import SOURCES, row_amounts, total_of
from generator.model import tables as heads
from generator.model.corpus import FiledReport
from generator.model.fields import keys_of
from generator.model.statements import Stated


def stated_table(filed: FiledReport, reports: tuple[FiledReport, ...]) -> Table:
    """Every stated total and subtotal, the running total beside the last one; no rows where nothing was stated."""
    stated = filed.report.stated
    rows = (
        ()
        if stated is None
        else ((*_totals(filed, stated), *_running(filed, stated, reports), *_subtotals(filed, stated)))
    )
    return heads.STATED.table(rows)


def agreement_words(table: Table) -> str:
    """``公布的 12 项合计都与各行相符``; empty where nothing was stated."""
    if not table.rows:
        return ""
    count = len(table.rows)
    wrong = sum(row[3].startswith(DIFFERS) for row in table.rows)
    unknown = sum(row[3].startswith(UNCHECKED) for row in table.rows)
    if wrong:
        return f"公布的 {count} 项合计中，{wrong} 项不符" + (f"，{unknown} 项无法核对" if unknown else "")
    if unknown == count:
        return f"公布的 {count} 项合计无法核对"
    if unknown:
        return f"公布的 {count} 项合计中，{unknown} 项无法核对，其余都相符"
    return f"公布的 {count} 项合计都与各行相符，一分不差"


AGREES = "✓ 相符"
DIFFERS = "✗"
UNCHECKED = "? 无法核对"


def _verdict(said: int, found: int | None) -> str:
    if found is None:
        return UNCHECKED
    return AGREES if said == found else f"{DIFFERS} 差 {grouped(abs(said - found))} 元"


def _totals(filed: FiledReport, stated: Stated) -> Iterator[tuple[Any, ...]]:
    for key in SOURCES:
        said = getattr(stated, key)
        if not isinstance(said, Absent):
            found = total_of(filed, key)
            yield keys_of(Stated)[key].label, said, found, _verdict(said, found)


def _running(filed: FiledReport, stated: Stated, reports: tuple[FiledReport, ...]) -> Iterator[tuple[Any, ...]]:
    """The running total of donations, with the one before it and the change."""
    said = stated.cumulative_donations
    if isinstance(said, Absent):
        return
    label = keys_of(Stated)["cumulative_donations"].label
    last = next((one for one in reversed(reports) if one.period.end < filed.period.start and _cumulative(one)), None)
    before = _cumulative(last) if last else None
    if last is None or before is None:
        yield label, said, None, f"{UNCHECKED}，没有上期的累计数"
        return
    change = f"比 {last.period.label}的 {grouped(before)} 元{'减少' if said < before else '增加'} {grouped(abs(said - before))} 元"
    listed = filed.report.donations
    found = None
    if not isinstance(listed, Absent) and filed.period.start == last.period.next_day:
        found = before + sum(given(row.amount, 0) for row in listed)
    verdict = f"{DIFFERS} 累计数变少" if said < before and found is None else _verdict(said, found)
    yield label, said, found, f"{verdict}，{change}"


def _cumulative(filed: FiledReport) -> int | None:
    stated = filed.report.stated
    return None if stated is None else given(stated.cumulative_donations, None)


def _subtotals(filed: FiledReport, stated: Stated) -> Iterator[tuple[Any, ...]]:
    amounts = row_amounts(filed.report) | {part.id: part.amount for part in stated.subtotals}
    for part in stated.subtotals:
        parts = [amounts.get(row) for row in part.rows]
        found = None if None in parts else sum(amount for amount in parts if amount is not None)
        yield part.title, part.amount, found, _verdict(part.amount, found)
