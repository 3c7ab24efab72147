"""Keys of a record: each declared once, with everything that pages, messages and schemas say of it."""

from __future__ import annotations

from functools import cache
from typing import Any, get_type_hints

import msgspec

from generator.base.findings import Place
from generator.model.kinds import Kind


class Source:
    """Where a record stands in its file; the reader's node of it."""

    __slots__ = ()

    def place(self, *path: str | int) -> Place:
        """The place of the key at the end of ``path``, or of the nearest one that is written."""
        raise NotImplementedError


class Key(msgspec.Struct, frozen=True):
    """One key: Chinese label, kind, whether it must be there, help, clause of the circular.

    ``withheld`` and ``na`` say whether 不公开 and 不适用 may stand in place of a value.
    """

    label: str
    kind: Kind
    need: bool = False
    help: str = ""
    clause: str = ""
    withheld: bool = False
    na: bool = False


class Record(msgspec.Struct, frozen=True, eq=False):
    """A part of a file, typed. ``source`` knows the line of each key."""

    source: Source

    @classmethod
    def from_text(cls, source: Any, text: str) -> Record | None:  # noqa: ARG003 - the short form of no type
        """The record that one line of text stands for, where its type has such a short form."""
        return None

    def place(self, *path: str | int) -> Place:
        """Where the record, or a key of it, stands."""
        return self.source.place(*path)


@cache
def keys_of(cls: type[Record]) -> dict[str, Key]:
    """The keys of a record type in the order they are declared, which is the order of the form."""
    hints: dict[str, Any] = get_type_hints(cls, include_extras=True)
    found: dict[str, Key] = {}
    for name in cls.__struct_fields__:
        for extra in getattr(hints[name], "__metadata__", ()):
            if isinstance(extra, Key):
                found[written(name)] = extra
    return found


def written(attribute: str) -> str:
    """The key as written in a file: ``from_`` is ``from``, ``nil_`` is ``nil``."""
    return attribute.removesuffix("_")
