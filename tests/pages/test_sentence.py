"""The account of a report in plain sentences, right in every case: each expected sentence was written by hand."""

from datetime import date
from typing import Any

import msgspec
import pytest

from generator.base.absence import NOT_APPLICABLE, NOT_REPORTED, withheld
from generator.base.dates import parse_period
from generator.ledger.calendar import Obligation
from generator.ledger.team import TeamLedger, keep_ledger
from generator.model.cash import Spending
from generator.model.corpus import FiledReport
from generator.model.governance import Governance, Leader, Policies
from generator.model.parties import Payee
from generator.model.report import Owed
from generator.model.site import Site
from generator.model.vocabulary import Nature, PayeeKind, SpendingCategory
from generator.pages.parts.goods_words import gap_sentences, no_stock_words, settled_sentence
from generator.pages.parts.owed import owed_sentence, owed_words
from generator.pages.parts.sentence import publishing_sentence, report_sentence, status_sentence
from tests.ledger.books import AT, buy, context, day, earn, folder, gift, issue, lot, move, report, spend, stock, team

KEPT = withheld("账目移交")
FLOOD = "flood-2025"


def ledger(*reports: FiledReport) -> TeamLedger:
    """The ledger of a chain of reports."""
    site = Site(AT, "示例站", "示例县红十字会", "https://example.org/", None)
    governance = Governance(AT, charter=NOT_REPORTED, policies=Policies(AT, *[NOT_REPORTED] * 4))
    shared = msgspec.structs.replace(context("2026-11-24"), site=site)
    return keep_ledger(folder(*reports), team(leader=Leader(AT), governance=governance), shared)


def told(*rows: Any, opening: Any = None, closing: Any = None, **keys: Any) -> str:
    """The sentences of a report of 2025; what is not said is none, except the closing, which is what it should be."""
    filed = made(*rows, opening=opening, closing=closing, **keys)
    return report_sentence(filed, ledger(filed))


def made(*rows: Any, opening: Any = None, closing: Any = None, **keys: Any) -> FiledReport:
    """A report of 2025 that tells everything."""
    said = {"donations": (), "income": (), "spending": (), "transfers": (), "goods_out": ()}
    filed = report("2025", *rows)
    missing = {key: value for key, value in said.items() if getattr(filed.report, key) is NOT_REPORTED}
    keys = {"opening": {"general": 0} if opening is None else opening} | missing | keys
    filled = msgspec.structs.replace(filed.report, **keys)
    filed = FiledReport(filed.period, filed.path, filled)
    if closing is None:
        closing = {p: b.closing for p, b in ledger(filed).balances("2025").items()} or {"general": 0}
    return FiledReport(filed.period, filed.path, msgspec.structs.replace(filled, closing=closing))


