"""Goods: given, bought, issued, counted. Units are never converted, unvalued goods never priced by us."""

from __future__ import annotations

from typing import Annotated

from generator.base.absence import NOT_REPORTED, Absent
from generator.base.dates import Day
from generator.base.money import Fen
from generator.base.quantity import Thousandths
from generator.model import kinds as k
from generator.model.fields import Key, Record
from generator.model.parties import Payee
from generator.model.vocabulary import (
    GoodsUse,
    Valuation,
)

ROW_HELP = "本报告内不重复，公布后不再改变；网址用它。"


class Item(Record, frozen=True, eq=False):
    """Goods of one kind within a donation."""

    item: Annotated[str, Key("物资", k.TEXT, need=True, help="写明型号，如 KN95 口罩与 N95 口罩是两种。")]
    unit: Annotated[str, Key("单位", k.TextKind("计量单位", "件", limit=20), need=True)]
    quantity: Annotated[Thousandths, Key("数量", k.QUANTITY, need=True)]
    unit_value: Annotated[Fen | Absent, Key("单价", k.MONEY, na=True)] = NOT_REPORTED
    value: Annotated[Fen | Absent, Key("价值", k.MONEY, na=True, help="与数量×单价相等；只写一样即可。")] = NOT_REPORTED
    valuation: Annotated[Valuation | Absent, Key("计价依据", k.code(Valuation))] = NOT_REPORTED
    expires: Annotated[Day | Absent, Key("有效期至", k.PLANNED_DAY, na=True)] = NOT_REPORTED


class Evidence(Record, frozen=True, eq=False):
    """A file that proves a row."""

    title: Annotated[str, Key("凭证名称", k.TEXT, need=True)]
    file: Annotated[str | Absent, Key("文件", k.FILE, withheld=True, help="队伍文件夹内的路径。")] = NOT_REPORTED
    redacted: Annotated[bool | Absent, Key("已遮盖个人信息", k.FLAG)] = NOT_REPORTED


class GoodsIn(Record, frozen=True, eq=False):
    """Goods that came in otherwise than by donation: bought, or handed on by a society."""

    id: Annotated[str, Key("编号", k.ROW_ID, need=True, help=ROW_HELP)]
    item: Annotated[str, Key("物资", k.TEXT, need=True)]
    unit: Annotated[str, Key("单位", k.TEXT, need=True)]
    quantity: Annotated[Thousandths, Key("数量", k.QUANTITY, need=True)]
    date: Annotated[Day | Absent, Key("日期", k.DAY, help="到货的那一天。")] = NOT_REPORTED
    undated: Annotated[
        str | Absent,
        Key("没有日期的原因", k.TEXT, help="只用于转录没有日期的旧公示；按期初第一天计。"),
    ] = NOT_REPORTED
    unit_value: Annotated[Fen | Absent, Key("单价", k.MONEY, na=True)] = NOT_REPORTED
    value: Annotated[Fen | Absent, Key("价值", k.MONEY, na=True)] = NOT_REPORTED
    spending: Annotated[str | Absent, Key("对应支出", k.ROW_REF, help="买这批物资的支出编号。", na=True)] = NOT_REPORTED
    from_: Annotated[str | Absent, Key("来自", k.TEXT)] = NOT_REPORTED
    note: Annotated[str | Absent, Key("说明", k.TEXT)] = NOT_REPORTED


class GoodsOut(Record, frozen=True, eq=False):
    """Goods that left the stock."""

    id: Annotated[str, Key("编号", k.ROW_ID, need=True, help=ROW_HELP)]
    item: Annotated[str, Key("物资", k.TEXT, need=True)]
    unit: Annotated[str, Key("单位", k.TEXT, need=True)]
    quantity: Annotated[Thousandths, Key("数量", k.QUANTITY, need=True)]
    date: Annotated[Day | Absent, Key("日期", k.DAY, help="发生的那一天。")] = NOT_REPORTED
    undated: Annotated[
        str | Absent,
        Key("没有日期的原因", k.TEXT, help="只用于转录没有日期的旧公示；按期末最后一天计。"),
    ] = NOT_REPORTED
    how: Annotated[GoodsUse, Key("去向方式", k.code(GoodsUse), help="不写就是 issued 发放。")] = GoodsUse.ISSUED
    from_: Annotated[str | Absent, Key("来自捐赠", k.ROW_REF, help="哪一笔捐赠的物资；不写就先收先发。")] = NOT_REPORTED
    to: Annotated[Payee | None, Key("发给", k.record(Payee, "{kind: units, count: 3, area: 示例区}"))] = None
    received: Annotated[Day | Absent, Key("签收日期", k.DAY, na=True)] = NOT_REPORTED
    evidence: Annotated[
        tuple[Evidence, ...] | Absent,
        Key(
            "凭证",
            k.rows(Evidence, "{file: files/2025/g1.png, title: 交接照片}"),
            withheld=True,
            na=True,
        ),
    ] = NOT_REPORTED
    note: Annotated[str | Absent, Key("说明", k.TEXT)] = NOT_REPORTED


class Stock(Record, frozen=True, eq=False):
    """A counted quantity of one item."""

    item: Annotated[str, Key("物资", k.TEXT, need=True)]
    unit: Annotated[str, Key("单位", k.TEXT, need=True)]
    quantity: Annotated[Thousandths, Key("数量", k.QUANTITY, need=True)]
