"""A code of a vocabulary: what a record writes, with the Chinese word that people read."""

from __future__ import annotations

from enum import Enum
from typing import Self

from generator.base.language import say


class Code(str, Enum):  # noqa: UP042 - a StrEnum member cannot carry a label
    """A code that a record may use, with the Chinese word that people read."""

    chinese: str

    def __new__(cls, value: str, label: str) -> Self:
        """Make a member of a code and its label."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.chinese = label
        return member

    @property
    def label(self) -> str:
        """What people read, in the language spoken now."""
        return say(self.chinese)

    def __str__(self) -> str:
        return str(self.value)
