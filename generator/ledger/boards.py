"""The quota of circular 2.2: what is asked of a society, and the teams of its own that count. Nothing is rolled up."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from generator.base.absence import Absent
from generator.base.language import Message, message
from generator.model.society import Society
from generator.model.vocabulary import Field, Level


class Quota(msgspec.Struct, frozen=True, eq=False):
    """One requirement of 2.2 for one society: how many there should be, how many there are."""

    what: Message
    required: int
    actual: int

    @property
    def met(self) -> bool:
        """达标."""
        return self.actual >= self.required


def quotas(society: Society, active_fields: Iterable[tuple[Field, ...]]) -> tuple[Quota, ...]:
    """What 2.2 asks of a society, against its active teams' fields. Teams of lower levels do not count."""
    teams = list(active_fields)
    prone = not isinstance(society.disaster_prone, Absent) and society.disaster_prone.value
    rescue = sum(Field.EMERGENCY_RESCUE in fields for fields in teams)
    blood = sum(Field.BLOOD_DONATION in fields for fields in teams)
    found: list[Quota] = []
    if society.level is Level.COUNTY:
        found.append(Quota(message("县级管理的志愿服务队不少于 3 支"), 3, len(teams)))
    if society.level is Level.PREFECTURE or (society.level is Level.COUNTY and prone):
        prefecture = society.level is Level.PREFECTURE
        what = message("地市级至少 1 支应急救援队") if prefecture else message("灾害多发的县级至少 1 支应急救援队")
        found.append(Quota(what, 1, rescue))
    if society.level in (Level.PREFECTURE, Level.PROVINCE):
        found.append(Quota(message("地市级以上至少 1 支无偿献血队"), 1, blood))
    return tuple(found)
