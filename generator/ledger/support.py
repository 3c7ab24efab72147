"""Money a team's reports say came from its managing society, by year, and the years they cover (circular 5.2)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.absence import Absent
from generator.ledger.calendar import covers_year
from generator.ledger.entries import day_in, rows_of
from generator.model.cash import Income
from generator.model.corpus import FiledReport, TeamFolder
from generator.model.team import Team
from generator.model.vocabulary import Channel

CHANNELS = (Channel.SOCIETY_FUNDING, Channel.SOCIETY_PROJECT)


def support_rows(filed: FiledReport, society: str) -> Iterator[tuple[str, Income]]:
    """The income that names the managing society, or nobody, as its source; with the year it came in."""
    for row in rows_of(filed.report.income):
        if row.channel in CHANNELS and (isinstance(row.from_, Absent) or row.from_ == society):
            yield str(day_in(row, filed).year), row


def whole_years(folder: TeamFolder, team: Team) -> frozenset[str]:
    """The years whose every day, from founding to dissolution, is in a report that tells its income."""
    periods = [f.period for f in folder.reports if not isinstance(f.report.income, Absent) or f.report.nil_]
    if not periods:
        return frozenset()
    years = range(periods[0].start.year, max(period.end for period in periods).year + 1)
    return frozenset(str(year) for year in years if covers_year(periods, team, year))
