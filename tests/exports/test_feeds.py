"""Atom feeds, read by a library that readers' programs use: valid, dated by the records, leading where they say."""

from datetime import date
from pathlib import Path
from types import SimpleNamespace

import feedparser
import pytest
from lxml import etree

from generator.base.addresses import absolute
from generator.check.summary import CorrectionSummary
from generator.engine.feeds import _corrections
from generator.exports.feed import LONGEST, Entry, Feed, atom
from tests.exports.published import URL, target

ATOM = {"a": "http://www.w3.org/2005/Atom"}
SITE = ("updates/feed.atom", "corrections/feed.atom", "due/feed.atom")
OF_SOCIETY = ("updates.atom", "corrections.atom", "overdue.atom")
FEED = Feed("站", "updates/feed.atom", "updates/", "会")


def parsed(data: bytes) -> feedparser.FeedParserDict:
    """A feed without a fault."""
    feed = feedparser.parse(data)
    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.version == "atom10"
    return feed


def feeds(site: Path) -> dict[str, feedparser.FeedParserDict]:
    return {path.relative_to(site).as_posix(): parsed(path.read_bytes()) for path in sorted(site.rglob("*.atom"))}


def test_there_are_feeds_of_the_site_and_of_each_society(demonstration: Path):
    societies = [path.name for path in (demonstration / "societies").iterdir() if path.is_dir()]
    assert len(societies) > 3
    assert set(feeds(demonstration)) == {*SITE, *(f"societies/{id}/{name}" for id in societies for name in OF_SOCIETY)}


def test_a_feed_says_what_it_must(demonstration: Path):
    """RFC 4287, 4.1.1: id, title, updated, author; an id is of one feed and of one entry alone."""
    ids = []
    for path, feed in feeds(demonstration).items():
        assert feed.feed.id == URL + path
        assert {link.rel: link.href for link in feed.feed.links}["self"] == URL + path
        assert target(demonstration, feed.feed.link).is_file(), feed.feed.link
        assert feed.feed.author
        assert feed.feed.title
        own = [entry.id for entry in feed.entries]
        assert len(set(own)) == len(own)
        assert all(id.startswith(URL) and entry.title for id, entry in zip(own, feed.entries, strict=True))
        days = [entry.updated for entry in feed.entries]
        assert days == sorted(days, reverse=True)
        assert feed.feed.updated == max(days, default="2000-01-01T00:00:00+00:00")
        ids.append(feed.feed.id)
    assert len(set(ids)) == len(ids)


def test_an_entry_leads_to_its_place(demonstration: Path):
    for feed in feeds(demonstration).values():
        for entry in feed.entries:
            page = target(demonstration, entry.link)
            row = entry.link.partition("#")[2]
            assert page.is_file(), entry.link
            assert not row or f'id="{row}"' in page.read_text("utf-8"), entry.link


def test_what_is_corrected_is_one_entry_everywhere(demonstration: Path):
    """Two corrections of one report on one day are two; the same one is the same in every feed."""
    found = feeds(demonstration)
    corrections = {entry.id: entry.title for entry in found["corrections/feed.atom"].entries}
    pages = (demonstration / "corrections/index.html").read_text("utf-8")
    assert len(corrections) == pages.count("<del>") > 1
    assert corrections.items() <= {entry.id: entry.title for entry in found["updates/feed.atom"].entries}.items()
    of_societies = [
        e.id for path, feed in found.items() if path.endswith("/corrections.atom") for e in feed.entries
    ]  # fmt: skip
    assert sorted(of_societies) == sorted(corrections)


def test_one_field_corrected_twice_on_a_day_is_two_entries():
    changes = [
        CorrectionSummary(date(2026, 3, 1), "D1", "amount", a, b, "原因", "") for a, b in (("1", "2"), ("2", "3"))
    ]
    team = SimpleNamespace(id="a/b", name="队", reports=[SimpleNamespace(period="2025", label="", corrections=changes)])
    assert [entry.key.rpartition("#")[2] for entry in _corrections([team])] == [  # type: ignore[list-item]
        "corrected-2026-03-01-D1-amount", "corrected-2026-03-01-D1-amount-2",
    ]  # fmt: skip


def test_what_is_overdue_is_dated_by_its_due_day(demonstration: Path):
    overdue = feeds(demonstration)["due/feed.atom"].entries
    assert {entry.id for entry in overdue} == {
        f"{URL}teams/990101/{team}/#overdue-2025-2026-05-31" for team in ("elderly-care", "life-education")
    }
    assert {entry.updated[:10] for entry in overdue} == {"2026-05-31"}


def test_pages_name_their_feeds(demonstration: Path):
    for page in ("index.html", "due/index.html", "societies/990101/index.html", "en/societies/990101/index.html"):
        path = demonstration / page
        tree = etree.fromstring(path.read_bytes(), etree.HTMLParser(encoding="utf-8"))
        named = [link.get("href") for link in tree.iterfind(".//link[@type='application/atom+xml']")]
        shown = [a.get("href") for a in tree.iterfind(".//a") if a.get("href", "").endswith(".atom")]
        assert named
        assert shown
        assert all((path.parent / href).resolve().is_file() for href in (*named, *shown))


def test_a_feed_is_the_same_for_the_same_entries_and_escapes_them():
    told = Entry("t/#1", date(2026, 5, 6), "甲 <b> & 乙", "teams/a/b/2025/#D1", "]]> & <script>alert(1)</script>")
    data = atom(FEED, "https://example.org", [told])
    assert data == atom(FEED, URL, [told])
    (entry,) = parsed(data).entries
    assert entry.id == f"{URL}t/#1"
    tree = etree.fromstring(data)
    assert tree.findtext("a:entry/a:title", namespaces=ATOM) == "甲 <b> & 乙"
    # The summary is HTML, so that markup in a record must be escaped twice.
    summary = etree.fromstring(f"<p>{tree.findtext('a:entry/a:summary', namespaces=ATOM)}</p>")
    assert summary.text == told.text
    assert atom(FEED, URL, []) == atom(FEED, URL, [])


def test_a_feed_keeps_the_newest():
    entries = [Entry(f"t/#{n}", date.fromordinal(738000 + n), "题", "t/", "") for n in range(LONGEST + 20)]
    kept = parsed(atom(FEED, URL, entries)).entries
    assert [entry.id for entry in kept] == [f"{URL}t/#{n}" for n in range(LONGEST + 19, 19, -1)]


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("index.html", ""), ("teams/a/b/index.html", "teams/a/b/"), ("teams/a/b/index.html#D1", "teams/a/b/#D1"),
        ("teams/a/b/", "teams/a/b/"), ("data/teams.json", "data/teams.json"), ("x/not-index.html", "x/not-index.html"),
    ],
)  # fmt: skip
def test_the_address_of_a_page_is_its_folder(path: str, address: str):
    assert absolute("https://example.org/a", path) == f"https://example.org/a/{address}"
    assert absolute("https://example.org/a/", path) == f"https://example.org/a/{address}"
