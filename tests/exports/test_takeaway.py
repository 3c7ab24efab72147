"""One figure, one truth: the demonstration read back from CSV, Excel, JSON, SQLite and the pages, cell by cell."""

import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import frictionless
import pytest
from lxml import html
from python_calamine import CalamineWorkbook

from generator.base.money import plain
from generator.base.quantity import plain_quantity
from generator.cli.main import main
from generator.engine.site_takeaway import OF_SOCIETY
from generator.exports.dataset import BY_NAME, OF_EACH_REPORT, REPORTS, TABLES, DataTable
from generator.exports.sqlite_file import stored
from tests.site.published import csv_rows, figure

ROOT = Path(__file__).resolve().parents[2]
NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
SHOWN = {"income", "spending", "transfers", "goods", "goods_in", "goods_out", "balances", "stated"}
"""Tables that the page of a report shows as tables; donations and their uses it tells in words."""
Rows = list[list[str]]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration, built."""
    output = tmp_path_factory.mktemp("takeaway") / "site"
    words = ["build", "--data", str(ROOT / "data"), "--output", str(output), "--as-of", "2026-11-24", "--jobs", "1"]
    assert main(words) == 0
    return output


def reports(site: Path) -> Iterator[tuple[str, str, str, Path]]:
    """Society, team, period and folder of every report."""
    for page in sorted(site.glob("teams/*/*/*/report.xlsx")):
        society, team, period = page.parent.parts[-3:]
        yield society, team, period, page.parent


def of_report(folder: Path, table: DataTable) -> Rows:
    """The rows of a report's CSV, as the site's tables have them: a running number in front, no sum of the others."""
    rows = csv_rows(folder / f"{table.name}.csv")[1:]
    if table.totalled and len(rows) > 1:
        assert rows[-1][0] == "合计"
        rows = rows[:-1]
    return [[str(number), *row] for number, row in enumerate(rows, 1)] if table.numbered else rows


def typed(value: object, column_kind: str) -> str:
    """A cell of a workbook as a CSV writes it; a figure must be a number and a day a day."""
    if isinstance(value, bool):
        pytest.fail(f"{value} is no cell of ours")
    if isinstance(value, int | float):
        assert column_kind in ("money", "quantity", "count"), value
        exact = Decimal(repr(value))
        return {
            "money": lambda: plain(int(exact * 100)), "quantity": lambda: plain_quantity(int(exact * 1000)), "count": lambda: str(int(exact)),
        }[column_kind]()  # fmt: skip
    if isinstance(value, date):
        assert column_kind == "day"
        return value.date().isoformat() if isinstance(value, datetime) else value.isoformat()
    assert isinstance(value, str)
    assert column_kind == "text" or not re.fullmatch(r"[-0-9.]+", value), f"{value} is a figure written as text"
    return value


def sheet(path: Path, name: str, kinds: list[str]) -> Rows:
    """The rows of a sheet, heading first; nothing where the workbook has no such sheet."""
    book = CalamineWorkbook.from_path(str(path))
    if name not in book.sheet_names:
        return []
    head, *rows = book.get_sheet_by_name(name).to_python()
    return [[str(cell) for cell in head], *([typed(c, k) for c, k in zip(row, kinds, strict=True)] for row in rows)]


def in_words(cell: object, kind: str, absent: str | None) -> str:
    """A cell of the database as a CSV writes it."""
    if absent is not None:
        assert cell is None
        return absent
    assert cell is not None
    return {"money": plain, "quantity": plain_quantity}.get(kind, str)(cell)  # type: ignore[arg-type]


def stored_rows(base: sqlite3.Connection, table: DataTable) -> Rows:
    """The rows of a table of the database as a CSV writes them."""
    columns = table.all_columns
    asked = ", ".join(f'"{stored(c)}", ' + ("NULL" if c.sure else f'"{c.key}_absence"') for c in columns)
    return [
        [in_words(row[2 * i], column.kind, row[2 * i + 1]) for i, column in enumerate(columns)]
        for row in base.execute(f"SELECT {asked} FROM {table.name}")  # noqa: S608
    ]


def page_tables(path: Path) -> dict[str, Rows]:
    """The tables of a page by caption, as a file writes their cells; the link to ask about a row is no part of it."""
    found = {}
    page = html.parse(str(path))
    for asked in page.xpath("//table//*[@class='ask' or @class='code-of']"):
        asked.drop_tree()
    for table in page.iter("table"):
        caption = table.find("caption")
        if caption is None:
            continue
        rows = [[figure(" ".join(cell.text_content().split())) for cell in row] for row in table.iter("tr")]
        found[caption.text_content().partition("：")[0]] = rows
    return found


@pytest.mark.parametrize("table", OF_EACH_REPORT, ids=lambda table: table.name)
def test_a_report_says_the_same_everywhere(site: Path, table: DataTable):
    kinds = [column.kind for column in table.columns]
    whole = csv_rows(site / f"data/{table.name}.csv")[1:]
    with closing(sqlite3.connect(site / "data/mingzhang.sqlite")) as base:
        database = stored_rows(base, table)
    seen = 0
    for society, team, period, folder in reports(site):
        beside = csv_rows(folder / f"{table.name}.csv")
        seen += len(beside) - 1
        workbook = sheet(folder / "report.xlsx", table.caption, kinds)
        assert workbook == (beside if len(beside) > 1 else []), folder
        if table.name in SHOWN and len(beside) > 1:
            assert page_tables(folder / "index.html")[table.caption] == beside, folder
        own = of_report(folder, table)
        of_team = csv_rows(folder.parent / f"{table.name}.csv")[1:]
        assert [row[1:] for row in of_team if row[0] == period] == own, folder
        of_society = csv_rows(site / "societies" / society / f"{table.name}.csv")[1:]
        for rows in (of_society, whole):
            assert [row[3:] for row in rows if row[:3] == [society, team, period]] == own, folder
        assert sorted(row[3:] for row in database if row[:3] == [society, team, period]) == sorted(own), folder
    assert seen > 2


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_csv_excel_and_database_hold_the_same_rows(site: Path, table: DataTable):
    head, *rows = csv_rows(site / f"data/{table.name}.csv")
    assert head == [column.key for column in table.all_columns]
    assert rows, "the demonstration has some of everything"
    kinds = [column.kind for column in table.all_columns]
    book = sheet(site / "data/mingzhang.xlsx", table.caption, kinds)
    assert book == [[column.label for column in table.all_columns], *rows]
    with closing(sqlite3.connect(site / "data/mingzhang.sqlite")) as base:
        assert sorted(stored_rows(base, table)) == sorted(rows)
        assert base.execute(f'SELECT count(*) FROM "{table.caption}"').fetchone() == (len(rows),)  # noqa: S608


def test_a_society_and_a_team_have_their_part_of_the_site_and_nothing_else(site: Path):
    for folder in sorted((site / "societies").iterdir()):
        for table in OF_SOCIETY if folder.is_dir() else ():
            head, *rows = csv_rows(folder / f"{table.name}.csv")
            assert head == [column.label for column in table.all_columns]
            whole = csv_rows(site / f"data/{table.name}.csv")[1:]
            assert rows == [row for row in whole if row[0] == folder.name]
            book = sheet(folder / "society.xlsx", table.caption, [column.kind for column in table.all_columns])
            assert book[1:] == rows
    for path in sorted(site.glob("teams/*/*/team.xlsx")):
        owner = [path.parent.parent.name, path.parent.name]
        for table in TABLES:
            if table.prefix[1:2]:
                kinds = [column.kind for column in table.all_columns[2:]]
                whole = csv_rows(site / f"data/{table.name}.csv")[1:]
                assert sheet(path, table.caption, kinds)[1:] == [row[2:] for row in whole if row[:2] == owner]


def absent(value: object) -> str:
    """A JSON value as a CSV writes it."""
    if value is None:
        return "未填报"
    if isinstance(value, dict):
        label = {"not_applicable": "不适用", "withheld": "不公开", "unknown": "无法计算", "not_published": "未公布"}[
            value["absent"]
        ]
        return f"{label}（{value['reason']}）" if "reason" in value else label
    return str(value)


def keyed(path: Path) -> list[dict[str, str]]:
    """The rows of a report's CSV by the keys of their columns."""
    keys = [column.key for column in BY_NAME[path.stem].columns]
    return [dict(zip(keys, row, strict=True)) for row in csv_rows(path)[1:]]


