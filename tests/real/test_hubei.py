"""R8: thousands of listed donations, two rows restated, a running total that falls without a word."""

from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.real.hubei import FIRST, LATER, LISTS, SOURCES, TEAM, convert
from tests.real.published import explained, findings, record

D = Decimal
SUMS = {
    "v1": (60, D("3482232.11")),
    "v2": (1633, D("38422322.24")),
    "d0201": (2860, D("29763117.98")),
    "d0207": (2223, D("28360161.37")),
}


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The first list, and the chain of reports after it."""
    if not SOURCES.is_dir():
        pytest.skip("the lists of Hubei are not beside this repository (shared/sources/hubei-2020)")
    return convert(tmp_path_factory.mktemp("hubei"))


def report(data: Path, period: str) -> dict[str, Any]:
    return record(data / TEAM / f"{period}.yaml")


def total(rows: list[dict[str, Any]]) -> Decimal:
    return sum((D(row["amount"]) for row in rows), D(0))


def test_each_list_sums_to_the_fen(folders: tuple[Path, Path]):
    first, later = folders
    lists = {"v1": report(first, FIRST)} | {notice: report(later, period) for period, notice in LISTS.items()}
    assert {name: (len(one["donations"]), total(one["donations"])) for name, one in lists.items()} == SUMS


def test_every_record_is_accepted(folders: tuple[Path, Path]):
    for data in folders:
        assert [one for one in findings(data) if one["severity"] in {"error", "unreconciled"}] == []
    assert explained(folders[0]) == []
    assert explained(folders[1]) == [("A14", "0.02"), ("A14", "0.07"), ("A14", "72146100.00")]


def test_the_day_lists_are_the_published_day_totals(folders: tuple[Path, Path]):
    for period in ("2020-02-01--2020-02-01", "2020-02-07--2020-02-07"):
        one = report(folders[1], period)
        assert D(one["stated"]["donations"]) == total(one["donations"])


def test_the_chain_has_no_gap(folders: tuple[Path, Path]):
    periods = sorted(path.stem for path in (folders[1] / TEAM).glob("2020-*.yaml"))
    days = [f"2020-01-{day:02d}" for day in range(27, 32)] + [f"2020-02-{day:02d}" for day in range(1, 8)]
    assert periods == [LATER] + [f"{day}--{day}" for day in days]


def test_two_rows_are_restated(folders: tuple[Path, Path]):
    before, after = report(folders[0], FIRST), report(folders[1], LATER)
    corrections = after["corrections"]
    assert [(one["entry"], one["field"], one["before"], one["after"]) for one in corrections] == [
        ("D1", "date", "2020-01-22", "2020-01-23"),
        ("D43", "donor.name", "捐赠人00039", "捐赠人00056"),
    ]
    old, new = ({row["id"]: row for row in one["donations"]} for one in (before, after))
    assert [id for id, row in old.items() if row != new[id]] == ["D1", "D43"]


def test_the_running_total_falls_once(folders: tuple[Path, Path]):
    paths = sorted((folders[1] / TEAM).glob("2020-*.yaml"))
    totals = [D(record(path)["stated"]["cumulative_donations"]) for path in paths]
    falls = [(path.stem, a - b) for path, a, b in zip(paths[1:], totals, totals[1:], strict=False) if b < a]
    assert falls == [("2020-01-27--2020-01-27", D("72146100.00"))]
    reasons = {path.stem[:10]: record(path)["explained"] for path in paths if "explained" in record(path)}
    assert {day: [(one["rule"], one["difference"]) for one in entries] for day, entries in reasons.items()} == {
        "2020-01-27": [("A14", "72146100.00")],
        "2020-02-01": [("A14", "0.02")],
        "2020-02-07": [("A14", "0.07")],
    }
    assert reasons["2020-01-27"][0]["reason"] == "原公示未作说明"


def test_repeats_are_kept(folders: tuple[Path, Path]):
    repeats = {}
    for period, notice in LISTS.items():
        rows = report(folders[1], period)["donations"]
        seen = Counter((row["donor"].get("name"), row["date"], row["amount"]) for row in rows)
        repeats[notice] = sum(count > 1 for count in seen.values())
    assert repeats == {"v2": 12, "d0201": 38, "d0207": 14}


def test_only_organisations_are_named(folders: tuple[Path, Path]):
    for data in folders:
        for path in (data / TEAM).glob("2020-*.yaml"):
            for row in record(path).get("donations", ()):
                donor = row["donor"]
                named = donor["kind"] == "organisation"
                assert named or donor == {"kind": "anonymous"} or donor["name"].startswith("捐赠人")
