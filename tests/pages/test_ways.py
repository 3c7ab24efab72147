"""The way of every gift as a page tells it: purpose, each use, who received it, what proves it, what is left."""

from typing import Any

import msgspec
import pytest

from generator.base.absence import NOT_APPLICABLE, NOT_REPORTED, withheld
from generator.base.table import Linked
from generator.ledger.team import TeamLedger, keep_ledger
from generator.model.cash import Spending
from generator.model.corpus import FiledReport
from generator.model.goods import Evidence, GoodsOut
from generator.model.governance import Governance, Leader, PartyOrganisation, People, Platform, Policies, Registration
from generator.model.parties import Payee
from generator.model.site import Site
from generator.model.team import Team
from generator.model.vocabulary import Nature, PayeeKind, RegistrationStatus, SpendingCategory
from generator.model.work import Purpose
from generator.pages.parts.gifts import Books, GiftView, gift_views
from generator.pages.parts.tables import goods_out_table
from generator.pages.team.profile import governance_facts
from tests.ledger.books import AT, buy, context, day, folder, gift, issue, lot, move, report, stock, team

FLOOD = Purpose(AT, "flood", "2025 年洪水救援")
GOVERNANCE = Governance(AT, charter=NOT_REPORTED, policies=Policies(AT, *[NOT_REPORTED] * 4))
TEAM = team(leader=Leader(AT), governance=GOVERNANCE, purposes=(FLOOD,))
FILES = frozenset({"files/2025/s1.png"})
SHOP = Payee(AT, PayeeKind.COMPANY, "示例救援装备店")
PEOPLE = Payee(AT, PayeeKind.PERSONS, count=42, area="示例区")


def ledger(*reports: FiledReport) -> TeamLedger:
    site = Site(AT, "示例站", "示例县红十字会", "https://example.org/", None)
    return keep_ledger(folder(*reports), TEAM, msgspec.structs.replace(context("2026-11-24"), site=site))


def views(*reports: FiledReport) -> tuple[GiftView, ...]:
    """The gifts of the first report, seen from its own page."""
    return gift_views(reports[0], Books(TEAM, ledger(*reports), FILES, "../"))


def paid(id: str, amount: int, to: Any, **more: Any) -> Spending:
    return Spending(AT, id, SpendingCategory.PROGRAM, amount, day("07-06"), to=to, purpose="flood", **more)


def test_a_sum_is_told_to_its_last_use():
    (view,) = views(
        report(
            "2025",
            gift("D1", "07-03", 2000000, "flood"),
            paid("S1", 860000, SHOP, nature=Nature.EQUIPMENT, evidence=(Evidence(AT, "发票", "files/2025/s1.png"),)),
            paid("S2", 900000, PEOPLE, nature=Nature.AID),
        )
    )
    assert (view.id, view.day, view.amount, view.purpose) == ("D1", "2025-07-03", "20,000.00 元", "2025 年洪水救援")
    first, second = view.uses
    assert (first.amount, first.what, first.to, first.day) == ("8,600.00 元", "装备", "示例救援装备店", "2025-07-06")
    assert (first.proofs, first.unproved) == ((Linked("发票", "../files/2025/s1.png"),), "")
    assert (second.to, second.proofs, second.unproved) == ("42 人，示例区", (), "凭证未填报")
    assert first.href == "../2025/index.html#S1"
    assert (view.state, view.left) == ("partly", "2,400.00 元")


def test_money_moved_names_where_it_went():
    (view,) = views(report("2025", gift("D1", "07-03", 500, "flood"), move("T1", "08-01", 500, "flood", "general")))
    assert [(use.what, use.to, use.proofs, use.unproved) for use in view.uses] == [("转作“不定向”", "", (), "")]


