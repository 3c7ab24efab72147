"""Excel workbooks: text stays text, numbers and days are numbers and days, headings stay in sight and can be filtered.

A text that begins like a formula is safe without an apostrophe, for its cell is typed as text; a formula is never
written. The same records give the same bytes: the day of the workbook is the as-of date.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path

import msgspec
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from generator.base.absence import Absent
from generator.base.table import COUNT, DAY, MONEY, QUANTITY, Column
from generator.exports.cells import Row, number, written
from generator.exports.dataset import DataTable
from generator.exports.spool import Source

ROWS = 1_048_576
"""As many rows as a sheet of Excel has, the headings among them."""
LETTERS = 32_767
"""As many UTF-16 units as a cell of Excel holds."""
DIGITS = 10**15
"""Excel keeps fifteen digits; a figure with more is written as text, so that none is lost."""
NARROWEST, WIDEST = 8, 44
CUT = "…（太长，全文见 CSV）"
FIRST = "说明"
ABSENCE_WORDS = (
    "0 是已填报的零。“未填报”是没有填；“不适用”是与本队没有关系；“不公开（理由）”是有而不公开；"
    "“无法计算”“未盘点”等是没有这个数。除此以外的数都是已填报的。"
)
_FORMS = {MONEY: "#,##0.00", QUANTITY: "#,##0.###", COUNT: "#,##0", DAY: "yyyy-mm-dd"}


class Cover(msgspec.Struct, frozen=True):
    """What the first sheet says: whose data, from where, as of when, on what terms."""

    title: str
    address: str
    publisher: str
    licence: str
    as_of: date
    demonstration: bool

    def lines(self) -> list[tuple[str, str]]:
        """Label and words of every line."""
        found = [
            ("内容", self.title),
            ("截至", self.as_of.isoformat()),
            ("来源", self.address),
            ("发布", self.publisher),
        ]
        found += [("许可", self.licence)] if self.licence else []
        found += [("注意", "演示数据：队伍、单位和人都是虚构的。")] if self.demonstration else []
        return [*found, ("单位", "金额是人民币元；物资数量按各行的单位。"), ("没有数字时", ABSENCE_WORDS)]


class Book:
    """A workbook being written. ``scratch`` keeps the rows of a large one off the memory."""

    def __init__(self, target: Path | BytesIO, cover: Cover, scratch: Path | None = None) -> None:
        options = {"strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
        where = {"constant_memory": True, "tmpdir": str(scratch)} if scratch else {"in_memory": True}
        self.book = xlsxwriter.Workbook(target if isinstance(target, BytesIO) else str(target), {**options, **where})
        self.book.use_zip64()
        self.book.set_properties(
            {"title": cover.title, "author": cover.publisher, "created": datetime.combine(cover.as_of, time())}
        )
        self.head: Format = self.book.add_format({"bold": True, "bg_color": "#E8E8E8", "bottom": 1})
        self.absent: Format = self.book.add_format({"italic": True, "font_color": "#595959"})
        self.forms: dict[str, Format] = {
            kind: self.book.add_format({"num_format": form}) for kind, form in _FORMS.items()
        }
        self.first: Worksheet = self.book.add_worksheet(FIRST)
        self.cover = cover

    def sheet(self, name: str, columns: Sequence[Column]) -> Sheet:
        """Begin a sheet; its name is at most 31 characters."""
        return Sheet(self, self.book.add_worksheet(name[:31]), columns)

    def close(self, tables: Iterable[tuple[str, str]]) -> None:
        """Write the first sheet, ``tables`` being each table and how many rows it has, and the file."""
        wrap = self.book.add_format({"text_wrap": True, "valign": "top"})
        lines = [*self.cover.lines(), ("", ""), *tables]
        for row, (label, words) in enumerate(lines):
            self.first.write_string(row, 0, label, self.head if label else None)
            self.first.write_string(row, 1, fitting(words), wrap)
        self.first.set_column(0, 0, 20)
        self.first.set_column(1, 1, 70)
        self.book.close()


class Sheet:
    """A sheet being written, row after row."""

    def __init__(self, book: Book, sheet: Worksheet, columns: Sequence[Column]) -> None:
        self.book = book
        self.sheet = sheet
        self.kinds = [column.kind for column in columns]
        self.widths = [_width(column.label) + 3 for column in columns]  # room for the mark of the filter
        self.count = 0
        for index, column in enumerate(columns):
            sheet.write_string(0, index, column.label, book.head)

    def add(self, rows: Iterable[Row]) -> None:
        """Write rows."""
        sheet, forms, widths = self.sheet, self.book.forms, self.widths
        for row in rows:
            self.count += 1
            for index, (cell, kind) in enumerate(zip(row, self.kinds, strict=True)):
                text = written(cell, kind)
                if type(cell) is int and abs(cell) < DIGITS:
                    sheet.write_number(self.count, index, number(cell, kind), forms[kind])
                elif kind == DAY and not isinstance(cell, Absent):
                    sheet.write_datetime(self.count, index, date.fromisoformat(text), forms[DAY])
                else:
                    form = self.book.absent if isinstance(cell, Absent) else None
                    sheet.write_string(self.count, index, fitting(text), form)
                if len(text) + 2 > widths[index] or not text.isascii():
                    widths[index] = max(widths[index], _width(text) + 2)

    def finish(self) -> None:
        """Freeze the headings, set the filter and the widths."""
        self.sheet.freeze_panes(1, 0)
        self.sheet.autofilter(0, 0, self.count, len(self.kinds) - 1)
        for index, width in enumerate(self.widths):
            self.sheet.set_column(index, index, min(max(width, NARROWEST), WIDEST))


def fitting(text: str) -> str:
    """A text that a cell can hold. A text that looks like xlsxwriter's own markup is kept from being taken for it."""
    if len(text) * 2 > LETTERS and len(text.encode("utf-16-le")) // 2 > LETTERS:
        kept = text.encode("utf-16-le")[: 2 * (LETTERS - len(CUT))].decode("utf-16-le", "ignore")
        return kept + CUT
    return f"{text} " if text.startswith("<r>") and text.endswith("</r>") else text


