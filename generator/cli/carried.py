"""What a new report takes over from the team's records: the last closing balance and the purposes."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from generator.base.absence import Absent
from generator.base.dates import Period
from generator.base.money import plain
from generator.cli.faults import UserError
from generator.load.corpus import read_team
from generator.load.tree import TeamFiles, walk_tree
from generator.model.corpus import FiledReport, TeamFolder
from generator.model.team import Team
from generator.model.vocabulary import Custody

_HOLDING = {Custody.OWN_ACCOUNT: "bank", Custody.SOCIETY_LEDGER: "society", Custody.CHARITY_JOINT: "platform"}


class Carried(msgspec.Struct, frozen=True):
    """Values for the new report, and what the person should know of where they come from."""

    values: dict[str, Any]
    notes: tuple[str, ...]


def carry_over(root: Path, society: str, slug: str, period: Period, as_of: date) -> Carried:
    """The start of a report of nothing yet: opening and closing alike, so that it adds up from the first minute."""
    files = walk_tree(root).teams.get((society, slug), TeamFiles())
    if not files.has_team:
        message = f"还没有这支队伍的 team.yaml；先用 mingzhang new team {society}/{slug} 写一份"
        raise UserError(message)
    folder, _ = read_team(root, society, slug, files, as_of)
    if folder.team is None or not folder.whole:
        message = f"这支队伍已有的记录有错误，先改好：mingzhang validate {folder.path} --data {root}"
        raise UserError(message)
    last = _last_before(folder, period)
    balances, notes = _opening(folder.team, last, period)
    values: dict[str, Any] = {
        "published": str(as_of),
        "approved": {"by": "decision_body", "date": str(as_of)},
        "donations": [],
        "income": [],
        "spending": [],
        "owed": {"members": "0", "others": "0"},
    }
    if balances is not None:
        total = sum(balances.values())
        shown = {purpose: plain(fen) for purpose, fen in balances.items()}
        values |= {
            "opening": shown,
            "closing": shown,
            "holdings": _holdings(folder.team, last, total),
        }
    return Carried(values, tuple(notes))


def _last_before(folder: TeamFolder, period: Period) -> FiledReport | None:
    earlier = [filed for filed in folder.reports if filed.period.end < period.start]
    return earlier[-1] if earlier else None


def _opening(team: Team, last: FiledReport | None, period: Period) -> tuple[dict[str, int] | None, list[str]]:
    """Fen per purpose; None where the last report kept its closing balance back."""
    notes: list[str] = []
    closing: dict[str, int] = {}
    if last is None:
        notes.append("这是第一份报告：期初余额要自己填，期末跟着改")
    else:
        if last.period.next_day != period.start:
            notes.append(
                f"上一份报告（{last.period.id}）到 {last.period.end}，新报告应从 {last.period.next_day} 开始，中间不能空"
            )
        if isinstance(last.report.closing, Absent):
            notes.append(f"上一份报告（{last.period.id}）没有公开期末余额，期初要自己填")
            return None, notes
        closing = dict(last.report.closing)
        notes.append(f"期初余额取自上一份报告（{last.period.id}）的期末")
    balances = {"general": closing.pop("general", 0)}
    for purpose in team.purposes:
        ended = not isinstance(purpose.end, Absent) and purpose.end < period.start
        not_begun = not isinstance(purpose.start, Absent) and purpose.start > period.end
        kept = closing.pop(purpose.id, 0)
        if kept or not (ended or not_begun):
            balances[purpose.id] = kept
    return {**balances, **closing}, notes


def _holdings(team: Team, last: FiledReport | None, total: int) -> dict[str, str]:
    """As the last report divided it; all in one place where there is none."""
    if last is not None and not isinstance(last.report.holdings, Absent):
        held = {
            name: getattr(last.report.holdings, name)
            for name in ("bank", "cash", "society", "platform")
            if not isinstance(getattr(last.report.holdings, name), Absent)
        }
        if held and sum(held.values()) == total:
            return {name: plain(fen) for name, fen in held.items()}
    return {} if isinstance(team.custody, Absent) else {_HOLDING[team.custody]: plain(total)}
