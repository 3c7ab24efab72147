"""Atom feeds (RFC 4287), dated by their entries and not by the clock, so that the same records give the same bytes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from html import escape
from io import StringIO

import msgspec
from feedgenerator import Atom1Feed

from generator.base.addresses import absolute

LONGEST = 100
"""Entries of a feed; whoever subscribes keeps what it held before."""
NOTHING_YET = datetime(2000, 1, 1, tzinfo=UTC)
"""When a feed without entries changed last."""


class Entry(msgspec.Struct, frozen=True):
    """One thing in a feed. ``key`` and ``href`` begin at the site's root.

    The key is what a reader's program knows the entry by: of one event in all feeds, and it stays when the words change.
    """

    key: str
    day: date
    title: str
    href: str
    text: str


class Feed(msgspec.Struct, frozen=True):
    """A feed before it has entries: its title, its own path, the page it belongs to, who answers for it."""

    title: str
    path: str
    page: str
    publisher: str
    licence: str = ""


def atom(feed: Feed, url: str, entries: Iterable[Entry]) -> bytes:
    """The newest entries as a feed; ``url`` is the site's address."""
    newest = sorted(entries, key=lambda entry: (entry.day, entry.key), reverse=True)[:LONGEST]
    own = absolute(url, feed.path)
    made = Atom1Feed(
        title=feed.title,
        link=absolute(url, feed.page),
        feed_url=own,
        feed_guid=own,
        description="",
        language="zh-Hans",
        author_name=feed.publisher,
        feed_copyright=feed.licence or None,
    )
    for entry in newest:
        moment = datetime.combine(entry.day, time(), UTC)
        made.add_item(
            title=entry.title,
            link=absolute(url, entry.href),
            description=escape(entry.text),
            unique_id=f"{url.rstrip('/')}/{entry.key}",
            pubdate=moment,
            updateddate=moment,
        )
    # The library would take the clock where there are no entries.
    made.latest_post_date = lambda: max((item["updateddate"] for item in made.items), default=NOTHING_YET)
    stream = StringIO()
    made.write(stream, "utf-8")
    return stream.getvalue().encode()
