"""One team examined: ledger, findings, summary. The unit of work, pure, from its folder and the context alone."""

from __future__ import annotations

import msgspec

from generator.base.absence import Absent, given
from generator.base.codes import DUE
from generator.base.findings import Finding, Place
from generator.check.registry import EXPLAINED_RULES, SITE_RULES, TEAM_RULES, TEXT_RULES
from generator.check.rule import ExplainedCase, SiteCase, TeamCase, explained_by_file
from generator.check.summary import CorrectionSummary, ReportSummary, TeamSummary
from generator.check.verdicts import accuracy, completeness, team_verdicts, timeliness
from generator.ledger.coming import coming
from generator.ledger.completeness import leader_name
from generator.ledger.entries import rows_of
from generator.ledger.lines import balance_ids, stock_ids
from generator.ledger.support import support_rows, whole_years
from generator.ledger.team import TeamLedger, keep_ledger
from generator.model.corpus import Context, FiledReport, TeamFolder
from generator.model.vocabulary import Channel


class Examined(msgspec.Struct, frozen=True, eq=False):
    """What is known of one team. Ledger and summary are None where a file of it could not be typed."""

    folder: TeamFolder
    ledger: TeamLedger | None
    findings: tuple[Finding, ...]
    summary: TeamSummary | None


def examine(folder: TeamFolder, faults: list[Finding], context: Context) -> Examined:
    """Check one team. Rules about figures stay silent where its files could not be typed."""
    findings = list(faults)
    for source in folder.sources:
        for text_rule in TEXT_RULES:
            findings += text_rule.findings(source)
    team = folder.team
    if team is None or not folder.whole:
        return Examined(folder, None, _sorted(findings), None)
    ledger = keep_ledger(folder, team, context)
    case = TeamCase(folder, team, ledger, context)
    explained = explained_by_file(folder)
    for team_rule in TEAM_RULES:
        findings += team_rule.findings(case, explained)
    settled = ExplainedCase(folder, tuple(findings))
    for explained_rule in EXPLAINED_RULES:
        findings += explained_rule.findings(settled)
    return Examined(folder, ledger, _sorted(findings), _summarise(case, findings))


def examine_site(context: Context, teams: tuple[TeamSummary, ...]) -> list[Finding]:
    """The checks that need more than one team, and those of the shared files' texts."""
    case = SiteCase(context, teams)
    findings = [finding for site_rule in SITE_RULES for finding in site_rule.findings(case)]
    for source in context.sources:
        for text_rule in TEXT_RULES:
            findings += text_rule.findings(source)
    return findings


def _sorted(findings: list[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=Finding.sort_key))


def _summarise(case: TeamCase, findings: list[Finding]) -> TeamSummary:
    team, folder, ledger = case.team, case.folder, case.ledger
    reports = tuple(_report_summary(filed, case, findings) for filed in folder.reports)
    society = case.context.societies.get(folder.society)
    support: dict[str, int] = {}
    named: dict[str, int] = {}
    places: dict[str, Place] = {}
    for filed in folder.reports:
        for year, row in support_rows(filed, society.name if society else ""):
            support[year] = support.get(year, 0) + row.amount
            places.setdefault(year, row.place("amount"))
            if row.channel is Channel.SOCIETY_FUNDING and not isinstance(row.from_, Absent):
                named[year] = named.get(year, 0) + row.amount
    return TeamSummary(
        society=folder.society,
        slug=folder.slug,
        name=team.name,
        short_name=given(team.short_name, ""),
        former_names=team.former_names,
        formerly=team.formerly,
        status=team.status.value,
        fields=team.fields,
        skills=team.skills,
        actions=team.actions,
        purposes=tuple(purpose.title for purpose in team.purposes),
        projects=tuple(project.title for project in team.projects),
        custody=given(team.custody, None),
        area=team.area,
        leader_name=leader_name(team),
        place=team.place("name"),
        reports=reports,
        verdicts=team_verdicts(ledger, reports[-1].verdicts if reports else None),
        calendar=ledger.calendar,
        coming=coming(folder, team, case.context),
        support=support,
        support_named=named,
        support_places=places,
        whole_years=whole_years(folder, team),
        anchors=frozenset(_anchors(folder, ledger)),
        owed_members=_owed_members(folder),
    )


def _report_summary(filed: FiledReport, case: TeamCase, findings: list[Finding]) -> ReportSummary:
    ledger, period = case.ledger, filed.period.id
    sums = ledger.sums[period]
    items = ledger.report_items[period]
    if filed is case.folder.reports[-1]:
        items = (*items, *ledger.team_items)
    due = next((o for o in ledger.calendar if o.period.id == period), None)
    return ReportSummary(
        period=period,
        path=filed.path,
        published=given(filed.report.published, None),
        opening=sums.opening,
        income=sums.income,
        donations=sums.donations,
        spending=sums.spending,
        closing=sums.closing,
        computed=sums.computed,
        goods_value=sums.goods_value,
        donation_count=len(rows_of(filed.report.donations)),
        verdicts=(accuracy(filed, ledger, findings), completeness(items), timeliness(due)),
        corrections=tuple(
            CorrectionSummary(c.date, c.entry, c.field, c.before, c.after, c.reason, given(c.approved, ""))
            for c in filed.report.corrections
        ),
        receipts="\n".join(
            f"{row.id}\t{row.receipt}" for row in rows_of(filed.report.donations) if not isinstance(row.receipt, Absent)
        ),
    )


def _anchors(folder: TeamFolder, ledger: TeamLedger) -> list[str]:
    """Every address that a question may be about, besides those that every report and team has."""
    found = [f"#{DUE}{obligation.period.id}" for obligation in ledger.calendar]
    for filed in folder.reports:
        found.append(filed.period.id)
        lines = (*balance_ids(filed, ledger), *stock_ids(filed, ledger))
        found += [f"{filed.period.id}#{line}" for line in lines if line]
        report = filed.report
        for rows in (
            report.donations,
            report.income,
            report.spending,
            report.transfers,
            report.goods_in,
            report.goods_out,
        ):
            found += [f"{filed.period.id}#{row.id}" for row in rows_of(rows)]
    return found


def _owed_members(folder: TeamFolder) -> int:
    if not folder.reports:
        return 0
    owed = folder.reports[-1].report.owed
    return 0 if isinstance(owed, Absent) else given(owed.members, 0)
