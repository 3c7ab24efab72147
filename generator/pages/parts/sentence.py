"""What came in, what it was used for, what is left: plain sentences made from the figures of one report."""

from __future__ import annotations

from datetime import date

from generator.base.absence import Absent
from generator.base.language import Message, joined, message, say
from generator.ledger.calendar import Obligation
from generator.ledger.entries import rows_of
from generator.ledger.team import TeamLedger
from generator.model.cash import Spending
from generator.model.corpus import FiledReport
from generator.model.team import Team
from generator.model.vocabulary import Nature, PayeeKind, SpendingCategory, TeamStatus
from generator.pages.parts.goods_words import bought_sentence, given_words, left_sentence
from generator.pages.parts.words import NAMED, amount_words, paragraph

OTHER = message("用于其他用途")
USES: dict[str, Message] = {
    Nature.EQUIPMENT: message("用于买装备"),
    Nature.SUPPLIES: message("用于买物资"),
    Nature.TRAINING: message("用于培训"),
    Nature.TRAVEL: message("用于交通"),
    Nature.INSURANCE: message("用于保险"),
    Nature.OUTREACH: message("用于宣传"),
    Nature.AID: message("用于救助"),
    Nature.VENUE: message("用于场地"),
    Nature.OFFICE: message("用于办公"),
}
WIDER_USES: dict[str, Message] = {
    SpendingCategory.PROGRAM: message("用于业务活动"),
    SpendingCategory.ADMIN: message("用于管理"),
    SpendingCategory.FUNDRAISING: message("用于筹资"),
}
"""What spending is for where only its accounting category is given."""
NAMED_PAYEES = (PayeeKind.COMPANY, PayeeKind.ORGANISATION, PayeeKind.RELATED)
REPAID = message("用于归还队员垫付")


def report_sentence(filed: FiledReport, ledger: TeamLedger) -> str:
    """The account of one report in plain words."""
    return paragraph(
        (
            _received(filed, ledger),
            bought_sentence(filed, ledger),
            _other_income(filed, ledger),
            _spent(filed, ledger),
            _moved(filed),
            _left(filed, ledger),
            left_sentence(filed, ledger),
        )
    )


def _received(filed: FiledReport, ledger: TeamLedger) -> str:
    donations, period = filed.report.donations, filed.period
    if isinstance(donations, Absent):
        return say("{period}，捐赠{absent}。", period=period, absent=donations)
    count, money, goods = len(donations), ledger.sums[period.id].donations, given_words(filed, ledger)
    if not count:
        return say("{period}，本队没有收到捐赠。", period=period)
    if not money:
        if not goods:
            return say("{period}，本队收到捐赠 {n} 笔，没有写明金额和数量。", period=period, n=count)
        return say("{period}，本队收到捐赠 {n} 笔，都是物资：{goods}。", period=period, n=count, goods=goods)
    amount = amount_words(money)
    if not goods:
        return say("{period}，本队收到捐款 {n} 笔，共 {amount}。", period=period, n=count, amount=amount)
    return say(
        "{period}，本队收到捐赠 {n} 笔，其中捐款 {amount}、{goods}。",
        period=period,
        n=count,
        amount=amount,
        goods=goods,
    )


def _other_income(filed: FiledReport, ledger: TeamLedger) -> str:
    income, total = filed.report.income, ledger.sums[filed.period.id].income
    if isinstance(income, Absent):
        return say("其他收入{absent}。", absent=income) if income.kind == "withheld" else ""
    return say("其他收入 {amount}。", amount=amount_words(total)) if total else ""


def _spent(filed: FiledReport, ledger: TeamLedger) -> str:
    spending, total = filed.report.spending, ledger.sums[filed.period.id].spending
    if isinstance(spending, Absent):
        return say("支出{absent}。", absent=spending)
    if not total:
        return say("没有支出。")
    amount, uses = amount_words(total), _uses(spending)
    untold = total - sum(uses.values())
    if not uses:
        return say("花了 {amount}，没有写明用途。", amount=amount)
    if len(uses) == 1 and not untold:
        return say("花了 {amount}，都{use}。", amount=amount, use=next(iter(uses)))
    largest = sorted(uses.items(), key=lambda use: -use[1])[:NAMED]
    words = joined(say("{amount}{use}", amount=amount_words(part), use=use) for use, part in largest)
    if untold:
        rest = amount_words(untold)
        return say("花了 {amount}，其中 {uses}，还有 {rest}没有写明用途。", amount=amount, uses=words, rest=rest)
    return say("花了 {amount}，其中 {uses}。", amount=amount, uses=words)


