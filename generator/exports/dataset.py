"""The tables of the whole site: the accounts' own columns behind those that say whose they are and which report.

Their rows are those of the tables that the pages show. What a page's table has no column for is added here and nowhere
else: a running number where rows have none of their own, and the first and last day of a report.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from generator.base.table import COUNT, DAY, Column
from generator.exports.cells import Cell, Row
from generator.model import tables as t

SOCIETY = Column("society", "红十字会代号", help="管理的红十字会", sure=True)
TEAM = Column("team", "队伍代号", help="在一个红十字会里不重复", sure=True)
PERIOD = Column("period", "报告", help="时段的代号", sure=True)
NUMBER = Column("number", "序号", COUNT, "行的次序，从 1 起", sure=True)
SPAN = (Column("start", "第一天", DAY, sure=True), Column("end", "最后一天", DAY, sure=True))

OF_SITE: tuple[Column, ...] = ()
OF_SOCIETY = (SOCIETY,)
OF_TEAM = (SOCIETY, TEAM)
OF_REPORT = (SOCIETY, TEAM, PERIOD)


class Reference(msgspec.Struct, frozen=True):
    """Columns whose values are the key of a row of another table."""

    columns: tuple[str, ...]
    table: str
    key: tuple[str, ...]


class DataTable(msgspec.Struct, frozen=True):
    """One table of the site: whose rows they are (``prefix``), its own columns, its key, what it refers to."""

    name: str
    caption: str
    prefix: tuple[Column, ...]
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    references: tuple[Reference, ...] = ()
    numbered: bool = False
    totalled: bool = False

    @property
    def all_columns(self) -> tuple[Column, ...]:
        """Every column in order."""
        return (*self.prefix, *((NUMBER,) if self.numbered else ()), *self.columns)

    def rows(self, prefix: Iterable[str], rows: list[Row]) -> list[Row]:
        """Rows of one page's table as rows of this one; a sum of the others is left out, so that nobody adds it twice."""
        kept = rows[:-1] if self.totalled and len(rows) > 1 else rows
        head: list[Cell] = list(prefix)
        if self.numbered:
            return [[*head, index, *row] for index, row in enumerate(kept, 1)]
        return [[*head, *row] for row in kept]


def _table(
    shape: t.Shape,
    prefix: tuple[Column, ...],
    key: tuple[str, ...] = (),
    references: tuple[Reference, ...] = (),
    more: tuple[Column, ...] = (),
) -> DataTable:
    owner = tuple(column.key for column in prefix)
    above = {1: "societies", 2: "teams", 3: "reports"}.get(len(prefix))
    to_owner = (Reference(owner, above, owner),) if above and above != shape.name else ()
    return DataTable(
        shape.name,
        shape.caption.partition("：")[0],
        prefix,
        shape.columns + more,
        (*owner, *(key or (NUMBER.key,))),
        to_owner + references,
        numbered=not key,
        totalled=shape.totalled,
    )


_KEY = ("society", "team", "period", "id")
SOCIETIES = DataTable(
    "societies", "红十字会", OF_SITE, (SOCIETY, *t.SOCIETIES.columns), ("society",)
)  # fmt: skip
TEAMS = DataTable(
    "teams", "队伍", OF_SITE, (SOCIETY, TEAM, *t.TEAMS.columns), ("society", "team"),
    (Reference(("society",), "societies", ("society",)),),
)  # fmt: skip
OF_EACH_REPORT = (
    _table(t.DONATIONS, OF_REPORT, ("id",)),
    _table(t.USES, OF_REPORT, references=(Reference(("society", "team", "period", "donation"), "donations", _KEY),)),
    _table(t.INCOME, OF_REPORT, ("id",)),
    _table(t.SPENDING, OF_REPORT, ("id",)),
    _table(t.TRANSFERS, OF_REPORT, ("id",)),
    _table(t.STOCK, OF_REPORT, ("item", "unit")),
    _table(t.GOODS_IN, OF_REPORT, ("id",)),
    _table(t.GOODS_OUT, OF_REPORT, ("id",)),
    _table(t.BALANCES, OF_REPORT),
    _table(t.STATED, OF_REPORT),
)
CORRECTIONS = _table(t.CORRECTIONS, OF_REPORT)
REPORTS = _table(t.REPORTS, OF_TEAM, ("period",), more=SPAN)
DUE = _table(t.DUE, OF_TEAM, ("period",))
FINDINGS = _table(t.FINDINGS, OF_TEAM)
OF_EACH_TEAM = (
    REPORTS,
    *OF_EACH_REPORT,
    CORRECTIONS,
    DUE,
    _table(t.CHANNELS, OF_TEAM, ("year", "channel")),
    _table(t.PURPOSES, OF_TEAM),
    FINDINGS,
)
QUESTIONS = _table(t.QUESTIONS, OF_SOCIETY, ("number",))
SUPPORT = _table(t.SUPPORT, OF_SOCIETY)
TABLES = (SOCIETIES, TEAMS, *OF_EACH_TEAM, SUPPORT, QUESTIONS)
"""Every table of the site, a table before those that refer to it."""
BY_NAME = {table.name: table for table in TABLES}
