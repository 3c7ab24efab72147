"""One Chromium a worker, one checker, one server for the tests that look at pages.

A missing browser skips on a contributor's computer and fails where CI=true: a skipped browser
test looks exactly like a passed one.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path
from typing import NoReturn

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser import harness
from tests.browser.extreme import SOCIETY, write_extreme

AS_OF = "2026-11-24"
HERE = Path(__file__).resolve().parent
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker("browser")


def _missing(what: str) -> NoReturn:
    if os.environ.get("CI") == "true":
        pytest.fail(f"{what} (required in CI)", pytrace=False)
    pytest.skip(what)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, with Chinese fonts: without them every page is boxes, and still passes."""
    chromium = shutil.which("chromium")
    if chromium is None:
        _missing("Chromium is not installed: apt install chromium")
    if shutil.which("fc-list") is None:
        _missing("fc-list is not installed: apt install fontconfig")
    fonts = subprocess.run(["fc-list", ":lang=zh"], capture_output=True, text=True, check=True)
    if not fonts.stdout.strip():
        _missing("No Chinese font is installed: apt install fonts-noto-cjk")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def nu_check() -> Callable[[Path], list[str]]:
    """`harness.nu_check`, once Java and the checker are known to be there."""
    if shutil.which("java") is None:
        _missing("Java is not installed: apt install default-jre-headless")
    if not harness.VNU.is_file():
        _missing("The Nu checker is not installed: cd tests/browser && npm ci --ignore-scripts")
    return harness.nu_check


@pytest.fixture(scope="session")
def served() -> Iterator[Callable[[Path], str]]:
    """Serve a folder on the loopback until the session ends; gives its address."""
    with ExitStack() as running:
        yield lambda folder: running.enter_context(harness.serve(folder))


Open = Callable[..., AbstractContextManager[harness.Visit]]


@pytest.fixture(scope="session")
def sites(root: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Both corpora, built once."""
    folder = tmp_path_factory.mktemp("sites")
    records = {"demonstration": root / "data", "extreme": write_extreme(folder / "records")}
    running = {}
    for name, data in records.items():
        command = [sys.executable, "-P", "-m", "generator.cli", "build", "--data", str(data), "--as-of", AS_OF]
        command += ["--output", str(folder / name)]
        running[name] = subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    for process in running.values():
        said, _ = process.communicate(timeout=120)
        assert process.returncode == 0, said[-3000:]
    # The page of a moved team leads on at once; a copy that stays can be looked at.
    moved = folder / "extreme" / "teams" / SOCIETY / "words-before" / "index.html"
    page = moved.read_text("utf-8")
    still = "".join(line for line in page.splitlines(keepends=True) if 'http-equiv="refresh"' not in line)
    assert still != page
    moved.with_name("still.html").write_text(still, encoding="utf-8")
    return {name: folder / name for name in records}


@pytest.fixture(scope="session")
def addresses(sites: dict[str, Path], served: Callable[[Path], str]) -> dict[str, str]:
    """Both sites on a server."""
    return {name: served(folder) for name, folder in sites.items()}


@pytest.fixture(params=["server", "disk"])
def address(request: pytest.FixtureRequest, sites: dict[str, Path], addresses: dict[str, str]) -> str:
    """The demonstration as it is read: on a server, and from a disk."""
    return sites["demonstration"].as_uri() + "/" if request.param == "disk" else addresses["demonstration"]


@pytest.fixture
def opened(browser: Browser, addresses: dict[str, str]) -> Open:
    """Open a page of a corpus: ``opened("extreme", "index.html")``."""

    def start(corpus: str, path: str, **options: object) -> AbstractContextManager[harness.Visit]:
        return harness.visit(browser, addresses[corpus] + path, site=addresses[corpus], **options)  # type: ignore[arg-type]

    return start
