"""Every question and answer: unanswered first, with the days they wait."""

from __future__ import annotations

from typing import Annotated

from generator.check.summary import TeamSummary
from generator.model.corpus import Context
from generator.pages.page import Page, View
from generator.pages.parts.questions import QuestionView, question_view
from generator.pages.team.profile import FactView, contact_facts


class QuestionsView(View, frozen=True, eq=False):
    """The register of questions."""

    waiting: Annotated[tuple[QuestionView, ...], "尚未答复"]
    answered: Annotated[tuple[QuestionView, ...], "已答复"]
    limit: Annotated[int, "答复期限（天）"]
    contact: Annotated[tuple[FactView, ...], "向谁提问"]


def questions_page(context: Context, teams: tuple[TeamSummary, ...]) -> Page:
    """The register of questions."""
    names = {team.id: team.name for team in teams}
    views = sorted(
        (question_view(q, context, names) for q in context.questions), key=lambda v: (v.asked, v.anchor), reverse=True
    )
    view = QuestionsView(
        waiting=tuple(v for v in views if not v.answered),
        answered=tuple(v for v in views if v.answered),
        limit=context.site.question_days,
        contact=contact_facts(context.site.contact),
    )
    return Page("questions/index.html", "questions/page.html", "提问和答复", view)
