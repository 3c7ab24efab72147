"""The mini-site as it was last looked at: every path, every index.json, every CSV of a team, the words of its pages."""

import re
from pathlib import Path

import pytest

from generator.cli.main import main
from tests.site.published import page_text

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = Path(__file__).parent / "golden"
PAGES = (
    "teams/*/*/index.html",
    "teams/*/*/*/index.html",
    "societies/*/index.html",
    "due/index.html",
    "corrections/index.html",
    "questions/index.html",
)
DIGEST = re.compile(r"\b[0-9a-f]{12}\b")
pytestmark = pytest.mark.golden


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What should be in the golden folder, by path."""
    output = tmp_path_factory.mktemp("golden") / "site"
    words = ["build", "--data", str(ROOT / "tests/example/data"), "--output", str(output), "--as-of", "2026-11-24"]
    assert main([*words, "--jobs", "1"]) == 0
    paths = sorted(path.relative_to(output).as_posix() for path in output.rglob("*") if path.is_file())
    # Names that hold a hash change with every change of style or data.
    listed = [DIGEST.sub("*", path) for path in paths]
    found = {"paths.txt": "\n".join(listed) + "\n"}
    for path in paths:
        if path.endswith("index.json") or (path.startswith("teams/") and path.endswith(".csv")):
            found[path] = (output / path).read_bytes().decode("utf-8")
    for pattern in PAGES:
        for page in sorted(output.glob(pattern)):
            name = page.relative_to(output).with_suffix(".txt").as_posix()
            found[name] = page_text(page).replace("。 ", "。\n") + "\n"
    return found


def test_the_mini_site_is_as_it_was(made: dict[str, str], update_golden: bool):
    if update_golden:
        _update(made)
    kept = {
        path.relative_to(GOLDEN).as_posix(): path.read_bytes().decode("utf-8")
        for path in GOLDEN.rglob("*")
        if path.is_file()
    }
    changed = sorted(name for name in {*made, *kept} if made.get(name) != kept.get(name))
    for name in changed[:1]:
        assert made.get(name) == kept.get(name), f"{name}; look at it, then: make docs"
    assert changed == []


def test_the_mini_site_has_what_it_is_for(made: dict[str, str]):
    text = "".join(made.values())
    for words in ("账相符", "未建立", "不公开", "不适用", "未填报", "更正", "化名", "差 0.01 元", "2024"):
        assert words in text, words


def _update(made: dict[str, str]) -> None:
    for path in sorted(GOLDEN.rglob("*"), reverse=True):
        name = path.relative_to(GOLDEN).as_posix()
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif name not in made:
            path.unlink()
    for name, text in made.items():
        target = GOLDEN / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text.encode())
