"""Donors, payees and goods in words a reader understands; absence in words, never as zero."""

from __future__ import annotations

from generator.base.absence import NOT_REPORTED, Absent, given
from generator.base.money import grouped
from generator.base.quantity import grouped_quantity
from generator.ledger.worth import worth
from generator.model.goods import Evidence, Item
from generator.model.parties import Donor, Payee
from generator.model.team import Team
from generator.model.vocabulary import DonorKind, PayeeKind, Valuation

_COUNTED = {PayeeKind.PERSONS: "人", PayeeKind.HOUSEHOLDS: "户", PayeeKind.UNITS: "个单位"}


def donor_words(donor: Donor) -> str:
    """Who gave, as it may be published."""
    through = f"，通过{donor.through}" if not isinstance(donor.through, Absent) else ""
    if donor.kind is DonorKind.ANONYMOUS:
        return f"匿名{through}"
    if donor.kind is DonorKind.POOLED:
        many = f"人数{donor.count}" if isinstance(donor.count, Absent) else f"{donor.count:,} 人"
        name = f"{donor.name}，" if not isinstance(donor.name, Absent) else ""
        return f"{name}{many}合计{through}"
    if donor.kind is DonorKind.NAMED and isinstance(donor.consent, Absent):
        return "不公开（本人未同意公布姓名）"
    name = str(donor.name).removesuffix("（化名）")
    return f"{name}（化名）{through}" if donor.kind is DonorKind.ALIAS else f"{name}{through}"


def payee_words(payee: Payee | None) -> str:
    """Who received: counts and area for people, names only for organisations."""
    if payee is None:
        return "对象未填报"
    unit = _COUNTED.get(payee.kind)
    area = "" if isinstance(payee.area, Absent) and payee.area.kind == "not_reported" else str(payee.area)
    if unit:
        many = (
            f"{'人数' if unit == '人' else '数量'}{payee.count}"
            if isinstance(payee.count, Absent)
            else f"{payee.count:,} {unit}"
        )
        name = "" if payee.kind is not PayeeKind.UNITS else given(payee.name, "")
        if name and payee.count in (1, NOT_REPORTED):
            many = ""
        parts = [part for part in (name, many, area) if part]
        return "，".join(parts)
    name = str(payee.name) if not isinstance(payee.name, Absent) else payee.kind.label
    if payee.kind is PayeeKind.RELATED:
        name = f"{name}（关联方{'：' + payee.relation if not isinstance(payee.relation, Absent) else ''}）"
    elif payee.kind is PayeeKind.MEMBER:
        name = "归还队员垫付"
    return f"{name}，{area}" if area else name


def amount_words(fen: int) -> str:
    """``8,600.00 元``."""
    return f"{grouped(fen)} 元"


def quantity_words(quantity: int, unit: str) -> str:
    """``30 件``."""
    return f"{grouped_quantity(quantity)} {unit}"


def item_words(item: Item) -> str:
    """``救生衣 30 件（发票计价 3,600.00 元）``."""
    words = f"{item.item} {quantity_words(item.quantity, item.unit)}"
    value = worth(item)
    basis = "" if isinstance(item.valuation, Absent) else item.valuation.label
    if value is None or item.valuation is Valuation.UNVALUED:
        return f"{words}（未计价）"
    return f"{words}（{basis}计价 {amount_words(value)}）"


def evidence_words(evidence: tuple[Evidence, ...] | Absent) -> str:
    """The names of what proves a row, or how it is absent."""
    if isinstance(evidence, Absent):
        return f"凭证{evidence}"
    return "、".join(e.title for e in evidence) if evidence else "没有凭证"


def purpose_words(team: Team, purpose: str) -> str:
    """A purpose by its title; general money is 不定向."""
    if purpose == "general":
        return "不定向"
    return next((p.title for p in team.purposes if p.id == purpose), purpose)
