"""sitemap.xml and robots.txt: which pages there are, in which languages, and when their records last changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from xml.sax.saxutils import escape, quoteattr

import msgspec

from generator.base.addresses import absolute

PER_FILE = 25_000
"""A file may hold 50,000 addresses and 50 MB; three languages of long names would pass the latter first."""
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NAMES = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_XHTML = 'xmlns:xhtml="http://www.w3.org/1999/xhtml"'


class Listed(msgspec.Struct, frozen=True):
    """One page: its path from the root of its language, when its records changed last, whether it comes in Chinese only."""

    path: str
    changed: date | None = None
    chinese_only: bool = False


def sitemap_files(
    url: str, pages: Iterable[Listed], languages: Sequence[tuple[str, str]]
) -> Iterator[tuple[str, bytes]]:
    """The sitemap, in parts and an index of them where it is long; languages by tag and folder, Chinese first."""
    entries = [entry for page in pages for entry in _entries(url, page, languages)]
    parts = [entries[start : start + PER_FILE] for start in range(0, len(entries), PER_FILE)]
    if len(parts) == 1:
        yield "sitemap.xml", _urls(parts[0])
        return
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    yield from zip(names, map(_urls, parts), strict=True)
    listed = "".join(f"<sitemap><loc>{escape(absolute(url, name))}</loc></sitemap>\n" for name in names)
    yield "sitemap.xml", f"{_HEAD}<sitemapindex {_NAMES}>\n{listed}</sitemapindex>\n".encode()


def robots_txt(url: str) -> bytes:
    """Everybody may read everything."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {absolute(url, 'sitemap.xml')}\n".encode()


def _urls(entries: Iterable[str]) -> bytes:
    return f"{_HEAD}<urlset {_NAMES} {_XHTML}>\n{''.join(entries)}</urlset>\n".encode()


def _entries(url: str, page: Listed, languages: Sequence[tuple[str, str]]) -> Iterator[str]:
    """A page in each of its languages, each naming all of them."""
    spoken = languages[:1] if page.chinese_only else languages
    addresses = [(tag, absolute(url, folder + page.path)) for tag, folder in spoken]
    others = "".join(
        f'<xhtml:link rel="alternate" hreflang="{tag}" href={quoteattr(address)}/>' for tag, address in addresses
    )
    changed = f"<lastmod>{page.changed}</lastmod>" if page.changed else ""
    for _, address in addresses:
        yield f"<url><loc>{escape(address)}</loc>{changed}{others if len(addresses) > 1 else ''}</url>\n"
