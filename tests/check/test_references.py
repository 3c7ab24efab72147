"""References beyond the examples: what leads nowhere, what points the wrong way, and what must stay silent."""

from pathlib import Path
from typing import NamedTuple

import pytest

from generator.base.findings import Finding
from generator.check.examples import base_files
from tests.check.examined import TEAM, examined, lay

TEAM_TEXT = next(data.decode() for path, data in base_files() if path.endswith("team.yaml"))
SOCIETY_TEXT = next(data.decode() for path, data in base_files() if path.startswith("societies/"))
START = "published: 2026-03-01\n"
GIFTS = (
    "donations:\n"
    "  - {id: D1, date: 2025-07-03, donor: {kind: anonymous}, amount: 200}\n"
    "  - {id: D2, date: 2025-07-03, donor: {kind: anonymous}, items: [{item: 帐篷, unit: 顶, quantity: 2}]}\n"
    "income:\n"
    "  - {id: I1, date: 2025-07-03, category: membership, amount: 100}\n"
)


def of(rule: str, findings: list[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.rule == rule]


class Reference(NamedTuple):
    row: str
    message: str
    fix: str = ""


@pytest.mark.parametrize(
    "case",
    [
        Reference("spending:\n  - {id: S1, date: 2025-08-01, category: program, amount: 9, funded_by: {D1: 9}}", ""),
        Reference("spending:\n  - {id: S1, date: 2025-08-01, category: program, amount: 9, funded_by: {I1: 9}}", ""),
        Reference(
            "spending:\n  - {id: S1, date: 2025-08-01, category: program, amount: 9, funded_by: {2025#D1: 9}}", ""
        ),
        Reference(
            "spending:\n  - {id: S1, date: 2025-08-01, category: program, amount: 9, funded_by: {2025/D1: 9}}", ""
        ),
        Reference(
            "spending:\n  - {id: S1, date: 2025-08-01, category: program, amount: 9, funded_by: {opening: 9}}", ""
        ),
        Reference(
            "spending:\n  - {id: S1, date: 2025-08-01, category: program, amount: 9, funded_by: {d1: 9}}",
            "本队的报告里没有编号 d1",
            "是不是 D1？",
        ),
        Reference(
            "spending:\n  - {id: S1, date: 2025-08-01, category: program, amount: 9, funded_by: {2024#D1: 9}}",
            "没有 2024 这份报告",
        ),
        Reference(
            "spending:\n  - {id: S1, date: 2025-08-01, category: program, amount: 9, funded_by: {D2: 9}}",
            "D2 捐的是物资，不是钱",
        ),
        Reference(
            "spending:\n  - {id: S1, date: 2025-08-01, category: program, amount: 9, funded_by: {S1: 9}}",
            "S1 是支出，不是收到的钱",
        ),
        Reference("goods_out:\n  - {id: G1, date: 2025-08-01, item: 帐篷, unit: 顶, quantity: 1, from: D2}", ""),
        Reference(
            "goods_out:\n  - {id: G1, date: 2025-08-01, item: 帐篷, unit: 顶, quantity: 1, from: D1}",
            "D1 捐的是钱，没有物资",
        ),
        Reference(
            "goods_out:\n  - {id: G1, date: 2025-08-01, item: 帐篷, unit: 顶, quantity: 1, from: G1}",
            "G1 是物资去向，不是收到的物资",
        ),
        Reference("goods_in:\n  - {id: P1, date: 2025-08-01, item: 绳, unit: 条, quantity: 1, spending: n/a}", ""),
        Reference(
            "goods_in:\n  - {id: P1, date: 2025-08-01, item: 绳, unit: 条, quantity: 1, spending: D1}",
            "D1 是捐赠，不是支出",
        ),
        Reference(
            "goods_in:\n  - {id: P1, date: 2025-08-01, item: 绳, unit: 条, quantity: 1, spending: S8}",
            "本队的报告里没有编号 S8",
        ),
    ],
)
def test_r03_a_reference_leads_to_what_it_says(case: Reference, tmp_path: Path):
    findings, _ = examined(lay(tmp_path, r2025=f"{START}opening: {{general: 9}}\n{GIFTS}{case.row}\n"))
    found = of("R03", findings)
    assert [f.message for f in found] == ([case.message] if case.message else [])
    assert all(case.fix in f.fix for f in found)


def test_r03_a_row_of_a_later_report_is_there(tmp_path: Path):
    first = START.replace("2026", "2025") + (
        "opening: {general: 9}\nspending:\n"
        "  - {id: S1, date: 2024-08-01, category: program, amount: 9, funded_by: {2025#D1: 9}}\n"
    )
    team = TEAM_TEXT.replace("founded: 2025-01-01", "founded: 2024-01-01")
    findings, _ = examined(lay(tmp_path, r2024=first, r2025=START + GIFTS, team=team))
    assert of("R03", findings) == []


class Corrected(NamedTuple):
    entry: str
    field: str
    after: str
    rule_says: str = ""


@pytest.mark.parametrize(
    "case",
    [
        Corrected("D1", "amount", "200"),
        Corrected("D1", "amount", "200.00"),
        Corrected("D1", "donor.kind", "anonymous"),
        Corrected("D1", "donor.kind", "匿名"),
        Corrected("D1", "date", "2025-07-03"),
        Corrected("D1", "note", "删去"),
        Corrected("D1", "receipt", "未填报"),
        Corrected("D7", "amount", "删去"),
        Corrected("I1", "category", "会费收入"),
        Corrected("opening", "general", "9"),
        Corrected("holdings", "bank", "9.0"),
        Corrected("published", "published", "2026-03-01"),
        Corrected("published", "value", "2026-03-01"),
        Corrected("D1", "amount", "2000", "更正后写的是"),
        Corrected("D1", "amount", "删去", "更正后写的是"),
        Corrected("D1", "amuont", "200", "没有“amuont”这一项"),
        Corrected("D1", "donor", "匿名", "不是一个值"),
        Corrected("D9", "amount", "200", "没有“D9”"),
        Corrected("openning", "general", "9", "没有“openning”"),
        Corrected("opening", "flood", "9", "没有“flood”这一项"),
        Corrected("holdings", "bank", "10", "更正后写的是"),
    ],
)
def test_r06_a_correction_says_what_the_record_says(case: Corrected, tmp_path: Path):
    report = (
        f"{START}opening: {{general: 9}}\n{GIFTS}holdings: {{bank: 9}}\ncorrections:\n"
        f"  - {{date: 2026-03-20, entry: {case.entry}, field: {case.field}, "
        f"before: 1, after: {case.after}, reason: 录入错误}}\n"
    )
    found = of("R06", examined(lay(tmp_path, r2025=report))[0])
    assert len(found) == bool(case.rule_says)
    assert all(case.rule_says in f.message for f in found)


def test_r06_only_the_last_correction_of_a_value_is_compared(tmp_path: Path):
    report = (
        f"{START}{GIFTS}corrections:\n"
        "  - {date: 2026-04-20, entry: D1, field: amount, before: 150, after: 200, reason: 再核}\n"
        "  - {date: 2026-03-20, entry: D1, field: amount, before: 100, after: 150, reason: 录入错误}\n"
    )
    assert of("R06", examined(lay(tmp_path, r2025=report))[0]) == []


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (["{id: T1, title: 一, amount: 0, rows: [T1]}"], "小计 T1 经 T1 又包括了自己"),
        (
            ["{id: T1, title: 一, amount: 0, rows: [T2]}", "{id: T2, title: 二, amount: 0, rows: [T1]}"],
            "小计 T1 经 T2 又包括了自己",
        ),
        (["{id: T1, title: 一, amount: 400, rows: [D1, D1]}"], "小计 T1 把 D1 列了两次"),
        (["{id: T1, title: 一, amount: 0, rows: [X1]}"], "小计 T1 里的 X1 不是"),
    ],
)
def test_r12_subtotals_end_somewhere(rows: list[str], message: str, tmp_path: Path):
    report = f"{START}{GIFTS}stated:\n  subtotals:\n" + "".join(f"    - {row}\n" for row in rows)
    found = of("R12", examined(lay(tmp_path, r2025=report))[0])
    assert message in found[0].message


