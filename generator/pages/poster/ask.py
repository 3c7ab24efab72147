"""Where a passer-by may ask: of the team's own office, or else of its society, or else of whoever runs the site.

The reader of a notice board may have no telephone: an address and its hours stand there in any case, of one office.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import msgspec

from generator.base.absence import Absent
from generator.base.language import say
from generator.model.contact import Contact
from generator.pages.poster.fitting import clipped

LONGEST = 60
"""Ems of one entry: an address of any length in use."""

Office = tuple[str, Contact]
"""Whose office, empty for the team's own, and how it is reached."""


class AskView(msgspec.Struct, frozen=True, eq=False):
    """One way to ask."""

    label: Annotated[str, "电话、地址等"]
    words: Annotated[str, "内容，后面写明是谁的"]
    absent: Annotated[bool, "没有内容"]


def ask_views(offices: tuple[Office, ...]) -> tuple[AskView, ...]:
    """Telephone and mail where any office gives them; address and hours always."""
    return tuple(_ask(offices))


def _ask(offices: tuple[Office, ...]) -> Iterator[AskView]:
    whose, place = next(((w, c) for w, c in offices if not isinstance(c.address, Absent)), offices[0])
    yield _view(say("地址"), place.address, whose)
    yield _view(say("办公时间"), place.hours, whose)
    for key, label in (("phone", say("电话")), ("email", say("邮箱"))):
        found = next(((w, v) for w, c in offices if not isinstance(v := getattr(c, key), Absent)), None)
        if found:
            yield _view(label, found[1], found[0])


def _view(label: str, value: str | Absent, whose: str) -> AskView:
    absent = isinstance(value, Absent)
    words = clipped(str(value), LONGEST)
    if whose and not absent:
        words = say("{words}（{owner}）", words=words, owner=clipped(whose, LONGEST // 3))
    return AskView(label, words, absent)
