"""A question from the public with the days it waited, or has been waiting."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from typing import Annotated

import msgspec

from generator.base.absence import Absent, given
from generator.base.dates import parse_period
from generator.base.language import say
from generator.model.corpus import Context, FiledQuestion
from generator.pages.parts.archive import year_path


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
        return society.name if society else say("本站已经没有的红十字会")
    name = names.get("/".join(parts[:2]), say("本站已经没有的队伍"))
    period = parse_period(parts[2]) if len(parts) > 2 else None
    if period is None:
        return name
    if not row:
        return say("{team} {period}账目", team=name, period=period.label)
    return say("{team} {period}账目里的 {row}", team=name, period=period.label, row=row)


@lru_cache(maxsize=2)
def _by_team(context: Context) -> dict[str, tuple[FiledQuestion, ...]]:
    found: dict[str, list[FiledQuestion]] = defaultdict(list)
    for filed in context.questions:
        kind, society, team, *_ = *re.split("[/#]", filed.question.about), "", ""
        if kind == "teams":
            found[f"{society}/{team}"].append(filed)
    return {team: tuple(questions) for team, questions in found.items()}


def questions_about(team: str, context: Context) -> tuple[FiledQuestion, ...]:
    """The questions about a team and its reports; looked up once for all teams."""
    return _by_team(context).get(team, ())


def question_anchor(filed: FiledQuestion) -> str:
    """The anchor of a question on its page."""
    return f"q-{filed.society}-{filed.number}"


def question_href(filed: FiledQuestion) -> str:
    """The address of a question, which never changes: on the page of the year in which it was asked."""
    return f"{year_path('questions', filed.question.asked.isoformat())}#{question_anchor(filed)}"


def question_view(filed: FiledQuestion, context: Context, names: Mapping[str, str]) -> QuestionView:
    """One question in words."""
    question = filed.question
    open_ = isinstance(question.answered, Absent)
    end = context.as_of if isinstance(question.answered, Absent) else question.answered
    days = (end - question.asked).days
    limit = context.site.question_days
    address, _, row = question.about.partition("#")
    return QuestionView(
        anchor=question_anchor(filed),
        asked=question.asked.isoformat(),
        about=about_words(question.about, context, names),
        href=f"{address.rstrip('/')}/index.html" + (f"#{row}" if row else ""),
        question=question.question,
        answered="" if isinstance(question.answered, Absent) else question.answered.isoformat(),
        answer=given(question.answer, ""),
        by=given(question.by, ""),
        words=say("已等 {n} 天，尚未答复", n=days) if open_ else say("等了 {n} 天", n=days),
        overdue=days > limit,
        limit=limit,
    )
