"""The order of names as a Chinese reader expects it: by pinyin, then by the characters themselves."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from generator.check.summary import TeamSummary


@cache
def pinyin_key(name: str) -> tuple[list[str], str]:
    """What to sort a name by. Loading the syllables takes a moment, so only who sorts pays for it."""
    from pypinyin import lazy_pinyin

    return lazy_pinyin(name), name


def by_pinyin(teams: Iterable[TeamSummary]) -> list[TeamSummary]:
    """Teams in the order of their names; those of one name by their address."""
    return sorted(teams, key=lambda team: (pinyin_key(team.name), team.id))
