"""The language of a page. Code and templates write simplified Chinese; a catalogue turns it into another language.

``say("还剩 {amount}", amount=…)`` gives the words now, ``Message`` keeps them for later: what is made once and shown
in several languages (a verdict, a label) is a message. Records are never translated.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache, reduce
from string import Formatter
from typing import Any

SOURCE = "zh-Hans"
"""The language that code and templates are written in."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The words of one language by their Chinese. A message with ``{n}`` has one form for each kind of number."""

    language: str
    messages: Mapping[str, tuple[str, ...]]
    plural: Callable[[int], int]

    def find(self, text: str, n: Any) -> str:
        """The translation of a text, or the text where there is none."""
        forms = self.messages.get(text)
        if forms is None:
            return text
        return forms[self.plural(n)] if len(forms) > 1 and isinstance(n, int) else forms[0]


@dataclass(slots=True)
class _Speaker:
    catalogue: Catalogue | None = None


_speaker = _Speaker()


@contextmanager
def speaking(catalogue: Catalogue | None) -> Iterator[None]:
    """Say everything in the catalogue's language meanwhile; None is Chinese as written. One thread at a time."""
    before = _speaker.catalogue
    _speaker.catalogue = catalogue
    try:
        yield
    finally:
        _speaker.catalogue = before


def language() -> str:
    """The language spoken now."""
    return SOURCE if _speaker.catalogue is None else _speaker.catalogue.language


def translated(text: str, n: Any = None) -> str:
    """A text in the language spoken now, nothing filled in; ``n`` is the number that decides the plural."""
    return text if _speaker.catalogue is None else _speaker.catalogue.find(text, n)


def say(text: str, /, **values: Any) -> str:
    """A text in the language spoken now, its ``{name}`` filled in; the value named ``n`` decides the plural."""
    return filled(translated(text, values.get("n")), values) if values else translated(text)


def filled(text: str, values: Mapping[str, Any]) -> str:
    """A text with its values: Latin letters and digits of a value are set apart from the Chinese that they would touch."""
    pieces = _touching(text)
    if not pieces:
        return text.format(**values)
    found = []
    for literal, name, form, after, before in pieces:
        word = format(values[name], form) if name else ""
        found += [literal, " " if after and _latin(word[:1]) else "", word, " " if before and _latin(word[-1:]) else ""]
    return "".join(found)


@cache
def _touching(text: str) -> tuple[tuple[str, str, str, bool, bool], ...]:
    """The pieces of a text (words, name of the value behind them, its format, Chinese before and behind it).

    Nothing where no value touches Chinese.
    """
    parts = [(literal, name or "", form or "") for literal, name, form, _ in Formatter().parse(text)]
    ends = [*(literal for literal, _, _ in parts[1:]), ""]
    pieces = tuple(
        (literal, name, form, _chinese(literal[-1:]), _chinese(end[:1]))
        for (literal, name, form), end in zip(parts, ends, strict=True)
    )
    return pieces if any(name and (after or before) for _, name, _, after, before in pieces) else ()


def _chinese(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"


def _latin(character: str) -> bool:
    return character.isascii() and character.isalnum()


@dataclass(frozen=True, slots=True)
class Message:
    """A text that is said where it is shown, in the language of that page. Values may be messages themselves."""

    text: str
    values: Mapping[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return say(self.text, **self.values)

    def __bool__(self) -> bool:
        return bool(self.text)


def message(text: str, /, **values: Any) -> Message:
    """A text to be said later."""
    return Message(text, values)


def listed(parts: Sequence[Message]) -> Message:
    """Several messages, one after the other, to be said later; nothing where there are none."""
    return (
        reduce(lambda first, rest: message("{first}；{rest}", first=first, rest=rest), parts) if parts else Message("")
    )


def joined(parts: Any) -> str:
    """A list in one sentence part: 甲、乙、丙, or a, b, c."""
    return say("、").join(map(str, parts))
