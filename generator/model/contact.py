"""Where to ask, and where to go: office contacts and public venues."""

from __future__ import annotations

import re
from typing import Annotated, Any

from generator.base.absence import NOT_REPORTED, Absent
from generator.model import kinds as k
from generator.model.fields import Key, Record


class Contact(Record, frozen=True, eq=False):
    """Office contact of a team or its society, never a private one."""

    phone: Annotated[
        str | Absent,
        Key("办公电话", k.TextKind("电话", "021-5555-0100", r"[0-9+][0-9 ()+-]{4,24}", limit=25), withheld=True),
    ] = NOT_REPORTED
    email: Annotated[str | Absent, Key("办公邮箱", k.EMAIL, withheld=True)] = NOT_REPORTED
    address: Annotated[str | Absent, Key("办公地址", k.TEXT, withheld=True)] = NOT_REPORTED
    website: Annotated[str | Absent, Key("网站", k.URL, withheld=True, help="可以询问账目的公开网站。")] = NOT_REPORTED
    hours: Annotated[str | Absent, Key("办公时间", k.TEXT)] = NOT_REPORTED

    @classmethod
    def from_text(cls, source: Any, text: str) -> Contact | None:
        """``contact: 021-5555-0100`` is a telephone, ``office@example.org`` a mail address."""
        if _EMAIL(text):
            return cls(source, email=text)
        return cls(source, phone=text) if _PHONE(text) else None


_EMAIL = re.compile(f"(?:{k.EMAIL.pattern})\\Z").match
_PHONE = re.compile(r"[0-9+][0-9 ()+-]{4,24}\Z").match


class Venue(Record, frozen=True, eq=False):
    """A place of 4.3; public addresses only."""

    name: Annotated[str, Key("名称", k.TEXT, need=True)]
    kind: Annotated[str | Absent, Key("类别", k.TEXT, help="新时代文明实践中心、博爱家园、红十字志愿者之家等。")] = (
        NOT_REPORTED
    )
    address: Annotated[str | Absent, Key("公开地址", k.TEXT)] = NOT_REPORTED
