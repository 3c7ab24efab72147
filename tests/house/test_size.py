"""Modules stay small enough to be read in one sitting."""

from pathlib import Path
from statistics import median

GENERATOR = Path(__file__).resolve().parents[2] / "generator"
LONGEST = 250
MEDIAN = 90


def lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def test_no_module_is_long():
    sizes = {str(path.relative_to(GENERATOR)): lines(path) for path in GENERATOR.rglob("*.py")}
    assert sizes
    assert {name: size for name, size in sizes.items() if size > LONGEST} == {}


def test_most_modules_are_short():
    # An __init__ with one docstring would flatter the figure.
    sizes = [lines(path) for path in GENERATOR.rglob("*.py") if path.name != "__init__.py"]
    assert median(sizes) <= MEDIAN
