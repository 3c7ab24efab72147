"""The template environment: autoescape on, undefined names are errors, templates from the theme and the pages only."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

import generator
from generator.engine.frame import THEME, Frame
from generator.engine.prose import prose
from generator.engine.tables import table_html
from generator.pages.page import Page

PAGES = Path(generator.__file__).parent / "pages"


class _Environment(Environment):
    """``a.b`` is the attribute and nothing else; a name that a view does not have is an error at once."""

    getattr = staticmethod(getattr)  # type: ignore[assignment]


class Renderer:
    """Draws pages. One per process; templates are compiled once."""

    def __init__(self, frame: Frame) -> None:
        self.environment = _Environment(
            loader=FileSystemLoader([THEME / "templates", PAGES]),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
        )
        self.environment.filters.update(prose=prose, table=table_html, runs=runs)
        self.frame = frame

    def render(self, page: Page) -> bytes:
        """The bytes of one page."""
        template = self.environment.get_template(page.template)
        text = template.render(view=page.view, root=page.root, frame=self.frame, title=page.title, summary=page.summary)
        return text.encode()


def runs(facts: Iterable[Any]) -> list[tuple[str, list[Any]]]:
    """Facts with their label, neighbours of one label together."""
    return [(label, list(run)) for label, run in groupby(facts, key=attrgetter("label"))]
