"""Everything site-wide, made from the shared context and the teams' summaries alone."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from generator.check.summary import TeamSummary
from generator.engine.environment import Renderer
from generator.engine.feeds import feed_files
from generator.engine.finding import finding_files
from generator.engine.frame import static_files
from generator.engine.indexes import index_files
from generator.engine.linked import described
from generator.engine.site_takeaway import Shelf
from generator.engine.work import File, page_files
from generator.exports.linked_data import dataset, organisation
from generator.model.corpus import Context
from generator.pages.api.view import Sample, api_page
from generator.pages.corrections.view import corrections_pages
from generator.pages.data.view import data_page
from generator.pages.due.view import due_page
from generator.pages.field.view import field_pages
from generator.pages.glossary.view import glossary_page
from generator.pages.home.view import home_page
from generator.pages.missing.view import missing_page
from generator.pages.moved.view import moved_pages
from generator.pages.page import Page
from generator.pages.parts.board import Board, make_board
from generator.pages.parts.places import parent_of
from generator.pages.questions.view import questions_pages
from generator.pages.region.view import region_pages
from generator.pages.rule.view import rule_pages
from generator.pages.rules.view import rules_page
from generator.pages.societies.view import societies_pages
from generator.pages.society.view import society_page
from generator.pages.updates.view import updates_pages


def sitewide_pages(
    board: Board, teams: tuple[TeamSummary, ...], shelf: Shelf, samples: tuple[Sample, ...]
) -> Iterator[Page]:
    """Every page that is not one team's; ``shelf`` are the files of the whole site, ``samples`` parts of them."""
    context = board.context
    yield home_page(board, teams)
    yield from societies_pages(board)
    for society in context.societies:
        yield described(society_page(society, board), organisation(society, parent_of(society, context), context))
    yield from region_pages(board)
    yield from field_pages(context, teams)
    yield due_page(board)
    yield from corrections_pages(teams)
    yield from questions_pages(context, teams)
    yield from updates_pages(context, teams)
    yield glossary_page()
    yield rules_page()
    yield from rule_pages()
    yield described(data_page(*shelf), dataset(context))
    yield api_page(context, samples)
    yield missing_page(context)
    for team in teams:
        yield from moved_pages(team)


def sitewide_files(
    context: Context,
    teams: tuple[TeamSummary, ...],
    renderer: Renderer,
    shelf: Shelf,
    samples: tuple[Sample, ...],
) -> Iterator[File]:
    """Every file that is not one team's: pages, feeds, style and script, and what lists them."""
    board = make_board(context, teams)
    yield from static_files(context.site).items()
    made = []
    for path, data in chain(
        page_files(lambda: sitewide_pages(board, teams, shelf, samples), renderer),
        finding_files(context, teams, renderer),
    ):
        made.append(path)
        yield path, data
    yield from index_files(context, teams, made)
    yield from feed_files(context, teams)
    yield ".nojekyll", b""
