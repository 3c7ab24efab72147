"""One team's files from its folder: parse, check, ledger, render. The unit of work that stays in one worker."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import msgspec

from generator.base.language import speaking
from generator.check.past import TeamPast
from generator.check.unit import Examined
from generator.engine.calendars import due_calendar
from generator.engine.environment import Renderer
from generator.engine.languages import CHINESE
from generator.engine.linked import described
from generator.engine.team_takeaway import TeamTakeaway
from generator.exports.csv_file import to_csv
from generator.exports.json_file import report_json, team_json
from generator.exports.linked_data import team_body
from generator.exports.script_file import script_file
from generator.model.corpus import Context
from generator.pages.badge.view import badge_page
from generator.pages.compare.brief import brief
from generator.pages.embed.view import card_page
from generator.pages.history.view import history_page
from generator.pages.page import Page
from generator.pages.poster.view import poster_page
from generator.pages.report.view import report_page
from generator.pages.team.view import team_page

File = tuple[str, bytes]


def page_files(
    make: Callable[[], Iterable[Page]], renderer: Renderer, beside: Callable[[Page], Iterable[File]] | None = None
) -> Iterator[File]:
    """Pages in every language of the site, and beside the Chinese ones their tables, or what ``beside`` makes of them."""
    for language in renderer.languages:
        with speaking(language.catalogue):
            for page in make():
                if language is CHINESE:
                    yield page.path, renderer.render(page)
                    yield from (beside or _beside)(page)
                elif not page.chinese_only:
                    yield language.prefix + page.path, renderer.render(page, language)
                if page.brief is not None:
                    folder = page.path.rpartition("/")[0]
                    yield f"{language.prefix}{folder}/brief.js", script_file(folder, page.brief)


def _beside(page: Page) -> Iterator[File]:
    folder = page.path.rpartition("/")[0]
    for name, table in page.tables:
        yield f"{folder}/{name}" if folder else name, to_csv(table)


def team_pages(unit: Examined, context: Context, past: TeamPast | None) -> Iterator[Page]:
    """The pages of one team."""
    team = team_page(unit, context, past)
    described_team = described(team, team_body(unit.folder, context))
    yield msgspec.structs.replace(described_team, brief=brief(team.view, unit))
    yield card_page(unit)
    yield badge_page(unit)
    yield poster_page(team.view, unit, context)
    for filed in unit.folder.reports:
        yield report_page(filed, unit, context, past)
    if past is not None:
        yield history_page(past, unit, context)


def team_files(
    unit: Examined, context: Context, renderer: Renderer, root: Path, takeaway: TeamTakeaway, past: TeamPast | None
) -> Iterator[File]:
    """Everything under one team's address; ``takeaway`` collects its rows on the way."""
    folder, team, ledger, summary = unit.folder, unit.folder.team, unit.ledger, unit.summary
    if team is None or ledger is None or summary is None:
        return
    yield from page_files(lambda: team_pages(unit, context, past), renderer, takeaway.beside)
    yield from takeaway.files()
    yield f"teams/{folder.id}/due.ics", due_calendar(context, f"{team.name}：公布时限", (summary,), remind=True)
    yield f"teams/{folder.id}/index.json", team_json(folder, team, summary, unit.findings, takeaway.reports())
    for filed in folder.reports:
        address = f"teams/{folder.id}/{filed.period.id}/index.json"
        yield address, report_json(filed, ledger, unit.findings)
    for attachment in sorted(folder.files):
        yield f"{folder.path}/{attachment}", (root / folder.path / attachment).read_bytes()
