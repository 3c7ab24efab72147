"""Any number of teams in brief with names of their own, from a few that were really read and checked.

Names are as different as those of a country are: counties, leaders and receipts are drawn anew for each team, so that
what is measured on them does not shrink by repetition.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from random import Random

import msgspec

from generator.check.summary import TeamSummary
from generator.check.unit import examine
from generator.load.corpus import read_context, read_team
from generator.model.corpus import Context
from tests.benchmarks.generate import AS_OF, write_records

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜"
CHARACTERS = "".join(chr(code) for code in range(0x5000, 0x9F00, 11))
TRADES = ("应急救援", "应急救护", "无偿献血", "人道救助", "心理支持", "水上安全", "社区养老", "青少年")
PER_SOCIETY = 30


@dataclass(frozen=True)
class Crowd:
    """The shared context and the teams."""

    context: Context
    teams: tuple[TeamSummary, ...]


def crowd(folder: Path, count: int, seed: int = 1) -> Crowd:
    """So many teams; ``folder`` is for the records of the first few."""
    write_records(folder, 12)
    context, tree, _ = read_context(folder, AS_OF)
    assert context is not None
    read = [examine(read_team(folder, *key, files, AS_OF)[0], [], context) for key, files in tree.teams.items()]
    patterns = [unit.summary for unit in read if unit.summary is not None]
    random = Random(seed)
    pattern = next(iter(context.societies.values()))
    places = {}
    for number in range(-(-count // PER_SOCIETY)):
        name = "".join(random.sample(CHARACTERS, 2)) + random.choice("县区市")
        id = f"{11 + number % 31}{1 + number // 31 % 90:02d}{1 + number // 2790:02d}"
        places[id] = msgspec.structs.replace(pattern, name=f"{name}红十字会", division=id)
    teams = tuple(_team(number, patterns, list(places.items()), random) for number in range(count))
    return Crowd(msgspec.structs.replace(context, societies=places), teams)


def _team(number: int, patterns: list[TeamSummary], places: list, random: Random) -> TeamSummary:
    pattern = random.choice(patterns)
    id, society = random.choice(places)
    place = society.name.removesuffix("红十字会")
    own = "".join(random.sample(CHARACTERS, 2)) if random.random() < 0.6 else ""
    trade = random.choice(TRADES)
    reports = tuple(
        msgspec.structs.replace(report, receipts=_receipts(number, report.period)) for report in pattern.reports
    )
    return msgspec.structs.replace(
        pattern,
        society=id,
        slug=f"team-{number:05d}",
        name=f"{place}红十字{own}{trade}志愿服务队",
        short_name=f"{own or place}{trade}队",
        leader_name=random.choice(SURNAMES) + "".join(random.sample(CHARACTERS, random.choice((1, 2)))),
        area=place,
        reports=reports,
    )


def _receipts(number: int, period: str) -> str:
    return "\n".join(f"D{row}\t公益事业捐赠票据 {period}{number:06d}{row:02d}" for row in range(1, 13))
