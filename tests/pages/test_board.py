"""Boards of a small site, reckoned a second time from the plan below alone: county, prefecture, province and site add up,
and every page speaks of the same numbers.
"""

import re
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from generator.check.corpus import examine_corpus
from generator.check.summary import TeamSummary
from generator.ledger.rollup import Held, Punctuality, Rollup, total
from generator.pages.due.view import due_page
from generator.pages.home.view import home_page
from generator.pages.page import Page
from generator.pages.parts.board import Board, make_board
from generator.pages.region.view import region_pages
from generator.pages.societies.view import societies_pages
from generator.pages.society.view import society_page
from tests.benchmarks.generate import AS_OF, team_files, write_records


class Plan(NamedTuple):
    """One team as it is written: how its reports of 2024 and 2025 were met, its status, its number (and so its field)."""

    society: str
    first: str  # on_time, or "" where nothing is written of it
    second: str  # on_time, late, missing, or "" where a team is too young
    status: str
    number: int


# Fields go by number: 0 rescue, 1 first aid, 2 blood. Reports are due on 31 May, the site is of 1 July 2026.
PLANS = {
    "a": Plan("990101", "on_time", "on_time", "active", 1),
    "b": Plan("990101", "on_time", "late", "active", 1),
    "c": Plan("990101", "on_time", "missing", "active", 1),
    "d": Plan("990102", "", "missing", "active", 1),
    "e": Plan("990100", "on_time", "on_time", "active", 0),
    "f": Plan("990000", "on_time", "on_time", "dissolved", 2),
    "g": Plan("990201", "on_time", "late", "suspended", 1),
    "h": Plan("railway", "on_time", "on_time", "active", 2),
    "i": Plan("village", "on_time", "on_time", "active", 1),
}
PUBLISHED = ("on_time", "late")
# Where each society lies; the village has no code of its own and lies where its superior does.
WITHIN = {
    "990000": ("990000",),
    "990100": ("990000", "990100"),
    "990101": ("990000", "990100", "990101"),
    "990102": ("990000", "990100", "990102"),
    "990201": ("990000", "990200", "990201"),
    "village": ("990000", "990100", "990101"),
    "railway": (),
}
# By 2.2: a county needs three teams, a prefecture a rescue and a blood team, a province (and the railway) a blood team.
MEETS = {"990101": True, "990102": False, "990201": False, "990100": False, "990000": False, "railway": True}
SOCIETIES = {
    "990000": "level: province\ndivision: 990000",
    "990100": "level: prefecture\ndivision: 990100",
    "990101": "level: county\ndivision: 990101",
    "990102": "level: county\ndivision: 990102",
    "990201": "level: county\ndivision: 990201",
    "village": "level: grassroots\nparent: 990101",
    "railway": "level: province\nsector: railway",
}


class Made(NamedTuple):
    """The small site, examined."""

    board: Board
    teams: tuple[TeamSummary, ...]
    data: Path


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    data = tmp_path_factory.mktemp("boards")
    write_records(data, 0)
    (data / "societies").mkdir()
    for id, kind in SOCIETIES.items():
        text = f"name: 示例{id}红十字会\n{kind}\ncontact: {{phone: 0990-5550120}}\n"
        (data / f"societies/{id}.yaml").write_text(text, encoding="utf-8")
    for slug, plan in PLANS.items():
        home = data / "teams" / plan.society / slug
        home.mkdir(parents=True)
        for name, text in team_files(plan.number, 2).items():
            met = {"2024.yaml": plan.first, "2025.yaml": plan.second}.get(name, "on_time")
            if met in PUBLISHED:
                text = text.replace("2026-04-12", "2026-06-10") if met == "late" else text
                status = f"status: {{value: {plan.status}, since: 2026-03-01}}"
                text = re.sub(r"status: \{value: active, [^}]*\}", status, text)
                (home / name).write_text(text, encoding="utf-8")
    corpus = examine_corpus(data, AS_OF)
    assert corpus.context is not None
    teams = tuple(unit.summary for unit in corpus.units if unit.summary)
    assert len(teams) == len(PLANS)
    return Made(make_board(corpus.context, teams), teams, data)


def closing(data: Path, slug: str) -> int:
    """What a team had left at the end of 2025, in fen, from its file alone."""
    record = yaml.safe_load((data / "teams" / PLANS[slug].society / slug / "2025.yaml").read_text("utf-8"))
    return sum(int(Decimal(str(amount)) * 100) for amount in record["closing"].values())


def reckoned(data: Path, slugs: set[str], societies: set[str]) -> dict[str, object]:
    """A roll-up from the plan alone."""
    plans = [PLANS[slug] for slug in sorted(slugs)]
    living = [plan for plan in plans if plan.status != "dissolved"]
    published = sum(plan.first in PUBLISHED or plan.second in PUBLISHED for plan in living)
    year = Counter(plan.second for plan in plans if plan.second)
    reports = year + Counter(plan.first for plan in plans if plan.first)
    holders = [slug for slug in slugs if PLANS[slug].second in PUBLISHED]
    asked = societies & set(MEETS)
    return {
        "living": len(living),
        "year": (year["on_time"], year["late"], year["missing"]),
        "reports": (reports["on_time"], reports["late"], reports["missing"]),
        "accounts": (published, len(living) - published),
        "quota": (len(asked), sum(MEETS[id] for id in asked)),
        "held": (len(holders), sum(closing(data, slug) for slug in holders)),
    }


