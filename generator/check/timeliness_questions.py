"""Whether questions from the public are answered in time (circular 3.3 主动接受社会监督)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.absence import Absent
from generator.base.findings import Severity
from generator.check.rule import Breach, SiteCase, rule

CLAUSE = "3.3 社会监督"


@rule("T03", "提问逾期没有答复", Severity.WARNING, CLAUSE)
def questions_answered(case: SiteCase) -> Iterator[Breach]:
    """规则：公众的提问在规定天数内答复（site.yaml 的 question_days，默认 15 天）。
    依据：《通知》三（三）“主动接受社会监督”。
    为什么：问了没有回音，公开就成了单方面的。
    怎么改：写 answered、answer 和 by；还在核实的，也先答复正在核实什么、何时再答。
    """
    limit = case.context.site.question_days
    for filed in case.context.questions:
        question = filed.question
        waited = (case.context.as_of - question.asked).days
        if isinstance(question.answer, Absent) and isinstance(question.answered, Absent) and waited > limit:
            yield Breach(
                question.place("asked"),
                f"{question.asked} 的提问等了 {waited} 天没有答复，超过 {limit} 天",
                "写上 answered、answer 和 by（答复单位）",
            )


@rule("T05", "答复的日期和内容", Severity.ERROR, CLAUSE)
def answers_follow_questions(case: SiteCase) -> Iterator[Breach]:
    """规则：答复日期（answered）和答复（answer）要一起写，答复不早于提问。
    依据：《通知》三（三）“准确”“主动接受社会监督”。
    为什么：网站公布每个问题等了多少天，日期颠倒就算不对。
    怎么改：核对 asked 和 answered；缺的一项补上。
    """
    for filed in case.context.questions:
        question = filed.question
        if isinstance(question.answered, Absent) != isinstance(question.answer, Absent):
            lacks = "answered（答复日期）" if isinstance(question.answered, Absent) else "answer（答复）"
            key = "answer" if isinstance(question.answered, Absent) else "answered"
            yield Breach(question.place(key), f"答复不完整，缺少 {lacks}", f"补上 {lacks}，或两项都删去")
        elif not isinstance(question.answered, Absent) and question.answered < question.asked:
            yield Breach(
                question.place("answered"),
                f"答复日期 {question.answered} 早于提问日期 {question.asked}",
                "核对两个日期，改正写错的一个",
                others=(question.place("asked"),),
            )
