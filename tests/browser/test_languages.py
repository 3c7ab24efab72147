"""Every kind of page in every language: as accessible, as narrow and as quiet as in Chinese, in light, dark and on paper."""

import re
from pathlib import Path

import pytest
from lxml import html

from tests.browser.test_site import DEMONSTRATION_PAGES, EXTREME_PAGES

FOLDERS = ("zh-hant", "en")
OTHERS = [
    pytest.param(corpus, f"{folder}/{path}", id=f"{folder}, {corpus}, {name}")
    for folder in FOLDERS
    for corpus, pages in (("demonstration", DEMONSTRATION_PAGES), ("extreme", EXTREME_PAGES))
    for name, path in pages.items()
    if not name.startswith(("hand-written", "not found", "moved"))
]
HAN = re.compile("[\u4e00-\u9fff]")


@pytest.mark.parametrize(("corpus", "path"), OTHERS)
def test_a_page_in_another_language(opened, corpus, path):
    """English words are longer and break elsewhere; contrast is looked at in the schemes that Chinese pages are not."""
    with opened(corpus, path, scheme="dark") as seen:
        wrong = seen.problems()
        seen.page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
        for width in (320, 360, 768):
            seen.page.set_viewport_size({"width": width, "height": 844})
            wrong += [f"{width}: {line}" for line in seen.overflow()]
        wrong += [f"768, dark: {line}" for line in seen.axe()]
        assert seen.page.locator("html").get_attribute("lang") in ("zh-Hant", "en")
    assert wrong == []


@pytest.mark.parametrize("path", DEMONSTRATION_PAGES.values(), ids=DEMONSTRATION_PAGES)
def test_a_page_on_paper_is_accessible(opened, path):
    """Black on white is readable whatever the screen's scheme."""
    with opened("demonstration", path, width=768, scheme="dark") as seen:
        seen.page.emulate_media(media="print", color_scheme="dark")
        assert [line for line in seen.axe() if "color-contrast" in line] == []


@pytest.mark.parametrize(
    "path", ["index.html", "teams/index.html", "due/index.html", "teams/990101/first-aid/index.html"]
)
def test_a_reader_changes_the_language_and_stays_on_the_page(opened, path):
    with opened("demonstration", path) as seen:
        for name, tag in (("English", "en"), ("繁體中文", "zh-Hant"), ("简体中文", "zh-Hans")):
            seen.page.locator("footer").get_by_role("link", name=name).click()
            assert seen.page.locator("html").get_attribute("lang") == tag
            assert seen.page.url.endswith(path)
        assert seen.problems() == []


@pytest.mark.parametrize("path", ["rules/index.html", "glossary/index.html", "search/index.html", "compare/index.html"])
def test_an_english_page_without_records_has_no_chinese(sites: dict[str, Path], path: str):
    """Titles of the site and its office are from records; everything else is said in English."""
    page = html.parse(str(sites["demonstration"] / "en" / path), html.HTMLParser(encoding="utf-8"))
    main = page.find(".//main")
    for part in main.xpath('.//*[@lang="zh-Hans" or contains(@class, "facts")]'):
        part.clear()
    assert [text for text in main.itertext() if HAN.search(text)] == []
