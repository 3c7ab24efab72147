"""The card of one team: /teams/<society>/<team>/card/, as small as fits into 300 × 220 pixels of somebody else's page."""

from __future__ import annotations

from typing import Annotated

from generator.base.absence import NOT_REPORTED, Absent
from generator.base.language import say
from generator.check.unit import Examined
from generator.pages.page import Page, View
from generator.pages.parts.owed import owed_sentence
from generator.pages.parts.verdict import VerdictView, verdict_views
from generator.pages.parts.words import amount_words


class EmbedView(View, frozen=True, eq=False):
    """One team on a card."""

    name: Annotated[str, "队伍名称"]
    verdicts: Annotated[tuple[VerdictView, ...], "三项结论"]
    sentence: Annotated[str, "最近一份报告的主要数字，或者欠款大于余额"]


def card_page(unit: Examined) -> Page:
    """The card of one team."""
    folder, summary = unit.folder, unit.summary
    if summary is None:
        raise ValueError(folder.path)
    return Page(
        path=f"teams/{folder.id}/card/index.html",
        template="embed/page.html",
        title=summary.name,
        view=EmbedView(summary.name, verdict_views(summary.verdicts), figures_sentence(unit)),
    )


def figures_sentence(unit: Examined) -> str:
    """What came in, went out and is left in the latest report; what has no figure says how it is absent.

    Where more is owed than that, a card says so instead: it has no room for both, and the balance alone misleads.
    """
    if not unit.summary or not unit.summary.reports:
        return say("没有公布过报告。")
    figures, filed = unit.summary.reports[-1], unit.folder.reports[-1]
    report = filed.report
    if unit.ledger and (owed := owed_sentence(filed, unit.ledger)):
        return say("{period}：{sentence}", period=figures.label, sentence=owed)
    return say(
        "{period}：捐款 {donations}，其他收入 {income}，支出 {spending}，期末余额 {closing}。",
        period=figures.label,
        donations=_figure(figures.donations, report.donations),
        income=_figure(figures.income, report.income),
        spending=_figure(figures.spending, report.spending),
        closing=_figure(figures.closing, report.closing),
    )


def _figure(amount: int | None, stated: object) -> str:
    """An amount, or its absence in one word: a card has no room for reasons."""
    if amount is not None:
        return amount_words(amount)
    absent = stated if isinstance(stated, Absent) else NOT_REPORTED
    return say(absent.label)
