"""One SQLite file of the whole site, for questions across teams: typed columns, keys, absence beside every figure.

Money is an integer of fen in ``<key>_fen``, a quantity an integer of thousandths in ``<key>_thousandths``. Beside a
column that can be absent stands ``<key>_absence``: empty (NULL) where the value is given, zero included, else the words.
A view with the table's Chinese name shows the same in yuan and with Chinese headings. The same records give the same bytes.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path

from generator.base.absence import Absent
from generator.base.table import COUNT, MONEY, QUANTITY, Column
from generator.exports.cells import Row
from generator.exports.dataset import DataTable
from generator.exports.spool import Source

_SUFFIX = {MONEY: "_fen", QUANTITY: "_thousandths"}
_UNITS = {MONEY: "分", QUANTITY: "千分之一"}


def write_sqlite(source: Source, tables: Sequence[DataTable], about: Iterable[tuple[str, str]], target: Path) -> None:
    """The database, streamed; ``about`` says where the data are from and on what terms."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(target, isolation_level=None)) as base:
        base.execute("PRAGMA page_size = 4096")
        base.execute("PRAGMA journal_mode = OFF")
        base.execute("PRAGMA synchronous = OFF")
        base.execute("PRAGMA temp_store = FILE")
        for statement in (statement for table in tables for statement in _declared(table)):
            base.execute(statement)
        inserts = {table.name: _insert(table) for table in tables}
        columns = {table.name: table.all_columns for table in tables}
        base.execute("BEGIN")
        base.execute("CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID")
        base.executemany("INSERT INTO about VALUES (?, ?)", about)
        _describe(base, tables)
        for block in source.blocks():
            for name, rows in block.items():
                if name in inserts and rows:
                    base.executemany(inserts[name], (_values(row, columns[name]) for row in rows))
        base.execute("COMMIT")
        base.execute("VACUUM")


def stored(column: Column) -> str:
    """The name of a column in the database, which says its unit."""
    return column.key + _SUFFIX.get(column.kind, "")


def _declared(table: DataTable) -> tuple[str, str]:
    """The statements that make a table and its view."""
    parts = []
    for column in table.all_columns:
        kind = "INTEGER" if column.kind in (MONEY, QUANTITY, COUNT) else "TEXT"
        parts.append(f'"{stored(column)}" {kind}{" NOT NULL" if column.sure else ""}')
        if not column.sure:
            parts.append(f'"{column.key}_absence" TEXT')
    parts.append(f"PRIMARY KEY ({_names(table.key)})")
    parts += [f"FOREIGN KEY ({_names(r.columns)}) REFERENCES {r.table} ({_names(r.key)})" for r in table.references]
    return (
        f"CREATE TABLE {table.name} ({', '.join(parts)}) WITHOUT ROWID",
        f'CREATE VIEW "{table.caption}" AS SELECT {", ".join(map(_shown, table.all_columns))} FROM {table.name}',  # noqa: S608 - a table of ours
    )


def _names(keys: Iterable[str]) -> str:
    return ", ".join(f'"{key}"' for key in keys)


def _shown(column: Column) -> str:
    """A column of a view: the figure in yuan or whole units, or the words of its absence."""
    value = f'"{stored(column)}"'
    value = {MONEY: f"{value} / 100.0", QUANTITY: f"{value} / 1000.0"}.get(column.kind, value)
    return f'{value if column.sure else f"""coalesce({value}, "{column.key}_absence")"""} AS "{column.label}"'


def _insert(table: DataTable) -> str:
    count = sum(1 if column.sure else 2 for column in table.all_columns)
    return f"INSERT INTO {table.name} VALUES ({', '.join('?' * count)})"  # noqa: S608 - a table of ours


def _values(row: Row, columns: Sequence[Column]) -> list[int | str | None]:
    found: list[int | str | None] = []
    for cell, column in zip(row, columns, strict=True):
        absent = isinstance(cell, Absent)
        found.append(None if isinstance(cell, Absent) else cell)
        if not column.sure:
            found.append(str(cell) if absent else None)
    return found


def _describe(base: sqlite3.Connection, tables: Iterable[DataTable]) -> None:
    """The dictionary of fields, in the database itself."""
    base.execute(
        'CREATE TABLE fields ("table" TEXT, "column" TEXT, label TEXT NOT NULL, unit TEXT NOT NULL, help TEXT NOT NULL, '
        'PRIMARY KEY ("table", "column")) WITHOUT ROWID'
    )
    base.executemany(
        "INSERT INTO fields VALUES (?, ?, ?, ?, ?)",
        (
            (table.name, stored(column), f"{table.caption}：{column.label}", _UNITS.get(column.kind, ""), column.help)
            for table in tables
            for column in table.all_columns
        ),
    )
