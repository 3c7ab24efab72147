"""Something that can be searched for, as pages know it and the index files it: its name, its words, where it is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Account:
    """One report of a team.

    ``rows``: its row codes, runs of numbers drawn together, ``("D1-12", "S1")``.
    ``receipts``: a line for each gift that has one: row code, tab, the receipt as printed on the page.
    """

    period: str
    rows: tuple[str, ...]
    receipts: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One result that a search can give.

    ``href`` is relative to the root of the page's language. ``parts`` are what it is found by besides its title, each
    with a code that says what it is; one without a code is found by, and never shown.
    """

    kind: str
    title: str
    href: str
    parts: tuple[tuple[str, str], ...] = ()
    accounts: tuple[Account, ...] = ()
