"""Every kind of page, from the demonstration and from a corpus of extremes, as readers meet it: on a phone and a desk,
in the light and the dark, with no script, on paper, from a disk, and long after anybody built the site.
"""

import gzip

import pytest

from tests.browser.conftest import AS_OF
from tests.browser.extreme import SOCIETY
from tests.browser.harness import Visit
from tests.browser.links import broken_links

TEAM = "teams/990101/emergency-rescue"
EXTREME = f"teams/{SOCIETY}"
MANY = f"{EXTREME}/many/2025/index.html"

DEMONSTRATION_PAGES = {
    "home": "index.html",
    "directory": "teams/index.html",
    "search": "search/index.html",
    "team": f"{TEAM}/index.html",
    "team, differences explained": "teams/990101/first-aid/index.html",
    "team, nothing published": "teams/990101/life-education/index.html",
    "team, opening withheld": "teams/990101/psychology/index.html",
    "team, dissolved": "teams/990102/first-aid/index.html",
    "report": f"{TEAM}/2025/index.html",
    "report, corrected": "teams/990100/city-rescue/2025/index.html",
    "report, not reported": "teams/990102/epidemic/2025/index.html",
    "societies": "societies/index.html",
    "society": "societies/990101/index.html",
    "region": "regions/990000/index.html",
    "field": "fields/emergency_rescue/index.html",
    "field without teams": "fields/body_organ/index.html",
    "due": "due/index.html",
    "corrections": "corrections/index.html",
    "questions": "questions/index.html",
    "updates": "updates/index.html",
    "rules": "rules/index.html",
    "rule": "rules/A01/index.html",
    "data": "data/index.html",
    "hand-written": "how-to-read/index.html",
    "hand-written with code": "how-to-submit/index.html",
    "not found": "404.html",
    "glossary": "glossary/index.html",
    "for programs": "api/index.html",
    "compare": "compare/index.html?teams=990101/first-aid,990100/city-rescue",
    "compare, nothing chosen": "compare/index.html",
    "poster": "teams/990101/first-aid/poster/index.html",
    "history": "teams/990101/first-aid/history/index.html",
    "card": "teams/990101/first-aid/card/index.html",
    "corrections of a year": "corrections/2026/index.html",
    "questions of a year": "questions/2026/index.html",
}
EXTREME_PAGES = {
    "home": "index.html",
    "directory": "teams/index.html",
    "one character": f"{EXTREME}/one/index.html",
    "sixty characters": f"{EXTREME}/sixty/index.html",
    "nothing": f"{EXTREME}/nothing/index.html",
    "many, team": f"{EXTREME}/many/index.html",
    "all withheld": f"{EXTREME}/withheld/index.html",
    "all withheld, report": f"{EXTREME}/withheld/2025/index.html",
    "negative": f"{EXTREME}/negative/index.html",
    "negative, report": f"{EXTREME}/negative/2025/index.html",
    "huge": f"{EXTREME}/huge/index.html",
    "huge, report": f"{EXTREME}/huge/2025/index.html",
    "long words": f"{EXTREME}/words/index.html",
    "long words, report": f"{EXTREME}/words/2025/index.html",
    "moved": f"{EXTREME}/words-before/still.html",
    "society": f"societies/{SOCIETY}/index.html",
    "due": "due/index.html",
    "corrections": "corrections/index.html",
    "questions": "questions/index.html",
}
PAGES = [
    *(pytest.param("demonstration", path, id=f"demonstration, {name}") for name, path in DEMONSTRATION_PAGES.items()),
    *(pytest.param("extreme", path, id=f"extreme, {name}") for name, path in EXTREME_PAGES.items()),
]

SMALL_TARGETS = """() => [...document.querySelectorAll('nav a, summary, .crumbs a, input[type=search], .facet label, .facet button')]
  .filter(e => e.checkVisibility() && e.getBoundingClientRect().height < 44)
  .map(e => `less than 44 px high: ${e.textContent.trim()}`)"""


@pytest.mark.parametrize(("corpus", "path"), PAGES)
def test_a_page_on_every_screen(opened, corpus, path):
    """Fits, calls nobody, breaks no policy, and is accessible as it opens and with everything unfolded."""
    wrong = []
    with opened(corpus, path) as seen:
        wrong += seen.problems() + seen.page.evaluate(SMALL_TARGETS)
        seen.page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
        wrong += seen.axe()
        for width in (320, 360, 768, 1280):
            seen.page.set_viewport_size({"width": width, "height": 844})
            wrong += [f"{width}: {line}" for line in seen.overflow()]
        seen.page.emulate_media(color_scheme="dark")
        wrong += [f"1280, dark: {line}" for line in seen.problems() + seen.axe()]
    assert wrong == []


