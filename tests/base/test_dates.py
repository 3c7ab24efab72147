"""Days and periods: only real ones, and a chain of periods that leaves no day out."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.dates import Period, add_months, month_end, parse_day, parse_period, suggest_day

DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
NAMES = st.integers(1900, 2198).flatmap(
    lambda year: st.sampled_from(
        [f"{year}", *(f"{year}-H{n}" for n in (1, 2)), *(f"{year}-Q{n}" for n in (1, 2, 3, 4))]
        + [f"{year}-{n:02d}" for n in range(1, 13)]
    )
)


@given(DAYS)
def test_day_round_trip(day: date) -> None:
    assert parse_day(str(day)) == day


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2025-02-29",
        "2025-02-30",
        "2025-13-01",
        "2025-00-10",
        "2025-01-00",
        "2025-7-4",
        "2025/07/04",
        "20250704",
        "2025-W01-1",
        "2025-001",
        "２０２５-07-04",
        "2025-07-04T00:00",
        "2025-07-04 ",
        " 2025-07-04",
        "2025-07-04\n",
        "1899-12-31",
        "2200-01-01",
        "0001-01-01",
        "9999-12-31",
        "25-07-04",
        "-2025-7-4",
        "2025-07-�",
    ],
)
def test_not_days(text: str) -> None:
    assert parse_day(text) is None


@pytest.mark.parametrize("text", ["2024-02-29", "2000-02-29", "1900-01-01", "2199-12-31"])
def test_days(text: str) -> None:
    assert str(parse_day(text)) == text


@given(DAYS, st.sampled_from(["%Y/%m/%d", "%Y.%m.%d", "%Y年%m月%d日", "%Y%m%d", " %Y - %m - %d "]), st.booleans())
def test_what_was_meant(day: date, form: str, short: bool) -> None:
    text = form.replace("%Y", f"{day.year}").replace("%m", f"{day.month:02d}").replace("%d", f"{day.day:02d}")
    if short and form != "%Y%m%d":
        text = form.replace("%Y", f"{day.year}").replace("%m", str(day.month)).replace("%d", str(day.day))
    assert suggest_day(text) == str(day)


@pytest.mark.parametrize("text", ["", "2025/2/30", "去年", "7月4日", "2025", "4/7/2025", "1" * 41, "2025-7" + " " * 40])
def test_nothing_is_guessed(text: str) -> None:
    assert suggest_day(text) is None


@pytest.mark.parametrize(
    ("name", "start", "end", "kind", "label"),
    [
        ("2025", "2025-01-01", "2025-12-31", "year", "2025 年"),
        ("2025-H1", "2025-01-01", "2025-06-30", "half", "2025 年上半年"),
        ("2025-H2", "2025-07-01", "2025-12-31", "half", "2025 年下半年"),
        ("2025-Q1", "2025-01-01", "2025-03-31", "quarter", "2025 年第一季度"),
        ("2025-Q4", "2025-10-01", "2025-12-31", "quarter", "2025 年第四季度"),
        ("2024-02", "2024-02-01", "2024-02-29", "month", "2024 年 2 月"),
        ("2025-12", "2025-12-01", "2025-12-31", "month", "2025 年 12 月"),
        ("2020-01-24--2020-03-02", "2020-01-24", "2020-03-02", "range", "2020-01-24 至 2020-03-02"),
        ("2020-01-24--2020-01-24", "2020-01-24", "2020-01-24", "range", "2020-01-24 当天"),
    ],
)
def test_periods(name: str, start: str, end: str, kind: str, label: str) -> None:
    period = parse_period(name)
    assert period == Period(date.fromisoformat(start), date.fromisoformat(end), name, kind)
    assert period.label == label


@pytest.mark.parametrize(
    "name",
    [
        "",
        "25",
        "2025-H0",
        "2025-H3",
        "2025-h1",
        "2025-Q0",
        "2025-Q5",
        "2025-00",
        "2025-13",
        "2025-7",
        "2025 ",
        "1899",
        "2200",
        "9999",
        "0000",
        "2025-01-01",
        "2025-01-02--2025-01-01",
        "2025-01-01--",
        "--2025-01-01",
        "2025-H1\n",
        "2025-02-30--2025-03-01",
        "2025-01-01--2025-01-02--2025-01-03",
        "0001-01-01--0001-01-02",
        "２０２５",
        "team",
    ],
)
def test_not_periods(name: str) -> None:
    assert parse_period(name) is None


@given(NAMES)
def test_following_leaves_no_day_out(name: str) -> None:
    period = parse_period(name)
    assert period is not None
    following = period.following()
    assert following is not None
    assert (following.kind, following.start) == (period.kind, period.next_day)
    assert period.end not in following
    assert following.start not in period
    assert parse_period(period.id) == period


@pytest.mark.parametrize(("first", "steps"), [("2024", 1), ("2024-H1", 2), ("2024-Q1", 4), ("2024-01", 12)])
def test_a_year_of_periods(first: str, steps: int) -> None:
    chain = [parse_period(first)]
    for _ in range(steps):
        assert chain[-1] is not None
        chain.append(chain[-1].following())
    periods = [period for period in chain if period is not None]
    days = [p.start + timedelta(days=n) for p in periods[:-1] for n in range((p.end - p.start).days + 1)]
    assert days == [date(2024, 1, 1) + timedelta(days=n) for n in range(366)]
    assert all(earlier < later for earlier, later in pairwise(periods))


@given(DAYS, st.integers(0, 400))
def test_a_range_has_no_rhythm(start: date, length: int) -> None:
    end = min(start + timedelta(days=length), date(2199, 12, 31))
    period = parse_period(f"{start}--{end}")
    assert period is not None
    assert (period.start, period.end, period.following()) == (start, end, None)
    assert period.next_day == end + timedelta(days=1)


def test_the_last_period_has_none_after_it() -> None:
    assert parse_period("2199").following() is None


@given(DAYS, st.integers(0, 10**10))
def test_add_months(day: date, months: int) -> None:
    later = add_months(day, months)
    if later != date.max:
        assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
        assert later.day == min(day.day, month_end(later.year, later.month).day)
