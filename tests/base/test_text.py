"""Text: forbidden characters, how a value is shown, the nearest word; and the values of findings."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.absence import NOT_APPLICABLE, NOT_REPORTED, withheld
from generator.base.absence import given as given_or
from generator.base.findings import Finding, Place, RuleInfo, Severity
from generator.base.text import describe_character, folded, forbidden_character, is_plain, nearest, quoted, shown

BAD = (
    *("\x00", "\x07", "\x08", "\x0b", "\x0c", "\r", "\x1b", "\x1f", "\x7f", "\x80", "\x85", "\x9b", "\x9f"),
    *("\u00ad", "\u034f", "\u061c", "\u115f", "\u1160", "\u17b4", "\u180e", "\u200b", "\u200c", "\u200d", "\u200e"),
    *("\u200f", "\u2028", "\u2029", "\u202a", "\u202e", "\u2060", "\u2064", "\u2066", "\u2069", "\u206f", "\u3164"),
    *("\ufe0f", "\ufeff", "\uffa0", "\ufff9", "\ufffe", "\uffff", "\ud800", "\udfff", "\U000e0001", "\U000e0100"),
)


@pytest.mark.parametrize("character", BAD, ids=lambda c: f"U+{ord(c):04X}")
def test_forbidden(character: str) -> None:
    found = forbidden_character(f"示例{character}文字")
    assert found is not None
    assert found.start() == 2
    assert describe_character(character).startswith(f"U+{ord(character):04X} ")
    assert character not in quoted(f"a{character}b")


@pytest.mark.parametrize(
    "text", ["", "示例，。：；（）“”——…·《》", "é ñ ü", "\t\n", "𠮷㐀", "①②㈱％", "😀", "　", "½°℃"]
)
def test_allowed(text: str) -> None:
    assert forbidden_character(text) is None


@given(st.characters(categories=["Cc", "Cf", "Cs", "Zl", "Zp"]))
def test_no_control_or_format_character_passes(character: str) -> None:
    if character not in "\t\n" and unicodedata.bidirectional(character) != "AN":
        odd = {"\u070f", "\u08e2", "\U000110bd", "\U000110cd"}  # signs that do show
        visible = character in odd or 0x13430 <= ord(character) <= 0x1345F or 0x1BCA0 <= ord(character) <= 0x1D17A
        assert visible or forbidden_character(character)


@given(st.text(max_size=80))
def test_quoted_is_safe(text: str) -> None:
    inner = quoted(text)
    assert (inner[0], inner[-1]) == ("“", "”")
    assert inner.isprintable()
    assert forbidden_character(inner) is None
    assert shown(text).isprintable()


@pytest.mark.parametrize(
    ("text", "result"),
    [("abc", "“abc”"), ("a" * 40, f"“{'a' * 40}”"), ("a" * 41, f"“{'a' * 40}…”"), ("a\nb", "“a\\u000ab”"), ("", "“”")],
)
def test_quoted(text: str, result: str) -> None:
    assert quoted(text) == result


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        *(("示例", True), ("a b", True), ("字" * 200, True), ("é", True)),
        *(("", False), (" a", False), ("a ", False), ("　a", False), ("a\nb", False), ("a\tb", False)),
        *(("字" * 201, False), ("e\u0301", False)),
    ],
)
def test_plain(text: str, plain: bool) -> None:
    assert is_plain(text) is plain


@pytest.mark.parametrize(
    ("word", "known", "found"),
    [
        ("amout", ["amount", "date"], "amount"),
        ("Amount", ["amount", "date"], "amount"),
        ("short-name", ["short_name"], "short_name"),
        ("ｎａｍｅ", ["name"], "name"),
        ("应急救援队", ["应急救援", "应急救护"], "应急救援"),
        ("zzz", ["amount"], None),
        ("", ["amount"], None),
        ("a" * 101, ["a" * 100], None),
        ("amount", [], None),
    ],
)
def test_nearest(word: str, known: list[str], found: str | None) -> None:
    assert nearest(word, known) == found


@given(st.text(max_size=30))
def test_folding_settles(text: str) -> None:
    assert not re.search(r"[\s\-_]", folded(text))


def test_absence_is_never_a_figure() -> None:
    kept = withheld("涉及隐私")
    assert not kept
    assert str(kept) == "不公开（涉及隐私）"
    assert str(NOT_REPORTED) == "未填报"
    assert str(NOT_APPLICABLE) == "不适用"
    assert given_or(kept, 5) == 5
    assert given_or(0, 5) == 0
    assert len({NOT_REPORTED, NOT_APPLICABLE, kept}) == 3


@pytest.mark.parametrize(
    ("severity", "label", "blocks"),
    [("error", "错误", True), ("unreconciled", "账不平", True), ("warning", "警告", False), ("notice", "提示", False)],
)
def test_severities(severity: str, label: str, blocks: bool) -> None:
    assert Severity(severity).label == label
    assert Severity(severity).blocks is blocks


def test_a_finding_and_its_explanation() -> None:
    rule = RuleInfo(
        "A01", "期末", Severity.UNRECONCILED, "3.3", "规则：相等。\n依据：法\n为什么：一分\n不差。\n怎么改：核对"
    )
    finding = rule.finding(Place("a.yaml", 2, 3), "差一分", "补上", difference="0.01")
    assert finding.blocks
    assert str(finding.place) == "a.yaml:2:3"
    assert not finding.with_reason("手续费").blocks
    assert rule.parts == {"规则": "相等。", "依据": "法", "为什么": "一分不差。", "怎么改": "核对"}
    other = Finding(Place("a.yaml", 1), "B", Severity.NOTICE, "", "", "")
    assert sorted([finding, other], key=Finding.sort_key) == [other, finding]