def test_json_says_the_same_as_csv(site: Path):
    counted = 0
    for _, _, period, folder in reports(site):
        found = json.loads((folder / "index.json").read_bytes())
        for name in ("donations", "income", "spending", "transfers", "goods_in", "goods_out"):
            rows = found["record"][name]
            figure = "quantity" if name.startswith("goods") else "amount"
            if isinstance(rows, list):
                listed = [(row["id"], absent(row[figure])) for row in rows]
                assert [(row["id"], row[figure]) for row in keyed(folder / f"{name}.csv")] == listed, folder
                counted += len(rows)
        ledger = found["ledger"]
        for row in keyed(folder / "donations.csv"):
            if row["id"] in ledger["donations"] and NUMBER.fullmatch(row["left"]):
                assert row["left"] == ledger["donations"][row["id"]]["left"]
        uses = [(id, u["report"], u["row"], u["amount"]) for id, d in ledger["donations"].items() for u in d["uses"]]
        listed = [(row["donation"], row["report"], row["row"], row["amount"]) for row in keyed(folder / "uses.csv")]
        assert listed == uses, folder
        for row, line in zip(keyed(folder / "goods.csv"), ledger["goods"], strict=True):
            assert {key: line[key] for key in line if key != "received"}.items() <= row.items(), folder
        balances = [row for row in keyed(folder / "balances.csv") if row["purpose"] != "合计"]
        for row, balance in zip(balances, ledger["balances"].values(), strict=True):
            assert row["opening"] == absent(balance["opening"])
            assert row["closing"] == (balance["closing"] or "无法计算")
            assert row["transferred"] == balance["transferred"]
        team = json.loads((folder.parent / "index.json").read_bytes())
        figures = next(report["figures"] for report in team["reports"] if report["period"] == period)
        heads = [column.key for column in REPORTS.columns[: len(csv_rows(folder.parent / "reports.csv")[0])]]
        row = next(
            dict(zip(heads, row, strict=True)) for row in csv_rows(folder.parent / "reports.csv") if row[0] == period
        )
        assert {key: absent(value) for key, value in figures.items()}.items() <= row.items()
    assert counted > 100


