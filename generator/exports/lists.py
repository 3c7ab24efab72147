"""Lists for programs, made once and never asked of a server: every society, team and report with its addresses.

One record a line, so that a list of any length is written and read as a stream.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import msgspec

from generator.exports.cells import Row, json_value
from generator.exports.dataset import REPORTS, SOCIETIES, TEAMS, DataTable
from generator.exports.spool import Source
from generator.exports.workbook import Cover

_encode = msgspec.json.Encoder().encode


def _society(row: Mapping[str, Any]) -> dict[str, str]:
    return {"json": f"societies/{row['society']}/index.json"}


def _team(row: Mapping[str, Any]) -> dict[str, str]:
    return {"json": f"teams/{row['society']}/{row['team']}/index.json"}


def _report(row: Mapping[str, Any]) -> dict[str, str]:
    address = f"teams/{row['society']}/{row['team']}/{row['period']}/"
    return {"address": address, "json": f"{address}index.json"}


LISTS: tuple[tuple[DataTable, Callable[[Mapping[str, Any]], dict[str, str]]], ...] = (
    (SOCIETIES, _society), (TEAMS, _team), (REPORTS, _report),
)  # fmt: skip


def record(table: DataTable, row: Row) -> dict[str, Any]:
    """A row by its keys."""
    return {column.key: json_value(cell, column.kind) for column, cell in zip(table.all_columns, row, strict=True)}


def write_lists(source: Source, cover: Cover, folder: Path) -> None:
    """societies.json, teams.json and reports.json; addresses begin at the site's root."""
    folder.mkdir(parents=True, exist_ok=True)
    head = {"as_of": cover.as_of, "site": cover.address, "licence": cover.licence, "demonstration": cover.demonstration}
    with ExitStack() as stack:
        streams = {}
        for table, _ in LISTS:
            stream = stack.enter_context((folder / f"{table.name}.json").open("xb"))
            stream.write(_encode(head)[:-1] + b',"' + table.name.encode() + b'":[')
            streams[table.name] = stream
        first = dict.fromkeys(streams, True)
        for block in source.blocks():
            for table, addresses in LISTS:
                for row in block.get(table.name, ()):
                    found = record(table, row)
                    streams[table.name].write(
                        (b"\n" if first[table.name] else b",\n") + _encode(found | addresses(found))
                    )
                    first[table.name] = False
        for stream in streams.values():
            stream.write(b"\n]}\n")
