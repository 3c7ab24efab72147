"""Donors, payees and goods in words a reader understands; absence in words, never as zero."""

from __future__ import annotations

from collections.abc import Iterable

from generator.base.absence import NOT_REPORTED, Absent, given
from generator.base.language import joined, language, say
from generator.base.money import grouped
from generator.base.quantity import grouped_quantity
from generator.ledger.worth import worth
from generator.model.goods import Item
from generator.model.parties import Donor, Payee
from generator.model.team import Team
from generator.model.vocabulary import DonorKind, PayeeKind, Valuation

NAMED = 3
"""How many of a list a sentence names."""


def paragraph(sentences: Iterable[str]) -> str:
    """Whole sentences in a row; Chinese leaves no space between them."""
    return ("" if language().startswith("zh") else " ").join(sentence for sentence in sentences if sentence)


def in_a_row(parts: Iterable[object]) -> str:
    """What is known of one thing, part after part: 示例区, 42 人; nothing for what is empty or absent."""
    return say("，").join(str(part) for part in parts if part and not isinstance(part, Absent))


def goods_list(names: list[str]) -> str:
    """The first of a list of goods, and how many kinds there are."""
    if len(names) > NAMED:
        return say("{goods}等 {n} 种物资", goods=joined(names[:NAMED]), n=len(names))
    return joined(names)


def donor_words(donor: Donor) -> str:
    """Who gave, as it may be published."""
    who = _donor(donor)
    return (
        who if isinstance(donor.through, Absent) else say("{donor}，通过{platform}", donor=who, platform=donor.through)
    )


def _donor(donor: Donor) -> str:
    if donor.kind is DonorKind.ANONYMOUS:
        return say("匿名")
    if donor.kind is DonorKind.POOLED:
        many = (
            say("多人合计，人数{absent}", absent=donor.count)
            if isinstance(donor.count, Absent)
            else say("{n:,} 人合计", n=donor.count)
        )
        return in_a_row((donor.name, many))
    if donor.kind is DonorKind.NAMED and isinstance(donor.consent, Absent):
        return say("不公开（本人未同意公布姓名）")
    name = str(donor.name)
    return say("{name}（化名）", name=name.removesuffix("（化名）")) if donor.kind is DonorKind.ALIAS else name


def payee_words(payee: Payee | None) -> str:
    """Who received: counts and area for people, names only for organisations."""
    if payee is None:
        return say("对象未填报")
    area = "" if isinstance(payee.area, Absent) and payee.area.kind == "not_reported" else str(payee.area)
    if payee.kind in (PayeeKind.PERSONS, PayeeKind.HOUSEHOLDS, PayeeKind.UNITS):
        name = given(payee.name, "") if payee.kind is PayeeKind.UNITS else ""
        many = "" if name and payee.count in (1, NOT_REPORTED) else _many(payee)
        return in_a_row((name, many, area))
    if payee.kind is PayeeKind.MEMBER:
        return in_a_row((say("归还队员垫付"), area))
    name = payee.kind.label if isinstance(payee.name, Absent) else payee.name
    if payee.kind is PayeeKind.RELATED:
        name = (
            say("{name}（关联方）", name=name)
            if isinstance(payee.relation, Absent)
            else say("{name}（关联方：{relation}）", name=name, relation=payee.relation)
        )
    return in_a_row((name, area))


def _many(payee: Payee) -> str:
    """How many people, households or units received."""
    count = payee.count
    if isinstance(count, Absent):
        persons = payee.kind is PayeeKind.PERSONS
        return say("人数{absent}", absent=count) if persons else say("数量{absent}", absent=count)
    if payee.kind is PayeeKind.PERSONS:
        return say("{n:,} 人", n=count)
    return say("{n:,} 户", n=count) if payee.kind is PayeeKind.HOUSEHOLDS else say("{n:,} 个单位", n=count)


def amount_words(fen: int) -> str:
    """``8,600.00 元``."""
    return say("{amount} 元", amount=grouped(fen))


def quantity_words(quantity: int, unit: str) -> str:
    """``30 件``."""
    return f"{grouped_quantity(quantity)} {unit}"


def item_words(item: Item) -> str:
    """``救生衣 30 件（发票计价 3,600.00 元）``."""
    goods = f"{item.item} {quantity_words(item.quantity, item.unit)}"
    value = worth(item)
    if value is None or item.valuation is Valuation.UNVALUED:
        return say("{goods}（未计价）", goods=goods)
    if isinstance(item.valuation, Absent):
        return say("{goods}（计价 {amount}）", goods=goods, amount=amount_words(value))
    return say("{goods}（{basis}计价 {amount}）", goods=goods, basis=item.valuation.label, amount=amount_words(value))


def purpose_words(team: Team, purpose: str) -> str:
    """A purpose by its title; general money is 不定向."""
    if purpose == "general":
        return say("不定向")
    return next((p.title for p in team.purposes if p.id == purpose), purpose)
