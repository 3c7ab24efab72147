"""A page as planned: where it goes, which template draws it, the frozen view it shows, the tables beside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

import msgspec

from generator.base.table import Table


class View(msgspec.Struct, frozen=True, eq=False):
    """The base of every page's view. Each field carries its meaning as an annotation."""


class Page(msgspec.Struct, frozen=True, eq=False):
    """One page: path from its language's root, template, title, view, and tables written beside it as CSV.

    ``chinese_only`` is a page that comes in no other language. ``brief`` is what scripts of other pages may load of it,
    in its language (brief.js). ``crumbs`` lead to it from above; ``linked`` is what programs are told of it (JSON-LD).
    """

    path: str
    template: str
    title: str
    view: Any
    tables: tuple[tuple[str, Table], ...] = ()
    summary: str = ""
    chinese_only: bool = False
    brief: Any = None
    crumbs: tuple[Link, ...] = ()
    linked: Mapping[str, Any] | None = None

    @property
    def root(self) -> str:
        """The way from the page to the site's root: ``../../``, or empty."""
        return "../" * self.path.count("/")


class Link(msgspec.Struct, frozen=True, eq=False):
    """Words that lead somewhere; ``href`` is relative to the site's root."""

    text: Annotated[str, "文字"]
    href: Annotated[str, "网址，自站点根起"]
    note: Annotated[str, "旁边的小字"] = ""
