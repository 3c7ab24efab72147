"""What is made once is said in the language of the page that shows it: verdicts, items, periods, absences."""

from datetime import date

import pytest

from generator.base.absence import NOT_REPORTED
from generator.base.dates import parse_period
from generator.base.language import Catalogue, listed, message, speaking
from generator.check.summary import ReportSummary
from generator.check.verdicts import completeness, timeliness
from generator.ledger.calendar import Obligation
from generator.ledger.completeness import Item
from generator.pages.parts.verdict import verdict_views
from generator.pages.parts.words import paragraph

ENGLISH = Catalogue(
    "en",
    {
        "{year} 年": ("{year}",),
        "{year} 年第三季度": ("third quarter of {year}",),
        "晚 {n} 天": ("{n} day late", "{n} days late"),
        "{period}的报告应于 {due} 前公布，{day} 公布": ("The report for {period} was due {due} and came {day}",),
        "缺 {n} 项": ("{n} item missing", "{n} items missing"),
        "{label}：{state}": ("{label}: {state}",),
        "{first}；{rest}": ("{first}; {rest}",),
        "{row} 凭证": ("evidence of {row}",),
        "未填报": ("not reported",),
        "章程": ("charter",),
        "按时吗": ("Was it on time?",),
        "写全了吗": ("Is it complete?",),
    },
    lambda n: 0 if n == 1 else 1,
)


def obligation(state: str, days: int = 0) -> Obligation:
    period = parse_period("2025")
    assert period is not None
    published = None if state == "missing" else date(2026, 6, 11)
    return Obligation(period, date(2026, 5, 31), state, published, days, "")


def test_a_verdict_is_said_where_it_is_shown():
    late = timeliness(obligation("late", 11))
    missing = completeness(
        [
            Item("charter", message("章程"), "not_reported", NOT_REPORTED),
            Item("evidence", message("{row} 凭证", row="S2"), "not_reported", NOT_REPORTED, "S2"),
        ]
    )
    assert (str(late.word), str(missing.detail)) == ("晚 11 天", "章程：未填报；S2 凭证：未填报")
    with speaking(ENGLISH):
        shown = verdict_views((missing, late))
    assert [(view.question, view.word, view.detail) for view in shown] == [
        ("Is it complete?", "2 items missing", "charter: not reported; evidence of S2: not reported"),
        ("Was it on time?", "11 days late", "The report for 2025 was due 2026-05-31 and came 2026-06-11"),
    ]


def test_only_what_is_missing_counts_on():
    assert [timeliness(obligation(state)).late for state in ("on_time", "late", "missing", "upcoming")] == [
        False, False, True, False,
    ]  # fmt: skip


@pytest.mark.parametrize(("period", "chinese", "english"), [("2025-Q3", "2025 年第三季度", "third quarter of 2025")])
def test_a_summary_calls_its_period_in_the_language_of_the_page(period, chinese, english):
    summary = ReportSummary(**dict.fromkeys(ReportSummary.__struct_fields__) | {"period": period})
    assert summary.label == chinese
    with speaking(ENGLISH):
        assert summary.label == english


def test_sentences_stand_apart_where_the_language_wants_it():
    assert paragraph(("甲。", "", "乙。")) == "甲。乙。"
    with speaking(ENGLISH):
        assert paragraph(("One.", "", "Two.")) == "One. Two."


def test_nothing_listed_is_nothing():
    assert not listed([])
    assert str(listed([])) == ""
