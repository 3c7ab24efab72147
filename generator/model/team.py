"""A team: who it is and who answers for it (circular 2.2, 3.1–3.4, 4.1–4.3, 5.3)."""

from __future__ import annotations

from typing import Annotated

from generator.base.absence import NOT_REPORTED, Absent
from generator.base.dates import Day
from generator.model import kinds as k
from generator.model.contact import Contact, Venue
from generator.model.fields import Key, Record
from generator.model.governance import Governance, Leader, PartyOrganisation, People, Platform, Registration, Status
from generator.model.vocabulary import (
    Action,
    Allocation,
    Custody,
    Field,
    Skill,
)
from generator.model.work import Award, Insurance, Project, Purpose, Training


class Team(Record, frozen=True, eq=False):
    """team.yaml."""

    name: Annotated[str, Key("队伍名称", k.TEXT, need=True, clause="3.3")]
    status: Annotated[Status, Key("状态", k.record(Status, "{value: active, since: 2021-03-01}"), need=True)]
    founded: Annotated[
        Day | Absent,
        Key("成立日期", k.DAY, need=True, withheld=True, help="转录的旧公示没有写时，填 {withheld: 来源未载}。"),
    ]
    leader: Annotated[
        Leader,
        Key(
            "负责人",
            k.record(Leader, "{name: 示例姓名, title: 队长, since: 2021-03-01, consent: 2025-01-01}"),
            need=True,
            clause="3.3",
        ),
    ]
    fields: Annotated[
        tuple[Field, ...],
        Key(
            "服务领域",
            k.list_of(k.code(Field), least=1),
            need=True,
            clause="3.3",
            help="第一个是主要领域。",
        ),
    ]
    area: Annotated[str, Key("服务地区", k.TEXT, need=True, help="县区或更大范围。")]
    contact: Annotated[
        Contact,
        Key(
            "联系方式",
            k.record(Contact, "{phone: 021-5555-0100}"),
            need=True,
            clause="3.3",
            help="队伍或红十字会的办公联系方式，不写个人的。",
        ),
    ]
    people: Annotated[
        People,
        Key("队员", k.record(People, "{registered: 42, party_members: 5}"), need=True, clause="3.2"),
    ]
    governance: Annotated[
        Governance,
        Key(
            "内部治理",
            k.record(
                Governance,
                "{charter: {title: 章程}, policies: {disclosure: {title: 信息公开制度}}}",
            ),
            need=True,
            clause="3.3",
        ),
    ]
    platform: Annotated[
        Platform,
        Key("志愿者网登记", k.record(Platform, "{registered: true}"), need=True, clause="3.4"),
    ]
    registration: Annotated[
        Registration,
        Key("民政登记", k.record(Registration, "{status: ineligible}"), need=True, clause="3.4"),
    ]
    custody: Annotated[
        Custody | Absent, Key("资金保管", k.code(Custody), need=True, withheld=True, help="钱由谁保管。")
    ]
    short_name: Annotated[str | Absent, Key("简称", k.TEXT)] = NOT_REPORTED
    former_names: Annotated[tuple[str, ...], Key("曾用名", k.list_of(k.TEXT))] = ()
    formerly: Annotated[
        tuple[str, ...],
        Key("原地址", k.one_or_more(k.TEAM_REF), help="旧的 <红十字会>/<队伍> 代号，旧网址会转到这里。"),
    ] = ()
    about: Annotated[str | Absent, Key("介绍", k.PROSE)] = NOT_REPORTED
    party_organisation: Annotated[
        PartyOrganisation | Absent,
        Key(
            "党组织",
            k.record(PartyOrganisation, "{kind: 党小组, since: 2022-07-01}"),
            clause="3.1",
            na=True,
        ),
    ] = NOT_REPORTED
    purposes: Annotated[
        tuple[Purpose, ...],
        Key("定向用途", k.rows(Purpose, "{id: flood-2025, title: 2025 年洪水救援}")),
    ] = ()
    projects: Annotated[
        tuple[Project, ...],
        Key("项目", k.rows(Project, "{id: heart, title: 心肺复苏进社区}"), clause="4.2"),
    ] = ()
    skills: Annotated[tuple[Skill, ...], Key("专业技能", k.list_of(k.code(Skill)), clause="2.3")] = ()
    actions: Annotated[tuple[Action, ...], Key("五大行动", k.list_of(k.code(Action)), clause="4.1")] = ()
    venues: Annotated[tuple[Venue, ...], Key("阵地", k.rows(Venue, "{name: 示例街道博爱家园}"), clause="4.3")] = ()
    awards: Annotated[tuple[Award, ...], Key("荣誉", k.rows(Award, "{title: 优秀志愿服务队}"), clause="5.3")] = ()
    trainings: Annotated[
        tuple[Training, ...],
        Key(
            "培训",
            k.rows(Training, "{title: 救护员培训, trained: 30, certified: 28}"),
            clause="3.2",
        ),
    ] = ()
    insurance: Annotated[tuple[Insurance, ...], Key("保险", k.rows(Insurance, "{title: 志愿者意外险}"))] = ()
    allocation: Annotated[
        Allocation,
        Key(
            "配对方法",
            k.code(Allocation),
            help="没有写明由哪笔钱支付的支出怎样配对：fifo 先收先用（默认）或 explicit 逐笔指定。",
        ),
    ] = Allocation.FIFO
