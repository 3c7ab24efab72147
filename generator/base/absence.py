"""The ways a figure can be missing. None of them is zero, and none may look like it.

A value that is given is itself. Everything else is an ``Absent``: not reported (the key was left
out), not applicable (``n/a``) or withheld with a reason. Circular 3.3: complete.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from generator.base.language import say

T = TypeVar("T")
D = TypeVar("D")


@dataclass(frozen=True, slots=True)
class Absent:
    """A value that is not there, and why. ``reason`` is only given for what is withheld."""

    kind: str
    label: str
    reason: str = ""

    def __bool__(self) -> bool:
        return False

    def __str__(self) -> str:
        label = say(self.label)
        return say("{label}（{reason}）", label=label, reason=self.reason) if self.reason else label


NOT_REPORTED = Absent("not_reported", "未填报")
NOT_APPLICABLE = Absent("not_applicable", "不适用")


def withheld(reason: str) -> Absent:
    """A value kept back for the reason given, which is published in its place."""
    return Absent("withheld", "不公开", reason)


def given(value: T | Absent, default: D) -> T | D:
    """The value, or ``default`` where it is absent."""
    return default if isinstance(value, Absent) else value