def _uses(spending: tuple[Spending, ...]) -> dict[str, int]:
    """How much went to each use in words, in fen; what was spent for nothing that is told is in none."""
    found: dict[str, int] = {}
    for row in spending:
        use = _use(row)
        if use and row.amount:
            found[str(use)] = found.get(str(use), 0) + row.amount
    return found


def _use(row: Spending) -> Message | None:
    if row.to is not None and row.to.kind is PayeeKind.MEMBER:
        return REPAID
    use = None if isinstance(row.category, Absent) else WIDER_USES.get(row.category, OTHER)
    if not isinstance(row.nature, Absent):
        use = USES.get(row.nature, OTHER)
    if use is OTHER and row.to is not None and row.to.kind in NAMED_PAYEES and not isinstance(row.to.name, Absent):
        return message("付给{name}", name=row.to.name)
    return use


def _moved(filed: FiledReport) -> str:
    rows = rows_of(filed.report.transfers)
    total = amount_words(sum(row.amount for row in rows))
    return say("改变用途 {n} 笔，共 {amount}。", n=len(rows), amount=total) if rows else ""


def _left(filed: FiledReport, ledger: TeamLedger) -> str:
    """What is left, and how much of it is tied; a figure that does not follow from the rows is only the team's."""
    if isinstance(filed.report.closing, Absent):
        return say("期末余额{absent}。", absent=filed.report.closing)
    closing = sum(filed.report.closing.values())
    amount = amount_words(closing)
    if why := ledger.why_not(filed):
        return say("公布的期末余额是 {amount}，因为{why}，无法核对。", amount=amount, why=why)
    balances = ledger.balances(filed.period.id).values()
    computed = sum(balance.closing for balance in balances)
    if closing != computed:
        gap = amount_words(abs(closing - computed))
        due = amount_words(computed)
        return say("公布的期末余额是 {amount}，按账应是 {computed}，差 {gap}。", amount=amount, computed=due, gap=gap)
    tied = sum(b.closing for b in balances if b.purpose != "general" and b.closing > 0)
    if tied and tied == closing:
        return say("期末还剩 {amount}，都是还没有用完的定向资金。", amount=amount)
    if 0 < tied < closing:
        return say("期末还剩 {amount}，其中定向资金 {tied}还没有用完。", amount=amount, tied=amount_words(tied))
    return paragraph((_balance(closing), _overdrawn(tied, tied - closing)))


def _balance(closing: int) -> str:
    if not closing:
        return say("期末没有余额。")
    if closing < 0:
        return say("期末透支 {amount}。", amount=amount_words(-closing))
    return say("期末还剩 {amount}。", amount=amount_words(closing))


def _overdrawn(tied: int, gap: int) -> str:
    """Tied money of which there is more on the books than there is money."""
    if not tied:
        return ""
    return say("定向资金应有 {tied}没有用完，其余的钱透支了 {gap}。", tied=amount_words(tied), gap=amount_words(gap))


def status_sentence(team: Team) -> str:
    """Whether a team still exists; nothing of one that is active."""
    status, since = team.status.value, team.status.since
    if status is TeamStatus.DISSOLVED:
        return (
            say("本队已经解散，日期{absent}。", absent=since)
            if isinstance(since, Absent)
            else say("本队已于 {day} 解散。", day=since)
        )
    if status is TeamStatus.SUSPENDED:
        return (
            say("本队暂停活动，起始日期{absent}。", absent=since)
            if isinstance(since, Absent)
            else say("本队从 {day} 起暂停活动。", day=since)
        )
    return ""


def publishing_sentence(calendar: tuple[Obligation, ...], as_of: date) -> str:
    """Whether the reports that were due had been published, and in time; nothing where that is not known."""
    states = [obligation.state for obligation in calendar if obligation.state != "upcoming"]
    missing, late, unknown = (states.count(state) for state in ("missing", "late", "unknown"))
    sentences = []
    if missing:
        sentences.append(say("到 {day}，有 {n} 份报告到期没有公布。", day=as_of, n=missing))
    if late:
        sentences.append(say("有 {n} 份报告没有按时公布。", n=late))
    if states == ["on_time"]:
        sentences.append(say("到 {day}，应公布的 1 份报告按时公布了。", day=as_of))
    elif states and not missing and not late and not unknown:
        sentences.append(say("到 {day}，应公布的 {n} 份报告都按时公布了。", day=as_of, n=len(states)))
    return paragraph(sentences)
