"""Typing numbers and days. Text stays text until a parser here says what it is.

Each kind is a pair: a parser that knows only what is right, and an explainer that is asked about
the rest. Parsers remember what they have seen, for a folder of records repeats itself.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from generator.base.dates import parse_day, suggest_day
from generator.base.money import parse_money, suggest_money
from generator.base.quantity import parse_quantity, suggest_quantity
from generator.base.text import quoted
from generator.load import faults as f
from generator.load.absence import otherwise
from generator.load.context import Reading
from generator.load.nodes import Node, Scalar
from generator.model import kinds as k
from generator.model.fields import Key

Parse = Callable[[str], Any]
"""The value that a text stands for, or None where it is not written as it should be."""

Explain = Callable[[Node, Key, Reading], Any]
"""The absence that a node states, or INVALID with the fault noted."""

REMEMBERED = 8_192
_COUNT = re.compile(r"(?:0|[1-9][0-9]{0,9})\Z")
_remember = lru_cache(maxsize=REMEMBERED)
_day = _remember(parse_day)
_quantity = _remember(parse_quantity)


@_remember
def _signed(text: str) -> int | None:
    return parse_money(text)


@_remember
def _unsigned(text: str) -> int | None:
    return None if text.startswith("-") else parse_money(text)


@_remember
def _count(text: str) -> int | None:
    return int(text) if _COUNT.match(text) else None


def money(kind: k.MoneyKind) -> tuple[Parse, Explain]:
    """Fen."""

    def explain(node: Node, key: Key, reading: Reading) -> Any:
        if type(node) is not Scalar:
            return otherwise(node, key, reading, f.SHAPE, f"{key.label}应是一个金额", "例如 1000.50")
        text = node.value
        bare, tail = _without_comment(text)
        hint = suggest_money(text) or suggest_money(bare)
        if not kind.signed and (text.startswith("-") or (hint or "").startswith("-")):
            fix = "金额不能是负数；退款、冲销写成一行支出或更正"
            return otherwise(node, key, reading, f.MONEY_FORM, f"{key.label}是负数", fix)
        fix = f"请写成 {hint}{tail}" if hint else _money_fix(text)
        return otherwise(node, key, reading, f.MONEY_FORM, f"{key.label}写成了{quoted(text)}", fix)

    return (_signed if kind.signed else _unsigned), explain


def _without_comment(text: str) -> tuple[str, str]:
    """A value without the note that was meant by a ``#`` written too close, and what to say of it."""
    bare, sign, _ = text.partition("#")
    return (bare.strip(), "；后面是备注的，# 前面要空一格") if sign else (text, "")


def _money_fix(text: str) -> str:
    if re.fullmatch(r"-?[0-9]{1,40}\.[0-9]{3,40}", text):
        return "小数点后最多两位，按分四舍五入后再写"
    if re.fullmatch(r"-?[0-9]{14,40}(?:\.[0-9]{0,40})?", text):
        return "小数点前最多 13 位，检查是不是多打了数字"
    return "请写成 1000.50 这样的数，单位是元"


def quantity(kind: k.QuantityKind) -> tuple[Parse, Explain]:
    """Thousandths."""

    def explain(node: Node, key: Key, reading: Reading) -> Any:
        return _number_fault(node, key, reading, _quantity, "请写成 30 或 1840.5 这样的数，单位另写在 unit")

    return _quantity, explain


def count(kind: k.CountKind) -> tuple[Parse, Explain]:
    """A whole number."""

    def explain(node: Node, key: Key, reading: Reading) -> Any:
        return _number_fault(node, key, reading, _count, "请写成 42 这样的整数")

    return _count, explain


def _number_fault(node: Node, key: Key, reading: Reading, parse: Parse, fix: str) -> Any:
    if type(node) is not Scalar:
        return otherwise(node, key, reading, f.SHAPE, f"{key.label}应是一个数", fix)
    hint = suggest_quantity(node.value)
    if hint and parse(hint) is not None:
        fix = f"请写成 {hint}"
    return otherwise(node, key, reading, f.NUMBER_FORM, f"{key.label}写成了{quoted(node.value)}", fix)


def day(kind: k.DayKind) -> tuple[Parse, Explain]:
    """A real day. Whether it may lie after the as-of date is for the one who knows that date."""

    def explain(node: Node, key: Key, reading: Reading) -> Any:
        if type(node) is not Scalar:
            return otherwise(node, key, reading, f.SHAPE, f"{key.label}应是一个日期", "例如 2025-07-03")
        text = node.value
        found = _day(text)
        if found is not None:
            return otherwise(
                node,
                key,
                reading,
                f.DAY_FORM,
                f"{key.label} {found} 晚于截至日期 {reading.as_of}",
                "检查年份和月份；还没发生的事不写进账里",
            )
        bare, tail = _without_comment(text)
        hint = suggest_day(unicodedata.normalize("NFKC", bare[:40])) or (bare if tail and _day(bare) else None)
        why = "不是真实的日子" if re.fullmatch(kind.pattern, text) else f"写成了{quoted(text)}"
        fix = f"请写成 {hint or '2025-07-03 这样的日期'}{tail}"
        return otherwise(node, key, reading, f.DAY_FORM, f"{key.label}{why}", fix)

    return _day, explain
