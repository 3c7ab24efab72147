"""One report's money in parts: what it was used for, and what is left of each purpose."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.absence import Absent
from generator.base.language import joined, say
from generator.base.money import grouped
from generator.base.table import MONEY, Column, Table
from generator.ledger.results import Balance
from generator.ledger.series import UseSum, by_use
from generator.ledger.team import TeamLedger
from generator.model.corpus import FiledReport
from generator.model.team import Team
from generator.model.vocabulary import PayeeKind, SpendingCategory
from generator.pages.parts.charts.bars import Bar, ChartView, bar_chart
from generator.pages.parts.words import purpose_words

MOST = 12
"""Parts that are drawn; the smallest beyond are one bar together, and the table holds each."""
NAMED = 4
"""Up to so many parts the sentence tells each by itself."""

Part = tuple[str, int]


def share_charts(filed: FiledReport, team: Team, ledger: TeamLedger) -> tuple[ChartView, ...]:
    """The charts of a report that have something to compare; a use alone is named in the account's first sentence."""
    charts = (uses_chart(filed), left_chart(filed, team, ledger))
    return tuple(chart for chart in charts if chart is not None)


def uses_chart(filed: FiledReport) -> ChartView | None:
    """Spending by use; None where there are not two uses to compare."""
    parts = tuple((_use_words(one), one.amount) for one in by_use(filed))
    if len(parts) < 2:
        return None
    title = say("{period}：支出的用途", period=filed.period.label)
    sentence = say(
        "{period}，支出 {amount} 元：{parts}。",
        period=filed.period.label, amount=grouped(_sum(parts)), parts=_named(parts),
    )  # fmt: skip
    return _chart("spent", title, sentence, parts, say("支出用途"), say("支出（元）"))


def left_chart(filed: FiledReport, team: Team, ledger: TeamLedger) -> ChartView | None:
    """What is left of each purpose; None where it cannot be known or there is one purpose alone."""
    if not ledger.funds.openings_known[filed.period.id] or isinstance(filed.report.spending, Absent):
        return None
    moved = (balance for balance in ledger.balances(filed.period.id).values() if _has_moved(balance))
    parts = tuple((purpose_words(team, balance.purpose), balance.closing) for balance in moved)
    if len(parts) < 2:
        return None
    title = say("{period}：期末各用途的结余", period=filed.period.label)
    sentence = say(
        "{period}，期末按账还剩 {amount} 元：{parts}。",
        period=filed.period.label, amount=grouped(_sum(parts)), parts=_named(parts),
    )  # fmt: skip
    return _chart("left", title, sentence, parts, say("款项的用途"), say("结余（元）"))


def _has_moved(balance: Balance) -> bool:
    """Whether a purpose had any money in the period; one that was settled before is no news."""
    return any((balance.opening, balance.received, balance.spent, balance.moved_in, balance.moved_out))


def _use_words(one: UseSum) -> str:
    if one.use is None:
        return say("没有写明用途")
    if one.use is PayeeKind.MEMBER:
        return say("归还队员垫付")
    return (
        say("{category}（没有细分）", category=one.use.label)
        if isinstance(one.use, SpendingCategory)
        else one.use.label
    )


def _sum(parts: tuple[Part, ...]) -> int:
    return sum(amount for _, amount in parts)


def _largest(parts: tuple[Part, ...], most: int) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """All parts as they stand, or of more than ``most`` the largest; and the rest."""
    if len(parts) <= most:
        return parts, ()
    by_size = tuple(sorted(parts, key=lambda part: -abs(part[1])))
    return by_size[: most - 1], by_size[most - 1 :]


def _named(parts: tuple[Part, ...]) -> str:
    told, rest = _largest(parts, NAMED)
    words = [say("{name} {amount} 元", name=name, amount=grouped(amount)) for name, amount in told]
    if rest:
        words.append(say("其余 {n} 项共 {amount} 元", n=len(rest), amount=grouped(_sum(rest))))
    return joined(words)


def _bars(parts: tuple[Part, ...]) -> Iterator[Bar]:
    told, rest = _largest(parts, MOST)
    for name, amount in told:
        yield Bar(name, amount)
    if rest:
        yield Bar(say("其余 {n} 项", n=len(rest)), _sum(rest))


def _chart(id: str, title: str, sentence: str, parts: tuple[Part, ...], name: str, amount: str) -> ChartView:
    columns = (Column("name", name), Column("amount", amount, MONEY))
    return bar_chart(id, title, (sentence,), _bars(parts), Table(id, title, columns, parts))
