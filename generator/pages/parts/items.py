"""The items that circular 3.3 asks for, each with its state, and how many are in which."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

import msgspec

from generator.base.language import say
from generator.ledger.completeness import STATES, Item
from generator.pages.parts.words import in_a_row


class ItemView(msgspec.Struct, frozen=True, eq=False):
    """One required item and its state."""

    label: Annotated[str, "项目"]
    state: Annotated[str, "given、zero、not_applicable、not_reported、withheld"]
    words: Annotated[str, "状态的说法"]


def item_views(items: Iterable[Item]) -> tuple[ItemView, ...]:
    """Items with their states."""
    return tuple(ItemView(str(item.label), item.state, str(item.words)) for item in items)


def items_words(items: tuple[Item, ...]) -> str:
    """How many items are in each of the five states: 共 21 项：已填报 18，零 1，未填报 2."""
    counts = {state: sum(item.state == state for item in items) for state in STATES}
    words = in_a_row(say("{state} {n}", state=STATES[state], n=count) for state, count in counts.items() if count)
    return say("共 {n} 项：{states}。", n=len(items), states=words)
