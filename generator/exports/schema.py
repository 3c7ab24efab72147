"""JSON Schemas of the record files, made from the keys, so that an editor explains each key in Chinese as it is typed.

An editor reads ``1000.50`` as a number and ``true`` as a yes, the reader as text: the schemas allow both.
Draft 2020-12, with the enum descriptions that YAML editors show.
"""

from __future__ import annotations

import re
from typing import Any

import msgspec
import yaml

from generator.exports.json_file import encode
from generator.model import kinds as k
from generator.model.fields import Key, Record, keys_of
from generator.model.report import Report
from generator.model.site import Deadline, Question, Site
from generator.model.society import Society
from generator.model.team import Team

Schema = dict[str, Any]
_NUMERALS = ("2025", "310107", "12345678", "123456789012345678", "0.01", "7.01")
"""Texts that an editor takes for numbers; a pattern that allows one of them allows numbers."""


class RecordFile(msgspec.Struct, frozen=True):
    """One kind of record file: its title, where it lives, the record it holds."""

    title: str
    where: str
    record: type[Record]
    many: bool = False


RECORD_FILES: dict[str, RecordFile] = {
    "site": RecordFile("网站设置", "data/site.yaml", Site),
    "deadlines": RecordFile("报告时限", "data/deadlines.yaml", Deadline, many=True),
    "society": RecordFile("红十字会登记", "data/societies/<红十字会>.yaml", Society),
    "team": RecordFile("队伍登记", "data/teams/<红十字会>/<队伍>/team.yaml", Team),
    "report": RecordFile("报告", "data/teams/<红十字会>/<队伍>/<期间>.yaml", Report),
    "question": RecordFile("公众提问", "data/questions/<红十字会>/<编号>.yaml", Question),
}

WITHHELD: Schema = {
    "title": "不公开",
    "description": "有，但不公开：写明理由，网站会显示理由。",
    "type": "object",
    "properties": {"withheld": {"title": "理由", "type": ["string", "number"], "minLength": 1, "maxLength": 200}},
    "required": ["withheld"],
    "additionalProperties": False,
    "examples": [{"withheld": "来源未载"}],
}
NOT_APPLICABLE: Schema = {"title": "不适用", "description": "与本队没有关系。", "const": "n/a"}


def schema_files() -> dict[str, bytes]:
    """Every schema by its file name."""
    return {f"{name}.json": encode(schema_of(name)) for name in RECORD_FILES}


def schema_of(name: str) -> Schema:
    """The schema of one kind of record file."""
    file = RECORD_FILES[name]
    definitions: dict[str, Schema] = {"withheld": WITHHELD, "not_applicable": NOT_APPLICABLE}
    body = _record(file.record, definitions)
    if file.many:
        body = {"type": "array", "items": body}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": file.title,
        "description": f"{file.where}。键是英文，说明是中文；没有写的键在网站上显示为“未填报”。",
        **body,
        "$defs": {key: definitions[key] for key in sorted(definitions)},
    }


def _record(cls: type[Record], definitions: dict[str, Schema]) -> Schema:
    keys = keys_of(cls)
    found: Schema = {
        "type": "object",
        "properties": {name: _key(spec, definitions) for name, spec in keys.items()},
        "additionalProperties": False,
    }
    required = [name for name, spec in keys.items() if spec.need]
    return {**found, "required": required} if required else found


def _key(spec: Key, definitions: dict[str, Schema]) -> Schema:
    """One key: label and help, then its value or an absence where one may stand."""
    value = _value(spec.kind, definitions)
    choices = [value]
    if spec.na:
        choices.append({"$ref": "#/$defs/not_applicable"})
    if spec.withheld:
        choices.append({"$ref": "#/$defs/withheld"})
    shape = value if len(choices) == 1 else {"anyOf": choices}
    return {"title": spec.label, "description": describe(spec), **shape, "examples": [example_of(spec.kind)]}


