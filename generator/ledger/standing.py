"""What a purpose had at a given moment, from the balances and the rows of its report."""

from __future__ import annotations

from datetime import date

from generator.base.absence import Absent
from generator.ledger.entries import DONATION, INCOME, TRANSFER, cash_entries
from generator.ledger.funds import Funds
from generator.model.corpus import FiledReport, TeamFolder


def latest_since(folder: TeamFolder, day: date) -> FiledReport | None:
    """The latest report, where it reaches a day."""
    reaching = [filed for filed in folder.reports if filed.period.end >= day]
    return max(reaching, key=lambda filed: filed.period.end) if reaching else None


def remainder(funds: Funds, filed: FiledReport, purpose: str) -> int:
    """What a purpose had at a report's end: as stated, else as the ledger says."""
    closing = filed.report.closing
    if not isinstance(closing, Absent):
        return closing.get(purpose, 0)
    balance = funds.balances[filed.period.id].get(purpose)
    return balance.closing if balance else 0


def before_leaving(folder: TeamFolder, funds: Funds, purpose: str, day: date) -> int | None:
    """What a purpose had on a day before anything of that day went out; None where no report reaches it."""
    for filed in folder.reports:
        if day not in filed.period:
            continue
        balance = funds.balances[filed.period.id].get(purpose)
        amount = balance.opening if balance else 0
        for when, order, _, row in cash_entries(filed):
            if when > day:
                break
            if (order in (INCOME, DONATION) and row.purpose == purpose) or (order == TRANSFER and row.to == purpose):
                amount += row.amount
            elif when < day and (row.from_ if order == TRANSFER else row.purpose) == purpose:
                amount -= row.amount
        return amount
    ended = [filed for filed in folder.reports if filed.period.end < day]
    return remainder(funds, ended[-1], purpose) if ended else None
