"""The page of one report: /teams/<society>/<team>/<period>/."""

from __future__ import annotations

from typing import Annotated

from generator.base.absence import Absent
from generator.base.codes import Code
from generator.base.language import joined, say
from generator.base.quantity import grouped_quantity
from generator.base.table import Table
from generator.check.past import TeamPast
from generator.check.unit import Examined
from generator.model.corpus import Context, FiledReport
from generator.model.fields import keys_of
from generator.model.report import Service
from generator.pages.history.view import history_link
from generator.pages.page import Link, Page, View
from generator.pages.parts import tables as t
from generator.pages.parts.account import AccountView, account_view
from generator.pages.parts.ask import AskView, ask_view
from generator.pages.parts.charts.bars import ChartView
from generator.pages.parts.charts.shares import share_charts
from generator.pages.parts.due import DueView, due_view
from generator.pages.team.profile import FactView, leader_words


class ReportView(View, frozen=True, eq=False):
    """One report of one team."""

    team: Annotated[str, "队伍名称"]
    society: Annotated[str, "管理的红十字会"]
    society_href: Annotated[str, "红十字会页面；没有时为空"]
    leader: Annotated[str, "负责人"]
    fields: Annotated[str, "服务领域"]
    account: Annotated[AccountView, "账目"]
    due: Annotated[tuple[DueView, ...], "这份报告应于哪天公布；没有规定时限时没有"]
    due_basis: Annotated[str, "时限的依据；没有写时为空"]
    shares: Annotated[tuple[ChartView, ...], "支出用途图和结余图"]
    income: Annotated[Table, "其他收入"]
    income_words: Annotated[str, "没有收入行时的说法"]
    spending: Annotated[Table, "支出"]
    spending_words: Annotated[str, "没有支出行时的说法"]
    transfers: Annotated[Table, "用途变更"]
    goods_in: Annotated[Table, "购入物资"]
    goods_out: Annotated[Table, "物资去向"]
    service: Annotated[tuple[FactView, ...], "服务情况"]
    history: Annotated[Link | None, "记录的历史"]
    ask: Annotated[AskView, "提问"]
    files: Annotated[tuple[Link, ...], "旁边的数据文件"]
    previous: Annotated[Link | None, "上一份报告"]
    following: Annotated[Link | None, "下一份报告"]


def report_page(filed: FiledReport, unit: Examined, context: Context, past: TeamPast | None = None) -> Page:
    """The page of one report."""
    team, ledger, summary = unit.folder.team, unit.ledger, unit.summary
    if team is None or ledger is None or summary is None:
        raise ValueError(filed.path)
    folder = unit.folder
    index = folder.reports.index(filed)
    society = context.societies.get(folder.society)
    income, spending = t.income_table(filed, team), t.spending_table(filed, team, folder.files)
    transfers, bought = t.transfers_table(filed, team), t.goods_in_table(filed)
    gone, donations = t.goods_out_table(filed, ledger, folder.files), t.donations_table(filed, team, ledger)
    due = next((one for one in ledger.calendar if one.period.id == filed.period.id), None)
    account = account_view(filed, unit, team, summary.reports[index], "../", context)
    beside = (
        donations,
        t.uses_table(filed, ledger),
        income,
        spending,
        transfers,
        account.stock,
        bought,
        gone,
        account.balances,
        account.stated,
    )
    view = ReportView(
        team=team.name,
        society=society.name if society else folder.society,
        society_href=f"societies/{folder.society}/index.html" if society else "",
        leader=leader_words(team),
        fields=joined(field.label for field in team.fields),
        account=account,
        due=() if due is None else (due_view(summary, due),),
        due_basis="" if due is None else due.basis,
        shares=share_charts(filed, team, ledger),
        income=income,
        income_words=_income_words(filed.report.income),
        spending=spending,
        spending_words=_spending_words(filed.report.spending),
        transfers=transfers,
        goods_in=bought,
        goods_out=gone,
        service=_service(filed),
        history=history_link(past, folder.id, filed.period.id),
        ask=ask_view(
            Code(folder.society, folder.slug, filed.period.id),
            say("{team} {period}账目", team=team.name, period=filed.period),
            team.contact,
            context,
        ),
        files=tuple(
            Link(say("{table} CSV", table=say(table.caption)), f"{table.name}.csv") for table in beside if table.rows
        ),
        previous=_neighbour(folder.id, unit, index - 1),
        following=_neighbour(folder.id, unit, index + 1),
    )
    return Page(
        path=f"teams/{folder.id}/{filed.period.id}/index.html",
        template="report/page.html",
        title=say("{team} {period}账目", team=team.name, period=filed.period),
        view=view,
        tables=tuple((f"{table.name}.csv", table) for table in beside),
        summary=account.lead + account.sentence,
        crumbs=(
            *((Link(view.society, view.society_href),) if view.society_href else ()),
            Link(team.name, f"teams/{folder.id}/index.html"),
        ),
    )


def _income_words(income: tuple[object, ...] | Absent) -> str:
    if isinstance(income, Absent):
        return say("其他收入{absent}。", absent=income)
    return "" if income else say("没有其他收入。")


def _spending_words(spending: tuple[object, ...] | Absent) -> str:
    if isinstance(spending, Absent):
        return say("支出{absent}。", absent=spending)
    return "" if spending else say("没有支出。")


def _neighbour(team: str, unit: Examined, index: int) -> Link | None:
    if not 0 <= index < len(unit.folder.reports):
        return None
    period = unit.folder.reports[index].period
    return Link(period.label, f"teams/{team}/{period.id}/index.html")


def _service(filed: FiledReport) -> tuple[FactView, ...]:
    service = filed.report.service
    if isinstance(service, Absent):
        return (FactView(say("服务情况"), str(service), absent=True),)
    facts = []
    for key, spec in keys_of(Service).items():
        value = getattr(service, key)
        words = str(value) if isinstance(value, Absent) else _number(key, value)
        facts.append(FactView(say(spec.label), words, absent=isinstance(value, Absent)))
    return tuple(facts)


def _number(key: str, value: int) -> str:
    return grouped_quantity(value) if key == "hours" else f"{value:,}"
