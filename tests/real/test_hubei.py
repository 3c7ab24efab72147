"""R8: thousands of listed donations, two rows restated, a running total that falls without a word."""

from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.real.hubei import FIRST, LATER, LISTS, SOURCES, TEAM, convert
from tests.real.published import explained, findings, page_of, published_from, record

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


# --- the pages ----------------------------------------------------------------------------------


def test_each_list_stands_with_its_total(folders: tuple[Path, Path]):
    first, later = folders
    for data, period, notice in ((first, FIRST, "v1"), *((later, period, notice) for period, notice in LISTS.items())):
        count, money = SUMS[notice]
        page = published_from(data, period)
        assert f"共{count}笔，捐款合计{money:,.2f}元" in page
        html = page_of(data, period).read_text(encoding="utf-8")
        assert all(f'id="D{number}"' in html for number in range(1, count + 1))


def test_restated_rows_are_shown_as_restated(folders: tuple[Path, Path]):
    page = published_from(folders[1], LATER)
    assert "D1日期：2020-01-22→2020-01-23。原因：原公示未作说明" in page
    assert "D43捐赠人：捐赠人00039→捐赠人00056。原因：原公示未作说明" in page
    assert page.count("已更正") == 2


def test_the_fall_stands_in_red_with_its_size(folders: tuple[Path, Path]):
    page = published_from(folders[1], "2020-01-27--2020-01-27")
    assert "累计捐款195,498,500.00元" in page
    assert "267,644,600.00元少了72,146,100.00元" in page
    assert "原公示未作说明" in page
    assert "账不平" in page


def test_a_list_opens_with_fifty_rows(folders: tuple[Path, Path]):
    html = page_of(folders[1], "2020-02-01--2020-02-01").read_text(encoding="utf-8")
    rows = html[html.index('id="gifts"') :].partition("<details")[0]
    assert rows.count('class="gift ') == 50
    assert len(page_of(folders[1]).read_bytes()) < 100_000


@pytest.mark.xfail(reason="all rows of a list are on one page: 0.9 MB for 2,860 donations")
def test_a_list_is_light_enough_for_a_phone(folders: tuple[Path, Path]):
    assert len(page_of(folders[1], "2020-02-01--2020-02-01").read_bytes()) < 300_000


def test_every_running_total_stands_on_its_page(folders: tuple[Path, Path]):
    assert "613,981,858.80" in published_from(folders[1], "2020-02-02--2020-02-02")


def test_the_page_does_not_say_that_nothing_was_used(folders: tuple[Path, Path]):
    assert "还没有使用" not in published_from(folders[0], FIRST)


def test_repeats_are_noted(folders: tuple[Path, Path]):
    assert "12组" in published_from(folders[1], LATER)


def test_one_day_is_called_one_day(folders: tuple[Path, Path]):
    assert "2020-02-01至2020-02-01" not in published_from(folders[1], "2020-02-01--2020-02-01")
