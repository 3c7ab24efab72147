"""What holds for every chain of reports: no fen and no piece is lost or counted twice."""

from collections import defaultdict
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from generator.base.dates import parse_period
from generator.ledger.standing import before_leaving
from tests.ledger.books import buy, earn, folder, funds, gift, goods, issue, lot, move, report, spend

PURPOSES = ("general", "flood", "relief")
AMOUNTS = st.integers(1, 1000)
PERIODS = ("2025-Q1", "2025-Q2", "2025-07", "2025-08", "2025-09-01--2025-12-31", "2026")


@st.composite
def rows(draw, period: str, kinds: tuple[str, ...]):
    """Rows of one report, on days of its period, in any order."""
    found = parse_period(period)
    days = st.integers(0, (found.end - found.start).days).map(lambda n: str(found.start + timedelta(days=n)))
    made, names = [], []
    for number in range(draw(st.integers(0, 8))):
        kind = draw(st.sampled_from(kinds))
        on = draw(st.one_of(days, st.just(""))) if kind in ("gift", "earn", "spend", "issue") else draw(days)
        amount, purpose = draw(AMOUNTS), draw(st.sampled_from(PURPOSES))
        if kind == "gift":
            made.append(gift(f"D{number}", on, amount, purpose))
            names.append(f"D{number}")
        elif kind == "earn":
            made.append(earn(f"I{number}", on, amount, purpose))
        elif kind == "move":
            made.append(move(f"T{number}", on, amount, purpose, draw(st.sampled_from(PURPOSES))))
        elif kind == "spend":
            named = {draw(st.sampled_from(names)): draw(AMOUNTS)} if names and draw(st.booleans()) else {}
            made.append(spend(f"S{number}", on, amount, purpose, **named))
        elif kind == "lot":
            made.append(lot(f"D{number}", on, purpose, amount))
        elif kind == "buy":
            made.append(buy(f"P{number}", on, purpose, amount))
        else:
            made.append(issue(f"G{number}", on, purpose, amount))
    return made


@st.composite
def chains(draw, *kinds: str):
    """Several reports in a row; only the first states its opening, so that all else must follow."""
    opening = draw(st.dictionaries(st.sampled_from(PURPOSES), st.integers(0, 1000)))
    periods = PERIODS[: draw(st.integers(1, len(PERIODS)))]
    return [
        report(period, *draw(rows(period, kinds)), **({"opening": opening} if period == periods[0] else {}))
        for period in periods
    ]


MONEY = chains("gift", "earn", "spend", "move")


@given(MONEY)
def test_every_sum_is_used_or_left(reports):
    for trace in funds(*reports).traces.values():
        assert trace.left >= 0
        assert sum(use.amount for use in trace.uses) + trace.left == trace.amount
        assert all(use.amount > 0 for use in (*trace.uses, *trace.moved))


@given(MONEY)
def test_the_last_balance_is_all_that_came_less_all_that_went(reports):
    kept = funds(*reports)
    came = sum((reports[0].report.opening or {}).values())
    for balance in (b for balances in kept.balances.values() for b in balances.values()):
        came += balance.received - balance.spent
    last = kept.balances[reports[-1].period.id].values()
    assert sum(balance.closing for balance in last) == came


@given(MONEY)
def test_a_report_begins_with_what_the_last_one_left(reports):
    kept = funds(*reports)
    for earlier, later in pairwise(reports):
        ended = {p: b.closing for p, b in kept.balances[earlier.period.id].items()}
        begun = {p: b.opening for p, b in kept.balances[later.period.id].items() if b.opening}
        assert begun == {p: amount for p, amount in ended.items() if amount}


@given(chains("gift", "earn", "spend"))
def test_what_is_left_of_all_sums_is_the_balance(reports):
    kept = funds(*reports)
    left = defaultdict(int)
    for trace in kept.traces.values():
        left[trace.purpose] += trace.left
    for purpose, balance in kept.balances[reports[-1].period.id].items():
        assert left[purpose] == max(balance.closing, 0)


@given(chains("gift", "earn", "spend"))
def test_every_use_is_of_money_spent(reports):
    kept = funds(*reports)
    used = defaultdict(int)
    for trace in kept.traces.values():
        for use in trace.uses:
            used[use.report, use.row] += use.amount
    for filed in reports:
        for row in filed.report.spending or ():
            assert used[filed.period.id, row.id] <= row.amount


@given(MONEY)
def test_without_shortfall_nothing_falls_below_zero(reports):
    kept = funds(*reports)
    if not kept.shortfalls:
        assert all(b.closing >= 0 for balances in kept.balances.values() for b in balances.values())


@given(MONEY)
def test_after_the_last_report_a_purpose_has_its_closing_balance(reports):
    kept, unit = funds(*reports), folder(*reports)
    for purpose, balance in kept.balances[reports[-1].period.id].items():
        assert before_leaving(unit, kept, purpose, date(2027, 1, 1)) == balance.closing


@given(chains("lot", "buy", "issue"))
def test_every_piece_is_issued_or_in_stock(reports):
    kept = goods(*reports)
    left = defaultdict(int)
    for traces in kept.traces.values():
        for trace in traces:
            assert sum(use.amount for use in trace.uses) + trace.left == trace.amount
            left[trace.item, trace.unit] += trace.left
    for stuff, line in kept.lines[reports[-1].period.id].items():
        assert left[stuff] == max(line.stock, 0)
    if not kept.shortfalls:
        assert all(line.stock >= 0 for lines in kept.lines.values() for line in lines.values())
