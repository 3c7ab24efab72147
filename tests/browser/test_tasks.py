"""Ten things that readers come for, done from the home page as they would do them: by reading, tapping and typing.

Each is done on a server and from a disk; the ninth with script off, the tenth is that all the others work from a disk.
"""

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.harness import Visit, visit


@pytest.fixture(scope="module")
def site(sites: dict[str, Path]) -> Path:
    """The demonstration."""
    return sites["demonstration"]


@pytest.fixture
def home(browser: Browser, address: str) -> Iterator[Visit]:
    """A phone that has opened the site; at the end nothing may have gone wrong on the way."""
    with visit(browser, f"{address}index.html", site=address) as seen:
        yield seen
        assert seen.problems() == []


def _tap(page: Page, words: str, within: str = "body") -> None:
    page.locator(within).get_by_role("link", name=words, exact=True).first.click()


def _search(page: Page, query: str) -> None:
    _tap(page, "查找", "header")
    page.fill("#q", query)
    page.wait_for_selector("[data-count]:not(:empty)")


def test_find_a_team_by_its_leader(home: Visit):
    _search(home.page, "陈样例")
    home.page.locator(".found a").first.click()
    assert home.page.locator("h1").inner_text() == "示例县红十字应急救护志愿服务队"
    assert "陈样例" in home.page.locator(".who").inner_text()


def test_follow_a_donation_by_its_receipt(home: Visit):
    """Three taps: 查找, the number, the gift. Then its way: what for, to whom, proved by what, what is left."""
    _search(home.page, "1025003")
    home.page.locator(".found a").first.click()
    assert urlsplit(home.page.url).fragment == "D1"
    gift = home.page.locator(".gift:target")
    assert gift.is_visible()
    words = gift.inner_text()
    for part in ("20,000.00 元", "1025003", "公共场所配置 AED", "18,800.00 元", "示例医疗设备公司", "还剩 1,200.00 元"):
        assert part in words, part
    paid = gift.get_by_role("link", name="18,800.00 元")
    paid.click()
    assert urlsplit(home.page.url).fragment == "S1"
    assert "18,800.00" in home.page.locator("tr:target").inner_text()


def test_see_who_in_a_county_has_not_published(home: Visit):
    _tap(home.page, "红十字会", "header")
    _tap(home.page, "示例县红十字会", "main")
    section = home.page.locator("section", has=home.page.get_by_role("heading", name="谁没有公布"))
    words = section.inner_text()
    for team in ("示例县红十字养老服务志愿服务队", "示例县红十字生命教育志愿服务队"):
        assert team in words, team
    assert "逾期" in words


def test_find_out_why_a_figure_does_not_add_up(home: Visit):
    _search(home.page, "示例县红十字应急救护志愿服务队")
    home.page.locator(".found a").first.click()
    verdict = home.page.locator("#working > summary")
    assert "账不平" in verdict.inner_text()
    verdict.click()
    working = home.page.locator("#working").inner_text()
    for figure in ("13,779.78", "21,621.53", "24,248.88", "34,674.95", "24,975.24", "24,975.23", "−0.01"):
        assert figure in working, figure
    assert "银行按季结息时四舍五入" in home.page.locator("main").inner_text()
    home.page.locator(".gap a", has_text="A01").first.click()
    assert home.page.locator("h1").inner_text().startswith("A01")


def test_ask_about_a_figure(home: Visit):
    _search(home.page, "1025003")
    home.page.locator(".found a").first.click()
    home.page.get_by_role("link", name="就 D1 提问").first.click()
    mail = home.page.locator(".ways a[href^='mailto:']").get_attribute("href")
    address, _, query = (mail or "").partition("?")
    asked = {key: values[0] for key, values in parse_qs(query).items()}
    assert unquote(address) == "mailto:county@example.org"
    assert asked["subject"] == "990101/first-aid/2025#D1"
    assert "20,000.00 元" in asked["body"]
    assert "https://example.org/teams/990101/first-aid/2025/#D1" in asked["body"]
    assert home.page.locator(".letter").is_visible()
    assert home.page.locator(".ways a[href^='tel:']").is_visible()


def test_compare_two_teams(home: Visit):
    _tap(home.page, "队伍", "header")
    _tap(home.page, "示例市红十字应急救援志愿服务队", "main")
    _tap(home.page, "和别的队比较", "main")
    home.page.get_by_role("combobox").or_(home.page.get_by_role("textbox")).first.fill("990101/first-aid")
    home.page.keyboard.press("Enter")
    table = home.page.locator("main table").first
    table.locator("text=示例县红十字应急救护志愿服务队").first.wait_for()
    words = table.inner_text()
    assert "示例市红十字应急救援志愿服务队" in words
    assert "24,975.23" in words
    teams = parse_qs(urlsplit(home.page.url).query)["teams"][0]
    assert teams.split(",") == ["990100/city-rescue", "990101/first-aid"]


def test_download_and_open_the_csv(home: Visit):
    _search(home.page, "示例县红十字应急救护志愿服务队")
    home.page.locator(".found a").first.click()
    link = home.page.locator("#take").get_by_role("link", name="捐赠", exact=True)
    with home.page.expect_download() as coming:
        link.click()
    data = Path(coming.value.path()).read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")  # Excel then knows that it is UTF-8
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    first = next(row for row in rows if row["编号"] == "D1" and "2025" in row.values())
    assert first["金额（元）"] == "20000.00"
    assert first["结余（元）"] == "1200.00"


def test_print_the_poster(home: Visit):
    _search(home.page, "示例县红十字应急救护志愿服务队")
    home.page.locator(".found a").first.click()
    _tap(home.page, "海报", "main")
    assert "示例县红十字应急救护志愿服务队" in home.page.locator("main h1, main h2").first.inner_text()
    paper = home.page.pdf(prefer_css_page_size=True)
    assert paper.count(b"/Type /Page\n") + paper.count(b"/Type /Page ") + paper.count(b"/Type /Page/") == 1


def test_read_it_all_with_script_off(browser: Browser, address: str):
    """From the home page to a gift and what became of it, by links alone."""
    with visit(browser, f"{address}index.html", site=address, javascript=False) as seen:
        _tap(seen.page, "队伍", "header")
        _tap(seen.page, "示例县红十字应急救护志愿服务队", "main")
        assert "20,000.00 元" in seen.page.locator("#D1").inner_text()
        for verdict in ("账对得上吗", "写全了吗", "按时吗"):
            group = seen.page.locator(".verdicts details", has_text=verdict).first
            group.locator("summary").click()
            assert group.locator("table, ul, p").first.is_visible()
        _tap(seen.page, "本期全部账目", "main")
        assert "18,800.00" in seen.page.locator("#S1").inner_text()
        assert seen.problems() == []


def test_a_folder_moved_elsewhere_reads_the_same(browser: Browser, site: Path, tmp_path: Path):
    """From a disk, whatever the folder is called: spaces, Chinese, a percent sign."""
    place = tmp_path / "下载 100%" / "明账"
    place.parent.mkdir()
    place.symlink_to(site)
    address = place.as_uri() + "/"
    with visit(browser, f"{address}index.html", site=address) as seen:
        _search(seen.page, "1025003")
        seen.page.locator(".found a").first.click()
        assert "20,000.00 元" in seen.page.locator(".gift:target").inner_text()
        assert seen.problems() == []