@pytest.mark.parametrize(
    ("society", "expected"),
    [
        ({"level": "county", "division": '"990101"'}, []),
        ({"level": "grassroots", "division": '"990101"'}, []),
        ({"level": "province", "division": '"990101"'}, ["error"]),
        ({"level": "prefecture", "division": '"990101"'}, ["error"]),
        ({"level": "county", "division": '"990102"'}, ["error"]),
        ({"level": "county"}, ["error"]),
        ({"level": "county", "sector": "railway"}, ["error"]),
    ],
)
def test_r07_a_file_of_six_digits_is_its_division(society: dict[str, str], expected: list[str], tmp_path: Path):
    text = "name: 示例县红十字会\ncontact: {phone: 0990-5550100}\n" + "".join(f"{k}: {v}\n" for k, v in society.items())
    assert [f.severity for f in of("R07", examined(lay(tmp_path, society=text))[0])] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("level: national\n", []),
        ("level: grassroots\n", []),
        ("level: county\n", ["warning"]),
        ("level: province\nsector: xpcc\n", []),
        ('level: province\ndivision: "990000"\n', []),
        ('level: prefecture\ndivision: "990000"\n', ["error"]),
    ],
)
def test_r07_a_society_under_a_slug(text: str, expected: list[str], tmp_path: Path):
    lay(tmp_path)
    body = "name: 示例红十字会\ncontact: {phone: 0990-5550100}\n" + text
    (tmp_path / "societies" / "other.yaml").write_text(body, encoding="utf-8")
    assert [f.severity for f in of("R07", examined(tmp_path)[0])] == expected