UNREADABLE = """() => {
  const lines = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.data.trim(), element = walker.currentNode.parentElement;
    if (!text || element.closest('script, svg, button, .code-of, .back, [data-choose], [data-search]') || element.checkVisibility()) continue;
    lines.push(`not to be read: ${text}`);
  }
  return lines;
}"""


@pytest.mark.parametrize(("corpus", "path"), PAGES)
def test_a_page_without_scripts(opened, corpus, path):
    """Everything that is written can be read. Away is only what could not work, and the codes that paper shows."""
    with opened(corpus, path, javascript=False) as seen:
        wrong = seen.problems()
        for group in seen.page.query_selector_all("details:not([open]) > summary"):
            # What a tap does; the browser needs no script for it.
            group.evaluate("one => { one.parentElement.open = true }")
        wrong += seen.page.evaluate(UNREADABLE)
    assert wrong == []


@pytest.mark.parametrize("corpus", ["demonstration", "extreme"])
def test_the_whole_output_is_valid(sites, nu_check, corpus):
    # The checker guesses the language of words that are in none.
    assert [line for line in nu_check(sites[corpus]) if "appears to be written in" not in line] == []


@pytest.mark.parametrize("corpus", ["demonstration", "extreme"])
def test_every_link_of_the_whole_output(sites, corpus):
    assert broken_links(sites[corpus]) == []


