"""The account of one report, as both the team page and the report page show it."""

from __future__ import annotations

from typing import Annotated

import msgspec

from generator.base.absence import NOT_REPORTED, Absent, given
from generator.base.codes import Code
from generator.base.language import say
from generator.base.money import grouped
from generator.base.table import Table
from generator.check.summary import ReportSummary
from generator.check.unit import Examined
from generator.ledger.lines import balance_ids, stock_ids
from generator.ledger.team import TeamLedger
from generator.model.corpus import Context, FiledReport
from generator.model.fields import keys_of
from generator.model.team import Team
from generator.pages.parts import tables as t
from generator.pages.parts.ask import Asking, asking
from generator.pages.parts.corrections import CorrectionView, body_words, correction_views
from generator.pages.parts.gifts import Books, GiftGroup, GiftView, gift_views, grouped_gifts
from generator.pages.parts.goods_words import gap_sentences, no_stock_words, settled_sentence
from generator.pages.parts.items import ItemView, item_views, items_words
from generator.pages.parts.noted import GapView, NoteView, gap_views, note_views
from generator.pages.parts.owed import owed_sentence, owed_words
from generator.pages.parts.sentence import report_sentence
from generator.pages.parts.stated import agreement_words, stated_table
from generator.pages.parts.verdict import VerdictView, verdict_views
from generator.pages.parts.words import amount_words, in_a_row


class FigureView(msgspec.Struct, frozen=True, eq=False):
    """One of the main figures."""

    label: Annotated[str, "名称"]
    amount: Annotated[str, "金额，没有时是未填报等"]
    absent: Annotated[bool, "没有数字"]
    key: Annotated[str, "记录里的键，也是锚和编号"] = ""


class AccountView(msgspec.Struct, frozen=True, eq=False):
    """One report's account."""

    period: Annotated[str, "时段代号"]
    label: Annotated[str, "时段"]
    published: Annotated[str, "公布日期；不明时为空"]
    unpublished: Annotated[str, "公布日期为什么没有"]
    approved: Annotated[str, "批准"]
    origin: Annotated[str, "转录来源"]
    note: Annotated[str, "说明"]
    lead: Annotated[str, "欠款大于余额时的第一句话"]
    sentence: Annotated[str, "一句话说明"]
    goods_settled: Annotated[str, "全部有去向的物资"]
    stated: Annotated[Table, "别处公布的合计"]
    stated_words: Annotated[str, "公布的合计与各行是否相符"]
    matching: Annotated[str, "配对方法要注意的地方"]
    goods_gaps: Annotated[tuple[str, ...], "没有说明去向的物资"]
    figures: Annotated[tuple[FigureView, ...], "期初、收入、捐款、支出、期末"]
    verdicts: Annotated[tuple[VerdictView, ...], "三项结论"]
    gaps: Annotated[tuple[GapView, ...], "已说明的差额"]
    items: Annotated[tuple[ItemView, ...], "应公开的项目"]
    items_words: Annotated[str, "各种状态各有几项"]
    formula: Annotated[str, "总数的算式"]
    balances: Annotated[Table, "分用途的算式"]
    holdings: Annotated[str, "余额存放"]
    owed: Annotated[str, "欠款"]
    gifts: Annotated[tuple[GiftView, ...], "最近的捐赠"]
    gift_groups: Annotated[tuple[GiftGroup, ...], "其余捐赠，分组"]
    gift_count: Annotated[int, "捐赠笔数"]
    gift_words: Annotated[str, "没有捐赠行时的说法"]
    gift_total: Annotated[str, "捐款合计"]
    stock: Annotated[Table, "物资收发存"]
    no_stock: Annotated[str, "没有收发存时的说法"]
    notes: Annotated[tuple[NoteView, ...], "检查的警告和提示"]
    corrections: Annotated[tuple[CorrectionView, ...], "更正说明"]
    asking: Annotated[Asking, "就这份报告的数字提问"]
    balance_ids: Annotated[tuple[str, ...], "算式各行的编号"]
    stock_ids: Annotated[tuple[str, ...], "物资收发存各行的编号"]


