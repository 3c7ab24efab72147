"""What a team says of its own figures: totals published elsewhere, differences explained, corrections."""

from __future__ import annotations

from typing import Annotated

from generator.base.absence import NOT_REPORTED, Absent
from generator.base.dates import Day
from generator.base.money import Fen
from generator.model import kinds as k
from generator.model.fields import Key, Record
from generator.model.goods import Stock
from generator.model.vocabulary import (
    Total,
)


class Subtotal(Record, frozen=True, eq=False):
    """A subtotal the team published elsewhere; it must equal its rows."""

    id: Annotated[str, Key("编号", k.ROW_ID, need=True)]
    title: Annotated[str, Key("名称", k.TEXT, need=True)]
    amount: Annotated[Fen, Key("金额", k.MONEY, need=True)]
    rows: Annotated[
        tuple[str, ...],
        Key(
            "包括的行",
            k.list_of(k.ROW_ID, least=1),
            need=True,
            help="捐赠、收入、支出或别的小计的编号。",
        ),
    ]
    percent: Annotated[str | Absent, Key("公布的百分比", k.PERCENT)] = NOT_REPORTED
    percent_of: Annotated[Total | Absent, Key("占什么的百分比", k.code(Total))] = NOT_REPORTED


class Stated(Record, frozen=True, eq=False):
    """Totals as published elsewhere. Each must equal the sum of its rows, or be explained."""

    income: Annotated[Fen | Absent, Key("收入（不含捐赠）", k.MONEY)] = NOT_REPORTED
    donations: Annotated[Fen | Absent, Key("捐款合计", k.MONEY)] = NOT_REPORTED
    receipts: Annotated[Fen | Absent, Key("收入合计（含捐款）", k.MONEY)] = NOT_REPORTED
    spending: Annotated[Fen | Absent, Key("支出合计", k.MONEY)] = NOT_REPORTED
    goods_value: Annotated[Fen | Absent, Key("捐赠物资价值合计", k.MONEY)] = NOT_REPORTED
    cumulative_donations: Annotated[
        Fen | Absent, Key("累计捐款", k.MONEY, help="公示的历次累计数；后一期不能少于前一期。")
    ] = NOT_REPORTED
    goods_out: Annotated[
        tuple[Stock, ...],
        Key("公布的发放数", k.rows(Stock, "{item: 口罩, unit: 个, quantity: 200}")),
    ] = ()
    subtotals: Annotated[
        tuple[Subtotal, ...],
        Key("小计", k.rows(Subtotal, "{id: T1, title: 区级项目, amount: 3000, rows: [D1, D2]}")),
    ] = ()


class Explained(Record, frozen=True, eq=False):
    """A difference the team cannot close, published with its size and reason."""

    rule: Annotated[str, Key("检查编号", k.TextKind("检查编号", "A01", "[A-Z][0-9]{2}", limit=3), need=True)]
    difference: Annotated[
        str,
        Key(
            "差额",
            k.TextKind("差额", "0.01", r"-?[0-9]+(?:\.[0-9]{1,3})?", limit=20),
            need=True,
            help="与检查算出的差额完全一致，正负号可不写。",
        ),
    ]
    reason: Annotated[str, Key("原因", k.TEXT, need=True)]


class Correction(Record, frozen=True, eq=False):
    """更正说明: what was published wrongly, and what is right."""

    date: Annotated[Day, Key("更正日期", k.DAY, need=True)]
    entry: Annotated[str, Key("更正的行", k.TEXT, need=True, help="行号，或 opening、closing 等键名。")]
    field: Annotated[str, Key("更正的项目", k.TEXT, need=True)]
    before: Annotated[str, Key("更正前", k.TEXT, need=True)]
    after: Annotated[str, Key("更正后", k.TEXT, need=True, help="与记录里现在的值一致。")]
    reason: Annotated[str, Key("原因", k.TEXT, need=True)]
    approved: Annotated[str | Absent, Key("批准机构", k.TEXT)] = NOT_REPORTED
