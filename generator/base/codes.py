"""The code of a figure: what is printed beside it, what a letter or a call names, and the address it stands for.

``990101/emergency-rescue/2025#D1`` is row D1 in the report 2025 of that team. Only the row is printed beside a figure;
what comes before it is the page's. A code is the address itself without its ends, so neither needs a list of the other.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from generator.base.dates import parse_period
from generator.base.identifiers import is_slug

_ROW = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,79}\Z")
_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
_BEFORE = re.compile(r"(?:https?|file)://\S*?/(?=(?:teams|societies)/)")
FIGURES = ("opening", "donations", "income", "spending", "closing")
"""The main figures of every report, by their keys."""
VERDICTS = ("working", "completeness", "timeliness")
"""The three verdicts, of a report or of a team."""
BALANCE = "balance-"
"""Before a purpose: its line of the working. No row may begin so."""
STOCK = "stock-"
"""Before a number: the line of the stock list, counted from 1. No row may begin so."""
DUE = "due-"
"""Before a period: what was due of it, on the page of the team; the report itself may be missing."""


@dataclass(frozen=True, slots=True)
class Code:
    """What somebody asks about: a society, a team, one of its reports, or a figure on either page."""

    society: str
    team: str = ""
    period: str = ""
    row: str = ""

    def __str__(self) -> str:
        home = "/".join(part for part in (self.society, self.team, self.period) if part)
        return f"{home}#{self.row}" if self.row else home

    @property
    def about(self) -> str:
        """As a question's file names it."""
        return f"{'teams' if self.team else 'societies'}/{self}"

    @property
    def address(self) -> str:
        """Where it is, from the site's root."""
        home, mark, row = self.about.partition("#")
        return f"{home}/index.html{mark}{row}"


def code_of(address: str) -> Code | None:
    """The code of an address or of a question's ``about``, exactly as they are written; None for any other page."""
    kind, _, rest = address.partition("/")
    home, mark, row = rest.partition("#")
    parts = home.removesuffix("index.html").rstrip("/").split("/")
    names = {"teams": (2, 3), "societies": (1,)}.get(kind, ())
    if len(parts) not in names or not all(map(is_slug, parts[:2])):
        return None
    if (mark and not _ROW.match(row)) or (len(parts) == 3 and parse_period(parts[2]) is None):
        return None
    return Code(*parts, **({"row": row} if row else {}))


def typed_code(text: str) -> Code | None:
    """The code that somebody typed from a letter or a telephone call; None where the text holds none.

    What a search box should accept, in any mixture:

    - a whole address of a page, pasted, in any language of the site;
    - a code with any signs or Chinese words between its parts: ``990101/x/2025#D1``, ``990101 x 2025 D1``,
      ``编号：９９０１０１／x，2025 年，d1``; full-width letters and digits are the same as narrow ones;
    - a code without its row, or of a team or a society only.

    Society, team and period are given back as addresses have them. The row is given back as typed: compare it without
    regard to case, which no two rows of a report differ by (rule R02). Whether there is such a team, only a list knows.
    """
    plain = _BEFORE.sub("", unicodedata.normalize("NFKC", text).strip())
    exact = code_of(plain)
    if exact is not None:
        return exact
    home, _, row = plain.removeprefix("teams/").removeprefix("societies/").replace("index.html", "").partition("#")
    words = _WORD.findall(home)
    named = (_WORD.findall(row) or [""])[0]
    if not 1 <= len(words) <= 4 - bool(named):
        return None
    society, team = words[0].lower(), words[1].lower() if len(words) > 1 else ""
    rest = [*words[2:], named]
    period = rest.pop(0).upper() if parse_period(rest[0].upper()) else ""
    if len([word for word in rest if word]) > 1 or not is_slug(society) or (team and not is_slug(team)):
        return None
    row = next((word for word in rest if word), "")
    return Code(society, team, period, row) if not row or _ROW.match(row) else None
