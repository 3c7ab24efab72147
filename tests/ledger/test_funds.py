"""Money on its way: one table of small books, each with what becomes of every sum."""

import pytest

from generator.base.absence import withheld
from generator.ledger.entries import sums_given
from generator.ledger.funds import Funds
from generator.model.vocabulary import Allocation
from tests.ledger.books import earn, folder, funds, gift, move, report, spend

Y = {"opening": {"general": 0}}


def uses(kept: Funds) -> dict[str, str]:
    """Every sum as ``S1:30 S2:20 left:50``."""
    lines = {}
    for (period, row), trace in kept.traces.items():
        words = [f"{use.row}:{use.amount}" for use in trace.uses]
        lines[f"{period}#{row}"] = " ".join([*words, f"left:{trace.left}"])
    return lines


def closings(kept: Funds, period: str = "2025") -> dict[str, int]:
    return {purpose: balance.closing for purpose, balance in kept.balances[period].items()}


BOOKS = {
    "the oldest first": (
        [report("2025", gift("D1", "02-01", 50), gift("D2", "03-01", 50), spend("S1", "04-01", 70), **Y)],
        {"2025#D1": "S1:50 left:0", "2025#D2": "S1:20 left:30"},
    ),
    "the opening before everything": (
        [report("2025", gift("D1", "01-01", 50), spend("S1", "04-01", 70), opening={"general": 60})],
        {"2025#opening": "S1:60 left:0", "2025#D1": "S1:10 left:40"},
    ),
    "income before donations on one day": (
        [report("2025", gift("D1", "02-01", 50), earn("I1", "02-01", 50), spend("S1", "02-01", 70), **Y)],
        {"2025#I1": "S1:50 left:0", "2025#D1": "S1:20 left:30"},
    ),
    "rows of one day as they stand": (
        [report("2025", gift("D2", "02-01", 50), gift("D1", "02-01", 50), spend("S1", "02-01", 70), **Y)],
        {"2025#D2": "S1:50 left:0", "2025#D1": "S1:20 left:30"},
    ),
    "without a date on the first day in, on the last day out": (
        [
            report(
                "2025", spend("S2", "", 10), spend("S1", "12-30", 50), gift("D1", "", 50), gift("D2", "12-31", 9), **Y
            )
        ],
        {"2025#D1": "S1:50 left:0", "2025#D2": "S2:9 left:0"},
    ),
    "what funded_by names, then the oldest": (
        [report("2025", gift("D1", "02-01", 50), gift("D2", "03-01", 50), spend("S1", "04-01", 70, D2=40), **Y)],
        {"2025#D1": "S1:30 left:20", "2025#D2": "S1:40 left:10"},
    ),
    "each purpose by itself": (
        [report("2025", gift("D1", "02-01", 50, "flood"), gift("D2", "03-01", 50), spend("S1", "04-01", 20), **Y)],
        {"2025#D1": "left:50", "2025#D2": "S1:20 left:30"},
    ),
    "moved money keeps its origin": (
        [
            report(
                "2025",
                gift("D1", "02-01", 50, "flood"),
                move("T1", "03-01", 30, "flood", "general"),
                spend("S1", "04-01", 20),
                **Y,
            )
        ],
        {"2025#D1": "S1:20 left:30"},
    ),
    "spent before it came, then covered": (
        [report("2025", spend("S1", "02-01", 30), gift("D1", "03-01", 50), **Y)],
        {"2025#D1": "S1:30 left:20"},
    ),
    "carried over to the next report": (
        [
            report("2025", gift("D1", "02-01", 50), closing={"general": 50}, **Y),
            report("2026", spend("S1", "2026-02-01", 20, y2025_D1=15), opening={"general": 50}),
        ],
        {"2025#D1": "S1:15 S1:5 left:30"},
    ),
    "an opening above the last closing is a sum of its own": (
        [
            report("2025", gift("D1", "02-01", 50), **Y),
            report("2026", spend("S1", "2026-02-01", 55), opening={"general": 60}),
        ],
        {"2025#D1": "S1:50 left:0", "2026#opening": "S1:5 left:5"},
    ),
    "an opening below the last closing takes from the oldest": (
        [report("2025", gift("D1", "02-01", 50), **Y), report("2026", opening={"general": 45})],
        {"2025#D1": "opening:5 left:45"},
    ),
}


@pytest.mark.parametrize(("reports", "expected"), BOOKS.values(), ids=BOOKS)
def test_the_way_of_every_sum(reports, expected):
    assert uses(funds(*reports)) == expected


def test_explicit_allocation_spends_donations_last():
    books = report("2025", gift("D1", "02-01", 50), earn("I1", "03-01", 50), spend("S1", "04-01", 70), **Y)
    kept = funds(books, allocation=Allocation.EXPLICIT)
    assert uses(kept) == {"2025#D1": "S1:20 left:30", "2025#I1": "S1:50 left:0"}


