"""Finding a team, a gift, a rule, as readers do: by typing and choosing, with a keyboard, from a disk, with no script."""

import gzip
import re
from pathlib import Path
from statistics import median

import pytest

from generator.base.language import say
from generator.engine.environment import Renderer
from generator.engine.frame import static_files
from generator.exports.directory_file import directory_file
from generator.pages.directory.columns import directory_columns
from generator.pages.directory.view import PAGE_SIZE, directory_pages
from tests.browser.conftest import AS_OF
from tests.browser.harness import Visit, visit
from tests.site.crowd import crowd

TEAMS = 16
TEN_THOUSAND = 10_000


@pytest.fixture(scope="module")
def site(sites: dict[str, Path]) -> Path:
    """The demonstration."""
    return sites["demonstration"]


def directory(browser, address, choices="", **options):
    return visit(browser, f"{address}teams/index.html{choices}", site=address, **options)


def search(browser, address, query="", **options):
    return visit(browser, f"{address}search/index.html{query}", site=address, **options)


def shown(seen: Visit) -> list[str]:
    """The names of the teams in sight."""
    return seen.page.locator(".teams li:visible > a").all_inner_texts()


def counted(seen: Visit, number: int) -> None:
    """Wait until so many are said to be shown."""
    seen.page.wait_for_selector(f"[data-count]:text('显示 {number} 支队伍')")


def asked(seen: Visit, query: str) -> list[str]:
    """What a search gives, by its links."""
    seen.page.fill("#q", "")
    seen.page.wait_for_selector("[data-count]:empty", state="attached")
    seen.page.fill("#q", query)
    seen.page.wait_for_selector("[data-count]:not(:empty)")
    return seen.page.locator(".found a").all_inner_texts()


# The directory.


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("应急救援", 3),
        ("應急救援", 3),
        ("應 急 救 援", 3),
        ("张示例", 1),
        ("示例县　应急救护", 1),
        ("ＲＥＤ", 0),
        ("示例铁路红十字会", 2),
        ("示例铁路　無償獻血", 1),
    ],
)
def test_what_is_typed_narrows_the_list_at_once(browser, address, typed, number):
    with directory(browser, address) as seen:
        assert len(shown(seen)) == TEAMS
        seen.page.fill("#q", typed)
        if number:
            counted(seen, number)
        else:
            seen.page.wait_for_selector("[data-count]:text('没有符合的队伍')")
        assert len(shown(seen)) == number
        seen.page.fill("#q", "")
        assert len(shown(seen)) == TEAMS
        assert seen.problems() == []


def test_choices_narrow_the_list_and_their_counts_follow(browser, address):
    with directory(browser, address, width=1280) as seen:
        page = seen.page
        rescue = page.locator("[data-facet=field] label", has_text="应急救援")
        aid = page.locator("[data-facet=field] label", has_text="应急救护")
        before = int(aid.locator(".count").inner_text())
        many = int(rescue.locator(".count").inner_text())
        rescue.click()
        counted(seen, many)
        # Within a facet choices add up, so those beside keep what they would bring.
        assert int(aid.locator(".count").inner_text()) == before
        page.locator("[data-facet=region] button", has_text="示例省").click()
        page.locator("[data-facet=region] button", has_text="示例市").click()
        page.locator("[data-facet=region] button", has_text="示例县").click()
        assert page.locator("[data-facet=region] .here").inner_text() == "示例县"
        assert int(aid.locator(".count").inner_text()) < before
        found = shown(seen)
        assert 0 < len(found) < many
        chosen = page.locator("[data-chosen] button")
        assert chosen.all_inner_texts() == ["示例县 ✕", "应急救援 ✕"]
        chosen.first.click()
        counted(seen, many)
        chosen.first.click()
        assert len(shown(seen)) == TEAMS
        assert "#" not in page.url
        assert seen.problems() == []


def test_who_in_a_county_has_not_published(browser, address):
    """By choosing, and the same by the address alone."""
    with directory(browser, address, width=1280) as seen:
        seen.page.clock.set_fixed_time(f"{AS_OF}T12:00:00")
        seen.page.reload()
        for name in ("示例省", "示例市", "示例县"):
            seen.page.locator("[data-facet=region] button", has_text=name).click()
        seen.page.locator("[data-facet=timeliness] label", has_text="逾期未公布").click()
        found = shown(seen)
        assert found == ["示例县红十字生命教育志愿服务队", "示例县红十字养老服务志愿服务队"]
        assert "逾期 177 天" in seen.page.locator(".teams li:visible", has_text="生命教育").inner_text()
        kept = seen.page.url.partition("#")[2]
    with directory(browser, address, f"#{kept}") as again:
        counted(again, 2)
        assert shown(again) == found
        assert again.page.is_checked("[data-facet=timeliness] input[value=overdue]")
        again.page.locator("[data-facets] > summary").click()
        again.page.locator("[data-facet=timeliness] label", has_text="逾期未公布").click()
        assert len(shown(again)) > 2
    with directory(browser, address, "?timeliness=overdue&region=990101") as named:
        counted(named, 2)
        assert shown(named) == found


