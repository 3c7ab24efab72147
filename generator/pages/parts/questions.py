"""A question from the public with the days it waited, or has been waiting."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

import msgspec

from generator.base.absence import Absent, given
from generator.base.dates import parse_period
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


def about_words(about: str, context: Context, names: Mapping[str, str]) -> str:
    """``示例区救援队 2025 年 D1`` for ``teams/310107/xinhong/2025#D1``; ``names`` are those of teams by address."""
    address, _, row = about.partition("#")
    kind, _, rest = address.strip("/").partition("/")
    parts = rest.split("/")
    if kind == "societies":
        society = context.societies.get(parts[0])
        return society.name if society else about
    name = names.get("/".join(parts[:2]))
    if name is None:
        return about
    period = parse_period(parts[2]) if len(parts) > 2 else None
    return " ".join(part for part in (name, period.label if period else "", row) if part)


def question_view(filed: FiledQuestion, context: Context, names: Mapping[str, str]) -> QuestionView:
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
        about=about_words(question.about, context, names),
        href=f"{address.rstrip('/')}/index.html" + (f"#{row}" if row else ""),
        question=question.question,
        answered="" if isinstance(question.answered, Absent) else question.answered.isoformat(),
        answer=given(question.answer, ""),
        by=given(question.by, ""),
        words=f"已等 {days} 天，尚未答复" if open_ else f"等了 {days} 天",
        overdue=days > limit,
        limit=limit,
    )
