"""What can be searched for: everything here stands on a page already, in the words of that page.

Donors are not found by their names: each is named on one team's page, and a list of who gave to whom all over the
country is not what they agreed to. A receipt leads its holder to the gift.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.base.entry import Account, Entry
from generator.check.registry import ALL_RULES
from generator.check.summary import ReportSummary, TeamSummary
from generator.model.corpus import Context
from generator.model.vocabulary import Field
from generator.pages.corrections.view import correction_rows
from generator.pages.parts.order import by_pinyin, pinyin_key
from generator.pages.parts.places import region_chain
from generator.pages.parts.questions import question_view

_NUMBERED = re.compile(r"([A-Za-z]+)([1-9][0-9]*)")
_MARKUP = re.compile(r"[*_`#>\[\]]+|\]\([^)]*\)")


def search_entries(context: Context, teams: tuple[TeamSummary, ...], handwritten: Iterable[Entry]) -> Iterator[Entry]:
    """Everything, in the order in which results of one rank are shown."""
    yield from _regions(context)
    yield from _societies(context)
    yield from (Entry("field", field.label, f"fields/{field.value}/index.html") for field in Field)
    yield from (_team(team, context) for team in by_pinyin(teams))
    yield from handwritten
    yield from _questions(context, teams)
    for row in correction_rows(teams):
        title = f"{row.team} {row.period} {row.entry} {row.field}"
        yield Entry("correction", title, row.href, (("change", f"{row.before} → {row.after}"), ("reason", row.reason)))
    for rule in ALL_RULES.values():
        said = tuple(("", words) for words in rule.parts.values())
        yield Entry("rule", f"{rule.id} {rule.title}", f"rules/{rule.id}/index.html", said)


def _regions(context: Context) -> Iterator[Entry]:
    regions = {code: name for id in context.societies for code, name in region_chain(id, context)}
    for code, name in sorted(regions.items()):
        yield Entry("region", name, f"regions/{code}/index.html", (("code", code),))


def _societies(context: Context) -> Iterator[Entry]:
    for id, society in sorted(context.societies.items(), key=lambda pair: pinyin_key(pair[1].name)):
        yield Entry("society", society.name, f"societies/{id}/index.html")


def _team(team: TeamSummary, context: Context) -> Entry:
    society = context.societies.get(team.society)
    parts = [
        ("society", society.name if society else team.society),
        ("leader", team.leader),
        ("area", team.area),
        ("short", team.short_name),
        *(("former", name) for name in team.former_names),
        *(("field", field.label) for field in team.fields),
        *(("purpose", title) for title in team.purposes),
        *(("project", title) for title in team.projects),
    ]
    rows = _rows(team.anchors)
    return Entry(
        "team",
        team.name,
        f"teams/{team.id}/index.html",
        tuple((code, words) for code, words in parts if words),
        tuple(_account(report, rows) for report in reversed(team.reports)),
    )


def _account(report: ReportSummary, rows: dict[str, list[str]]) -> Account:
    return Account(report.period, runs_of(rows.get(report.period, [])), report.receipts)


def _rows(anchors: Iterable[str]) -> dict[str, list[str]]:
    """Row codes by report."""
    found: dict[str, list[str]] = {}
    for anchor in anchors:
        period, _, row = anchor.partition("#")
        if row:
            found.setdefault(period, []).append(row)
    return found


def runs_of(rows: Iterable[str]) -> tuple[str, ...]:
    """Row codes with neighbouring numbers drawn together: ``D1-3`` for D1, D2 and D3."""
    numbers: dict[str, list[int]] = {}
    others = []
    for row in rows:
        if numbered := _NUMBERED.fullmatch(row):
            numbers.setdefault(numbered[1], []).append(int(numbered[2]))
        else:
            others.append(row)
    drawn = []
    for letters, found in sorted(numbers.items()):
        known = set(found)
        starts = [n for n in sorted(known) if n - 1 not in known]
        ends = [n for n in sorted(known) if n + 1 not in known]
        drawn += [f"{letters}{a}" if a == b else f"{letters}{a}-{b}" for a, b in zip(starts, ends, strict=True)]
    return (*drawn, *sorted(others))


def _questions(context: Context, teams: tuple[TeamSummary, ...]) -> Iterator[Entry]:
    names = {team.id: team.name for team in teams}
    for filed in context.questions:
        view = question_view(filed, context, names)
        said = (("question", _plain(view.question)), ("answer", _plain(view.answer)))
        parts = tuple((code, words) for code, words in said if words)
        yield Entry("question", str(view.about), f"questions/index.html#{view.anchor}", parts)


def _plain(markdown: str) -> str:
    """The words of a text, without the marks between them."""
    return " ".join(_MARKUP.sub("", markdown).split())
