"""Records as they are published: a leader's name only with consent, no number so small that it points at somebody."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from generator.base.absence import Absent, withheld
from generator.ledger.completeness import leader_name
from generator.model.fields import keys_of
from generator.model.society import Society, VolunteerSources
from generator.model.team import Team

FEW = 5
"""A count of where volunteers come from is told from here on, and zero."""
FEW_WORDS = "少于 5 人"


def is_few(count: int | Absent) -> bool:
    """Whether a count would point at single persons (circular 2.1: among the origins are donors of organs)."""
    return not isinstance(count, Absent) and 0 < count < FEW


def few_sources(society: Society) -> Iterator[str]:
    """The keys of the origins whose count is not told."""
    sources = society.volunteer_sources
    if not isinstance(sources, Absent):
        yield from (key for key in keys_of(VolunteerSources) if key != "as_of" and is_few(getattr(sources, key)))


def published_team(team: Team) -> Team:
    """A team without what its pages do not show."""
    return msgspec.structs.replace(team, leader=msgspec.structs.replace(team.leader, name=leader_name(team)))


def published_society(society: Society) -> Society:
    """A society without what its page does not show."""
    sources = society.volunteer_sources
    if isinstance(sources, Absent):
        return society
    kept = msgspec.structs.replace(sources, **dict.fromkeys(few_sources(society), withheld(FEW_WORDS)))
    return msgspec.structs.replace(society, volunteer_sources=kept)
