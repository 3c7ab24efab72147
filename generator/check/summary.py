"""One team in brief: all that site-wide pages, boards and feeds may know of it, so that nothing else travels."""

from __future__ import annotations

from datetime import date

import msgspec

from generator.base.absence import Absent
from generator.base.dates import parse_period
from generator.base.findings import Place
from generator.base.language import Message
from generator.ledger.calendar import Obligation
from generator.model.vocabulary import Action, Custody, Field, Skill, TeamStatus


class Verdict(msgspec.Struct, frozen=True, eq=False):
    """One of the three verdicts. ``state``: pass, gap, fail or unknown; each has its own shape and word.

    ``late``: the word counts days that go on growing while nothing is published. ``quotes``: the detail is made of
    the words of findings and records, which are never translated.
    """

    about: str  # accuracy, completeness, timeliness
    state: str
    word: Message
    detail: Message
    late: bool = False
    quotes: bool = False


class CorrectionSummary(msgspec.Struct, frozen=True, eq=False):
    """One correction in brief. The record itself would take the tree of its whole file along."""

    date: date
    entry: str
    field: str
    before: str
    after: str
    reason: str
    approved: str  # a body's code or a name, empty where nothing was said


class ReportSummary(msgspec.Struct, frozen=True, eq=False):
    """One report in brief, money in fen; None where the figure is absent."""

    period: str
    path: str
    published: date | None
    opening: int | None
    income: int | None
    donations: int | None
    spending: int | None
    closing: int | None
    computed: int
    goods_value: int
    donation_count: int
    verdicts: tuple[Verdict, ...]
    corrections: tuple[CorrectionSummary, ...]
    receipts: str
    """A line for each gift that has one: row code, tab, the receipt as printed. One text: it travels light."""

    @property
    def label(self) -> str:
        """How the period is called, in the language spoken now."""
        return str(parse_period(self.period) or self.period)


class TeamSummary(msgspec.Struct, frozen=True, eq=False):
    """One team in brief.

    ``support`` is what its reports say came from its managing society, by year; ``support_named`` the part
    that names the society; ``whole_years`` the years whose every day is reported. ``purposes`` and ``projects`` are
    their titles.
    """

    society: str
    slug: str
    name: str
    short_name: str
    former_names: tuple[str, ...]
    formerly: tuple[str, ...]
    status: TeamStatus
    fields: tuple[Field, ...]
    skills: tuple[Skill, ...]
    actions: tuple[Action, ...]
    purposes: tuple[str, ...]
    projects: tuple[str, ...]
    custody: Custody | None
    area: str
    leader_name: str | Absent
    place: Place
    reports: tuple[ReportSummary, ...]
    verdicts: tuple[Verdict, ...]
    calendar: tuple[Obligation, ...]
    coming: Obligation | None
    support: dict[str, int]
    support_named: dict[str, int]
    support_places: dict[str, Place]
    whole_years: frozenset[str]
    anchors: frozenset[str]
    owed_members: int

    @property
    def leader(self) -> str:
        """The leader as published, in the language spoken now where there is no name."""
        return str(self.leader_name)

    @property
    def id(self) -> str:
        """``<society>/<team>``."""
        return f"{self.society}/{self.slug}"
