"""Accuracy rules where they meet: one cause gives one finding, at its exact line, with its exact difference."""

from pathlib import Path

import pytest

from generator.check.examples import base_files
from tests.check.examined import examined, found, lay

P = "published: 2026-03-01\n"
Q = "published: 2026-04-20\n"
BASE = dict(base_files())
TEAM = BASE["teams/990101/shili/team.yaml"].decode()
SOCIETY = BASE["societies/990101.yaml"].decode()
FLOOD = "  - {id: flood, title: 洪水救援, start: 2025-06-01}"

CASES: dict[str, tuple[dict[str, str], list[tuple[str, int, str, str]]]] = {
    "an opening that does not follow is no imbalance": (
        {
            "r2025": P + "opening: {general: 100}\nclosing: {general: 100}",
            "r2026_Q1": Q + "opening: {general: 80}\nclosing: {general: 80}",
        },
        [("2026-Q1.yaml", 2, "A02", "20.00")],
    ),
    "a closing explained is where the next report begins": (
        {
            "r2025": P + "opening: {general: 100}\nclosing: {general: 99}\n"
            "explained: [{rule: A01, difference: 1, reason: 手续费}]",
            "r2026_Q1": Q + "opening: {general: 99}\nclosing: {general: 99}",
        },
        [],
    ),
    "an overlap says nothing of openings": (
        {
            "r2025": P + "opening: {general: 100}\nclosing: {general: 100}",
            "r2025_Q4": "published: 2026-01-20\nopening: {general: 7}\nclosing: {general: 7}",
        },
        [("2025-Q4.yaml", 1, "A02", "92")],
    ),
    "the report after a nested one follows the longer one": (
        {
            "r2025": P + "opening: {general: 100}\nclosing: {general: 100}",
            "r2025_Q1": "published: 2025-04-20\nopening: {general: 100}\nclosing: {general: 100}",
            "r2026_Q1": Q + "opening: {general: 100}\nclosing: {general: 100}",
        },
        [("2025.yaml", 1, "A02", "90")],
    ),
    "closing withheld: the chain cannot be checked": (
        {
            "r2025": P + "opening: {general: 100}\nclosing: {withheld: 合并记账}",
            "r2026_Q1": Q + "opening: {general: 80}\nclosing: {general: 80}",
        },
        [],
    ),
    "purposes that are nothing need not be written": (
        {"r2025": P + "opening: {general: 0, flood: 0}\nclosing: {}\nholdings: {bank: 0}"},
        [],
    ),
    "a purpose left out of the closing is nothing": (
        {"r2025": P + "opening: {general: 0, flood: 5}\nclosing: {general: 0}"},
        [("2025.yaml", 3, "A01", "5.00")],
    ),
    "money that is named too early is not short as well": (
        {
            "r2025": P + "opening: {general: 0}\nspending:\n"
            "  - {id: S1, date: 2025-02-01, category: program, amount: 50, funded_by: {D1: 50}}\n"
            "donations:\n  - {id: D1, date: 2025-03-01, donor: {kind: anonymous}, amount: 50}\nclosing: {general: 0}"
        },
        [("2025.yaml", 4, "A05", "50.00")],
    ),
    "but what no name explains is short": (
        {
            "r2025": P + "opening: {general: 0}\nspending:\n"
            "  - {id: S1, date: 2025-02-01, category: program, amount: 80, funded_by: {D1: 50}}\n"
            "donations:\n  - {id: D1, date: 2025-03-01, donor: {kind: anonymous}, amount: 90}\nclosing: {general: 10}"
        },
        [("2025.yaml", 4, "A04", "80.00"), ("2025.yaml", 4, "A05", "50.00")],
    ),
    "stock short is not a stocktake wrong as well": (
        {
            "r2025": P + "goods_opening: [{item: 帐篷, unit: 顶, quantity: 2}]\ngoods_out:\n"
            "  - {id: G1, date: 2025-02-01, item: 帐篷, unit: 顶, quantity: 5, how: lost}\n"
            "stocktake: [{item: 帐篷, unit: 顶, quantity: 0}]"
        },
        [("2025.yaml", 4, "A06", "3")],
    ),
    "goods given but withheld: stock is not known": (
        {
            "r2025": P + "donations: {withheld: 捐赠人要求}\ngoods_out:\n"
            "  - {id: G1, date: 2025-02-01, item: 帐篷, unit: 顶, quantity: 5, how: lost}\n"
            "stocktake: [{item: 帐篷, unit: 顶, quantity: 1}]"
        },
        [],
    ),
    "a nil report that is not is one finding": (
        {"r2025": P + "nil: true\nopening: {general: 5}\nclosing: {general: 4}"},
        [("2025.yaml", 4, "A16", "")],
    ),
    "rows outside the period are not after publication as well": (
        {
            "r2025": P + "opening: {general: 0}\nincome:\n"
            "  - {id: I1, date: 2026-03-05, category: membership, amount: 5}\nclosing: {general: 5}"
        },
        [("2025.yaml", 4, "A12", "")],
    ),
    "holdings below nothing": (
        {"r2025": P + "opening: {general: -50}\nclosing: {general: -50}\nholdings: {bank: -60, cash: 10}"},
        [],
    ),
    "an explanation for a rule that found nothing": (
        {
            "r2025": P + "opening: {general: 5}\nclosing: {general: 5}\n"
            "explained: [{rule: A03, difference: 5, reason: 零钱}]"
        },
        [("2025.yaml", 4, "A15", "")],
    ),
    "a leftover explained by the report that shows it": (
        {
            "team": TEAM.replace(FLOOD, "  - {id: flood, title: 洪水救援, start: 2025-06-01, end: 2025-10-31}"),
            "r2025": P + "opening: {flood: 5}\nclosing: {flood: 5}\n"
            "explained: [{rule: A08, difference: 5, reason: 等捐赠人答复}]",
        },
        [],
    ),
    "a leftover measured on the day before it is moved": (
        {
            "team": TEAM.replace(
                FLOOD,
                "  - {id: flood, title: 洪水救援, end: 2025-10-31, leftover: {date: 2025-12-01, how: 退回, amount: 3}}",
            ),
            "r2025": P + "opening: {flood: 5}\nspending:\n"
            "  - {id: S1, date: 2025-10-01, category: program, purpose: flood, amount: 2}\n"
            "  - {id: S2, date: 2025-12-01, category: other, purpose: flood, amount: 3}\nclosing: {flood: 0}",
        },
        [],
    ),
    "a subtotal of itself": (
        {
            "r2025": P + "opening: {general: 0}\nclosing: {general: 0}\n"
            "stated:\n  subtotals:\n    - {id: T1, title: 合计, amount: 5, rows: [T1]}"
        },
        [("2025.yaml", 6, "A13", "")],
    ),
    "a stated total beside withheld rows": (
        {"r2025": P + "donations: {withheld: 捐赠人要求}\nstated: {donations: 500, receipts: 500, goods_value: 3}"},
        [],
    ),
    "a percentage of nothing": (
        {
            "r2025": P + "opening: {general: 0}\nclosing: {general: 0}\nstated:\n  subtotals:\n"
            "    - {id: T1, title: 合计, amount: 0, rows: [T2], percent: 5, percent_of: income}\n"
            "    - {id: T2, title: 合计, amount: 0, rows: [T1]}"
        },
        [],
    ),
}


