"""What protects the balances: figures add up to the fen, holdings are the balance, a report of nothing is one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.base.absence import Absent
from generator.base.findings import Severity
from generator.base.money import grouped, plain
from generator.check.rule import Breach, TeamCase, difference_of, purpose_title, rule, yuan
from generator.ledger.entries import rows_of
from generator.model.fields import keys_of
from generator.model.report import Holdings, Report

UNRECONCILED = Severity.UNRECONCILED
ROWS = ("donations", "income", "spending", "transfers", "goods_in", "goods_out")
PLACES = tuple(keys_of(Holdings))


def filled(report: Report) -> tuple[str, ...]:
    """The lists of a report that have rows."""
    return tuple(key for key in ROWS if rows_of(getattr(report, key)))


@rule("A01", "期初加收入减支出等于期末", UNRECONCILED, "3.3 准确")
def balances_add_up(case: TeamCase) -> Iterator[Breach]:
    """规则：每一种用途都要满足：期初余额＋收入＋捐赠－支出±用途变更＝期末余额，一分不差；各用途都对，总数也就对。
    依据：《通知》三（三）“准确……公开财务收支”。
    为什么：加不起来的账，说明有钱没有记，或记了没有的钱。
    怎么改：按提示的算式逐项核对；确实找不出原因的，写一条 explained，写明差额和原因，页面会照实公布。
    """
    for filed in case.folder.reports:
        if not case.ledger.reconcilable(filed) or (filed.report.nil_ and not filled(filed.report)):
            continue
        for balance in case.ledger.balances(filed.period.id).values():
            stated = balance.stated_closing
            if stated is None or stated == balance.closing:
                continue
            gap = stated - balance.closing
            title = purpose_title(case.team, balance.purpose)
            working = f"{grouped(balance.opening)}＋{grouped(balance.received)}－{grouped(balance.spent)}"
            if balance.transferred:
                working += f"{'＋' if balance.transferred > 0 else '－'}{grouped(abs(balance.transferred))}"
            yield Breach(
                filed.report.place("closing", balance.purpose),
                f"{title}期末写的是 {yuan(stated)}，按账应是 {working}＝{yuan(balance.closing)}，差 {yuan(abs(gap))}",
                f"核对收支各行；算式对的话，期末应写 {plain(balance.closing)}",
                difference_of(gap),
            )


@rule("A03", "存放的钱等于期末余额", UNRECONCILED, "3.3 准确")
def holdings_are_the_balance(case: TeamCase) -> Iterator[Breach]:
    """规则：银行存款、现金、红十字会代管、平台待拨合计等于各用途期末余额合计。有一处不公开的，不核对。
    依据：《通知》三（三）“准确”。
    为什么：账上的余额要能在某处找到；找不到就是缺了钱。
    怎么改：对照银行对账单和现金盘点改 holdings；有别处存放的，补上那一项；确有差额的，写一条 explained。
    """
    for filed in case.folder.reports:
        holdings, closing = filed.report.holdings, filed.report.closing
        if isinstance(holdings, Absent) or isinstance(closing, Absent):
            continue
        parts: list[Any] = [getattr(holdings, key) for key in PLACES]
        given = [int(part) for part in parts if not isinstance(part, Absent)]
        if not given or any(isinstance(part, Absent) and part.kind == "withheld" for part in parts):
            continue
        kept, balance = sum(given), sum(closing.values())
        if kept != balance:
            yield Breach(
                filed.report.place("holdings"),
                f"存放的钱合计 {yuan(kept)}，期末余额合计 {yuan(balance)}，差 {yuan(abs(kept - balance))}",
                f"核对对账单和现金；holdings 各项加起来应是 {plain(balance)}",
                difference_of(kept - balance),
                (filed.report.place("closing"),),
            )


@rule("A16", "无收支报告", Severity.ERROR, "3.3 准确")
def nothing_is_nothing(case: TeamCase) -> Iterator[Breach]:
    """规则：写了 nil: true 的报告没有任何一行收支和物资，写明期初和期末，两者相同。
    依据：《通知》三（三）“准确”“完整”。
    为什么：“本期没有收支”也是一句要负责的话，要能核对。
    怎么改：有收支的删去 nil；没有收支的写上相同的 opening 和 closing。
    """
    for filed in case.folder.reports:
        report = filed.report
        if not report.nil_:
            continue
        keys = filled(report)
        opening, closing = report.opening, report.closing
        if keys:
            labels = "、".join(keys_of(Report)[key].label for key in keys)
            where = tuple(report.place(key) for key in keys)
            yield Breach(report.place("nil"), f"写了本期无收支，却有{labels}", "删去 nil: true 这一行", others=where)
            continue
        missing = [
            key
            for key, value in (("opening", opening), ("closing", closing))
            if isinstance(value, Absent) and value.kind != "withheld"
        ]
        if missing:
            fix = "，".join(f"加上一行 {key}: {{general: 余额}}" for key in missing)
            yield Breach(report.place("nil"), f"无收支报告缺少 {'、'.join(missing)}", fix)
        elif not isinstance(opening, Absent) and not isinstance(closing, Absent):
            for purpose in {**opening, **closing}:
                start, end = opening.get(purpose, 0), closing.get(purpose, 0)
                if start != end:
                    title = purpose_title(case.team, purpose)
                    yield Breach(
                        report.place("closing", purpose),
                        f"写了本期无收支，{title}期初 {yuan(start)}，期末却是 {yuan(end)}",
                        f"没有收支的，期末写 {plain(start)}；有收支的，删去 nil 并写出各行",
                        others=(report.place("opening", purpose),),
                    )
