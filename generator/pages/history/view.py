"""The page of a team's past: /teams/<society>/<team>/history/."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlsplit

import msgspec

from generator.base.absence import given
from generator.base.language import joined, say
from generator.check.past import Change, RecordPast, Step, TeamPast
from generator.check.unit import Examined
from generator.ledger.entries import rows_of
from generator.model.corpus import Context, FiledReport
from generator.pages.history.words import figure_words, first_words, label_words, last_words, missing_words
from generator.pages.page import Link, Page, View


class ChangeView(msgspec.Struct, frozen=True, eq=False):
    """One thing that changed."""

    entry: Annotated[str, "行的编号；整份报告的一项为空"]
    href: Annotated[str, "那一行现在的位置；没有时为空"]
    what: Annotated[str, "哪一项"]
    before: Annotated[str, "改前；不显示时为空"]
    after: Annotated[str, "改后；不显示时为空"]
    how: Annotated[str, "增加、删去或文字已改"]
    corrected: Annotated[str, "更正说明的日期；没有时为空"]
    unsaid: Annotated[bool, "公布以后改了而没有更正说明"]


class StepView(msgspec.Struct, frozen=True, eq=False):
    """One commit."""

    day: Annotated[str, "提交进库的日期"]
    commit: Annotated[str, "提交编号，前 12 位"]
    href: Annotated[str, "代码托管平台上的这次提交；没有写仓库时为空"]
    note: Annotated[str, "删去、读不出来、公布以前；没有时为空"]
    changes: Annotated[tuple[ChangeView, ...], "改了什么"]


class RecordView(msgspec.Struct, frozen=True, eq=False):
    """One record's past."""

    anchor: Annotated[str, "锚"]
    title: Annotated[str, "时段，或基本情况"]
    page: Annotated[str, "它的页面"]
    first: Annotated[tuple[str, ...], "第一次出现和要知道的事"]
    steps: Annotated[tuple[StepView, ...], "以后的改动，新的在前"]
    last: Annotated[tuple[str, ...], "没有列出的"]


class HistoryView(View, frozen=True, eq=False):
    """A team's past."""

    team: Annotated[str, "队伍名称"]
    missing: Annotated[str, "没有历史的原因；有历史时为空"]
    records: Annotated[tuple[RecordView, ...], "各份记录"]


def history_page(past: TeamPast, unit: Examined, context: Context) -> Page:
    """The page of a team's past."""
    folder, team = unit.folder, unit.folder.team
    if team is None:
        raise ValueError(folder.path)
    filed = {report.period.id: report for report in folder.reports}
    repository = given(context.site.repository, "")
    view = HistoryView(
        team=team.name,
        missing=missing_words(past.missing),
        records=tuple(_record(one, filed.get(one.name), team.formerly, repository) for one in past.records),
    )
    return Page(
        path=f"teams/{folder.id}/history/index.html",
        template="history/page.html",
        title=say("{team}：记录的历史", team=team.name),
        view=view,
        crumbs=(Link(team.name, f"teams/{folder.id}/index.html"),),
    )


def history_link(past: TeamPast | None, team: str, period: str = "") -> Link | None:
    """The line that leads to a team's past, from its own page or from one of its reports'; None where there is none."""
    if past is None:
        return None
    records = [one for one in past.records if one.name == period or (not period and one.name != "team")]
    href = f"teams/{team}/history/index.html" + (f"#{period}" if period and records else "")
    if past.missing or not any(one.first for one in records):
        return Link(say("没有 git 里的历史"), href)
    changed = sum(len(one.steps) for one in records)
    if not changed:
        return Link(
            say("这份记录进入公开仓库以后没有改过") if period else say("各份报告进入公开仓库以后都没有改过"), href
        )
    if period:
        return Link(say("这份记录进入公开仓库以后改过 {n} 次", n=changed), href)
    return Link(say("各份报告进入公开仓库以后一共改过 {n} 次", n=changed), href)


def _record(past: RecordPast, filed: FiledReport | None, declared: tuple[str, ...], repository: str) -> RecordView:
    return RecordView(
        anchor=past.name,
        title=say("基本情况") if filed is None else filed.period.label,
        page="../index.html" if filed is None else f"../{past.name}/index.html",
        first=tuple(first_words(past, filed and filed.report.published, declared)),
        steps=tuple(_step(step, filed, repository) for step in reversed(past.steps)),
        last=tuple(last_words(past)),
    )


def _step(step: Step, filed: FiledReport | None, repository: str) -> StepView:
    changes = step.changes or ()
    note = ""
    if step.removed:
        note = say("这份记录被删去了")
    elif step.changes is None:
        note = say("这一版或前一版读不出来，不能比较")
    elif filed is not None and not changes[0].published:
        note = say("公布以前的改动")
    return StepView(
        day=step.day.isoformat(),
        commit=step.commit,
        href=commit_address(repository, step.commit),
        note=note,
        changes=tuple(_change(change, filed) for change in changes),
    )


def _change(change: Change, filed: FiledReport | None) -> ChangeView:
    told = change.before is not None and change.after is not None
    how = {"added": say("增加了"), "removed": say("删去了")}.get(change.how, say("文字已改"))
    whole = change.before or change.after
    if not told and whole is not None:
        how = (
            say("增加了，{figure}", figure=figure_words(whole))
            if change.how == "added"
            else say("删去了，{figure}", figure=figure_words(whole))
        )
    return ChangeView(
        entry=change.entry,
        href=f"../{filed.period.id}/index.html#{change.entry}" if filed and change.entry in _rows(filed) else "",
        what=label_words(change),
        before=figure_words(change.before) if told else "",
        after=figure_words(change.after) if told else "",
        how=how,
        corrected=joined(day.isoformat() for day in change.corrections),
        unsaid=change.published and not change.corrections,
    )


def _rows(filed: FiledReport) -> set[str]:
    report = filed.report
    lists = (report.donations, report.income, report.spending, report.transfers, report.goods_in, report.goods_out)
    return {row.id for rows in lists for row in rows_of(rows)}


def commit_address(repository: str, commit: str) -> str:
    """A commit's page on the forge; GitLab's own addresses have a ``-`` in between."""
    if not repository:
        return ""
    gitlab = "gitlab" in (urlsplit(repository).hostname or "")
    return f"{repository.rstrip('/').removesuffix('.git')}{'/-' if gitlab else ''}/commit/{commit}"
