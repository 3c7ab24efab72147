"""The tree that reading makes: scalars stay libyaml's own events, with their marks; nothing is typed yet."""

from __future__ import annotations

from typing import Any

from yaml.events import ScalarEvent

from generator.base.findings import Place
from generator.model.fields import Source


class MapNode(Source):
    """A mapping: values and key events by key."""

    __slots__ = ("entries", "file", "keys", "mark")

    def __init__(self, file: str, mark: Any) -> None:
        self.file = file
        self.mark = mark
        self.entries: dict[str, Node] = {}
        self.keys: dict[str, ScalarEvent] = {}

    def place(self, *path: str | int) -> Place:
        """The place of the key at the end of ``path``, as far as it is written."""
        mark: Any = self.mark
        node: Node = self
        for step in path:
            if isinstance(node, MapNode) and step in node.keys:
                mark = node.keys[str(step)].start_mark
                node = node.entries[str(step)]
            elif isinstance(node, ListNode) and isinstance(step, int) and step < len(node.items):
                node = node.items[step]
                mark = mark_of(node)
            else:
                break
        return at(self.file, mark)


class ListNode:
    """A sequence."""

    __slots__ = ("items", "mark")

    def __init__(self, mark: Any) -> None:
        self.mark = mark
        self.items: list[Node] = []


class BrokenNode:
    """Stands where something was refused already, so that nothing else is said about it."""

    __slots__ = ("mark",)

    def __init__(self, mark: Any) -> None:
        self.mark = mark


Node = ScalarEvent | MapNode | ListNode | BrokenNode


def mark_of(node: Node) -> Any:
    """Where a node begins."""
    return node.start_mark if isinstance(node, ScalarEvent) else node.mark


def at(file: str, mark: Any) -> Place:
    """A place from libyaml's mark, which counts from zero."""
    return Place(file, mark.line + 1, mark.column + 1)
