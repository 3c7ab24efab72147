"""What protects the balances: figures add up to the fen, periods join, holdings are the balance."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.findings import Severity
from generator.base.money import grouped, plain
from generator.check.rule import Breach, TeamCase, difference_of, rule, yuan

UNRECONCILED = Severity.UNRECONCILED


def purpose_title(case: TeamCase, purpose: str) -> str:
    """How a purpose is called."""
    if purpose == "general":
        return "不定向资金"
    return next((f"“{p.title}”" for p in case.team.purposes if p.id == purpose), purpose)


@rule("A01", "期初加收入减支出等于期末", UNRECONCILED, "3.3 准确")
def balances_add_up(case: TeamCase) -> Iterator[Breach]:
    """规则：每一种用途都要满足：期初余额＋收入＋捐赠－支出±用途变更＝期末余额，一分不差。
    依据：《通知》三（三）“准确……公开财务收支”。
    为什么：加不起来的账，说明有钱没有记，或记了没有的钱。
    怎么改：按提示的算式逐项核对；确实找不出原因的，写一条 explained，写明差额和原因，页面会照实公布。
    """
    for filed in case.folder.reports:
        if not case.ledger.reconcilable(filed):
            continue
        for balance in case.ledger.balances(filed.period.id).values():
            stated = balance.stated_closing
            if stated is None or stated == balance.closing:
                continue
            gap = stated - balance.closing
            title = purpose_title(case, balance.purpose)
            working = f"{grouped(balance.opening)}＋{grouped(balance.received)}－{grouped(balance.spent)}"
            if balance.transferred:
                working += f"{'＋' if balance.transferred > 0 else '－'}{grouped(abs(balance.transferred))}"
            yield Breach(
                filed.report.place("closing", balance.purpose),
                f"{title}期末写的是 {yuan(stated)}，按账应是 {working}＝{yuan(balance.closing)}，差 {yuan(abs(gap))}",
                f"核对收支各行；算式对的话，期末应写 {plain(balance.closing)}",
                difference_of(gap),
            )
