"""Goods on their way: stock on every day, every lot from gift to recipient."""

import pytest

from generator.base.absence import withheld
from generator.ledger.goods import Goods
from generator.ledger.worth import donation_worth, goods_value, product
from generator.model.cash import Donation
from generator.model.goods import Item
from tests.ledger.books import AT, DONOR, buy, goods, issue, lot, report, stock


def lots(kept: Goods) -> dict[str, str]:
    lines = {}
    for (period, row), traces in kept.traces.items():
        for trace in traces:
            words = [f"{use.row}:{use.amount // 1000}" for use in trace.uses]
            lines[f"{period}#{row}/{trace.item}"] = " ".join([*words, f"left:{trace.left // 1000}"])
    return lines


D1, D2 = lot("D1", "02-01", "帐篷", 5), lot("D2", "03-01", "帐篷", 5)
BOOKS = {
    "the oldest first": (
        [report("2025", D1, D2, issue("G1", "04-01", "帐篷", 7))],
        {"2025#D1/帐篷": "G1:5 left:0", "2025#D2/帐篷": "G1:2 left:3"},
        [],
        [],
    ),
    "the lot that from names": (
        [report("2025", D1, D2, issue("G1", "04-01", "帐篷", 4, source="D2"))],
        {"2025#D1/帐篷": "left:5", "2025#D2/帐篷": "G1:4 left:1"},
        [],
        [],
    ),
    "bought before given on one day": (
        [report("2025", D1, buy("P1", "02-01", "帐篷", 5), issue("G1", "02-01", "帐篷", 7))],
        {"2025#P1/帐篷": "G1:5 left:0", "2025#D1/帐篷": "G1:2 left:3"},
        [],
        [],
    ),
    "units are never converted": (
        [report("2025", D1, issue("G1", "04-01", "帐篷", 1, "顶"))],
        {"2025#D1/帐篷": "left:5"},
        [("G1", 1, 0)],
        [],
    ),
    "issued before it came, then covered": (
        [report("2025", issue("G1", "01-05", "帐篷", 2), D1)],
        {"2025#D1/帐篷": "G1:2 left:3"},
        [("G1", 2, 0)],
        [],
    ),
    "covered lots are not there twice": (
        [report("2025", issue("G1", "01-05", "帐篷", 2), D1, issue("G2", "03-05", "帐篷", 4))],
        {"2025#D1/帐篷": "G1:2 G2:3 left:0"},
        [("G1", 2, 0), ("G2", 4, 3)],
        [],
    ),
    "carried over, named by report": (
        [report("2025", D1), report("2026", issue("G1", "2026-01-05", "帐篷", 2, source="2025#D1"))],
        {"2025#D1/帐篷": "G1:2 left:3"},
        [],
        [],
    ),
    "opening stock of the first report only": (
        [report("2025", goods_opening=(stock("帐篷", 2),)), report("2026", goods_opening=(stock("帐篷", 2),))],
        {"2025#opening/帐篷": "left:2"},
        [],
        [],
    ),
    "from a lot that is not there": (
        [report("2025", D1, issue("G1", "04-01", "帐篷", 2, source="D9"))],
        {"2025#D1/帐篷": "G1:2 left:3"},
        [],
        [("unknown", 2, 0)],
    ),
    "from a lot not yet there": (
        [report("2025", D1, D2, issue("G1", "02-05", "帐篷", 2, source="D2"))],
        {"2025#D1/帐篷": "G1:2 left:3", "2025#D2/帐篷": "left:5"},
        [],
        [("early", 2, 0)],
    ),
    "from a lot of other goods": (
        [report("2025", D1, lot("D3", "02-01", "雨衣", 5), issue("G1", "04-01", "帐篷", 2, source="D3"))],
        {"2025#D1/帐篷": "G1:2 left:3", "2025#D3/雨衣": "left:5"},
        [],
        [("purpose", 2, 0)],
    ),
    "more than the named lot has": (
        [report("2025", D1, D2, issue("G1", "04-01", "帐篷", 7, source="D2"))],
        {"2025#D1/帐篷": "G1:2 left:3", "2025#D2/帐篷": "G1:5 left:0"},
        [],
        [("layer", 7, 5)],
    ),
    "nothing is short where donations are withheld": (
        [report("2025", issue("G1", "04-01", "帐篷", 7), donations=withheld("约定"))],
        {},
        [],
        [],
    ),
}


@pytest.mark.parametrize(("reports", "expected", "short", "named"), BOOKS.values(), ids=BOOKS)
def test_the_way_of_every_lot(reports, expected, short, named):
    kept = goods(*reports)
    assert lots(kept) == expected
    assert [(s.row.id, s.wanted // 1000, s.available // 1000) for s in kept.shortfalls] == short
    assert [(m.kind, m.wanted // 1000, m.available // 1000) for m in kept.misfundings] == named


def test_a_stock_line_shows_its_working():
    kept = goods(
        report("2025", D1),
        report(
            "2026",
            lot("D1", "2026-01-05", "帐篷", 3),
            buy("P1", "2026-01-06", "帐篷", 2),
            issue("G1", "2026-02-01", "帐篷", 4),
            stocktake=(stock("帐篷", 6),),
        ),
    )
    line = kept.lines["2026"]["帐篷", "件"]
    assert [n // 1000 for n in (line.opening, line.given, line.bought, line.out, line.stock)] == [5, 3, 2, 4, 6]
    assert line.counted == 6000


@pytest.mark.parametrize(
    ("quantity", "unit_value", "value"), [(30_000, 12_000, 360_000), (500, 33, 17), (1, 499, 0), (1, 500, 1)]
)
def test_value_is_rounded_half_up_to_the_fen(quantity, unit_value, value):
    assert product(quantity, unit_value) == value


def test_goods_are_worth_what_donors_say_and_nothing_is_priced_here():
    valued = Item(AT, "救生衣", "件", 30_000, unit_value=12_000)
    unvalued = Item(AT, "棉被", "床", 5_000)
    both = Donation(AT, "D1", DONOR, items=(valued, unvalued))
    lump = Donation(AT, "D2", DONOR, items=(unvalued,), goods_value=99)
    plain = Donation(AT, "D3", DONOR, items=(unvalued,))
    assert [donation_worth(d) for d in (both, lump, plain)] == [360_000, 99, None]
    assert goods_value(report("2025", both, lump, plain)) == 360_099
