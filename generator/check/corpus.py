"""A whole data folder examined: every finding of every file in one run, sorted by place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import msgspec

from generator.base.findings import Finding
from generator.check.discreet import discreet
from generator.check.unit import Examined, examine, examine_site
from generator.load.corpus import read_context, read_team
from generator.load.tree import TeamFiles, Tree
from generator.model.corpus import Context


class Corpus(msgspec.Struct, frozen=True, eq=False):
    """What examining a data folder gives. ``context`` is None where site.yaml cannot be used."""

    root: Path
    context: Context | None
    units: tuple[Examined, ...]
    findings: tuple[Finding, ...]
    counts: dict[str, int]

    @property
    def blocked(self) -> bool:
        """Whether anything found keeps the records out."""
        return any(finding.blocks for finding in self.findings)


def examine_corpus(root: Path, as_of: date, only: tuple[str, ...] = ()) -> Corpus:
    """Examine a data folder, or only the findings of some paths of it (relative, files or folders)."""
    context, tree, findings = read_context(root, as_of)
    units: list[Examined] = []
    if context is not None:
        for key, files in _wanted(tree, only):
            folder, faults = read_team(root, *key, files, as_of)
            unit = examine(folder, faults, context)
            units.append(unit)
            findings += unit.findings
        summaries = tuple(unit.summary for unit in units if unit.summary is not None)
        findings += examine_site(context, summaries)
    shown = [f for f in findings if not only or _within(f.place.file, only)]
    return Corpus(root, context, tuple(units), tuple(sorted(discreet(shown), key=Finding.sort_key)), tree.counts())


def _wanted(tree: Tree, only: tuple[str, ...]) -> Iterator[tuple[tuple[str, str], TeamFiles]]:
    """The teams to read: all of them, or those a path leads to; a site-wide path needs all."""
    teams_only = bool(only) and all(path.count("/") >= 2 and path.startswith("teams/") for path in only)
    for (society, slug), files in tree.teams.items():
        folder = f"teams/{society}/{slug}"
        if not teams_only or any(f"{path}/".startswith(f"{folder}/") for path in only):
            yield (society, slug), files


def _within(file: str, only: Iterable[str]) -> bool:
    return any(file == path or file.startswith(f"{path}/") for path in only)
