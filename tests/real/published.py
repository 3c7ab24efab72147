"""A disclosure published: its records as plain text values, its findings, and the words on its pages."""

import atexit
import json
import re
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import yaml
from lxml import html

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
AS_OF = "2026-11-24"


def mingzhang(*arguments: str) -> subprocess.CompletedProcess[str]:
    """The command as people run it, as of one day."""
    command = [sys.executable, "-P", "-m", "generator.cli", *arguments, "--as-of", AS_OF]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)


@cache
def findings(data: Path) -> list[dict[str, Any]]:
    """Every finding of a data folder."""
    run = mingzhang("validate", "--data", str(data), "--format", "json")
    assert run.returncode in {0, 1}, run.stderr
    return json.loads(run.stdout)["findings"]


def explained(data: Path) -> list[tuple[str, str]]:
    """The differences that stand in a data folder with a reason: rule and size."""
    return sorted((one["rule"], one["difference"]) for one in findings(data) if one.get("explained"))


@cache
def built(data: Path) -> Path:
    """The site of a data folder, built once."""
    folder = Path(mkdtemp(prefix="real-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    output = folder / "site"
    run = mingzhang("build", "--data", str(data), "--output", str(output), "--no-cache")
    assert run.returncode == 0, run.stdout + run.stderr
    return output


def data_of(name: str) -> Path:
    """The records of one disclosure."""
    return HERE / name / "data"


def report_files(data: Path) -> list[Path]:
    """The reports of a data folder's one team, in order of time."""
    return sorted(path for path in data.glob("teams/*/*/*.yaml") if path.name != "team.yaml")


@cache
def record(path: Path) -> dict[str, Any]:
    """A file as written: every scalar is its text, so that nothing of the generator takes part."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506


def words(page: Path) -> str:
    """The text of a page without any white space: how it is broken into elements does not matter.

    The links to ask about a figure and the list of words that are explained say nothing of the account.
    """
    body = html.parse(str(page), html.HTMLParser(encoding="utf-8")).find("body")
    beside = "//script | //style | //*[@class='ask' or @class='code-of'] | //p[starts-with(., '这里的词：')]"
    for element in body.xpath(beside):
        element.drop_tree()
    return re.sub(r"\s+", "", body.text_content())


@cache
def published(name: str, period: str = "") -> str:
    """The text of a disclosure's report page, or of its team page where no period is asked for."""
    return published_from(data_of(name), period)


def page_of(data: Path, period: str = "") -> Path:
    """The file of a report's page, or of the page of the folder's one team."""
    team = report_files(data)[0].parent.relative_to(data)
    return built(data) / team / period / "index.html"


@cache
def published_from(data: Path, period: str = "") -> str:
    """The text of the same."""
    return words(page_of(data, period))


def site_page(name: str, path: str) -> str:
    """The text of any other page of a disclosure's site."""
    return words(built(data_of(name)) / path / "index.html")


def report_page(name: str) -> str:
    """The text of the page of a disclosure's only report."""
    (report,) = report_files(data_of(name))
    return published(name, report.stem)