def test_an_address_that_names_nothing(browser, address):
    with directory(browser, address, "?region=1&society=x&field=first_aid&accuracy=so-so") as seen:
        seen.page.wait_for_selector("[data-count]:text('没有符合的队伍')")
        assert seen.problems() == []


def test_a_report_that_came_due_is_overdue_by_the_clock_of_the_reader(browser, address):
    with directory(browser, address) as seen:
        seen.page.clock.set_fixed_time("2028-07-01T12:00:00")
        seen.page.goto(f"{address}teams/index.html?timeliness=overdue")
        seen.page.wait_for_selector("[data-count]:text('显示')")
        late = shown(seen)
        assert "示例县红十字生命教育志愿服务队" in late
        seen.page.clock.set_fixed_time("2020-01-01T12:00:00")
        seen.page.goto(f"{address}teams/index.html?timeliness=overdue")
        counted(seen, 2)


def test_the_directory_by_keyboard(browser, address):
    with directory(browser, address) as seen:
        page = seen.page
        page.focus("#q")
        page.keyboard.type("示例县")
        page.wait_for_selector("[data-count]:text('显示')")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
        page.keyboard.press("Enter")
        assert page.locator("[data-facet=field]").is_visible()
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        before = len(shown(seen))
        page.keyboard.press("Space")
        assert page.evaluate("document.activeElement.checked")
        assert 0 < len(shown(seen)) < before
        assert seen.problems() == []


def test_the_directory_without_scripts(browser, address):
    with directory(browser, address, javascript=False) as seen:
        assert len(shown(seen)) == TEAMS
        assert not seen.page.locator("[data-choose]").is_visible()
        seen.page.locator("[data-plain] summary").click()
        assert seen.page.locator("[data-plain] a", has_text="应急救援").is_visible()
        assert seen.problems() == []


@pytest.mark.parametrize("page", ["teams/index.html?field=first_aid", "search/index.html?q=应急救援"])
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_both_pages_are_accessible(browser, site, served, page, width):
    address = served(site)
    with visit(browser, address + page, site=address, width=width) as seen:
        seen.page.wait_for_selector("[data-count]:not(:empty)")
        seen.page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
        wrong = seen.problems() + seen.axe()
        seen.page.emulate_media(color_scheme="dark")
        wrong += seen.problems() + seen.axe()
    assert wrong == []


# The search.


@pytest.mark.parametrize(
    ("query", "first", "number"),
    [
        ("应急救援", "应急救援", None),
        ("應急救援", "应急救援", None),
        ("张示例", "示例市红十字应急救援志愿服务队", 1),
        ("王", "示例县红十字应急救援志愿服务队", None),
        ("示例铁路红十字会", "示例铁路红十字会", None),
        ("A01", "A01 期初加收入减支出等于期末", None),
        ("怎样看懂一份账", "怎样看懂一份账", None),
        ("张例示", None, 0),
        ("示例人", None, 0),
    ],
)
def test_a_search_finds_whole_words(browser, address, query, first, number):
    with search(browser, address) as seen:
        found = asked(seen, query)
        assert number is None or len(found) == number
        assert first is None or found[0] == first
        assert seen.problems() == []


@pytest.mark.parametrize("typed", ["1025003", "公益事业捐赠票据 1025003", "０１０２５００３", "1025003 應急救護"])
def test_three_steps_from_any_page_to_the_gift_of_a_receipt(browser, address, typed):
    with visit(browser, f"{address}rules/A01/index.html", site=address) as seen:
        seen.page.locator("header a", has_text="查找").click()
        seen.page.wait_for_selector("#q:focus")
        seen.page.keyboard.type(typed)
        # Not what the half-typed words found.
        seen.page.wait_for_selector("[data-count]:text('找到 1 项')")
        seen.page.locator(".found a").click()
        seen.page.wait_for_url("**/teams/990101/first-aid/2025/index.html#D1")
        assert "1025003" in seen.page.locator("#D1").inner_text()
        assert seen.problems() == []


