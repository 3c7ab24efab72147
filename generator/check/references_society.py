"""Societies: their division fits their level and file, their parent is there, and they can be asked."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.absence import Absent
from generator.base.findings import Severity
from generator.base.identifiers import division_level, is_division
from generator.base.text import nearest
from generator.check.references_team import can_be_asked, society_filed, unasked
from generator.check.rule import Breach, SiteCase, rule
from generator.ledger.entries import rows_of
from generator.model.site import Site
from generator.model.society import Society
from generator.model.vocabulary import Level

ERROR = Severity.ERROR
_SHAPED = {Level.PROVINCE: "后四位是 0000", Level.PREFECTURE: "后两位是 00", Level.COUNTY: "后两位不是 00"}


@rule("R07", "红十字会的区划和层级", ERROR, "2.2")
def divisions_fit(case: SiteCase) -> Iterator[Breach]:
    """规则：代码的样子与层级相符；文件名是六位数字的，与区划代码相同；区划代码（division）和系统（sector）都没有写的，只是警告。
    依据：《通知》二（二）分级管理；GB/T 2260。
    为什么：达标看板按层级计算，层级错了结果就错了。
    怎么改：照提示改正 division、level 或文件名。总会和基层组织可以不写区划代码。
    """
    for id, society in case.context.societies.items():
        yield from _division_faults(id, society)


def _division_faults(id: str, society: Society) -> Iterator[Breach]:
    division, level = society.division, society.level
    if is_division(id) and division != id:
        yield Breach(
            society.place("division"),
            f"文件名是 {id}，区划代码却{'没有写' if isinstance(division, Absent) else f'是 {division}'}",
            f'写成 division: "{id}"，或把文件改名',
        )
    elif isinstance(division, Absent):
        if (
            not isinstance(level, Absent)
            and isinstance(society.sector, Absent)
            and level not in (Level.NATIONAL, Level.GRASSROOTS)
        ):
            yield Breach(
                society.place("level"),
                f"{level.label}红十字会没有写区划代码，也没有写系统",
                "加上 division（六位区划代码），或 sector: xpcc、sector: railway",
                severity=Severity.WARNING,
            )
    elif not isinstance(level, Absent) and level in _SHAPED and division_level(division) != level.value:
        yield Breach(
            society.place("division"),
            f"层级是{level.label}，区划代码 {division} 却不是{level.label}的（{_SHAPED[level]}）",
            "核对 level 和 division，改正写错的一个",
            others=(society.place("level"),),
        )


@rule("R13", "上级红十字会", ERROR, "2.2")
def parents_exist(case: SiteCase) -> Iterator[Breach]:
    """规则：上级（parent）是 societies 里有的红十字会，不是自己，也不绕回自己。
    依据：《通知》二（二）分级管理。
    为什么：上下级绕成一圈，就没有人负责了。
    怎么改：照提示改正 parent；有区划代码的可以不写，按代码推定。
    """
    societies = case.context.societies
    for id, society in societies.items():
        parent = society.parent
        if isinstance(parent, Absent):
            continue
        if not society_filed(case.context, parent):
            near = nearest(parent, societies)
            fix = f"是不是 {near}？" if near else f"先建 societies/{parent}.yaml，或删去 parent"
            yield Breach(society.place("parent"), f"没有代号是 {parent} 的红十字会", fix)
        elif _returns(id, societies):
            yield Breach(society.place("parent"), f"上级 {parent} 绕回了 {id} 自己", "改成真正的上级，或删去 parent")


def _returns(id: str, societies: dict[str, Society]) -> bool:
    seen: set[str] = set()
    here: str | Absent = id
    while not isinstance(here, Absent) and here in societies and here not in seen:
        seen.add(here)
        here = societies[here].parent
        if here == id:
            return True
    return False


@rule("R14", "支持的队伍不存在", ERROR, "5.2")
def supported_teams_exist(case: SiteCase) -> Iterator[Breach]:
    """规则：support_to_teams 的 team 是本会文件夹里的队伍代号；同一年同一队只写一行。
    依据：《通知》五（二）。
    为什么：红十字会给的钱要与队伍的收入对上。
    怎么改：照提示改正代号；同一年给过几次的，合计成一行。
    """
    for id, society in case.context.societies.items():
        seen: set[tuple[str, str]] = set()
        for row in rows_of(society.support_to_teams):
            if f"{id}/{row.slug}" not in case.context.teams or row.team not in (row.slug, f"{id}/{row.slug}"):
                near = nearest(row.team, [t.partition("/")[2] for t in case.context.teams if t.startswith(f"{id}/")])
                yield Breach(
                    row.place("team"),
                    f"本会没有代号是 {row.team} 的队伍",
                    f"是不是 {near}？" if near else f"写 teams/{id} 下面的文件夹名",
                )
            elif (row.year, row.slug) in seen:
                yield Breach(row.place("team"), f"{row.year} 年对 {row.team} 的支持写了两行", "合计成一行")
            seen.add((row.year, row.slug))


@rule("R19", "红十字会或网站没有联系办法", ERROR, "3.3 社会监督")
def publishers_can_be_asked(case: SiteCase) -> Iterator[Breach]:
    """规则：红十字会和网站的 contact 至少写一样：办公电话、办公邮箱、办公地址或网站；转录的旧公示没有的，写不公开和理由，只是警告。
    依据：《通知》三（三）“主动接受社会监督”。
    为什么：公众有疑问，要找得到人问。
    怎么改：写办公电话、邮箱、地址或网站。
    """
    records: tuple[Site | Society, ...] = (case.context.site, *case.context.societies.values())
    for record in records:
        if not can_be_asked(record.contact):
            yield unasked(record.place("contact"), record.contact, "加上 phone: 021-5555-0100 这样的办公电话")
