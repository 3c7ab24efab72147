"""The page of one team: /teams/<society>/<team>/, in the order of design.md and page.md."""

from __future__ import annotations

from typing import Annotated

import msgspec

from generator.base.absence import NOT_REPORTED, Absent, given
from generator.base.codes import Code
from generator.base.language import say
from generator.base.table import Table
from generator.check.past import TeamPast
from generator.check.summary import ReportSummary
from generator.check.unit import Examined
from generator.ledger.results import Balance
from generator.ledger.series import by_channel, by_project, yearly
from generator.model import tables as heads
from generator.model.corpus import Context, FiledReport
from generator.model.team import Team
from generator.model.vocabulary import TeamStatus
from generator.pages.history.view import history_link
from generator.pages.page import Link, Page, View
from generator.pages.parts.account import AccountView, account_view
from generator.pages.parts.ask import Asking, AskView, ask_view, asking
from generator.pages.parts.charts.bars import ChartView
from generator.pages.parts.charts.shares import share_charts
from generator.pages.parts.charts.years import years_chart
from generator.pages.parts.corrections import CorrectionView, correction_views
from generator.pages.parts.due import DueView, due_views, next_due_words
from generator.pages.parts.items import ItemView, item_views, items_words
from generator.pages.parts.places import region_chain
from generator.pages.parts.questions import QuestionView, question_view, questions_about
from generator.pages.parts.sentence import publishing_sentence, status_sentence
from generator.pages.parts.tables import UNKNOWN
from generator.pages.parts.verdict import VerdictView, verdict_views
from generator.pages.parts.words import paragraph
from generator.pages.team import profile as p


class TeamView(View, frozen=True, eq=False):
    """One team."""

    name: Annotated[str, "队伍名称"]
    also: Annotated[str, "简称和曾用名"]
    society: Annotated[Link, "管理的红十字会"]
    regions: Annotated[tuple[Link, ...], "所在地区"]
    fields: Annotated[tuple[Link, ...], "服务领域，第一个是主要领域"]
    leader: Annotated[str, "负责人"]
    area: Annotated[str, "服务地区"]
    status: Annotated[str, "状态"]
    founded: Annotated[str, "成立日期"]
    about: Annotated[str, "介绍（Markdown）"]
    contact: Annotated[tuple[p.FactView, ...], "联系方式"]
    account: Annotated[AccountView | None, "最近一份报告的账目"]
    verdicts: Annotated[tuple[VerdictView, ...], "三项结论"]
    lead: Annotated[str, "没有账目时的一句话"]
    items: Annotated[tuple[ItemView, ...], "应公开的基本情况"]
    items_words: Annotated[str, "各种状态各有几项"]
    due: Annotated[tuple[DueView, ...], "应公布的报告和日期"]
    next_due: Annotated[str, "下一份报告何时公布；不会再有报告时为空"]
    reports: Annotated[Table, "全部报告"]
    channels: Annotated[Table, "历年资金渠道"]
    chart: Annotated[ChartView | None, "历年收支图"]
    shares: Annotated[tuple[ChartView, ...], "最近一份报告的支出用途图和结余图"]
    governance: Annotated[tuple[p.FactView, ...], "怎样管理"]
    people: Annotated[tuple[p.FactView, ...], "队员和培训"]
    others: Annotated[tuple[p.FactView, ...], "技能、行动、阵地、荣誉"]
    projects: Annotated[tuple[p.ProjectView, ...], "项目"]
    purposes: Annotated[Table, "定向用途"]
    corrections: Annotated[tuple[CorrectionView, ...], "更正说明"]
    questions: Annotated[tuple[QuestionView, ...], "提问和答复"]
    history: Annotated[Link | None, "记录的历史"]
    asking: Annotated[Asking, "就整支队伍的结论和时限提问"]
    ask: Annotated[AskView, "提问"]


