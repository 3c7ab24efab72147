"""A table as HTML: heads, aligned numbers, absence in words, an anchor per row that has an id."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import Any

from markupsafe import Markup, escape

from generator.base.absence import Absent
from generator.base.money import grouped
from generator.base.quantity import grouped_quantity
from generator.base.table import DAY, MONEY, QUANTITY, Table

_CLASSES = {MONEY: ' class="num"', QUANTITY: ' class="num"', "count": ' class="num"', DAY: ' class="day"'}


def table_html(table: Table, anchors: str = "", links: str = "") -> Markup:
    """The table. Rows whose first column is ``id`` are anchors; ``links`` ends the address of a first-column link."""
    heads = "".join(f'<th scope="col"{_CLASSES.get(c.kind, "")}>{escape(c.label)}</th>' for c in table.columns)
    kinds = [column.kind for column in table.columns]
    is_id = table.columns[0].key == "id"
    body = []
    for row in table.rows:
        cells = [_cell(value, kind) for value, kind in zip(row, kinds, strict=True)]
        first = escape(row[0]) if isinstance(row[0], str) else cells[0]
        if links:
            first = Markup('<a href="{}{}/{}">{}</a>').format(anchors, row[0], links, row[0])
        anchor = f' id="{escape(row[0])}"' if is_id else ""
        body.append(f'<tr{anchor}><th scope="row">{first}</th>{"".join(cells[1:])}</tr>')
    caption = escape(table.caption)
    return Markup(  # noqa: S704 - every cell is escaped
        f'<div class="scroll" tabindex="0" role="region" aria-label="{caption}"><table class="grid">'
        f"<caption>{caption}</caption><thead><tr>{heads}</tr></thead><tbody>{''.join(body)}</tbody></table></div>"
    )


def _cell(value: Any, kind: str) -> str:
    css = _CLASSES.get(kind, "")
    if isinstance(value, Absent):
        return f'<td{css}><span class="absent">{escape(value)}</span></td>'
    if value is None:
        return f'<td{css}><span class="absent">未填报</span></td>'
    if isinstance(value, str):
        return f"<td{css}>{escape(value)}</td>"
    if kind == MONEY:
        return f"<td{css}>{grouped(value)}</td>"
    if kind == QUANTITY:
        return f"<td{css}>{grouped_quantity(value)}</td>"
    if isinstance(value, date):
        return f'<td class="day">{value.isoformat()}</td>'
    return f"<td{css}>{escape(value.value if isinstance(value, Enum) else value)}</td>"
