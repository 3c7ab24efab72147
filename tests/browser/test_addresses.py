"""What anybody may put into an address or a box: names that every object has, cut characters, markup, other places."""

import pytest

from tests.browser.harness import visit

TEAM = "teams/990101/emergency-rescue"
OF_EVERY_OBJECT = ("constructor", "__proto__", "toString", "hasOwnProperty")


@pytest.mark.parametrize(
    "path",
    [
        *(f"search/index.html#q={word}" for word in (*OF_EVERY_OBJECT, "constructor+__proto__", "%3Cimg+src=x%3E", "%25")),
        *(f"teams/index.html#{key}={word}" for key in ("region", "society", "field", "status") for word in OF_EVERY_OBJECT),
        *(f"{page}#%E0%A4%A" for page in ("index.html", "search/index.html", "teams/index.html", f"{TEAM}/index.html")),
        *(f"compare/index.html?teams={ids}" for ids in ("../../x", "%2e%2e%2fx", "//x.example/y", "javascript:alert(1)",
          "__proto__/constructor", "990101%2Femergency-rescue&period=__proto__")),
    ],
)  # fmt: skip
def test_no_address_breaks_a_page(browser, addresses, path):
    site = addresses["demonstration"]
    with visit(browser, f"{site}{path}", site=site) as seen:
        seen.page.wait_for_load_state("networkidle")
        told = seen.page.locator("main").inner_text()
        assert seen.errors == []
        assert seen.foreign == []
        assert [said for said in seen.console if said.startswith("error")] == []
        assert "没有载入" not in told
        assert "native code" not in told
        assert "[object" not in told
        assert seen.page.locator("main img[src=x]").count() == 0


@pytest.mark.parametrize("word", OF_EVERY_OBJECT)
def test_such_a_word_is_no_team(browser, addresses, word):
    site = addresses["demonstration"]
    with visit(browser, f"{site}compare/index.html", site=site) as seen:
        seen.page.fill("#add", word)
        seen.page.press("#add", "Enter")
        assert "没有认出是哪支队伍" in seen.page.locator("[role=status]").inner_text()
        assert seen.console == []


def test_a_row_is_found_through_an_address_with_its_signs_encoded(browser, addresses):
    site = addresses["demonstration"]
    with visit(browser, f"{site}{TEAM}/2025/index.html#%44%31", site=site) as seen:
        assert seen.page.evaluate("document.getElementById('D1').getBoundingClientRect().top < innerHeight")
        assert seen.errors == []
