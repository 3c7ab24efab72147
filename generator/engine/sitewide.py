"""Everything site-wide, made from the shared context and the teams' summaries alone."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.summary import TeamSummary
from generator.engine.environment import Renderer
from generator.engine.frame import static_files
from generator.engine.site_takeaway import Shelf
from generator.engine.work import File, page_files
from generator.exports.feed import Entry, atom
from generator.model.corpus import Context
from generator.pages.corrections.view import correction_rows, corrections_pages
from generator.pages.data.view import data_page
from generator.pages.directory.view import directory_pages
from generator.pages.due.view import due_page
from generator.pages.field.view import field_pages
from generator.pages.glossary.view import glossary_page
from generator.pages.home.view import home_page
from generator.pages.missing.view import missing_page
from generator.pages.moved.view import moved_pages
from generator.pages.page import Page
from generator.pages.parts.board import Board, make_board
from generator.pages.questions.view import questions_pages
from generator.pages.region.view import region_pages
from generator.pages.rule.view import rule_pages
from generator.pages.rules.view import rules_page
from generator.pages.societies.view import societies_pages
from generator.pages.society.view import society_page
from generator.pages.updates.view import update_rows, updates_pages


def sitewide_pages(board: Board, teams: tuple[TeamSummary, ...], shelf: Shelf) -> Iterator[Page]:
    """Every page that is not one team's; ``shelf`` are the files of the whole site."""
    context = board.context
    yield home_page(board, teams)
    yield from directory_pages(context, teams)
    yield from societies_pages(board)
    for society in context.societies:
        yield society_page(society, board)
    yield from region_pages(board)
    yield from field_pages(context, teams)
    yield due_page(board)
    yield from corrections_pages(teams)
    yield from questions_pages(context, teams)
    yield from updates_pages(context, teams)
    yield glossary_page()
    yield rules_page()
    yield from rule_pages()
    yield data_page(*shelf)
    yield missing_page(context)
    for team in teams:
        yield from moved_pages(team)


def sitewide_files(
    context: Context, teams: tuple[TeamSummary, ...], renderer: Renderer, shelf: Shelf
) -> Iterator[File]:
    """Every file that is not one team's: pages, feeds, style and script."""
    board = make_board(context, teams)
    yield from static_files(context.site).items()
    yield from page_files(lambda: sitewide_pages(board, teams, shelf), renderer)
    yield from _feeds(context, teams)
    yield ".nojekyll", b""


def _feeds(context: Context, teams: tuple[TeamSummary, ...]) -> Iterator[File]:
    site = context.site
    corrected = (
        Entry(
            row.day,
            f"{row.team}更正{row.period} {row.entry}",
            row.href,
            f"{row.field}：{row.before} → {row.after}。原因：{row.reason}。",
        )
        for row in correction_rows(teams)[:100]
    )
    yield "corrections/feed.atom", atom(f"{site.title}：更正说明", site.url, "corrections", corrected)
    newest = (Entry(row.day, row.text, row.href, row.kind) for row in update_rows(context, teams)[:100])
    yield "updates/feed.atom", atom(f"{site.title}：最近更新", site.url, "updates", newest)