def test_the_working_of_a_balance():
    kept = funds(
        report(
            "2025",
            gift("D1", "02-01", 50, "flood"),
            earn("I1", "02-01", 7),
            move("T1", "03-01", 30, "flood", "general"),
            spend("S1", "04-01", 20),
            opening={"general": 5},
            closing={"general": 22, "flood": 20},
        )
    )
    general, flood = kept.balances["2025"]["general"], kept.balances["2025"]["flood"]
    assert (general.opening, general.received, general.spent, general.transferred, general.closing) == (
        5,
        7,
        20,
        30,
        22,
    )
    assert (flood.opening, flood.received, flood.spent, flood.transferred, flood.closing) == (0, 50, 0, -30, 20)
    assert (general.stated_closing, flood.stated_closing) == (22, 20)


SHORT = {
    "enough on the day": ([report("2025", gift("D1", "02-01", 50), spend("S1", "02-01", 50), **Y)], []),
    "a day too early": ([report("2025", gift("D1", "02-02", 50), spend("S1", "02-01", 50), **Y)], [("S1", 50, 0)]),
    "part of it": ([report("2025", gift("D1", "01-02", 30), spend("S1", "02-01", 50), **Y)], [("S1", 50, 30)]),
    "moved without having": ([report("2025", move("T1", "02-01", 50, "general", "flood"), **Y)], [("T1", 50, 0)]),
    "opening not known": ([report("2025", spend("S1", "02-01", 50))], []),
    "opening withheld": ([report("2025", spend("S1", "02-01", 50), opening=withheld("合并记账"))], []),
    "donations withheld": ([report("2025", spend("S1", "02-01", 50), donations=withheld("约定"), **Y)], []),
    "known again by the next opening": (
        [
            report("2025", donations=withheld("约定"), **Y),
            report("2026", spend("S1", "2026-02-01", 50), opening={"general": 20}),
        ],
        [("S1", 50, 20)],
    ),
    "unknown after withheld spending": (
        [report("2025", spending=withheld("约定"), **Y), report("2026", spend("S1", "2026-02-01", 50))],
        [],
    ),
}


@pytest.mark.parametrize(("reports", "expected"), SHORT.values(), ids=SHORT)
def test_shortfalls(reports, expected):
    assert [(s.row.id, s.wanted, s.available) for s in funds(*reports).shortfalls] == expected


D1 = gift("D1", "03-01", 50)
NAMED = {
    "fits": ([report("2025", D1, spend("S1", "04-01", 50, D1=50), **Y)], []),
    "not there": ([report("2025", D1, spend("S1", "04-01", 50, D9=50), **Y)], [("unknown", 50, 0)]),
    "not yet there": ([report("2025", D1, spend("S1", "02-01", 50, D1=50), **Y)], [("early", 50, 0)]),
    "of a later report": (
        [report("2025", spend("S1", "02-01", 5, y2026_D1=5), **Y), report("2026", gift("D1", "2026-01-01", 9))],
        [("early", 5, 0)],
    ),
    "more than the row": ([report("2025", D1, spend("S1", "04-01", 30, D1=40), **Y)], [("row", 40, 30)]),
    "more than is left": (
        [report("2025", D1, spend("S1", "04-01", 30), spend("S2", "04-02", 30, D1=30), opening={"general": 0})],
        [("layer", 30, 20)],
    ),
    "of another purpose": (
        [report("2025", gift("D1", "03-01", 50, "flood"), spend("S1", "04-01", 30, D1=30), opening={"general": 30})],
        [("purpose", 30, 0)],
    ),
    "of another purpose, moved here": (
        [
            report(
                "2025",
                gift("D1", "03-01", 50, "flood"),
                move("T1", "03-02", 30, "flood", "general"),
                spend("S1", "04-01", 30, D1=30),
                **Y,
            )
        ],
        [],
    ),
    "the opening by its bare name in a later report": (
        [report("2025", opening={"general": 50}), report("2026", spend("S1", "2026-02-01", 30, opening=30))],
        [],
    ),
    "an older report's row by its bare number": (
        [report("2025", D1, **Y), report("2026", spend("S1", "2026-02-01", 30, D1=30))],
        [],
    ),
}


@pytest.mark.parametrize(("reports", "expected"), NAMED.values(), ids=NAMED)
def test_funded_by(reports, expected):
    assert [(m.kind, m.wanted, m.available) for m in funds(*reports).misfundings] == expected


def test_a_debt_is_the_balance_until_money_comes():
    kept = funds(report("2025", spend("S1", "02-01", 30), **Y), report("2026", gift("D1", "2026-01-05", 50)))
    assert closings(kept) == {"general": -30}
    assert closings(kept, "2026") == {"general": 20}
    assert uses(kept) == {"2026#D1": "S1:30 left:20"}


def test_every_sum_that_may_be_named_is_listed():
    books = folder(
        report("2025", gift("D1", "02-01", 5), earn("I1", "", 5)), report("2026", gift("D1", "2026-01-01", 1))
    )
    assert sums_given(books) == {("2025", "D1"), ("2025", "I1"), ("2026", "D1")}
