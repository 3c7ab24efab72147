"""What circular 3.3 asks for, item by item, in one of five states: given, zero, not applicable, not reported, withheld."""

from __future__ import annotations

from typing import Any

import msgspec

from generator.base.absence import NOT_REPORTED, Absent
from generator.base.language import Message, message
from generator.ledger.entries import rows_of
from generator.model.fields import Record, keys_of
from generator.model.governance import Governance, Policies
from generator.model.report import Report
from generator.model.site import Site
from generator.model.team import Team

GIVEN = message("已填报")
STATES = {
    "given": GIVEN,
    "zero": message("零"),
    "not_applicable": message("不适用"),
    "not_reported": message("未填报"),
    "withheld": message("不公开"),
}
NOT_SET_UP = message("未建立")
_BODIES = ("charter", "decision_body", "execution_body", "supervision_body", "rules_of_procedure")
_POLICIES = ("personnel", "finance", "materials", "disclosure")
_FIGURES = ("published", "opening", "income", "donations", "spending", "closing", "holdings", "owed")

NO_CONSENT = Absent("withheld", "不公开（本人未同意公布姓名）")

_ROWS = ("income", "donations", "spending")
"""What a nil report need not say again."""


class Item(msgspec.Struct, frozen=True, eq=False):
    """One required item: its label, state, the words for it, the row it is of (empty: the record itself)."""

    key: str
    label: Message
    state: str
    words: Message | Absent
    row: str = ""


def state_of(value: Any) -> str:
    """Which of the five a value is."""
    if isinstance(value, Absent):
        return value.kind
    if value is None:
        return "not_reported"
    if value in (0, ()) or (isinstance(value, dict) and not any(value.values())):
        return "zero"
    return "given"


def _item(record: Record, key: str, missing: Message | None = None) -> Item:
    value = getattr(record, key)
    spec = keys_of(type(record))[key]
    state = state_of(value)
    words = value if isinstance(value, Absent) else STATES[state]
    return Item(key, Message(spec.label), state, missing if missing and state == "not_reported" else words)


def team_items(team: Team) -> tuple[Item, ...]:
    """Name, leader, field, bodies and policies of a team."""
    governance: Governance = team.governance
    policies: Policies = governance.policies
    name = leader_name(team)
    found = [
        Item("name", message("队伍名称"), "given", GIVEN),
        Item("leader", message("负责人"), state_of(name), name if isinstance(name, Absent) else GIVEN),
        Item("fields", message("服务领域"), "given", GIVEN),
    ]
    found += [_item(governance, key, NOT_SET_UP) for key in _BODIES]
    found += [_item(policies, key, NOT_SET_UP) for key in _POLICIES]
    return tuple(found)


def leader_name(team: Team) -> str | Absent:
    """The leader's name as it may be published: only with consent (个人信息保护法)."""
    leader = team.leader
    if isinstance(leader.name, Absent):
        return leader.name
    if isinstance(leader.consent, Absent):
        return NO_CONSENT
    return leader.name


def report_items(report: Report, site: Site) -> tuple[Item, ...]:
    """The figures of a report, and the evidence and receipts of its rows."""
    figures = (key for key in _FIGURES if not (report.nil_ and key in _ROWS))
    found = [_item(report, key) for key in figures]
    if _has_goods(report):
        found.append(_item(report, "goods_out"))
    for row in rows_of(report.spending):
        if row.amount >= site.evidence_from and not row.evidence:
            absent = row.evidence if isinstance(row.evidence, Absent) else NOT_REPORTED
            found.append(Item("evidence", message("{row} 凭证", row=row.id), absent.kind, absent, row.id))
    return tuple(found)


def _has_goods(report: Report) -> bool:
    """Whether there are goods to account for; a team without any need not say so."""
    written = not isinstance(report.goods_out, Absent)
    return written or bool(report.goods_in or report.goods_opening) or any(d.items for d in rows_of(report.donations))


def lacking(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """The items that are not reported."""
    return tuple(item for item in items if item.state == "not_reported")
