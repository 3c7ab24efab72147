"""The directory as columns for its script: short, since a telephone loads it, and said in the language of the page."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar

from generator.check.summary import TeamSummary
from generator.model.corpus import Context
from generator.pages.directory.facets import Values, all_values
from generator.pages.parts.order import by_pinyin
from generator.pages.parts.places import region_chain

EPOCH = date(1970, 1, 1)
T = TypeVar("T", bound=Hashable)


class _Once(Generic[T]):
    """Values, each once, and where each is."""

    def __init__(self) -> None:
        self.places: dict[T, int] = {}

    def __call__(self, value: T) -> int:
        """The place of a value."""
        return self.places.setdefault(value, len(self.places))

    def all(self) -> list[T]:
        """The values by their places."""
        return list(self.places)


@dataclass(frozen=True, slots=True)
class FacetColumn:
    """What teams are in one facet: the values, the combinations of values met, which combination each team is."""

    values: list[str]
    sets: list[tuple[int, ...]]
    teams: list[int]


@dataclass(frozen=True, slots=True)
class DirectoryColumns:
    """All teams in the order of their names, a column for each thing known of them.

    ``others``: short and earlier names. ``societies``: id, name, places of its regions, widest first. ``regions``:
    code, name, place of the one above or -1. ``words``: state and word of every verdict met; ``verdicts``: which of
    them each team has, three columns. ``due``: the first day (since 1970) on which something was due that is not
    published, 0 where there is none; a reader's clock makes it overdue.
    """

    names: list[str]
    slugs: list[str]
    leaders: list[str]
    others: list[str]
    areas: list[str]
    area: list[int]
    societies: list[tuple[str, str, tuple[int, ...]]]
    society: list[int]
    regions: list[tuple[str, str, int]]
    words: list[tuple[str, str]]
    verdicts: list[list[int]]
    facets: dict[str, FacetColumn]
    due: list[int]


def directory_columns(context: Context, teams: Iterable[TeamSummary]) -> DirectoryColumns:
    """The columns of the directory."""
    teams = by_pinyin(teams)
    area: _Once[str] = _Once()
    word: _Once[tuple[str, str]] = _Once()
    society: _Once[str] = _Once()
    societies = [society(team.society) for team in teams]
    regions, homes = _regions(context, society.all())
    return DirectoryColumns(
        names=[team.name for team in teams],
        slugs=[team.slug for team in teams],
        leaders=[team.leader for team in teams],
        others=["\n".join(filter(None, (team.short_name, *team.former_names))) for team in teams],
        area=[area(team.area) for team in teams],
        areas=area.all(),
        societies=homes,
        society=societies,
        regions=regions,
        verdicts=[[word((team.verdicts[n].state, str(team.verdicts[n].word))) for team in teams] for n in range(3)],
        words=word.all(),
        facets=_facets(all_values(teams, context)),
        due=[_due(team) for team in teams],
    )


def _regions(context: Context, societies: list[str]) -> tuple[list[Any], list[Any]]:
    """The regions with those above them, and the societies with the regions that each lies in."""
    chains = {id: region_chain(id, context) for id in societies}
    above = {
        code: (name, chain[at - 1][0] if at else "")
        for chain in chains.values()
        for at, (code, name) in enumerate(chain)
    }
    places = {code: place for place, code in enumerate(sorted(above))}
    regions = [(code, above[code][0], places.get(above[code][1], -1)) for code in places]
    homes = [(id, _name(id, context), tuple(places[code] for code, _ in chains[id])) for id in societies]
    return regions, homes


def _name(id: str, context: Context) -> str:
    society = context.societies.get(id)
    return society.name if society else id


def _facets(teams: list[Values]) -> dict[str, FacetColumn]:
    columns: dict[str, FacetColumn] = {}
    for key in teams[0] if teams else ():
        value: _Once[str] = _Once()
        combination: _Once[tuple[int, ...]] = _Once()
        of_teams = [combination(tuple(map(value, team[key]))) for team in teams]
        columns[key] = FacetColumn(value.all(), combination.all(), of_teams)
    return columns


def _due(team: TeamSummary) -> int:
    missing = [o.due for o in team.calendar if o.state == "missing"]
    upcoming = [o.due for o in team.calendar if o.state == "upcoming"]
    first = next(iter(missing + sorted(upcoming)), EPOCH)
    return (first - EPOCH).days
