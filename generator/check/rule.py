"""A rule: a small generator function wrapped as a frozen value with its id, clause, severity and docstring.

The docstring has 规则 / 依据 / 为什么 / 怎么改 and is the rule's public page. What a rule yields is a breach;
the wrapper makes a finding of it, and an ``explained`` entry that names the exact difference turns an
unreconciled one into a published explanation.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Generic, TypeVar

import msgspec

from generator.base.findings import Finding, Place, RuleInfo, Severity
from generator.base.money import grouped, plain
from generator.check.summary import TeamSummary
from generator.ledger.team import TeamLedger
from generator.model.corpus import Context, FiledReport, TeamFolder
from generator.model.statements import Explained
from generator.model.team import Team

C = TypeVar("C")


class TeamCase(msgspec.Struct, frozen=True, eq=False):
    """What a rule about one team may look at."""

    folder: TeamFolder
    team: Team
    ledger: TeamLedger
    context: Context


class SiteCase(msgspec.Struct, frozen=True, eq=False):
    """What a rule about the whole site may look at: the shared context and one summary per team."""

    context: Context
    teams: tuple[TeamSummary, ...]


class ExplainedCase(msgspec.Struct, frozen=True, eq=False):
    """What a rule about explanations may look at: the records, and what all other rules found."""

    folder: TeamFolder
    findings: tuple[Finding, ...]


class Breach(msgspec.Struct, frozen=True, eq=False):
    """One case of a rule not holding. ``difference`` is what an ``explained`` entry must name."""

    place: Place
    message: str
    fix: str
    difference: str = ""
    others: tuple[Place, ...] = ()
    anchor: str = ""
    severity: Severity | None = None


class Rule(msgspec.Struct, Generic[C], frozen=True, eq=False):
    """A check with everything the public may know of it."""

    info: RuleInfo
    check: Callable[[C], Iterator[Breach]]

    def findings(self, case: C, explained: dict[str, tuple[Explained, ...]] | None = None) -> Iterator[Finding]:
        """What this rule finds; ``explained`` by file."""
        for breach in self.check(case):
            finding = self.info.finding(
                breach.place,
                breach.message,
                breach.fix,
                others=breach.others,
                difference=breach.difference,
                anchor=breach.anchor,
                severity=breach.severity,
            )
            yield _with_reason(finding, explained) if explained else finding


def rule(id: str, title: str, severity: Severity, clause: str) -> Callable[[Callable[[C], Iterator[Breach]]], Rule[C]]:
    """Make a rule of a function."""

    def wrap(check: Callable[[C], Iterator[Breach]]) -> Rule[C]:
        return Rule(RuleInfo(id, title, severity, clause, check.__doc__ or ""), check)

    return wrap


def _with_reason(finding: Finding, explained: dict[str, tuple[Explained, ...]]) -> Finding:
    if finding.severity is not Severity.UNRECONCILED or not finding.difference:
        return finding
    for file in files_of(finding):
        for entry in explained.get(file, ()):
            if entry.rule == finding.rule and same_difference(entry.difference, finding.difference):
                return finding.with_reason(entry.reason)
    return finding


def files_of(finding: Finding) -> tuple[str, ...]:
    """The files whose ``explained`` may speak of a finding: its own, then those it compares with."""
    return tuple(dict.fromkeys((finding.place.file, *(place.file for place in finding.others))))


def report_of(finding: Finding) -> str:
    """The file that shows a finding: its own; for one in team.yaml, the report it compares with."""
    files = files_of(finding)
    return files[1] if files[0].endswith("/team.yaml") and len(files) > 1 else files[0]


def same_difference(named: str, found: str) -> bool:
    """Whether a team named exactly this difference; the sign may be left out."""
    return _decimal(named) == _decimal(found)


def _decimal(text: str) -> tuple[str, str]:
    whole, _, part = text.lstrip("-−").partition(".")
    return whole.lstrip("0") or "0", part.rstrip("0")


def yuan(fen: int) -> str:
    """An amount as a message says it."""
    return f"{grouped(fen)} 元"


def purpose_title(team: Team, purpose: str) -> str:
    """How a purpose is called."""
    if purpose == "general":
        return "不定向资金"
    return next((f"“{p.title}”" for p in team.purposes if p.id == purpose), purpose)


def difference_of(fen: int) -> str:
    """The size of a difference as an ``explained`` entry names it, in yuan."""
    return plain(abs(fen))


def explained_by_file(folder: TeamFolder) -> dict[str, tuple[Explained, ...]]:
    """The explanations that a team gives, by file."""
    return {filed.path: filed.report.explained for filed in folder.reports if filed.report.explained}


def anchor_of(filed: FiledReport, row: str) -> str:
    """The address of a row on its team's pages."""
    return f"{filed.period.id}#{row}"
