"""What is timed: each stage of one team's way from its files to its pages, as a function of the team."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from yaml import CSafeLoader, load

from generator.check.unit import Examined, examine
from generator.engine.build import FolderWriter, Worker
from generator.engine.environment import Renderer
from generator.exports.spool import Spool
from generator.load.context import Reading
from generator.load.corpus import read_context, read_team
from generator.load.events import read_tree
from generator.load.tree import TeamFiles
from generator.model.corpus import Context, TeamFolder
from generator.pages.team.view import team_page
from tests.benchmarks.generate import AS_OF

Unit = tuple[tuple[str, str], TeamFiles]
BASE, READ, TYPED, CHECKED, DRAWN, WRITTEN, PAGE, PRODUCT = range(8)
LABELS = (
    "(a) PyYAML's CSafeLoader, the same files",
    "(b) read: events, line numbers, duplicate keys",
    "(c) read and typing",
    "(d) ledger and check",
    "(e) view and render of the team page",
    "(f) write of the team page",
    "(c–f) a team's page, whole",
    "(all) everything under a team's address: pages, JSON, CSV, Excel",
)


class Stages:
    """The stages over one data folder. Each takes a team, and leaves for the next what it needs."""

    def __init__(self, root: Path) -> None:
        context, tree, findings = read_context(root, AS_OF)
        if context is None or findings:
            raise ValueError(findings)
        self.root = root
        self.context: Context = context
        self.units: tuple[Unit, ...] = tuple(tree.teams.items())
        self.renderer = Renderer(context)
        self.folders: dict[tuple[str, str], TeamFolder] = {}
        self.examined: dict[tuple[str, str], Examined] = {}
        self.pages: dict[tuple[str, str], tuple[str, bytes]] = {}
        self.write_page = self.write_product = self.write_whole = FolderWriter(root)

    def begin(self, scratch: Path) -> tuple[Callable[[Unit], object], ...]:
        """The stages in order, writing into an empty folder."""
        self.write_page = FolderWriter(scratch / "page")
        self.write_whole = FolderWriter(scratch / "whole")
        worker = Worker(self.root, self.context, FolderWriter(scratch / "product"), Spool(scratch), None)
        return self.load, self.read, self.type, self.check, self.draw, self.write, self.whole, worker.do

    def forget(self) -> None:
        """Drop what is kept for the next stage: a build keeps no team either."""
        self.folders.clear()
        self.examined.clear()
        self.pages.clear()

    def paths(self, unit: Unit) -> list[str]:
        """The files of a team."""
        (society, slug), files = unit
        return [f"teams/{society}/{slug}/team.yaml", *files.reports]

    def load(self, unit: Unit) -> None:
        """What the stock loader makes of them."""
        for path in self.paths(unit):
            load((self.root / path).read_bytes(), CSafeLoader)

    def read(self, unit: Unit) -> None:
        """The untyped tree."""
        for path in self.paths(unit):
            read_tree((self.root / path).read_bytes().decode(), Reading(path, AS_OF))

    def type(self, unit: Unit) -> None:
        """The typed records."""
        self.folders[unit[0]], _ = read_team(self.root, *unit[0], unit[1], AS_OF)

    def check(self, unit: Unit) -> None:
        """Ledger, findings, summary."""
        self.examined[unit[0]] = examine(self.folders[unit[0]], [], self.context)

    def draw(self, unit: Unit) -> None:
        """The bytes of the team's page."""
        page = team_page(self.examined[unit[0]], self.context, None)
        self.pages[unit[0]] = page.path, self.renderer.render(page)

    def write(self, unit: Unit) -> None:
        """The file."""
        self.write_page(*self.pages[unit[0]])

    def whole(self, unit: Unit) -> None:
        """From files to file in one go, nothing kept."""
        folder, faults = read_team(self.root, *unit[0], unit[1], AS_OF)
        page = team_page(examine(folder, faults, self.context), self.context, None)
        self.write_whole(page.path, self.renderer.render(page))
