"""What a team's folder gives to be put beside others says what its own pages say, line for line alike."""

from datetime import date

import pytest

from generator.base.language import Catalogue, speaking
from generator.base.money import grouped
from generator.check.unit import Examined, examine
from generator.load.corpus import read_context, read_teams
from generator.model.corpus import Context
from generator.pages.compare.brief import brief
from generator.pages.team.view import team_page


@pytest.fixture(scope="module")
def units(root) -> tuple[Context, list[Examined]]:
    context, tree, _ = read_context(root / "data", date(2026, 11, 24))
    assert context is not None
    return context, [
        examine(folder, faults, context) for folder, faults in read_teams(root / "data", tree, context.as_of)
    ]


@pytest.fixture(scope="module")
def briefs(units):
    context, teams = units
    return {unit.folder.id: (brief(team_page(unit, context).view, unit), unit) for unit in teams}


def test_all_teams_have_the_same_lines(briefs):
    """A script puts them side by side by their places."""
    facts = {tuple(line[0] for line in told["facts"]) for told, _ in briefs.values()}
    lines = {tuple(line[0] for line in report["lines"]) for told, _ in briefs.values() for report in told["reports"]}
    assert len(facts) == len(lines) == 1
    assert len(briefs) > 10


def test_the_figures_are_those_of_the_summary(briefs):
    for id, (told, unit) in briefs.items():
        assert [report["period"] for report in told["reports"]] == [r.period for r in reversed(unit.summary.reports)]
        for report, summary in zip(told["reports"], reversed(unit.summary.reports), strict=True):
            said = {line[0]: line[1:] for line in report["lines"]}
            for label, key in (
                ("期初余额", "opening"),
                ("捐款", "donations"),
                ("支出", "spending"),
                ("期末余额", "closing"),
            ):
                amount = getattr(summary, key)
                if amount is None:
                    assert said[label][1], (id, label)
                    assert not any(character.isdigit() and "（" not in said[label][0] for character in said[label][0])
                else:
                    assert said[label] == (f"{grouped(amount)} 元", False), (id, label)


def test_an_account_that_cannot_be_checked_warns(briefs):
    reports = {
        (id, report["period"]): report["caution"] for id, (told, _) in briefs.items() for report in told["reports"]
    }
    assert "不能和别的队比" in reports["990101/psychology", "2025"]
    assert "差多少" in reports["990101/first-aid", "2025"]
    assert reports["990101/first-aid", "2024"] == ""


def test_words_are_said_in_the_language_of_the_page(units):
    context, teams = units
    english = Catalogue("en", {"负责人": ("Leader",), "期末余额": ("Closing balance",)}, int)
    unit = next(unit for unit in teams if unit.folder.reports)
    with speaking(english):
        told = brief(team_page(unit, context).view, unit)
    assert told["facts"][0][0] == "Leader"
    assert "Closing balance" in [line[0] for line in told["reports"][0]["lines"]]
