"""Published files as a reader or a program sees them."""

from __future__ import annotations

import csv
import html
import io
import re
from pathlib import Path

_CELL = re.compile(r"<t[hd][^>]*>(.*?)</t[hd]>", re.DOTALL)
_ASKED = re.compile(r'<(a|span) class="(?:ask|code-of)".*?</\1>', re.DOTALL)
"""The link to ask about a row, which is no part of what the row tells."""


def words(markup: str) -> str:
    """Markup without its tags, white space folded."""
    bare = re.sub(r"<(script|style)\b.*?</\1>", " ", markup, flags=re.DOTALL)
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]*>", " ", bare))).strip()


def page_text(path: Path) -> str:
    """The words of a page."""
    return words(path.read_text("utf-8"))


def csv_rows(path: Path) -> list[list[str]]:
    """The rows of a CSV file, heading first."""
    return list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))


def page_table(markup: str, caption: str) -> list[list[str]]:
    """The rows of the table with a caption, heading first; empty where there is none."""
    for table in re.findall(r"<table.*?</table>", markup, re.DOTALL):
        named = re.search(r"<caption[^>]*>(.*?)</caption>", table, re.DOTALL)
        if named and words(named[1]).startswith(caption):
            return [
                [words(_ASKED.sub("", cell)) for cell in _CELL.findall(row)]
                for row in re.findall(r"<tr.*?</tr>", table, re.DOTALL)
            ]
    return []


def figure(text: str) -> str:
    """A cell as a file writes it: no separators, an ASCII minus, two decimals kept."""
    bare = text.replace("−", "-").replace(",", "")
    return bare if re.fullmatch(r"-?[0-9]+(?:\.[0-9]+)?", bare) else text
