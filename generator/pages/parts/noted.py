"""What the checks found in a report that the public should know: explained differences, warnings, notices."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

import msgspec

from generator.base.findings import Finding, Severity
from generator.base.language import say
from generator.check.registry import ALL_RULES
from generator.check.rule import report_of
from generator.check.verdicts import explained_by
from generator.model.corpus import FiledReport


class GapView(msgspec.Struct, frozen=True, eq=False):
    """A difference published with its size and the team's explanation."""

    rule: Annotated[str, "检查编号"]
    title: Annotated[str, "检查的名称"]
    message: Annotated[str, "差在哪里，有算式"]
    said: Annotated[str, "谁的说明和说明"]


class NoteView(msgspec.Struct, frozen=True, eq=False):
    """A warning or notice of the checks that the public should know."""

    rule: Annotated[str, "检查编号"]
    title: Annotated[str, "检查的名称"]
    severity: Annotated[str, "警告或提示"]
    message: Annotated[str, "说了什么"]


def gap_views(filed: FiledReport, findings: Iterable[Finding]) -> Iterable[GapView]:
    """The explained differences of a report."""
    return (
        GapView(f.rule, say(ALL_RULES[f.rule].title), f.message, str(explained_by(filed, f.explained)))
        for f in findings
        if f.explained and report_of(f) == filed.path
    )


def note_views(filed: FiledReport, findings: Iterable[Finding]) -> Iterable[NoteView]:
    """Warnings and notices of a report's file."""
    return (
        NoteView(f.rule, say(ALL_RULES[f.rule].title), f.severity.label, f.message)
        for f in findings
        if f.place.file == filed.path and not f.explained and f.severity in (Severity.WARNING, Severity.NOTICE)
    )
