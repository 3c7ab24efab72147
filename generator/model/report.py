"""A report: what came in, what went out, what is left, for one period of one team (circular 3.3)."""

from __future__ import annotations

from typing import Annotated

from generator.base.absence import NOT_REPORTED, Absent
from generator.base.dates import Day
from generator.base.money import Fen
from generator.base.quantity import Thousandths
from generator.model import kinds as k
from generator.model.cash import Donation, Income, Spending, Transfer
from generator.model.fields import Key, Record
from generator.model.goods import GoodsIn, GoodsOut, Stock
from generator.model.statements import Correction, Explained, Stated


class Approval(Record, frozen=True, eq=False):
    """Who approved a report, and when."""

    by: Annotated[str, Key("批准机构", k.TEXT, need=True, help="decision_body 决策机构等，或机构名称。")]
    date: Annotated[Day, Key("批准日期", k.DAY, need=True)]


class Holdings(Record, frozen=True, eq=False):
    """Where the closing balance is kept."""

    bank: Annotated[Fen | Absent, Key("银行存款", k.SIGNED_MONEY, withheld=True, na=True)] = NOT_REPORTED
    cash: Annotated[Fen | Absent, Key("现金", k.MONEY, withheld=True, na=True)] = NOT_REPORTED
    society: Annotated[Fen | Absent, Key("红十字会代管", k.MONEY, withheld=True, na=True)] = NOT_REPORTED
    platform: Annotated[Fen | Absent, Key("平台待拨", k.MONEY, withheld=True, na=True)] = NOT_REPORTED


class Owed(Record, frozen=True, eq=False):
    """What the team owes: advances by members, and others."""

    members: Annotated[Fen | Absent, Key("欠队员垫付", k.MONEY, withheld=True, na=True)] = NOT_REPORTED
    others: Annotated[Fen | Absent, Key("欠其他单位和个人", k.MONEY, withheld=True, na=True)] = NOT_REPORTED
    at_least: Annotated[bool, Key("只知道不少于此数", k.FLAG, help="来源写“超过 20 万元”时用 true。")] = False


class Service(Record, frozen=True, eq=False):
    """What the team did in the period."""

    hours: Annotated[
        Thousandths | Absent,
        Key("服务时长（小时）", k.QUANTITY, clause="3.2", withheld=True, na=True),
    ] = NOT_REPORTED
    people_served: Annotated[int | Absent, Key("服务人次", k.COUNT, withheld=True, na=True)] = NOT_REPORTED
    activities: Annotated[int | Absent, Key("活动次数", k.COUNT, withheld=True, na=True)] = NOT_REPORTED


