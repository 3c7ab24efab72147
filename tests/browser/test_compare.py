"""Teams side by side, as a reader meets them: from an address, from a disk, with a keyboard, with no script."""

import json
import re
from pathlib import Path

import pytest

from tests.browser.harness import visit

AID, RESCUE, MIND, EPIDEMIC = "990101/first-aid", "990100/city-rescue", "990101/psychology", "990102/epidemic"
NOTHING = "990101/life-education"


@pytest.fixture(scope="module")
def site(sites: dict[str, Path]) -> Path:
    """The demonstration."""
    return sites["demonstration"]


def opened(browser, address, query, **options):
    return visit(browser, f"{address}compare/index.html{query}", site=address, **options)


def rows(page) -> dict[str, list[str]]:
    """The lines of the table by their headings."""
    page.wait_for_selector(".side tbody td")
    found = page.eval_on_selector_all(
        ".side tbody tr:not(.part)", "all => all.map(row => [...row.children].map(cell => cell.innerText.trim()))"
    )
    return {head: cells for head, *cells in found}


def words(page) -> str:
    return page.locator("main").inner_text()


def test_four_teams_stand_side_by_side(browser, address, site):
    """Each figure is the one of the team's own page."""
    teams = (AID, RESCUE, MIND, EPIDEMIC)
    with opened(browser, address, f"?teams={','.join(teams)}", width=1280) as seen:
        lines = rows(seen.page)
        assert lines["时段"] == ["2025 年"] * 4
        assert lines["公布日期"] == ["2026-06-11", "2026-03-25", "2026-05-29", "2026-05-20"]
        for column, team in enumerate(teams):
            page = re.sub("<[^>]+>", "", (site / "teams" / team / "2025" / "index.html").read_text("utf-8"))
            for line in ("期初余额", "捐款", "支出", "期末余额"):
                assert lines[line][column].removesuffix(" 元") in page, (team, line)
        assert lines["捐款"][3] == "未填报"
        assert "不公开（" in lines["期初余额"][2]
        assert "心理支持志愿服务队这一期“无法核对”" in words(seen.page)
        assert "都不是零" in words(seen.page)
        assert seen.problems() == []


def test_different_periods_are_said_to_be_different(browser, address):
    with opened(browser, address, f"?teams={AID},990101/emergency-rescue&period=latest") as seen:
        lines = rows(seen.page)
        assert lines["时段"][0] == "2025 年"
        assert lines["时段"][1] != "2025 年"
        assert "金额不能直接比" in words(seen.page)
        seen.page.select_option("#period", "2024")
        assert rows(seen.page)["时段"][0] == "2024 年"
        assert "period=2024" in seen.page.url
        assert seen.problems() == []


def test_a_team_without_a_report_is_no_zero(browser, address):
    with opened(browser, address, f"?teams={AID},{NOTHING}") as seen:
        lines = rows(seen.page)
        assert lines["期末余额"][1] == "没有报告"
        assert lines["逾期没有公布的报告"] == ["没有", "2025 年"]
        assert seen.problems() == []


def test_only_addresses_of_teams_are_loaded(browser, address):
    """Nothing that an address says is loaded or shown as anything but a team of this site."""
    hostile = (
        "../../evil",
        "https://evil.example/a",
        "990101/first-aid/../../x",
        "%3Cimg src=x onerror=alert(1)%3E",
        "A/b",
    )
    with opened(browser, address, "") as seen:
        asked: list[str] = []
        seen.page.on("request", lambda request: asked.append(request.url))
        seen.page.goto(f"{address}compare/index.html?teams={AID},{','.join(hostile)}")
        rows(seen.page)
        scripts = [url for url in asked if url.endswith(".js") and "/static/" not in url]
        assert [url.removeprefix(address) for url in scripts] == [f"teams/{AID}/brief.js"]
        assert f"网址里有 {len(hostile)} 支队伍没有找到" in words(seen.page)
        assert seen.page.locator("main img").count() == 0
        assert seen.page.url.endswith(f"?teams={AID}")
        assert seen.problems() == []


