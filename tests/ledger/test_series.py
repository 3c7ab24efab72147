"""Years side by side: what each report says counts for its years, and what it does not say is not zero."""

from datetime import date

import pytest
from msgspec import structs

from generator.base.absence import NOT_REPORTED, withheld
from generator.ledger.series import by_use, yearly
from generator.model.parties import Payee
from generator.model.vocabulary import Nature, PayeeKind, SpendingCategory
from tests.ledger.books import AT, earn, folder, gift, ledger, report, spend, team

KEPT_BACK = withheld("正在审计")
FULL = {"income": (), "spending": ()}

YEARS = {
    "in and out": (
        [report("2025", gift("D1", "02-01", 50), earn("I1", "03-01", 20), spend("S1", "04-01", 30))],
        {2025: (70, 30, True)},
    ),
    "nothing is zero": ([report("2025", donations=(), **FULL)], {2025: (0, 0, True)}),
    "not reported is not zero": (
        [report("2025", gift("D1", "02-01", 50), income=())],
        {2025: (50, NOT_REPORTED, True)},
    ),
    "withheld": (
        [report("2025", income=KEPT_BACK, donations=KEPT_BACK, spending=KEPT_BACK)],
        {2025: (KEPT_BACK, KEPT_BACK, True)},
    ),
    "gifts of goods alone tell nothing of money": (
        [report("2025", structs.replace(gift("D1", "02-01", 0), amount=NOT_REPORTED))],
        {2025: (NOT_REPORTED, NOT_REPORTED, True)},
    ),
    "a year between without a report": (
        [
            report("2024", gift("D1", "2024-02-01", 5), **FULL),
            report("2026", gift("D1", "2026-02-01", 7), **FULL),
        ],
        {2024: (5, 0, True), 2025: (None, None, False), 2026: (7, 0, True)},
    ),
    "half a year": ([report("2025-H1", gift("D1", "02-01", 50), **FULL)], {2025: (50, 0, False)}),
    "a period over two years counts by the day of its rows": (
        [report("2024-07-01--2025-06-30", gift("D1", "2024-08-01", 5), spend("S1", "2025-03-01", 3), income=())],
        {2024: (5, 0, False), 2025: (0, 3, False)},
    ),
}


@pytest.mark.parametrize(("reports", "expected"), YEARS.values(), ids=YEARS)
def test_years(reports, expected):
    found = yearly(folder(*reports), team(founded="2020-01-01"), ledger(*reports))
    assert {one.year: (one.received.figure, one.spent.figure, one.whole) for one in found} == expected


def test_a_sum_that_some_report_does_not_give_says_so():
    reports = [report("2025-H1", gift("D1", "02-01", 50), **FULL), report("2025-H2", gift("D1", "08-01", 9), income=())]
    (year,) = yearly(folder(*reports), team(founded="2020-01-01"), ledger(*reports))
    assert (year.received.figure, year.received.absent) == (59, None)
    assert (year.spent.figure, year.spent.absent) == (0, NOT_REPORTED)


@pytest.mark.parametrize(
    ("founded", "since", "whole"),
    [("2020-01-01", "2020-01-01", False), ("2025-07-01", "2025-07-01", True), ("2020-01-01", "2025-12-31", False)],
)
def test_a_year_is_whole_from_founding(founded, since, whole):
    reports = [report("2025-H2", gift("D1", "08-01", 50), **FULL)]
    (year,) = yearly(folder(*reports), team(founded=founded, since=since), ledger(*reports))
    assert year.whole is whole


def test_no_report_no_year():
    assert yearly(folder(), team(), ledger()) == ()


def test_use_is_nature_then_category():
    rows = [
        structs.replace(spend("S1", "04-01", 30), nature=Nature.OTHER),
        structs.replace(spend("S2", "04-01", 40), category=SpendingCategory.OTHER),
        structs.replace(spend("S3", "04-01", 5), category=KEPT_BACK),
        structs.replace(spend("S4", "04-01", 20), nature=Nature.OTHER, date=date(2025, 5, 1)),
        structs.replace(spend("S5", "04-01", 7), nature=Nature.OTHER, to=Payee(AT, PayeeKind.MEMBER)),
    ]
    assert [(one.use, one.amount) for one in by_use(report("2025", *rows))] == [
        (Nature.OTHER, 50),
        (SpendingCategory.OTHER, 40),
        (PayeeKind.MEMBER, 7),
        (None, 5),
    ]
