"""Regions from division codes, named by the societies that have them; nothing is looked up elsewhere."""

from __future__ import annotations

from generator.base.absence import Absent
from generator.base.identifiers import division_parents
from generator.model.corpus import Context
from generator.model.society import Society


def region_name(code: str, context: Context) -> str:
    """A division's name: its society's, without the words for the society; else the code."""
    for society in context.societies.values():
        if society.division == code:
            return society.name.removesuffix("红十字会") or society.name
    return code


def level_words(society: Society) -> str:
    """A society's level, or the system it belongs to; how it is absent where a disclosure does not say."""
    kind = society.level if isinstance(society.sector, Absent) else society.sector
    return f"层级{kind}" if isinstance(kind, Absent) else kind.label


def region_chain(society_id: str, context: Context) -> tuple[tuple[str, str], ...]:
    """The divisions a society lies in, widest first; empty for a sector without a division."""
    society = context.societies.get(society_id)
    if society is None or isinstance(society.division, Absent):
        return ()
    codes = [society.division, *division_parents(society.division)]
    return tuple((code, region_name(code, context)) for code in reversed(codes))


def parent_of(society_id: str, society: Society, context: Context) -> str:
    """The society above: as stated, else by division; empty where there is none."""
    if not isinstance(society.parent, Absent):
        return society.parent if society.parent in context.societies else ""
    if isinstance(society.division, Absent):
        return ""
    for code in division_parents(society.division):
        for other_id, other in context.societies.items():
            if other.division == code and other_id != society_id:
                return other_id
    return ""
