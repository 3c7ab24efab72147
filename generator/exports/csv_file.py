"""CSV for people with a spreadsheet: UTF-8 with BOM, CRLF, no cell that acts as a formula.

Beside a page the headings are Chinese, for people; in the site's data package they are keys, for programs.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, Any

from generator.base.absence import Absent
from generator.base.table import TEXT, Column, Table, neutral
from generator.exports.cells import Row, absences, settled_rows, written
from generator.exports.dataset import DataTable
from generator.exports.spool import Source


def to_csv(table: Table) -> bytes:
    """The bytes of the CSV file beside a page."""
    return csv_bytes(table.columns, settled_rows(table))


def csv_bytes(columns: tuple[Column, ...], rows: Iterable[Row]) -> bytes:
    """The bytes of a CSV file with Chinese headings."""
    stream = io.StringIO(newline="")
    _Sheet(stream, columns, [column.label for column in columns]).add(rows)
    return stream.getvalue().encode("utf-8-sig")


class _Sheet:
    """A CSV file being written. A reason for withholding is text, and neutral like any other."""

    def __init__(self, stream: IO[str], columns: tuple[Column, ...], headings: list[str]) -> None:
        self.writer: Any = csv.writer(stream, lineterminator="\r\n")
        self.kinds = [column.kind for column in columns]
        self.writer.writerow(headings)

    def add(self, rows: Iterable[Row]) -> None:
        """Write rows."""
        kinds = self.kinds
        self.writer.writerows(
            [
                neutral(written(cell, kind)) if kind == TEXT or isinstance(cell, Absent) else written(cell, kind)
                for cell, kind in zip(row, kinds, strict=True)
            ]
            for row in rows
        )


def write_csvs(source: Source, tables: Iterable[DataTable], folder: Path, *, keys: bool) -> dict[str, set[str]]:
    """Tables as CSV files of a folder, streamed; gives the absences met in each table, in words."""
    met: dict[str, set[str]] = {}
    with _sheets(tables, folder, keys=keys) as sheets:
        for block in source.blocks():
            for name, rows in block.items():
                if name in sheets and rows:
                    sheets[name].add(rows)
                    met.setdefault(name, set()).update(absences(rows))
    return met


@contextmanager
def _sheets(tables: Iterable[DataTable], folder: Path, *, keys: bool) -> Iterator[dict[str, _Sheet]]:
    folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        sheets = {}
        for table in tables:
            columns = table.all_columns
            stream = stack.enter_context((folder / f"{table.name}.csv").open("x", encoding="utf-8-sig", newline=""))
            sheets[table.name] = _Sheet(stream, columns, [c.key if keys else c.label for c in columns])
        yield sheets
