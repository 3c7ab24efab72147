"""Who gave and who received. Donors by consent only; beneficiaries by counts and area, never by name."""

from __future__ import annotations

from typing import Annotated

from generator.base.absence import NOT_REPORTED, Absent
from generator.base.dates import Day
from generator.model import kinds as k
from generator.model.fields import Key, Record
from generator.model.vocabulary import DonorKind, PayeeKind


class Donor(Record, frozen=True, eq=False):
    """How a donor is published (慈善法 §82, 个人信息保护法)."""

    kind: Annotated[DonorKind, Key("公布方式", k.code(DonorKind), need=True)]
    name: Annotated[
        str | Absent,
        Key("名称", k.TEXT, withheld=True, help="单位全称、实名或化名；匿名和合并公布不写。"),
    ] = NOT_REPORTED
    consent: Annotated[Day | Absent, Key("同意公布日期", k.DAY, help="实名个人必填：本人同意公布姓名的日期。")] = (
        NOT_REPORTED
    )
    count: Annotated[int | Absent, Key("人数", k.COUNT, withheld=True, help="合并公布必填：这笔钱来自多少人。")] = (
        NOT_REPORTED
    )
    through: Annotated[str | Absent, Key("通过", k.TEXT, help="平台或代收单位。")] = NOT_REPORTED


class Payee(Record, frozen=True, eq=False):
    """Who received money or goods."""

    kind: Annotated[PayeeKind, Key("对象", k.code(PayeeKind), need=True)]
    name: Annotated[str | Absent, Key("名称", k.TEXT, withheld=True, help="单位名称；个人和家庭不写姓名。")] = (
        NOT_REPORTED
    )
    count: Annotated[int | Absent, Key("数量", k.COUNT, withheld=True, na=True, help="多少人、户或单位。")] = (
        NOT_REPORTED
    )
    area: Annotated[str | Absent, Key("地区", k.TEXT, withheld=True, help="县区或更大范围，不写住址。")] = NOT_REPORTED
    approved: Annotated[str | Absent, Key("批准", k.TEXT, help="关联方必填：谁批准的。")] = NOT_REPORTED
    relation: Annotated[str | Absent, Key("关系", k.TEXT, help="关联方：与谁是什么关系（不写姓名）。")] = NOT_REPORTED
