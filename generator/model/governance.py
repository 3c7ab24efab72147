"""How a team is run: leader, people, Party organisation, charter, bodies, policies, registration (3.1–3.4)."""

from __future__ import annotations

from typing import Annotated

from generator.base.absence import NOT_REPORTED, Absent
from generator.base.dates import Day
from generator.model import kinds as k
from generator.model.fields import Key, Record
from generator.model.vocabulary import (
    RegistrationStatus,
    TeamStatus,
)


class Status(Record, frozen=True, eq=False):
    """Whether the team is active."""

    value: Annotated[TeamStatus, Key("状态", k.code(TeamStatus), need=True)]
    since: Annotated[Day | Absent, Key("自", k.DAY, need=True, withheld=True)]


class Leader(Record, frozen=True, eq=False):
    """The person who answers for the team; the name is published only with consent."""

    name: Annotated[
        str | Absent,
        Key(
            "姓名",
            k.TEXT,
            withheld=True,
            clause="3.3",
            help="本人不同意公布时写 {withheld: 理由}。",
        ),
    ] = NOT_REPORTED
    title: Annotated[str | Absent, Key("职务", k.TEXT)] = NOT_REPORTED
    since: Annotated[Day | Absent, Key("任职日期", k.DAY)] = NOT_REPORTED
    consent: Annotated[
        Day | Absent,
        Key("同意公布日期", k.DAY, withheld=True, help="本人书面同意公布姓名的日期。"),
    ] = NOT_REPORTED


class People(Record, frozen=True, eq=False):
    """Counts of volunteers; never names."""

    registered: Annotated[int | Absent, Key("注册志愿者", k.COUNT, need=True, clause="3.2", withheld=True)]
    party_members: Annotated[int | Absent, Key("党员", k.COUNT, need=True, clause="3.1", withheld=True)]
    as_of: Annotated[Day | Absent, Key("截至", k.DAY)] = NOT_REPORTED
    active: Annotated[
        int | Absent,
        Key("活跃志愿者", k.COUNT, clause="3.2", help="一年内参加过活动的人数。", withheld=True),
    ] = NOT_REPORTED
    retained: Annotated[
        int | Absent,
        Key(
            "留任志愿者",
            k.COUNT,
            clause="3.2",
            help="上年已注册、今年仍在队的人数。",
            withheld=True,
        ),
    ] = NOT_REPORTED


class PartyOrganisation(Record, frozen=True, eq=False):
    """The Party organisation (3.1)."""

    kind: Annotated[str, Key("形式", k.TEXT, need=True, help="党支部、党小组、联合党支部等。")]
    since: Annotated[Day | Absent, Key("成立日期", k.DAY)] = NOT_REPORTED


class Document(Record, frozen=True, eq=False):
    """A charter, a policy, or the document that sets up a body; bodies list roles, never names."""

    title: Annotated[str | Absent, Key("名称", k.TEXT)] = NOT_REPORTED
    adopted: Annotated[Day | Absent, Key("通过日期", k.DAY)] = NOT_REPORTED
    version: Annotated[str | Absent, Key("版本", k.TEXT)] = NOT_REPORTED
    file: Annotated[str | Absent, Key("文件", k.FILE)] = NOT_REPORTED
    roles: Annotated[tuple[str, ...], Key("成员职务", k.list_of(k.TEXT), help="只写职务，不写姓名。")] = ()


DOCUMENT = k.record(Document, "{title: 章程, adopted: 2021-03-01}")


class Policies(Record, frozen=True, eq=False):
    """人、财、物管理制度和信息公开制度."""

    disclosure: Annotated[Document | Absent, Key("信息公开制度", DOCUMENT, need=True, clause="3.3", withheld=True)]
    personnel: Annotated[Document | Absent, Key("人员管理制度", DOCUMENT, clause="3.3", withheld=True, na=True)] = (
        NOT_REPORTED
    )
    finance: Annotated[Document | Absent, Key("财务管理制度", DOCUMENT, clause="3.3", withheld=True, na=True)] = (
        NOT_REPORTED
    )
    materials: Annotated[Document | Absent, Key("物资管理制度", DOCUMENT, clause="3.3", withheld=True, na=True)] = (
        NOT_REPORTED
    )


class Governance(Record, frozen=True, eq=False):
    """How the team decides, acts and is supervised."""

    charter: Annotated[Document | Absent, Key("章程", DOCUMENT, need=True, clause="3.3", withheld=True)]
    policies: Annotated[
        Policies,
        Key(
            "管理制度",
            k.record(Policies, "{disclosure: {title: 信息公开制度}}"),
            need=True,
            clause="3.3",
        ),
    ]
    decision_body: Annotated[Document | Absent, Key("决策机构", DOCUMENT, clause="3.3", withheld=True, na=True)] = (
        NOT_REPORTED
    )
    execution_body: Annotated[Document | Absent, Key("执行机构", DOCUMENT, clause="3.3", withheld=True, na=True)] = (
        NOT_REPORTED
    )
    supervision_body: Annotated[Document | Absent, Key("监督机构", DOCUMENT, clause="3.3", withheld=True, na=True)] = (
        NOT_REPORTED
    )
    rules_of_procedure: Annotated[
        Document | Absent, Key("内部议事规则", DOCUMENT, clause="3.3", withheld=True, na=True)
    ] = NOT_REPORTED


class Platform(Record, frozen=True, eq=False):
    """Registration on the national volunteer site (3.4)."""

    registered: Annotated[
        bool | Absent, Key("已在中国红十字志愿者网登记", k.FLAG, need=True, clause="3.4", withheld=True)
    ]
    id: Annotated[str | Absent, Key("登记编号", k.TEXT, na=True)] = NOT_REPORTED
    date: Annotated[Day | Absent, Key("登记日期", k.DAY, na=True)] = NOT_REPORTED


class Registration(Record, frozen=True, eq=False):
    """Registration with civil affairs (3.4)."""

    status: Annotated[
        RegistrationStatus | Absent,
        Key("民政登记", k.code(RegistrationStatus), need=True, clause="3.4", withheld=True),
    ]
    uscc: Annotated[str | Absent, Key("统一社会信用代码", k.USCC, na=True)] = NOT_REPORTED
    authority: Annotated[str | Absent, Key("登记机关", k.TEXT, na=True)] = NOT_REPORTED
    date: Annotated[Day | Absent, Key("登记日期", k.DAY, na=True)] = NOT_REPORTED
    supported_by: Annotated[str | Absent, Key("提供支持的红十字会", k.TEXT, na=True)] = NOT_REPORTED
