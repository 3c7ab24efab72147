"""A published report changed since: what needs a correction, what does not, and where it is said."""

import pytest

from generator.check.closed import closed_findings

BEFORE = """published: 2026-03-01
opening: {general: 0}
donations:
  - {id: D1, date: 2025-03-01, donor: {kind: alias, name: 甲}, amount: 2000, note: 旧}
  - {id: D2, date: 2025-03-02, donor: {kind: anonymous}, items: [{item: N95 口罩, unit: 个, quantity: 5}]}
stocktake: [{item: N95 口罩, unit: 个, quantity: 5}]
closing: {general: 2000}
"""
D2 = "  - {id: D2, date: 2025-03-02, donor: {kind: anonymous}, items: [{item: N95 口罩, unit: 个, quantity: 5}]}\n"


def corrected(entry: str, field: str) -> str:
    """A correction of an entry."""
    return (
        f"corrections:\n  - {{date: 2026-03-20, entry: {entry}, field: {field}, before: 甲, after: 乙, reason: 录入}}\n"
    )


@pytest.mark.parametrize(
    ("old", "new", "more", "lines"),
    [
        ("", "", "", []),
        ("amount: 2000", "amount: '2000.00'", "", []),
        ("alias, name: 甲", "'alias', name: \"甲\"", "", []),
        ("closing:", "# 备注\nclosing:", "", []),
        ("amount: 2000, note: 旧", "note: 旧, amount: 2000", "", []),
        ("amount: 2000", "amount: 2000.01", "", [4]),
        ("amount: 2000", "amount: 2000.01", corrected("D1", "amount"), []),
        ("amount: 2000", "amount: 2000.01", corrected("D1", "note"), [4]),
        ("amount: 2000", "amount: 2000.01", corrected("D2", "amount"), [4]),
        ("name: 甲", "name: 乙", corrected("D1", "donor.name"), []),
        (", note: 旧", "", "", [4]),
        (", note: 旧", "", corrected("D1", "note"), []),
        ("item: N95 口罩, unit: 个, quantity: 5}]}", "item: KN95 口罩, unit: 个, quantity: 5}]}", "", [5]),
        (
            "item: N95 口罩, unit: 个, quantity: 5}]}",
            "item: KN95 口罩, unit: 个, quantity: 5}]}",
            corrected("D2", "item"),
            [],
        ),
        (D2, "", "", [3]),
        (D2, "", corrected("D2", "items"), []),
        (D2, D2 + D2.replace("D2", "D3"), "", [6]),
        (D2, D2 + D2.replace("D2", "D3"), corrected("D3", "items"), []),
        ("closing: {general: 2000}", "closing: {general: 1999}", "", [7]),
        ("closing: {general: 2000}", "closing: {general: 1999}", corrected("closing", "general"), []),
        ("closing: {general: 2000}\n", "", "", [1]),
        ("quantity: 5}]\n", "quantity: 4}]\n", "", [6]),
        ("published: 2026-03-01", "published: 2026-03-02", "", [1]),
        ("closing:", "owed: {members: 0}\nclosing:", "", [7]),
    ],
)
def test_changes_since_publishing(old: str, new: str, more: str, lines: list[int]):
    assert not old or old in BEFORE
    now = BEFORE.replace(old, new, 1) + more
    found = closed_findings("teams/990101/shili/2025.yaml", BEFORE, now)
    assert [f.place.line for f in found] == lines
    assert all(f.rule == "R23" and f.blocks and "corrections" in f.fix for f in found)


def test_an_old_correction_does_not_cover_a_new_change():
    before = BEFORE + corrected("D1", "amount")
    found = closed_findings("x.yaml", before, before.replace("amount: 2000", "amount: 3000", 1))
    assert [f.place.line for f in found] == [4]


def test_a_published_report_may_not_be_deleted():
    assert [f.message for f in closed_findings("x.yaml", BEFORE, None)] == ["已经公布的报告被删去了"]


@pytest.mark.parametrize(
    "before", ["", "opening: {general: 0}\n", "a: [", BEFORE.replace("2026-03-01", "{withheld: 无}", 1), "\x00"]
)
def test_what_was_never_published_is_open(before: str):
    assert closed_findings("x.yaml", before, BEFORE) == []
