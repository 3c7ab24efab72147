"""Rows on disk between the workers that make them and the files they end up in: nothing but a place travels.

A worker appends the rows of each team to a file of its own and hands back where they are; the files of the site read
them back team by team, in the order of the teams, so that memory stays small however many there are.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import msgspec

from generator.exports.cells import Row
from generator.exports.dataset import OF_EACH_TEAM, TEAMS

Rows = dict[str, list[Row]]
"""Rows by the name of their table."""

SPOOLED = tuple(table.name for table in (TEAMS, *OF_EACH_TEAM))
"""The tables whose rows are teams' own."""

_decode = msgspec.msgpack.Decoder(Rows).decode
_encode = msgspec.msgpack.Encoder().encode


class Kept(msgspec.Struct, frozen=True):
    """Where the rows of one team are, and how many of each of the tables in ``SPOOLED``; small, for there are many."""

    society: str
    file: str
    start: int
    length: int
    counts: tuple[int, ...]


class Spool:
    """A folder of rows; each process writes into a file of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, society: str, rows: Rows) -> Kept:
        """Keep the rows of one team."""
        path = self.folder / f"{os.getpid()}.rows"
        data = _encode(rows)
        with path.open("ab") as stream:
            start = stream.tell()
            stream.write(data)
        return Kept(society, path.name, start, len(data), tuple(len(rows.get(name, ())) for name in SPOOLED))


class Source(msgspec.Struct, frozen=True):
    """Rows to be written: those at hand first, then those of each team."""

    folder: Path
    at_hand: Rows
    kept: tuple[Kept, ...]

    def blocks(self) -> Iterator[Rows]:
        """The rows, a team at a time."""
        yield self.at_hand
        for place in self.kept:
            with (self.folder / place.file).open("rb") as stream:
                stream.seek(place.start)
                yield _decode(stream.read(place.length))

    def counts(self) -> dict[str, int]:
        """How many rows each table has."""
        found = {name: len(rows) for name, rows in self.at_hand.items()}
        of_teams = zip(SPOOLED, map(sum, zip(*(place.counts for place in self.kept), strict=True)), strict=False)
        return found | {name: found.get(name, 0) + count for name, count in of_teams}
