"""更正说明 of a report: each entry in words, leading to the row it changed."""

from __future__ import annotations

from typing import Annotated

import msgspec

from generator.base.absence import Absent
from generator.base.codes import FIGURES
from generator.base.language import say
from generator.model.cash import Donation, Income, Spending, Transfer
from generator.model.corpus import FiledReport
from generator.model.fields import Record, keys_of
from generator.model.goods import GoodsIn, GoodsOut
from generator.model.report import Report
from generator.model.vocabulary import Body


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
                before=correction.before,
                after=correction.after,
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


def field_label(field: str) -> str:
    """The name of a corrected key; the key itself where there is none."""
    first = field.split(".", maxsplit=1)[0]
    if first == "general":
        return say("不定向")
    for cls in (Donation, Spending, Income, GoodsOut, GoodsIn, Transfer):
        if spec := keys_of(cls).get(first):
            return say(spec.label)
    return _label(Report, first)