def test_a_team_page_is_light(sites):
    """With its style sheet it is one flight of packets on a bad line."""
    folder = sites["demonstration"]
    (style,) = folder.glob("static/style.*.css")
    css = len(gzip.compress(style.read_bytes()))
    sizes = sorted(len(gzip.compress(path.read_bytes())) + css for path in folder.glob("**/teams/*/*/index.html"))
    scripts = [next(folder.glob(f"static/{name}.*.js")) for name in ("display", "clock", "ask")]
    code = sum(len(gzip.compress(script.read_bytes())) for script in scripts)
    middle, heaviest = sizes[len(sizes) // 2], sizes[-1]
    print(f"\nteam page with its style: {middle} bytes typical, {heaviest} at most; {code} bytes of script")
    assert middle <= 14 * 1024
    assert heaviest <= 15 * 1024
    assert code <= 10 * 1024


def _at(seen: Visit, moment: str) -> None:
    """Open the page again as a reader does whose clock says so."""
    seen.page.clock.set_fixed_time(f"{moment}T12:00:00")
    seen.page.reload()


def test_days_overdue_count_on_by_the_clock_of_the_reader(opened):
    with opened("demonstration", "due/index.html") as seen:
        mark = seen.page.locator("[data-due='2026-05-31']").first
        for moment, words in ((AS_OF, "逾期 177 天"), ("2027-01-10", "逾期 224 天"), ("2020-01-01", "逾期 177 天")):
            _at(seen, moment)
            assert words in mark.inner_text(), moment
        assert seen.problems() == []


def test_a_report_to_come_turns_overdue(opened):
    with opened("extreme", "due/index.html") as seen:
        mark = seen.page.locator("[data-due='2026-12-31']")
        for moment, words, state in (
            (AS_OF, "尚未到期", "unknown"), ("2026-12-31", "尚未到期", "unknown"), ("2027-01-10", "逾期 10 天", "fail"),
        ):  # fmt: skip
            _at(seen, moment)
            assert words in mark.inner_text(), moment
            assert state in (mark.get_attribute("class") or "")


def test_the_verdict_of_a_team_counts_on(opened):
    verdict = ".verdicts details:last-child summary"
    with opened("demonstration", "teams/990101/life-education/index.html") as seen:
        _at(seen, "2027-01-10")
        assert "逾期 224 天" in seen.page.locator(verdict).inner_text()
    with opened("extreme", f"{EXTREME}/nothing/index.html") as seen:
        _at(seen, AS_OF)
        assert "逾期" not in seen.page.locator(verdict).inner_text()
        _at(seen, "2027-01-10")
        assert "逾期 10 天" in seen.page.locator(verdict).inner_text()
        assert seen.axe() == []
    with opened("demonstration", "teams/index.html") as seen:
        _at(seen, "2027-01-10")
        row = seen.page.locator(".teams li", has_text="生命教育志愿服务队").inner_text()
        assert "逾期 224 天" in row


def test_days_a_question_waits_count_on(opened):
    with opened("extreme", "questions/index.html") as seen:
        waiting = seen.page.locator("[data-asked]")
        for moment, words in ((AS_OF, "已等 23 天"), ("2027-01-10", "已等 70 天"), ("2026-11-02", "已等 23 天")):
            _at(seen, moment)
            assert words in waiting.inner_text(), moment
            assert "fail" in (waiting.get_attribute("class") or "")


def test_a_word_can_be_tapped(opened):
    """The links to the glossary are light, and 24 px high all the same (WCAG 2.5.8)."""
    with opened("demonstration", f"{TEAM}/index.html") as seen:
        seen.page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
        heights = seen.page.eval_on_selector_all(".term", "all => all.map(one => one.getBoundingClientRect().height)")
        assert len(heights) > 15
        assert min(heights) >= 24
        seen.page.click("main .term >> nth=0")
        assert seen.page.evaluate("document.querySelector(':target').innerText").startswith("期初")
        assert seen.problems() == []


HIGHLIGHTED = """id => {
  const colour = element => getComputedStyle(element.matches('tr') ? element.lastElementChild : element).backgroundColor;
  const row = document.getElementById(id), other = [...row.parentElement.children].find(one => one !== row);
  const box = row.getBoundingClientRect();
  return row.checkVisibility() && colour(row) !== colour(other) && box.top >= 0 && box.top < innerHeight;
}"""


@pytest.mark.parametrize(
    ("corpus", "path", "row"),
    [
        ("demonstration", f"{TEAM}/2025/index.html", "D1"),
        ("demonstration", f"{TEAM}/2025/index.html", "S3"),
        ("extreme", MANY, "D2999"),
        ("extreme", MANY, "D1"),
    ],
)
def test_an_address_leads_to_its_row(opened, corpus, path, row):
    """Also into a group that was closed, and when the address changes on an open page."""
    with opened(corpus, f"{path}#{row}") as seen:
        assert seen.page.evaluate(HIGHLIGHTED, row)
    with opened(corpus, path) as seen:
        seen.page.evaluate("id => { location.hash = id }", row)
        seen.page.wait_for_timeout(100)
        assert seen.page.evaluate(HIGHLIGHTED, row)
        assert seen.problems() == []


def test_three_thousand_gifts_on_one_page(opened, sites):
    size = (sites["extreme"] / MANY).stat().st_size
    with opened("extreme", MANY) as seen:
        load = seen.page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd")
        print(f"\n3,000 gifts: {size / 1e6:.2f} MB, loaded in {load:.0f} ms")
        assert size < 3_000_000
        assert seen.page.locator(".gift").count() == 3000
        assert seen.page.locator(".gift:visible").count() == 50
        groups = seen.page.locator("details.more")
        assert seen.page.locator("details.more[open]").count() == 0
        groups.first.locator("summary").click()
        assert seen.page.locator(".gift:visible").count() == 150
        assert seen.problems() == []


def test_on_paper_everything_is_open_and_light(opened):
    """The evidence that a screen folds away is printed, and a dark screen prints black on white."""
    with opened("demonstration", f"{TEAM}/index.html", width=1280, scheme="dark") as seen:
        seen.page.emulate_media(media="print", color_scheme="dark")
        closed = seen.page.eval_on_selector_all(
            "details > :not(summary)", "all => all.filter(one => one.getBoundingClientRect().height === 0).length"
        )
        assert closed == 0
        assert seen.page.locator("nav:visible").count() == 0
        ink = seen.page.evaluate("getComputedStyle(document.documentElement).color")
        assert ink == "rgb(27, 36, 48)"


def test_a_moved_team_leads_to_its_new_address(opened):
    with opened("extreme", f"{EXTREME}/words-before/index.html", javascript=False) as seen:
        seen.page.wait_for_url("**/words/index.html")
        assert seen.foreign == []


def test_large_print_is_remembered(opened):
    """A switch that the browser keeps for every page of the site, with no cookie, and that says whether it is on."""
    with opened("demonstration", "index.html") as seen:
        switch = seen.page.locator("[data-large]")
        size = "parseFloat(getComputedStyle(document.documentElement).fontSize)"
        normal = seen.page.evaluate(size)
        assert switch.get_attribute("aria-pressed") == "false"
        switch.focus()
        seen.page.keyboard.press("Enter")
        assert seen.page.evaluate(size) >= 1.3 * normal
        for path in (f"{TEAM}/index.html", f"{TEAM}/2025/index.html", "teams/index.html", "due/index.html"):
            seen.page.goto(seen.site + path)
            assert seen.page.evaluate(size) >= 1.3 * normal
            assert seen.page.locator("[data-large]").get_attribute("aria-pressed") == "true"
            assert seen.problems() == []
        assert seen.page.context.cookies() == []
        seen.page.locator("[data-large]").click()
        assert seen.page.evaluate(size) == normal
