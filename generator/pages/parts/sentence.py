"""What came in, what it was used for, what is left: one or two plain sentences made from the figures."""

from __future__ import annotations

from generator.base.absence import Absent, given
from generator.ledger.entries import rows_of
from generator.ledger.team import TeamLedger
from generator.model.corpus import FiledReport
from generator.pages.parts.words import amount_words, quantity_words


def report_sentence(filed: FiledReport, ledger: TeamLedger) -> str:
    """The account of one report in plain Chinese."""
    sums = ledger.sums[filed.period.id]
    report = filed.report
    parts = [f"{filed.period.label}，本队{_given_words(filed, ledger)}"]
    if sums.income:
        parts.append(f"加上其他收入 {amount_words(sums.income)}")
    elif isinstance(report.income, Absent) and report.income.kind == "withheld":
        parts.append(f"其他收入{report.income}")
    if sums.spending is None:
        parts.append(f"支出{report.spending}")
    elif sums.spending:
        parts.append(f"花了 {amount_words(sums.spending)}")
    else:
        parts.append("没有支出")
    if isinstance(report.closing, Absent):
        parts.append(f"期末余额{report.closing}")
    else:
        parts.append(f"期末还剩 {amount_words(sum(report.closing.values()))}")
    tied = _tied_words(filed, ledger) if ledger.reconcilable(filed) else ""
    return "；".join(parts) + "。" + tied


def _given_words(filed: FiledReport, ledger: TeamLedger) -> str:
    report, sums = filed.report, ledger.sums[filed.period.id]
    if isinstance(report.donations, Absent):
        return f"捐赠{report.donations}"
    count = len(report.donations)
    goods = [f"{line.item} {quantity_words(line.given, line.unit)}" for line in _given_lines(filed, ledger)]
    goods_words = "、".join(goods[:3]) + (f"等 {len(goods)} 种物资" if len(goods) > 3 else "")
    lump = lump_value(filed)
    if lump:
        goods_words += f"{'、' if goods else ''}计价 {amount_words(lump)}的物资"
    if not count:
        return "没有收到捐赠"
    if not sums.donations:
        return f"收到捐赠 {count} 笔，都是物资：{goods_words}"
    money = (
        f"收到捐赠 {count} 笔，其中捐款 {amount_words(sums.donations)}"
        if goods_words
        else f"收到捐款 {count} 笔 {amount_words(sums.donations)}"
    )
    return f"{money}、{goods_words}" if goods_words else money


def lump_value(filed: FiledReport) -> int:
    """The value of goods of which neither name nor quantity is known."""
    rows = rows_of(filed.report.donations)
    return sum(given(row.goods_value, 0) for row in rows if not row.items)


def no_stock_words(filed: FiledReport) -> str:
    """What is said of goods where there is no stock to show."""
    lump = lump_value(filed)
    if lump:
        return f"收到计价 {amount_words(lump)}的物资，只有总价值，没有品名和数量，列不出收发存。"
    return "没有物资收发。"


def _given_lines(filed: FiledReport, ledger: TeamLedger) -> list:  # type: ignore[type-arg]
    return [line for line in ledger.goods.lines[filed.period.id].values() if line.given]


def _tied_words(filed: FiledReport, ledger: TeamLedger) -> str:
    tied = sum(b.closing for b in ledger.balances(filed.period.id).values() if b.purpose != "general" and b.closing > 0)
    return f"其中定向资金 {amount_words(tied)}还没有用完。" if tied else ""


def owed_sentence(filed: FiledReport, ledger: TeamLedger) -> str:
    """The first sentence where members are owed more than the balance: the true position is negative."""
    owed = filed.report.owed
    if isinstance(owed, Absent):
        return ""
    debt = given(owed.members, 0) + given(owed.others, 0)
    closing = ledger.sums[filed.period.id].closing
    if not debt or closing is None or debt <= closing:
        return ""
    more = "以上" if owed.at_least else ""
    who = "队员垫付" if given(owed.members, 0) else "款项"
    short = f"，净额为负 {amount_words(debt - closing)}{more}"
    return f"账面余额 {amount_words(closing)}，但尚欠{who} {amount_words(debt)}{more}，实际为负{short}。"


def owed_words(filed: FiledReport) -> str:
    """What is owed, in words; empty where nothing was said."""
    owed = filed.report.owed
    if isinstance(owed, Absent):
        return "" if owed.kind == "not_reported" else f"欠款{owed}"
    more = "以上" if owed.at_least else ""
    parts = []
    for label, value in (("队员垫付", owed.members), ("其他单位和个人", owed.others)):
        if isinstance(value, Absent):
            parts.append(f"欠{label}{value}")
        elif value:
            parts.append(f"欠{label} {amount_words(value)}{more}")
    return "；".join(parts) or "没有欠款"


def goods_gap_sentences(filed: FiledReport, ledger: TeamLedger) -> tuple[str, ...]:
    """Goods still on the books that nobody counted: received, issued, unaccounted for."""
    if not rows_of(filed.report.goods_out) and not isinstance(filed.report.stocktake, Absent):
        return ()
    return tuple(
        f"{line.item}：收到 {quantity_words(line.opening + line.received, line.unit)}，发出 {quantity_words(line.out, line.unit)}，"
        f"还有 {quantity_words(line.stock, line.unit)}没有说明去向（未盘点）。"
        for line in ledger.goods.lines[filed.period.id].values()
        if line.stock > 0 and line.out and line.counted is None
    )


def goods_settled_sentence(filed: FiledReport, ledger: TeamLedger) -> str:
    """Goods of which everything that came in is accounted for; empty where there are none."""
    lines = [line for line in ledger.goods.lines[filed.period.id].values() if line.out and not line.stock]
    if not lines:
        return ""
    words = [
        f"{line.item}收到 {quantity_words(line.opening + line.received, line.unit)}、发出 {quantity_words(line.out, line.unit)}"
        for line in lines[:3]
    ]
    more = f"；等 {len(lines)} 种" if len(lines) > 3 else ""
    return f"物资相符：{'；'.join(words)}{more}，没有结余。"