def test_a_team_that_is_not_there_is_said(browser, site):
    address = site.as_uri() + "/"
    with opened(browser, address, f"?teams={AID},990101/no-such-team") as seen:
        rows(seen.page)
        assert "网址里有 1 支队伍没有找到" in words(seen.page)
        assert "no-such-team" not in seen.page.url


def test_teams_are_added_and_taken_away_by_keyboard(browser, address):
    with opened(browser, address, "") as seen:
        page = seen.page
        assert "还没有选队伍" in words(page)
        for typed in (f"{address}teams/{AID}/index.html", f"https://example.org/teams/{RESCUE}/2025/#D1", MIND):
            page.locator("#add").press("Control+a")
            page.keyboard.type(typed)
            page.keyboard.press("Enter")
        page.wait_for_selector(".side thead th:nth-child(4)")
        assert page.url.endswith(f"?teams={AID},{RESCUE},{MIND}")
        page.locator(".side thead button").nth(1).focus()
        page.keyboard.press("Enter")
        assert page.url.endswith(f"?teams={AID},{MIND}")
        assert page.evaluate("document.activeElement.id") == "add"
        page.keyboard.type("没有这支队")
        page.keyboard.press("Enter")
        assert "没有认出是哪支队伍" in words(page)
        assert seen.problems() == []


def test_a_name_is_suggested_from_the_directory(browser, address):
    with opened(browser, address, f"?teams={AID}") as seen:
        page = seen.page
        rows(page)
        page.locator("#add").focus()
        page.keyboard.type("市红十字应急救援")
        page.wait_for_selector("#suggested option", state="attached")
        page.fill("#add", page.locator("#suggested option").first.get_attribute("value"))
        page.keyboard.press("Enter")
        page.wait_for_selector(".side thead th:nth-child(3)")
        assert page.url.endswith(f"?teams={AID},{RESCUE}")
        assert seen.problems() == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_accessible_on_every_screen(browser, site, served, scheme):
    address = served(site)
    wrong = []
    with opened(browser, address, f"?teams={AID},{RESCUE},{MIND},{EPIDEMIC}", scheme=scheme) as seen:
        for width in (320, 390, 1280):
            seen.page.set_viewport_size({"width": width, "height": 844})
            rows(seen.page)
            wrong += [f"{width}: {line}" for line in seen.problems() + seen.axe()]
        # The headings stay in sight while the teams are moved past.
        seen.page.set_viewport_size({"width": 390, "height": 844})
        seen.page.locator("[role=region]").evaluate("region => { region.scrollLeft = 400 }")
        head = seen.page.locator(".side tbody tr:nth-child(2) th").first.bounding_box()
        assert head is not None
        assert 0 <= head["x"] < 30
    assert wrong == []


def test_without_scripts_it_says_where_to_look(browser, address):
    with opened(browser, address, f"?teams={AID}", javascript=False) as seen:
        assert "你的浏览器没有运行脚本" in words(seen.page)
        assert seen.page.locator("main a[href='../teams/index.html']").is_visible()
        assert seen.problems() == []


@pytest.mark.parametrize("prefix", ["en/", "zh-hant/"])
def test_every_language_has_its_own_briefs(site, prefix):
    found = sorted(path.relative_to(site).as_posix() for path in site.glob("teams/*/*/brief.js"))
    assert found == sorted(
        path.relative_to(site / prefix).as_posix() for path in site.glob(f"{prefix}teams/*/*/brief.js")
    )
    assert (site / found[0]).read_bytes() != (site / prefix / found[0]).read_bytes()
    told = json.loads((site / prefix / found[0]).read_text("utf-8").partition("]=")[2].rstrip(";\n"))
    assert told["id"] == "/".join(found[0].split("/")[1:3])
