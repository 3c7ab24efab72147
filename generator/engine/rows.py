"""Rows of the site's tables that no page shows as a table: who the teams and societies are, what is due, what was found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from generator.base.absence import NOT_REPORTED, Absent
from generator.check.summary import TeamSummary
from generator.check.unit import Examined
from generator.exports import dataset as d
from generator.exports.cells import Row, settle, settled_rows
from generator.exports.dataset import DataTable
from generator.exports.spool import Rows
from generator.model.corpus import Context, FiledQuestion
from generator.pages.parts.corrections import body_words, field_label
from generator.pages.society.view import support_table

UNPUBLISHED = Absent("not_published", "未公布")
STATES = {
    "on_time": "按时公布", "late": "晚公布", "missing": "逾期未公布", "upcoming": "尚未到期", "unknown": "公布日期不明",
}  # fmt: skip


def _rows(table: DataTable, prefix: Sequence[str], cells: Iterable[Sequence[Any]]) -> list[Row]:
    kinds = [column.kind for column in table.columns]
    settled = [[settle(value, kind) for value, kind in zip(row, kinds, strict=True)] for row in cells]
    return table.rows(prefix, settled)


def about_team(unit: Examined) -> Rows:
    """What is known of one team besides the tables of its pages."""
    folder, summary = unit.folder, unit.summary
    if summary is None:
        return {}
    owner = (folder.society, folder.slug)
    found = {
        d.TEAMS.name: _rows(d.TEAMS, (), [(*owner, *_team(unit, summary))]),
        d.DUE.name: _rows(d.DUE, owner, _due(summary)),
        d.FINDINGS.name: _rows(
            d.FINDINGS, owner,
            [(f.place.file, f.place.line, f.rule, f.severity.label, f.message, f.fix, f.difference, f.explained)
             for f in unit.findings],
        ),
        d.CORRECTIONS.name: [],
    }  # fmt: skip
    for report in summary.reports:
        found[d.CORRECTIONS.name] += _rows(
            d.CORRECTIONS, (*owner, report.period),
            [(c.date, c.entry, field_label(c.field), c.before, c.after, c.reason, body_words(c.approved))
             for c in report.corrections],
        )  # fmt: skip
    return found


def _team(unit: Examined, summary: TeamSummary) -> tuple[Any, ...]:
    custody = unit.folder.team.custody if unit.folder.team else NOT_REPORTED
    return (
        summary.name, summary.short_name, summary.status.label, "、".join(field.label for field in summary.fields),
        summary.leader, summary.area, custody if isinstance(custody, Absent) else custody.label, len(summary.reports),
        *(verdict.word for verdict in summary.verdicts), f"teams/{summary.id}/",
    )  # fmt: skip


def _due(summary: TeamSummary) -> Iterator[tuple[Any, ...]]:
    for o in summary.calendar:
        absent = NOT_REPORTED if o.state == "unknown" else UNPUBLISHED
        yield o.period.id, o.period.label, o.due, o.published or absent, STATES[o.state], o.days, o.basis


def about_society(id: str, context: Context, teams: Sequence[TeamSummary], questions: Sequence[FiledQuestion]) -> Rows:
    """What is known of one society besides its teams' rows; ``teams`` and ``questions`` are its own."""
    society = context.societies[id]
    level, sector = society.level, society.sector
    row = (
        id, society.name, level if isinstance(level, Absent) else level.label, society.division,
        sector if isinstance(sector, Absent) else sector.label, len(teams), f"societies/{id}/",
    )  # fmt: skip
    return {
        d.SOCIETIES.name: _rows(d.SOCIETIES, (), [row]),
        d.SUPPORT.name: d.SUPPORT.rows((id,), settled_rows(support_table(society, teams))),
        d.QUESTIONS.name: _rows(
            d.QUESTIONS, (id,),
            [(filed.number, q.asked, q.about, q.question, q.answered, q.answer, q.by)
             for filed in questions for q in [filed.question]],
        ),
    }  # fmt: skip
