"""A long list in numbered pages: the first at its own address, the others at ``page-2/`` and so on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from generator.base.language import say
from generator.pages.page import Link


@dataclass(frozen=True, slots=True)
class Part:
    """One page of a list: its address from the site's root, its number, its rows; links to all, none where it is the only one."""

    path: str
    number: int
    rows: tuple[Any, ...]
    links: tuple[Link, ...]


def paged(folder: str, rows: Sequence[Any], size: int) -> Iterator[Part]:
    """The pages of a list, so many rows on each; an empty list has one page too."""
    parts = [tuple(rows[start : start + size]) for start in range(0, len(rows), size)] or [()]
    paths = [f"{folder}/index.html", *(f"{folder}/page-{n}/index.html" for n in range(2, len(parts) + 1))]
    links = tuple(Link(say("第 {number} 页", number=n), path) for n, path in enumerate(paths, 1))
    for number, (path, part) in enumerate(zip(paths, parts, strict=True), 1):
        yield Part(path, number, part, links if len(parts) > 1 else ())
