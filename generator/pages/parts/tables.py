"""The tables of a report: page and CSV draw from these same ones."""

from __future__ import annotations

from typing import Any

from generator.base.absence import NOT_REPORTED, Absent, given
from generator.base.language import joined, say
from generator.base.table import Table
from generator.ledger.entries import rows_of
from generator.ledger.results import Trace
from generator.ledger.team import TeamLedger
from generator.model import tables as heads
from generator.model.cash import Spending
from generator.model.corpus import FiledReport
from generator.model.goods import GoodsOut
from generator.model.team import Team
from generator.pages.parts.evidence import proofs
from generator.pages.parts.words import amount_words, donor_words, payee_words, purpose_words


def donations_table(filed: FiledReport, team: Team, ledger: TeamLedger) -> Table:
    """Every donation of money with what was used and what is left."""
    rows: list[tuple[Any, ...]] = []
    for row in rows_of(filed.report.donations):
        trace = ledger.funds.traces.get((filed.period.id, row.id))
        money = not isinstance(row.amount, Absent) and trace is not None
        goods = "；".join(f"{i.item} {i.unit}" for i in row.items)
        rows.append((
            row.id, row.date, row.amount, row.donor.kind.label, donor_words(row.donor), goods,
            purpose_words(team, row.purpose), row.receipt,
            trace.amount - trace.left if money and trace else NOT_REPORTED,
            trace.left if money and trace else NOT_REPORTED,
        ))  # fmt: skip
    return heads.DONATIONS.table(rows)


def uses_table(filed: FiledReport, ledger: TeamLedger) -> Table:
    """Every use of every donation of a report, one row each."""
    rows: list[tuple[Any, ...]] = []
    for row in rows_of(filed.report.donations):
        trace = ledger.funds.traces.get((filed.period.id, row.id))
        if trace is not None and not isinstance(row.amount, Absent):
            rows += [(row.id, use.report, use.row, use.day, use.amount) for use in trace.uses]
    return heads.USES.table(rows)


def income_table(filed: FiledReport, team: Team) -> Table:
    """Income other than donations."""
    rows = tuple(
        (row.id, row.date, row.amount, row.category.label, getattr(row.channel, "label", row.channel), row.from_,
         purpose_words(team, row.purpose))
        for row in rows_of(filed.report.income)
    )  # fmt: skip
    return heads.INCOME.table(rows)


def spending_table(filed: FiledReport, team: Team, files: frozenset[str]) -> Table:
    """Spending."""
    rows = tuple(
        (row.id, row.date, row.amount, getattr(row.nature, "label", row.nature), payee_words(row.to),
         purpose_words(team, row.purpose), proofs(row.evidence, files, "../"), getattr(row.category, "label", row.category),
         _spending_note(row))
        for row in rows_of(filed.report.spending)
    )  # fmt: skip
    return heads.SPENDING.table(rows)


def _spending_note(row: Spending) -> str:
    notes = [say("由 {row} 付 {amount}", row=row, amount=amount_words(fen)) for row, fen in row.funded_by.items()]
    if approved := row.approved or (row.to.approved if row.to is not None else ""):
        notes.append(say("批准：{who}", who=approved))
    return say("；").join([*notes, *([str(row.note)] if row.note else [])])


def transfers_table(filed: FiledReport, team: Team) -> Table:
    """Money moved between purposes."""
    rows = tuple(
        (
            row.id,
            row.date,
            row.amount,
            purpose_words(team, row.from_),
            purpose_words(team, row.to),
            row.consent,
            row.filing,
        )
        for row in rows_of(filed.report.transfers)
    )
    return heads.TRANSFERS.table(rows)


def stock_table(filed: FiledReport, ledger: TeamLedger) -> Table:
    """Stock per item and unit."""
    rows = tuple(
        (line.item, line.unit, line.opening, line.given, line.bought, line.out, line.stock,
         say("未盘点") if line.counted is None else line.counted)
        for line in ledger.goods.lines[filed.period.id].values()
    )  # fmt: skip
    return heads.STOCK.table(rows)


def goods_in_table(filed: FiledReport) -> Table:
    """Goods bought."""
    rows = tuple(
        (row.id, row.date, row.quantity, row.unit, row.item, row.unit_value, row.value, row.spending)
        for row in rows_of(filed.report.goods_in)
    )
    return heads.GOODS_IN.table(rows)


def goods_out_table(filed: FiledReport, ledger: TeamLedger, files: frozenset[str]) -> Table:
    """Goods that left the stock."""
    sources = ledger.goods.sources(filed.period.id)
    rows = tuple(
        (row.id, row.date, row.quantity, row.unit, row.item, row.how.label, _source(row, filed, sources),
         payee_words(row.to) if row.to else "", row.received, proofs(row.evidence, files, "../"), given(row.note, ""))
        for row in rows_of(filed.report.goods_out)
    )  # fmt: skip
    return heads.GOODS_OUT.table(rows)


def _source(row: GoodsOut, filed: FiledReport, sources: dict[str, list[Trace]]) -> str | Absent:
    """Which donation the goods came from: as the record says, else as they were matched."""
    if not isinstance(row.from_, Absent):
        return row.from_
    return joined(dict.fromkeys(_lot(lot, filed) for lot in sources.get(row.id, ()))) or row.from_


def _lot(lot: Trace, filed: FiledReport) -> str:
    if lot.kind == "opening":
        return say("期初库存")
    row = lot.row if lot.report == filed.period.id else f"{lot.report}#{lot.row}"
    return say("购入 {row}", row=row) if lot.kind == "bought" else row


def balances_table(filed: FiledReport, team: Team, ledger: TeamLedger) -> Table:
    """The working: per purpose and in total, opening + received − spent ± moved = closing, against what was stated."""
    rows: list[tuple[Any, ...]] = []
    report = filed.report
    unsaid = NOT_REPORTED if ledger.sums[filed.period.id].donations is None else ()
    given_in = report.donations if isinstance(report.donations, Absent) else unsaid
    for balance in ledger.balances(filed.period.id).values():
        opening = _opening(filed, ledger, balance.opening)
        closing = UNKNOWN if isinstance(opening, Absent) else balance.closing
        stated = filed.report.closing if isinstance(filed.report.closing, Absent) else balance.stated_closing
        gap = UNKNOWN if isinstance(closing, Absent) or not isinstance(stated, int) else stated - closing
        rows.append((
            purpose_words(team, balance.purpose), opening, _or_absent(balance.income, report.income),
            _or_absent(balance.donations, given_in), _or_absent(balance.spent, report.spending),
            balance.transferred, closing, stated, gap,
        ))  # fmt: skip
    if len(rows) > 1:
        totals = [
            sum(cells) if all(isinstance(c, int) for c in cells) else next(c for c in cells if not isinstance(c, int))
            for cells in list(zip(*rows, strict=True))[1:]
        ]
        rows.append((say("合计"), *totals))
    return heads.BALANCES.table(rows)


UNKNOWN = Absent("unknown", "无法计算")


def _or_absent(amount: int, rows: tuple[Any, ...] | Absent) -> int | Absent:
    """A sum of rows, or how the rows are absent."""
    return rows if isinstance(rows, Absent) and not amount else amount


def _opening(filed: FiledReport, ledger: TeamLedger, opening: int) -> int | Absent:
    if isinstance(filed.report.opening, Absent) and not ledger.funds.openings_known[filed.period.id]:
        return filed.report.opening
    return opening
