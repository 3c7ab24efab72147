"""Pages on paper: the sheet of every team is one A4 page whose code can be read, and no page loses anything in print."""

import io
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, Page

from tests.browser.extreme import NAME_60, SOCIETY, team_record, write_extreme, write_record
from tests.browser.harness import visit

AS_OF = "2026-11-24"
FULLEST = f"teams/{SOCIETY}/fullest-sheet-of-all-with-a-long-address"
# A4 between margins of 10 mm, in CSS pixels.
PAPER = {"width": 718, "height": 1047}


def write_fullest(data: Path) -> None:
    """A team that fills every line of its sheet: the longest name, five fields, overdue reports, more owed than there is."""
    contact = {
        "phone": "0990-5550201 (8888)",
        "email": "volunteer.accounts.office@" + "county" * 6 + ".example.org",
        "address": "极端县极端街道很长很长的路一百二十三号红十字会备灾救灾中心办公楼第三层东侧第五间办公室",
        "hours": "周一至周五上午 9:00–11:30，下午 14:00–17:00；法定节假日休息，周末请先打电话预约",
    }
    leader = {"name": "欧阳极端长名", "title": "队长兼应急救援培训和志愿服务管理办公室负责人", "consent": "2024-01-01"}
    fields = ["emergency_rescue", "first_aid", "blood_donation", "stem_cell", "body_organ"]
    team = team_record(
        f"满{NAME_60[1:]}", area=NAME_60, contact=contact, leader=leader, fields=fields, founded="2015-01-01"
    )
    goods = [
        {"item": item, "unit": "件", "quantity": "99999", "valuation": "unvalued"}
        for item in ("水域救援用浮水绳（三十米）", "全自动体外除颤器训练机", "防寒保暖棉被（成人）", "帐篷")
    ]
    gift = {"id": "D1", "date": "2022-02-01", "donor": {"kind": "anonymous"}, "amount": 500, "items": goods}
    spent = {"id": "S1", "date": "2022-03-01", "category": "program", "amount": 9000, "evidence": [{"title": "发票"}]}
    report = {
        "published": "2023-05-01",
        "opening": {"general": -100.5},
        "donations": [gift],
        "income": [],
        "spending": [spent],
        "closing": {"general": -8600.5},
        "owed": {"members": 200000, "at_least": True},
        "explained": [{"rule": "A04", "difference": 8600.50, "reason": "队员先垫付"}],
    }
    write_record(data / FULLEST / "team.yaml", team)
    write_record(data / FULLEST / "2022.yaml", report)


