"""Roll-ups: every state counted once, denominators that are the sum of their parts, a whole that is the sum of its sets."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.dates import parse_period
from generator.base.language import message
from generator.ledger.boards import Quota
from generator.ledger.calendar import Obligation
from generator.ledger.rollup import Held, Punctuality, Rollup, Standing, closed_year, roll_up, total
from generator.load.defaults import DEFAULT_DEADLINES
from generator.model.vocabulary import TeamStatus

AS_OF = date(2026, 11, 24)
ACTIVE, SUSPENDED, DISSOLVED = TeamStatus.ACTIVE, TeamStatus.SUSPENDED, TeamStatus.DISSOLVED
MET = Quota(message("一支"), 1, 1)
UNMET = Quota(message("三支"), 3, 2)


def owed(period: str, state: str, due: str = "2026-05-31") -> Obligation:
    """A report that was or is due."""
    found = parse_period(period)
    assert found is not None
    return Obligation(found, date.fromisoformat(due), state, None, 0, "")


def team(*calendar: Obligation, status=ACTIVE, account="pass", completeness="pass", **closings: int) -> Standing:
    """One team; ``y2025=5`` is a closing balance."""
    held = {int(year.removeprefix("y")): amount for year, amount in closings.items()}
    return Standing(status, calendar, account, completeness, held)


def rolled(*teams: Standing) -> Rollup:
    return roll_up(teams, [], AS_OF)


def test_nothing():
    assert rolled() == Rollup()
    assert (rolled().living, rolled().reports.due, rolled().year(2025).due) == (0, 0, 0)


def test_every_team_has_one_latest_account():
    found = rolled(
        team(),
        team(account="fail", completeness="gap"),
        team(account="unknown", completeness="gap", status=SUSPENDED),
        team(account="", completeness=""),
        team(status=DISSOLVED),
    )
    assert (found.active, found.suspended, found.dissolved, found.living) == (3, 1, 1, 4)
    assert (found.reconciled, found.explained, found.uncheckable, found.unpublished) == (1, 1, 1, 1)
    assert (found.complete, found.gaps) == (1, 2)


@pytest.mark.parametrize(
    ("calendar", "year", "reports"),
    [
        ([owed("2025", "on_time")], Punctuality(on_time=1), Punctuality(on_time=1)),
        ([owed("2025", "late")], Punctuality(late=1), Punctuality(late=1)),
        ([owed("2025", "missing")], Punctuality(missing=1), Punctuality(missing=1)),
        ([owed("2025", "unknown")], Punctuality(undated=1), Punctuality(undated=1)),
        # Four reports of one year: the team counts once, by the worst.
        (
            [
                owed("2025-Q1", "on_time"),
                owed("2025-Q2", "late"),
                owed("2025-Q3", "missing"),
                owed("2025-Q4", "unknown"),
            ],
            Punctuality(missing=1),
            Punctuality(1, 1, 1, 1),
        ),
        ([owed("2025-H1", "unknown"), owed("2025-H2", "late")], Punctuality(late=1), Punctuality(late=1, undated=1)),
        # What is due today is not yet due; what is published before it is due does not count before.
        ([owed("2025", "upcoming", "2026-11-24")], Punctuality(), Punctuality()),
        ([owed("2025", "on_time", "2026-11-24")], Punctuality(), Punctuality()),
        ([owed("2025", "on_time", "2026-11-23")], Punctuality(on_time=1), Punctuality(on_time=1)),
        # A year is that in which the period ends.
        ([owed("2024-11-01--2025-01-31", "late")], Punctuality(late=1), Punctuality(late=1)),
        ([owed("2024", "late")], Punctuality(), Punctuality(late=1)),
    ],
)
def test_what_was_due(calendar, year, reports):
    found = rolled(team(*calendar))
    assert found.year(2025) == year
    assert found.reports == reports


def test_what_a_dissolved_team_owed_stays_due():
    found = rolled(team(owed("2025", "missing"), status=DISSOLVED))
    assert (found.living, found.year(2025).missing) == (0, 1)


def test_a_quota_is_met_as_a_whole():
    found = roll_up([], [(), (MET,), (MET, UNMET), (UNMET,)], AS_OF)
    assert (found.asked, found.met) == (3, 1)


def test_what_is_held_is_summed_on_one_day():
    found = rolled(team(y2024=100, y2025=250), team(y2025=-40), team())
    assert found.held == {2024: Held(1, 100), 2025: Held(2, 210)}


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2026-05-31", 2024), ("2026-06-01", 2025), ("2026-12-31", 2025), ("2027-01-01", 2025), ("2027-06-01", 2026)],
)
def test_the_year_that_is_closed(day, expected):
    assert closed_year(DEFAULT_DEADLINES, date.fromisoformat(day)) == expected


def test_a_site_without_a_yearly_deadline_speaks_of_last_year():
    assert closed_year((), AS_OF) == 2025


STATES = st.sampled_from(["on_time", "late", "missing", "unknown", "upcoming"])
OBLIGATIONS = st.builds(
    lambda period, state, days: owed(
        period, state, str(AS_OF + timedelta(days=days if state == "upcoming" else -days))
    ),
    st.sampled_from(["2023", "2024", "2025", "2025-H1", "2026-Q1"]),
    STATES,
    st.integers(1, 900),
)
TEAMS = st.builds(
    lambda calendar, status, states, closings: Standing(status, tuple(calendar), *states, closings),
    st.lists(OBLIGATIONS, max_size=4),
    st.sampled_from(list(TeamStatus)),
    st.sampled_from([("pass", "pass"), ("fail", "gap"), ("unknown", "gap"), ("", "")]),
    st.dictionaries(st.integers(2023, 2025), st.integers(-1000, 1000), max_size=3),
)
QUOTAS = st.lists(st.sampled_from([MET, UNMET]), max_size=2).map(tuple)


@given(st.lists(st.tuples(st.lists(TEAMS, max_size=5), st.lists(QUOTAS, max_size=3)), max_size=5))
def test_a_whole_is_the_sum_of_its_parts(sets):
    whole = roll_up((t for teams, _ in sets for t in teams), (q for _, quotas in sets for q in quotas), AS_OF)
    assert total(roll_up(teams, quotas, AS_OF) for teams, quotas in sets) == whole


@given(st.lists(TEAMS, max_size=8))
def test_denominators_are_the_sum_of_their_states(teams):
    found = rolled(*teams)
    assert found.living + found.dissolved == len(teams)
    assert found.reconciled + found.explained + found.uncheckable + found.unpublished == found.living
    assert found.complete + found.gaps + found.unpublished == found.living
    due = [o for t in teams for o in t.calendar if o.due < AS_OF]
    assert found.reports.due == len(due)
    for year in (2023, 2024, 2025, 2026):
        held = sum(any(o.due < AS_OF and o.period.end.year == year for o in t.calendar) for t in teams)
        assert found.year(year).due == held