@pytest.mark.parametrize(("texts", "expected"), CASES.values(), ids=CASES)
def test_one_cause_one_finding(texts, expected, tmp_path: Path):
    accuracy = [one for one in found(examined(lay(tmp_path, **texts))[0]) if one[2].startswith("A")]
    assert accuracy == expected


def income(**rows: str) -> str:
    lines = [
        f"  - {{id: {id}, date: 2025-02-0{n}, category: government_grant, amount: 100, {rest}}}\n"
        for n, (id, rest) in enumerate(rows.items(), 1)
    ]
    total = 100 * len(rows)
    return f"{P}opening: {{general: 0}}\nincome:\n{''.join(lines)}closing: {{general: {total}}}"


OURS, OTHERS = "from: 示例县红十字会", "from: 示例省红十字会"
LIST = "support_to_teams:\n"


@pytest.mark.parametrize(
    ("listed", "rows", "expected"),
    [
        ("", {"I1": f"channel: society_funding, {OURS}"}, []),
        ("  - {year: 2025, team: shili, amount: 100}", {"I1": f"channel: society_funding, {OURS}"}, []),
        ("  - {year: 2025, team: shili, amount: 100}", {"I1": "channel: society_project"}, []),
        ("  - {year: 2025, team: shili, amount: 100}", {"I1": f"channel: government_project, {OURS}"}, ["100.00"]),
        ("  - {year: 2025, team: shili, amount: 100}", {"I1": f"channel: society_funding, {OTHERS}"}, ["100.00"]),
        (
            "  - {year: 2025, team: shili, amount: 60}\n  - {year: 2025, team: shili, amount: 140}",
            {"I1": f"channel: society_funding, {OURS}", "I2": "channel: society_project"},
            [],
        ),
        ("  - {year: 2025, team: other, amount: 60}", {"I1": f"channel: society_funding, {OURS}"}, ["100.00"]),
        ("  - {year: 2025, team: other, amount: 60}", {"I1": "channel: society_funding"}, []),
        ("  - {year: 2024, team: other, amount: 60}", {"I1": f"channel: society_funding, {OURS}"}, []),
        ("  - {year: 2026, team: shili, amount: 60}", {}, []),
    ],
)
def test_support_is_the_same_on_both_sides(listed, rows, expected, tmp_path: Path):
    society = SOCIETY + (LIST + listed + "\n" if listed else "")
    findings, _ = examined(lay(tmp_path, society=society, r2025=income(**rows)))
    assert [f.difference for f in findings if f.rule == "A09"] == expected


