"""A society that manages teams (circular 2.1, 2.2, 5.2, 5.3)."""

from __future__ import annotations

from typing import Annotated

from generator.base.absence import NOT_REPORTED, Absent
from generator.base.dates import Day
from generator.base.money import Fen
from generator.model import kinds as k
from generator.model.contact import Contact, Venue
from generator.model.fields import Key, Record
from generator.model.vocabulary import Level, Sector


class DisasterProne(Record, frozen=True, eq=False):
    """Whether a county counts as 灾害多发, and on what ground (2.2)."""

    value: Annotated[bool, Key("灾害多发", k.FLAG, need=True, clause="2.2")]
    basis: Annotated[str | Absent, Key("依据", k.TEXT)] = NOT_REPORTED


class VolunteerSources(Record, frozen=True, eq=False):
    """Counts by origin (2.1). Origins overlap: never summed."""

    as_of: Annotated[Day | Absent, Key("截至", k.DAY)] = NOT_REPORTED
    member: Annotated[int | Absent, Key("会员", k.COUNT, withheld=True)] = NOT_REPORTED
    donor: Annotated[int | Absent, Key("捐赠人", k.COUNT, withheld=True)] = NOT_REPORTED
    first_aider: Annotated[int | Absent, Key("救护员", k.COUNT, withheld=True)] = NOT_REPORTED
    instructor: Annotated[int | Absent, Key("应急救护师资", k.COUNT, withheld=True)] = NOT_REPORTED
    rescuer: Annotated[int | Absent, Key("救援队员", k.COUNT, withheld=True)] = NOT_REPORTED
    blood_donor: Annotated[int | Absent, Key("无偿献血者", k.COUNT, withheld=True)] = NOT_REPORTED
    stem_cell_registrant: Annotated[int | Absent, Key("造血干细胞入库者", k.COUNT, withheld=True)] = NOT_REPORTED
    organ_registrant: Annotated[int | Absent, Key("遗体和人体器官捐献登记者", k.COUNT, withheld=True)] = NOT_REPORTED


class Support(Record, frozen=True, eq=False):
    """Money a society gave one of its teams in one year (5.2)."""

    year: Annotated[str, Key("年份", k.YEAR, need=True)]
    team: Annotated[str, Key("队伍", k.OWN_TEAM, need=True, help="本会管理的队伍代号。")]
    amount: Annotated[Fen, Key("金额", k.MONEY, need=True, clause="5.2")]

    @property
    def slug(self) -> str:
        """The team's slug within the society, however it was written."""
        return self.team.rpartition("/")[2]


class Seats(Record, frozen=True, eq=False):
    """Seats of team members in councils and boards (5.3); counts only."""

    congress: Annotated[int | Absent, Key("会员代表大会代表", k.COUNT)] = NOT_REPORTED
    council: Annotated[int | Absent, Key("理事会理事", k.COUNT)] = NOT_REPORTED
    supervisors: Annotated[int | Absent, Key("监事会监事", k.COUNT)] = NOT_REPORTED


class Society(Record, frozen=True, eq=False):
    """societies/<society>.yaml."""

    name: Annotated[str, Key("红十字会名称", k.TEXT, need=True)]
    level: Annotated[Level | Absent, Key("层级", k.code(Level), need=True, clause="2.2", withheld=True)]
    contact: Annotated[Contact, Key("联系方式", k.record(Contact, "{phone: 021-5555-0100}"), need=True)]
    division: Annotated[str | Absent, Key("行政区划代码", k.DIVISION)] = NOT_REPORTED
    sector: Annotated[Sector | Absent, Key("系统", k.code(Sector), help="没有行政区划代码的系统填写。")] = NOT_REPORTED
    parent: Annotated[str | Absent, Key("上级红十字会", k.SLUG, help="上级的代号；不写则按区划代码推定。")] = (
        NOT_REPORTED
    )
    disaster_prone: Annotated[
        DisasterProne | Absent,
        Key(
            "灾害多发",
            k.record(DisasterProne, "{value: true, basis: 省应急管理部门名单}"),
            clause="2.2",
            na=True,
        ),
    ] = NOT_REPORTED
    volunteer_sources: Annotated[
        VolunteerSources | Absent,
        Key(
            "志愿者来源",
            k.record(VolunteerSources, "{as_of: 2025-12-31, member: 120}"),
            clause="2.1",
            na=True,
        ),
    ] = NOT_REPORTED
    support_to_teams: Annotated[
        tuple[Support, ...] | Absent,
        Key(
            "对队伍的资金支持",
            k.rows(Support, "{year: 2025, team: xinhong, amount: 50000}"),
            clause="5.2",
            na=True,
        ),
    ] = NOT_REPORTED
    seats: Annotated[
        Seats | Absent,
        Key("代表和理事席位", k.record(Seats, "{council: 2}"), clause="5.3", na=True),
    ] = NOT_REPORTED
    venues: Annotated[tuple[Venue, ...], Key("阵地", k.rows(Venue, "{name: 示例街道博爱家园}"), clause="4.3")] = ()