@pytest.mark.parametrize(
    ("evidence", "proofs", "unproved"),
    [
        (NOT_REPORTED, (), "凭证未填报"),
        (withheld("涉及受助人"), (), "凭证不公开（涉及受助人）"),
        (NOT_APPLICABLE, (), "凭证不适用"),
        ((), (Linked("没有凭证", ""),), ""),
        ((Evidence(AT, "收据", "files/2025/never.png"),), (Linked("收据（文件缺失）", ""),), ""),
        ((Evidence(AT, "收据", withheld("涉及受助人")),), (Linked("收据（文件不公开（涉及受助人））", ""),), ""),
    ],
)
def test_only_a_file_that_is_there_is_a_link(evidence, proofs, unproved):
    (view,) = views(report("2025", gift("D1", "07-03", 500, "flood"), paid("S1", 500, SHOP, evidence=evidence)))
    assert [(use.proofs, use.unproved) for use in view.uses] == [(proofs, unproved)]


@pytest.mark.parametrize(
    ("rows", "keys", "state", "left"),
    [
        ([gift("D1", "07-03", 500)], {"spending": ()}, "unused", "5.00 元"),
        ([gift("D1", "07-03", 500)], {"spending": (), "origin": "某会公告"}, "unknown", "来源没有写明用在了哪里"),
        ([gift("D1", "07-03", 500)], {}, "unknown", "使用情况未填报"),
        ([lot("D1", "07-03", "帐篷", 3, "顶")], {}, "unknown", "物资去向未填报"),
        ([lot("D1", "07-03", "帐篷", 3, "顶")], {"goods_out": ()}, "unused", "帐篷 3 顶"),
        ([lot("D1", "07-03", "帐篷", 3, "顶"), issue("G1", "07-04", "帐篷", 3, "顶")], {}, "used", ""),
    ],
)
def test_what_is_left(rows, keys, state, left):
    (view,) = views(report("2025", *rows, **keys))
    assert (view.state, view.left) == (state, left)


def test_goods_say_which_gift_or_purchase_they_came_from():
    filed = report(
        "2025",
        lot("D1", "01-03", "雨衣", 3),
        buy("P1", "01-04", "雨衣", 3),
        issue("G1", "02-01", "雨衣", 2),
        issue("G2", "02-02", "雨衣", 3),
        issue("G3", "02-03", "雨衣", 1, source="P1"),
        GoodsOut(AT, "G4", "绳", "条", 1000, day("02-04")),
        goods_opening=(stock("绳", 1, "条"),),
    )
    table = goods_out_table(filed, ledger(filed), FILES)
    column = [column.key for column in table.columns].index("from")
    assert [row[column] for row in table.rows] == ["D1", "D1、购入 P1", "P1", "期初库存"]


@pytest.mark.parametrize(
    ("organisation", "members", "words", "absent"),
    [
        (PartyOrganisation(AT, "联合党支部", day("03-01")), 5, "联合党支部，2025-03-01", False),
        (NOT_REPORTED, 3, "应设未设（党员 3 人）", True),
        (NOT_REPORTED, 2, "不适用（党员 2 人，3 人以上才应设立）", True),
        (NOT_REPORTED, NOT_REPORTED, "未填报", True),
        (withheld("正在筹建"), 5, "应设未设（党员 5 人），不公开（正在筹建）", True),
        (withheld("正在筹建"), 2, "不公开（正在筹建）", True),
    ],
)
def test_the_party_organisation_is_asked_of_three_members_on(organisation, members, words, absent):
    (fact,) = (fact for fact in governance_facts(governed(organisation, members), FILES, {}) if fact.label == "党组织")
    assert (fact.words, fact.absent) == (words, absent)


def governed(organisation: Any, members: Any) -> Team:
    return team(
        leader=Leader(AT), governance=GOVERNANCE, custody=NOT_REPORTED, party_organisation=organisation,
        people=People(AT, 10, members), platform=Platform(AT, NOT_REPORTED),
        registration=Registration(AT, RegistrationStatus.INELIGIBLE),
    )  # fmt: skip