def use(id: str, amount: int, nature: Any = NOT_REPORTED, purpose: str = "general", **more: Any) -> Spending:
    """Spending of a kind; the category is 业务活动成本 unless said otherwise."""
    return Spending(AT, id, **{"category": SpendingCategory.PROGRAM} | more, amount=amount, nature=nature, date=day("06-01"), purpose=purpose)  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "keys", "sentence"),
    [
        pytest.param(
            [], {}, "2025 年，本队没有收到捐赠。没有支出。期末没有余额。", id="nothing at all",
        ),
        pytest.param(
            [], {"opening": {"general": 138000}},
            "2025 年，本队没有收到捐赠。没有支出。期末还剩 1,380.00 元。", id="nothing received, nothing spent",
        ),
        pytest.param(
            [use("S1", 60000, Nature.AID)], {"opening": {"general": 100000}},
            "2025 年，本队没有收到捐赠。花了 600.00 元，都用于救助。期末还剩 400.00 元。", id="one kind of use",
        ),
        pytest.param(
            [gift("D1", "01-02", 2000000), gift("D2", "01-03", 500), use("S1", 860000, Nature.EQUIPMENT),
             use("S2", 450000, Nature.AID), use("S3", 450000, Nature.AID), use("S4", 1000, Nature.OFFICE), use("S5", 2000)],
            {},
            "2025 年，本队收到捐款 2 笔，共 20,005.00 元。花了 17,630.00 元，"
            "其中 9,000.00 元用于救助、8,600.00 元用于买装备、20.00 元用于业务活动。期末还剩 2,375.00 元。",
            id="the three biggest uses, rows of one kind added up",
        ),
        pytest.param(
            [gift("D1", "01-02", 10000), use("S1", 3000, Nature.TRAINING), use("S2", 5000, category=KEPT)], {},
            "2025 年，本队收到捐款 1 笔，共 100.00 元。花了 80.00 元，其中 30.00 元用于培训，还有 50.00 元没有写明用途。"
            "期末还剩 20.00 元。",
            id="a use that is kept back",
        ),
        pytest.param(
            [gift("D1", "01-02", 10000), use("S1", 3000, category=KEPT)], {},
            "2025 年，本队收到捐款 1 笔，共 100.00 元。花了 30.00 元，没有写明用途。期末还剩 70.00 元。",
            id="no use told",
        ),
        pytest.param(
            [gift("D1", "01-02", 10000), use("S1", 10000, category=SpendingCategory.OTHER,
                                             to=Payee(AT, PayeeKind.COMPANY, "示例电器有限公司"))], {},
            "2025 年，本队收到捐款 1 笔，共 100.00 元。花了 100.00 元，都付给示例电器有限公司。期末没有余额。",
            id="a gift given back to its donor",
        ),
        pytest.param(
            [gift("D1", "01-02", 10000), use("S1", 4000, Nature.OTHER), use("S2", 1000, to=Payee(AT, PayeeKind.MEMBER))],
            {},
            "2025 年，本队收到捐款 1 笔，共 100.00 元。花了 50.00 元，其中 40.00 元用于其他用途、10.00 元用于归还队员垫付。"
            "期末还剩 50.00 元。",
            id="advances repaid",
        ),
        pytest.param(
            [earn("I1", "02-01", 500000)], {},
            "2025 年，本队没有收到捐赠。其他收入 5,000.00 元。没有支出。期末还剩 5,000.00 元。", id="income that is no gift",
        ),
        pytest.param(
            [gift("D1", "01-02", 10000), use("S1", 60000, Nature.TRAVEL)], {},
            "2025 年，本队收到捐款 1 笔，共 100.00 元。花了 600.00 元，都用于交通。期末透支 500.00 元。", id="overspent",
        ),
        pytest.param(
            [gift("D1", "01-02", 50000, FLOOD), use("S1", 20000, Nature.VENUE)], {},
            "2025 年，本队收到捐款 1 笔，共 500.00 元。花了 200.00 元，都用于场地。期末还剩 300.00 元。"
            "定向资金应有 500.00 元没有用完，其余的钱透支了 200.00 元。",
            id="tied money lent to the rest",
        ),
        pytest.param(
            [gift("D1", "01-02", 50000, FLOOD), gift("D2", "01-02", 30000)], {},
            "2025 年，本队收到捐款 2 笔，共 800.00 元。没有支出。期末还剩 800.00 元，其中定向资金 500.00 元还没有用完。",
            id="part of what is left is tied",
        ),
        pytest.param(
            [gift("D1", "01-02", 50000, FLOOD), gift("D2", "01-02", 30000, "winter")], {},
            "2025 年，本队收到捐款 2 笔，共 800.00 元。没有支出。期末还剩 800.00 元，都是还没有用完的定向资金。",
            id="several purposes, all of it tied",
        ),
        pytest.param(
            [move("T1", "03-01", 85000, FLOOD, "general")], {"opening": {FLOOD: 85000}},
            "2025 年，本队没有收到捐赠。没有支出。改变用途 1 笔，共 850.00 元。期末还剩 850.00 元。", id="transfers only",
        ),
        pytest.param(
            [lot("D1", "02-01", "救生衣", 30), issue("G1", "03-01", "救生衣", 10)], {"stocktake": (stock("救生衣", 20),)},
            "2025 年，本队收到捐赠 1 笔，都是物资：救生衣 30 件。没有支出。期末没有余额。还剩物资：救生衣 20 件。",
            id="goods only, without a value",
        ),
        pytest.param(
            [lot("D1", "02-01", "大米", 1, "袋"), lot("D2", "02-01", "食用油", 2, "桶"), lot("D3", "02-01", "棉被", 3, "床"),
             lot("D4", "02-01", "手套", 4, "双"), gift("D5", "02-01", 100)], {"goods_out": NOT_REPORTED},
            "2025 年，本队收到捐赠 5 笔，其中捐款 1.00 元、大米 1 袋、食用油 2 桶、棉被 3 床等 4 种物资。没有支出。"
            "期末还剩 1.00 元。物资去向未填报。",
            id="more goods than are named, and nothing said of where they went",
        ),
        pytest.param(
            [buy("P1", "02-01", "帐篷", 5, "顶"), issue("G1", "03-01", "帐篷", 5, "顶")],
            {"donations": NOT_REPORTED, "spending": NOT_REPORTED, "closing": NOT_REPORTED},
            "2025 年，捐赠未填报。购入或调入物资：帐篷 5 顶。支出未填报。期末余额未填报。", id="goods without money",
        ),
        pytest.param(
            [gift("D1", "01-02", 10000)], {"opening": KEPT, "closing": {"general": 30000}},
            "2025 年，本队收到捐款 1 笔，共 100.00 元。没有支出。"
            "公布的期末余额是 300.00 元，因为期初余额不公开（账目移交），无法核对。",
            id="opening kept back",
        ),
        pytest.param(
            [gift("D1", "01-02", 10000)], {"closing": KEPT},
            "2025 年，本队收到捐款 1 笔，共 100.00 元。没有支出。期末余额不公开（账目移交）。", id="closing kept back",
        ),
        pytest.param(
            [gift("D1", "01-02", 10000)], {"spending": KEPT, "closing": {"general": 5000}},
            "2025 年，本队收到捐款 1 笔，共 100.00 元。支出不公开（账目移交）。"
            "公布的期末余额是 50.00 元，因为支出不公开（账目移交），无法核对。",
            id="spending kept back",
        ),
        pytest.param(
            [], {"donations": KEPT, "income": KEPT, "closing": {"general": 5000}},
            "2025 年，捐赠不公开（账目移交）。其他收入不公开（账目移交）。没有支出。"
            "公布的期末余额是 50.00 元，因为捐赠不公开（账目移交）；收入不公开（账目移交），无法核对。",
            id="gifts and income kept back",
        ),
        pytest.param(
            [], {"donations": NOT_REPORTED, "income": NOT_REPORTED, "spending": NOT_REPORTED, "opening": NOT_REPORTED,
                 "closing": NOT_REPORTED},
            "2025 年，捐赠未填报。支出未填报。期末余额未填报。", id="nothing reported",
        ),
        pytest.param(
            [], {"donations": NOT_APPLICABLE, "closing": {"general": 0}},
            "2025 年，捐赠不适用。没有支出。期末没有余额。", id="a team that takes no gifts",
        ),
        pytest.param(
            [gift("D1", "01-02", 10000), spend("S1", "02-01", 2000)], {"closing": {"general": 7999}},
            "2025 年，本队收到捐款 1 笔，共 100.00 元。花了 20.00 元，都用于业务活动。"
            "公布的期末余额是 79.99 元，按账应是 80.00 元，差 0.01 元。",
            id="does not add up",
        ),
    ],
)  # fmt: skip
def test_the_account_in_a_sentence(rows, keys, sentence):
    assert told(*rows, **keys) == sentence


