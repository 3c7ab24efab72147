"""One use of a gift: how much, for what, who received it, when, and what proves it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import msgspec

from generator.base.absence import Absent
from generator.base.language import say
from generator.base.table import Linked
from generator.ledger.results import Trace, Use
from generator.model.cash import Spending
from generator.model.goods import GoodsOut
from generator.model.team import Team
from generator.model.vocabulary import GoodsUse
from generator.pages.parts.evidence import proofs
from generator.pages.parts.words import amount_words, payee_words, purpose_words, quantity_words


class UseView(msgspec.Struct, frozen=True, eq=False):
    """One use of a gift."""

    amount: Annotated[str, "用掉多少"]
    what: Annotated[str, "用来做什么"]
    to: Annotated[str, "给了谁；没有给谁时为空"]
    day: Annotated[str, "哪一天"]
    signed: Annotated[str, "签收；没有时为空"]
    proofs: Annotated[tuple[Linked, ...], "凭证，有文件的是链接"]
    unproved: Annotated[str, "凭证为什么没有；有凭证时为空"]
    href: Annotated[str, "所在的支出或发放行"]


def cash_uses(trace: Trace, team: Team, files: frozenset[str], folder: str) -> Iterator[UseView]:
    """What became of a sum, changes of purpose first. ``folder`` is the way from the page to the team's folder."""
    for use in trace.moved:
        what = say("转作“{purpose}”", purpose=purpose_words(team, use.spent.to))
        yield _use(use, amount_words(use.amount), what, folder)
    for use in trace.uses:
        amount, row = amount_words(use.amount), use.spent
        if isinstance(row, Spending):
            found, unproved = _proofs(row, files, folder)
            yield _use(use, amount, spent_for(row), folder, to=payee_words(row.to), proofs=found, unproved=unproved)
        else:
            yield _use(use, amount, say("期初余额少于上期期末，差额的去向没有说明"), folder, anchor="working")


def goods_uses(lot: Trace, files: frozenset[str], folder: str) -> Iterator[UseView]:
    """What became of a lot of goods."""
    for use in lot.uses:
        row: GoodsOut = use.spent
        found, unproved = _proofs(row, files, folder)
        yield _use(
            use,
            f"{lot.item} {quantity_words(use.amount, lot.unit)}",
            row.how.label,
            folder,
            to=payee_words(row.to) if row.to is not None or row.how is GoodsUse.ISSUED else "",
            signed="" if isinstance(row.received, Absent) else say("{day} 签收", day=row.received),
            proofs=found,
            unproved="" if row.how is GoodsUse.USED else unproved,
        )


def spent_for(row: Spending) -> str:
    """What a sum was spent on: its nature, or the category where only that is given."""
    if not isinstance(row.nature, Absent):
        return row.nature.label
    return say("支出类别{absent}", absent=row.category) if isinstance(row.category, Absent) else row.category.label


def _use(use: Use, amount: str, what: str, folder: str, *, anchor: str = "", **more: object) -> UseView:
    parts = {"to": "", "signed": "", "proofs": (), "unproved": ""} | more
    undated = isinstance(use.spent, Spending | GoodsOut) and isinstance(use.spent.date, Absent)
    day = say("日期未填报") if undated else use.day.isoformat()
    return UseView(amount, what, day=day, href=f"{folder}{use.report}/index.html#{anchor or use.row}", **parts)  # type: ignore[arg-type]


def _proofs(row: Spending | GoodsOut, files: frozenset[str], folder: str) -> tuple[tuple[Linked, ...], str]:
    found = proofs(row.evidence, files, folder)
    return ((), say("凭证{absent}", absent=found)) if isinstance(found, Absent) else (found, "")
