"""The layers of generator/: a folder may import the ones above it in `LAYERS`, never below.

An import counts wherever it stands: at the top, in a function, under TYPE_CHECKING, or as the
dotted name of a module in a string.
"""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

LAYERS = [
    "base",
    "model",
    "load",
    "ledger",
    "check",
    "pages",
    "exports",
    "publish",
    "engine",
    "cli",
]
# generator/__init__.py stands above every layer, generator/__main__.py below.
RANK = {name: rank for rank, name in enumerate(["", *LAYERS, "__main__"])}
# Neither may use the other, though one of them has to stand first in the list.
APART = {("exports", "pages")}
ENGINE_ONLY = {"pelican", "jinja2", "markdown"}
EVERYTHING = {"Exception", "BaseException"}
# What a distribution is called where it is not imported under its own name.
IMPORTED_AS = {"pyyaml": "yaml", "markdown-it-py": "markdown_it", "python-calamine": "calamine"}

ROOT = Path(__file__).resolve().parents[2]
GENERATOR = ROOT / "generator"
DOTTED = re.compile(r"generator(\.[a-z_0-9]+)+")


def modules() -> list[Path]:
    return sorted(GENERATOR.rglob("*.py"))


def imported(module: str, source: str) -> Iterator[tuple[int, str]]:
    """Every module that `module` (dotted) imports, with its line."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name
        elif isinstance(node, ast.ImportFrom):
            start = node.module or ""
            if node.level:
                above = module.split(".")[: -node.level]
                start = ".".join([*above, start]).rstrip(".")
            # `from generator import check` names the folder only in its last part.
            for alias in node.names if start == "generator" else [ast.alias("")]:
                yield node.lineno, f"{start}.{alias.name}".rstrip(".")
        elif isinstance(node, ast.Constant) and DOTTED.fullmatch(str(node.value)):
            yield node.lineno, str(node.value)


def catches_everything(source: str) -> Iterator[int]:
    for node in ast.walk(ast.parse(source)):
        named: list[ast.expr] = []
        if isinstance(node, ast.ExceptHandler):
            if node.type is None:
                yield node.lineno
                continue
            named = node.type.elts if isinstance(node.type, ast.Tuple) else [node.type]
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith("suppress"):
            named = node.args
        if any(isinstance(one, ast.Name) and one.id in EVERYTHING for one in named):
            yield node.lineno


def declared() -> set[str]:
    """The packages named in requirements.in, by the name they are imported under."""
    lines = (ROOT / "requirements.in").read_text(encoding="utf-8").splitlines()
    names = [line.split("#")[0].strip() for line in lines]
    return {IMPORTED_AS.get(name, name) for name in names if name}


def faults(module: str, source: str) -> list[str]:
    """What is wrong with a module's imports and handlers; `module` is its dotted name."""
    parts = module.split(".")
    layer = parts[1] if len(parts) > 1 else ""
    found: list[str] = []
    for line, name in imported(module, source):
        first, *rest = name.split(".")
        if first == "generator":
            other = rest[0] if rest else ""
            below = RANK.get(other, -1) > RANK[layer]
            if below or (layer, other) in APART:
                found.append(f"{module}:{line}: {layer or 'the root'} must not import {other}")
        elif first in sys.stdlib_module_names:
            continue
        elif layer == "base":
            found.append(f"{module}:{line}: base uses the standard library only, not {first}")
        elif first in ENGINE_ONLY and layer != "engine":
            found.append(f"{module}:{line}: only engine imports {first}")
        elif first not in declared():
            found.append(f"{module}:{line}: {first} is not named in requirements.in")
    if layer not in {"cli", "__main__"}:
        found += [f"{module}:{line}: only cli catches every exception" for line in catches_everything(source)]
    return found


def test_every_folder_has_its_place():
    folders = {path.parent.relative_to(GENERATOR).parts[0] for path in modules() if path.parent != GENERATOR}
    assert folders - set(LAYERS) == set(), "a new folder needs a row in LAYERS"
    assert {"base", "cli"} <= folders
    loose = {path.name for path in GENERATOR.glob("*.py")}
    assert loose <= {"__init__.py", "__main__.py"}, "a module belongs in a folder"


def test_imports_go_up():
    found: list[str] = []
    for path in modules():
        module = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        source = path.read_text(encoding="utf-8")
        if path.name == "__init__.py":
            module += ".__init__" if path.parent != GENERATOR else ""
        found += faults(module, source)
    assert found == []


@pytest.mark.parametrize(
    ("module", "source", "expected"),
    [
        ("generator.model.team", "from generator.base.money import Money", 0),
        ("generator.model.team", "import generator.load.tree", 1),
        ("generator.model.team", "from generator import load", 1),
        ("generator.model.team", "from generator import __version__", 0),
        ("generator.model.team", "from ..load import tree", 1),
        ("generator.model.team", "from . import vocabulary", 0),
        ("generator.model.__init__", "from .vocabulary import Field", 0),
        ("generator.model.team", "def f():\n    from generator.cli import main", 1),
        ("generator.model.team", "if TYPE_CHECKING:\n    from generator.check import Rule", 1),
        ("generator.model.team", "importlib.import_module('generator.check.rule')", 1),
        ("generator.exports.csv", "from generator.pages.team import view", 1),
        ("generator.pages.team.view", "from generator.exports import csv", 1),
        ("generator.publish.cache", "from generator.pages import team", 0),
        ("generator.base.money", "import yaml", 1),
        ("generator.base.money", "import decimal", 0),
        ("generator.pages.team.view", "import jinja2", 1),
        ("generator.pages.team.view", "from markdown.core import Markdown", 1),
        ("generator.engine.reader", "import jinja2, pelican.signals, markdown", 0),
        ("generator.load.tree", "import yaml, msgspec", 0),
        ("generator.load.tree", "import requests", 1),
        ("generator", "from generator.base import money", 1),
        ("generator.__main__", "from generator.cli.main import main", 0),
        ("generator.load.tree", "try: f()\nexcept Exception: pass", 1),
        ("generator.load.tree", "try: f()\nexcept: pass", 1),
        ("generator.load.tree", "try: f()\nexcept (OSError, BaseException): pass", 1),
        ("generator.load.tree", "with contextlib.suppress(Exception): f()", 1),
        ("generator.load.tree", "try: f()\nexcept OSError: pass", 0),
        ("generator.cli.main", "try: f()\nexcept Exception: pass", 0),
    ],
)
def test_the_walk_itself(module: str, source: str, expected: int):
    assert len(faults(module, source)) == expected
