"""Rows of reports: each id once, and every reference leads to a row that can be what it is said to be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.base.absence import Absent
from generator.base.codes import BALANCE, STOCK
from generator.base.findings import Severity
from generator.base.text import nearest
from generator.check.rows import LISTS, Row, every_row, row_ids
from generator.check.rule import Breach, TeamCase, anchor_of, rule
from generator.ledger.entries import resolve, rows_of
from generator.model.fields import keys_of
from generator.model.report import Report
from generator.model.statements import Subtotal
from generator.model.work import Project, Purpose

ERROR = Severity.ERROR
CLAUSE = "3.3 准确"
PAGE_ANCHORS = frozenset(
    ("main", "as-of", "gifts", "money", "goods", "working", "completeness", "timeliness", "verdicts", "ask")
)
"""What the page of a report itself uses as anchors, besides the keys; its headings end in ``-title``."""
_RESERVED = frozenset((*keys_of(Report), "general", *PAGE_ANCHORS))
_RESERVED_PART = re.compile(rf"opening-|{BALANCE}|{STOCK}|.*-(?:title|desc)\Z").match


def _codes(case: TeamCase) -> tuple[Purpose | Project, ...]:
    return (*case.team.purposes, *case.team.projects)


@rule("R02", "编号重复", ERROR, CLAUSE)
def ids_unique(case: TeamCase) -> Iterator[Breach]:
    """规则：一份报告里，捐赠、收入、支出、用途变更、物资和小计的编号都不重复（不分大小写）；用途和项目的代号也不重复。
    依据：《通知》三（三）“准确”。
    为什么：编号就是网址，重复了就不知道说的是哪一笔。
    怎么改：把后面的一个换成新编号；已经公布的编号不改。
    """
    named: dict[tuple[type, str], Purpose | Project] = {}
    for record in _codes(case):
        other = named.setdefault((type(record), record.id), record)
        if other is not record:
            yield Breach(
                record.place("id"),
                f"代号 {record.id} 已经用过",
                "换一个代号，或删去重复的一项",
                others=(other.place("id"),),
            )
    for filed in case.folder.reports:
        report = filed.report
        ids = row_ids(report)
        if report.stated is not None:
            ids += [subtotal.id for subtotal in report.stated.subtotals]
        if len({id.lower() for id in ids}) != len(ids):
            yield from _repeated(report)


def _repeated(report: Report) -> Iterator[Breach]:
    rows: list[Row | Subtotal] = [row for _, row in every_row(report)]
    rows += report.stated.subtotals if report.stated is not None else ()
    first: dict[str, Row | Subtotal] = {}
    for row in sorted(rows, key=lambda row: row.place("id")):
        earlier = first.setdefault(row.id.lower(), row)
        if earlier is not row:
            where = earlier.place("id")
            yield Breach(
                row.place("id"),
                f"编号 {row.id} 在第 {where.line} 行已经用过",
                "换成本报告里没有用过的编号",
                others=(where,),
            )


@rule("R11", "保留的代号", ERROR, CLAUSE)
def reserved_ids_unused(case: TeamCase) -> Iterator[Breach]:
    """规则：general 不能作用途或项目的代号；opening、closing 等键名，main、goods 等页面自己的锚，以及 opening- 开头、-title 结尾的，不能作行的编号。
    依据：《通知》三（三）“准确”。
    为什么：general 专指不定向的钱，opening 专指期初余额，用作别的就分不清了；编号就是网页上的锚，不能有两个相同的。
    怎么改：换一个代号。
    """
    for record in _codes(case):
        if record.id == "general":
            yield Breach(record.place("id"), "general 专指不定向的钱，不能作代号", "换一个代号")
    for filed in case.folder.reports:
        ids = row_ids(filed.report)
        if _RESERVED.isdisjoint(ids) and not any(map(_RESERVED_PART, ids)):
            continue
        for _, row in every_row(filed.report):
            if row.id in _RESERVED or _RESERVED_PART(row.id):
                yield Breach(row.place("id"), f"{row.id} 是保留的词，不能作编号", "换一个编号，例如 D1、S1")


class _Index:
    """Where every row of a team is: made only when a reference is met."""

    def __init__(self, case: TeamCase) -> None:
        self.kinds: dict[str, dict[str, str]] = {}
        self.goods: set[tuple[str, str]] = set()
        self.money: set[tuple[str, str]] = set()
        for filed in case.folder.reports:
            here = self.kinds[filed.period.id] = {}
            for kind, row in every_row(filed.report):
                here.setdefault(row.id, kind)
            for gift in rows_of(filed.report.donations):
                if gift.items:
                    self.goods.add((filed.period.id, gift.id))
                if not isinstance(gift.amount, Absent):
                    self.money.add((filed.period.id, gift.id))
        self.openings = {key for key in case.ledger.funds.traces if key[1].startswith("opening")}

    def find(self, reference: str, here: str) -> tuple[str, str, str] | None:
        """``(report, row, kind)`` of a reference: in this report, or else the newest other that has such a row."""
        report, row = resolve(reference, here)
        periods = [report] if report != here or reference != row else [here, *reversed(self.kinds)]
        for period in periods:
            if (period, row) in self.openings:
                return period, row, "opening"
            kind = self.kinds.get(period, {}).get(row)
            if kind:
                return period, row, kind
        return None

    def unknown(self, reference: str, here: str) -> tuple[str, str]:
        """Message and fix for a reference that leads nowhere."""
        report, row = resolve(reference, here)
        if report not in self.kinds:
            return f"没有 {report} 这份报告", "往期的行写成 2024#D1 这样：报告的文件名、#、编号"
        near = nearest(row, self.kinds[report])
        where = "本队的报告里" if report == here else f"{report} 的报告里"
        return f"{where}没有编号 {row}", f"是不是 {near}？" if near else "核对编号；往期的行写成 2024#D1"


@rule("R03", "引用的行不存在", ERROR, CLAUSE)
def references_lead_somewhere(case: TeamCase) -> Iterator[Breach]:
    """规则：funded_by 指向捐款、收入或期初余额；goods_out 的 from 指向捐赠或购入的物资；goods_in 的 spending 指向支出。
    依据：《通知》三（三）“捐赠款物使用情况”。
    为什么：每一笔捐赠用到哪里，靠这些编号连起来。
    怎么改：照提示核对编号；往期的行写成 2024#D1。
    """
    index: _Index | None = None
    for filed in case.folder.reports:
        report = filed.report
        here = {row.id for row in rows_of(report.donations) if row.amount}
        asked: list[tuple[Row, tuple[str, ...], str]] = [
            (row, ("funded_by", ref), ref)
            for row in rows_of(report.spending)
            for ref in row.funded_by
            if ref not in here
        ]
        gifts = {row.id for row in rows_of(report.donations) if row.items}
        asked += [
            (row, ("from",), str(row.from_))
            for row in rows_of(report.goods_out)
            if row.from_ and row.from_ not in gifts
        ]
        asked += [(row, ("spending",), str(row.spending)) for row in rows_of(report.goods_in) if row.spending]
        for row, path, reference in asked:
            index = index or _Index(case)
            found = index.find(reference, filed.period.id)
            if found is None:
                message, fix = index.unknown(reference, filed.period.id)
            elif (wrong := _wrong_kind(index, path[0], found)) is None:
                continue
            else:
                message, fix = f"{reference} {wrong}", "改成该指的那一行的编号"
            yield Breach(row.place(*path), message, fix, anchor=anchor_of(filed, row.id))


def _wrong_kind(index: _Index, key: str, found: tuple[str, str, str]) -> str | None:
    period, row, kind = found
    word = LISTS.get(kind, "期初余额")
    if key == "spending":
        return None if kind == "spending" else f"是{word}，不是支出"
    if key == "from":
        if kind == "goods_in" or (period, row) in index.goods or kind == "opening":
            return None
        return "捐的是钱，没有物资" if kind == "donations" else f"是{word}，不是收到的物资"
    if kind == "donations":
        return None if (period, row) in index.money else "捐的是物资，不是钱"
    return None if kind in ("income", "opening") else f"是{word}，不是收到的钱"
