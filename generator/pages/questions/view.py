"""Every question and answer: those that wait first, then the answered, and each year on a page of its own."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Annotated

from generator.base.language import say
from generator.check.summary import TeamSummary
from generator.model.corpus import Context
from generator.pages.page import Link, Page, View
from generator.pages.parts.archive import period_words, year_path
from generator.pages.parts.questions import QuestionView, question_view
from generator.pages.team.profile import FactView, contact_facts

NEWEST = 50
"""So many answered questions on the first page; all that wait are there."""


class QuestionsView(View, frozen=True, eq=False):
    """The register of questions, or the questions of one year."""

    waiting: Annotated[tuple[QuestionView, ...], "尚未答复，等得最久的在前"]
    answered: Annotated[tuple[QuestionView, ...], "已答复，新的在前"]
    sentence: Annotated[str, "一共几个问题，答复得怎样"]
    limit: Annotated[int, "答复期限（天）"]
    contact: Annotated[tuple[FactView, ...], "向谁提问"]
    years: Annotated[tuple[Link, ...], "各年提出的问题"]
    year: Annotated[str, "本页是哪一年的；第一页为空"]


def questions_pages(context: Context, teams: tuple[TeamSummary, ...]) -> Iterator[Page]:
    """The register: its first page, and a page for each year, where every question keeps its address."""
    names = {team.id: team.name for team in teams}
    views = sorted(
        (question_view(q, context, names) for q in context.questions), key=lambda v: (v.asked, v.anchor), reverse=True
    )
    by_year = {year: tuple(group) for year, group in groupby(views, key=lambda v: v.asked[:4])}
    links = tuple(
        Link(period_words(year), year_path("questions", year), say("{n} 个", n=len(group)))
        for year, group in by_year.items()
    )
    yield _page(context, "questions/index.html", "", tuple(views), links, NEWEST)
    for year, group in by_year.items():
        yield _page(context, year_path("questions", year), period_words(year), group, (), len(group))


def _page(
    context: Context, path: str, year: str, views: tuple[QuestionView, ...], years: tuple[Link, ...], most: int
) -> Page:
    waiting = tuple(v for v in reversed(views) if not v.answered)
    answered = tuple(v for v in views if v.answered)
    title = say("{year}的提问和答复", year=year) if year else say("提问和答复")
    view = QuestionsView(
        waiting=waiting,
        answered=answered[:most],
        sentence=register_words(waiting, answered, context.site.question_days),
        limit=context.site.question_days,
        contact=contact_facts(context.site.contact),
        years=years,
        year=year,
    )
    return Page(path, "questions/page.html", title, view)


def register_words(waiting: tuple[QuestionView, ...], answered: tuple[QuestionView, ...], limit: int) -> str:
    """How many questions there are, and how they were answered."""
    total = len(waiting) + len(answered)
    if not total:
        return say("还没有人提问。")
    return say(
        "共 {n} 个问题：{answered} 个已答复，其中 {in_time} 个在 {limit} 天内；{waiting} 个尚未答复，其中 {late} 个超过 {limit} 天。",
        n=total, limit=limit, answered=len(answered), in_time=sum(not v.overdue for v in answered),
        waiting=len(waiting), late=sum(v.overdue for v in waiting),
    )  # fmt: skip
