"""The data package of the site: every CSV with its fields, types, keys and words of absence (Frictionless, Tabular Data Package).

An absence is a missing value: the words that stand for one in a table are listed with it, so that a cell has one truth
and a column of money stays a column of numbers.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from generator.base.table import COUNT, DAY, MONEY, QUANTITY, TEXT, Column
from generator.exports.dataset import DataTable
from generator.exports.json_file import encode
from generator.exports.workbook import ABSENCE_WORDS, Cover

PROFILE = "tabular-data-package"
_TYPES = {MONEY: "number", QUANTITY: "number", COUNT: "integer", DAY: "date", TEXT: "string"}
_UNITS = {MONEY: "单位：元，两位小数", QUANTITY: "最多三位小数"}
_BLOCK = 1 << 20


def package_json(
    cover: Cover, name: str, tables: Iterable[DataTable], folder: Path, absent: Mapping[str, set[str]]
) -> bytes:
    """datapackage.json for the CSV files of a folder."""
    package: dict[str, Any] = {
        "profile": PROFILE,
        "name": name,
        "title": cover.title,
        "description": f"{'演示数据，队伍、单位和人都是虚构的。' if cover.demonstration else ''}{ABSENCE_WORDS}",
        "homepage": cover.address,
        "created": f"{cover.as_of}T00:00:00Z",
        "contributors": [{"title": cover.publisher, "role": "publisher"}],
        "resources": [_resource(table, folder, absent.get(table.name, set())) for table in tables],
    }
    if cover.licence:
        package["licenses"] = [{"name": "other", "title": cover.licence, "path": cover.address}]
    return encode(package)


def _resource(table: DataTable, folder: Path, absent: set[str]) -> dict[str, Any]:
    path = folder / f"{table.name}.csv"
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": path.name,
        "title": table.caption,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": path.stat().st_size,
        "hash": f"sha256:{_digest(path)}",
        "dialect": {"lineTerminator": "\r\n", "doubleQuote": True},
        "schema": {
            "fields": [_field(column) for column in table.all_columns],
            "primaryKey": list(table.key),
            "foreignKeys": [
                {
                    "fields": list(reference.columns),
                    "reference": {"resource": reference.table, "fields": list(reference.key)},
                }
                for reference in table.references
            ],
            "missingValues": ["", *sorted(absent)],
        },
    }


def _field(column: Column) -> dict[str, Any]:
    words = "。".join(part for part in (column.help, _UNITS.get(column.kind, "")) if part)
    found: dict[str, Any] = {"name": column.key, "title": column.label, "type": _TYPES[column.kind]}
    if words:
        found["description"] = f"{words}。"
    return {**found, "constraints": {"required": True}} if column.sure else found


def _digest(path: Path) -> str:
    found = hashlib.sha256()
    with path.open("rb") as stream:
        while block := stream.read(_BLOCK):
            found.update(block)
    return found.hexdigest()
