"""Due dates: which report was due when, and how it was met."""

import pytest

from generator.base.absence import NOT_REPORTED
from generator.base.dates import parse_period
from generator.ledger.calendar import due_day, obligations
from generator.ledger.coming import coming
from generator.ledger.support import whole_years
from generator.load.defaults import DEFAULT_DEADLINES
from generator.model.site import Deadline
from generator.model.vocabulary import Applies
from tests.ledger.books import AT, context, day, earn, folder, report, team


@pytest.mark.parametrize(
    ("period", "due"),
    [
        ("2025", "2026-05-31"),
        ("2025-H1", "2025-08-31"),
        ("2025-H2", "2026-02-28"),
        ("2025-Q3", "2025-10-31"),
        ("2025-01", "2025-02-28"),
        ("2023-12", "2024-01-31"),
        ("2020-01-24--2020-03-02", "2020-03-05"),
    ],
)
def test_due_by_the_deadlines_that_ship(period: str, due: str):
    assert str(due_day(parse_period(period), DEFAULT_DEADLINES)[0]) == due


def test_a_deadline_applies_from_its_day_on():
    new = Deadline(AT, "strict", Applies.YEAR, 3, NOT_REPORTED, NOT_REPORTED, day("2026-01-01"))
    old = Deadline(AT, "annual", Applies.YEAR, 5)
    assert str(due_day(parse_period("2026"), (new, old))[0]) == "2027-03-31"
    assert str(due_day(parse_period("2025"), (new, old))[0]) == "2026-05-31"
    assert due_day(parse_period("2025-Q1"), (new, old)) is None


def test_a_slip_in_a_deadline_stays_in_the_calendar():
    months = Deadline(AT, "annual", Applies.YEAR, 9_999_999_999)
    days = Deadline(AT, "annual", Applies.YEAR, NOT_REPORTED, 9_999_999_999)
    assert str(due_day(parse_period("2025"), (months,))[0]) == "2125-12-31"
    assert str(due_day(parse_period("2025"), (days,))[0]) == "2029-04-14"


NIL = {"nil_": True}
CASES = {
    "never reported": ([], {}, "2026-06-30", ["2025 missing 30"]),
    "not yet due": ([], {}, "2026-05-31", ["2025 upcoming 0"]),
    "due yesterday": ([], {}, "2026-06-01", ["2025 missing 1"]),
    "founded this year": ([], {"founded": "2026-02-01"}, "2026-06-30", []),
    "founded in the year": ([], {"founded": "2025-09-01"}, "2026-06-30", ["2025 missing 30"]),
    "on the last day": ([report("2025", published="2026-05-31")], {}, "2026-06-30", ["2025 on_time 0"]),
    "early": ([report("2025", published="2026-05-01")], {}, "2026-06-30", ["2025 on_time -30"]),
    "late": ([report("2025", published="2026-06-10")], {}, "2026-06-30", ["2025 late 10"]),
    "no publication day": ([report("2025")], {}, "2026-06-30", ["2025 unknown 0"]),
    "a year left out": (
        [report("2022", published="2023-01-10"), report("2024", published="2025-01-10")],
        {"founded": "2020-01-01"},
        "2025-06-30",
        ["2022 on_time -141", "2023 missing 395", "2024 on_time -141"],
    ),
    "four quarters are the year": (
        [report(f"2025-Q{n}", published=f"2025-{n * 3 + 1:02d}-10" if n < 4 else "2026-01-10") for n in (1, 2, 3, 4)],
        {},
        "2026-03-30",
        ["2025-Q1 on_time -20", "2025-Q2 on_time -21", "2025-Q3 on_time -21", "2025-Q4 on_time -21"],
    ),
    "the rhythm goes on": (
        [report("2025", published="2026-01-10"), report("2026-Q1", published="2026-04-30")],
        {},
        "2026-08-10",
        ["2025 on_time -141", "2026-Q1 on_time 0", "2026-Q2 missing 10"],
    ),
    "dissolved before the year": (
        [report("2025", published="2026-01-10")],
        {"status": "dissolved", "since": "2025-12-31"},
        "2027-06-30",
        ["2025 on_time -141"],
    ),
    "dissolved within the year": (
        [report("2025", published="2026-01-10")],
        {"status": "dissolved", "since": "2026-03-01"},
        "2027-06-30",
        ["2025 on_time -141", "2026 missing 30"],
    ),
    "a last report until the end": (
        [report("2025", published="2026-01-10"), report("2026-01-01--2026-03-01", published="2026-03-03")],
        {"status": "dissolved", "since": "2026-03-01"},
        "2027-06-30",
        ["2025 on_time -141", "2026-01-01--2026-03-01 on_time -1"],
    ),
    "suspended still reports": (
        [report("2024", published="2025-01-10")],
        {"founded": "2024-01-01", "status": "suspended", "since": "2025-01-01"},
        "2026-06-30",
        ["2024 on_time -141", "2025 missing 30"],
    ),
}