def test_r13_three_societies_in_a_ring(tmp_path: Path):
    lay(tmp_path)
    for id, parent in (("a", "b"), ("b", "c"), ("c", "a"), ("d", "a")):
        text = f"name: 示例{id}红十字会\nlevel: grassroots\nparent: {parent}\ncontact: {{phone: 0990-5550100}}\n"
        (tmp_path / "societies" / f"{id}.yaml").write_text(text, encoding="utf-8")
    found = of("R13", examined(tmp_path)[0])
    assert [f.place.file for f in found] == ["societies/a.yaml", "societies/b.yaml", "societies/c.yaml"]


@pytest.mark.parametrize(
    ("about", "led"),
    [
        ("societies/990101", True),
        ("societies/990102", False),
        ("societies/990101/x", False),
        ("teams/990101/shili", True),
        ("teams/990101/shili/2025", True),
        ("teams/990101/shili/2025#D1", True),
        ("teams/990101/shili/2025#d1", False),
        ("teams/990101/shili/2024", False),
        ("teams/990101/shili#D1", False),
        ("teams/990101", False),
        ("teams/990101/shili/2025/D1", False),
    ],
)
def test_r15_what_a_question_is_about(about: str, led: bool, tmp_path: Path):
    lay(tmp_path, r2025=START + GIFTS)
    question = tmp_path / "questions" / "990101" / "1.yaml"
    question.parent.mkdir(parents=True)
    question.write_text(f"asked: 2026-06-20\nabout: {about}\nquestion: 用到哪里了？\n", encoding="utf-8")
    assert len(of("R15", examined(tmp_path)[0])) == (not led)


def test_what_cannot_be_read_is_not_called_missing(tmp_path: Path):
    lay(tmp_path, r2025=START + GIFTS, society=SOCIETY_TEXT + "unknown: 1\n")
    question = tmp_path / "questions" / "990101" / "1.yaml"
    question.parent.mkdir(parents=True)
    question.write_text(
        "asked: 2026-06-20\nabout: teams/990101/shili/2025#D1\nquestion: 用到哪里了？\n", encoding="utf-8"
    )
    findings, _ = examined(tmp_path)
    assert {f.rule for f in findings if f.blocks} == {"F01"}

    lay(tmp_path, r2025=START + "unknown: 1\n")
    findings, _ = examined(tmp_path)
    assert {f.rule for f in findings if f.blocks} == {"F01"}
    assert of("G01", findings) == []


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["files/2025/s1.pdf"], []),
        (["files/2025/S1.pdf"], ["R05", "R18"]),
        (["files/2025/s1.PDF"], ["R05", "R18"]),
        (["files/s1.pdf"], ["R05", "R18"]),
        (["files/2025/s1.pdf", "files/138-0013-8000.png"], ["P10"]),
    ],
)
def test_attachments_are_where_the_record_says(names: list[str], expected: list[str], tmp_path: Path):
    row = "{id: S1, date: 2025-07-06, category: program, amount: 5, evidence: [{file: files/2025/s1.pdf, title: 发票}]}"
    lay(tmp_path, r2025=f"{START}opening: {{general: 9}}\nspending:\n  - {row}\n")
    for name in names:
        target = tmp_path / TEAM / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text("x", encoding="utf-8")
    findings, _ = examined(tmp_path)
    assert sorted(f.rule for f in findings if f.rule in ("R05", "R18", "P10")) == expected
    assert "8000" not in "".join(f"{f.message}{f.fix}{f.place}" for f in findings if f.rule in ("R05", "R18", "P10"))
