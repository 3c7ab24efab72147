"""What goods are worth, as donors or appraisers put it, rounded half up to the fen; never priced by us."""

from __future__ import annotations

from generator.base.absence import Absent
from generator.ledger.entries import rows_of
from generator.model.cash import Donation
from generator.model.corpus import FiledReport
from generator.model.goods import GoodsIn, Item


def product(quantity: int, unit_value: int) -> int:
    """Thousandths of a unit times fen, in fen."""
    return (quantity * unit_value + 500) // 1000


def worth(row: Item | GoodsIn) -> int | None:
    """The value of one item, stated or from its unit value; None where it is not valued."""
    if not isinstance(row.value, Absent):
        return row.value
    if not isinstance(row.unit_value, Absent):
        return product(row.quantity, row.unit_value)
    return None


def donation_worth(donation: Donation) -> int | None:
    """The value of the goods of a donation; None where nothing of it is valued."""
    if not isinstance(donation.goods_value, Absent):
        return donation.goods_value
    values = [value for item in donation.items if (value := worth(item)) is not None]
    return sum(values) if values else None


def goods_value(filed: FiledReport) -> int:
    """The value of all goods given in a report; unvalued goods count nothing."""
    return sum(donation_worth(donation) or 0 for donation in rows_of(filed.report.donations))
