"""The past of a team's records as it may be told in public: when each appeared, what changed, which correction says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import msgspec

from generator.base.dates import parse_day
from generator.check.closed import is_named, root_of
from generator.check.differences import Difference, differences, rows_by_id
from generator.check.told import Figure, amount_of, parts_of_change
from generator.load.history import Blobs, FileHistory, History
from generator.load.nodes import MapNode, Scalar
from generator.model import kinds as k
from generator.model.corpus import TeamFolder
from generator.model.fields import Record, keys_of
from generator.model.report import Report
from generator.model.team import Team

COMPARED = 50
"""So many of the newest versions of a file are compared."""
_PLAIN_ROW = re.compile(r"[A-Z]{1,2}[0-9]{1,4}\Z")


class Change(msgspec.Struct, frozen=True, eq=False):
    """One thing that changed.

    ``entry``: the row, or empty for a key of the report, or where the row's name may not be told. ``labels``: the
    Chinese names of the keys that lead to it. ``how``: added, removed, changed. ``before`` and ``after`` are both None
    where only that it changed may be told. ``corrections``: the days of the corrections that name it.
    """

    entry: str
    labels: tuple[str, ...]
    how: str
    before: Figure | None
    after: Figure | None
    corrections: tuple[date, ...]
    published: bool  # whether the version before this change was a published report


class Step(msgspec.Struct, frozen=True, eq=False):
    """One commit that changed a record. ``changes`` is None where a version cannot be read."""

    commit: str
    day: date
    changes: tuple[Change, ...] | None
    removed: bool = False


class RecordPast(msgspec.Struct, frozen=True, eq=False):
    """The past of one file.

    ``first`` is None where git holds no version. ``steps`` are the commits after the first, oldest first, which changed
    what the file says; ``rewritten`` counts those that changed only how it is written, or its corrections.
    """

    name: str
    first: Step | None
    steps: tuple[Step, ...]
    rewritten: int
    uncompared: int
    cut: bool
    dirty: bool
    formerly: tuple[str, ...]


class TeamPast(msgspec.Struct, frozen=True, eq=False):
    """The past of one team's files: the reports newest first, then team.yaml. ``missing``: why git tells nothing."""

    missing: str
    records: tuple[RecordPast, ...] = ()

    def of(self, name: str) -> RecordPast | None:
        """The past of the file that is called so, without its ending."""
        return next((record for record in self.records if record.name == name), None)


def team_past(folder: TeamFolder, history: History, blobs: Blobs) -> TeamPast:
    """The past of a team as read; only files of more than one version are looked into."""
    if history.missing:
        return TeamPast(history.missing)
    roots = {source.path: source.root for source in folder.sources}
    filed = [(one.period.id, one.path, one.report.corrections) for one in reversed(folder.reports)]
    found = []
    for name, path, corrections in (*filed, ("team", f"{folder.path}/team.yaml", ())):
        root = roots.get(path)
        named = [(c.date, c.entry, c.field) for c in corrections]
        reader = _Reader(Team if name == "team" else Report, root if isinstance(root, MapNode) else None, named)
        past = history.files.get(path, FileHistory(()))
        found.append(reader.record(name, path, past, blobs, dirty=path in history.dirty))
    return TeamPast("", tuple(found))


class _Reader:
    """Compares the versions of one file; ``now`` is the file as it is read today."""

    def __init__(self, record: type[Record], now: MapNode | None, corrections: list[tuple[date, str, str]]) -> None:
        self.keys = keys_of(record)
        self.now = now
        self.corrections = corrections

    def record(self, name: str, path: str, past: FileHistory, blobs: Blobs, *, dirty: bool) -> RecordPast:
        """The past of the file."""
        versions = past.versions
        first = Step(versions[0].commit, versions[0].day, ()) if versions else None
        compared = versions[-COMPARED - 1 :] if len(versions) > 1 else ()
        trees: list[MapNode | None] = [root_of(blobs.text(v.blob) or "", path) if v.blob else None for v in compared]
        steps: list[Step] = []
        rewritten = 0
        for index in range(1, len(compared)):
            version, old, new = compared[index], trees[index - 1], trees[index]
            changes = None if old is None or new is None else tuple(self._changes(old, new))
            if changes == ():
                rewritten += 1
                continue
            steps.append(Step(version.commit, version.day, changes, removed=not version.blob))
        formerly = tuple(dict.fromkeys(v.path for v in versions if v.path != path))
        return RecordPast(
            name, first, tuple(steps), rewritten, max(0, len(versions) - 1 - COMPARED), past.cut, dirty, formerly
        )

    def _changes(self, old: MapNode, new: MapNode) -> Iterator[Change]:
        published = old.entries.get("published")
        is_published = isinstance(published, Scalar) and parse_day(published.value) is not None
        for difference in differences(old, new):
            days = tuple(
                dict.fromkeys(day for day, entry, field in self.corrections if is_named(difference, {entry: {field}}))
            )
            for entry, labels, how, before, after in self._told(difference):
                yield Change(entry, labels, how, before, after, days, is_published)

    def _told(self, difference: Difference) -> Iterator[tuple[str, tuple[str, ...], str, Figure | None, Figure | None]]:
        spec = self.keys.get(difference.key)
        label = spec.label if spec else ""
        current = self.now.entries.get(difference.key) if self.now else None
        how = "added" if difference.before is None else "removed" if difference.now is None else "changed"
        if spec is None or (difference.whole and difference.key == difference.entry):
            for names, before, after in parts_of_change(spec, difference.before, difference.now, current):
                yield "", (label, *names), how, before, after
            return
        rows = rows_by_id(current)
        row = rows.get(difference.entry)
        entry = difference.entry if row is not None or _PLAIN_ROW.match(difference.entry) else ""
        keys = keys_of(spec.kind.of.record) if isinstance(spec.kind, k.ListKind) else {}
        if difference.whole:
            amount = amount_of(keys, difference.before or difference.now)
            yield (
                entry,
                (label,),
                how,
                amount if how == "removed" else None,
                amount if how == "added" else None,
            )
            return
        field = keys.get(difference.field)
        names = (label, field.label if field else "")
        is_now = row.entries.get(difference.field) if row else None
        for more, before, after in parts_of_change(field, difference.before, difference.now, is_now):
            yield entry, (*names, *more), how, before, after
