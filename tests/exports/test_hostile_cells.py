"""Cells that would break a spreadsheet or act in it: formulas, control characters, markup, too long, too big."""

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from generator.base.absence import NOT_APPLICABLE, NOT_REPORTED, withheld
from generator.base.table import COUNT, DAY, MONEY, QUANTITY, TEXT, Column
from generator.exports.cells import settle
from generator.exports.csv_file import csv_bytes
from generator.exports.dataset import BY_NAME, QUESTIONS
from generator.exports.sheet_rows import CUT, LETTERS, fitting
from generator.exports.spool import Source, Spool
from generator.exports.workbook import Cover, book_bytes, write_book

COVER = Cover("题", "https://example.org/", "发布单位", "许可", date(2026, 11, 24), demonstration=True)
HOSTILE = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", '=HYPERLINK("http://x")', "＝1", "{=1}", "http://example.org/", "012", "1e9",
           "<r><t>x</t></r>", "<r>&</r>", "a\x00b\x1fc", "行一\r\n行二", "_x0041_", "]]>&\"'", "100%s", " 两头 ", "𠮷" * 9)  # fmt: skip


def workbook(value: object, kind: str = TEXT) -> tuple[bytes, object]:
    """A workbook of one cell, and the cell read back."""
    data = book_bytes(COVER, [("表", (Column("a", "甲", kind), Column("b", "乙")), [[settle(value, kind), "x"]])])
    return data, CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_name("表").to_python()[1][0]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_stays_text_in_a_workbook(text: str):
    data, cell = workbook(text)
    assert isinstance(cell, str)
    assert cell == text
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        sheets = [book.read(name) for name in book.namelist() if name.startswith("xl/worksheets/sheet")]
        assert not any(name.startswith("xl/externalLinks") for name in book.namelist())
    assert not any(b"<f>" in sheet or b"<hyperlink" in sheet for sheet in sheets)


@pytest.mark.parametrize(
    ("value", "kind", "read"),
    [
        (0, MONEY, 0.0), (-1, MONEY, -0.01), (71877167, MONEY, 718771.67), (10**15 - 1, MONEY, 9999999999999.99),
        (10**15, MONEY, "10000000000000.00"), (250500, QUANTITY, 250.5), (1, QUANTITY, 0.001), (42, COUNT, 42.0),
        (date(2025, 7, 3), DAY, date(2025, 7, 3)), (date(1900, 1, 1), DAY, date(1900, 1, 1)), (NOT_REPORTED, MONEY, "未填报"),
        (NOT_APPLICABLE, DAY, "不适用"), (withheld("=1+1"), MONEY, "不公开（=1+1）"), ("未盘点", QUANTITY, "未盘点"),
    ],
)  # fmt: skip
def test_a_figure_is_a_number_a_day_a_day_and_an_absence_words(value: object, kind: str, read: object):
    cell = workbook(value, kind)[1]
    assert cell == read
    assert type(cell) is type(read)


@pytest.mark.parametrize("text", ["长" * 60_000, "𠮷" * 30_000, "x" * (LETTERS + 1)])
def test_a_text_longer_than_a_cell_is_cut_and_says_so(text: str):
    cell = workbook(text)[1]
    assert isinstance(cell, str)
    assert len(cell.encode("utf-16-le")) // 2 <= LETTERS
    assert cell.endswith(CUT)
    assert text.startswith(cell.removesuffix(CUT))
    assert fitting("x" * LETTERS) == "x" * LETTERS
    assert text in csv_bytes((Column("a", "甲"),), [[text]]).decode()


def test_the_same_rows_give_the_same_bytes_and_another_day_others():
    tables = [("表", (Column("a", "甲"),), [["x"]])]
    other = Cover("题", "https://example.org/", "发布单位", "许可", date(2026, 11, 25), demonstration=True)
    assert book_bytes(COVER, tables) == book_bytes(COVER, tables)
    assert book_bytes(COVER, tables) != book_bytes(other, tables)


def question(number: int, text: str) -> list[int | str]:
    """A row of questions."""
    return ["310107", str(number), "2026-01-01", "teams/a/b", text, "2026-01-02", "答", "单位"]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_stays_text_in_a_streamed_workbook(tmp_path: Path, text: str):
    source = Source(tmp_path, {"questions": [question(1, text)]}, ())
    write_book(source, (QUESTIONS,), COVER, tmp_path / "book.xlsx")
    rows = CalamineWorkbook.from_path(str(tmp_path / "book.xlsx")).get_sheet_by_name(QUESTIONS.caption).to_python()
    assert rows[0] == [column.label for column in QUESTIONS.all_columns]
    assert rows[1][4] == text
    assert rows[1][2] == date(2026, 1, 1)
    with zipfile.ZipFile(tmp_path / "book.xlsx") as book:
        assert b'<dimension ref="A1:H2"/>' in book.read("xl/worksheets/sheet2.xml")
        assert not any(b"<f>" in book.read(name) for name in book.namelist())


def test_a_table_with_more_rows_than_a_sheet_is_left_out_and_said_to_be_in_csv(tmp_path: Path):
    source = Source(tmp_path, {"questions": [question(n, "问") for n in range(9)], "societies": []}, ())
    write_book(source, (QUESTIONS, BY_NAME["societies"]), COVER, tmp_path / "book.xlsx", rows=9)
    book = CalamineWorkbook.from_path(str(tmp_path / "book.xlsx"))
    assert book.sheet_names == ["说明"]
    words = {row[0]: row[1] for row in book.get_sheet_by_name("说明").to_python()}
    assert "questions.csv" in words[QUESTIONS.caption]
    assert words["红十字会"] == "没有"
    assert words["截至"] == "2026-11-24"


def test_rows_come_back_from_the_spool_as_they_were(tmp_path: Path):
    rows = {"donations": [[1, "=1", NOT_REPORTED, withheld("理由")]], "teams": []}
    spool = Spool(tmp_path)
    places = (spool.put("a", {"donations": []}), spool.put("a", rows), spool.put("b", rows))
    assert list(Source(tmp_path, {}, places).blocks()) == [{}, {"donations": []}, rows, rows]
    counts = Source(tmp_path, {"donations": [["x"]], "questions": []}, places).counts()
    assert {name: count for name, count in counts.items() if count} == {"donations": 3}
    assert Source(tmp_path, {"questions": [["x"]]}, ()).counts() == {"questions": 1}
