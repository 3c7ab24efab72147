"""The order of names as a Chinese reader expects it: by pinyin, then by the characters themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache

from generator.check.summary import TeamSummary

_PLACES = {"都匀": [["dū"], ["yún"]], "单县": [["shàn"], ["xiàn"]], "长子县": [["zhǎng"], ["zǐ"], ["xiàn"]]}
"""Places that pypinyin reads as it reads the words they are written with."""


@cache
def _syllables() -> Callable[[str], list[str]]:
    """Loading takes a moment, so only who sorts pays for it."""
    from pypinyin import lazy_pinyin, load_phrases_dict, load_single_dict

    load_phrases_dict(_PLACES)
    # In the names of places, with which those of teams begin: 长宁, 长治, 长丰. Words like 队长 are known as phrases.
    load_single_dict({ord("长"): "cháng,zhǎng"})
    return lazy_pinyin


@cache
def pinyin_key(name: str) -> tuple[list[str], str]:
    """What to sort a name by."""
    return _syllables()(name), name


def by_pinyin(teams: Iterable[TeamSummary]) -> list[TeamSummary]:
    """Teams in the order of their names; those of one name by their address."""
    return sorted(teams, key=lambda team: (pinyin_key(team.name), team.id))
