"""One Chromium a worker, one checker, one server for the tests that look at pages.

A missing browser skips on a contributor's computer and fails where CI=true: a skipped browser
test looks exactly like a passed one.
"""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import NoReturn

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser import harness

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
