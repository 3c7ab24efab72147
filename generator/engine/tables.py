"""A table as HTML: heads, aligned numbers, absence in words, an anchor per row that has an id."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import Any

from markupsafe import Markup, escape

from generator.base.absence import Absent
from generator.base.money import grouped
from generator.base.quantity import grouped_quantity
from generator.base.table import COUNT, DAY, MONEY, QUANTITY, Column, Table

_CLASSES = {MONEY: ' class="num"', QUANTITY: ' class="num"', COUNT: ' class="num"', DAY: ' class="day"'}
# Widths in ems that a column of text may ask for; the style sheet has a class for each but the first.
_STEPS = (4, 7, 10, 13)
PINNED = 7
"""A first column up to this many ems stays in sight while the rest of a wide table is scrolled."""


def table_html(table: Table, anchors: str = "", links: str = "") -> Markup:
    """The table. A first column ``id`` gives anchors; with ``links`` it is the address behind the second column."""
    start = 1 if links else 0
    columns = table.columns[start:]
    widths = [_width(column, [row[n] for row in table.rows]) for n, column in enumerate(columns, start)]
    heads = "".join(map(_head, columns, widths))
    kinds = [column.kind for column in columns]
    is_id = table.columns[0].key == "id"
    body = []
    for row in table.rows:
        cells = [_cell(value, kind) for value, kind in zip(row[start:], kinds, strict=True)]
        first = _words(row[start])
        if links:
            first = Markup('<a href="{}{}/{}">{}</a>').format(anchors, row[0], links, row[1])
        anchor = f' id="{escape(row[0])}"' if is_id else ""
        body.append(f'<tr{anchor}><th scope="row">{first}</th>{"".join(cells[1:])}</tr>')
    caption = escape(table.caption)
    pinned = " pin" if widths[0] <= PINNED else ""
    return Markup(  # noqa: S704 - every cell is escaped
        f'<div class="scroll" tabindex="0" role="group" aria-label="{caption}"><table class="grid{pinned}">'
        f"<caption>{caption}</caption><thead><tr>{heads}</tr></thead><tbody>{''.join(body)}</tbody></table></div>"
    )


def _width(column: Column, values: list[Any]) -> int:
    """The step wide enough for the longest text of a column: without it a phone breaks cells at every character."""
    if column.kind in _CLASSES:
        return 0
    longest = max((sum(1.0 if char > "\u2e80" else 0.6 for char in str(_words(value))) for value in values), default=0)
    return next((step for step in _STEPS if longest <= step), _STEPS[-1])


def _head(column: Column, width: int) -> str:
    css = _CLASSES.get(column.kind) or (f' class="w{width}"' if width > _STEPS[0] else "")
    return f'<th scope="col"{css}>{escape(column.label)}</th>'


def _words(value: Any) -> Markup:
    """A cell of text, code or absence as words."""
    return escape("未填报" if value is None else value.value if isinstance(value, Enum) else value)


def _cell(value: Any, kind: str) -> str:
    css = _CLASSES.get(kind, "")
    if value is None or isinstance(value, Absent):
        return f'<td{css}><span class="absent">{_words(value)}</span></td>'
    if isinstance(value, str):
        return f"<td{css}>{escape(value)}</td>"
    if isinstance(value, tuple):
        links = (f'<a href="{escape(x.href)}">{escape(x.text)}</a>' if x.href else escape(x.text) for x in value)
        return f"<td{css}>{'、'.join(links)}</td>"
    if kind == MONEY:
        return f"<td{css}>{grouped(value)}</td>"
    if kind == QUANTITY:
        return f"<td{css}>{grouped_quantity(value)}</td>"
    if isinstance(value, date):
        return f'<td class="day">{value.isoformat()}</td>'
    return f"<td{css}>{_words(value)}</td>"
