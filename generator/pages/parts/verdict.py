"""The three verdicts as a page shows them: a shape, a word, a colour, and the evidence behind a tap."""

from __future__ import annotations

from typing import Annotated

import msgspec

from generator.check.summary import Verdict

SHAPES = {"pass": "✓", "gap": "◐", "fail": "✗", "unknown": "?"}
QUESTIONS = {"accuracy": "账对得上吗", "completeness": "写全了吗", "timeliness": "按时吗"}


class VerdictView(msgspec.Struct, frozen=True, eq=False):
    """One verdict."""

    about: Annotated[str, "accuracy 准确、completeness 完整、timeliness 及时"]
    question: Annotated[str, "它回答的问题"]
    state: Annotated[str, "pass、gap、fail、unknown"]
    shape: Annotated[str, "形状，不只靠颜色"]
    word: Annotated[str, "一个词"]
    detail: Annotated[str, "一句话"]


def verdict_views(verdicts: tuple[Verdict, ...]) -> tuple[VerdictView, ...]:
    """The three, in their order."""
    return tuple(VerdictView(v.about, QUESTIONS[v.about], v.state, SHAPES[v.state], v.word, v.detail) for v in verdicts)
