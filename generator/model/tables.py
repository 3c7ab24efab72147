"""Every table of accounts by its columns: key, Chinese heading, kind and meaning.

The page, CSV, Excel, SQLite and the data package draw from these same ones, so that no two can call a figure by
different names. A column that is ``sure`` holds a value in every row; any other may hold an absence.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from generator.base.table import COUNT, DAY, MONEY, QUANTITY, TEXT, Column, Table


@dataclass(frozen=True, slots=True)
class Shape:
    """A table before it has rows. ``totalled``: the last of several rows is their sum."""

    name: str
    caption: str
    columns: tuple[Column, ...]
    totalled: bool = False

    def table(self, rows: Iterable[tuple[Any, ...]]) -> Table:
        """The table with its rows."""
        return Table(self.name, self.caption, self.columns, tuple(rows))


_ID = Column("id", "编号", TEXT, "在本报告内不重复，网址用它", sure=True)
_DAY = Column("date", "日期", DAY, "没有日期的是本期合计数")
_AMOUNT = Column("amount", "金额（元）", MONEY, sure=True)
_PURPOSE = Column("purpose", "用途", TEXT, "不定向，或定向用途的名称", sure=True)
_ITEM = Column("item", "物资", TEXT, sure=True)
_UNIT = Column("unit", "单位", TEXT, "物资的计量单位，照记录写，不换算", sure=True)
_QUANTITY = Column("quantity", "数量", QUANTITY, sure=True)
_EVIDENCE = Column("evidence", "凭证", TEXT, "凭证的名称，几份之间用顿号")
_NOTE = Column("note", "说明")
_YEAR = Column("year", "年份", TEXT, sure=True)

DONATIONS = Shape(
    "donations", "捐赠",
    (
        _ID, _DAY, Column("amount", "金额（元）", MONEY, "捐的钱；只捐物资的没有"),
        Column("donor_kind", "公布方式", TEXT, "单位、实名、化名、匿名或合并公布", sure=True),
        Column("donor", "捐赠人", TEXT, "按捐赠人同意的方式公布", sure=True), Column("goods", "物资", TEXT, "品名和单位；没有物资时为空"),
        _PURPOSE, Column("receipt", "捐赠票据", TEXT, "捐赠票据的号码"),
        Column("used", "已使用（元）", MONEY, "到生成网站那天为止，这笔钱用掉的"),
        Column("left", "结余（元）", MONEY, "到生成网站那天为止，这笔钱还剩的"),
    ),
)  # fmt: skip
USES = Shape(
    "uses", "捐款使用明细",
    (
        Column("donation", "捐赠编号", TEXT, "哪一笔捐赠", sure=True),
        Column("report", "使用所在报告", TEXT, "这笔支出在哪份报告里，可以晚于捐赠", sure=True),
        Column("row", "支出编号", TEXT, "那份报告里的哪一笔支出", sure=True),
        Column("date", "使用日期", DAY, "没有日期的支出按本期最后一天", sure=True),
        Column("amount", "使用金额（元）", MONEY, sure=True),
    ),
)  # fmt: skip
INCOME = Shape(
    "income", "其他收入",
    (
        _ID, _DAY, _AMOUNT, Column("category", "类别", TEXT, "收入的会计类别", sure=True),
        Column("channel", "资金渠道", TEXT, "《通知》五（二）的渠道"), Column("from", "来自"), _PURPOSE,
    ),
)  # fmt: skip
SPENDING = Shape(
    "spending", "支出",
    (
        _ID, _DAY, _AMOUNT, Column("nature", "用途", TEXT, "买了什么、做了什么"),
        Column("to", "付给", TEXT, "只写单位名称、人数和地区"), Column("purpose", "使用的款项", TEXT, "不定向，或定向用途的名称", sure=True),
        _EVIDENCE, Column("category", "类别", TEXT, "支出的会计类别"), _NOTE,
    ),
)  # fmt: skip
TRANSFERS = Shape(
    "transfers", "用途变更",
    (
        _ID, Column("date", "日期", DAY), _AMOUNT, Column("from", "从", TEXT, "原来的用途", sure=True),
        Column("to", "到", TEXT, "改成的用途", sure=True),
        Column("consent", "捐赠人同意"), Column("filing", "备案"),
    ),
)  # fmt: skip
STOCK = Shape(
    "goods", "物资收发存",
    (
        _ITEM, _UNIT, Column("opening", "期初", QUANTITY, sure=True), Column("given", "受赠", QUANTITY, sure=True),
        Column("bought", "购入", QUANTITY, sure=True), Column("out", "发出", QUANTITY, sure=True),
        Column("stock", "结存", QUANTITY, "期初＋受赠＋购入－发出", sure=True), Column("counted", "盘点", QUANTITY, "期末实际点的数"),
    ),
)  # fmt: skip
GOODS_IN = Shape(
    "goods_in", "购入物资",
    (
        _ID, _DAY, _QUANTITY, _UNIT, _ITEM, Column("unit_value", "单价（元）", MONEY), Column("value", "价值（元）", MONEY),
        Column("spending", "对应支出", TEXT, "同一报告里的支出编号"),
    ),
)  # fmt: skip
GOODS_OUT = Shape(
    "goods_out", "物资去向",
    (
        _ID, _DAY, _QUANTITY, _UNIT, _ITEM, Column("how", "方式", TEXT, sure=True),
        Column("from", "来自", TEXT, "哪一笔捐赠；购入的、期初就有的照写；没有写明的按先收先发"), Column("to", "给了谁", TEXT, "只写单位名称、人数和地区；不是发放时为空"),
        Column("received", "签收日期", DAY), _EVIDENCE, _NOTE,
    ),
)  # fmt: skip
BALANCES = Shape(
    "balances", "算式",
    (
        Column("purpose", "用途", TEXT, "不定向，或定向用途的名称", sure=True), Column("opening", "期初（元）", MONEY),
        Column("income", "收入（元）", MONEY), Column("donations", "捐款（元）", MONEY), Column("spent", "支出（元）", MONEY),
        Column("transferred", "用途变更（元）", MONEY, "从别的用途转入减转出"),
        Column("closing", "按账期末（元）", MONEY, "照各行算出来的期末"), Column("stated", "公布期末（元）", MONEY, "队伍自己公布的期末"),
        Column("difference", "差额（元）", MONEY, "公布期末减按账期末"),
    ),
    totalled=True,
)  # fmt: skip
STATED = Shape(
    "stated", "别处公布的合计与各行之和",
    (
        Column("title", "合计", TEXT, sure=True), Column("stated", "公布数（元）", MONEY, "原来公布的合计", sure=True),
        Column("sum", "各行合计（元）", MONEY), Column("verdict", "对得上吗", TEXT, sure=True),
        Column("working", "由哪些行相加", TEXT, "相加的行和金额；没有时为空"),
    ),
)  # fmt: skip
REPORTS = Shape(
    "reports", "全部报告",
    (
        Column("period", "报告", TEXT, "时段的代号，网址用它", sure=True), Column("label", "时段", TEXT, sure=True),
        Column("published", "公布日期", DAY), Column("opening", "期初（元）", MONEY), Column("donations", "捐款（元）", MONEY),
        Column("income", "其他收入（元）", MONEY), Column("spending", "支出（元）", MONEY), Column("closing", "期末（元）", MONEY),
        Column("accuracy", "账对得上吗", TEXT, sure=True), Column("completeness", "写全了吗", TEXT, sure=True),
        Column("timeliness", "按时吗", TEXT, sure=True), Column("hours", "服务时长（小时）", QUANTITY),
    ),
)  # fmt: skip
CHANNELS = Shape(
    "channels", "历年资金渠道（不含捐款）",
    (_YEAR, Column("channel", "资金渠道", TEXT, "《通知》五（二）的渠道", sure=True), _AMOUNT),
)  # fmt: skip
PURPOSES = Shape(
    "purposes", "定向用途和结余",
    (
        Column("title", "定向用途", TEXT, sure=True), Column("start", "开始", DAY), Column("end", "结束", DAY),
        Column("left", "结余（元）", MONEY, "最近一份报告期末还剩的"), Column("leftover", "剩余处理", TEXT, "哪天怎样处理的；没有时为空"),
    ),
)  # fmt: skip
SUPPORT = Shape(
    "support", "对队伍的资金支持",
    (
        _YEAR, Column("team_name", "队伍", TEXT, sure=True),
        Column("amount", "红十字会支出（元）", MONEY, "红十字会写的数", sure=True),
        Column("reported", "队伍收入（元）", MONEY, "队伍的账里写明来自红十字会的数"),
    ),
)  # fmt: skip
CORRECTIONS = Shape(
    "corrections", "更正说明",
    (
        Column("date", "更正日期", DAY, sure=True), Column("entry", "更正的行", TEXT, "行号或键名", sure=True),
        Column("field", "更正的项目", TEXT, sure=True), Column("before", "更正前", TEXT, sure=True),
        Column("after", "更正后", TEXT, sure=True), Column("reason", "原因", TEXT, sure=True),
        Column("approved", "批准", TEXT, "批准的机构；没有写时为空"),
    ),
)  # fmt: skip
DUE = Shape(
    "due", "应公布的报告",
    (
        Column("period", "报告", TEXT, "时段的代号", sure=True), Column("label", "时段", TEXT, sure=True),
        Column("due", "应公布日期", DAY, sure=True), Column("published", "公布日期", DAY),
        Column("state", "状态", TEXT, "按时公布、晚公布、逾期未公布、尚未到期或公布日期不明", sure=True),
        Column("days", "天数", COUNT, "晚了或逾期几天；负数是提前几天", sure=True), Column("basis", "依据"),
    ),
)  # fmt: skip
FINDINGS = Shape(
    "findings", "检查发现的问题",
    (
        Column("file", "文件", TEXT, "记录文件", sure=True), Column("line", "行", COUNT, sure=True),
        Column("rule", "检查编号", TEXT, sure=True), Column("severity", "程度", TEXT, sure=True),
        Column("message", "问题", TEXT, sure=True), Column("fix", "怎样改", TEXT, sure=True),
        Column("difference", "差额", TEXT, "单位随检查：分、千分之一或天；没有差额时为空"),
        Column("explained", "本队说明", TEXT, "对差额的说明；没有时为空"),
    ),
)  # fmt: skip
QUESTIONS = Shape(
    "questions", "提问和答复",
    (
        Column("number", "编号", TEXT, "在一个红十字会里不重复", sure=True), Column("asked", "提问日期", DAY, sure=True),
        Column("about", "所问内容", TEXT, "所问内容的网址，自站点根起", sure=True), Column("question", "问题", TEXT, sure=True),
        Column("answered", "答复日期", DAY), Column("answer", "答复"), Column("by", "答复单位"),
    ),
)  # fmt: skip
SOCIETIES = Shape(
    "societies", "红十字会",
    (
        Column("name", "名称", TEXT, sure=True), Column("level", "层级"), Column("division", "行政区划代码"),
        Column("sector", "系统", TEXT, "没有行政区划代码的系统"), Column("teams", "队伍数", COUNT, "本级管理的队伍", sure=True),
        Column("address", "网址", TEXT, "自站点根起", sure=True),
    ),
)  # fmt: skip
TEAMS = Shape(
    "teams", "队伍",
    (
        Column("name", "名称", TEXT, sure=True), Column("short_name", "简称", TEXT, "没有时为空"),
        Column("status", "状态", TEXT, sure=True), Column("fields", "服务领域", TEXT, "第一个是主要领域", sure=True),
        Column("leader", "负责人"), Column("area", "服务地区", TEXT, sure=True), Column("custody", "资金保管"),
        Column("reports", "报告份数", COUNT, sure=True), Column("accuracy", "账对得上吗", TEXT, sure=True),
        Column("completeness", "写全了吗", TEXT, sure=True), Column("timeliness", "按时吗", TEXT, sure=True),
        Column("address", "网址", TEXT, "自站点根起", sure=True),
    ),
)  # fmt: skip
