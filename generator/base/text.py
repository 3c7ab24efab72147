"""Text: what may not stand in a record, how it is quoted in a message, and the nearest known word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches

INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff"
)
"""Zero-width, bidirectional and filler characters, as a regular expression's character set."""

_FORBIDDEN = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff{INVISIBLE}]")


def forbidden_character(text: str) -> re.Match[str] | None:
    """The first control, invisible or bidirectional character of a text, if any."""
    return _FORBIDDEN.search(text)


def is_plain(text: str, limit: int = 200) -> bool:
    """Whether a text is one line, at most so long, trimmed, without tabs, and NFC."""
    return (
        0 < len(text) <= limit
        and text == text.strip()
        and "\n" not in text
        and "\t" not in text
        and (text.isascii() or unicodedata.is_normalized("NFC", text))
    )


def describe_character(character: str) -> str:
    """``U+200B 零宽字符``: a character named without being printed."""
    code = ord(character)
    if 0x202A <= code <= 0x202E or 0x2066 <= code <= 0x2069 or code in (0x200E, 0x200F, 0x61C):
        kind = "改变文字方向的字符"
    elif code < 0x20 or 0x7F <= code <= 0x9F:
        kind = "控制字符"
    elif code in (0x2028, 0x2029):
        kind = "特殊换行符"
    elif 0xD800 <= code <= 0xDFFF:
        kind = "残缺字符"
    else:
        kind = "看不见的字符"
    return f"U+{code:04X} {kind}"


def quoted(text: str, limit: int = 40) -> str:
    """A value as a message may show it: cut short, nothing in it that could act on a terminal."""
    return f"“{shown(text[:limit])}…”" if len(text) > limit else f"“{shown(text)}”"


def shown(text: str) -> str:
    """A text with everything that does not print written as an escape."""
    return "".join(c if c.isprintable() and not _FORBIDDEN.match(c) else f"\\u{ord(c):04x}" for c in text)


def folded(text: str) -> str:
    """A text for comparing: NFKC, without case, spaces, hyphens and invisible characters."""
    normal = unicodedata.normalize("NFKC", text).casefold()
    return re.sub(rf"[\s\-_·.{INVISIBLE}]", "", normal)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that a mistyped one most resembles, or None."""
    if len(word) > 100:
        return None
    by_fold = {folded(k): k for k in known}
    key = folded(word)
    if key in by_fold:
        return by_fold[key]
    found = get_close_matches(key, by_fold, n=1, cutoff=0.6)
    return by_fold[found[0]] if found else None
