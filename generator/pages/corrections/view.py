"""Every correction on the site, newest first."""

from __future__ import annotations

from typing import Annotated

from generator.base.table import DAY, Column, Table
from generator.check.summary import TeamSummary
from generator.pages.page import Page, View
from generator.pages.parts.corrections import body_words, field_label


class CorrectionRow(View, frozen=True, eq=False):
    """One correction."""

    day: Annotated[str, "更正日期"]
    team: Annotated[str, "队伍"]
    href: Annotated[str, "报告的更正说明，自站点根起"]
    period: Annotated[str, "报告"]
    entry: Annotated[str, "更正的行"]
    field: Annotated[str, "更正的项目"]
    before: Annotated[str, "更正前"]
    after: Annotated[str, "更正后"]
    reason: Annotated[str, "原因"]
    approved: Annotated[str, "批准"]


class CorrectionsView(View, frozen=True, eq=False):
    """The list of corrections."""

    rows: Annotated[tuple[CorrectionRow, ...], "更正"]


def correction_rows(teams: tuple[TeamSummary, ...]) -> tuple[CorrectionRow, ...]:
    """Every correction, newest first."""
    found = [(c, team, report) for team in teams for report in team.reports for c in report.corrections]
    found.sort(key=lambda e: (e[0].date, e[1].id, e[2].period), reverse=True)
    return tuple(
        CorrectionRow(
            day=c.date.isoformat(),
            team=team.name,
            href=f"teams/{team.id}/{report.period}/index.html#corrections",
            period=report.label,
            entry=c.entry,
            field=field_label(c.field),
            before=c.before,
            after=c.after,
            reason=c.reason,
            approved=body_words(c.approved),
        )
        for c, team, report in found
    )


def corrections_page(teams: tuple[TeamSummary, ...]) -> Page:
    """The page of corrections."""
    rows = correction_rows(teams)
    columns = (
        Column("date", "更正日期", DAY), Column("team", "队伍"), Column("report", "报告"), Column("entry", "更正的行"),
        Column("field", "更正的项目"), Column("before", "更正前"), Column("after", "更正后"), Column("reason", "原因"),
        Column("approved", "批准"),
    )  # fmt: skip
    cells = tuple((r.day, r.team, r.period, r.entry, r.field, r.before, r.after, r.reason, r.approved) for r in rows)
    table = Table("corrections", "更正说明", columns, cells)
    return Page(
        "corrections/index.html",
        "corrections/page.html",
        "更正说明",
        CorrectionsView(rows),
        (("corrections.csv", table),),
    )
