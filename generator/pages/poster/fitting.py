"""What fits on one sheet: how high its texts stand at each size of type, and what has to be shortened.

No style sheet can choose a size by what is written, and a script would leave paper without one. So the height is
reckoned from the widths of the texts: a Chinese character is one em, any other a little more than half. What is cut is said in
full on the page whose address the sheet carries.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor

from generator.base.language import say

SIZES = ((17.0, 1.34, 22.0, "type-large"), (15.5, 1.34, 20.5, "type-middle"), (14.0, 1.27, 20.5, "type-small"))
"""Points of the text, its leading, points of the verdicts' words, and the class of the size; as in the style sheet."""

NAME_SIZES = ((16, 34.0, "name-large"), (32, 26.0, "name-middle"), (1000, 20.0, "name-small"))
"""Names up to so many ems, the points of their size and its class."""

POINT = 25.4 / 72
WIDTH, HEIGHT, CODE = 190.0, 276.0, 50.0
"""Millimetres of the sheet between its margins, and of the code with the space beside it."""

SPACES = 22.0
"""Millimetres between the parts of the sheet, and of their frames."""

_SENTENCES = re.compile(r".+?(?:。|[.!?](?:\s+|$)|$)", re.DOTALL)
_PARTLY = re.compile(r"[0-9A-Za-z.,:@/-]+$", re.ASCII)
"""Numbers and words that would be read wrongly when only their beginning is left."""

LOST = 1.05
"""How much wider a text is for the ends of its lines that stay empty."""


@dataclass(frozen=True, slots=True)
class Written:
    """All that stands on a sheet but the sentence: pairs are a label and the words beside it."""

    name: str
    lines: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    verdicts: tuple[tuple[str, str], ...]
    figures: tuple[tuple[str, str], ...]
    goods: str
    ask: tuple[tuple[str, str], ...]


def width(text: str) -> float:
    """How many ems a text is wide."""
    return sum(map(_width, text))


def _width(character: str) -> float:
    return 1.0 if unicodedata.east_asian_width(character) in "WF" else 0.55


def clipped(text: str, ems: float) -> str:
    """A text, or as much of it as fits into so many ems with an ellipsis."""
    if width(text) <= ems:
        return text
    used, end = 2.0, 0
    while used + _width(text[end]) <= ems:
        used += _width(text[end])
        end += 1
    kept = _PARTLY.sub("", text[:end]) if _PARTLY.match(text[end]) else text[:end]
    return say("{beginning}……", beginning=(kept or text[:end]).rstrip("，、；。 "))


def shortened(text: str, ems: float) -> str:
    """A text, or as many of its first sentences as fit into so many ems, and where the others are."""
    if width(text) <= ems:
        return text
    sentences = _SENTENCES.findall(text)
    for count in range(len(sentences) - 1, 0, -1):
        said = say("{sentences}其余见网页。", sentences="".join(sentences[:count]).rstrip())
        if width(said) <= ems:
            return said
    return clipped(text, ems)


def listed_whole(parts: Sequence[str], ems: float, between: str) -> str:
    """As many whole entries of a list as fit into so many ems, and how many there are where that is not all."""
    text = between.join(parts)
    if width(text) <= ems:
        return text
    for count in range(len(parts) - 1, 0, -1):
        said = say("{words}；等 {n} 项", words=between.join(parts[:count]), n=len(parts))
        if width(said) <= ems:
            return said
    return clipped(text, ems)


def name_size(name: str) -> tuple[float, str]:
    """The points of a name's size, and its class."""
    return next((points, size) for limit, points, size in NAME_SIZES if width(name) <= limit)


def fitted(written: Written, sentence: str) -> tuple[str, str]:
    """The class of the largest type in which everything fits, and the sentence, shortened where even the smallest fails."""
    for points, leading, word, size in SIZES:
        if width(sentence) <= _room(written, points, leading, word):
            return size, sentence
    points, leading, word, size = SIZES[-1]
    return size, shortened(sentence, max(_room(written, points, leading, word), WIDTH / (points * POINT)))


def _room(written: Written, points: float, leading: float, word: float) -> float:
    """How many ems of the sentence fit on the sheet; below zero where the rest does not."""
    lines = floor((HEIGHT - _height(written, points, leading, word)) / (points * POINT * leading))
    return lines * WIDTH / (points * POINT) / LOST


def _lines(text: str, ems: float) -> int:
    return ceil(width(text) * LOST / ems)


def _height(written: Written, points: float, leading: float, word: float) -> float:
    """Millimetres of all but the sentence."""
    em, line = points * POINT, points * POINT * leading
    full = WIDTH / em
    name = name_size(written.name)[0] * POINT
    third = WIDTH / 3 - 7
    lines = sum(_lines(text, full) for text in written.lines) + _pairs(written.facts, full)
    lines += max(_lines(question, third / em) for question, _ in written.verdicts)
    if written.figures:
        # A little more than half of the sheet, less a sign and the space on both sides.
        figures = sum(ceil(width(label + amount) / (full * 0.535 - 3.2)) for label, amount in written.figures)
        lines += max(figures, 1 + _lines(written.goods, full * 0.44))
    words = max(_lines(said, third / (word * POINT)) for _, said in written.verdicts) * word * POINT * 1.2
    asked = max(_pairs(written.ask, full - CODE / em) * line, CODE)
    return SPACES + ceil(width(written.name) * name / WIDTH) * name * 1.22 + lines * line + words + asked


def _pairs(pairs: tuple[tuple[str, str], ...], ems: float) -> int:
    """Lines of words that stand in one column beside their labels."""
    column = min(max(width(label) for label, _ in pairs), 9) + 0.6
    return sum(max(_lines(words, ems - column), _lines(label, 9)) for label, words in pairs)
