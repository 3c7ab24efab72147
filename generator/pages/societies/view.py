"""Every society with where its own teams stand, highest level first; paged where there are many."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from generator.base.absence import Absent
from generator.base.language import say
from generator.model.society import Society
from generator.model.vocabulary import Level
from generator.pages.page import Link, Page, View
from generator.pages.parts.board import Board
from generator.pages.parts.board_words import quota_words
from generator.pages.parts.paging import paged
from generator.pages.parts.places import level_words

PAGE_SIZE = 200


class SocietyRow(View, frozen=True, eq=False):
    """One society in the list."""

    name: Annotated[str, "名称"]
    href: Annotated[str, "页面，自站点根起"]
    level: Annotated[str, "层级"]
    teams: Annotated[int, "现有队伍数"]
    due: Annotated[int, "到期的报告份数"]
    missing: Annotated[int, "没有公布的报告份数"]
    quota: Annotated[str, "达标、未达标、没有要求"]
    state: Annotated[str, "pass、fail、unknown"]


class SocietiesView(View, frozen=True, eq=False):
    """One page of the list of societies."""

    rows: Annotated[tuple[SocietyRow, ...], "红十字会"]
    sentences: Annotated[tuple[str, ...], "全站达标的情况"]
    number: Annotated[int, "第几页"]
    pages: Annotated[tuple[Link, ...], "各页"]


def societies_pages(board: Board) -> Iterator[Page]:
    """The list of societies."""
    rows = [
        _row(board, id) for _, id in sorted((_rank(society), id) for id, society in board.context.societies.items())
    ]
    words = quota_words(say("全站"), board.whole)
    for part in paged("societies", rows, PAGE_SIZE):
        view = SocietiesView(part.rows, words, part.number, part.links)
        yield Page(part.path, "societies/page.html", say("红十字会"), view)


def _rank(society: Society) -> int:
    return len(Level) if isinstance(society.level, Absent) else list(Level).index(society.level)


def _row(board: Board, id: str) -> SocietyRow:
    asked, own = board.quotas[id], board.own[id]
    met = all(quota.met for quota in asked)
    words = say("达标") if met else say("未达标")
    return SocietyRow(
        name=board.society_name(id),
        href=f"societies/{id}/index.html",
        level=level_words(board.context.societies[id]),
        teams=own.living,
        due=own.reports.due,
        missing=own.reports.missing,
        quota=words if asked else say("没有要求"),
        state=("pass" if met else "fail") if asked else "unknown",
    )
