"""A table as HTML: heads, aligned numbers, absence in words, an anchor per row that has an id."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from enum import Enum
from functools import lru_cache
from typing import Any

from markupsafe import Markup, escape

from generator.base.absence import Absent
from generator.base.language import joined, say
from generator.base.money import grouped
from generator.base.quantity import grouped_quantity
from generator.base.table import COUNT, DAY, MONEY, QUANTITY, Column, Table
from generator.engine.ask_link import ask_link
from generator.pages.parts.ask import Asking

_CLASSES = {MONEY: ' class="num"', QUANTITY: ' class="num"', COUNT: ' class="num"', DAY: ' class="day"'}
# Widths in ems that a column of text may ask for; the style sheet has a class for each but the first.
_STEPS = (2, 4, 7, 10, 13)
_WIDE = re.compile("[\u2e81-\U0010ffff]+")
PINNED = 7
"""A first column up to this many ems stays in sight while the rest of a wide table is scrolled."""


@lru_cache(maxsize=4096)
def _escaped(text: str) -> Markup:
    """A text as HTML; most cells of a site say what a cell before them said."""
    return escape(text)


def table_html(
    table: Table,
    anchors: str = "",
    links: str = "",
    here: str = "",
    asking: Asking | None = None,
    ids: Sequence[str] = (),
) -> Markup:
    """The table. A first column ``id`` gives anchors; with ``links`` it is the address behind the second column.

    ``here`` is the way to the folder of the Chinese page, beside which the files lie that cells lead to. ``asking``
    begins the link of a row for questions. ``ids`` are the rows' anchors where no column gives them; an empty one is none.
    """
    start = 1 if links else 0
    columns = table.columns[start:]
    by_column = list(zip(*table.rows, strict=True))[start:] if table.rows else [()] * len(columns)
    widths = list(map(_width, columns, by_column))
    heads = "".join(_head(say(column.label), column.kind, width) for column, width in zip(columns, widths, strict=True))
    cells = [
        [_cell(value, column.kind, here) for value in values] for column, values in zip(columns, by_column, strict=True)
    ]
    cells[0] = [f'<th scope="row">{_words(value)}</th>' for value in by_column[0]]
    if links:
        link = Markup('<th scope="row"><a href="{}{}/{}">{}</a></th>')
        cells[0] = [link.format(anchors, row[0], links, row[1]) for row in table.rows]
    if table.columns[0].key == "id":
        ids = [str(row[0]) for row in table.rows]
    starts = [f'<tr id="{_escaped(id)}">' if id else "<tr>" for id in ids] or ["<tr>"] * len(table.rows)
    if asking is not None:
        numbered = table.columns[0].key == "id"
        cells[0] = [
            f"{cell[:-5]}\N{NO-BREAK SPACE}{ask_link(asking, id, '' if numbered else str(row[0]))}</th>" if id else cell
            for cell, id, row in zip(cells[0], ids, table.rows, strict=True)
        ]
    body = "".join([f"{first}{''.join(row)}</tr>" for first, *row in zip(starts, *cells, strict=True)])
    caption = escape(say(table.caption))
    pinned = " pin" if widths[0] <= PINNED else ""
    return Markup(  # noqa: S704 - every cell is escaped
        f'<div class="scroll" tabindex="0" role="group" aria-label="{caption}"><table class="grid{pinned}">'
        f"<caption>{caption}</caption><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _width(column: Column, values: Sequence[Any]) -> int:
    """The step wide enough for the longest text of a column: without it a phone breaks cells at every character."""
    if column.kind in _CLASSES:
        return 0
    longest = max((_width_of(_words(value)) for value in values), default=0)
    return next((step for step in _STEPS if longest <= 10 * step), _STEPS[-1])


@lru_cache(maxsize=4096)
def _width_of(text: str) -> int:
    """How many tenths of an em a text is wide: a Chinese character ten, any other six."""
    return 10 * len(text) - 4 * len(_WIDE.sub("", text))


@lru_cache(maxsize=512)
def _head(label: str, kind: str, width: int) -> str:
    css = _CLASSES.get(kind) or (f' class="w{width}"' if width > _STEPS[0] else "")
    return f'<th scope="col"{css}>{escape(label)}</th>'


def _words(value: Any) -> Markup:
    """A cell of text, code or absence as words."""
    if type(value) is str:
        return _escaped(value)
    return _escaped(say("未填报") if value is None else str(value.value if isinstance(value, Enum) else value))


def _cell(value: Any, kind: str, here: str) -> str:
    css = _CLASSES.get(kind, "")
    if type(value) is int:
        if kind == MONEY:
            return f"<td{css}>{grouped(value)}</td>"
        if kind == QUANTITY:
            return f"<td{css}>{grouped_quantity(value)}</td>"
    if value is None or isinstance(value, Absent):
        return f'<td{css}><span class="absent">{_words(value)}</span></td>'
    if isinstance(value, tuple):
        links = (f'<a href="{here}{escape(x.href)}">{escape(x.text)}</a>' if x.href else escape(x.text) for x in value)
        return f"<td{css}>{joined(links)}</td>"
    if isinstance(value, date):
        return f'<td class="day">{value.isoformat()}</td>'
    return f"<td{css}>{_words(value)}</td>"
