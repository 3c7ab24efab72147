"""The tables of a report: page and CSV draw from these same ones."""

from __future__ import annotations

from typing import Any

from generator.base.absence import NOT_REPORTED, Absent, given
from generator.base.table import Linked, Table
from generator.ledger.entries import rows_of
from generator.ledger.team import TeamLedger
from generator.model import tables as heads
from generator.model.cash import Spending
from generator.model.corpus import FiledReport
from generator.model.goods import Evidence
from generator.model.team import Team
from generator.pages.parts.words import amount_words, donor_words, payee_words, purpose_words


def donations_table(filed: FiledReport, team: Team, ledger: TeamLedger) -> Table:
    """Every donation of money with what was used and what is left."""
    rows: list[tuple[Any, ...]] = []
    for row in rows_of(filed.report.donations):
        trace = ledger.funds.traces.get((filed.period.id, row.id))
        money = not isinstance(row.amount, Absent) and trace is not None
        goods = "；".join(f"{i.item} {i.unit}" for i in row.items)
        rows.append((
            row.id, row.date, row.donor.kind.label, donor_words(row.donor), row.amount, goods,
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
        (row.id, row.date, row.category.label, getattr(row.channel, "label", row.channel), row.from_,
         purpose_words(team, row.purpose), row.amount)
        for row in rows_of(filed.report.income)
    )  # fmt: skip
    return heads.INCOME.table(rows)


def spending_table(filed: FiledReport, team: Team, files: frozenset[str]) -> Table:
    """Spending."""
    rows = tuple(
        (row.id, row.date, row.category and row.category.label, getattr(row.nature, "label", row.nature), payee_words(row.to),
         purpose_words(team, row.purpose), evidence_cell(row.evidence, files), _spending_note(row), row.amount)
        for row in rows_of(filed.report.spending)
    )  # fmt: skip
    return heads.SPENDING.table(rows)


def evidence_cell(evidence: tuple[Evidence, ...] | Absent, files: frozenset[str]) -> tuple[Linked, ...] | Absent | str:
    """Links to what proves a row; a file that was named and never came is said to be missing."""
    if isinstance(evidence, Absent):
        return evidence
    if not evidence:
        return "没有凭证"
    links = []
    for proof in evidence:
        if isinstance(proof.file, Absent):
            links.append(Linked(f"{proof.title}（文件{proof.file}）", ""))
        elif proof.file in files:
            links.append(Linked(proof.title, f"../{proof.file}"))
        else:
            links.append(Linked(f"{proof.title}（文件缺失）", ""))
    return tuple(links)


def _spending_note(row: Spending) -> str:
    paid = [f"由 {reference} 付 {amount_words(amount)}" for reference, amount in row.funded_by.items()]
    approved = row.approved or (row.to.approved if row.to is not None else "")
    return "；".join([*paid, *([f"批准：{approved}"] if approved else []), *([str(row.note)] if row.note else [])])


def transfers_table(filed: FiledReport, team: Team) -> Table:
    """Money moved between purposes."""
    rows = tuple(
        (
            row.id,
            row.date,
            purpose_words(team, row.from_),
            purpose_words(team, row.to),
            row.amount,
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
         "未盘点" if line.counted is None else line.counted)
        for line in ledger.goods.lines[filed.period.id].values()
    )  # fmt: skip
    return heads.STOCK.table(rows)


def goods_in_table(filed: FiledReport) -> Table:
    """Goods bought."""
    rows = tuple(
        (row.id, row.date, row.item, row.unit, row.quantity, row.unit_value, row.value, row.spending)
        for row in rows_of(filed.report.goods_in)
    )
    return heads.GOODS_IN.table(rows)


def goods_out_table(filed: FiledReport, files: frozenset[str]) -> Table:
    """Goods that left the stock."""
    rows = tuple(
        (row.id, row.date, row.how.label, row.item, row.unit, row.quantity, row.from_, payee_words(row.to) if row.to else "",
         row.received, evidence_cell(row.evidence, files), given(row.note, ""))
        for row in rows_of(filed.report.goods_out)
    )  # fmt: skip
    return heads.GOODS_OUT.table(rows)


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
        rows.append(("合计", *totals))
    return heads.BALANCES.table(rows)


UNKNOWN = Absent("unknown", "无法计算")


def _or_absent(amount: int, rows: tuple[Any, ...] | Absent) -> int | Absent:
    """A sum of rows, or how the rows are absent."""
    return rows if isinstance(rows, Absent) and not amount else amount


def _opening(filed: FiledReport, ledger: TeamLedger, opening: int) -> int | Absent:
    if isinstance(filed.report.opening, Absent) and not ledger.funds.openings_known[filed.period.id]:
        return filed.report.opening
    return opening
