"""The kinds of value a key can hold, as data: the reader, the schemas and the dictionary follow them."""

from __future__ import annotations

from typing import Any

import msgspec

from generator.base.dates import DAY_PATTERN
from generator.base.identifiers import SLUG_PATTERN
from generator.base.money import MONEY_PATTERN
from generator.base.quantity import QUANTITY_PATTERN


class Kind(msgspec.Struct, frozen=True):
    """A kind of value: its Chinese word, an example to copy, the pattern of its text."""

    word: str
    example: str
    pattern: str = ""


class MoneyKind(Kind, frozen=True):
    """Yuan with at most two decimals; negative only where ``signed``."""

    signed: bool = False


class QuantityKind(Kind, frozen=True):
    """A decimal with at most three places."""


class CountKind(Kind, frozen=True):
    """A whole number of people or things."""


class DayKind(Kind, frozen=True):
    """A real day; ``planned`` days may lie after the as-of date."""

    planned: bool = False


class TextKind(Kind, frozen=True):
    """One line of text."""

    limit: int = 200


class ProseKind(Kind, frozen=True):
    """Markdown without raw HTML."""

    limit: int = 5000


class FlagKind(Kind, frozen=True):
    """true or false."""


class CodeKind(Kind, frozen=True):
    """One code of a vocabulary."""

    vocabulary: Any = None


class ListKind(Kind, frozen=True):
    """A list of one kind."""

    of: Any = None
    least: int = 0
    single: bool = False
    """Whether one value may be written without the list."""


class MapKind(Kind, frozen=True):
    """Keys chosen by the writer (purposes, row ids) or from a vocabulary, each with one kind of value."""

    of: Any = None
    vocabulary: Any = None


class RecordKind(Kind, frozen=True):
    """A nested record of its own keys."""

    record: Any = None


MONEY = MoneyKind("金额（元）", "1200.50", MONEY_PATTERN.removeprefix("-?"))
SIGNED_MONEY = MoneyKind("金额（元，可为负）", "-1200.50", MONEY_PATTERN, signed=True)
QUANTITY = QuantityKind("数量", "30", QUANTITY_PATTERN)
COUNT = CountKind("整数", "42", "0|[1-9][0-9]{0,9}")
DAY = DayKind("日期", "2025-07-03", DAY_PATTERN)
PLANNED_DAY = DayKind("日期（可在将来）", "2026-12-31", DAY_PATTERN, planned=True)
TEXT = TextKind("一行文字", "示例区红十字会")
PROSE = ProseKind("一段文字", "本队成立于 2018 年。")
FLAG = FlagKind("是或否", "true", "true|false")
SLUG = TextKind("短代号", "flood-2025", SLUG_PATTERN, limit=60)
ROW_ID = TextKind("行号", "D1", "[A-Za-z0-9][A-Za-z0-9_-]{0,39}", limit=40)
OWN_TEAM = TextKind("队伍代号", "xinhong", f"(?:{SLUG_PATTERN}/)?{SLUG_PATTERN}", limit=121)
TEAM_REF = TextKind("队伍代号", "310107/xinhong", f"{SLUG_PATTERN}/{SLUG_PATTERN}", limit=121)
ROW_REF = TextKind("行号或往期行号", "2024#D1", r"(?:[0-9A-Z-]+[#/])?[A-Za-z0-9][A-Za-z0-9_-]{0,39}", limit=80)
DIVISION = TextKind("行政区划代码", "310107", "[1-9][0-9]{5}", limit=6)
YEAR = TextKind("年份", "2025", "(?:19|20)[0-9]{2}", limit=4)
CURRENCY = TextKind("货币代码", "USD", "[A-Z]{3}", limit=3)
RATE = TextKind("汇率", "7.01", r"(?:0|[1-9][0-9]{0,5})(?:\.[0-9]{1,6})?", limit=13)
PERCENT = TextKind("百分数", "64.75", r"(?:0|[1-9][0-9]{0,3})(?:\.[0-9]{1,2})?", limit=7)
URL = TextKind("网址", "https://example.org/", r"https?://[^\s<>\"']+", limit=200)
EMAIL = TextKind("电子邮箱", "office@example.org", r"[^@\s]+@[^@\s]+\.[^@\s]+", limit=100)
FILE = TextKind("文件路径", "files/2025/s1.png", r"files(?:/[^/\\\s][^/\\]*)+", limit=200)
USCC = TextKind("统一社会信用代码", "91350100M000100Y43", "[0-9A-HJ-NPQRTUWXY]{18}", limit=18)


def code(vocabulary: type) -> CodeKind:
    """One code of a vocabulary."""
    first = next(iter(vocabulary))  # type: ignore[call-overload]
    return CodeKind("代码", str(first.value), vocabulary=vocabulary)


def list_of(kind: Kind, least: int = 0) -> ListKind:
    """A list of one kind, of at least so many."""
    return ListKind("列表", f"[{kind.example}]", of=kind, least=least)


def one_or_more(kind: Kind) -> ListKind:
    """A list of one kind; one value alone stands for a list of it."""
    return ListKind("一个或一列", kind.example, of=kind, single=True)


def map_of(kind: Kind, vocabulary: type | None = None) -> MapKind:
    """Named values of one kind."""
    return MapKind("逐项填写", f"{{general: {kind.example}}}", of=kind, vocabulary=vocabulary)


def record(cls: type, example: str) -> RecordKind:
    """A nested record."""
    return RecordKind("一组内容", example, record=cls)


def rows(cls: type, example: str) -> ListKind:
    """A list of nested records."""
    return list_of(record(cls, example))
