"""Beginning a question at a figure: with a tap, without script, by telephone, on paper."""

from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Browser

from tests.browser.harness import visit

TEAM = "teams/990101/emergency-rescue"
CODE = "990101/emergency-rescue/2025#D1"
SMALL = """() => [...document.querySelectorAll('.ask')]
  .filter(link => link.checkVisibility())
  .map(link => [link.getBoundingClientRect(), link.getAttribute('aria-label')])
  .filter(([box]) => box.width < 24 || box.height < 24).map(([, code]) => code)"""


def message_of(href: str) -> tuple[str, str]:
    """Subject and text of a mail link."""
    fields = parse_qs(urlsplit(href.replace("+", "%2B")).query)
    return fields["subject"][0], fields.get("body", [""])[0]


@pytest.mark.parametrize("path", [f"{TEAM}/2025/index.html"])
@pytest.mark.parametrize("width", [390, 1280])
def test_a_tap_writes_the_question(browser: Browser, addresses: dict[str, str], path: str, width: int):
    with visit(browser, addresses["demonstration"] + path, site=addresses["demonstration"], width=width) as seen:
        link = seen.page.locator("#D1 .ask")
        link.click()
        for href in (link.get_attribute("href"), seen.page.locator('.ways [href^="mailto"]').get_attribute("href")):
            subject, body = message_of(href or "")
            assert subject == CODE
            for words in ("示例县红十字应急救援志愿服务队", "2025 年", f"编号：{CODE}", "D1", "26,000.00"):
                assert words in body
            assert f"网页：https://example.org/{TEAM}/2025/#D1" in body
            assert body.endswith("我想问：\r\n")
        assert seen.page.evaluate("document.activeElement.id") == "ask-title"
        # The next one replaces it; a figure of a table comes with the names of its columns.
        seen.page.locator("#S2 .ask").click()
        _, body = message_of(seen.page.locator("#S2 .ask").get_attribute("href") or "")
        assert "编号 S2；日期 2025-07-04；" in body
        assert "金额（元） 21,000.00" in body
        assert "#D1" not in body
        seen.page.locator(".ways .back").click()
        assert seen.page.evaluate("location.hash") == "#S2"
        assert seen.problems() + seen.axe() == []


def test_every_kind_of_figure_can_be_asked_about(browser: Browser, addresses: dict[str, str]):
    with visit(browser, addresses["demonstration"] + f"{TEAM}/index.html", site=addresses["demonstration"]) as seen:
        seen.page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
        assert seen.page.evaluate(SMALL) == []
        links = seen.page.locator(".ask").evaluate_all("links => links.map(link => link.getAttribute('href'))")
        codes = [message_of(link)[0] for link in links]
        assert len(codes) == len(set(codes))
        home = TEAM.removeprefix("teams/")
        assert {f"{home}#working", f"{home}#completeness", f"{home}#timeliness", f"{home}#due-2025"} <= set(codes)
        for row in ("closing", "balance-general", "stock-1"):
            assert any(code.endswith(f"#{row}") for code in codes), row
        seen.page.locator("#timeliness > p .ask").last.click()
        _, body = message_of(seen.page.locator("#timeliness > p .ask").last.get_attribute("href") or "")
        assert f"编号：{home}#timeliness" in body
        assert "按时吗" in body


def test_without_script_the_code_is_the_subject(browser: Browser, addresses: dict[str, str]):
    address = addresses["demonstration"] + f"{TEAM}/2025/index.html"
    with visit(browser, address, site=addresses["demonstration"], javascript=False) as seen:
        assert message_of(seen.page.locator("#D1 .ask").get_attribute("href") or "") == (CODE, "")
        letter = seen.page.locator(".letter")
        assert letter.is_visible()
        assert "编号：990101/emergency-rescue/2025" in letter.inner_text()
        assert seen.page.locator('.ways [href="tel:09905550120"]').is_visible()
        subject, body = message_of(seen.page.locator('.ways [href^="mailto"]').get_attribute("href") or "")
        assert subject == CODE.partition("#")[0]
        assert "我想问：" in body
        assert seen.page.locator(".ways button").is_hidden()


def test_paper_shows_codes_in_place_of_links(browser: Browser, addresses: dict[str, str]):
    address = addresses["demonstration"] + f"{TEAM}/2025/index.html"
    with visit(browser, address, site=addresses["demonstration"]) as seen:
        seen.page.emulate_media(media="print")
        assert seen.page.locator(".ask:visible").count() == 0
        assert "closing" in seen.page.locator("#closing").inner_text()
        assert seen.page.locator("#ask").is_visible()


def test_the_language_of_the_message_is_the_page_s(browser: Browser, addresses: dict[str, str]):
    address = addresses["demonstration"] + f"en/{TEAM}/2025/index.html"
    with visit(browser, address, site=addresses["demonstration"]) as seen:
        link = seen.page.locator("#D1 .ask")
        link.click()
        href = unquote(link.get_attribute("href") or "")
        assert CODE in href
        assert "我想问" not in href
        assert f"https://example.org/{TEAM}/2025/#D1" in href
        assert seen.problems() + seen.axe() == []


def test_the_page_of_a_team_s_past(browser: Browser, addresses: dict[str, str]):
    for path in (f"{TEAM}/history/index.html", f"en/{TEAM}/history/index.html"):
        with visit(browser, addresses["demonstration"] + path, site=addresses["demonstration"]) as seen:
            assert seen.problems() + seen.axe() == []


def test_what_asking_costs(sites: dict[str, Path]):
    """The script is for one thing, and stays small."""
    scripts = list((sites["demonstration"] / "static").glob("ask.*.js"))
    assert scripts
    assert max(script.stat().st_size for script in scripts) <= 2560
