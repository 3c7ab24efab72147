"""A data folder read whole, or one team of it: the shared context first, then each team by itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from msgspec import structs

from generator.base.absence import NOT_REPORTED
from generator.base.dates import parse_period
from generator.base.findings import Finding, Place
from generator.load import faults as f
from generator.load.defaults import DEFAULT_DEADLINES
from generator.load.files import read_file
from generator.load.tree import TeamFiles, Tree, walk_tree
from generator.model import kinds as k
from generator.model.corpus import Context, FiledQuestion, FiledReport, SourceFile, TeamFolder
from generator.model.fields import Record
from generator.model.report import Report
from generator.model.site import Deadline, Question, Site
from generator.model.society import Society
from generator.model.team import Team


def kind_of(cls: type[Record]) -> k.RecordKind:
    """The kind of a whole file."""
    return k.record(cls, "键: 值")


SITE, SOCIETY, QUESTION = kind_of(Site), kind_of(Society), kind_of(Question)
TEAM, REPORT = kind_of(Team), kind_of(Report)
DEADLINES = k.rows(Deadline, "{id: annual, applies: year, months_after: 5}")


def read_context(root: Path, as_of: date) -> tuple[Context | None, Tree, list[Finding]]:
    """Site, deadlines, societies and questions; None for the context where site.yaml is refused."""
    tree = walk_tree(root)
    findings = list(tree.findings)
    sources: list[SourceFile] = []

    def read(path: str, kind: k.Kind) -> object:
        value, source, faults = read_file(root, path, kind, as_of)
        findings.extend(faults)
        sources.append(source)
        return value

    site: object = None
    if "site.yaml" in tree.singles:
        site = read("site.yaml", SITE)
    else:
        findings.append(f.MISSING_KEY.finding(Place("site.yaml"), "缺少 site.yaml", "用 mingzhang new site 写一份"))
    deadlines = read("deadlines.yaml", DEADLINES) if "deadlines.yaml" in tree.singles else None
    societies = {id: read(path, SOCIETY) for id, path in tree.societies.items()}
    questions = [
        FiledQuestion(society, number, path, question)
        for (society, number), path in tree.questions.items()
        if isinstance(question := read(path, QUESTION), Question)
    ]
    if not isinstance(site, Site):
        return None, tree, findings
    known = {id: society for id, society in societies.items() if isinstance(society, Society)}
    context = Context(
        site=site,
        deadlines=deadlines if isinstance(deadlines, tuple) and deadlines else DEFAULT_DEADLINES,
        societies=known,
        questions=tuple(questions),
        as_of=as_of,
        sources=tuple(sources),
        teams=frozenset(f"{society}/{team}" for society, team in tree.teams),
    )
    return context, tree, findings


def read_team(root: Path, society: str, slug: str, files: TeamFiles, as_of: date) -> tuple[TeamFolder, list[Finding]]:
    """One team's folder: its profile and its reports in order of time."""
    folder = f"teams/{society}/{slug}"
    findings: list[Finding] = []
    sources: list[SourceFile] = []
    team: Team | None = None
    if files.has_team:
        team, source, faults = read_file(root, f"{folder}/team.yaml", TEAM, as_of)
        findings += faults
        sources.append(source)
    else:
        message = "这个队伍文件夹里没有 team.yaml"
        fix = "照“怎样报送”里 team.yaml 的样例写一份，或用 mingzhang new team"
        findings.append(f.MISSING_KEY.finding(Place(f"{folder}/team.yaml"), message, fix))
    reports: list[FiledReport] = []
    for path in files.reports:
        report, source, faults = read_file(root, path, REPORT, as_of)
        findings += faults
        sources.append(source)
        period = parse_period(path.rpartition("/")[2].removesuffix(".yaml"))
        if isinstance(report, Report) and period is not None:
            reports.append(FiledReport(period, path, _nothing_is_zero(report)))
    reports.sort(key=lambda filed: (filed.period.start, filed.period.end))
    whole = team is not None and len(reports) == len(files.reports) and not files.misnamed
    unit = TeamFolder(
        society,
        slug,
        folder,
        team,
        tuple(reports),
        frozenset(files.attachments),
        tuple(sources),
        whole,
    )
    return unit, findings


def _nothing_is_zero(report: Report) -> Report:
    """A nil report says that there was nothing: its rows are none, which is not the same as not reported."""
    if not report.nil_:
        return report
    left_out = [key for key in ("income", "donations", "spending") if getattr(report, key) is NOT_REPORTED]
    return structs.replace(report, **dict.fromkeys(left_out, ()))


def read_teams(root: Path, tree: Tree, as_of: date) -> Iterator[tuple[TeamFolder, list[Finding]]]:
    """Every team, one at a time."""
    for (society, slug), files in tree.teams.items():
        yield read_team(root, society, slug, files, as_of)