def team_page(unit: Examined, context: Context, past: TeamPast | None = None) -> Page:
    """The page of one team."""
    folder, team, ledger, summary = unit.folder, unit.folder.team, unit.ledger, unit.summary
    if team is None or ledger is None or summary is None:
        raise ValueError(folder.path)
    latest = folder.reports[-1] if folder.reports else None
    before, after = status_sentence(team), publishing_sentence(summary.calendar, context.as_of)
    lead = paragraph((before, say("本队没有公布过报告。"), after))
    account = account_view(latest, unit, team, summary.reports[-1], "", context) if latest else None
    if account is not None:
        account = msgspec.structs.replace(account, sentence=paragraph((before, account.sentence, after)))
        lead = account.lead + account.sentence
    society = context.societies.get(folder.society)
    reports, channels, purposes = _reports_table(unit), _channels_table(unit), _purposes_table(unit)
    corrections = [c for filed in reversed(folder.reports) for c in correction_views(filed, "")]
    also = [given(team.short_name, ""), *(say("曾用名：{name}", name=name) for name in team.former_names)]
    view = TeamView(
        name=team.name,
        also=say("；").join(part for part in also if part),
        society=Link(society.name if society else folder.society, f"societies/{folder.society}/index.html"),
        regions=_regions(folder.society, context),
        fields=tuple(Link(f.label, f"fields/{f.value}/index.html") for f in team.fields),
        leader=p.leader_words(team),
        area=team.area,
        status=_status_words(team),
        founded=str(team.founded),
        about="" if isinstance(team.about, Absent) else team.about,
        contact=p.contact_facts(team.contact),
        account=account,
        verdicts=verdict_views(summary.verdicts),
        lead=lead,
        items=item_views(ledger.team_items),
        items_words=items_words(ledger.team_items),
        due=due_views(summary),
        next_due=next_due_words(summary),
        reports=reports,
        channels=channels,
        chart=years_chart(yearly(folder, team, ledger)),
        shares=share_charts(latest, team, ledger) if latest else (),
        governance=p.governance_facts(team, folder.files, context.societies),
        people=p.people_facts(team),
        others=p.other_facts(team),
        projects=p.project_views(team, by_project(folder)),
        purposes=purposes,
        corrections=tuple(corrections),
        questions=tuple(question_view(q, context, {folder.id: team.name}) for q in questions_about(folder.id, context)),
        history=history_link(past, folder.id),
        asking=asking(Code(folder.society, folder.slug), context),
        ask=ask_view(Code(folder.society, folder.slug), team.name, None, context),
    )
    return Page(
        path=f"teams/{folder.id}/index.html",
        template="team/page.html",
        title=team.name,
        view=view,
        tables=(("reports.csv", reports), ("channels.csv", channels), ("purposes.csv", purposes)),
        summary=say("{team}：{sentence}", team=team.name, sentence=lead),
        crumbs=(*view.regions, view.society),
    )


def _status_words(team: Team) -> str:
    status, since = team.status.value, team.status.since
    if status is TeamStatus.ACTIVE:
        return status.label
    if isinstance(since, Absent):
        return say("{status}（起始日期{absent}）", status=status.label, absent=since)
    return say("{status}（{day} 起）", status=status.label, day=since)


def _regions(society_id: str, context: Context) -> tuple[Link, ...]:
    return tuple(Link(name, f"regions/{code}/index.html") for code, name in region_chain(society_id, context))


def _channels_table(unit: Examined) -> Table:
    """Income other than donations by year and channel, to be compared year on year (5.2)."""
    rows = tuple((str(year), channel, amount) for (year, channel), amount in by_channel(unit.folder).items())
    return heads.CHANNELS.table(rows)


def _hours(filed: FiledReport) -> int | Absent:
    service = filed.report.service
    return service if isinstance(service, Absent) else service.hours


def _or_absence(report: ReportSummary, filed: FiledReport, key: str) -> int | Absent:
    """A figure of a report, or the absence that the record states in its place."""
    amount: int | None = getattr(report, key)
    if amount is not None:
        return amount
    stated = getattr(filed.report, key)
    return stated if isinstance(stated, Absent) else NOT_REPORTED


def _reports_table(unit: Examined) -> Table:
    """Every report with its figures and verdicts; the link is drawn by the page from the period."""
    summary = unit.summary
    rows = tuple(
        (
            report.period, report.label, filed.report.published,
            *(_or_absence(report, filed, key) for key in ("opening", "donations", "income", "spending", "closing")),
            *(str(v.word) for v in report.verdicts), _hours(filed),
        )
        for report, filed in zip(
            reversed(summary.reports if summary else ()), reversed(unit.folder.reports), strict=True
        )
    )  # fmt: skip
    return heads.REPORTS.table(rows)


def _purposes_table(unit: Examined) -> Table:
    """What donations may be tied to, with what is left of each."""
    folder, ledger = unit.folder, unit.ledger
    last = ledger.balances(folder.reports[-1].period.id) if ledger and folder.reports else {}
    known = bool(ledger and folder.reports) and _is_known(unit)
    rows = []
    for purpose in folder.team.purposes if folder.team else ():
        balance = last.get(purpose.id)
        settled = "" if purpose.leftover is None else f"{purpose.leftover.date} {purpose.leftover.how}"
        rows.append((purpose.title, purpose.start, purpose.end, _left(balance, known), settled))
    return heads.PURPOSES.table(rows)


def _is_known(unit: Examined) -> bool:
    """Whether the latest report gives its opening and its spending, so that a remainder can be computed."""
    latest = unit.folder.reports[-1]
    opened = unit.ledger is not None and unit.ledger.funds.openings_known[latest.period.id]
    return opened and not isinstance(latest.report.spending, Absent)


def _left(balance: Balance | None, known: bool) -> int | Absent:
    """What is left of a purpose, where the figures allow it to be known."""
    if not known:
        return UNKNOWN
    return balance.closing if balance else 0