def rolled(rollup: Rollup) -> dict[str, object]:
    """The same figures of a roll-up; what the plan never has must be nought."""
    year, reports, held = rollup.year(2025), rollup.reports, rollup.held.get(2025, Held())
    assert (year.undated, reports.undated, rollup.explained, rollup.uncheckable) == (0, 0, 0, 0)
    assert rollup.complete + rollup.gaps == rollup.reconciled
    return {
        "living": rollup.living,
        "year": (year.on_time, year.late, year.missing),
        "reports": (reports.on_time, reports.late, reports.missing),
        "accounts": (rollup.reconciled, rollup.unpublished),
        "quota": (rollup.asked, rollup.met),
        "held": (held.teams, held.amount),
    }


def inside(societies: set[str]) -> set[str]:
    """The teams of some societies."""
    return {slug for slug, plan in PLANS.items() if plan.society in societies}


def test_the_plan_by_hand(made: Made):
    """The whole site, counted on one's fingers."""
    whole = made.board.whole
    assert (whole.active, whole.suspended, whole.dissolved) == (7, 1, 1)
    assert whole.year(2025) == Punctuality(on_time=5, late=2, missing=2)
    assert whole.year(2024) == Punctuality(on_time=8)
    assert whole.reports == Punctuality(on_time=13, late=2, missing=2)
    assert (whole.reconciled, whole.unpublished) == (7, 1)
    assert (whole.asked, whole.met) == (6, 2)
    assert made.board.closed == 2025


@pytest.mark.parametrize("id", SOCIETIES)
def test_every_society(made: Made, id: str):
    assert rolled(made.board.own[id]) == reckoned(made.data, inside({id}), {id})


@pytest.mark.parametrize("code", ["990000", "990100", "990200", "990101", "990102", "990201"])
def test_every_region(made: Made, code: str):
    societies = {id for id, codes in WITHIN.items() if code in codes}
    assert rolled(made.board.regions[code]) == reckoned(made.data, inside(societies), societies)


def test_the_site(made: Made):
    assert rolled(made.board.whole) == reckoned(made.data, set(PLANS), set(SOCIETIES))


def test_parts_add_up_at_every_level(made: Made):
    board = made.board
    for code, whole in board.regions.items():
        parts = [board.regions[part] for part in board.divisions[code]] + [board.own[id] for id in board.members[code]]
        assert total(parts) == whole
    for id, whole in board.below.items():
        assert total([board.own[id], *(board.below[child] for child in board.children[id])]) == whole


def test_a_society_with_all_below_it_is_its_region(made: Made):
    for code in ("990000", "990100", "990101"):
        assert made.board.below[code] == made.board.regions[code]


def rows(page: Page) -> dict[str, tuple[object, ...]]:
    """The table of a page's parts by where each row leads; the sum under 合计."""
    return {row[1] if row[1] == "合计" else row[0]: row[2:] for row in page.view.standing.units.rows}


def test_every_page_has_the_same_figures(made: Made):
    board, teams = made.board, made.teams
    regions = {page.path.split("/")[1]: page for page in region_pages(board)}
    home, due = rows(home_page(board, teams)), rows(due_page(board))
    assert home == due
    province, prefecture = rows(regions["990000"]), rows(regions["990100"])
    assert home["regions/990000"] == province["合计"]
    assert province["regions/990100"] == prefecture["合计"] == rows(society_page("990100", board))["合计"]
    # 990200 is only a step to its one county, which stands in its place.
    assert "regions/990200" not in province
    assert province["regions/990201"] == rows(regions["990201"])["societies/990201"]
    assert home["societies/railway"] == rows(home_page(board, teams))["societies/railway"]
    for found in (home, province, prefecture, rows(regions["990101"])):
        parts = [row for name, row in found.items() if name != "合计"]
        assert tuple(map(sum, zip(*parts, strict=True))) == found["合计"]
    listed = next(iter(societies_pages(board))).view.rows
    assert sum(row.teams for row in listed) == board.whole.living
    assert sum(row.missing for row in listed) == board.whole.reports.missing
    assert sum(row.due for row in listed) == board.whole.reports.due


def test_those_that_did_not_publish_are_listed_the_worst_first(made: Made):
    standing = home_page(made.board, made.teams).view.standing
    assert [(d.href, d.words, d.society) for d in standing.overdue] == [
        ("teams/990101/c/index.html", "逾期 31 天", "示例990101红十字会"),
        ("teams/990102/d/index.html", "逾期 31 天", "示例990102红十字会"),
    ]
    assert standing.overdue_more == 0
    assert [d.href for d in society_page("990102", made.board).view.standing.overdue] == ["teams/990102/d/index.html"]


def test_the_first_sentence(made: Made):
    sentence = home_page(made.board, made.teams).view.standing.headlines[0].words
    assert (
        sentence == "截至 2026-07-01，全站应公布 2025 年账目的 9 支队伍中，5 支按时公布、2 支晚公布、2 支没有公布齐。"
    )
