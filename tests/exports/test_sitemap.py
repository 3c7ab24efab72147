"""The sitemap and robots.txt: every page once, nothing that is none, the languages of a page beside each other."""

import re
from datetime import date
from pathlib import Path

from lxml import etree

from generator.exports.sitemap import PER_FILE, Listed, robots_txt, sitemap_files
from tests.exports.published import URL, target

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
LANGUAGES = (("zh-Hans", ""), ("zh-Hant", "zh-hant/"), ("en", "en/"))


def entries(data: bytes) -> dict[str, tuple[str, dict[str, str]]]:
    """Last change and languages by address."""
    found = {}
    for url in etree.fromstring(data).iterfind("s:url", NAMES):
        others = {link.get("hreflang"): link.get("href") for link in url.iterfind("x:link", NAMES)}
        found[url.findtext("s:loc", namespaces=NAMES)] = (url.findtext("s:lastmod", "", NAMES), others)
    return found


def test_every_page_is_listed_and_nothing_else(demonstration: Path):
    """But what shows a team or a report once more: its card, its sheet, its history."""
    listed = {target(demonstration, address) for address in entries((demonstration / "sitemap.xml").read_bytes())}
    pages = {
        page for page in demonstration.rglob("index.html")
        if not re.search(r"/(?:card|history|poster)/index\.html$|/bundle/|/verify/", page.as_posix())
        and 'http-equiv="refresh"' not in page.read_text("utf-8")
    }  # fmt: skip
    assert {str(page) for page in listed ^ pages} == set()


def test_a_page_names_its_languages(demonstration: Path):
    found = entries((demonstration / "sitemap.xml").read_bytes())
    team = f"{URL}teams/990101/first-aid/"
    changed, others = found[team]
    assert others == {tag: f"{URL}{folder}teams/990101/first-aid/" for tag, folder in LANGUAGES}
    assert all(found[address] == (changed, others) for address in others.values())
    assert changed == "2026-07-02"  # its last correction, and the answer to a question about it
    assert found[f"{URL}how-to-read/"] == ("", {})


def test_a_long_sitemap_comes_in_parts_with_an_index():
    pages = [Listed(f"teams/a/{n}/index.html", date(2026, 1, 1)) for n in range(PER_FILE)]
    files = dict(sitemap_files("https://example.org/a", pages, LANGUAGES))
    index = etree.fromstring(files.pop("sitemap.xml"))
    assert index.tag == f"{{{NAMES['s']}}}sitemapindex"
    parts = [loc.text for loc in index.iterfind("s:sitemap/s:loc", NAMES)]
    assert parts == [f"https://example.org/a/{name}" for name in files]
    found = [entries(data) for data in files.values()]
    assert [len(part) for part in found] == [PER_FILE] * 3
    assert len(set().union(*found)) == 3 * PER_FILE
    assert all(len(data) < 50_000_000 for data in files.values())


def test_names_are_escaped():
    (_, data), = sitemap_files(URL, [Listed('x/a&b"<c/index.html')], LANGUAGES)  # fmt: skip
    assert list(entries(data)) == [f'{URL}{folder}x/a&b"<c/' for _, folder in LANGUAGES]


def test_robots_may_read_everything(demonstration: Path):
    text = (demonstration / "robots.txt").read_bytes()
    assert text == robots_txt(URL)
    assert text.decode().splitlines() == ["User-agent: *", "Allow: /", "", f"Sitemap: {URL}sitemap.xml"]