def _width(text: str) -> int:
    """Columns that a text takes: two for a Chinese character, one for any other."""
    return (len(text) + len(text.encode())) // 2


def book_bytes(cover: Cover, tables: Iterable[tuple[str, Sequence[Column], list[Row]]]) -> bytes:
    """A small workbook: a sheet for each table that has rows."""
    stream = BytesIO()
    book = Book(stream, cover)
    counts = []
    for name, columns, rows in tables:
        counts.append((name, f"{len(rows)} 行" if rows else "没有"))
        if rows:
            sheet = book.sheet(name, columns)
            sheet.add(rows)
            sheet.finish()
    book.close(counts)
    return stream.getvalue()


def write_book(source: Source, tables: Iterable[DataTable], cover: Cover, target: Path, rows: int = ROWS) -> None:
    """A workbook of many teams, streamed. A table with more rows than a sheet has is left out, and said to be in CSV."""
    counts = source.counts()
    target.parent.mkdir(parents=True, exist_ok=True)
    book = Book(target, cover, target.parent)
    sheets: dict[str, Sheet] = {}
    lines = []
    for table in tables:
        count = counts.get(table.name, 0)
        if 0 < count < rows:
            sheets[table.name] = book.sheet(table.caption, table.all_columns)
        over = f"{count:,} 行，超过 Excel 一张表的行数，请用 {table.name}.csv" if count >= rows else ""
        lines.append((table.caption, over or (f"{count:,} 行" if count else "没有")))
    for block in source.blocks():
        for name, some in block.items():
            if name in sheets:
                sheets[name].add(some)
    for sheet in sheets.values():
        sheet.finish()
    book.close(lines)
