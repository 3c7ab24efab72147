"""index.json beside every team and report: the record as published, and what the ledger makes of it (design.md, Addresses)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from generator.base.findings import Finding
from generator.base.money import plain
from generator.base.quantity import plain_quantity
from generator.check.summary import TeamSummary, Verdict
from generator.exports.plain import plain_record, plain_value
from generator.ledger.boards import Quota
from generator.ledger.published import published_society, published_team
from generator.ledger.results import Trace
from generator.ledger.team import TeamLedger
from generator.model.corpus import FiledReport, TeamFolder
from generator.model.fields import keys_of
from generator.model.report import Report
from generator.model.society import Society
from generator.model.team import Team

FIGURES = ("opening", "donations", "income", "spending", "closing", "hours")
"""What a team's list of reports says of each: money in yuan, hours of service."""


def encode(value: Any) -> bytes:
    """Stable, readable JSON: two spaces, keys as given, UTF-8, a newline at the end."""
    return msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n"


def plain_finding(finding: Finding) -> dict[str, Any]:
    """A finding as ``validate --format json`` prints it."""
    found: dict[str, Any] = {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "file": finding.place.file,
        "line": finding.place.line,
        "column": finding.place.column,
        "message": finding.message,
        "fix": finding.fix,
        "clause": finding.clause,
    }
    if finding.difference:
        found["difference"] = finding.difference
    if finding.explained:
        found["explained"] = finding.explained
    return found


def report_json(filed: FiledReport, ledger: TeamLedger, findings: Iterable[Finding]) -> bytes:
    """index.json of a report."""
    return encode(
        {
            "period": {"id": filed.period.id, "start": filed.period.start, "end": filed.period.end},
            "record": plain_record(filed.report),
            "ledger": {
                "balances": _balances(filed, ledger),
                "donations": _donations(filed, ledger),
                "goods": _goods(filed, ledger),
                "findings": [plain_finding(f) for f in findings if f.place.file == filed.path],
            },
        }
    )


def _balances(filed: FiledReport, ledger: TeamLedger) -> dict[str, Any]:
    known = ledger.funds.openings_known[filed.period.id]
    opening = None if known else plain_value(filed.report.opening, keys_of(Report)["opening"].kind)
    return {
        purpose: {
            "opening": plain(b.opening) if known else opening,
            "received": plain(b.received),
            "spent": plain(b.spent),
            "transferred": plain(b.transferred),
            "closing": plain(b.closing) if known else None,
        }
        for purpose, b in ledger.balances(filed.period.id).items()
    }


def _donations(filed: FiledReport, ledger: TeamLedger) -> dict[str, Any]:
    here = filed.period.id
    return {
        row: {"amount": plain(trace.amount), "left": plain(trace.left), "uses": _uses(trace, plain)}
        for (report, row), trace in ledger.funds.traces.items()
        if report == here and trace.kind == "donation"
    }


def _uses(trace: Trace, form: Any) -> list[dict[str, str]]:
    return [{"report": use.report, "row": use.row, "amount": form(use.amount)} for use in trace.uses]


def _goods(filed: FiledReport, ledger: TeamLedger) -> list[dict[str, str]]:
    return [
        {
            "item": line.item,
            "unit": line.unit,
            "opening": plain_quantity(line.opening),
            "received": plain_quantity(line.received),
            "out": plain_quantity(line.out),
            "stock": plain_quantity(line.stock),
        }
        for line in ledger.goods.lines[filed.period.id].values()
    ]


def _verdicts(verdicts: tuple[Verdict, ...]) -> dict[str, dict[str, str]]:
    return {v.about: {"state": v.state, "word": str(v.word), "detail": str(v.detail)} for v in verdicts}


def team_json(
    folder: TeamFolder,
    team: Team,
    summary: TeamSummary,
    findings: Iterable[Finding],
    figures: Mapping[str, Mapping[str, Any]],
) -> bytes:
    """index.json of a team: who it is, its reports with their verdicts, figures and addresses."""
    return encode(
        {
            "id": folder.id,
            "record": plain_record(published_team(team)),
            "verdicts": _verdicts(summary.verdicts),
            "reports": [
                {
                    "period": report.period,
                    "published": report.published,
                    "address": f"teams/{folder.id}/{report.period}/",
                    "verdicts": _verdicts(report.verdicts),
                    "figures": {key: figures[report.period][key] for key in FIGURES},
                }
                for report in summary.reports
            ],
            "due": [
                {"period": o.period.id, "due": o.due, "state": o.state, "published": o.published, "days": o.days}
                for o in summary.calendar
            ],
            "findings": [plain_finding(f) for f in findings if f.place.file.endswith("/team.yaml")],
        }
    )


def society_json(id: str, society: Society, asked: Iterable[Quota], teams: Iterable[TeamSummary]) -> bytes:
    """index.json of a society: who it is, what circular 2.2 asks of it, its teams with their verdicts and addresses."""
    return encode(
        {
            "id": id,
            "record": plain_record(published_society(society)),
            "quotas": [{"what": str(q.what), "required": q.required, "actual": q.actual, "met": q.met} for q in asked],
            "teams": [
                {
                    "id": team.id,
                    "name": team.name,
                    "status": team.status,
                    "address": f"teams/{team.id}/",
                    "reports": len(team.reports),
                    "verdicts": _verdicts(team.verdicts),
                }
                for team in teams
            ],
        }
    )
