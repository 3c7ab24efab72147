"""The report that a team has to publish next: of the period under way, which nobody can be late with yet."""

from __future__ import annotations

from datetime import date

import msgspec

from generator.ledger.calendar import Obligation, obligations
from generator.model.corpus import Context, FiledReport, TeamFolder
from generator.model.team import Team


def coming(folder: TeamFolder, team: Team, context: Context) -> Obligation | None:
    """What will be due first of the periods under way; None of a dissolved team, or where nothing sets a date."""
    last = folder.reports[-1] if folder.reports else None
    later = msgspec.structs.replace(context, as_of=_end_under_way(last, context.as_of))
    ahead = [one for one in obligations(folder, team, later) if not one.published and one.period.end >= context.as_of]
    first = min(ahead, key=lambda one: (one.due, one.period), default=None)
    return first and msgspec.structs.replace(first, state="upcoming", days=0)


def _end_under_way(last: FiledReport | None, as_of: date) -> date:
    """The day after the period under way ends: that of the last report's rhythm, else the year."""
    following = last.period.following() if last and last.period.kind in ("half", "quarter", "month") else None
    while following is not None and following.end < as_of:
        following = following.following()
    return following.next_day if following else date(as_of.year + 1, 1, 1)
