"""What a team owes its members and others, and where that is more than it has."""

from __future__ import annotations

from generator.base.absence import Absent, given
from generator.base.language import say
from generator.ledger.team import TeamLedger
from generator.model.corpus import FiledReport
from generator.model.report import Owed
from generator.pages.parts.words import amount_words


def owed_sentence(filed: FiledReport, ledger: TeamLedger) -> str:
    """The first sentence where more is owed than the balance: the true position is negative."""
    owed = filed.report.owed
    closing = ledger.sums[filed.period.id].closing
    if isinstance(owed, Absent) or closing is None:
        return ""
    members, others = given(owed.members, 0), given(owed.others, 0)
    debt = members + others
    if not debt or debt <= closing:
        return ""
    balance, total, short = amount_words(closing), _at_least(debt, owed), _at_least(debt - closing, owed)
    if not others:
        return say(
            "账面余额 {balance}，但尚欠队员垫付 {debt}，实际为负 {short}。", balance=balance, debt=total, short=short
        )
    if not members:
        return say(
            "账面余额 {balance}，但尚欠别人 {debt}，实际为负 {short}。", balance=balance, debt=total, short=short
        )
    return say(
        "账面余额 {balance}，但尚欠队员垫付和其他款项共 {debt}，实际为负 {short}。",
        balance=balance,
        debt=total,
        short=short,
    )


def owed_words(filed: FiledReport) -> str:
    """What is owed, in words; empty where nothing was said."""
    owed = filed.report.owed
    if isinstance(owed, Absent):
        return "" if owed.kind == "not_reported" else say("欠款{absent}", absent=owed)
    parts = []
    if isinstance(owed.members, Absent):
        parts.append(say("欠队员垫付{absent}", absent=owed.members))
    elif owed.members:
        parts.append(say("欠队员垫付 {amount}", amount=_at_least(owed.members, owed)))
    if isinstance(owed.others, Absent):
        parts.append(say("欠其他单位和个人{absent}", absent=owed.others))
    elif owed.others:
        parts.append(say("欠其他单位和个人 {amount}", amount=_at_least(owed.others, owed)))
    return say("；").join(parts) or say("没有欠款")


def _at_least(fen: int, owed: Owed) -> str:
    amount = amount_words(fen)
    return say("{amount}以上", amount=amount) if owed.at_least else amount
