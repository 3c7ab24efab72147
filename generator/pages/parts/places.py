"""Regions from division codes, named by the societies that have them; nothing is looked up elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from generator.base.absence import Absent
from generator.base.identifiers import division_parents
from generator.base.language import say
from generator.model.corpus import Context
from generator.model.society import Society


@dataclass(frozen=True, slots=True, eq=False)
class Places:
    """Where the societies of a site lie, looked up once: 3,000 societies must not each search 3,000 others.

    ``names``: divisions by the society that has them. ``parents``: the society above each, empty where there is none.
    ``chains``: the divisions that each lies in, widest first; one without a division lies where the one above it does,
    a sector (railway) in none.
    """

    names: dict[str, str]
    parents: dict[str, str]
    chains: dict[str, tuple[str, ...]]


@lru_cache(maxsize=2)
def places(context: Context) -> Places:
    """The places of a site."""
    by_division: dict[str, str] = {}
    names: dict[str, str] = {}
    for id, society in context.societies.items():
        if not isinstance(society.division, Absent) and society.division not in by_division:
            by_division[society.division] = id
            names[society.division] = society.name.removesuffix("红十字会") or society.name
    parents = {id: _parent(id, society, context, by_division) for id, society in context.societies.items()}
    return Places(names, parents, {id: _chain(id, context, parents) for id in context.societies})


def _parent(id: str, society: Society, context: Context, by_division: dict[str, str]) -> str:
    """As stated, else the nearest division above that has a society."""
    if not isinstance(society.parent, Absent):
        return society.parent if society.parent in context.societies else ""
    if isinstance(society.division, Absent):
        return ""
    above = (by_division.get(code, "") for code in division_parents(society.division))
    return next((other for other in above if other and other != id), "")


def _chain(id: str, context: Context, parents: dict[str, str]) -> tuple[str, ...]:
    """The divisions of a society, or of the nearest one above it that has any."""
    seen: set[str] = set()
    while id and id not in seen:
        seen.add(id)
        society = context.societies[id]
        if not isinstance(society.division, Absent):
            return tuple(reversed((society.division, *division_parents(society.division))))
        if not isinstance(society.sector, Absent):
            break
        id = parents[id]
    return ()


def region_name(code: str, context: Context) -> str:
    """A division's name: its society's, without the words for the society; else its code."""
    return places(context).names.get(code) or say("区划 {code}", code=code)


def level_words(society: Society) -> str:
    """A society's level, or the system it belongs to; how it is absent where a disclosure does not say."""
    kind = society.level if isinstance(society.sector, Absent) else society.sector
    return say("层级{absent}", absent=kind) if isinstance(kind, Absent) else kind.label


def region_chain(society_id: str, context: Context) -> tuple[tuple[str, str], ...]:
    """The divisions a society lies in with their names, widest first; empty for a sector without a division."""
    return tuple((code, region_name(code, context)) for code in places(context).chains.get(society_id, ()))


def parent_of(society_id: str, context: Context) -> str:
    """The society above: as stated, else by division; empty where there is none."""
    return places(context).parents[society_id]
