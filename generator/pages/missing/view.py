"""404: what to do when an address leads nowhere. It is served at any depth, so its links are whole addresses."""

from __future__ import annotations

from typing import Annotated

from generator.base.language import say
from generator.model.corpus import Context
from generator.pages.page import Page, View


class MissingView(View, frozen=True, eq=False):
    """The page for what is not there."""

    home: Annotated[str, "网站的完整网址"]


def missing_page(context: Context) -> Page:
    """The page for what is not there."""
    view = MissingView(context.site.url.rstrip("/") + "/")
    return Page("404.html", "missing/page.html", say("没有这个页面"), view, chinese_only=True)
