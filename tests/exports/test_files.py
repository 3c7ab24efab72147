"""Files for programs and spreadsheets: nothing acts as a formula, five kinds of absence stay five, feeds are feeds."""

import json
import shutil
import xml.etree.ElementTree as ET
from datetime import date
from pathlib import Path

import pytest

from generator.base.absence import NOT_APPLICABLE, NOT_REPORTED, Absent
from generator.base.table import COUNT, DAY, MONEY, QUANTITY, TEXT, Column, Table
from generator.cli.main import main
from generator.exports.csv_file import to_csv
from generator.exports.feed import Entry, atom

ROOT = Path(__file__).resolve().parents[2]
ATOM = "{http://www.w3.org/2005/Atom}"


def cell(value: object, kind: str = TEXT) -> str:
    """One cell as its file holds it."""
    data = to_csv(Table("t", "表", (Column("a", "甲", kind), Column("b", "乙")), ((value, "x"),)))
    return data.decode("utf-8-sig").split("\r\n")[1].removesuffix(",x")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"])
def test_no_text_acts_as_a_formula(start: str):
    assert cell(f"{start}cmd|' /C calc'!A0").lstrip('"').startswith("'")


@pytest.mark.parametrize(
    ("value", "kind", "written"),
    [
        (-1, MONEY, "-0.01"), (0, MONEY, "0.00"), (71877167, MONEY, "718771.67"), (30000, QUANTITY, "30"),
        (250500, QUANTITY, "250.5"), (42, COUNT, "42"), (date(2025, 7, 3), DAY, "2025-07-03"), ("甲,乙", TEXT, '"甲,乙"'),
        ('他说"好"', TEXT, '"他说""好"""'), (NOT_REPORTED, MONEY, "未填报"), (NOT_APPLICABLE, MONEY, "不适用"),
        (Absent("withheld", "不公开", "按协议"), MONEY, "不公开（按协议）"), ("012", TEXT, "012"),
    ],
)  # fmt: skip
def test_a_cell_is_written_for_people_and_programs(value: object, kind: str, written: str):
    assert cell(value, kind) == written


def test_a_reason_is_no_formula():
    assert not cell(Absent("withheld", "不公开", "=1+1"), MONEY).startswith("=")


def test_a_csv_begins_with_its_mark_and_ends_its_lines_as_spreadsheets_do():
    data = to_csv(Table("t", "表", (Column("a", "甲"),), (("一",), ("二",))))
    assert data == "\ufeff甲\r\n一\r\n二\r\n".encode()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example with every kind of absence in one report."""
    folder = tmp_path_factory.mktemp("absence")
    shutil.copytree(ROOT / "tests/example/data", folder / "data")
    report = folder / "data/teams/310107/xinhong/2025.yaml"
    text = report.read_text("utf-8").replace("owed: {members: 0, others: 0}", "owed: {members: 0, others: n/a}")
    text = text.replace("service: {hours: 1840.5, people_served: 4200}", "service: {hours: {withheld: '=1+1'}}")
    report.write_text(text.replace("name: 示例电器有限公司", "name: '@示例电器'"), "utf-8")
    words = ["build", "--data", str(folder / "data"), "--output", str(folder / "site"), "--as-of", "2026-11-24"]
    assert main([*words, "--jobs", "1"]) == 0
    return folder / "site"


def test_index_json_keeps_five_kinds_of_absence(site: Path):
    record = json.loads((site / "teams/310107/xinhong/2025/index.json").read_bytes())["record"]
    assert record["holdings"]["bank"] == "718000.00"  # given
    assert record["owed"]["members"] == "0.00"  # zero
    assert record["owed"]["others"] == {"absent": "not_applicable"}
    assert record["service"]["hours"] == {"absent": "withheld", "reason": "=1+1"}
    assert record["service"]["people_served"] is None  # not reported
    assert record["goods_in"] is None
    assert record["transfers"] == []


def test_index_json_is_read_by_programs_as_written_for_people(site: Path):
    for path in site.rglob("index.json"):
        text = path.read_text("utf-8")
        assert text.endswith("}\n")
        assert json.loads(text, parse_float=pytest.fail) is not None


def test_every_csv_of_the_site_is_safe_to_open(site: Path):
    files = list(site.rglob("*.csv"))
    assert len(files) > 30
    for path in files:
        data = path.read_bytes()
        assert data.startswith("\ufeff".encode())
        assert data.count(b"\n") == data.count(b"\r\n")
    assert "'@示例电器" in (site / "teams/310107/xinhong/2025/donations.csv").read_text("utf-8-sig")


@pytest.mark.parametrize("name", ["corrections", "updates"])
def test_feeds_are_feeds(site: Path, name: str):
    feed = ET.parse(site / name / "feed.atom").getroot()  # noqa: S314 - we wrote it
    assert feed.tag == f"{ATOM}feed"
    entries = feed.findall(f"{ATOM}entry")
    assert entries
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert len(set(ids)) == len(ids)
    for entry in entries:
        link = entry.find(f"{ATOM}link")
        assert link is not None
        href = link.attrib["href"].removeprefix("https://example.org/")
        page, _, row = href.partition("#")
        target = site / page / ("index.html" if not page.endswith(".html") else "")
        assert target.is_file(), href
        assert not row or f'id="{row}"' in target.read_text("utf-8"), href


def test_a_feed_is_the_same_for_the_same_entries_and_escapes_them():
    entries = [
        Entry("2026-05-06", "甲 <b> & 乙", "teams/a/b/2025/index.html#D1", "]]> & <script>"),
        Entry("someday", "不明", "x", "y"),
    ]
    first = atom("站", "https://example.org", "updates", entries)
    assert first == atom("站", "https://example.org/", "updates", entries)
    feed = ET.fromstring(first)  # noqa: S314 - we wrote it
    assert [e.findtext(f"{ATOM}title") for e in feed.findall(f"{ATOM}entry")] == ["甲 <b> & 乙"]
    assert (feed.findtext(f"{ATOM}updated") or "").startswith("2026-05-06")
    assert atom("站", "https://example.org/", "updates", []) == atom("站", "https://example.org/", "updates", [])