@pytest.mark.parametrize(("reports", "who", "as_of", "expected"), CASES.values(), ids=CASES)
def test_obligations(reports, who, as_of, expected):
    found = obligations(folder(*reports), team(**who), context(as_of))
    assert [f"{o.period.id} {o.state} {o.days}" for o in found] == expected


@pytest.mark.parametrize(
    ("periods", "who", "expected"),
    [
        ((), {}, set()),
        (("2025",), {}, {"2025"}),
        (("2025-Q1", "2025-Q2", "2025-Q3"), {}, set()),
        (("2025-H2", "2026"), {"founded": "2025-07-01"}, {"2025", "2026"}),
        (("2025", "2026-Q1"), {"status": "dissolved", "since": "2026-03-15"}, {"2025", "2026"}),
        (("2023", "2025"), {"founded": "2020-01-01"}, {"2023", "2025"}),
    ],
)
def test_whole_years(periods, who, expected):
    reports = [report(period, earn("I1", "", 5)) for period in periods]
    assert whole_years(folder(*reports), team(**who)) == expected


def test_a_year_without_its_income_is_not_whole():
    assert whole_years(folder(report("2025")), team()) == set()
    assert whole_years(folder(report("2025", **NIL)), team()) == {"2025"}


Q3 = [report("2025", published="2026-01-10"), report("2026-Q3", published="2026-10-10")]
COMING = {
    "the year under way": ([report("2025", published="2026-01-10")], {}, "2026-11-24", "2026 2027-05-31"),
    "another is due before": ([], {}, "2026-05-01", "2026 2027-05-31"),
    "founded this year": ([], {"founded": "2026-02-01"}, "2026-06-30", "2026 2027-05-31"),
    "the quarter under way": (Q3, {}, "2026-11-24", "2026-Q4 2027-01-31"),
    "quarters left out": (Q3, {}, "2027-05-01", "2027-Q2 2027-07-31"),
    "after a report of some days": (
        [report("2025", published="2026-01-10"), report("2026-07-01--2026-07-12", published="2026-07-14")],
        {}, "2026-11-24", "2026 2027-05-31",
    ),
    "suspended": ([report("2025", published="2026-01-10")], {"status": "suspended", "since": "2026-02-01"}, "2026-11-24", "2026 2027-05-31"),
    "the last day of the year": ([report("2025", published="2026-01-10")], {}, "2026-12-31", "2026 2027-05-31"),
    "dissolved this year": (
        [report("2025", published="2026-01-10")], {"status": "dissolved", "since": "2026-03-01"}, "2026-06-30", "2026 2027-05-31",
    ),
    "dissolved before": ([report("2025", published="2026-01-10")], {"status": "dissolved", "since": "2025-12-31"}, "2026-06-30", ""),
    "reported to the end": (
        [report("2025", published="2026-01-10"), report("2026-01-01--2026-03-01", published="2026-03-03")],
        {"status": "dissolved", "since": "2026-03-01"}, "2026-06-30", "",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("reports", "who", "as_of", "expected"), COMING.values(), ids=COMING)
def test_what_is_due_next(reports, who, as_of, expected):
    one = coming(folder(*reports), team(**who), context(as_of))
    assert (f"{one.period.id} {one.due}" if one else "") == expected
    assert one is None or (one.state, one.days) == ("upcoming", 0)


def test_nothing_is_due_without_a_deadline():
    assert coming(folder(), team(), context("2026-06-30", Deadline(AT, "month", Applies.MONTH, 1))) is None
