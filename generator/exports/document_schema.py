"""JSON Schemas of the documents beside the pages: index.json of a team, of a report and of a society.

Unlike the schemas of the record files, which say how a record is written, these say what a program reads: every key is
there, money is a string of two decimals, and what is missing says how (draft 2020-12).
"""

from __future__ import annotations

from typing import Any

import msgspec

from generator.base.absence import Absent
from generator.base.addresses import absolute
from generator.base.findings import Severity
from generator.exports.json_file import FIGURES, encode
from generator.model import kinds as k
from generator.model.fields import Key, Record, keys_of, written
from generator.model.report import Report
from generator.model.society import Society
from generator.model.team import Team

Schema = dict[str, Any]

MONEY: Schema = {"title": "金额（元）", "type": "string", "pattern": r"^-?(?:0|[1-9][0-9]*)\.[0-9]{2}$"}
QUANTITY: Schema = {"title": "数量", "type": "string", "pattern": r"^-?(?:0|[1-9][0-9]*)(?:\.[0-9]{1,3})?$"}
DAY: Schema = {"type": "string", "format": "date", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
TEXT: Schema = {"type": "string"}
COUNT: Schema = {"type": "integer"}
ABSENT: Schema = {
    "title": "没有数字",
    "description": "not_applicable 不适用，withheld 不公开并写明理由；未填报是 null，零是一个值。",
    "type": "object",
    "properties": {"absent": {"enum": ["not_applicable", "withheld"]}, "reason": TEXT},
    "required": ["absent"],
    "additionalProperties": False,
}
NULL: Schema = {"type": "null"}


def _object(**properties: Schema) -> Schema:
    """An object with exactly these keys."""
    return {
        "type": "object", "properties": properties, "required": list(properties), "additionalProperties": False,
    }  # fmt: skip


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _map(values: Schema) -> Schema:
    return {"type": "object", "additionalProperties": values}


def _or_null(value: Schema) -> Schema:
    return {"anyOf": [value, NULL]}


def _or_absent(value: Schema) -> Schema:
    return {"anyOf": [value, NULL, {"$ref": "#/$defs/absent"}]}


FINDING: Schema = _object(
    rule=TEXT, severity={"enum": [severity.value for severity in Severity]}, file=TEXT, line=COUNT, column=COUNT,
    message=TEXT, fix=TEXT, clause=TEXT,
)  # fmt: skip
FINDING["properties"] |= {"difference": TEXT, "explained": TEXT}
VERDICT = _object(state={"enum": ["pass", "gap", "fail", "unknown"]}, word=TEXT, detail=TEXT)
VERDICTS = _object(accuracy=VERDICT, completeness=VERDICT, timeliness=VERDICT)
BALANCE = _object(
    opening=_or_absent(MONEY), received=MONEY, spent=MONEY, transferred=MONEY, closing=_or_null(MONEY)
)  # fmt: skip
TRACE = _object(amount=MONEY, left=MONEY, uses=_list(_object(report=TEXT, row=TEXT, amount=MONEY)))
GOODS = _object(item=TEXT, unit=TEXT, opening=QUANTITY, received=QUANTITY, out=QUANTITY, stock=QUANTITY)
DUE = _object(
    period=TEXT, due=DAY, state={"enum": ["on_time", "late", "missing", "upcoming", "unknown"]}, published=_or_null(DAY),
    days=COUNT,
)  # fmt: skip


def document_schemas(url: str) -> dict[str, bytes]:
    """The schemas by their file name; ``url`` is the site's address, where they say that they are."""
    shapes = {"team": ("队伍", _team), "report": ("报告", _report), "society": ("红十字会", _society)}
    found = {}
    for name, (title, shape) in shapes.items():
        definitions: dict[str, Schema] = {"absent": ABSENT}
        body = shape(definitions)
        head = {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$id": absolute(url, f"data/schema/{name}.json"),
            "title": f"{title}的 index.json",
        }
        found[f"{name}.json"] = encode(
            {**head, **body, "$defs": {key: definitions[key] for key in sorted(definitions)}}
        )
    return found


def _team(definitions: dict[str, Schema]) -> Schema:
    figures = {key: _or_absent(QUANTITY if key == "hours" else MONEY) for key in FIGURES}
    report = _object(
        period=TEXT, published=_or_null(DAY), address=TEXT, verdicts=VERDICTS, figures=_object(**figures)
    )  # fmt: skip
    record = _record(Team, definitions)
    return _object(
        id=TEXT, record=record, verdicts=VERDICTS, reports=_list(report), due=_list(DUE), findings=_list(FINDING)
    )  # fmt: skip


def _report(definitions: dict[str, Schema]) -> Schema:
    ledger = _object(balances=_map(BALANCE), donations=_map(TRACE), goods=_list(GOODS), findings=_list(FINDING))
    return _object(period=_object(id=TEXT, start=DAY, end=DAY), record=_record(Report, definitions), ledger=ledger)


def _society(definitions: dict[str, Schema]) -> Schema:
    quota = _object(what=TEXT, required=COUNT, actual=COUNT, met={"type": "boolean"})
    team = _object(id=TEXT, name=TEXT, status=TEXT, address=TEXT, reports=COUNT, verdicts=VERDICTS)
    return _object(id=TEXT, record=_record(Society, definitions), quotas=_list(quota), teams=_list(team))


def _record(cls: type[Record], definitions: dict[str, Schema]) -> Schema:
    """A record; every key is written, whether it has a value or not."""
    if cls.__name__ not in definitions:
        definitions[cls.__name__] = {}
        lacking = {written(f.name) for f in msgspec.structs.fields(cls) if f.default is None or _absence(f.default)}
        keys = {name: _key(spec, name in lacking, definitions) for name, spec in keys_of(cls).items()}
        definitions[cls.__name__] = _object(**keys)
    return {"$ref": f"#/$defs/{cls.__name__}"}


def _absence(default: Any) -> bool:
    return isinstance(default, Absent)


def _key(spec: Key, lacking: bool, definitions: dict[str, Schema]) -> Schema:
    choices = [_value(spec.kind, definitions)]
    if lacking:
        choices.append(NULL)
    if spec.na or spec.withheld:
        choices.append({"$ref": "#/$defs/absent"})
    help = {"description": spec.help} if spec.help else {}
    return {**(choices[0] if len(choices) == 1 else {"anyOf": choices}), "title": spec.label, **help}


def _value(kind: k.Kind, definitions: dict[str, Schema]) -> Schema:
    """What a value of a kind is written as."""
    match kind:
        case k.RecordKind():
            return _record(kind.record, definitions)
        case k.ListKind():
            return _list(_value(kind.of, definitions))
        case k.MapKind():
            return _map(_value(kind.of, definitions))
        case k.MoneyKind():
            return MONEY
        case k.QuantityKind():
            return QUANTITY
        case k.CountKind():
            return COUNT
        case k.DayKind():
            return DAY
        case k.FlagKind():
            return {"type": "boolean"}
        case k.CodeKind():
            return {"enum": [str(member.value) for member in kind.vocabulary]}
        case _:
            return TEXT
