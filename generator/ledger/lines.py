"""The codes of lines that have no number of their own: balances by purpose, stock by its place in the list."""

from __future__ import annotations

from generator.base.codes import BALANCE, STOCK
from generator.ledger.team import TeamLedger
from generator.model.corpus import FiledReport


def balance_ids(filed: FiledReport, ledger: TeamLedger) -> tuple[str, ...]:
    """A code for each purpose; the total, where there are several, is the closing balance itself and has none."""
    ids = tuple(f"{BALANCE}{purpose}" for purpose in ledger.balances(filed.period.id))
    return (*ids, "") if len(ids) > 1 else ids


def stock_ids(filed: FiledReport, ledger: TeamLedger) -> tuple[str, ...]:
    """A code for each line of the stock list, counted from 1: things have names, and names are not spoken alike."""
    return tuple(f"{STOCK}{number}" for number in range(1, len(ledger.goods.lines[filed.period.id]) + 1))
