"""Purposes and projects: named once, known where they are used, and in the right order of time."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.absence import Absent
from generator.base.findings import Severity
from generator.base.text import nearest
from generator.check.rows import money_rows
from generator.check.rule import Breach, TeamCase, rule
from generator.ledger.entries import rows_of
from generator.model.fields import Record
from generator.model.work import Insurance, Project, Purpose

ERROR = Severity.ERROR
CLAUSE = "3.3 准确"


def _fix(word: str, known: frozenset[str], where: str) -> str:
    near = nearest(word, known)
    if near:
        return f"是不是 {near}？"
    listed = "、".join(sorted(known)[:8])
    return f"可以写：{listed}；或先在 team.yaml 的 {where} 里加上 {word}"


@rule("R01", "没有这个定向用途", ERROR, CLAUSE)
def purposes_known(case: TeamCase) -> Iterator[Breach]:
    """规则：用途代号要在 team.yaml 的 purposes 里；general 是不定向，随时可用。
    依据：《通知》三（三）“捐赠款物使用情况”。
    为什么：写错一个字母，定向捐款就成了另一笔钱。
    怎么改：照提示改正代号，或在 team.yaml 的 purposes 里加上这个用途。
    """
    known = frozenset(("general", *(purpose.id for purpose in case.team.purposes)))
    for filed in case.folder.reports:
        report = filed.report
        used: list[tuple[str, Record, tuple[str, ...]]] = [
            (purpose, report, (key, purpose))
            for key, stated in (("opening", report.opening), ("closing", report.closing))
            if not isinstance(stated, Absent)
            for purpose in stated
            if purpose not in known
        ]
        used += [(row.purpose, row, ("purpose",)) for row in money_rows(report) if row.purpose not in known]
        for move in rows_of(report.transfers):
            used += [(p, move, (key,)) for key, p in (("from", move.from_), ("to", move.to)) if p not in known]
        for purpose, record, path in used:
            yield Breach(record.place(*path), f"没有 {purpose} 这个定向用途", _fix(purpose, known, "purposes"))
    for project in case.team.projects:
        if project.purpose and project.purpose not in known:
            yield Breach(
                project.place("purpose"),
                f"没有 {project.purpose} 这个定向用途",
                _fix(str(project.purpose), known, "purposes"),
            )


@rule("R09", "起止颠倒", ERROR, CLAUSE)
def ends_follow_starts(case: TeamCase) -> Iterator[Breach]:
    """规则：用途、项目、保险的结束不早于开始；用途变更的转出和转入不是同一个用途。
    依据：《通知》三（三）“准确”。
    为什么：日期颠倒，就分不清一笔钱该不该在那时花。
    怎么改：核对开始和结束日期；转出转入相同的，删去这一行。
    """
    spans: tuple[Purpose | Project | Insurance, ...] = (*case.team.purposes, *case.team.projects, *case.team.insurance)
    for span in spans:
        if not isinstance(span.start, Absent) and not isinstance(span.end, Absent) and span.end < span.start:
            yield Breach(
                span.place("end"),
                f"“{span.title}”的结束 {span.end} 早于开始 {span.start}",
                "核对两个日期，改正写错的一个",
                others=(span.place("start"),),
            )
    for filed in case.folder.reports:
        for row in rows_of(filed.report.transfers):
            if row.from_ == row.to:
                yield Breach(
                    row.place("to"),
                    f"{row.id} 从 {row.from_} 转到 {row.to}，是同一个用途",
                    "改正 from 或 to，或删去这一行",
                )


@rule("R10", "没有这个项目", ERROR, CLAUSE)
def projects_known(case: TeamCase) -> Iterator[Breach]:
    """规则：捐赠、收入、支出里的项目代号要在 team.yaml 的 projects 里。
    依据：《通知》四（二）项目品牌。
    为什么：代号写错，项目的收支就少算一笔。
    怎么改：照提示改正代号，或在 team.yaml 的 projects 里加上这个项目。
    """
    known = frozenset(project.id for project in case.team.projects)
    for filed in case.folder.reports:
        for row in money_rows(filed.report):
            if row.project and row.project not in known:
                yield Breach(
                    row.place("project"),
                    f"没有 {row.project} 这个项目",
                    _fix(str(row.project), known, "projects") if known else "先在 team.yaml 的 projects 里加上这个项目",
                )
