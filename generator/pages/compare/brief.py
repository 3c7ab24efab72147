"""What a team's page says of it, in lines that can stand beside another team's: made from the page's own view and tables.

Each line is its heading, its words, and whether they say that there is nothing. All teams have the same lines in the
same order, so that a script needs to know none of them.
"""

from __future__ import annotations

from typing import Any

from generator.base.absence import NOT_REPORTED, Absent
from generator.base.language import joined, say
from generator.base.quantity import grouped_quantity
from generator.base.table import MONEY, QUANTITY, Column
from generator.check.summary import ReportSummary
from generator.check.unit import Examined
from generator.ledger.completeness import Item
from generator.ledger.team import TeamLedger
from generator.model.corpus import FiledReport
from generator.pages.parts.goods_words import no_stock_words
from generator.pages.parts.owed import owed_words
from generator.pages.parts.tables import stock_table
from generator.pages.parts.verdict import VerdictView, verdict_views
from generator.pages.parts.words import amount_words
from generator.pages.poster.view import goods_words
from generator.pages.team.view import TeamView

Line = tuple[str, str, bool]
"""Heading, words, whether there is nothing."""


def brief(team: TeamView, unit: Examined) -> dict[str, Any]:
    """A team and each of its reports, newest first."""
    folder, ledger, summary = unit.folder, unit.ledger, unit.summary
    if folder.team is None or ledger is None or summary is None:
        raise ValueError(folder.path)
    rows = [dict(zip((c.key for c in team.reports.columns), row, strict=True)) for row in team.reports.rows]
    columns = {column.key: column for column in team.reports.columns}
    filed = {one.period.id: one for one in folder.reports}
    summaries = {one.period: one for one in summary.reports}
    return {
        "id": folder.id,
        "name": team.name,
        "facts": _facts(team, unit),
        "reports": [
            _report(team.name, filed[row["period"]], summaries[row["period"]], row, columns, unit, ledger)
            for row in rows
        ],
    }


def _facts(team: TeamView, unit: Examined) -> list[Line]:
    folder, summary = unit.folder, unit.summary
    registered = folder.team.people.registered if folder.team else None
    missing = [one.period.label for one in summary.calendar if one.state == "missing"] if summary else []
    return [
        (say("负责人"), team.leader, False),
        (say("服务领域"), joined(field.text for field in team.fields), False),
        (say("服务地区"), team.area, False),
        (say("管理单位"), team.society.text, False),
        (say("状态"), team.status, False),
        (say("成立日期"), team.founded, False),
        (say("注册志愿者"), say("{n} 人", n=registered) if isinstance(registered, int) else str(registered),
         isinstance(registered, Absent)),
        (say("有报告的时段"), joined(row[1] for row in team.reports.rows) or say("没有公布过报告"), not team.reports.rows),
        (say("逾期没有公布的报告"), joined(missing) or say("没有"), False),
    ]  # fmt: skip


def _report(
    team: str, filed: FiledReport, summary: ReportSummary, row: dict[str, Any], columns: dict[str, Column],
    unit: Examined, ledger: TeamLedger,
) -> dict[str, Any]:  # fmt: skip
    verdicts = verdict_views(summary.verdicts)
    period = filed.period
    days = (period.end - period.start).days + 1
    stock, corrected = stock_table(filed, ledger), len(filed.report.corrections)
    items = ledger.report_items[period.id]
    if filed is unit.folder.reports[-1]:
        items = (*items, *ledger.team_items)
    money = {"opening": say("期初余额"), "donations": say("捐款"), "income": say("其他收入"), "spending": say("支出"),
             "closing": say("期末余额")}  # fmt: skip
    lines: list[Line] = [
        (say("起止"), say("{start} 至 {end}，{n} 天", start=period.start, end=period.end, n=days), False),
        (say("公布日期"), *_cell(row["published"], columns["published"])),
        *(_verdict(verdict) for verdict in verdicts),
        (say("应公开的项目"), _items_words(items), False),
        *((label, *_cell(row[key], columns[key])) for key, label in money.items()),
        (say("欠款"), owed_words(filed) or str(NOT_REPORTED), isinstance(filed.report.owed, Absent)),
        (say("物资"), goods_words(stock) or no_stock_words(filed), False),
        (say("服务时长（小时）"), *_cell(row["hours"], columns["hours"])),
        (say("更正"), say("{n} 处", n=corrected) if corrected else say("没有"), False),
    ]
    return {
        "period": period.id,
        "label": str(row["label"]),
        "lines": lines,
        "caution": _caution(team, verdicts[0]),
    }


def _cell(value: Any, column: Column) -> tuple[str, bool]:
    """A cell of the page's table in words, and whether it says that there is nothing."""
    if isinstance(value, int):
        if column.kind == MONEY:
            return amount_words(value), False
        return grouped_quantity(value) if column.kind == QUANTITY else str(value), False
    return str(value), isinstance(value, Absent)


def _verdict(verdict: VerdictView) -> Line:
    word = f"{verdict.shape} {verdict.word}"
    return (
        verdict.question,
        say("{word}：{detail}", word=word, detail=verdict.detail) if verdict.detail else word,
        False,
    )


def _items_words(items: tuple[Item, ...]) -> str:
    states = [item.state for item in items]
    return say(
        "{total} 项，其中未填报 {missing} 项，不公开 {withheld} 项",
        total=len(states), missing=states.count("not_reported"), withheld=states.count("withheld"),
    )  # fmt: skip


def _caution(team: str, accuracy: VerdictView) -> str:
    """What a reader must know before the figures of a report are set beside others; empty where they add up."""
    if accuracy.state == "pass":
        return ""
    if accuracy.state == "unknown":
        return say(
            "{team}这一期“{word}”（{why}），它的金额不能和别的队比。",
            team=team, word=accuracy.word, why=accuracy.detail,
        )  # fmt: skip
    return say("{team}这一期“{word}”，比较金额时要看差多少、为什么差。", team=team, word=accuracy.word)
