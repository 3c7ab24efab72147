"""The account between a society and its teams: both sides' figures, their sums, and what comes of comparing them."""

from datetime import date

import pytest

from generator.base.absence import NOT_REPORTED
from generator.check.summary import TeamSummary
from generator.model.society import Society, Support
from generator.model.vocabulary import Field, Level, TeamStatus
from generator.pages.society.support import support_years
from tests.ledger.books import AT


def team(slug: str, support: dict[str, int], named: dict[str, int], whole: set[str]) -> TeamSummary:
    """A team of which only the money from its society is told."""
    told = {"support": support, "support_named": named, "whole_years": frozenset(whole)}
    blank = {
        "society": "990101",
        "slug": slug,
        "name": f"{slug} 队",
        "status": TeamStatus.ACTIVE,
        "fields": tuple(Field),
    }
    rest = dict.fromkeys(TeamSummary.__struct_fields__, ())
    return TeamSummary(**(rest | blank | told))


def society(*rows: tuple[str, str, int]) -> Society:
    given = tuple(Support(AT, year, slug, amount) for year, slug, amount in rows) or NOT_REPORTED
    return Society(AT, "示例县红十字会", Level.COUNTY, None, support_to_teams=given)


NEXT_YEAR = date(2027, 1, 1)
A = team("a", {"2024": 100_000, "2025": 150_000}, {"2025": 150_000}, {"2024", "2025"})
B = team("b", {"2025": 20_000}, {}, {"2025"})


@pytest.mark.parametrize(
    ("given", "teams", "expected"),
    [
        ([("2025", "a", 150_000)], [A], ("pass", "一致", "1,500.00", "1,500.00")),
        ([("2025", "a", 140_000)], [A], ("fail", "差 100.00 元", "1,400.00", "1,500.00")),
        ([("2023", "a", 140_000)], [A], ("fail", "本会没有填报", "未填报", "1,500.00")),
        ([], [B], ("unknown", "来源没有写明", "未填报", "200.00")),
        # A year that is not wholly reported cannot be compared; one that is, and tells of nothing, received nothing.
        ([("2025", "c", 500)], [team("c", {}, {}, set())], ("unknown", "全年的账未公布，不核对", "5.00", "未填报")),
        ([("2025", "c", 500)], [team("c", {}, {}, {"2025"})], ("fail", "差 5.00 元", "5.00", "0.00")),
    ],
)
def test_one_team_in_one_year(given, teams, expected):
    year = next(year for year in support_years(society(*given), tuple(teams), NEXT_YEAR) if year.year == "2025")
    assert [(row.state, row.words, row.given, row.received) for row in year.rows] == [expected]


def test_the_sums_of_a_year_and_their_growth():
    rows = [("2023", "a", 100_000), ("2024", "a", 100_000), ("2025", "a", 150_000), ("2025", "b", 20_000)]
    years = support_years(society(*rows, ("2026", "a", 85_000)), (A, B), NEXT_YEAR)
    assert [(y.year, y.given, y.received, y.growth) for y in years] == [
        ("2026", "850.00", "未填报", "比上年减少 850.00 元（50.0%）"),
        ("2025", "1,700.00", "1,700.00", "比上年增加 700.00 元（70.0%）"),
        ("2024", "1,000.00", "1,000.00", "与上年相同"),
        ("2023", "1,000.00", "未填报", ""),
    ]


def test_a_year_that_is_not_over_is_not_compared_with_a_whole_one():
    rows = [("2025", "a", 150_000), ("2026", "a", 85_000)]
    assert {y.growth for y in support_years(society(*rows), (A, B), date(2026, 12, 31))} == {""}


def test_nothing_was_written():
    assert support_years(society(), (team("c", {}, {}, {"2025"}),), NEXT_YEAR) == ()
