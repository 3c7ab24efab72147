"""What a value is when it is not a value: n/a, withheld with a reason, or a fault."""

from __future__ import annotations

from typing import Any

from generator.base.absence import NOT_APPLICABLE, withheld
from generator.base.findings import RuleInfo
from generator.base.text import is_plain
from generator.load import faults as f
from generator.load.context import Reading
from generator.load.nodes import BrokenNode, MapNode, Node, Scalar, at
from generator.model.fields import Key


class _Invalid:
    """The type of INVALID."""

    def __repr__(self) -> str:
        return "INVALID"


INVALID: Any = _Invalid()
"""Stands for a value that was refused; a record that needs it is refused with it."""


def otherwise(node: Node, key: Key, reading: Reading, rule: RuleInfo, message: str, fix: str) -> Any:
    """The absence that a node states, or INVALID with one fault noted."""
    if isinstance(node, BrokenNode):
        return INVALID
    place = at(reading.file, node.mark)
    if isinstance(node, MapNode) and list(node.entries) == ["withheld"]:
        return _withheld(node.entries["withheld"], key, reading)
    if isinstance(node, Scalar):
        if node.value == "n/a":
            if key.na:
                return NOT_APPLICABLE
            reading.add(
                f.ABSENCE_FORM,
                place,
                f"{key.label}不能写 n/a（不适用）",
                f"填写内容，例如 {key.kind.example}；没有就删去这一行",
            )
            return INVALID
        if node.value.startswith("withheld:"):
            return _withheld_text(node.value[9:].strip(), node, key, reading)
        if not node.value:
            reading.add(
                f.SHAPE,
                place,
                f"{key.label}没有填写",
                f"填写内容，例如 {key.kind.example}；未填报就删去这一行",
            )
            return INVALID
    reading.add(rule, place, message, fix)
    return INVALID


def _withheld(reason: Node, key: Key, reading: Reading) -> Any:
    if isinstance(reason, Scalar):
        return _withheld_text(reason.value.strip(), reason, key, reading)
    reading.add(
        f.ABSENCE_FORM,
        at(reading.file, reason.mark),
        "不公开的理由应是一行文字",
        "写成 {withheld: 理由}",
    )
    return INVALID


def _withheld_text(reason: str, node: Node, key: Key, reading: Reading) -> Any:
    place = at(reading.file, node.mark)
    if not key.withheld:
        reading.add(
            f.ABSENCE_FORM,
            place,
            f"{key.label}必须公开，不能写 withheld（不公开）",
            f"填写内容，例如 {key.kind.example}",
        )
        return INVALID
    if not reason:
        reading.add(f.ABSENCE_FORM, place, f"{key.label}不公开，但没有写明理由", "写成 {withheld: 理由}")
        return INVALID
    if not is_plain(reason):
        message = f"{key.label}不公开的理由不是规定的文字"
        reading.add(f.ABSENCE_FORM, place, message, "写成 {withheld: 理由}，理由一行，200 字以内")
        return INVALID
    return withheld(reason)