@pytest.mark.parametrize(
    ("as_of_period", "end", "deadlines", "severity"),
    [
        ("2025", "2026-12-31", "", []),
        ("2025", "2025-10-31", "", ["unreconciled"]),
        ("2025", "2026-03-31", "", []),
        ("2026-Q1", "2026-03-31", "", ["warning"]),
        ("2026-Q1", "2026-03-31", "months_after: 2", ["unreconciled"]),
        ("2026-Q1", "2026-03-31", "days_after: 90", ["unreconciled"]),
        ("2026-Q1", "2026-03-31", "days_after: 91", ["warning"]),
    ],
)
def test_a_remainder_in_time_and_late(as_of_period, end, deadlines, severity, tmp_path: Path):
    team = TEAM.replace(FLOOD, f"  - {{id: flood, title: 洪水救援, end: {end}}}")
    folder = lay(tmp_path, team=team, **{f"r{as_of_period}": Q + "opening: {flood: 5}\nclosing: {flood: 5}"})
    if deadlines:
        (folder / "deadlines.yaml").write_text(f"- {{id: left, applies: leftover, {deadlines}}}\n", encoding="utf-8")
    assert [f.severity for f in examined(folder)[0] if f.rule == "A08"] == severity


def test_a_remainder_explained_is_shown_by_the_report_that_explains_it(tmp_path: Path):
    team = TEAM.replace(FLOOD, "  - {id: flood, title: 洪水救援, end: 2025-10-31}")
    text = P + "opening: {flood: 5}\nclosing: {flood: 5}\nexplained: [{rule: A08, difference: 5, reason: 等答复}]"
    _, (unit,) = examined(lay(tmp_path, team=team, r2025=text))
    assert unit.summary is not None
    verdict = unit.summary.reports[0].verdicts[0]
    assert (verdict.state, str(verdict.word)) == ("fail", "账不平，已说明")
