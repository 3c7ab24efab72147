"""Several years side by side: what came in and went out in each, by the day of each row, in fen."""

from __future__ import annotations

import msgspec

from generator.base.absence import Absent
from generator.ledger.entries import DONATION, INCOME, SPENDING, cash_entries
from generator.model.corpus import TeamFolder
from generator.model.vocabulary import Channel


class Year(msgspec.Struct, eq=False):
    """One calendar year of a team, in fen."""

    year: int
    income: int = 0
    donations: int = 0
    spent: int = 0

    @property
    def received(self) -> int:
        """Income and donations."""
        return self.income + self.donations


def yearly(folder: TeamFolder) -> tuple[Year, ...]:
    """The years that a team's reports touch, oldest first."""
    years: dict[int, Year] = {}
    for filed in folder.reports:
        for number in range(filed.period.start.year, filed.period.end.year + 1):
            years.setdefault(number, Year(number))
        for day, order, _, row in cash_entries(filed):
            year = years.setdefault(day.year, Year(day.year))
            if order == INCOME:
                year.income += row.amount
            elif order == DONATION:
                year.donations += row.amount
            elif order == SPENDING:
                year.spent += row.amount
    return tuple(years[number] for number in sorted(years))


def by_channel(folder: TeamFolder) -> dict[tuple[int, str], int]:
    """Income other than donations by year and channel (5.2), in fen; an unstated channel keeps its absence's word."""
    found: dict[tuple[int, str], int] = {}
    for filed in folder.reports:
        for day, order, _, row in cash_entries(filed):
            if order == INCOME:
                channel: Channel | Absent = row.channel
                key = (day.year, f"渠道{channel}" if isinstance(channel, Absent) else channel.label)
                found[key] = found.get(key, 0) + row.amount
    return dict(sorted(found.items()))


class ProjectMoney(msgspec.Struct, eq=False):
    """What came in and went out for one project over all reports (4.2), in fen."""

    received: int = 0
    spent: int = 0


def by_project(folder: TeamFolder) -> dict[str, ProjectMoney]:
    """The money of each project that a row names."""
    found: dict[str, ProjectMoney] = {}
    for filed in folder.reports:
        for _, order, _, row in cash_entries(filed):
            project = getattr(row, "project", "")
            if isinstance(project, Absent) or not project:
                continue
            money = found.setdefault(project, ProjectMoney())
            if order == SPENDING:
                money.spent += row.amount
            else:
                money.received += row.amount
    return found