@pytest.mark.parametrize("name", ["societies", "teams", "reports"])
def test_the_lists_say_what_the_tables_say_and_lead_to_files(site: Path, name: str):
    listed = json.loads((site / f"data/{name}.json").read_bytes(), parse_float=pytest.fail)
    assert listed["as_of"] == "2026-11-24"
    head, *rows = csv_rows(site / f"data/{name}.csv")
    assert [[absent(found[key]) for key in head] for found in listed[name]] == rows
    for found in listed[name]:
        assert (site / found["json"]).is_file()
        assert (site / found["address"] / "index.html").is_file()


def test_the_five_kinds_of_absence_are_told_apart(site: Path):
    cells = {cell for path in site.glob("data/*.csv") for row in csv_rows(path) for cell in row}
    assert {"0.00", "未填报", "不适用", "无法计算"} <= cells
    assert any(cell.startswith("不公开（") for cell in cells)
    with closing(sqlite3.connect(site / "data/mingzhang.sqlite")) as base:
        zero = base.execute("SELECT count(*) FROM donations WHERE used_fen = 0 AND used_absence IS NULL").fetchone()
        said = {words for (words,) in base.execute("SELECT DISTINCT amount_absence FROM donations")}
        assert zero[0] > 0
        assert None in said
        assert "不适用" in said or "未填报" in said


def test_the_data_package_is_valid_and_would_not_be_with_a_broken_key(site: Path, tmp_path: Path):
    found = frictionless.validate(str(site / "data/datapackage.json"))
    assert found.valid, found.flatten(["type", "message"])
    assert len(found.tasks) == len(TABLES)
    for path in (site / "data").glob("*"):
        if path.suffix in (".csv", ".json"):
            (tmp_path / path.name).write_bytes(path.read_bytes())
    package = json.loads((tmp_path / "datapackage.json").read_bytes())
    for resource in package["resources"]:
        resource.pop("hash")
        resource.pop("bytes")
    (tmp_path / "datapackage.json").write_text(json.dumps(package), "utf-8")
    donations = (tmp_path / "donations.csv").read_text("utf-8-sig")
    (tmp_path / "donations.csv").write_text(
        donations.replace("emergency-rescue,2025,D1,", "emergency-rescue,1999,D1,"), "utf-8-sig"
    )
    kinds = {kind for (kind,) in frictionless.validate(str(tmp_path / "datapackage.json")).flatten(["type"])}
    assert kinds == {"foreign-key"}


def test_the_package_says_what_a_reader_needs(site: Path):
    package = json.loads((site / "data/datapackage.json").read_bytes())
    assert package["created"].startswith("2026-11-24")
    assert package["licenses"][0]["title"]
    fields = {(r["name"], f["name"]): f for r in package["resources"] for f in r["schema"]["fields"]}
    assert fields["donations", "amount"]["type"] == "number"
    assert fields["donations", "date"]["type"] == "date"
    assert all(field["title"] for field in fields.values())
    assert "未填报" in next(r for r in package["resources"] if r["name"] == "donations")["schema"]["missingValues"]


def test_the_database_keeps_its_keys_and_explains_itself(site: Path):
    with closing(sqlite3.connect(site / "data/mingzhang.sqlite")) as base:
        assert base.execute("PRAGMA foreign_key_check").fetchall() == []
        assert base.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        made = {(table, column[1]) for (table,) in base.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
                for column in base.execute(f"PRAGMA table_info({table})") if not column[1].endswith("_absence")}  # fmt: skip
        explained = set(base.execute('SELECT "table", "column" FROM fields'))
        assert {pair for pair in made if pair[0] not in ("fields", "about")} == explained
        assert ("截至", "2026-11-24") in base.execute("SELECT * FROM about").fetchall()


def test_headings_of_a_table_differ():
    for table in TABLES:
        for names in ([c.key for c in table.all_columns], [c.label for c in table.all_columns]):
            assert len(set(names)) == len(names), table.name
        assert len(table.caption) <= 31
        assert {r.table for r in table.references} <= {other.name for other in TABLES[: TABLES.index(table)]}
