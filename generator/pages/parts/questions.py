"""A question from the public with the days it waited, or has been waiting."""

from __future__ import annotations

from typing import Annotated

import msgspec

from generator.base.absence import Absent, given
from generator.model.corpus import Context, FiledQuestion


class QuestionView(msgspec.Struct, frozen=True, eq=False):
    """One question."""

    anchor: Annotated[str, "网页上的锚"]
    asked: Annotated[str, "提问日期"]
    about: Annotated[str, "所问内容"]
    href: Annotated[str, "所问内容的页面，自站点根起"]
    question: Annotated[str, "问题（Markdown）"]
    answered: Annotated[str, "答复日期，没有时为空"]
    answer: Annotated[str, "答复（Markdown），没有时为空"]
    by: Annotated[str, "答复单位"]
    words: Annotated[str, "等了几天"]
    overdue: Annotated[bool, "超过答复期限"]
    limit: Annotated[int, "答复期限（天）"]


def question_view(filed: FiledQuestion, context: Context) -> QuestionView:
    """One question in words."""
    question = filed.question
    open_ = isinstance(question.answered, Absent)
    end = context.as_of if isinstance(question.answered, Absent) else question.answered
    days = (end - question.asked).days
    limit = context.site.question_days
    address, _, row = question.about.partition("#")
    return QuestionView(
        anchor=f"q-{filed.society}-{filed.number}",
        asked=question.asked.isoformat(),
        about=question.about,
        href=f"{address.rstrip('/')}/index.html" + (f"#{row}" if row else ""),
        question=question.question,
        answered="" if isinstance(question.answered, Absent) else question.answered.isoformat(),
        answer=given(question.answer, ""),
        by=given(question.by, ""),
        words=f"已等 {days} 天，尚未答复" if open_ else f"等了 {days} 天",
        overdue=days > limit,
        limit=limit,
    )
