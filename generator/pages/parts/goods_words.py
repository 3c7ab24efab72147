"""Goods in sentences: what was given, what is left, what nobody accounted for, what is settled."""

from __future__ import annotations

from generator.base.absence import Absent, given
from generator.base.language import say
from generator.ledger.entries import rows_of
from generator.ledger.results import StockLine
from generator.ledger.team import TeamLedger
from generator.model.corpus import FiledReport
from generator.pages.parts.words import NAMED, amount_words, goods_list, quantity_words


def _lines(filed: FiledReport, ledger: TeamLedger) -> tuple[StockLine, ...]:
    return tuple(ledger.goods.lines[filed.period.id].values())


def _named(line: StockLine, quantity: int) -> str:
    return f"{line.item} {quantity_words(quantity, line.unit)}"


def given_words(filed: FiledReport, ledger: TeamLedger) -> str:
    """The goods given in a report: 救生衣 30 件、计价 2,160.00 元的物资; empty where there were none."""
    names = [_named(line, line.given) for line in _lines(filed, ledger) if line.given]
    if lump := lump_value(filed):
        names.append(say("计价 {amount}的物资", amount=amount_words(lump)))
    return goods_list(names)


def lump_value(filed: FiledReport) -> int:
    """The value of goods of which neither name nor quantity is known."""
    return sum(given(row.goods_value, 0) for row in rows_of(filed.report.donations) if not row.items)


def bought_sentence(filed: FiledReport, ledger: TeamLedger) -> str:
    """The goods that came otherwise than as gifts, where no money tells of them."""
    names = [_named(line, line.bought) for line in _lines(filed, ledger) if line.bought]
    if not names or not isinstance(filed.report.spending, Absent):
        return ""
    return say("购入或调入物资：{goods}。", goods=goods_list(names))


def left_sentence(filed: FiledReport, ledger: TeamLedger) -> str:
    """The goods that are left; where nothing was said of issuing any, that; empty where there are none."""
    held = [line for line in _lines(filed, ledger) if line.stock > 0 and not _unaccounted(filed, line)]
    if not held:
        return ""
    if isinstance(filed.report.goods_out, Absent):
        return say("物资去向{absent}。", absent=filed.report.goods_out)
    return say("还剩物资：{goods}。", goods=goods_list([_named(line, line.stock) for line in held]))


def gap_sentences(filed: FiledReport, ledger: TeamLedger) -> tuple[str, ...]:
    """Goods still on the books that nobody counted: received, issued, unaccounted for."""
    return tuple(
        say(
            "{item}：收到 {received}，发出 {out}，还有 {left}没有说明去向（未盘点）。",
            item=line.item,
            received=quantity_words(line.opening + line.received, line.unit),
            out=quantity_words(line.out, line.unit),
            left=quantity_words(line.stock, line.unit),
        )
        for line in _lines(filed, ledger)
        if _unaccounted(filed, line)
    )


def _unaccounted(filed: FiledReport, line: StockLine) -> bool:
    told = rows_of(filed.report.goods_out) or isinstance(filed.report.stocktake, Absent)
    return bool(told and line.stock > 0 and line.out and line.counted is None)


def settled_sentence(filed: FiledReport, ledger: TeamLedger) -> str:
    """Goods of which everything that came in is accounted for; empty where there are none."""
    lines = [line for line in _lines(filed, ledger) if line.out and not line.stock]
    if not lines:
        return ""
    words = say("；").join(
        say(
            "{item}收到 {received}、发出 {out}",
            item=line.item,
            received=quantity_words(line.opening + line.received, line.unit),
            out=quantity_words(line.out, line.unit),
        )
        for line in lines[:NAMED]
    )
    if len(lines) > NAMED:
        return say("物资相符：{goods}；等 {n} 种，没有结余。", goods=words, n=len(lines))
    return say("物资相符：{goods}，没有结余。", goods=words)


def no_stock_words(filed: FiledReport) -> str:
    """What is said of goods where there is no stock to show."""
    report = filed.report
    if lump := lump_value(filed):
        return say("收到计价 {amount}的物资，只有总价值，没有品名和数量，列不出收发存。", amount=amount_words(lump))
    if isinstance(report.donations, Absent) and not report.goods_in:
        return say("物资收发{absent}。", absent=report.donations)
    return say("没有物资收发。")
