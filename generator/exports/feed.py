"""Atom feeds, dated by their entries and not by the clock, so that the same records give the same bytes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, time
from io import StringIO

import msgspec
from feedgenerator import Atom1Feed

from generator.base.dates import parse_day


class Entry(msgspec.Struct, frozen=True):
    """One thing in a feed; ``href`` is relative to the site's root."""

    day: str
    title: str
    href: str
    text: str


def atom(title: str, url: str, path: str, entries: Iterable[Entry]) -> bytes:
    """A feed of the newest entries; ``url`` is the site's address, ``path`` the feed's page."""
    base = url.rstrip("/") + "/"
    feed = Atom1Feed(
        title=title,
        link=f"{base}{path}/index.html",
        feed_url=f"{base}{path}/feed.atom",
        description="",
        language="zh-Hans",
    )
    for entry in entries:
        day = parse_day(entry.day)
        if day is None:
            continue
        moment = datetime.combine(day, time(), UTC)
        feed.add_item(
            title=entry.title,
            link=base + entry.href,
            description=entry.text,
            unique_id=f"{base}{entry.href}?{entry.day}",
            pubdate=moment,
            updateddate=moment,
        )
    stream = StringIO()
    feed.latest_post_date = lambda: max(
        (i["updateddate"] for i in feed.items), default=datetime(2000, 1, 1, tzinfo=UTC)
    )
    feed.write(stream, "utf-8")
    return stream.getvalue().encode()
