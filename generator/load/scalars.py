"""Typing numbers and days. Text stays text until a reader here says what it is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from yaml.events import ScalarEvent

from generator.base.dates import parse_day, suggest_day
from generator.base.money import parse_money, suggest_money
from generator.base.quantity import parse_quantity
from generator.base.text import quoted
from generator.load import faults as f
from generator.load.absence import otherwise
from generator.load.context import Reading
from generator.load.nodes import Node
from generator.model import kinds as k
from generator.model.fields import Key

Reader = Callable[[Node, Key, Reading], Any]
_day = lru_cache(maxsize=20_000)(parse_day)
_money = lru_cache(maxsize=20_000)(parse_money)
_COUNT = re.compile(r"(?:0|[1-9][0-9]{0,9})\Z")
_RAW_HTML = re.compile(r"<[A-Za-z!/?]")
_LINK = re.compile(
    r"\]\(\s*<?\s*([^)\s>]*)|^\s{0,3}\[[^\]]+\]:\s*(\S+)|<([A-Za-z][A-Za-z0-9+.-]*:[^>]*)>",
    re.MULTILINE,
)
_IMAGE = re.compile(r"!\[")


def money_reader(kind: k.MoneyKind) -> Reader:
    """Fen."""
    signed = kind.signed

    def read(node: Node, key: Key, reading: Reading) -> Any:
        if type(node) is ScalarEvent:
            fen = _money(node.value)
            if fen is not None and (signed or fen >= 0):
                return fen
            if fen is not None:
                fix = "金额不能是负数；退款、冲销写成一行支出或更正"
                return otherwise(node, key, reading, f.MONEY_FORM, f"{key.label}是负数", fix)
            hint = suggest_money(node.value)
            found = f"{key.label}写成了{quoted(node.value)}"
            return otherwise(
                node,
                key,
                reading,
                f.MONEY_FORM,
                found,
                f"请写成 {hint}" if hint else "请写成 1000.50 这样的数，单位是元",
            )
        return otherwise(node, key, reading, f.SHAPE, f"{key.label}应是一个金额", "例如 1000.50")

    return read


def quantity_reader(kind: k.QuantityKind) -> Reader:
    """Thousandths."""

    def read(node: Node, key: Key, reading: Reading) -> Any:
        if type(node) is ScalarEvent:
            quantity = parse_quantity(node.value)
            if quantity is not None:
                return quantity
        return _number_fault(node, key, reading, "请写成 30 或 1840.5 这样的数，单位另写在 unit")

    return read


def count_reader(kind: k.CountKind) -> Reader:
    """A whole number."""

    def read(node: Node, key: Key, reading: Reading) -> Any:
        if type(node) is ScalarEvent and _COUNT.match(node.value):
            return int(node.value)
        return _number_fault(node, key, reading, "请写成 42 这样的整数")

    return read


def _number_fault(node: Node, key: Key, reading: Reading, fix: str) -> Any:
    if type(node) is not ScalarEvent:
        return otherwise(node, key, reading, f.SHAPE, f"{key.label}应是一个数", fix)
    digits = re.match(r"\s*-?([0-9][0-9,，]*(?:\.[0-9]+)?)", unicodedata.normalize("NFKC", node.value))
    hint = re.sub("[,，]", "", digits[1]) if digits else ""
    hint = f"请写成 {hint}" if hint and not node.value.lstrip().startswith("-") else fix
    return otherwise(node, key, reading, f.NUMBER_FORM, f"{key.label}写成了{quoted(node.value)}", hint)


def day_reader(kind: k.DayKind) -> Reader:
    """A real day, not after the as-of date unless it may be planned."""
    planned = kind.planned

    def read(node: Node, key: Key, reading: Reading) -> Any:
        if type(node) is not ScalarEvent:
            return otherwise(node, key, reading, f.SHAPE, f"{key.label}应是一个日期", "例如 2025-07-03")
        day = _day(node.value)
        if day is None:
            hint = suggest_day(unicodedata.normalize("NFKC", node.value))
            why = "不是真实的日子" if re.fullmatch(kind.pattern, node.value) else f"写成了{quoted(node.value)}"
            return otherwise(
                node,
                key,
                reading,
                f.DAY_FORM,
                f"{key.label}{why}",
                f"请写成 {hint or '2025-07-03 这样的日期'}",
            )
        if not planned and day > reading.as_of:
            return otherwise(
                node,
                key,
                reading,
                f.DAY_FORM,
                f"{key.label} {day} 晚于截至日期 {reading.as_of}",
                "检查年份和月份；还没发生的事不写进账里",
            )
        return day

    return read
