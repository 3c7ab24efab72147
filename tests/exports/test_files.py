"""Files for programs and spreadsheets: nothing acts as a formula, five kinds of absence stay five."""

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from generator.base.absence import NOT_APPLICABLE, NOT_REPORTED, Absent
from generator.base.table import COUNT, DAY, MONEY, QUANTITY, TEXT, Column, Table
from generator.cli.main import main
from generator.exports.csv_file import to_csv

ROOT = Path(__file__).resolve().parents[2]


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
