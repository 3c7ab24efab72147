"""What no file of the project may hold: paths of one computer, hosts of package registries,
modules whose name says nothing, a README that nobody finishes."""

import os
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MACHINE_PATH = re.compile(r"(?<![\w.}\-])/(work|root|home)/")
# Put together here, so that this file does not hold what it looks for.
REGISTRIES = re.compile(
    r"\b(?:"
    + "|".join(
        re.escape(".".join(host))
        for host in (
            ("pypi", "org"),
            ("files", "pythonhosted", "org"),
            ("registry", "npmjs", "org"),
            ("deb", "debian", "org"),
        )
    )
    + r")\b"
)
EMPTY_NAME = re.compile(r"(?:^|_)(?:utils?|helpers?|managers?)(?:_|$)")
README_LINES = 120


def tracked() -> list[Path]:
    """Every file that git knows; a copy without git has nothing to compare."""
    run = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if run.returncode != 0:
        if os.environ.get("CI") == "true":
            pytest.fail(f"git cannot list the files: {run.stderr}", pytrace=False)
        pytest.skip("not a git checkout")
    paths = [ROOT / name for name in run.stdout.split("\0") if name]
    return [path for path in paths if path.is_file() and not path.is_symlink()]


def faults(text: str) -> list[str]:
    return [
        f"{number}: {found.group(0)}"
        for number, line in enumerate(text.splitlines(), 1)
        for pattern in (MACHINE_PATH, REGISTRIES)
        for found in pattern.finditer(line)
    ]


def says_nothing(path: Path) -> bool:
    """Whether a module's name, or a folder's, is one of those that could hold anything."""
    return any(EMPTY_NAME.search(part.removesuffix(".py")) for part in path.parts)


def test_no_file_names_a_machine_or_a_registry():
    found: list[str] = []
    for path in tracked():
        data = path.read_bytes()
        if b"\0" not in data:
            text = data.decode("utf-8")
            found += [f"{path.relative_to(ROOT)}:{fault}" for fault in faults(text)]
    assert found == []


def test_module_names_say_what_they_hold():
    names = [path.relative_to(ROOT) for path in tracked() if path.suffix == ".py"]
    assert [str(name) for name in names if says_nothing(name)] == []


def test_readmes_are_short():
    long = [
        path.name
        for path in ROOT.glob("README*.md")
        if len(path.read_text(encoding="utf-8").splitlines()) > README_LINES
    ]
    assert long == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"see {'/wo'}rk/main", 1),
        (f"'{'/ro'}ot/.cache'", 1),
        (f"file://{'/ho'}me/li/data", 1),
        (f"https://{'py'}pi.org/simple and {'deb.'}debian.org", 2),
        ("https://example.org/home/ ../work/ network/root/", 0),
    ],
)
def test_the_search_itself(text: str, expected: int):
    assert len(faults(text)) == expected


def test_the_names_themselves():
    assert says_nothing(Path("generator/base/date_utils.py"))
    assert says_nothing(Path("generator/helpers/dates.py"))
    assert not says_nothing(Path("generator/base/management.py"))
