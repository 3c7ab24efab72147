"""Charts as a phone draws them: no word leaves the drawing or lies on another, bars stand out, nothing is faint."""

import pytest

from generator.base.absence import NOT_REPORTED, withheld
from generator.engine.frame import POLICY, THEME
from tests.browser.harness import visit
from tests.pages.drawing import CASES, chart_of, drawn

LABELS = (
    "示例市红十字会二〇二五年洪水灾害紧急救援和灾后恢复重建定向捐赠专项资金（第二批）" * 2,
    "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
    "2025 年（不满全年）收入",
    "Emergency rescue equipment for the second flood relief operation of the year 2025",
)
CHARTS = [
    *(chart_of(amounts, f"c{i}") for i, amounts in enumerate(CASES.values())),
    chart_of(
        [999_999_999_999, -999_999_999_999, withheld("涉及受助人的隐私，按捐赠人的书面要求不公开" * 2), NOT_REPORTED],
        "long",
        LABELS,
    ),
]

# Every text inside the drawing's box, and no two of one drawing on each other.
MISPLACED = """() => [...document.querySelectorAll('.chart svg')].flatMap(svg => {
  const room = svg.viewBox.baseVal, texts = [...svg.querySelectorAll('text')].map(one => [one.textContent, one.getBBox()]);
  const out = texts.filter(([, b]) => b.x < -0.5 || b.y < -0.5 || b.x + b.width > room.width + 0.5 || b.y + b.height > room.height + 0.5)
    .map(([words]) => `outside: ${words}`);
  texts.forEach(([words, a], i) => texts.slice(i + 1).forEach(([other, b]) => {
    const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
    const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
    if (across > 0.5 && down > 4) out.push(`${words} lies on ${other}`);
  }));
  return out;
})"""

# Contrast of every kind of bar with the page (WCAG 1.4.11).
FAINT = """() => {
  const light = colour => {
    const [r, g, b] = colour.match(/[0-9.]+/g).map(n => n / 255).map(c => c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const page = light(getComputedStyle(document.documentElement).backgroundColor);
  return [...document.querySelectorAll('.chart rect')].map(bar => {
    const style = getComputedStyle(bar), ink = light(style.stroke === 'none' ? style.fill : style.stroke);
    return (Math.max(ink, page) + 0.05) / (Math.min(ink, page) + 0.05);
  }).filter(ratio => ratio < 3);
}"""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """One page with every chart and the theme's own styles."""
    folder = tmp_path_factory.mktemp("charts")
    for name in ("style.css", "print.css"):
        (folder / name).write_bytes((THEME / "static" / name).read_bytes())
    figures = "".join(drawn(chart)[0] for chart in CHARTS)
    (folder / "index.html").write_text(
        '<!DOCTYPE html><html lang="zh-Hans"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}"><title>图</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">'
        f'<link rel="stylesheet" href="style.css"><link rel="stylesheet" href="print.css" media="print"></head><body><main><h1>图</h1>{figures}</main></body></html>',
        encoding="utf-8",
    )
    return folder.as_uri()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 360, 1280])
def test_charts_on_every_screen(browser, site, width, scheme):
    with visit(browser, f"{site}/index.html", site=site, width=width, scheme=scheme) as seen:
        assert seen.page.locator(".chart svg").count() == len(CHARTS)
        assert seen.problems() == []
        assert seen.page.evaluate(MISPLACED) == []
        assert seen.page.evaluate(FAINT) == []
        assert seen.axe() == []


def test_charts_on_paper(browser, site):
    """The table is open, and a hollow bar is told from a full one without colour."""
    with visit(browser, f"{site}/index.html", site=site, width=794) as seen:
        seen.page.emulate_media(media="print")
        assert seen.page.evaluate(MISPLACED) == []
        assert seen.page.locator(".chart table:visible").count() == len(CHARTS)
        look = "all => [...new Set(all.map(bar => { const s = getComputedStyle(bar); return s.fill === s.stroke || s.stroke === 'none' }))]"
        assert seen.page.eval_on_selector_all(".chart rect:not(.second)", look) == [True]
        assert seen.page.eval_on_selector_all(".chart rect.second", look) == [False]
