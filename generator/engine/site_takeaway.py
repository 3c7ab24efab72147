"""What can be taken away of each society and of the whole site, streamed from the rows that the workers kept.

Each file, or the files of one society, is a task of its own, so that as many are made at once as there are processors.
They are made outside the site and moved into it when they are whole.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from generator.check.summary import TeamSummary
from generator.engine.rows import about_society
from generator.engine.team_takeaway import cover_of
from generator.exports import dataset as d
from generator.exports.csv_file import write_csvs
from generator.exports.json_file import society_json
from generator.exports.lists import write_lists
from generator.exports.package import package_json
from generator.exports.spool import Kept, Rows, Source
from generator.exports.sqlite_file import write_sqlite
from generator.exports.workbook import Cover, write_book
from generator.ledger.boards import quotas
from generator.model.corpus import Context, FiledQuestion
from generator.model.vocabulary import TeamStatus
from generator.pages.data.view import DownloadView

Shelf = tuple[tuple[DownloadView, ...], tuple[DownloadView, ...]]
DATA = "data"
NAME = "mingzhang"
WHOLE = (
    (f"{NAME}.xlsx", "Excel", "全部表在一个文件里，一张表一页"),
    (f"{NAME}.sqlite", "SQLite", "全部表，可以跨队查询"),
    ("datapackage.json", "数据包说明", "各表 CSV 的字段、类型、主键和对应关系（Frictionless Data Package）"),
    ("societies.json", "红十字会名单 JSON", "每个红十字会和它的网址"),
    ("teams.json", "队伍名单 JSON", "每支队伍、三项结论和网址"),
    ("reports.json", "报告名单 JSON", "每份报告、主要数字和网址"),
)
"""The files of the whole site besides one CSV for each table: name, what it is called, what is in it."""
OF_SOCIETY = (d.TEAMS, *d.OF_EACH_TEAM, d.QUESTIONS)
"""The CSV files of a society; its support lies beside its page already."""


class SiteTakeaway:
    """Makes the files of societies and site below ``folder``; the rows of teams lie in ``spool``."""

    def __init__(
        self, context: Context, teams: tuple[TeamSummary, ...], kept: tuple[Kept, ...], spool: Path, folder: Path
    ) -> None:
        self.context = context
        self.folder = folder
        own: dict[str, list[TeamSummary]] = defaultdict(list)
        for team in teams:
            own[team.society].append(team)
        places: dict[str, list[Kept]] = defaultdict(list)
        for place in kept:
            places[place.society].append(place)
        asked: dict[str, list[FiledQuestion]] = defaultdict(list)
        for filed in context.questions:
            asked[filed.society].append(filed)
        self.teams = own
        about = {id: about_society(id, context, own[id], asked[id]) for id in sorted(context.societies)}
        self.societies = {id: Source(spool, rows, tuple(places[id])) for id, rows in about.items()}
        together: Rows = {}
        for rows in about.values():
            for name, some in rows.items():
                together.setdefault(name, []).extend(some)
        self.site = Source(spool, together, kept)
        self.cover: Cover = cover_of(context, context.site.title, "")

    def tasks(self) -> tuple[str, ...]:
        """What there is to do, the longest first."""
        return ("xlsx", "csv", "sqlite", "json", *(f"societies/{id}" for id in self.societies))

    def do(self, task: str) -> None:
        """Make the files of one task."""
        data = self.folder / DATA
        match task:
            case "csv":
                absent = write_csvs(self.site, d.TABLES, data, keys=True)
                (data / "datapackage.json").write_bytes(package_json(self.cover, NAME, d.TABLES, data, absent))
            case "xlsx":
                write_book(self.site, d.TABLES, self.cover, data / f"{NAME}.xlsx")
            case "sqlite":
                about = [(label, words) for label, words in self.cover.lines()]
                write_sqlite(self.site, d.TABLES, about, data / f"{NAME}.sqlite")
            case "json":
                write_lists(self.site, self.cover, data)
            case _:
                self._society(task.rpartition("/")[2])

    def made(self) -> Iterator[tuple[str, Path]]:
        """Every file that was made, by its address."""
        for path in sorted(self.folder.rglob("*")):
            if path.is_file():
                yield path.relative_to(self.folder).as_posix(), path

    def shelf(self) -> Shelf:
        """The files of the whole site as the data page lists them."""
        counts = self.site.counts()
        return (
            tuple(DownloadView(name, label, self._size(name), note=note) for name, label, note in WHOLE),
            tuple(
                DownloadView(f"{t.name}.csv", t.caption, self._size(f"{t.name}.csv"), f"{counts.get(t.name, 0):,}")
                for t in d.TABLES
            ),
        )

    def _size(self, name: str) -> str:
        size = (self.folder / DATA / name).stat().st_size
        return f"{size / 1_000_000:,.1f} MB" if size >= 1_000_000 else f"{max(size, 1000) // 1000:,} KB"

    def _society(self, id: str) -> None:
        home, source = self.folder / "societies" / id, self.societies[id]
        society, own = self.context.societies[id], self.teams[id]
        write_csvs(source, OF_SOCIETY, home, keys=False)
        cover = cover_of(self.context, society.name, f"societies/{id}/")
        write_book(source, (*OF_SOCIETY, d.SUPPORT), cover, home / "society.xlsx")
        asked = quotas(society, [team.fields for team in own if team.status is TeamStatus.ACTIVE])
        (home / "index.json").write_bytes(society_json(id, society, asked, own))
