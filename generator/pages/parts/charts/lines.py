"""Text in a drawing does not break by itself: how wide it is, and where to break it."""

from __future__ import annotations

import unicodedata
from functools import cache

SIZE = 13
"""Units that a Chinese character is wide; the style sheet draws in this size."""

_BROAD = frozenset("MWmw@%&—…")


def width_of(text: str) -> float:
    """How wide a text is, rather too much than too little, in units of the drawing."""
    return sum(map(_width, text))


@cache
def _width(character: str) -> float:
    if unicodedata.combining(character):
        return 0
    if unicodedata.east_asian_width(character) in "WFA":
        return SIZE
    return SIZE * (1.1 if character in _BROAD else 0.8 if character.isupper() else 0.7)


def broken(text: str, room: float) -> list[str]:
    """A text in lines that fit: at a space where there is one, else between any two characters."""
    lines = [""]
    for word in _words(text):
        if lines[-1] and width_of(lines[-1] + word.rstrip()) > room:
            lines.append("")
        for character in word:
            if width_of(lines[-1] + character) > room and character != " ":
                lines.append("")
            lines[-1] += character
    return [line.strip() for line in lines]


def _words(text: str) -> list[str]:
    """What may not be broken inside if it can be helped: a Chinese character, or letters with the space after them."""
    words = [""]
    for character in text:
        if words[-1] and (words[-1][-1] == " " or _width(character) == SIZE or _width(words[-1][-1]) == SIZE):
            words.append("")
        words[-1] += character
    return words
