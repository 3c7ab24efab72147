"""What a data folder holds once it is read: the shared context, and one folder of records per team."""

from __future__ import annotations

from datetime import date

import msgspec

from generator.base.dates import Period
from generator.model.fields import Source
from generator.model.report import Report
from generator.model.site import Deadline, Question, Site
from generator.model.society import Society
from generator.model.team import Team


class SourceFile(msgspec.Struct, frozen=True, eq=False):
    """One file as read: path relative to the data folder, its text, its root node (None if unreadable)."""

    path: str
    text: str
    root: Source | None


class FiledReport(msgspec.Struct, frozen=True, eq=False):
    """A report with the period that its file name stands for."""

    period: Period
    path: str
    report: Report


class FiledQuestion(msgspec.Struct, frozen=True, eq=False):
    """A question with its society and number."""

    society: str
    number: str
    path: str
    question: Question


class TeamFolder(msgspec.Struct, frozen=True, eq=False):
    """One team as filed: a unit of work. ``whole`` is False when a file of it could not be typed."""

    society: str
    slug: str
    path: str
    team: Team | None
    reports: tuple[FiledReport, ...]
    files: frozenset[str]
    sources: tuple[SourceFile, ...]
    whole: bool

    @property
    def id(self) -> str:
        """``<society>/<team>``."""
        return f"{self.society}/{self.slug}"


class Context(msgspec.Struct, frozen=True, eq=False):
    """What every unit may know: the site, its deadlines, all societies, all questions, the day."""

    site: Site
    deadlines: tuple[Deadline, ...]
    societies: dict[str, Society]
    questions: tuple[FiledQuestion, ...]
    as_of: date
    sources: tuple[SourceFile, ...] = ()
    teams: frozenset[str] = frozenset()
