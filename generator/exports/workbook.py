"""Excel workbooks: text stays text, numbers and days are numbers and days, headings stay in sight and can be filtered.

A text that begins like a formula is safe without an apostrophe, for its cell is typed as text; a formula is never
written. The same records give the same bytes: the day of the workbook is the as-of date.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

import msgspec
import xlsxwriter

from generator.base.absence import Absent
from generator.base.table import COUNT, DAY, MONEY, QUANTITY, TEXT, Column
from generator.exports.cells import Cell, Row, written
from generator.exports.dataset import DataTable
from generator.exports.sheet_rows import RowSheet, number_cell, serial, text_cell, width_of
from generator.exports.spool import Source

ROWS = 1_048_576
"""As many rows as a sheet of Excel has, the headings among them."""
DIGITS = 10**15
"""Excel keeps fifteen digits; a figure with more is written as text, so that none is lost."""
NARROWEST, WIDEST = 8, 44
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
        options = {"tmpdir": str(scratch)} if scratch else {"in_memory": True}
        self.book = xlsxwriter.Workbook(target if isinstance(target, BytesIO) else str(target), options)
        self.book.use_zip64()
        self.book.set_properties(
            {"title": cover.title, "author": cover.publisher, "created": datetime.combine(cover.as_of, time())}
        )
        self.scratch = scratch
        self.head = self._style(bold=True, bg_color="#E8E8E8", bottom=1)
        self.absent = self._style(italic=True, font_color="#595959")
        self.wrapped = self._style(text_wrap=True, valign="top")
        self.styles = {kind: self._style(num_format=form) for kind, form in _FORMS.items()} | {TEXT: ""}
        self.first = self._sheet(FIRST)
        self.cover = cover

    def _style(self, **properties: Any) -> str:
        return f' s="{self.book.add_format(properties)._get_xf_index()}"'  # noqa: SLF001

    def _sheet(self, name: str) -> RowSheet:
        sheet: RowSheet = self.book.add_worksheet(name[:31], RowSheet)
        if self.scratch:
            sheet.rows = TemporaryFile("w+", dir=self.scratch, encoding="utf-8")  # noqa: SIM115 - the sheet closes it
        return sheet

    def sheet(self, name: str, columns: Sequence[Column]) -> Sheet:
        """Begin a sheet; its name is at most 31 characters."""
        return Sheet(self, self._sheet(name), columns)

    def close(self, tables: Iterable[tuple[str, str]]) -> None:
        """Write the first sheet, ``tables`` being each table and how many rows it has, and the file."""
        for row, (label, words) in enumerate([*self.cover.lines(), ("", ""), *tables], 1):
            self.first.add(row, [text_cell(label, self.head if label else ""), text_cell(words, self.wrapped)])
        self.first.set_column(0, 0, 20)
        self.first.set_column(1, 1, 70)
        self.book.close()


class Sheet:
    """A table being written as a sheet, row after row."""

    def __init__(self, book: Book, sheet: RowSheet, columns: Sequence[Column]) -> None:
        self.book = book
        self.sheet = sheet
        self.kinds = [column.kind for column in columns]
        self.widths = [width_of(column.label) + 3 for column in columns]  # room for the mark of the filter
        self.count = 1
        sheet.add(1, [text_cell(column.label, book.head) for column in columns])

    def add(self, rows: Iterable[Row]) -> None:
        """Write rows."""
        widths = self.widths
        for row in rows:
            self.count += 1
            cells = []
            for index, (cell, kind) in enumerate(zip(row, self.kinds, strict=True)):
                text = written(cell, kind)
                cells.append(self._cell(cell, kind, text))
                width = width_of(text) + 2
                widths[index] = max(widths[index], width)
            self.sheet.add(self.count, cells)

    def _cell(self, cell: Cell, kind: str, text: str) -> str:
        if type(cell) is int and abs(cell) < DIGITS:
            return number_cell(text, self.book.styles[kind])
        if isinstance(cell, Absent):
            return text_cell(text, self.book.absent)
        if kind == DAY:
            return number_cell(str(serial(date.fromisoformat(text))), self.book.styles[DAY])
        return text_cell(text, "")

    def finish(self) -> None:
        """Freeze the headings, set the filter and the widths."""
        self.sheet.freeze_panes(1, 0)
        self.sheet.autofilter(0, 0, self.count - 1, len(self.kinds) - 1)
        for index, width in enumerate(self.widths):
            self.sheet.set_column(index, index, min(max(width, NARROWEST), WIDEST))


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
