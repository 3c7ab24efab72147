"""CSV for people with a spreadsheet: UTF-8 with BOM, CRLF, Chinese headings, no cell that acts as a formula."""

from __future__ import annotations

import csv
import io

from generator.base.table import MONEY, QUANTITY, Table, export_cell, neutral


def to_csv(table: Table) -> bytes:
    """The bytes of a table's CSV file."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow([column.label for column in table.columns])
    kinds = [column.kind for column in table.columns]
    for row in table.rows:
        writer.writerow(
            [
                export_cell(value, kind) if kind in (MONEY, QUANTITY) else neutral(export_cell(value, kind))
                for value, kind in zip(row, kinds, strict=True)
            ]
        )
    return stream.getvalue().encode("utf-8-sig")
