"""Rows of a sheet as XML. The library writes everything of a workbook but these, for which it takes four times as long.

A text is written in its own cell and typed as text, so nothing in it is taken for a formula, a link or markup; a figure
is written with its decimals as they are and never passes through a float.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from io import StringIO
from typing import IO, Any
from xml.sax.saxutils import escape

from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

LETTERS = 32_767
"""As many UTF-16 units as a cell of Excel holds."""
CUT = "…（太长，全文见 CSV）"
_BEFORE_EXCEL = date(1899, 12, 31)
_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)|[\x00-\x08\x0b-\x1f\ufffe\uffff]")
"""What the format writes as ``_xHHHH_``: characters that XML cannot hold, and an underscore that would begin such a code."""
_NAMES = [xl_col_to_name(index) for index in range(64)]


class RowSheet(Worksheet):  # type: ignore[misc]
    """A sheet whose rows are added as XML; what stands around them is the library's."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: IO[str] = StringIO()

    def add(self, number: int, cells: Sequence[str]) -> None:
        """Add row ``number``, from 1; its cells are templates that lack their address."""
        placed = [cell % f"{name}{number}" for name, cell in zip(_NAMES, cells, strict=False)]
        self.dim_rowmin = self.dim_colmin = 0
        self.dim_rowmax, self.dim_colmax = number - 1, len(cells) - 1
        self.rows.write(f'<row r="{number}">{"".join(placed)}</row>')

    def _write_sheet_data(self) -> None:
        """Called by the library where the rows belong."""
        fh: Any = self.fh
        fh.write("<sheetData>")
        self.rows.seek(0)
        shutil.copyfileobj(self.rows, fh)
        self.rows.close()
        fh.write("</sheetData>")


def number_cell(figure: str, style: str) -> str:
    """A cell that holds a number."""
    return f'<c r="%s"{style}><v>{figure}</v></c>'


@lru_cache(maxsize=8192)
def text_cell(text: str, style: str) -> str:
    """A cell that holds text."""
    kept = escape(_ESCAPED.sub(_code, fitting(text))).replace("%", "%%")
    return f'<c r="%s"{style} t="inlineStr"><is><t xml:space="preserve">{kept}</t></is></c>'


def _code(found: re.Match[str]) -> str:
    return f"_x{ord(found[0]):04X}_"


def serial(day: date) -> int:
    """The number by which Excel knows a day; it believes that 1900 had a 29th of February."""
    days = (day - _BEFORE_EXCEL).days
    return days + 1 if days > 59 else days


def fitting(text: str) -> str:
    """As much of a text as a cell can hold."""
    if len(text) * 2 <= LETTERS or len(text.encode("utf-16-le")) // 2 <= LETTERS:
        return text
    return text.encode("utf-16-le")[: 2 * (LETTERS - len(CUT))].decode("utf-16-le", "ignore") + CUT


@lru_cache(maxsize=8192)
def width_of(text: str) -> int:
    """Columns that a text takes: two for a Chinese character, one for any other."""
    return (len(text) + len(text.encode())) // 2