def account_view(
    filed: FiledReport, unit: Examined, team: Team, summary: ReportSummary, here: str, context: Context
) -> AccountView:
    """The account of one report; ``here`` is the way from the page to the team's folder."""
    ledger = unit.ledger
    if ledger is None:
        raise ValueError(filed.path)
    report = filed.report
    gifts, groups = grouped_gifts(gift_views(filed, Books(team, ledger, unit.folder.files, here)))
    items = ledger.report_items[filed.period.id]
    if filed is unit.folder.reports[-1]:
        items = (*items, *ledger.team_items)
    stated = stated_table(filed, unit.folder.reports)
    return AccountView(
        period=filed.period.id,
        label=filed.period.label,
        published="" if isinstance(report.published, Absent) else str(report.published),
        unpublished=str(report.published) if isinstance(report.published, Absent) else "",
        approved=_approved(filed),
        origin="" if isinstance(report.origin, Absent) else report.origin,
        note=given(report.note, ""),
        lead=owed_sentence(filed, ledger),
        sentence=report_sentence(filed, ledger),
        goods_settled=settled_sentence(filed, ledger),
        stated=stated,
        stated_words=agreement_words(stated),
        matching=_matching_words(filed, team, ledger),
        goods_gaps=gap_sentences(filed, ledger),
        figures=_figures(filed, ledger),
        verdicts=verdict_views(summary.verdicts),
        gaps=tuple(gap_views(filed, unit.findings)),
        items=item_views(items),
        items_words=items_words(items),
        formula=_formula(filed, ledger),
        balances=t.balances_table(filed, team, ledger),
        holdings=_holdings(filed),
        owed=owed_words(filed),
        gifts=gifts,
        gift_groups=groups,
        gift_count=summary.donation_count,
        gift_words=_gift_words(filed),
        gift_total=amount_words(summary.donations) if summary.donations else "",
        stock=t.stock_table(filed, ledger),
        no_stock=no_stock_words(filed),
        notes=tuple(note_views(filed, unit.findings)),
        corrections=correction_views(filed, here),
        asking=asking(Code(unit.folder.society, unit.folder.slug, filed.period.id), context),
        balance_ids=balance_ids(filed, ledger),
        stock_ids=stock_ids(filed, ledger),
    )


def _matching_words(filed: FiledReport, team: Team, ledger: TeamLedger) -> str:
    """How spending is matched to gifts, where a reader should know."""
    if not ledger.funds.openings_known[filed.period.id]:
        return say("期初余额{absent}，支出只在本期记录的收入里配对。", absent=filed.report.opening)
    if isinstance(filed.report.spending, Absent) or not filed.report.spending:
        return ""
    return say("没有写明由哪笔钱支付的支出，按“{method}”配对。", method=team.allocation.label)


def _gift_words(filed: FiledReport) -> str:
    donations = filed.report.donations
    if isinstance(donations, Absent):
        return say("捐赠{absent}。", absent=donations)
    return "" if donations else say("本期没有收到捐赠。")


def _approved(filed: FiledReport) -> str:
    approval = filed.report.approved
    return "" if approval is None else say("{who}，{day} 批准", who=body_words(approval.by), day=approval.date)


def _figures(filed: FiledReport, ledger: TeamLedger) -> tuple[FigureView, ...]:
    report, sums = filed.report, ledger.sums[filed.period.id]
    figures = (
        ("opening", say("期初余额"), sums.opening, report.opening),
        ("donations", say("捐款"), sums.donations, report.donations),
        ("income", say("其他收入"), sums.income, report.income),
        ("spending", say("支出"), sums.spending, report.spending),
        ("closing", say("期末余额"), sums.closing, report.closing),
    )
    return tuple(
        FigureView(label, grouped(amount), absent=False, key=key)
        if amount is not None
        else FigureView(label, str(value if isinstance(value, Absent) else NOT_REPORTED), absent=True, key=key)
        for key, label, amount, value in figures
    )


def _formula(filed: FiledReport, ledger: TeamLedger) -> str:
    """The working of all purposes together, in figures where they are known."""
    sums = ledger.sums[filed.period.id]
    parts = (sums.opening, sums.income, sums.donations, sums.spending)
    if None in parts or not ledger.reconcilable(filed):
        return say("期初＋其他收入＋捐款－支出＝期末")
    opening, income, donations, spent = (grouped(part) for part in parts if part is not None)
    return say(
        "期初 {opening}＋其他收入 {income}＋捐款 {donations}－支出 {spent}＝{closing}",
        opening=opening, income=income, donations=donations, spent=spent, closing=grouped(sums.computed),
    )  # fmt: skip


def _holdings(filed: FiledReport) -> str:
    holdings = filed.report.holdings
    if isinstance(holdings, Absent):
        return say("余额存放在哪里：{absent}", absent=holdings)
    parts = []
    for key, spec in keys_of(type(holdings)).items():
        value = getattr(holdings, key)
        if isinstance(value, Absent):
            if value.kind != "not_reported":
                parts.append(say("{place}{absent}", place=say(spec.label), absent=value))
        else:
            parts.append(say("{place} {amount}", place=say(spec.label), amount=amount_words(value)))
    return in_a_row(parts)
