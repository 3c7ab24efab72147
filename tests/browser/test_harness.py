"""Each checker passes a good page and catches a bad one: a checker that sees nothing is worse
than none."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.harness import visit
from tests.browser.links import broken_links

POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'"
GOOD = f"""<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<meta name="viewport" content="width=device-width">
<title>测试服务队</title>
<link rel="stylesheet" href="page.css">
</head>
<body>
<main>
<h1 id="头">测试服务队</h1>
<p><a href="#%E5%A4%B4">回到开头</a> <a href="https://example.org/">别处</a></p>
</main>
</body>
</html>
"""


def _site(folder: Path, **changes: str) -> Path:
    """A good page with some of its text replaced: `old="…", new="…"`."""
    page = GOOD
    if changes:
        assert changes["old"] in page
        page = page.replace(changes["old"], changes["new"])
    (folder / "index.html").write_text(page, encoding="utf-8")
    (folder / "page.css").write_text("body { color: #222; background: #fff; }\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize("javascript", [True, False])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_good_page_from_a_disk(browser: Browser, tmp_path, scheme, javascript):
    site = _site(tmp_path).as_uri()
    with visit(browser, f"{site}/index.html", site=site, scheme=scheme, javascript=javascript) as seen:
        assert seen.problems() == []
        if javascript:
            assert seen.axe() == []
        dark = seen.page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
        assert dark == (scheme == "dark")


def test_a_good_page_from_a_server(browser: Browser, served, tmp_path):
    site = served(_site(tmp_path))
    with visit(browser, site, site=site, width=320) as seen:
        assert seen.problems() == []
        assert seen.page.title() == "测试服务队"


BAD_IN_BROWSER = {
    "scrolls sideways": ("<main>", '<main><svg width="900" height="9" aria-hidden="true"></svg>'),
    "console error": ("<main>", '<main><p style="color:red">红</p>'),
    "request to another site": (
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
        '<script src="http://127.0.0.1:9/count.js"></script>',
    ),
    "error: 坏了": (
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
        "<script>throw new Error('坏了')</script>",
    ),
}


@pytest.mark.parametrize("expected", BAD_IN_BROWSER)
def test_the_browser_sees(browser: Browser, tmp_path, expected):
    old, new = BAD_IN_BROWSER[expected]
    site = _site(tmp_path, old=old, new=new).as_uri()
    with visit(browser, f"{site}/index.html", site=site) as seen:
        assert any(expected in line for line in seen.problems()), seen.problems()


def test_the_window_has_the_width_asked_for(browser: Browser, tmp_path):
    new = '<main><svg width="700" height="9" aria-hidden="true"></svg>'
    site = _site(tmp_path, old="<main>", new=new).as_uri()
    for width, lines in ((390, 1), (1280, 0)):
        with visit(browser, f"{site}/index.html", site=site, width=width) as seen:
            assert len(seen.overflow()) == lines


def test_without_scripts_no_script_runs(browser: Browser, tmp_path):
    old, new = BAD_IN_BROWSER["error: 坏了"]
    site = _site(tmp_path, old=old, new=new).as_uri()
    with visit(browser, f"{site}/index.html", site=site, javascript=False) as seen:
        assert seen.errors == []


@pytest.mark.parametrize(
    ("expected", "old", "new"),
    [
        ("html-has-lang", ' lang="zh-CN"', ""),
        ("image-alt", "<main>", '<main><img src="page.css">'),
        ("document-title", "<title>测试服务队</title>", ""),
        ("link-name", "别处", ""),
    ],
)
def test_axe_catches(browser: Browser, tmp_path, expected, old, new):
    site = _site(tmp_path, old=old, new=new).as_uri()
    with visit(browser, f"{site}/index.html", site=site) as seen:
        assert any(line.startswith(expected) for line in seen.axe()), seen.axe()


def test_axe_catches_faint_text(browser: Browser, tmp_path):
    site = _site(tmp_path)
    (site / "page.css").write_text("body { color: #ccc; background: #fff; }", encoding="utf-8")
    with visit(browser, f"{site.as_uri()}/index.html", site=site.as_uri()) as seen:
        assert any(line.startswith("color-contrast") for line in seen.axe())


def test_the_nu_checker(nu_check: Callable[[Path], list[str]], tmp_path):
    assert nu_check(_site(tmp_path)) == []
    assert nu_check(_site(tmp_path, old="</head>", new='<script type="application/ld+json">{}</script></head>')) == []
    assert "Inline script" in nu_check(_site(tmp_path, old="</head>", new="<script>var a;</script></head>"))[0]
    _site(tmp_path, old="</h1>", new="</h2>")
    (tmp_path / "bad.css").write_text("body { colour: red; }", encoding="utf-8")
    (tmp_path / "bad.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"><nonsense/></svg>', encoding="utf-8")
    caught = nu_check(tmp_path)
    assert {line.split(":")[0] for line in caught} == {"index.html", "bad.css", "bad.svg"}, caught


@pytest.mark.parametrize(
    ("link", "fault"),
    [
        ('<a href="other.html">他页</a>', "no such file"),
        ('<a href="INDEX.html">大写</a>', "no such file"),
        ('<a href="./">文件夹</a>', "no such file"),
        ('<a href="../index.html">站外</a>', "no such file"),
        ('<a href="index.html#尾">段落</a>', "no such place in the page"),
        ('<a href="/index.html">从根</a>', "an absolute path"),
        ('<a href="//example.org/">借用</a>', "an absolute path"),
        ('<a href="javascript:void(0)">脚本</a>', "scheme javascript"),
        ('<img src="https://example.org/x.png" alt="">', "fetched from another site"),
        ('<img srcset="x.png 1x, y.png 2x" src="page.css" alt="">', "no such file"),
        ('<p aria-describedby="无">文</p>', "no such id"),
    ],
)
def test_broken_links_are_found(tmp_path, link, fault):
    assert broken_links(_site(tmp_path)) == []
    _site(tmp_path, old="<main>", new=f"<main>{link}")
    found = broken_links(tmp_path)
    assert found
    assert all(line.startswith("index.html:11: ") and line.endswith(fault) for line in found)


def test_broken_links_of_a_style_sheet(tmp_path):
    site = _site(tmp_path)
    (site / "page.css").write_text("body { background: url('paper.svg'); }", encoding="utf-8")
    assert broken_links(site) == ["page.css: paper.svg: no such file"]