@pytest.mark.parametrize(
    ("owed", "closing", "lead", "words"),
    [
        (NOT_REPORTED, 100, "", ""),
        (KEPT, 100, "", "欠款不公开（账目移交）"),
        (Owed(AT, 0, 0), 100, "", "没有欠款"),
        (Owed(AT, 100, 0), 100, "", "欠队员垫付 1.00 元"),
        (
            Owed(AT, 20_000_000, at_least=True), 1_297_105,
            "账面余额 12,971.05 元，但尚欠队员垫付 200,000.00 元以上，实际为负 187,028.95 元以上。",
            "欠队员垫付 200,000.00 元以上；欠其他单位和个人未填报",
        ),
        (
            Owed(AT, 300, 400), 100, "账面余额 1.00 元，但尚欠队员垫付和其他款项共 7.00 元，实际为负 6.00 元。",
            "欠队员垫付 3.00 元；欠其他单位和个人 4.00 元",
        ),
        (Owed(AT, 0, 400), -100, "账面余额 −1.00 元，但尚欠别人 4.00 元，实际为负 5.00 元。", "欠其他单位和个人 4.00 元"),
    ],
)  # fmt: skip
def test_more_owed_than_there_is(owed, closing, lead, words):
    filed = made(owed=owed, opening={"general": closing})
    assert owed_sentence(filed, ledger(filed)) == lead
    assert owed_words(filed) == words