@pytest.mark.parametrize(
    "code",
    [
        "990101/first-aid/2025#D1",
        "990101 first-aid 2025 D1",
        "编号：９９０１０１／First-Aid／2025#d1",
        "https://example.org/teams/990101/first-aid/2025/index.html#D1",
        "示例县红十字应急救护志愿服务队 2025 D1",
    ],
)
def test_the_code_of_a_figure_leads_to_it(browser, address, code):
    with search(browser, address) as seen:
        asked(seen, code)
        links = seen.page.locator(".found .rows a")
        assert links.first.get_attribute("href").endswith("teams/990101/first-aid/2025/index.html#D1")
        assert links.count() == 1


def test_a_receipt_that_is_not_there_says_whom_to_ask(browser, address):
    with search(browser, address) as seen:
        assert asked(seen, "99887766") == []
        assert "查不到票据时" in seen.page.locator("[data-count]").inner_text()
        words = seen.page.locator("section:has(#receipts-title)").inner_text()
        assert "请问那个红十字会" in words
        assert re.search(r"电话\s*\S+", words)


def test_a_search_is_in_its_address(browser, address):
    with search(browser, address) as seen:
        found = asked(seen, "无偿献血")
        kept = seen.page.url.partition("#")[2]
    with search(browser, address, f"#{kept}") as again:
        again.page.wait_for_selector(".found a")
        assert again.page.input_value("#q") == "无偿献血"
        assert again.page.locator(".found a").all_inner_texts() == found


def test_the_search_without_scripts(browser, address):
    with search(browser, address, javascript=False) as seen:
        assert not seen.page.locator("[data-search]").is_visible()
        for place in ("队伍名录", "红十字会"):
            assert seen.page.locator("[data-plain] a", has_text=place).is_visible()
        assert seen.problems() == []


def test_a_search_loads_only_what_it_needs(browser, site, served):
    address = served(site)
    with search(browser, address) as seen:
        loaded: list[str] = []
        seen.page.on("request", lambda request: loaded.append(request.url))
        asked(seen, "张示例")
        assert any("/pairs/" in url for url in loaded)
        assert not any("/receipts/" in url for url in loaded)


# Ten thousand teams.


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The directory's first page and its data, of teams with names of their own."""
    folder = tmp_path_factory.mktemp("large")
    made = crowd(folder / "records", TEN_THOUSAND)
    data = directory_file(directory_columns(made.context, made.teams))
    files = {**static_files(made.context.site), "teams/directory.js": data}
    page = directory_pages(made.context, made.teams, "teams/directory.js")[0]
    files[page.path] = Renderer(made.context).render(page)
    for path, content in files.items():
        (folder / "site" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "site" / path).write_bytes(content)
    return folder / "site"


def test_ten_thousand_teams_are_light(large):
    """The first page with what it loads, and with all that the filter loads besides."""
    page = (large / "teams/index.html").read_text("utf-8")
    loaded = [large / path.removeprefix("../") for path in re.findall(r'(?:src|href)="(\.\./static/[^"]+)"', page)]
    first = sum(len(gzip.compress(path.read_bytes())) for path in {*loaded, large / "teams/index.html"})
    data = len(gzip.compress((large / "teams/directory.js").read_bytes()))
    print(f"\nfirst page {first} bytes, data {data} bytes, gzipped")
    assert page.count("<li><a href=") >= PAGE_SIZE
    assert first + data <= 300 * 1024


KEYSTROKES = """async query => {
  const input = document.querySelector('#q'), times = [];
  for (let end = 1; end <= query.length; end += 1) {
    input.value = query.slice(0, end);
    const begun = performance.now();
    input.dispatchEvent(new Event('input', { bubbles: true }));
    document.body.getBoundingClientRect();
    times.push(performance.now() - begun);
    await new Promise(requestAnimationFrame);
  }
  return times;
}"""


def test_a_keystroke_among_ten_thousand_teams_is_answered_at_once(browser, large):
    with visit(browser, f"{large.as_uri()}/teams/index.html", site=large.as_uri()) as seen:
        seen.page.focus("#q")
        seen.page.wait_for_selector("[data-facet=society] input", state="attached")
        times = [
            time for query in ("应急救援", "王", "志愿服务队 青少年") for time in seen.page.evaluate(KEYSTROKES, query)
        ]
        print(f"\na keystroke: median {median(times):.0f} ms, longest {max(times):.0f} ms")
        assert median(times) <= 50
        assert seen.page.locator("[data-count]").inner_text() == say("显示 {n} 支队伍", n=len(hits(seen)))
        assert seen.problems() == []


def hits(seen: Visit) -> list[str]:
    """Every team found, unfolded to the last."""
    more = seen.page.locator("[data-more]")
    while more.is_visible():
        more.click()
    return shown(seen)
