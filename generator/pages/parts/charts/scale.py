"""The axis of money under a chart: it always holds zero, and its few ticks stand at round amounts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count

from generator.base.language import SOURCE, language, say

MOST_STEPS = 4
"""More ticks than this would run into each other on a phone."""


@dataclass(frozen=True, slots=True)
class Scale:
    """From ``low`` to ``high`` in steps, all in fen; zero is one of the ticks."""

    low: int
    high: int
    step: int

    @property
    def ticks(self) -> tuple[int, ...]:
        """Where the ticks stand."""
        return tuple(range(self.low, self.high + 1, self.step))

    def place(self, amount: int, width: int) -> float:
        """How far from the left an amount lies on an axis of a width."""
        return (amount - self.low) * width / ((self.high - self.low) or 1)


def scale_of(amounts: Iterable[int]) -> Scale:
    """The scale that fits amounts: steps of 1, 2 or 5 times a power of ten, at least one yuan."""
    found = (0, *amounts)
    least, most = min(found), max(found)
    step = next(step for step in _round_steps() if -(-most // step) - least // step <= MOST_STEPS)
    return Scale(step * (least // step), step * -(-most // step), step)


def _round_steps() -> Iterator[int]:
    return (times * 10**power for power in count(2) for times in (1, 2, 5))


def round_words(fen: int) -> str:
    """A round amount in words: ``20 万元``; a language that does not count in ten thousands has all the digits."""
    yuan = abs(fen) // 100
    sign = "−" if fen < 0 else ""
    if language().startswith(SOURCE.partition("-")[0]):
        if yuan >= 10**8 and not yuan % 10**6:
            return say("{amount} 亿元", amount=f"{sign}{yuan / 10**8:,g}")
        if yuan >= 10**4 and not yuan % 10**2:
            return say("{amount} 万元", amount=f"{sign}{yuan / 10**4:,g}")
    return say("{amount} 元", amount=f"{sign}{yuan:,}") if yuan else "0"