@pytest.mark.parametrize(
    ("rows", "keys", "settled", "gaps", "none"),
    [
        ([], {}, "", (), "没有物资收发。"),
        ([], {"donations": NOT_REPORTED, "goods_out": NOT_REPORTED}, "", (), "物资收发未填报。"),
        ([lot("D1", "02-01", "帐篷", 5), issue("G1", "03-01", "帐篷", 5)], {},
         "物资相符：帐篷收到 5 件、发出 5 件，没有结余。", (), "没有物资收发。"),
        ([lot("D1", "02-01", "帐篷", 5), issue("G1", "03-01", "帐篷", 3)], {}, "",
         ("帐篷：收到 5 件，发出 3 件，还有 2 件没有说明去向（未盘点）。",), "没有物资收发。"),
    ],
)  # fmt: skip
def test_goods_in_a_sentence(rows, keys, settled, gaps, none):
    filed = made(*rows, **keys)
    books = ledger(filed)
    assert settled_sentence(filed, books) == settled
    assert gap_sentences(filed, books) == gaps
    assert no_stock_words(filed) == none


@pytest.mark.parametrize(
    ("status", "since", "sentence"),
    [
        ("active", "2025-01-01", ""),
        ("suspended", "2025-03-01", "本队从 2025-03-01 起暂停活动。"),
        ("dissolved", "2025-09-30", "本队已于 2025-09-30 解散。"),
        ("dissolved", "", "本队已经解散，日期未填报。"),
    ],
)
def test_a_team_that_is_no_more(status, since, sentence):
    assert status_sentence(team(status=status, since=since)) == sentence


@pytest.mark.parametrize(
    ("states", "sentence"),
    [
        ("", ""),
        ("upcoming", ""),
        ("unknown on_time", ""),
        ("on_time upcoming", "到 2026-11-24，应公布的 1 份报告按时公布了。"),
        ("on_time on_time", "到 2026-11-24，应公布的 2 份报告都按时公布了。"),
        ("on_time late", "有 1 份报告没有按时公布。"),
        ("late missing missing", "到 2026-11-24，有 2 份报告到期没有公布。有 1 份报告没有按时公布。"),
    ],
)
def test_what_was_not_published_in_time(states, sentence):
    period = parse_period("2025")
    assert period is not None
    calendar = tuple(Obligation(period, date(2026, 5, 31), state, None, 0, "") for state in states.split())
    assert publishing_sentence(calendar, date(2026, 11, 24)) == sentence
