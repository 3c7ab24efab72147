"""更正说明 of a report: each entry in words, leading to the row it changed."""

from __future__ import annotations

from typing import Annotated

import msgspec

from generator.base.absence import Absent
from generator.base.codes import FIGURES
from generator.base.language import say
from generator.base.money import grouped, parse_money
from generator.model import kinds as k
from generator.model.cash import Donation, Income, Spending, Transfer
from generator.model.corpus import FiledReport
from generator.model.fields import Record, keys_of
from generator.model.goods import GoodsIn, GoodsOut
from generator.model.report import Report
from generator.model.vocabulary import Body

_ROWS: tuple[type[Record], ...] = (Donation, Spending, Income, GoodsOut, GoodsIn, Transfer)


class CorrectionView(msgspec.Struct, frozen=True, eq=False):
    """更正说明."""

    day: Annotated[str, "更正日期"]
    entry: Annotated[str, "更正的行"]
    href: Annotated[str, "那一行或那一项；没有了的，是那份报告的更正说明"]
    field: Annotated[str, "更正的项目"]
    before: Annotated[str, "更正前"]
    after: Annotated[str, "更正后"]
    reason: Annotated[str, "原因"]
    approved: Annotated[str, "批准机构"]


def correction_views(filed: FiledReport, here: str) -> tuple[CorrectionView, ...]:
    """The corrections of a report, newest first."""
    views = []
    for correction in sorted(filed.report.corrections, key=lambda c: c.date, reverse=True):
        entry = correction.entry
        place = entry if entry in FIGURES or _has_row(filed, entry) else "corrections"
        approved = "" if isinstance(correction.approved, Absent) else body_words(correction.approved)
        views.append(
            CorrectionView(
                day=correction.date.isoformat(),
                entry=entry_words(entry),
                href=f"{here}{filed.period.id}/index.html#{place}",
                field=field_label(correction.field),
                before=value_words(entry, correction.field, correction.before),
                after=value_words(entry, correction.field, correction.after),
                reason=correction.reason,
                approved=approved,
            )
        )
    return tuple(views)


def body_words(code: str) -> str:
    """A body's name where the record gives its code."""
    return next((body.label for body in Body if body.value == code), code)


def _has_row(filed: FiledReport, entry: str) -> bool:
    report = filed.report
    lists = (report.donations, report.income, report.spending, report.transfers, report.goods_in, report.goods_out)
    return any(row.id == entry for rows in lists if not isinstance(rows, Absent) for row in rows)


def entry_words(entry: str) -> str:
    """What was corrected: a row by its id, a figure of the whole report by its name."""
    return _label(Report, entry)


def _label(cls: type[Record], key: str) -> str:
    spec = keys_of(cls).get(key)
    return say(spec.label) if spec else key


def value_words(entry: str, field: str, value: str) -> str:
    """A corrected value for people: an amount with its separators and its unit, anything else as it was written."""
    fen = parse_money(value) if isinstance(_kind(entry, field), k.MoneyKind) else None
    return value if fen is None else say("{amount} 元", amount=grouped(fen))


def _kind(entry: str, field: str) -> object:
    """The kind of a corrected key; None where there is no such key."""
    path = field.split(".")
    spec = keys_of(Report).get(entry)
    if spec is None:
        spec = next((keys_of(cls)[path[0]] for cls in _ROWS if path[0] in keys_of(cls)), None)
        path = path[1:]
    elif field in (entry, "value"):
        path = []
    kind: object = spec.kind if spec else None
    for key in path:
        if isinstance(kind, k.RecordKind):
            inner = keys_of(kind.record).get(key)
            kind = inner.kind if inner else None
        else:
            kind = kind.of if isinstance(kind, k.MapKind | k.ListKind) else None
    return kind


def field_label(field: str) -> str:
    """The name of a corrected key; the key itself where there is none."""
    first = field.split(".", maxsplit=1)[0]
    if first == "general":
        return say("不定向")
    for cls in _ROWS:
        if spec := keys_of(cls).get(first):
            return say(spec.label)
    return _label(Report, first)