@pytest.fixture(scope="module")
def sites(root: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The demonstration, and the extremes with the fullest sheet."""
    folder = tmp_path_factory.mktemp("paper")
    extreme = write_extreme(folder / "records")
    write_fullest(extreme)
    for name, data in (("demonstration", root / "data"), ("extreme", extreme)):
        command = [sys.executable, "-P", "-m", "generator.cli", "build", "--data", str(data), "--as-of", AS_OF]
        command += ["--output", str(folder / name)]
        run = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
        assert run.returncode == 0, run.stdout + run.stderr
    return {name: folder / name for name in ("demonstration", "extreme")}


def pages_of(pdf: bytes) -> int:
    """How many pages a PDF of Chromium has: each is an object of its own."""
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


@contextmanager
def printed(browser: Browser, page: Path) -> Iterator[Page]:
    """A page laid out as for paper."""
    context = browser.new_context(viewport=PAPER, color_scheme="dark")
    try:
        opened = context.new_page()
        opened.goto(page.as_uri())
        opened.emulate_media(media="print")
        yield opened
    finally:
        context.close()


def sheets(site: Path) -> list[Path]:
    return sorted(site.glob("**/teams/*/*/poster/index.html"))


# What lies below the end of the sheet would be lost; only the sentence may lose lines, and its figures stand beside it.
LOST = """() => {
  const sheet = document.querySelector('.sheet'), end = sheet.getBoundingClientRect().bottom;
  return [...sheet.querySelectorAll('*')].filter(e => !e.closest('.sheet-said'))
    .filter(e => e.getBoundingClientRect().bottom > end + 0.5 || e.scrollWidth > e.clientWidth + 1 && e.clientWidth)
    .map(e => e.className || e.tagName);
}"""

SMALL = """() => [...document.querySelectorAll('.sheet *')]
  .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) && e.checkVisibility())
  .filter(e => parseFloat(getComputedStyle(e).fontSize) < (e.closest('.sheet-verdicts b') ? 20 : 14) * 96 / 72 - 0.01)
  .map(e => e.textContent.trim())"""


@pytest.mark.parametrize("corpus", ["demonstration", "extreme"])
def test_every_sheet_is_one_page_with_everything_on_it(browser, sites, corpus):
    wrong = []
    found = sheets(sites[corpus])
    assert len(found) >= 9
    for sheet in found:
        with printed(browser, sheet) as page:
            count = pages_of(page.pdf(prefer_css_page_size=True))
            faults = (
                [f"{count} pages"] * (count != 1) + page.evaluate(LOST) + [f"small: {t}" for t in page.evaluate(SMALL)]
            )
            if page.locator("header:visible, footer:visible, nav:visible, .hint:visible").count():
                faults.append("something of the screen is printed")
        wrong += [f"{sheet.parent.relative_to(sites[corpus])}: {fault}" for fault in faults]
    assert wrong == []


def test_only_the_fullest_sheet_shortens_its_sentence(browser, sites):
    """In the demonstration nothing gives way."""
    for sheet in sheets(sites["demonstration"]):
        with printed(browser, sheet) as page:
            said = page.locator(".sheet-said")
            assert said.evaluate("e => e.scrollWidth <= e.clientWidth && e.scrollHeight <= e.clientHeight + 1"), sheet


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "path", ["teams/990101/first-aid", "en/teams/990101/first-aid", "zh-hant/teams/990100/city-rescue"]
)
def test_the_code_leads_to_the_page(browser, sites, path, scheme):
    """As a telephone sees it, in either scheme of colours; beneath stands the same address in letters."""
    address = f"https://example.org/{path}/"
    context = browser.new_context(viewport={"width": 800, "height": 1200}, color_scheme=scheme)
    page = context.new_page()
    page.goto((sites["demonstration"] / path / "poster" / "index.html").as_uri())
    assert read(page.locator(".sheet-bottom").screenshot()) == [address]
    assert page.locator(".sheet-address a").inner_text() == address
    context.close()


def test_the_code_of_the_longest_address(browser, sites):
    sheet = sites["extreme"] / FULLEST / "poster" / "index.html"
    with printed(browser, sheet) as page:
        assert read(page.screenshot()) == [f"https://example.org/{FULLEST}/"]
        box = page.locator(".sheet-code svg").bounding_box()
        modules = int(page.locator(".sheet-code svg").get_attribute("viewBox").split()[2])
    assert box is not None
    size = box["width"] * 25.4 / 96
    # The code itself, without the quiet zone of four modules on each side.
    assert size * (modules - 8) / modules >= 30


def read(png: bytes) -> list[str]:
    return [code.text for code in zxingcpp.read_barcodes(Image.open(io.BytesIO(png)))]


def test_the_sheet_on_a_screen(browser, sites, served):
    """Accessible, and no wider than a small telephone."""
    site = served(sites["demonstration"])
    wrong = []
    for path in ("teams/990101/first-aid", "teams/990101/life-education"):
        with visit(browser, f"{site}{path}/poster/index.html", site=site) as seen:
            wrong += seen.problems() + seen.axe()
            seen.page.emulate_media(color_scheme="dark")
            for width in (320, 768, 1280):
                seen.page.set_viewport_size({"width": width, "height": 844})
                wrong += seen.problems() + seen.axe()
    assert wrong == []


PRINTED = {
    "team": "teams/990101/first-aid",
    "report": "teams/990100/city-rescue/2025",
    "society": "societies/990101",
    "directory": "teams",
    "due": "due",
    "hand-written": "how-to-read",
}

HIDDEN = """() => [...document.querySelectorAll('details > :not(summary)')]
  .filter(one => !one.closest('[hidden], [data-choose], [data-plain]') && one.getBoundingClientRect().height === 0).map(one => `folded: ${one.textContent.trim().slice(0, 40)}`)"""

# A table wider than the paper would lose its last columns.
WIDE = """() => [...document.querySelectorAll('main *')]
  .filter(e => !e.closest('svg') && e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
  .map(e => `wider than the paper: ${e.tagName} ${e.textContent.trim().slice(0, 40)}`)"""

CUT = """() => [
  ...[...document.querySelectorAll('thead')].filter(e => getComputedStyle(e).display !== 'table-header-group'),
  ...[...document.querySelectorAll('tr, .gift, .card')].filter(e => getComputedStyle(e).breakInside !== 'avoid'),
].map(e => `may be cut: ${e.textContent.trim().slice(0, 40)}`)"""


@pytest.mark.parametrize("path", PRINTED.values(), ids=PRINTED)
def test_a_page_on_paper_is_whole(browser, sites, path):
    """Unfolded, no wider than the paper, no row cut, on A4, with its date and the address where it is kept up to date."""
    with printed(browser, sites["demonstration"] / path / "index.html") as page:
        # A4 between margins of 15 mm.
        page.set_viewport_size({"width": 680, "height": 1000})
        wrong = page.evaluate(HIDDEN) + page.evaluate(WIDE) + page.evaluate(CUT)
        wrong += [f"printed: {text}" for text in page.locator("nav:visible, button:visible").all_inner_texts()]
        assert wrong == []
        assert page.locator("#as-of").is_visible()
        end = page.evaluate("getComputedStyle(document.querySelector('footer'), '::after').content")
        assert f"https://example.org/{path}/" in end
        pdf = page.pdf(prefer_css_page_size=True)
    sizes = {tuple(map(float, box.split()))[2:] for box in re.findall(rb"/MediaBox\s*\[([\d. ]+)\]", pdf)}
    assert 1 <= pages_of(pdf) <= 12
    assert all(abs(width - 595.3) < 1 and abs(height - 841.9) < 1 for width, height in sizes)
    assert sizes


def test_links_that_lead_out_say_where_to(browser, sites):
    """On paper nobody can press a link; links within the site stay words."""
    with printed(browser, sites["demonstration"] / "about" / "index.html") as page:
        said = page.eval_on_selector_all(
            "main p > a, main li > a",
            "all => all.map(a => [a.getAttribute('href'), getComputedStyle(a, '::after').content])",
        )
    for href, content in said:
        assert (href in content) == href.startswith("http"), href


def test_the_table_of_teams_side_by_side_fits_the_paper(browser, sites):
    teams = "990101/first-aid,990100/city-rescue,990101/psychology,990102/epidemic"
    context = browser.new_context(viewport={"width": 680, "height": 1000})
    page = context.new_page()
    page.goto(f"{(sites['demonstration'] / 'compare' / 'index.html').as_uri()}?teams={teams}")
    page.wait_for_selector(".side tbody td")
    page.emulate_media(media="print")
    assert page.evaluate(WIDE) == []
    assert page.locator("input:visible, select:visible, button:visible").count() == 0
    context.close()