class Report(Record, frozen=True, eq=False):
    """One report of one team."""

    published: Annotated[
        Day | Absent,
        Key(
            "公布日期",
            k.DAY,
            need=True,
            withheld=True,
            clause="3.3 及时",
            help="向公众公布的那一天。转录的旧公示没有日期时写 {withheld: 来源未载}。",
        ),
    ]
    approved: Annotated[Approval | None, Key("批准", k.record(Approval, "{by: decision_body, date: 2026-03-10}"))] = (
        None
    )
    nil_: Annotated[bool, Key("本期无收支", k.FLAG, help="没有任何收支时写 true，仍要写期初和期末。")] = False
    opening: Annotated[
        dict[str, Fen] | Absent,
        Key(
            "期初余额",
            k.map_of(k.SIGNED_MONEY),
            clause="3.3",
            withheld=True,
            na=True,
            help="按用途填写：general 是不定向的钱。",
        ),
    ] = NOT_REPORTED
    donations: Annotated[
        tuple[Donation, ...] | Absent,
        Key(
            "捐赠",
            k.rows(Donation, "{id: D1, date: 2025-07-03, donor: {kind: anonymous}, amount: 100}"),
            clause="3.3",
            withheld=True,
            na=True,
        ),
    ] = NOT_REPORTED
    income: Annotated[
        tuple[Income, ...] | Absent,
        Key(
            "其他收入",
            k.rows(Income, "{id: I1, date: 2025-02-01, category: government_grant, amount: 50000}"),
            clause="3.3",
            withheld=True,
            na=True,
        ),
    ] = NOT_REPORTED
    spending: Annotated[
        tuple[Spending, ...] | Absent,
        Key(
            "支出",
            k.rows(Spending, "{id: S1, date: 2025-07-06, category: program, amount: 8600}"),
            clause="3.3",
            withheld=True,
            na=True,
        ),
    ] = NOT_REPORTED
    transfers: Annotated[
        tuple[Transfer, ...] | Absent,
        Key(
            "用途变更",
            k.rows(Transfer, "{id: T1, date: 2025-12-01, from: flood-2025, to: general, amount: 100}"),
            na=True,
        ),
    ] = NOT_REPORTED
    closing: Annotated[
        dict[str, Fen] | Absent,
        Key("期末余额", k.map_of(k.SIGNED_MONEY), clause="3.3", withheld=True, na=True),
    ] = NOT_REPORTED
    goods_opening: Annotated[
        tuple[Stock, ...] | Absent,
        Key(
            "期初物资",
            k.rows(Stock, "{item: 帐篷, unit: 顶, quantity: 2}"),
            na=True,
            help="只写在第一份报告里。",
        ),
    ] = NOT_REPORTED
    goods_in: Annotated[
        tuple[GoodsIn, ...] | Absent,
        Key(
            "购入物资",
            k.rows(GoodsIn, "{id: P1, date: 2025-07-01, item: 帐篷, unit: 顶, quantity: 2}"),
            na=True,
        ),
    ] = NOT_REPORTED
    goods_out: Annotated[
        tuple[GoodsOut, ...] | Absent,
        Key(
            "物资去向",
            k.rows(GoodsOut, "{id: G1, date: 2025-07-05, item: 救生衣, unit: 件, quantity: 30}"),
            clause="3.3",
            na=True,
            withheld=True,
        ),
    ] = NOT_REPORTED
    stocktake: Annotated[
        tuple[Stock, ...] | Absent,
        Key(
            "期末盘点",
            k.rows(Stock, "{item: 救生衣, unit: 件, quantity: 0}"),
            na=True,
            withheld=True,
        ),
    ] = NOT_REPORTED
    holdings: Annotated[
        Holdings | Absent,
        Key("余额存放", k.record(Holdings, "{bank: 718000, cash: 771.67}"), withheld=True, na=True),
    ] = NOT_REPORTED
    owed: Annotated[
        Owed | Absent,
        Key("欠款", k.record(Owed, "{members: 0, others: 0}"), withheld=True, na=True),
    ] = NOT_REPORTED
    service: Annotated[
        Service | Absent,
        Key(
            "服务情况",
            k.record(Service, "{hours: 1840.5, people_served: 4200}"),
            clause="3.2",
            withheld=True,
            na=True,
        ),
    ] = NOT_REPORTED
    stated: Annotated[Stated | None, Key("别处公布的合计", k.record(Stated, "{donations: 674026}"))] = None
    explained: Annotated[
        tuple[Explained, ...],
        Key("差额说明", k.rows(Explained, "{rule: A01, difference: 0.01, reason: 手续费漏记}")),
    ] = ()
    corrections: Annotated[
        tuple[Correction, ...],
        Key(
            "更正说明",
            k.rows(
                Correction,
                "{date: 2026-03-20, entry: D1, field: amount, before: 2000, after: 20000, reason: 录入错误}",
            ),
        ),
    ] = ()
    origin: Annotated[str | Absent, Key("转录来源", k.TEXT, help="从别处公示转录时，写明原文出处。")] = NOT_REPORTED
    note: Annotated[
        str | Absent,
        Key("说明", k.TEXT, help="读这份账要知道的事，如“余额为约 6 月 22 日的数”。"),
    ] = NOT_REPORTED
