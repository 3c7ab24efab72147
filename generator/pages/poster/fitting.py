"""What fits on one sheet: texts shortened where a record says more than paper holds, and the size of the name.

Widths are in ems: a Chinese character is one, any other about six tenths. What is cut is said in full on the page
whose address the sheet carries.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from math import ceil

from generator.base.language import say

NAME_SIZES = ((16, "name-large"), (32, "name-middle"))
"""Names up to so many ems, and the class of their size; longer ones are ``name-small``."""

TYPE_SIZES = ((19, "type-large"), (23, "type-middle"))
"""Lines of text up to which a size fits."""

LINE = 24
"""Ems of a line, about as wide as the sheet's columns are."""


def width(text: str) -> float:
    """How many ems a text is wide."""
    return sum(map(_width, text))


def _width(character: str) -> float:
    return 1.0 if unicodedata.east_asian_width(character) in "WF" else 0.6


def clipped(text: str, ems: int) -> str:
    """A text, or as much of it as fits into so many ems with an ellipsis."""
    if width(text) <= ems:
        return text
    used, end = 2.0, 0
    while used + _width(text[end]) <= ems:
        used += _width(text[end])
        end += 1
    return say("{beginning}……", beginning=text[:end].rstrip("，、；。 "))


def name_size(name: str) -> str:
    """The class of a name's size."""
    ems = width(name)
    return next((size for limit, size in NAME_SIZES if ems <= limit), "name-small")


def type_size(texts: Iterable[str]) -> str:
    """The class of the type size in which all of a sheet's texts fit on it."""
    lines = sum(ceil(width(text) / LINE) for text in texts)
    return next((size for limit, size in TYPE_SIZES if lines <= limit), "type-small")
