"""Charts of made-up figures, drawn by the theme's own macro."""

import re

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from lxml import etree

from generator.base.absence import NOT_REPORTED, Absent, withheld
from generator.base.language import say
from generator.base.table import MONEY, Column, Table
from generator.engine.frame import THEME
from generator.engine.tables import table_html
from generator.pages.parts.charts.bars import Bar, ChartView, bar_chart

YUAN = 100
CASES = {
    "one value": [500 * YUAN],
    "two values": [1_234_56, 9_000_00],
    "zero beside a value": [0, 8_600_00],
    "all zero": [0, 0, 0],
    "negative alone": [-12_000_00],
    "negative and positive": [12_971_05, -200_000_00, 0],
    "one fen": [1],
    "one fen beside the largest": [1, 999_999_999_999],
    "huge": [999_999_999_999, 1_000_000_000_00],
    "absent": [NOT_REPORTED],
    "absent beside a value": [withheld("涉及受助人隐私"), 3_000_00, NOT_REPORTED],
}


def chart_of(amounts: list[int | Absent], name: str = "t", labels: tuple[str, ...] = ()) -> ChartView:
    """A chart of figures, with the same figures as its table."""
    words = labels or tuple(f"第 {i} 项" for i in range(len(amounts)))
    rows = tuple(zip(words, amounts, strict=True))
    table = Table("t", "表", (Column("name", "名称"), Column("amount", "金额", MONEY)), rows)
    bars = [Bar(label, amount, second=bool(i % 2)) for i, (label, amount) in enumerate(rows)]
    return bar_chart(name, "题目", ("说明。",), bars, table)


def _macro():
    environment = Environment(
        loader=FileSystemLoader(THEME / "templates"),
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    environment.filters["table"] = table_html
    environment.globals["say"] = say
    return environment.get_template("chart.html").module.chart  # type: ignore[attr-defined]


def drawn(chart: ChartView) -> tuple[str, etree._Element]:
    """The macro's markup, and the drawing in it as XML."""
    markup = str(_macro()(chart))
    found = re.search(r"<svg.*</svg>", markup, re.DOTALL)
    assert found
    return markup, etree.fromstring(found[0])