def describe(spec: Key) -> str:
    """What a key means, whether it must be there, how it is written, in Chinese."""
    absences = [
        words for allowed, words in ((spec.na, "不适用写 n/a"), (spec.withheld, "不公开写 {withheld: 理由}")) if allowed
    ]
    parts = [
        f"{spec.label}{'（必填）' if spec.need else ''}",
        spec.help.rstrip("。"),
        _how(spec.kind),
        *absences,
        f"依据：通知 {spec.clause}" if spec.clause else "",
    ]
    return "。".join(part for part in parts if part) + "。"


def _how(kind: k.Kind) -> str:
    example = f"例如 {kind.example}"
    if isinstance(kind, k.CodeKind):
        return "可以写：" + "、".join(f"{member.value} {member.label}" for member in kind.vocabulary)
    if isinstance(kind, k.FlagKind):
        return "是写 true，否写 false"
    return f"{kind.word}，{example}"


def _value(kind: k.Kind, definitions: dict[str, Schema]) -> Schema:
    match kind:
        case k.RecordKind():
            return _reference(kind.record, definitions)
        case k.ListKind():
            found: Schema = {"type": "array", "items": _value(kind.of, definitions)}
            if kind.single:
                return {"anyOf": [_value(kind.of, definitions), found]}
            return {**found, "minItems": kind.least} if kind.least else found
        case k.MapKind():
            return {
                "type": "object",
                "propertyNames": {"pattern": "^[0-9A-Za-z][0-9A-Za-z_#/-]{0,79}$"},
                "additionalProperties": _value(kind.of, definitions),
            }
        case k.CodeKind():
            labels = [member.label for member in kind.vocabulary]
            codes = [str(member.value) for member in kind.vocabulary]
            return {"enum": codes, "enumDescriptions": labels, "markdownEnumDescriptions": labels}
        case k.FlagKind():
            return {"enum": [True, False, "true", "false"], "enumDescriptions": ["是", "否", "是", "否"]}
        case _:
            return _scalar(kind)


def _reference(cls: type[Record], definitions: dict[str, Schema]) -> Schema:
    if cls.__name__ not in definitions:
        definitions[cls.__name__] = {}
        definitions[cls.__name__] = _record(cls, definitions)
    return {"$ref": f"#/$defs/{cls.__name__}"}


def _scalar(kind: k.Kind) -> Schema:
    match kind:
        case k.MoneyKind() | k.QuantityKind():
            found: Schema = {"type": ["string", "number"], **_pattern(kind)}
            return found if isinstance(kind, k.MoneyKind) and kind.signed else {**found, "minimum": 0}
        case k.CountKind():
            return {"type": ["string", "integer"], **_pattern(kind), "minimum": 0}
        case k.DayKind():
            return {"type": "string", **_pattern(kind)}
        case k.ProseKind():
            return {"type": "string", "minLength": 1, "maxLength": kind.limit}
        case k.TextKind() if kind.pattern:
            numeric = any(re.fullmatch(kind.pattern, text) for text in _NUMERALS)
            return {"type": ["string", "number"] if numeric else "string", **_pattern(kind), "maxLength": kind.limit}
        case k.TextKind():
            return {
                "type": ["string", "number", "boolean"],
                "pattern": r"^(?!n/a$)\S(?:.*\S)?$",
                "patternErrorMessage": "一行文字，首尾不留空格",
                "maxLength": kind.limit,
            }
        case _:
            message = f"no schema for {type(kind).__name__}"
            raise TypeError(message)


def _pattern(kind: k.Kind) -> Schema:
    return {
        "pattern": f"^(?:{kind.pattern})$",
        "patternErrorMessage": f"应是{kind.word}，请照这样写：{kind.example}",
    }


def example_of(kind: k.Kind) -> Any:
    """The example of a kind as data, every scalar its text, as the reader takes it."""
    return yaml.load(kind.example, Loader=yaml.BaseLoader)  # noqa: S506 - our own constants, typed as text
