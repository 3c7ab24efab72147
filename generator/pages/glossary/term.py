"""A term: its anchor, the word, one to three sentences for a citizen, the clause that it comes from."""

from __future__ import annotations

from dataclasses import dataclass

from generator.base.language import Message

NO_CLAUSE = Message("")
"""The clause of a word that this site uses by itself."""


@dataclass(frozen=True, slots=True)
class Term:
    """One term. ``id`` is its anchor, which never changes."""

    id: str
    word: Message
    meaning: Message
    clause: Message = NO_CLAUSE


Section = tuple[Message, tuple[Term, ...]]
"""Terms that belong together, under a title."""
