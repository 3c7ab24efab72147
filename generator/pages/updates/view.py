"""What was published lately: reports, corrections and answers, newest first."""

from __future__ import annotations

from typing import Annotated

from generator.base.absence import Absent
from generator.check.summary import TeamSummary
from generator.model.corpus import Context
from generator.pages.page import Page, View
from generator.pages.parts.questions import about_words

KEPT = 200


class UpdateRow(View, frozen=True, eq=False):
    """One thing that was published."""

    day: Annotated[str, "日期"]
    kind: Annotated[str, "报告、更正、答复"]
    text: Annotated[str, "内容"]
    href: Annotated[str, "页面，自站点根起"]


class UpdatesView(View, frozen=True, eq=False):
    """The newest."""

    rows: Annotated[tuple[UpdateRow, ...], "最近更新"]


def update_rows(context: Context, teams: tuple[TeamSummary, ...]) -> tuple[UpdateRow, ...]:
    """The newest things published."""
    rows = []
    names = {team.id: team.name for team in teams}
    for team in teams:
        for report in team.reports:
            address = f"teams/{team.id}/{report.period}/index.html"
            if report.published:
                rows.append(
                    UpdateRow(report.published.isoformat(), "报告", f"{team.name}公布 {report.label}账目", address)
                )
            for c in report.corrections:
                text = f"{team.name}更正 {report.label} {c.entry}：{c.before} → {c.after}"
                rows.append(UpdateRow(c.date.isoformat(), "更正", text, f"{address}#corrections"))
    for filed in context.questions:
        anchor = f"questions/index.html#q-{filed.society}-{filed.number}"
        if not isinstance(filed.question.answered, Absent):
            text = f"答复关于 {about_words(filed.question.about, context, names)} 的提问"
            rows.append(UpdateRow(filed.question.answered.isoformat(), "答复", text, anchor))
    rows.sort(key=lambda row: (row.day, row.href, row.text), reverse=True)
    return tuple(rows[:KEPT])


def updates_page(context: Context, teams: tuple[TeamSummary, ...]) -> Page:
    """The page of what is new."""
    return Page("updates/index.html", "updates/page.html", "最近更新", UpdatesView(update_rows(context, teams)))
