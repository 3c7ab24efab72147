"""Completeness, timeliness and governance beyond the examples: what is asked of whom, and what is not."""

from pathlib import Path

import pytest

from generator.base.findings import Finding
from generator.check.examples import base_files
from tests.check.examined import examined, lay

TEAM_TEXT = next(data.decode() for path, data in base_files() if path.endswith("team.yaml"))
SOCIETY_TEXT = next(data.decode() for path, data in base_files() if path.startswith("societies/"))
START = "published: 2026-03-01\n"


def of(rule: str, findings: list[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.rule == rule]


@pytest.mark.parametrize(
    ("report", "keys"),
    [
        ("", ["closing", "donations", "holdings", "income", "opening", "owed", "spending"]),
        ("nil: true\n", ["closing", "holdings", "opening", "owed"]),
        (
            "opening: {withheld: 账簿遗失}\nincome: n/a\nowed: {members: 0}\n",
            ["closing", "donations", "holdings", "spending"],
        ),
    ],
)
def test_c01_five_states_and_one_is_asked_about(report: str, keys: list[str], tmp_path: Path):
    found = of("C01", examined(lay(tmp_path, r2025=START + report))[0])
    assert sorted(f.fix.split("；")[0].removeprefix("填上 ") for f in found) == keys


@pytest.mark.parametrize(
    ("evidence", "asked"),
    [("", True), (", evidence: []", True), (", evidence: n/a", False), (", evidence: {withheld: 涉及病情}", False)],
)
def test_c02_a_reason_is_an_answer(evidence: str, asked: bool, tmp_path: Path):
    row = f"{{id: S1, date: 2025-07-06, category: program, amount: 1000{evidence}}}"
    report = f"{START}opening: {{general: 1000}}\nspending:\n  - {row}\n"
    findings, _ = examined(lay(tmp_path, r2025=report))
    assert bool(of("C02", findings)) == asked
    assert bool(of("C09", findings)) == ("withheld" in evidence)


GOODS = (
    "donations:\n"
    "  - id: D1\n    date: 2025-07-03\n    donor: {kind: anonymous}\n"
    "    items: [{item: 口罩, unit: 个, quantity: 36000}]\n"
)
ISSUED = "goods_out:\n  - {id: G1, date: 2025-07-05, item: 口罩, unit: 个, quantity: 32000}\n"


@pytest.mark.parametrize(
    ("report", "anchors"),
    [
        (GOODS + ISSUED, ["2025#G1"]),
        (GOODS, ["2025#D1"]),
        ("goods_opening: [{item: 口罩, unit: 个, quantity: 5}]\n", ["2025"]),
        ("goods_in:\n  - {id: P1, date: 2025-07-05, item: 口罩, unit: 个, quantity: 5}\n", ["2025#P1"]),
        (GOODS + ISSUED + "stocktake: [{item: 口罩, unit: 盒, quantity: 0}]\n", ["2025#G1"]),
        (GOODS + ISSUED + "stocktake: [{item: 口罩, unit: 个, quantity: 4000}]\n", []),
        (GOODS + ISSUED + "stocktake: {withheld: 仓库搬迁}\n", []),
        (GOODS + ISSUED.replace("32000", "36000"), []),
    ],
)
def test_c05_what_is_left_is_counted(report: str, anchors: list[str], tmp_path: Path):
    found = of("C05", examined(lay(tmp_path, r2025=START + report))[0])
    assert [f.anchor for f in found] == anchors


def test_c05_says_the_working(tmp_path: Path):
    (found,) = of("C05", examined(lay(tmp_path, r2025=START + GOODS + ISSUED))[0])
    assert "收到 36,000、发出 32,000，账面还剩 4,000 个，没有盘点，去向没有说明" in found.message


@pytest.mark.parametrize(
    ("people", "organisation", "asked"),
    [
        ("party_members: 2", "", False),
        ("party_members: 3", "", True),
        ("party_members: 3", "party_organisation: {kind: 联合党支部}\n", False),
        ("party_members: {withheld: 保密}", "", False),
    ],
)
def test_g02_three_members(people: str, organisation: str, asked: bool, tmp_path: Path):
    text = TEAM_TEXT.replace("party_members: 2", people) + organisation
    assert bool(of("G02", examined(lay(tmp_path, team=text))[0])) == asked


@pytest.mark.parametrize(
    ("acting", "watching", "asked"),
    [
        ("[队长, 财务负责人]", "[监督员]", False),
        ("[队长, 财务负责人]", "[监督员, 财务负责人]", True),
        ("[财务 负责人]", "[财务负责人]", True),
        ("[成员]", "[成员]", False),
        ("[]", "[]", False),
    ],
)
def test_g04_roles_in_both_bodies(acting: str, watching: str, asked: bool, tmp_path: Path):
    bodies = f"  execution_body: {{roles: {acting}}}\n  supervision_body: {{roles: {watching}}}\n  policies:\n"
    text = TEAM_TEXT.replace("  policies:\n", bodies)
    assert bool(of("G04", examined(lay(tmp_path, team=text))[0])) == asked


@pytest.mark.parametrize(
    ("society", "fields", "expected"),
    [
        (SOCIETY_TEXT, "[emergency_rescue]", ["3"]),
        (SOCIETY_TEXT + "disaster_prone: {value: true}\n", "[youth]", ["3", "1"]),
        (SOCIETY_TEXT + "disaster_prone: {value: true}\n", "[youth, emergency_rescue]", ["3"]),
        (SOCIETY_TEXT.replace("county", "grassroots"), "[youth]", []),
    ],
)
def test_g01_counts_active_teams_of_the_society(society: str, fields: str, expected: list[str], tmp_path: Path):
    text = TEAM_TEXT.replace("[emergency_rescue]", fields)
    found = of("G01", examined(lay(tmp_path, society=society, team=text))[0])
    assert [next(c for c in f.message if c.isdigit()) for f in found] == expected


def test_warnings_and_notices_keep_no_record_out(tmp_path: Path):
    findings, _ = examined(lay(tmp_path, r2025=START + GOODS))
    assert [f for f in findings if f.rule[0] in "CTG" and f.blocks] == []
