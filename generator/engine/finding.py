"""The directory and the search with their data: what helps to find a team, a gift, a question."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from generator.base.language import language, speaking
from generator.check.summary import TeamSummary
from generator.engine.environment import Renderer
from generator.engine.headings import handwritten_entries
from generator.engine.work import File, page_files
from generator.exports.directory_file import directory_file
from generator.exports.search_index import index_files
from generator.model.corpus import Context
from generator.pages.compare.view import compare_page
from generator.pages.directory.columns import directory_columns
from generator.pages.directory.view import directory_pages
from generator.pages.page import Page
from generator.pages.search.entries import search_entries
from generator.pages.search.view import search_page


def finding_files(context: Context, teams: tuple[TeamSummary, ...], renderer: Renderer) -> Iterator[File]:
    """The data, each file under a name that says what is in it, then the pages that load it."""
    index = index_files(search_entries(context, teams, handwritten_entries()))
    yield from index.items()
    folder = next(path for path in index if path.endswith("/meta.js")).removesuffix("meta.js")
    directories = {}
    for spoken in renderer.languages:
        with speaking(spoken.catalogue):
            data = directory_file(directory_columns(context, teams))
        directories[spoken.tag] = f"teams/directory.{hashlib.sha256(data).hexdigest()[:12]}.js"
        yield spoken.prefix + directories[spoken.tag], data

    def pages() -> Iterator[Page]:
        yield from directory_pages(context, teams, directories[language()])
        yield search_page(context, folder)
        yield compare_page(directories[language()])

    yield from page_files(pages, renderer)
