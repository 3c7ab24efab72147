"""Given, zero, not applicable, not reported, withheld: five states that never look alike."""

import pytest

from generator.base.absence import NOT_APPLICABLE, NOT_REPORTED, withheld
from generator.ledger.completeness import lacking, leader_name, report_items, state_of
from generator.model.goods import Evidence
from generator.model.governance import Leader
from generator.model.site import Site
from tests.ledger.books import AT, day, gift, issue, lot, report, spend, team

SITE = Site(AT, "示例站", "示例县红十字会", "https://example.org/", None)


@pytest.mark.parametrize(
    ("value", "state"),
    [
        (5, "given"),
        (0, "zero"),
        ((), "zero"),
        ({"general": 0, "flood": 0}, "zero"),
        ({}, "zero"),
        ({"general": 1}, "given"),
        (None, "not_reported"),
        (NOT_REPORTED, "not_reported"),
        (NOT_APPLICABLE, "not_applicable"),
        (withheld("理由"), "withheld"),
    ],
)
def test_states(value, state):
    assert state_of(value) == state


def test_the_figures_of_a_report():
    filed = report("2025", gift("D1", "02-01", 5), published="2026-03-01", opening=withheld("合并记账"), income=())
    states = {item.key: (item.state, str(item.words)) for item in report_items(filed.report, SITE)}
    assert states == {
        "published": ("given", "已填报"),
        "opening": ("withheld", "不公开（合并记账）"),
        "income": ("zero", "零"),
        "donations": ("given", "已填报"),
        "spending": ("not_reported", "未填报"),
        "closing": ("not_reported", "未填报"),
        "holdings": ("not_reported", "未填报"),
        "owed": ("not_reported", "未填报"),
    }
    assert len(lacking(report_items(filed.report, SITE))) == 4


def test_goods_are_accounted_for_where_there_are_any():
    def state(*rows):
        return [item.state for item in report_items(report("2025", *rows).report, SITE) if item.key == "goods_out"]

    assert state() == []
    assert state(lot("D1", "02-01", "帐篷", 5)) == ["not_reported"]
    assert state(lot("D1", "02-01", "帐篷", 5), issue("G1", "03-01", "帐篷", 5)) == ["given"]


@pytest.mark.parametrize(
    ("amount", "evidence", "state"),
    [
        (99_999, NOT_REPORTED, None),
        (100_000, NOT_REPORTED, "not_reported"),
        (100_000, (), "not_reported"),
        (100_000, withheld("涉及受助人"), "withheld"),
        (100_000, (Evidence(AT, "发票"),), None),
    ],
)
def test_evidence_is_asked_from_the_threshold_on(amount, evidence, state):
    row = type(spend("S1", "02-01", 1))(AT, "S1", spend("S1", "", 1).category, amount, day("02-01"), evidence=evidence)
    found = [item.state for item in report_items(report("2025", row).report, SITE) if item.key == "evidence"]
    assert found == ([state] if state else [])


@pytest.mark.parametrize(
    ("leader", "shown"),
    [
        (Leader(AT, "示例一", consent=day("2025-01-01")), "示例一"),
        (Leader(AT, "示例一"), "不公开（本人未同意公布姓名）"),
        (Leader(AT, "示例一", consent=withheld("本人意愿")), "不公开（本人未同意公布姓名）"),
        (Leader(AT, withheld("本人意愿")), "不公开（本人意愿）"),
        (Leader(AT), "未填报"),
    ],
)
def test_a_leader_is_named_only_with_consent(leader, shown):
    assert str(leader_name(team(leader=leader))) == shown
