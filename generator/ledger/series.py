"""Several years side by side: what came in and went out in each, by the day of each row, in fen."""

from __future__ import annotations

import msgspec

from generator.ledger.entries import DONATION, INCOME, SPENDING, cash_entries
from generator.model.corpus import TeamFolder


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
