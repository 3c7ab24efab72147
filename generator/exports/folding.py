"""Letters that a search takes for the same: traditional and simplified, full and half width, capital and small.

Characters are folded one by one, here and in the browser, never by phrases: what OpenCC makes of a phrase depends on
its neighbours, and a name must be found by any part of it. Nothing that is shown is ever folded.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache

HAN = (range(0x3400, 0x4DC0), range(0x4E00, 0xA000))
"""The blocks of characters in use; compatibility forms are gone after NFKC."""


@cache
def simplified() -> dict[int, str]:
    """Traditional characters with their simplified ones, the forms of Taiwan and Hong Kong among them (OpenCC)."""
    import opencc

    characters = [chr(code) for block in HAN for code in block]
    found: dict[int, str] = {}
    for way in ("hk2s", "tw2s", "t2s"):
        forms = opencc.OpenCC(way).convert("\n".join(characters)).split("\n")
        found |= {ord(old): new for old, new in zip(characters, forms, strict=True) if old != new and len(new) == 1}
    return found


def fold(text: str) -> str:
    """A text as a search compares it."""
    return unicodedata.normalize("NFKC", text).lower().translate(simplified())


def needed(texts: Iterable[str]) -> tuple[str, str]:
    """The pairs of characters that a browser needs to fold what can be found in these texts, in two strings.

    A traditional character whose simplified form is in no text finds nothing either way.
    """
    written = set("".join(unicodedata.normalize("NFKC", text) for text in texts))
    pairs = [(chr(old), new) for old, new in sorted(simplified().items()) if new in written or chr(old) in written]
    return "".join(old for old, _ in pairs), "".join(new for _, new in pairs)
