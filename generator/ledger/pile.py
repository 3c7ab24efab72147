"""The sums of one purpose that are not used up yet, oldest first, and each by the row it came from."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

import msgspec

from generator.ledger.results import Trace


class Layer(msgspec.Struct, eq=False):
    """A part of a sum, in the purpose where it lies now."""

    trace: Trace
    left: int


class Pile:
    """Layers in the order in which they came; what is used up leaves it from the front."""

    __slots__ = ("_arrived", "_donated", "_named", "_other")

    def __init__(self) -> None:
        self._arrived: deque[Layer] = deque()
        self._other: deque[Layer] = deque()
        self._donated: deque[Layer] = deque()
        self._named: dict[int, list[Layer]] = {}

    def add(self, layer: Layer) -> None:
        """Put a layer on the pile."""
        self._arrived.append(layer)
        (self._donated if layer.trace.kind == "donation" else self._other).append(layer)
        self._named.setdefault(id(layer.trace), []).append(layer)

    def oldest(self, donations_last: bool = False) -> Iterator[Layer]:
        """The layers to take from, in turn."""
        for queue in (self._other, self._donated) if donations_last else (self._arrived,):
            while queue and not queue[0].left:
                queue.popleft()
            yield from queue

    def of(self, trace: Trace) -> list[Layer]:
        """The layers of one sum."""
        return self._named.get(id(trace), [])
