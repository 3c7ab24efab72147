"""Findings as text for people: grouped by file, each with its line quoted, then the sums."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TextIO

from generator.base.findings import Finding, Severity
from generator.cli.echo import discreet, echo
from generator.cli.excerpt import Excerpts

_COLOURS = {"error": "31", "unreconciled": "35", "warning": "33", "notice": "36"}
_COUNTED = {"societies": "个红十字会", "teams": "支队伍", "reports": "份报告", "questions": "个问题"}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a check found. ``prefix`` is the data folder's path in its repository; ``changed`` with --since."""

    root: Path
    prefix: str
    findings: tuple[Finding, ...]
    counts: dict[str, int]
    changed: int | None = None


def wants_colour(stream: TextIO) -> bool:
    """Colours only on a terminal, and not where the person asked for none."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def text_lines(outcome: Outcome, *, colour: bool = False) -> Iterator[str]:
    """Grouped by file, each with its line quoted, then the sums."""
    excerpts = Excerpts(outcome.root, outcome.findings)
    for file, found in groupby(outcome.findings, key=lambda f: f.place.file):
        yield _bold(echo(outcome.prefix + file), colour)
        for finding in found:
            yield from finding_lines(finding, excerpts, colour=colour)
        yield ""
    yield from summary_lines(outcome)


def finding_lines(finding: Finding, excerpts: Excerpts, *, colour: bool) -> Iterator[str]:
    """Place, severity, rule, what is wrong; how to mend it; the line itself."""
    place, severity = finding.place, finding.severity
    label = f"\x1b[{_COLOURS[severity]}m{severity.label}\x1b[0m" if colour else severity.label
    yield f"  {place.line}:{place.column} {label} {finding.rule} {discreet(finding.message)}"
    yield f"      改法：{discreet(finding.fix)}"
    if finding.explained:
        yield f"      本队说明：{echo(finding.explained)}"
    if finding.others:
        yield "      另见：" + "、".join(echo(str(other)) for other in finding.others)
    for line in excerpts.of(finding):
        yield f"      {line}"


def summary_lines(outcome: Outcome) -> Iterator[str]:
    """How much was read, how much was found, and whether it may be submitted."""
    counted = "、".join(f"{outcome.counts.get(key, 0)} {words}" for key, words in _COUNTED.items())
    yield f"读了 {counted}。"
    if outcome.changed is not None:
        yield f"只列出改动涉及的问题（改动 {outcome.changed} 个文件）。"
    found = Counter(f.severity for f in outcome.findings)
    yield "，".join(f"{severity.label} {found[severity]} 处" for severity in Severity) + "。"
    blocking = sum(found[severity] for severity in Severity if severity.blocks)
    yield f"有 {blocking} 处必须改正。" if blocking else "没有必须改正的问题。"


def _bold(text: str, colour: bool) -> str:
    return f"\x1b[1m{text}\x1b[0m" if colour else text
