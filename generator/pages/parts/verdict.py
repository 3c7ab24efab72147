"""The three verdicts as a page shows them: a shape, a word, a colour, and the evidence behind a tap."""

from __future__ import annotations

from typing import Annotated

import msgspec

from generator.base.language import message
from generator.check.summary import Verdict

SHAPES = {"pass": "✓", "gap": "◐", "fail": "✗", "unknown": "?"}
QUESTIONS = {
    "accuracy": message("账对得上吗"),
    "completeness": message("写全了吗"),
    "timeliness": message("按时吗"),
}


class VerdictView(msgspec.Struct, frozen=True, eq=False):
    """One verdict."""

    about: Annotated[str, "accuracy 准确、completeness 完整、timeliness 及时"]
    question: Annotated[str, "它回答的问题"]
    state: Annotated[str, "pass、gap、fail、unknown"]
    shape: Annotated[str, "形状，不只靠颜色"]
    word: Annotated[str, "一个词"]
    detail: Annotated[str, "一句话"]
    quotes: Annotated[bool, "这句话里有检查和记录的原文，不翻译"]
    late: Annotated[bool, "说法里的天数还在增加，读者的时钟继续计算"]


def verdict_views(verdicts: tuple[Verdict, ...]) -> tuple[VerdictView, ...]:
    """The three, in their order."""
    return tuple(
        VerdictView(
            about=v.about,
            question=str(QUESTIONS[v.about]),
            state=v.state,
            shape=SHAPES[v.state],
            word=str(v.word),
            detail=str(v.detail),
            quotes=v.quotes,
            late=v.late,
        )
        for v in verdicts
    )
