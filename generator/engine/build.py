"""The build of a data folder: examine every team, render it, then everything site-wide. No I/O but reading and ``write``."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from functools import cached_property
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

import msgspec

from generator.base.findings import Finding
from generator.check.discreet import discreet
from generator.check.past import team_past
from generator.check.summary import TeamSummary
from generator.check.unit import examine, examine_site
from generator.engine.environment import Renderer
from generator.engine.samples import samples
from generator.engine.site_takeaway import SiteTakeaway
from generator.engine.sitewide import sitewide_files
from generator.engine.team_takeaway import TeamTakeaway
from generator.engine.work import team_files
from generator.exports.spool import Kept, Spool
from generator.load.corpus import read_context, read_team
from generator.load.history import Blobs, History, read_history
from generator.load.tree import TeamFiles, Tree
from generator.model.corpus import Context

T = TypeVar("T")
R = TypeVar("R")
Write = Callable[[str, bytes], None]
Targets = tuple[Write, Path, Path]
"""How a file of the site is written, the site's folder, and a folder for what does not stay."""
Unit = tuple[tuple[str, str], TeamFiles]
CHUNK = 16


class UnitResult(msgspec.Struct, frozen=True, eq=False):
    """What travels back from a unit of work: findings, summary, the paths it wrote, where its rows are kept."""

    findings: tuple[Finding, ...]
    summary: TeamSummary | None
    written: tuple[str, ...]
    kept: Kept | None


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
            # Beside the site and not in it; a staging folder that a cut-off build left is cleared away with this one.
            home = folder.resolve()
            with TemporaryDirectory(prefix=f"{home.name}.rows-", dir=home.parent) as scratch:
                self._run(context, tree, findings, written, (write, folder, Path(scratch)))
        self.built = Built(tuple(sorted(discreet(findings), key=Finding.sort_key)), tree.counts(), frozenset(written))
        return self.built

    def _run(self, context: Context, tree: Tree, findings: list[Finding], written: list[str], to: Targets) -> None:
        """Every team, then what is made of all of them; nothing of the latter where a record is refused."""
        write, folder, scratch = to
        teams = tuple(tree.teams.items())
        many = self.jobs > 1 and len(teams) > CHUNK
        history = read_history(self.root) if context.site.history else None
        worker = Worker(self.root, context, FolderWriter(folder) if many else write, Spool(scratch), history)
        results = tuple(self._each(worker.do, teams, CHUNK, many=many))
        worker.blobs.close()
        summaries = tuple(result.summary for result in results if result.summary is not None)
        findings += [finding for result in results for finding in result.findings]
        findings += examine_site(context, summaries)
        written += [path for result in results for path in result.written]
        if any(finding.blocks for finding in findings):
            return
        kept = tuple(result.kept for result in results if result.kept is not None)
        takeaway = SiteTakeaway(context, summaries, kept, scratch, scratch / "made")
        for _ in self._each(takeaway.do, takeaway.tasks(), 1, many=many):
            pass
        shelf = takeaway.shelf()
        for path, source in takeaway.made():
            write(path, b"")  # claims the address
            shutil.move(source, folder / path)
            written.append(path)
        for path, data in sitewide_files(context, summaries, worker.renderer, shelf, samples(folder, summaries)):
            write(path, data)
            written.append(path)

    def _each(self, do: Callable[[T], R], units: Sequence[T], chunk: int, *, many: bool) -> Iterator[R]:
        """What ``do`` makes of each unit, in order, in as many processes as there are jobs."""
        if not many:
            yield from map(do, units)
            return
        with ProcessPoolExecutor(self.jobs, get_context("fork"), _adopt, (do,)) as pool:
            yield from pool.map(_do, units, chunksize=chunk)


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

    def __init__(self, root: Path, context: Context, write: Write, spool: Spool, history: History | None) -> None:
        self.root = root
        self.history = history
        self.blobs = Blobs(root)  # its process is each worker's own, and started only where it is needed
        self.context = context
        self.write = write
        self.spool = spool
        self.renderer = Renderer(context)

    def do(self, unit: Unit) -> UnitResult:
        """Read, check, render and write one team; nothing is rendered of one that is refused."""
        key, files = unit
        folder, faults = read_team(self.root, *key, files, self.context.as_of)
        examined = examine(folder, faults, self.context)
        written = []
        kept = None
        if not any(finding.blocks for finding in examined.findings):
            takeaway = TeamTakeaway(examined, self.context)
            past = None if self.history is None else team_past(folder, self.history, self.blobs)
            for path, data in team_files(examined, self.context, self.renderer, self.root, takeaway, past):
                self.write(path, data)
                written.append(path)
            kept = self.spool.put(key[0], takeaway.rows)
        return UnitResult(examined.findings, examined.summary, tuple(written), kept)


_job: list[Callable[[Any], Any]] = []
"""What a worker process does. It is inherited, so that nothing but units and results is sent."""


def _adopt(do: Callable[[Any], Any]) -> None:
    _job[:] = [do]


def _do(unit: Any) -> Any:
    return _job[0](unit)
