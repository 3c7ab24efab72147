"""A long list by time: the newest on its first page, everything by year, and by month or day where a year is long.

A year's address never changes: a year too long for one page leads on to its months, a month to its days.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Annotated, Any

import msgspec

from generator.base.dates import parse_period
from generator.base.language import say
from generator.pages.page import Link
from generator.pages.parts.paging import paged

LONGEST = 500
"""So many rows on one page."""
_YEAR, _MONTH, _DAY = 4, 7, 10
"""How much of an ISO day names a year, a month, a day."""


class Shelf(msgspec.Struct, frozen=True, eq=False):
    """One page of a list by time."""

    period: Annotated[str, "年、月或日；第一页为空"]
    rows: Annotated[tuple[Any, ...], "本页的内容，新的在前"]
    parts: Annotated[tuple[Link, ...], "各年，太长的一年的各月，太长的一天的各页"]
    front: Annotated[str, "第一页的网址，自站点根起"]


def shelves(folder: str, rows: Sequence[Any], day: Callable[[Any], str], newest: int) -> Iterator[tuple[str, Shelf]]:
    """The pages of a list, each with its address; its rows come newest first: so many on the first page, all by year."""
    front = f"{folder}/index.html"
    yield front, Shelf("", tuple(rows[:newest]), _parts(folder, rows, day, _YEAR), front)
    yield from _divided(folder, rows, day, _YEAR)


def _divided(folder: str, rows: Sequence[Any], day: Callable[[Any], str], length: int) -> Iterator[tuple[str, Shelf]]:
    for prefix, group in groupby(rows, key=lambda row: day(row)[:length]):
        inside = tuple(group)
        path, front = _path(folder, prefix), f"{folder}/index.html"
        if length == _DAY:
            for part in paged(path.removesuffix("/index.html"), inside, LONGEST):
                yield part.path, Shelf(period_words(prefix), part.rows, part.links, front)
        elif len(inside) <= LONGEST:
            yield path, Shelf(period_words(prefix), inside, (), front)
        else:
            yield path, Shelf(period_words(prefix), (), _parts(folder, inside, day, length + 3), front)
            yield from _divided(folder, inside, day, length + 3)


def _parts(folder: str, rows: Sequence[Any], day: Callable[[Any], str], length: int) -> tuple[Link, ...]:
    return tuple(
        Link(period_words(prefix), _path(folder, prefix), say("{n} 条", n=sum(1 for _ in group)))
        for prefix, group in groupby(rows, key=lambda row: day(row)[:length])
    )


def _path(folder: str, prefix: str) -> str:
    return f"{folder}/{prefix.replace('-', '/')}/index.html"


def period_words(prefix: str) -> str:
    """``2026 年`` or ``2026 年 5 月``; a day as it is written."""
    period = parse_period(prefix)
    return period.label if period else prefix


def year_path(folder: str, day: str) -> str:
    """The page that always holds or leads to what is of a day."""
    return _path(folder, day[:_YEAR])
