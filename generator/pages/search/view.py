"""The page on which everything is searched for; without a script it says how to find things by hand."""

from __future__ import annotations

from typing import Annotated

from generator.base.language import say
from generator.model.corpus import Context
from generator.pages.page import Page, View
from generator.pages.team.profile import FactView, contact_facts


class SearchView(View, frozen=True, eq=False):
    """The search page."""

    index: Annotated[str, "索引文件夹，自站点根起"]
    contact: Annotated[tuple[FactView, ...], "查不到票据时问谁"]


def search_page(context: Context, index: str) -> Page:
    """The search page."""
    summary = say("按队名、负责人、地区查队伍，按票据号码查捐赠，按字句查提问、更正和规则。")
    view = SearchView(index, contact_facts(context.site.contact))
    return Page("search/index.html", "search/page.html", say("查找"), view, summary=summary)
