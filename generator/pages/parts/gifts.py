"""Every donation and what became of it: the list that a donor looks for first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import msgspec

from generator.base.absence import Absent
from generator.base.money import grouped
from generator.ledger.entries import rows_of
from generator.ledger.results import Trace, Use
from generator.ledger.team import TeamLedger
from generator.model.cash import Donation, Spending
from generator.model.corpus import FiledReport
from generator.model.goods import GoodsOut
from generator.model.team import Team
from generator.pages.parts.words import (
    amount_words,
    donor_words,
    evidence_words,
    item_words,
    payee_words,
    purpose_words,
    quantity_words,
)

SHOWN = 50
"""How many donations stand open on a page; the rest follow in groups that open with a tap."""
GROUP = 100


class UseView(msgspec.Struct, frozen=True, eq=False):
    """One use of a gift."""

    amount: Annotated[str, "用掉多少"]
    what: Annotated[str, "用在哪里、给了谁、哪一天、什么凭证"]
    href: Annotated[str, "所在的支出或发放行"]


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


def gift_views(filed: FiledReport, team: Team, ledger: TeamLedger, here: str) -> tuple[GiftView, ...]:
    """The donations of a report, newest first. ``here`` is the way from the page to the team's folder."""
    corrected = {correction.entry for correction in filed.report.corrections}
    views = [
        _gift(row, filed, team, ledger, here, row.id in corrected) for row in reversed(rows_of(filed.report.donations))
    ]
    views.sort(key=lambda view: view.day, reverse=True)
    return tuple(views)


def grouped_gifts(views: tuple[GiftView, ...]) -> tuple[tuple[GiftView, ...], tuple[GiftGroup, ...]]:
    """The newest ones, and the rest in groups."""
    rest = views[SHOWN:]
    groups = []
    for start in range(0, len(rest), GROUP):
        part = rest[start : start + GROUP]
        span = part[-1].day if part[-1].day == part[0].day else f"{part[-1].day} 至 {part[0].day}"
        label = f"第 {SHOWN + start + 1} 至 {SHOWN + start + len(part)} 笔，{span}"
        groups.append(GiftGroup(label, part))
    return views[:SHOWN], tuple(groups)


def _gift(row: Donation, filed: FiledReport, team: Team, ledger: TeamLedger, here: str, corrected: bool) -> GiftView:
    key = (filed.period.id, row.id)
    trace = ledger.funds.traces.get(key) if not isinstance(row.amount, Absent) else None
    lots = ledger.goods.traces.get(key, ()) if row.items else ()
    uses: list[UseView] = []
    left: list[str] = []
    unknown = ""
    if trace is not None:
        uses += _cash_uses(trace, team, here)
        if trace.left and isinstance(filed.report.spending, Absent) and not trace.uses:
            unknown = f"使用情况{filed.report.spending}"
        elif trace.left:
            left.append(amount_words(trace.left))
    elif not row.items and not isinstance(row.goods_value, Absent):
        unknown = "只有总价值，没有品名和数量，去向无法逐件核对"
    for lot in lots:
        uses += _goods_uses(lot, here)
        if lot.left:
            left.append(f"{lot.item} {quantity_words(lot.left, lot.unit)}")
    state = "unknown" if unknown else "used" if not left else "partly" if uses else "unused"
    notes = [] if isinstance(row.note, Absent) else [row.note]
    if row.original is not None:
        notes.append(f"原币 {row.original.currency} {grouped(row.original.amount)}，汇率 {row.original.rate}")
    if not isinstance(row.goods_value, Absent):
        notes.append(f"整批计价 {amount_words(row.goods_value)}")
    return GiftView(
        id=row.id,
        day=row.date.isoformat()
        if not isinstance(row.date, Absent)
        else f"日期未填报（{row.undated or '没有写明原因'}）",
        donor=donor_words(row.donor),
        amount="" if isinstance(row.amount, Absent) else grouped(row.amount),
        goods=tuple(map(item_words, row.items)),
        purpose="" if row.purpose == "general" else purpose_words(team, row.purpose),
        receipt="" if isinstance(row.receipt, Absent) and row.receipt.kind == "not_reported" else str(row.receipt),
        note="；".join(notes),
        uses=tuple(uses),
        left=unknown or "、".join(left),
        state=state,
        corrected=corrected,
    )


def _cash_uses(trace: Trace, team: Team, here: str) -> Iterator[UseView]:
    for use in trace.moved:
        yield UseView(amount_words(use.amount), _move_words(use, team), f"{here}{use.report}/index.html#{use.row}")
    for use in trace.uses:
        row = use.spent
        if isinstance(row, Spending):
            yield UseView(amount_words(use.amount), spent_words(row, use), f"{here}{use.report}/index.html#{use.row}")
        else:
            yield UseView(
                amount_words(use.amount),
                "期初余额少于上期期末，差额的去向没有说明",
                f"{here}{use.report}/index.html#working",
            )


def _move_words(use: Use, team: Team) -> str:
    row = use.spent
    return f"转作{purpose_words(team, row.to)}（{use.day}）"


def spent_words(row: Spending, use: Use) -> str:
    """``买装备：示例救援装备店，2025-07-06，发票``."""
    kind = f"支出类别{row.category}" if isinstance(row.category, Absent) else row.category.label
    what = kind if isinstance(row.nature, Absent) else row.nature.label
    day = "日期未填报" if isinstance(row.date, Absent) else use.day.isoformat()
    return f"{what}：{payee_words(row.to)}，{day}，{evidence_words(row.evidence)}"


def _goods_uses(lot: Trace, here: str) -> Iterator[UseView]:
    for use in lot.uses:
        row: GoodsOut = use.spent
        signed = "" if isinstance(row.received, Absent) else "，已签收"
        day = "日期未填报" if isinstance(row.date, Absent) else use.day.isoformat()
        to = f"给 {payee_words(row.to)}" if row.to is not None else "，对象未填报" if row.how.value == "issued" else ""
        what = f"{row.how.label}{to}，{day}{signed}"
        amount = f"{lot.item} {quantity_words(use.amount, lot.unit)}"
        yield UseView(amount, what, f"{here}{use.report}/index.html#{use.row}")
