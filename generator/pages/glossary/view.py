"""The glossary: what every word of an account means, on one page, so that any other page can lead to one of them."""

from __future__ import annotations

from typing import Annotated

from generator.base.language import say
from generator.pages.glossary.terms import SECTIONS
from generator.pages.page import Page, View


class TermView(View, frozen=True, eq=False):
    """One word explained."""

    id: Annotated[str, "网址里的位置，不改变"]
    word: Annotated[str, "名词"]
    meaning: Annotated[str, "解释"]
    clause: Annotated[str, "依据；没有时为空"]


class TermSection(View, frozen=True, eq=False):
    """Words that belong together."""

    title: Annotated[str, "一组名词讲什么"]
    terms: Annotated[tuple[TermView, ...], "名词"]


class GlossaryView(View, frozen=True, eq=False):
    """The glossary."""

    sections: Annotated[tuple[TermSection, ...], "分组的名词"]


def glossary_page() -> Page:
    """The page of words."""
    sections = tuple(
        TermSection(
            str(title),
            tuple(TermView(term.id, str(term.word), str(term.meaning), str(term.clause)) for term in terms),
        )
        for title, terms in SECTIONS
    )
    summary = say("账目页上每个词的意思，一个词一两句话。")
    return Page("glossary/index.html", "glossary/page.html", say("名词解释"), GlossaryView(sections), summary=summary)
