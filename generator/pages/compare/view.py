"""The page of teams side by side: /compare/. Which teams is in its address; the figures come from each team's brief."""

from __future__ import annotations

from typing import Annotated

from generator.base.language import say
from generator.pages.page import Page, View

MOST = 4
"""How many teams stand side by side: more cannot be taken in."""


class CompareView(View, frozen=True, eq=False):
    """Teams side by side."""

    most: Annotated[int, "最多几支"]
    data: Annotated[str, "队伍名录的数据，自本语言的站点根起；没有时为空"]


def compare_page(data: str = "") -> Page:
    """Teams side by side; ``data`` is the directory's, from which teams are suggested."""
    return Page("compare/index.html", "compare/page.html", say("几支队伍并排看"), CompareView(MOST, data))
