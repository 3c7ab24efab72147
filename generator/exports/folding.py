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
    """Traditional characters with their simplified ones, the forms of Taiwan and Hong Kong among them (OpenCC).

    No value is a key, so that a text and a query come out the same whichever of them was traditional.
    """
    import opencc

    characters = [chr(code) for block in HAN for code in block]

    def forms(way: str) -> dict[str, str]:
        made = opencc.OpenCC(way).convert("\n".join(characters)).split("\n")
        return {old: new for old, new in zip(characters, made, strict=True) if old != new and len(new) == 1}

    found = forms("hk2s") | forms("tw2s") | forms("t2s")
    # 锺 stands for 鍾 in names, which is 钟 elsewhere: who types any of them finds all three.
    for new, old in forms("s2t").items():
        if new not in found and found.get(old, old) != new:
            found[new] = found.get(old, old)
    # 麼 is 么, which is itself the traditional form of 幺: all come out the same.
    while any(new in found for new in found.values()):
        found = {old: found.get(new, new) for old, new in found.items()}
    return {ord(old): new for old, new in found.items()}


def fold(text: str) -> str:
    """A text as a search compares it."""
    return unicodedata.normalize("NFKC", text).lower().translate(simplified())


def needed(texts: Iterable[str]) -> tuple[str, str]:
    """The pairs of characters that a browser needs to fold what can be found in these texts, in two strings.

    A character whose folded form is in no text finds nothing either way.
    """
    written = set("".join(map(fold, texts)))
    pairs = [(chr(old), new) for old, new in sorted(simplified().items()) if new in written]
    return "".join(old for old, _ in pairs), "".join(new for _, new in pairs)
