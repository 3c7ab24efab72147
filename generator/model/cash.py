"""Money: every donation, income, spending and change of purpose, a row each (circular 3.3)."""

from __future__ import annotations

from typing import Annotated

from generator.base.absence import NOT_REPORTED, Absent
from generator.base.dates import Day
from generator.base.money import Fen
from generator.model import kinds as k
from generator.model.fields import Key, Record
from generator.model.goods import ROW_HELP, Evidence, Item
from generator.model.parties import Donor, Payee
from generator.model.vocabulary import (
    Channel,
    IncomeCategory,
    Nature,
    SpendingCategory,
)


class Original(Record, frozen=True, eq=False):
    """What a donation was in another currency. Currencies are never added up."""

    currency: Annotated[str, Key("原币", k.CURRENCY, need=True)]
    amount: Annotated[Fen, Key("原币金额", k.MONEY, need=True)]
    rate: Annotated[str, Key("汇率", k.RATE, need=True, help="1 单位原币等于多少元人民币。")]


class Donation(Record, frozen=True, eq=False):
    """Money or goods given, at any amount."""

    id: Annotated[str, Key("编号", k.ROW_ID, need=True, help=ROW_HELP)]
    donor: Annotated[Donor, Key("捐赠人", k.record(Donor, "{kind: anonymous}"), need=True, clause="3.3")]
    date: Annotated[Day | Absent, Key("日期", k.DAY, help="钱或物到的那一天。合计数没有日期时写 undated。")] = (
        NOT_REPORTED
    )
    undated: Annotated[
        str | Absent,
        Key("没有日期的原因", k.TEXT, help="只用于转录只有合计数的旧公示；按期初第一天计。"),
    ] = NOT_REPORTED
    amount: Annotated[Fen | Absent, Key("金额", k.MONEY, na=True, help="人民币元。")] = NOT_REPORTED
    items: Annotated[tuple[Item, ...], Key("物资", k.rows(Item, "{item: 救生衣, unit: 件, quantity: 30}"))] = ()
    goods_value: Annotated[Fen | Absent, Key("整批计价", k.MONEY, help="几种物资只有一个总价时写在这里。")] = (
        NOT_REPORTED
    )
    purpose: Annotated[
        str,
        Key("定向用途", k.SLUG, help="team.yaml 里 purposes 的代号；不写就是不定向（general）。"),
    ] = "general"
    original: Annotated[
        Original | None,
        Key("原币", k.record(Original, "{currency: USD, amount: 33133, rate: 7.01}")),
    ] = None
    receipt: Annotated[str | Absent, Key("捐赠票据", k.TEXT, na=True, withheld=True)] = NOT_REPORTED
    project: Annotated[str | Absent, Key("项目", k.SLUG)] = NOT_REPORTED
    note: Annotated[str | Absent, Key("说明", k.TEXT)] = NOT_REPORTED


class Income(Record, frozen=True, eq=False):
    """Money received that is not a donation."""

    id: Annotated[str, Key("编号", k.ROW_ID, need=True, help=ROW_HELP)]
    category: Annotated[IncomeCategory, Key("收入类别", k.code(IncomeCategory), need=True)]
    amount: Annotated[Fen, Key("金额", k.MONEY, need=True)]
    date: Annotated[Day | Absent, Key("日期", k.DAY, help="不写日期就是本期合计数。")] = NOT_REPORTED
    channel: Annotated[Channel | Absent, Key("资金渠道", k.code(Channel), clause="5.2", na=True)] = NOT_REPORTED
    from_: Annotated[str | Absent, Key("来自", k.TEXT, withheld=True, na=True)] = NOT_REPORTED
    purpose: Annotated[str, Key("定向用途", k.SLUG)] = "general"
    project: Annotated[str | Absent, Key("项目", k.SLUG)] = NOT_REPORTED
    note: Annotated[str | Absent, Key("说明", k.TEXT)] = NOT_REPORTED


class Spending(Record, frozen=True, eq=False):
    """Money paid out."""

    id: Annotated[str, Key("编号", k.ROW_ID, need=True, help=ROW_HELP)]
    category: Annotated[SpendingCategory | Absent, Key("支出类别", k.code(SpendingCategory), need=True, withheld=True)]
    amount: Annotated[Fen, Key("金额", k.MONEY, need=True)]
    date: Annotated[Day | Absent, Key("日期", k.DAY, help="不写日期就是本期合计数，按期末最后一天计。")] = NOT_REPORTED
    nature: Annotated[Nature | Absent, Key("用途", k.code(Nature))] = NOT_REPORTED
    to: Annotated[Payee | None, Key("付给", k.record(Payee, "{kind: company, name: 示例装备店}"))] = None
    purpose: Annotated[str, Key("使用的定向款", k.SLUG)] = "general"
    funded_by: Annotated[
        dict[str, Fen],
        Key("由哪笔钱支付", k.map_of(k.MONEY), help="捐赠编号: 金额；不写就先收先用。"),
    ] = {}
    approved: Annotated[str | Absent, Key("批准", k.TEXT, help="关联方和归还垫付：谁批准的。")] = NOT_REPORTED
    evidence: Annotated[
        tuple[Evidence, ...] | Absent,
        Key(
            "凭证",
            k.rows(Evidence, "{file: files/2025/s1.png, title: 发票}"),
            withheld=True,
            na=True,
        ),
    ] = NOT_REPORTED
    project: Annotated[str | Absent, Key("项目", k.SLUG)] = NOT_REPORTED
    note: Annotated[str | Absent, Key("说明", k.TEXT)] = NOT_REPORTED


class Transfer(Record, frozen=True, eq=False):
    """Money moved from one purpose to another."""

    id: Annotated[str, Key("编号", k.ROW_ID, need=True, help=ROW_HELP)]
    date: Annotated[Day, Key("日期", k.DAY, need=True)]
    from_: Annotated[str, Key("从", k.SLUG, need=True, help="定向用途代号，或 general。")]
    to: Annotated[str, Key("到", k.SLUG, need=True)]
    amount: Annotated[Fen, Key("金额", k.MONEY, need=True)]
    consent: Annotated[str | Absent, Key("捐赠人同意", k.TEXT, help="同意书名称和日期。")] = NOT_REPORTED
    filing: Annotated[str | Absent, Key("备案", k.TEXT, help="备案机关和日期。")] = NOT_REPORTED
    reason: Annotated[str | Absent, Key("原因", k.TEXT)] = NOT_REPORTED
