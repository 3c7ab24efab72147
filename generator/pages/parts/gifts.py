"""Every donation and what became of it: the list that a donor looks for first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

import msgspec

from generator.base.absence import Absent
from generator.base.language import joined, say
from generator.base.money import grouped
from generator.ledger.entries import rows_of
from generator.ledger.team import TeamLedger
from generator.model.cash import Donation
from generator.model.corpus import FiledReport
from generator.model.team import Team
from generator.pages.parts.uses import UseView, cash_uses, goods_uses
from generator.pages.parts.words import amount_words, donor_words, item_words, purpose_words, quantity_words

SHOWN = 50
"""How many donations stand open on a page; the rest follow in groups that open with a tap."""
GROUP = 100


class GiftView(msgspec.Struct, frozen=True, eq=False):
    """One donation with its way."""

    id: Annotated[str, "捐赠编号，也是网页上的锚"]
    day: Annotated[str, "日期，或没有日期的原因"]
    donor: Annotated[str, "捐赠人"]
    amount: Annotated[str, "金额；只有物资时为空"]
    goods: Annotated[tuple[str, ...], "物资"]
    purpose: Annotated[str, "定向用途"]
    receipt: Annotated[str, "捐赠票据"]
    note: Annotated[str, "说明和原币"]
    uses: Annotated[tuple[UseView, ...], "每一次使用"]
    left: Annotated[str, "还剩多少"]
    state: Annotated[str, "unused 未使用、partly 有结余、used 已用完、unknown 使用情况没有填报"]
    corrected: Annotated[bool, "是否更正过"]


class GiftGroup(msgspec.Struct, frozen=True, eq=False):
    """A run of donations behind one tap."""

    label: Annotated[str, "从哪一笔到哪一笔"]
    gifts: Annotated[tuple[GiftView, ...], "捐赠"]


@dataclass(frozen=True, slots=True)
class Books:
    """What is known of a team where its donations are told. ``folder`` is the way from the page to the team's folder."""

    team: Team
    ledger: TeamLedger
    files: frozenset[str]
    folder: str


def gift_views(filed: FiledReport, books: Books) -> tuple[GiftView, ...]:
    """The donations of a report, newest first."""
    corrected = {correction.entry for correction in filed.report.corrections}
    rows = sorted(rows_of(filed.report.donations), key=lambda row: str(row.date or ""))[::-1]
    return tuple(_gift(row, filed, books, row.id in corrected) for row in rows)


def grouped_gifts(views: tuple[GiftView, ...]) -> tuple[tuple[GiftView, ...], tuple[GiftGroup, ...]]:
    """The newest ones, and the rest in groups."""
    groups = []
    for start in range(SHOWN, len(views), GROUP):
        part = views[start : start + GROUP]
        first, last = start + 1, start + len(part)
        label = say(
            "第 {first} 至 {last} 笔，{from_} 至 {to}", first=first, last=last, from_=part[-1].day, to=part[0].day
        )
        if part[-1].day == part[0].day:
            label = say("第 {first} 至 {last} 笔，{day}", first=first, last=last, day=part[0].day)
        groups.append(GiftGroup(label, part))
    return views[:SHOWN], tuple(groups)


def _gift(row: Donation, filed: FiledReport, books: Books, corrected: bool) -> GiftView:
    uses = tuple(_uses(row, filed, books))
    left, unknown = _left(row, filed, books, used=bool(uses))
    if left and not uses and not unknown and not isinstance(filed.report.origin, Absent):
        # A disclosure that was transcribed seldom says which gift paid for what: nobody knows that it was not used.
        unknown = say("来源没有写明用在了哪里")
    state = "unknown" if unknown else "used" if not left else "partly" if uses else "unused"
    return GiftView(
        id=row.id,
        day=_day(row),
        donor=donor_words(row.donor),
        amount="" if isinstance(row.amount, Absent) else amount_words(row.amount),
        goods=tuple(map(item_words, row.items)),
        purpose="" if row.purpose == "general" else purpose_words(books.team, row.purpose),
        receipt="" if isinstance(row.receipt, Absent) and row.receipt.kind == "not_reported" else str(row.receipt),
        note=say("；").join(_notes(row)),
        uses=uses,
        left=unknown or joined(left),
        state=state,
        corrected=corrected,
    )


def _day(row: Donation) -> str:
    if not isinstance(row.date, Absent):
        return row.date.isoformat()
    if isinstance(row.undated, Absent):
        return say("日期未填报")
    return say("日期未填报（{reason}）", reason=row.undated)


def _notes(row: Donation) -> Iterator[str]:
    if not isinstance(row.note, Absent):
        yield row.note
    if row.original is not None:
        original = row.original
        amount = grouped(original.amount)
        yield say(
            "原币 {currency} {amount}，汇率 {rate}", currency=original.currency, amount=amount, rate=original.rate
        )
    if not isinstance(row.goods_value, Absent):
        yield say("整批计价 {amount}", amount=amount_words(row.goods_value))


def _uses(row: Donation, filed: FiledReport, books: Books) -> Iterator[UseView]:
    key = (filed.period.id, row.id)
    trace = books.ledger.funds.traces.get(key)
    if trace is not None and not isinstance(row.amount, Absent):
        yield from cash_uses(trace, books.team, books.files, books.folder)
    if row.items:
        for lot in books.ledger.goods.traces.get(key, ()):
            yield from goods_uses(lot, books.files, books.folder)


def _left(row: Donation, filed: FiledReport, books: Books, *, used: bool) -> tuple[list[str], str]:
    """What is left of a donation, and why that cannot be known, where it cannot."""
    key = (filed.period.id, row.id)
    trace = books.ledger.funds.traces.get(key)
    report, left = filed.report, []
    if trace is None or isinstance(row.amount, Absent):
        if not row.items and not isinstance(row.goods_value, Absent):
            return [], say("只有总价值，没有品名和数量，去向无法逐件核对")
    elif trace.left and isinstance(report.spending, Absent) and not trace.uses:
        return [], say("使用情况{absent}", absent=report.spending)
    elif trace.left:
        left.append(amount_words(trace.left))
    lots = [lot for lot in books.ledger.goods.traces.get(key, ()) if lot.left] if row.items else []
    if lots and isinstance(report.goods_out, Absent) and not used:
        return left, say("物资去向{absent}", absent=report.goods_out)
    return [*left, *(f"{lot.item} {quantity_words(lot.left, lot.unit)}" for lot in lots)], ""
