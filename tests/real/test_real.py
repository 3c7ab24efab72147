"""What Chinese Red Cross bodies really published, as records: the figures to the fen, computed here
from the files alone, and what the published page says of each.

`PUBLISHED` below is typed from the disclosures; nothing in it is computed.
"""

from collections import defaultdict
from decimal import Decimal
from typing import Any

import pytest

from tests.real.published import data_of, explained, findings, record, report_files

D = Decimal
NAMES = ("r1", "r2", "r3", "r4", "r5-first", "r5-corrected", "r6", "r7")


def the_report(name: str) -> dict[str, Any]:
    """The one report of a disclosure, as written."""
    (path,) = report_files(data_of(name))
    return record(path)


def money(rows: list[dict[str, Any]]) -> Decimal:
    """The money in rows."""
    return sum((D(row["amount"]) for row in rows if "amount" in row), D(0))


def goods_value(rows: list[dict[str, Any]]) -> Decimal:
    """The value of goods in donation rows."""
    lots = sum((D(row["goods_value"]) for row in rows if "goods_value" in row), D(0))
    return lots + sum((D(item["value"]) for row in rows for item in row.get("items", ()) if "value" in item), D(0))


def amounts(report: dict[str, Any]) -> dict[str, Decimal]:
    """Every row of money or of valued goods by its id."""
    rows = [row for key in ("donations", "income", "spending") for row in report.get(key, ())]
    return {row["id"]: money([row]) + goods_value([row]) for row in rows}


def subtotals(report: dict[str, Any]) -> dict[str, tuple[Decimal, Decimal]]:
    """Every printed subtotal beside the sum of its rows; a row that is a subtotal counts as printed."""
    printed = {total["id"]: D(total["amount"]) for total in report["stated"]["subtotals"]}
    known = amounts(report) | printed
    return {
        total["id"]: (printed[total["id"]], sum((known[row] for row in total["rows"]), D(0)))
        for total in report["stated"]["subtotals"]
    }


def stock(report: dict[str, Any]) -> dict[str, tuple[Decimal, Decimal]]:
    """Received and issued quantity of every item."""
    received: dict[str, Decimal] = defaultdict(Decimal)
    issued: dict[str, Decimal] = defaultdict(Decimal)
    for item in [item for row in report.get("donations", ()) for item in row.get("items", ())]:
        received[item["item"]] += D(item["quantity"])
    for row in report.get("goods_in", ()):
        received[row["item"]] += D(row["quantity"])
    for row in report.get("goods_out", ()):
        issued[row["item"]] += D(row["quantity"])
    return {item: (received[item], issued[item]) for item in received | issued}


# --- every disclosure ---------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_every_file_names_its_source(name: str):
    for path in data_of(name).rglob("*.yaml"):
        assert path.read_text(encoding="utf-8").startswith("# 来源："), path
    assert the_report(name)["origin"]


@pytest.mark.parametrize("name", NAMES)
def test_every_record_is_accepted(name: str):
    refused = [one for one in findings(data_of(name)) if one["severity"] in {"error", "unreconciled"}]
    assert refused == []


def test_the_differences_found_are_the_known_ones():
    assert {name: found for name in NAMES if (found := explained(data_of(name)))} == {
        "r2": [("A13", "0.01"), ("A13", "100.00"), ("A13", "100.00")],
        "r6": [("A13", "20")],
    }


# --- the figures, to the fen --------------------------------------------------------------------


def test_r1_every_sum_agrees():
    report = the_report("r1")
    checked = subtotals(report)
    assert [printed - summed for printed, summed in checked.values()] == [D(0)] * 5
    assert [printed for printed, _ in checked.values()] == [
        D("337237.78"),
        D("351814.30"),
        D("2303946.18"),
        D("2363076.98"),
        D("2365236.98"),
    ]
    assert money(report["donations"]) + money(report["income"]) == D("2363076.98")
    assert goods_value(report["donations"]) == D("2160.00")
    assert "spending" not in report


def test_r2_is_one_hundred_yuan_apart():
    report = the_report("r2")
    checked = subtotals(report)
    assert checked["T1"] == (D(2204300), D(2204300))
    assert checked["T2"] == (D(2204300), D(2204200))
    assert checked["T3"] == (D(3404100), D(3404100))
    assert money(report["donations"]) == D(413100)
    assert money(report["donations"]) + money(report["income"]) == D(2794000)
    assert D(report["stated"]["spending"]) - money(report["spending"]) == D(100)
    assert round(D(2204300) / D(3404100) * 100, 2) == D("64.75")
    assert report["stated"]["subtotals"][1]["percent"] == "64.76"


def test_r3_agrees_in_ten_thousands():
    report = the_report("r3")
    assert all(printed == summed for printed, summed in subtotals(report).values())
    total = money(report["income"]) + money(report["donations"]) + goods_value(report["donations"])
    assert total == D(393330000)
    assert money(report["spending"]) == D(356960000)
    # The other way to divide the donations, by level, which the rows cannot hold at the same time.
    by_level = {"省本级": D(136120000), "市县": D(162940000)}
    assert sum(by_level.values()) == money(report["donations"]) + goods_value(report["donations"])
    for level, printed in (("省本级", D(157430000)), ("市县", D(235900000))):
        assert by_level[level] + money([row for row in report["income"] if row["from"] == level]) == printed


def test_r4_owes_more_than_it_has():
    report = the_report("r4")
    assert D(report["closing"]["general"]) == D("12971.05")
    assert report["owed"] == {"members": "200000", "at_least": "true"}
    assert D(report["closing"]["general"]) - D(report["owed"]["members"]) == D("-187028.95")
    (crowd,) = report["donations"]
    assert (crowd["amount"], crowd["donor"]["count"]) == ("654026", "10081")
    assert not {"opening", "spending", "holdings"} & set(report)


def test_r5_leaves_four_thousand_without_account_until_corrected():
    assert stock(the_report("r5-first")) == {"N95 口罩": (D(36000), D(32000))}
    assert stock(the_report("r5-corrected")) == {"KN95 口罩": (D(36000), D(36000))}


def test_r5_the_correction_joins_both_versions():
    first, corrected = the_report("r5-first"), the_report("r5-corrected")
    lines = {
        row["id"]: {**row, **row.get("items", [{}])[0]} for key in ("donations", "goods_out") for row in first[key]
    }
    after = {
        row["id"]: {**row, **row.get("items", [{}])[0]} for key in ("donations", "goods_out") for row in corrected[key]
    }
    assert len(corrected["corrections"]) == 5
    for entry in corrected["corrections"]:
        assert lines[entry["entry"]][entry["field"]] == entry["before"]
        assert after[entry["entry"]][entry["field"]] == entry["after"]
        assert entry["reason"] == "工作失误"


def test_r6_money_agrees_and_twenty_masks_do_not():
    report = the_report("r6")
    assert money(report["donations"]) == D(report["stated"]["donations"]) == D("2699948.37")
    assert goods_value(report["donations"]) == D("206880.00")
    assert money(report["spending"]) == D("1258306.37")
    for received, issued in stock(report).values():
        assert received == issued
    (said,) = report["stated"]["goods_out"]
    assert D(said["quantity"]) - stock(report)[said["item"]][1] == D(20)


def test_r7_goods_agree():
    report = the_report("r7")
    assert stock(report) == {"单帐篷": (D(1580), D(1580)), "雨衣": (D(30000), D(30000))}
    for row in report["goods_in"]:
        assert D(row["quantity"]) * D(row["unit_value"]) == D(row["value"])
    assert D(5500000) + D(500000) == D(6000000)
    assert D(report["owed"]["others"]) == D(5500000)
