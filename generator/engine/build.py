"""The build of a data folder: examine every team, render it, then everything site-wide. No I/O but reading and ``write``."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from functools import cached_property
from multiprocessing import get_context
from pathlib import Path

import msgspec

from generator.base.findings import Finding
from generator.check.discreet import discreet
from generator.check.summary import TeamSummary
from generator.check.unit import examine, examine_site
from generator.engine.environment import Renderer
from generator.engine.sitewide import sitewide_files
from generator.engine.work import team_files
from generator.load.corpus import read_context, read_team
from generator.load.tree import TeamFiles, Tree
from generator.model.corpus import Context

Write = Callable[[str, bytes], None]
Unit = tuple[tuple[str, str], TeamFiles]
CHUNK = 16


class UnitResult(msgspec.Struct, frozen=True, eq=False):
    """What travels back from a unit of work: findings, summary, the paths it wrote."""

    findings: tuple[Finding, ...]
    summary: TeamSummary | None
    written: tuple[str, ...]


class Built(msgspec.Struct, frozen=True, eq=False):
    """What a build gives: every finding, the number of records, and the paths written."""

    findings: tuple[Finding, ...]
    counts: dict[str, int]
    written: frozenset[str]

    @property
    def blocked(self) -> bool:
        """Whether anything found keeps the site from being published."""
        return any(finding.blocks for finding in self.findings)


class SiteBuild:
    """One build: where from, as of when, with how many workers."""

    def __init__(self, root: Path, as_of: date, jobs: int = 1, site_url: str = "") -> None:
        self.root = root
        self.as_of = as_of
        self.jobs = jobs
        self.site_url = site_url
        self.built: Built | None = None
        self.staged = False

    @cached_property
    def shared(self) -> tuple[Context | None, Tree, tuple[Finding, ...]]:
        """The shared context, read once, with the address that the command line names."""
        context, tree, findings = read_context(self.root, self.as_of)
        if context is not None and self.site_url:
            site = msgspec.structs.replace(context.site, url=self.site_url)
            context = msgspec.structs.replace(context, site=site)
        return context, tree, tuple(findings)

    def run(self, write: Write, folder: Path) -> Built:
        """Build into ``folder`` through ``write``, which refuses a second claim to a path."""
        context, tree, faults = self.shared
        findings = list(faults)
        written: list[str] = []
        if context is not None:
            teams = tuple(tree.teams.items())
            many = self.jobs > 1 and len(teams) > CHUNK
            worker = Worker(self.root, context, FolderWriter(folder) if many else write)
            results = tuple(self._in_parallel(worker, teams) if many else map(worker.do, teams))
            summaries = tuple(result.summary for result in results if result.summary is not None)
            findings += [finding for result in results for finding in result.findings]
            findings += examine_site(context, summaries)
            written += [path for result in results for path in result.written]
            if not any(finding.blocks for finding in findings):
                for path, data in sitewide_files(context, summaries, worker.renderer):
                    write(path, data)
                    written.append(path)
        self.built = Built(tuple(sorted(discreet(findings), key=Finding.sort_key)), tree.counts(), frozenset(written))
        return self.built

    def _in_parallel(self, worker: Worker, teams: tuple[Unit, ...]) -> Iterator[UnitResult]:
        with ProcessPoolExecutor(self.jobs, get_context("fork"), _adopt, (worker,)) as pool:
            yield from pool.map(_do, teams, chunksize=CHUNK)


class FolderWriter:
    """Writes below a folder; each worker has its own, since one team's addresses are nobody else's."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.made: set[str] = set()

    def __call__(self, path: str, data: bytes) -> None:
        """Write one file; one that is there already is somebody else's."""
        home = path.rpartition("/")[0]
        if home not in self.made:
            (self.folder / home).mkdir(parents=True, exist_ok=True)
            self.made.add(home)
        with (self.folder / path).open("xb") as stream:
            stream.write(data)


class Worker:
    """Does units of work with one renderer."""

    def __init__(self, root: Path, context: Context, write: Write) -> None:
        self.root = root
        self.context = context
        self.write = write
        self.renderer = Renderer(context)

    def do(self, unit: Unit) -> UnitResult:
        """Read, check, render and write one team; nothing is rendered of one that is refused."""
        key, files = unit
        folder, faults = read_team(self.root, *key, files, self.context.as_of)
        examined = examine(folder, faults, self.context)
        written = []
        if not any(finding.blocks for finding in examined.findings):
            for path, data in team_files(examined, self.context, self.renderer, self.root):
                self.write(path, data)
                written.append(path)
        return UnitResult(examined.findings, examined.summary, tuple(written))


_worker: list[Worker] = []


def _adopt(worker: Worker) -> None:
    _worker[:] = [worker]


def _do(unit: Unit) -> UnitResult:
    return _worker[0].do(unit)
