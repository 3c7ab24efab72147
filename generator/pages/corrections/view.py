"""Every correction on the site, newest first: what was changed, from what to what, why, and who approved it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from generator.base.codes import FIGURES
from generator.base.language import say
from generator.base.table import DAY, Column, Table
from generator.check.summary import CorrectionSummary, ReportSummary, TeamSummary
from generator.pages.page import Page, View
from generator.pages.parts.archive import Shelf, period_words, shelves
from generator.pages.parts.corrections import body_words, entry_words, field_label, value_words

NEWEST = 100
"""So many corrections on the first page."""


class CorrectionRow(View, frozen=True, eq=False):
    """One correction."""

    day: Annotated[str, "更正日期"]
    team: Annotated[str, "队伍"]
    href: Annotated[str, "被更正的那一行，没有了的话是报告的更正说明；自站点根起"]
    period: Annotated[str, "报告"]
    entry: Annotated[str, "更正的行"]
    field: Annotated[str, "更正的项目"]
    before: Annotated[str, "更正前"]
    after: Annotated[str, "更正后"]
    reason: Annotated[str, "原因"]
    approved: Annotated[str, "批准"]


class CorrectionsView(View, frozen=True, eq=False):
    """The list of corrections, or those of one year."""

    shelf: Annotated[Shelf, "本页的更正"]
    total: Annotated[int, "全站一共几处更正"]


def correction_rows(teams: tuple[TeamSummary, ...]) -> tuple[CorrectionRow, ...]:
    """Every correction, newest first."""
    return tuple(_row(*entry) for entry in _found(teams))


def _found(teams: tuple[TeamSummary, ...]) -> list[tuple[CorrectionSummary, TeamSummary, ReportSummary]]:
    found = [(c, team, report) for team in teams for report in team.reports for c in report.corrections]
    return sorted(found, key=lambda e: (e[0].date, e[1].id, e[2].period), reverse=True)


def _row(correction: CorrectionSummary, team: TeamSummary, report: ReportSummary) -> CorrectionRow:
    there = correction.entry in FIGURES or f"{report.period}#{correction.entry}" in team.anchors
    return CorrectionRow(
        day=correction.date.isoformat(),
        team=team.name,
        href=f"teams/{team.id}/{report.period}/index.html#{correction.entry if there else 'corrections'}",
        period=period_words(report.period),
        entry=entry_words(correction.entry),
        field=field_label(correction.field),
        before=value_words(correction.entry, correction.field, correction.before),
        after=value_words(correction.entry, correction.field, correction.after),
        reason=correction.reason,
        approved=body_words(correction.approved),
    )


def corrections_pages(teams: tuple[TeamSummary, ...]) -> Iterator[Page]:
    """The pages of corrections; the first has the newest, and all of them as a file."""
    rows = correction_rows(teams)
    columns = (
        Column("date", "更正日期", DAY), Column("team", "队伍"), Column("report", "报告"), Column("entry", "更正的行"),
        Column("field", "更正的项目"), Column("before", "更正前"), Column("after", "更正后"), Column("reason", "原因"),
        Column("approved", "批准"),
    )  # fmt: skip
    cells = tuple(
        (r.day, r.team, r.period, r.entry, r.field, c.before, c.after, r.reason, r.approved)
        for r, (c, _, _) in zip(rows, _found(teams), strict=True)
    )
    table = Table("corrections", "更正说明", columns, cells)
    for path, shelf in shelves("corrections", rows, lambda row: row.day, NEWEST):
        title = say("{period}的更正说明", period=shelf.period) if shelf.period else say("更正说明")
        beside = () if shelf.period else (("corrections.csv", table),)
        yield Page(path, "corrections/page.html", title, CorrectionsView(shelf, len(rows)), beside)
