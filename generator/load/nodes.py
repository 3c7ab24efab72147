"""The tree that reading makes: texts, mappings and sequences with libyaml's marks; nothing is typed yet."""

from __future__ import annotations

from typing import Any

import msgspec

from generator.base.findings import Place
from generator.model.fields import Source


class Scalar(msgspec.Struct, gc=False):
    """A text, whatever it may stand for. Not watched for cycles, of which it can have none."""

    value: str
    mark: Any


class MapNode(Source):
    """A mapping: values, and marks of keys, by key."""

    __slots__ = ("entries", "file", "keys", "mark")

    def __init__(self, file: str, mark: Any) -> None:
        self.file = file
        self.mark = mark
        self.entries: dict[str, Node] = {}
        self.keys: dict[str, Any] = {}

    def place(self, *path: str | int) -> Place:
        """The place of the key at the end of ``path``, as far as it is written."""
        mark: Any = self.mark
        node: Node = self
        for step in path:
            if isinstance(node, MapNode) and step in node.keys:
                mark = node.keys[str(step)]
                node = node.entries[str(step)]
            elif isinstance(node, ListNode) and isinstance(step, int) and step < len(node.items):
                node = node.items[step]
                mark = node.mark
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


Node = Scalar | MapNode | ListNode | BrokenNode


def at(file: str, mark: Any) -> Place:
    """A place from libyaml's mark, which counts from zero."""
    return Place(file, mark.line + 1, mark.column + 1)
