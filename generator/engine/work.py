"""One team's files from its folder: parse, check, ledger, render. The unit of work that stays in one worker."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.check.unit import Examined
from generator.engine.environment import Renderer
from generator.exports.csv_file import to_csv
from generator.exports.json_file import report_json, team_json
from generator.model.corpus import Context
from generator.pages.page import Page
from generator.pages.report.view import report_page
from generator.pages.team.view import team_page

File = tuple[str, bytes]


def page_files(page: Page, renderer: Renderer) -> Iterator[File]:
    """A page and the tables beside it."""
    yield page.path, renderer.render(page)
    folder = page.path.rpartition("/")[0]
    for name, table in page.tables:
        yield f"{folder}/{name}" if folder else name, to_csv(table)


def team_files(unit: Examined, context: Context, renderer: Renderer, root: Path) -> Iterator[File]:
    """Everything under one team's address."""
    folder, team, ledger, summary = unit.folder, unit.folder.team, unit.ledger, unit.summary
    if team is None or ledger is None or summary is None:
        return
    yield from page_files(team_page(unit, context), renderer)
    yield f"teams/{folder.id}/index.json", team_json(folder, team, summary, unit.findings)
    for filed in folder.reports:
        yield from page_files(report_page(filed, unit, context), renderer)
        address = f"teams/{folder.id}/{filed.period.id}/index.json"
        yield address, report_json(filed, ledger, unit.findings)
    for attachment in sorted(folder.files):
        yield f"{folder.path}/{attachment}", (root / folder.path / attachment).read_bytes()
