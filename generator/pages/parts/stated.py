"""Totals that a team published elsewhere, each beside the sum of its rows: agrees, or by how much it does not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.base.absence import Absent, given
from generator.base.language import say
from generator.base.money import grouped
from generator.base.table import Table
from generator.check.accuracy_stated import SOURCES, parts_of, row_amounts, total_of
from generator.model import tables as heads
from generator.model.corpus import FiledReport
from generator.model.fields import keys_of
from generator.model.statements import Stated
from generator.pages.parts.words import amount_words, in_a_row


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
    if wrong and unknown:
        return say("公布的 {n} 项合计中，{wrong} 项不符，{unknown} 项无法核对。", n=count, wrong=wrong, unknown=unknown)
    if wrong:
        return say("公布的 {n} 项合计中，{wrong} 项不符。", n=count, wrong=wrong)
    if unknown == count:
        return say("公布的 {n} 项合计无法核对。", n=count)
    if unknown:
        return say("公布的 {n} 项合计中，{unknown} 项无法核对，其余都相符。", n=count, unknown=unknown)
    return say("公布的 {n} 项合计都与各行相符，一分不差。", n=count)


DIFFERS, UNCHECKED = "✗", "?"
ADDED = 6
"""How many parts of a sum are written out; of more than these the first and the last are named."""


def _verdict(said: int, found: int | None) -> str:
    if found is None:
        return say("? 无法核对")
    return say("✓ 相符") if said == found else say("✗ 差 {amount}", amount=amount_words(abs(said - found)))


def _working(parts: list[tuple[str, int | None]]) -> str:
    """A sum written out: D1 154.94＋D2 65.48; absent amounts add nothing."""
    parts = [part for part in parts if part[1] is not None]
    if len(parts) > ADDED:
        return say("{first} 至 {last}，共 {n} 行", first=parts[0][0], last=parts[-1][0], n=len(parts))
    return "＋".join(f"{row} {grouped(amount)}" for row, amount in parts if amount is not None)


def _totals(filed: FiledReport, stated: Stated) -> Iterator[tuple[Any, ...]]:
    for key in SOURCES:
        said = getattr(stated, key)
        if not isinstance(said, Absent):
            found = total_of(filed, key)
            working = "" if found is None else _working(parts_of(filed, key))
            yield say(keys_of(Stated)[key].label), said, found, _verdict(said, found), working


def _running(filed: FiledReport, stated: Stated, reports: tuple[FiledReport, ...]) -> Iterator[tuple[Any, ...]]:
    """The running total of donations, with the one before it and the change."""
    said = stated.cumulative_donations
    if isinstance(said, Absent):
        return
    label = say(keys_of(Stated)["cumulative_donations"].label)
    last = next((one for one in reversed(reports) if one.period.end < filed.period.start and _cumulative(one)), None)
    before = _cumulative(last) if last else None
    if last is None or before is None:
        yield label, said, None, say("? 无法核对，没有上期的累计数"), ""
        return
    change = _change(said - before, before, last)
    listed = filed.report.donations
    found = None
    if not isinstance(listed, Absent) and filed.period.start == last.period.next_day:
        found = before + sum(given(row.amount, 0) for row in listed)
    verdict = say("✗ 累计数变少") if said < before and found is None else _verdict(said, found)
    yield label, said, found, in_a_row((verdict, change)), ""


def _change(change: int, before: int, last: FiledReport) -> str:
    """How a running total grew since the last one."""
    was, by = amount_words(before), amount_words(abs(change))
    if change < 0:
        return say("比 {period}的 {before}减少 {change}", period=last.period, before=was, change=by)
    return say("比 {period}的 {before}增加 {change}", period=last.period, before=was, change=by)


def _cumulative(filed: FiledReport) -> int | None:
    stated = filed.report.stated
    return None if stated is None else given(stated.cumulative_donations, None)


def _subtotals(filed: FiledReport, stated: Stated) -> Iterator[tuple[Any, ...]]:
    amounts = row_amounts(filed.report) | {part.id: part.amount for part in stated.subtotals}
    for part in stated.subtotals:
        parts = [amounts.get(row) for row in part.rows]
        found = None if None in parts else sum(amount for amount in parts if amount is not None)
        working = _working(list(zip(part.rows, parts, strict=True)))
        yield part.title, part.amount, found, _verdict(part.amount, found), working
