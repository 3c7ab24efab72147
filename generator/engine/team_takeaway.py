"""What can be taken away of one team: CSV and Excel of each report and of all its reports, and its rows for the site.

The tables are those that its pages show; each is settled once and then written everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.base.absence import given
from generator.base.table import Table
from generator.check.unit import Examined
from generator.engine.rows import about_team
from generator.exports.cells import Row, settled_rows
from generator.exports.csv_file import csv_bytes
from generator.exports.dataset import BY_NAME, OF_EACH_REPORT, OF_EACH_TEAM, OF_TEAM, REPORTS
from generator.exports.lists import record
from generator.exports.spool import Rows
from generator.exports.workbook import Cover, book_bytes
from generator.model.corpus import Context
from generator.pages.page import Page

OWNER = len(OF_TEAM)
"""The columns that say whose a row is: a team's own files need not say it in every row."""


def cover_of(context: Context, title: str, path: str) -> Cover:
    """The first sheet of a workbook; ``path`` is the page that it belongs to."""
    site = context.site
    return Cover(
        title=title,
        address=f"{site.url.rstrip('/')}/{path}",
        publisher=site.publisher,
        licence=given(site.licence, ""),
        as_of=context.as_of,
        demonstration=site.demonstration,
    )


class TeamTakeaway:
    """Collects the tables of a team's pages as they are made."""

    def __init__(self, unit: Examined, context: Context) -> None:
        self.unit = unit
        self.context = context
        self.home = f"teams/{unit.folder.id}"
        self.spans = {filed.period.id: filed.period for filed in unit.folder.reports}
        self.rows: Rows = {table.name: [] for table in OF_EACH_TEAM} | about_team(unit)

    def beside(self, page: Page) -> Iterator[tuple[str, bytes]]:
        """The files beside a page of the team; its rows are remembered."""
        folder = page.path.rpartition("/")[0]
        period = folder[len(self.home) + 1 :]
        sheets = []
        for name, table in page.tables:
            rows = settled_rows(table)
            yield f"{folder}/{name}", csv_bytes(table.columns, rows)
            self._remember(table, rows, period)
            sheets.append((table.caption.partition("：")[0], table.columns, rows))
        if period in self.spans:
            team = self.unit.folder.team
            title = f"{team.name if team else ''} {page.title}" if team and team.name not in page.title else page.title
            yield f"{folder}/report.xlsx", book_bytes(cover_of(self.context, title, f"{folder}/"), sheets)

    def _remember(self, table: Table, rows: list[Row], period: str) -> None:
        folder = self.unit.folder
        data = BY_NAME[table.name]
        if data is REPORTS:
            spans = [self.spans[str(row[0])] for row in rows]
            rows = [[*row, span.start.isoformat(), span.end.isoformat()] for row, span in zip(rows, spans, strict=True)]
        prefix = (folder.society, folder.slug, period)[: len(data.prefix)]
        self.rows[table.name] += data.rows(prefix, rows)

    def files(self) -> Iterator[tuple[str, bytes]]:
        """The files of all reports together, once every page is made."""
        own = {name: [row[OWNER:] for row in rows] for name, rows in self.rows.items()}
        if self.unit.folder.reports:
            for table in OF_EACH_REPORT:
                yield f"{self.home}/{table.name}.csv", csv_bytes(table.all_columns[OWNER:], own[table.name])
        title = self.unit.folder.team.name if self.unit.folder.team else self.home
        sheets = ((table.caption, table.all_columns[OWNER:], own[table.name]) for table in OF_EACH_TEAM)
        yield f"{self.home}/team.xlsx", book_bytes(cover_of(self.context, title, f"{self.home}/"), sheets)

    def reports(self) -> dict[str, dict[str, Any]]:
        """The figures of each report by its period, as JSON."""
        return {str(row[OWNER]): record(REPORTS, row) for row in self.rows[REPORTS.name]}
