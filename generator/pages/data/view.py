"""Open data: where every file is, and the dictionary of every key, made from the model itself."""

from __future__ import annotations

from typing import Annotated

from generator.base.language import say
from generator.base.table import Column, Table
from generator.model.fields import Record, keys_of
from generator.model.kinds import CodeKind, Kind, ListKind, MapKind, RecordKind
from generator.model.report import Report
from generator.model.site import Deadline, Question, Site
from generator.model.society import Society
from generator.model.team import Team
from generator.pages.page import Page, View

FILES: dict[str, type[Record]] = {
    "team.yaml": Team, "2025.yaml": Report, "society.yaml": Society, "site.yaml": Site, "deadlines.yaml": Deadline,
    "question.yaml": Question,
}  # fmt: skip
"""What each kind of file holds."""


class DownloadView(View, frozen=True, eq=False):
    """One file of the whole site."""

    name: Annotated[str, "文件名，在数据页旁边"]
    label: Annotated[str, "叫什么"]
    size: Annotated[str, "大小"]
    rows: Annotated[str, "行数；不是表时为空"] = ""
    note: Annotated[str, "里面有什么"] = ""


class DataView(View, frozen=True, eq=False):
    """The data page."""

    downloads: Annotated[tuple[DownloadView, ...], "整站的文件"]
    sheets: Annotated[tuple[DownloadView, ...], "整站的各张表"]
    tables: Annotated[tuple[Table, ...], "字段表，每种文件一张"]
    vocabularies: Annotated[tuple[Table, ...], "代码表"]


def data_page(downloads: tuple[DownloadView, ...], sheets: tuple[DownloadView, ...]) -> Page:
    """The data page, with the files of the whole site that lie beside it."""
    tables = []
    vocabularies: dict[str, Table] = {}
    titles = _titles()
    for name, cls in FILES.items():
        rows: list[tuple[str, ...]] = []
        _describe(cls, "", rows, vocabularies)
        columns = (Column("key", "键"), Column("label", "名称"), Column("kind", "类型"), Column("need", "必填"), Column("absent", "可写"),
                   Column("clause", "依据"), Column("help", "说明"))  # fmt: skip
        tables.append(
            Table(name.partition(".")[0], say("{title}（{file}）", title=titles[cls], file=name), columns, tuple(rows))
        )
    view = DataView(downloads, sheets, tuple(tables), tuple(vocabularies.values()))
    beside = tuple((f"{table.name}-fields.csv", table) for table in tables)
    return Page("data/index.html", "data/page.html", say("数据"), view, beside)


def _titles() -> dict[type[Record], str]:
    return {
        Team: say("队伍"), Report: say("报告"), Society: say("红十字会"), Site: say("网站"), Deadline: say("时限"),
        Question: say("提问"),
    }  # fmt: skip


def _describe(cls: type[Record], prefix: str, rows: list[tuple[str, ...]], vocabularies: dict[str, Table]) -> None:
    for key, spec in keys_of(cls).items():
        kind = spec.kind
        name = f"{prefix}{key}"
        absent = "、".join(words for words, allowed in (("不适用", spec.na), ("不公开", spec.withheld)) if allowed)
        rows.append((name, spec.label, _kind_words(kind), "必填" if spec.need else "", absent, spec.clause, spec.help))
        inner, suffix = _inner(kind)
        if isinstance(inner, RecordKind):
            _describe(inner.record, f"{name}{suffix}.", rows, vocabularies)
        elif isinstance(inner, CodeKind):
            members = tuple((m.value, m.label) for m in inner.vocabulary)
            title = (inner.vocabulary.__doc__ or "").strip().rstrip(".")
            columns = (Column("code", "代码"), Column("label", "名称"))
            vocabularies[inner.vocabulary.__name__] = Table(inner.vocabulary.__name__, title, columns, members)


def _inner(kind: Kind) -> tuple[Kind, str]:
    if isinstance(kind, ListKind):
        return kind.of, "[]"
    if isinstance(kind, MapKind):
        return kind.of, "{}"
    return kind, ""


def _kind_words(kind: Kind) -> str:
    return (
        f"{kind.of.word}的列表"
        if isinstance(kind, ListKind)
        else f"逐项{kind.of.word}"
        if isinstance(kind, MapKind)
        else kind.word
    )
