"""Findings: what is wrong with a record, as values. Bad data never raises; only bugs do."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from generator.base.language import say


class Severity(StrEnum):
    """How much a finding weighs. The first two keep a record out and exit 1."""

    ERROR = "error"
    UNRECONCILED = "unreconciled"
    WARNING = "warning"
    NOTICE = "notice"

    @property
    def label(self) -> str:
        """The word for it, in the language spoken now."""
        words = {
            Severity.ERROR: say("错误"),
            Severity.UNRECONCILED: say("账不平"),
            Severity.WARNING: say("警告"),
            Severity.NOTICE: say("提示"),
        }
        return words[self]

    @property
    def blocks(self) -> bool:
        """Whether a record with such a finding is refused."""
        return self in (Severity.ERROR, Severity.UNRECONCILED)


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where in the records: file relative to the data folder, line and column from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault: which rule, where, what was found, what is right.

    ``difference`` is in the rule's own unit (fen, thousandths of a unit, days) and is what an
    ``explained`` entry must name; ``explained`` is the reason that the team gave for it.
    """

    place: Place
    rule: str
    severity: Severity
    message: str
    fix: str
    clause: str
    others: tuple[Place, ...] = ()
    difference: str = ""
    explained: str = ""
    anchor: str = ""

    @property
    def blocks(self) -> bool:
        """Whether the record is refused because of it."""
        return self.severity.blocks

    def with_reason(self, reason: str) -> Finding:
        """The same finding, explained by the team: published in red instead of refused."""
        return replace(self, severity=Severity.NOTICE, explained=reason)

    def sort_key(self) -> tuple[Place, str, str]:
        """By place, then rule."""
        return (self.place, self.rule, self.message)


@dataclass(frozen=True, slots=True)
class RuleInfo:
    """What the public page of a rule says. ``doc`` has the parts 规则, 依据, 为什么, 怎么改."""

    id: str
    title: str
    severity: Severity
    clause: str
    doc: str

    def finding(
        self,
        place: Place,
        message: str,
        fix: str,
        *,
        others: tuple[Place, ...] = (),
        difference: str = "",
        anchor: str = "",
        severity: Severity | None = None,
    ) -> Finding:
        """A finding of this rule, as severe as the rule unless said otherwise."""
        weight = self.severity if severity is None else severity
        return Finding(place, self.id, weight, message, fix, self.clause, others, difference, "", anchor)

    @property
    def parts(self) -> dict[str, str]:
        """The docstring's parts by their Chinese heading."""
        parts: dict[str, str] = {}
        heading = ""
        for line in (raw.strip() for raw in self.doc.strip().splitlines()):
            head, colon, rest = line.partition("：")
            if colon and head in ("规则", "依据", "为什么", "怎么改"):
                heading, line = head, rest.strip()
                parts[heading] = line
            elif heading and line:
                parts[heading] += line
        return parts
