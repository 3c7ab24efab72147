"""Templates and views say the same: every field is explained and shown, every template and macro is used."""

import importlib
import pkgutil
import re
import typing
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from jinja2 import Environment, FileSystemLoader, nodes

import generator.engine
import generator.pages
from generator.engine.environment import PAGES
from generator.engine.frame import THEME, Frame
from generator.pages.page import Page, View

FOLDERS = (THEME / "templates", PAGES)
# Pelican draws the hand-written pages with it.
OF_PELICAN = {"page.html"}
PLANNED = re.compile(r'"([a-z]+/page\.html)"')


def _views() -> Iterator[type[msgspec.Struct]]:
    """What templates are given: every view and every part of one."""
    for module in pkgutil.walk_packages(generator.pages.__path__, "generator.pages."):
        for value in vars(importlib.import_module(module.name)).values():
            if isinstance(value, type) and issubclass(value, msgspec.Struct) and value.__module__ == module.name:
                yield value


VIEWS = tuple(view for view in _views() if view not in (View, Page))
TEMPLATES = {
    path.relative_to(folder).as_posix(): path.read_text("utf-8")
    for folder in FOLDERS
    for path in folder.rglob("*.html")
}
FIELDS = tuple((view, name) for view in (*VIEWS, Frame) for name in view.__struct_fields__)


def _trees() -> dict[str, nodes.Template]:
    environment = Environment(loader=FileSystemLoader(FOLDERS), autoescape=True)
    return {name: environment.parse(text) for name, text in TEMPLATES.items()}


TREES = _trees()
SHOWN = {node.attr for tree in TREES.values() for node in tree.find_all(nodes.Getattr)}


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.__name__)
def test_every_field_is_explained(view):
    assert view.__doc__
    hints = typing.get_type_hints(view, include_extras=True)
    silent = [name for name in view.__struct_fields__ if not any(map(_explains, typing.get_args(hints[name])[1:]))]
    assert silent == []


def _explains(metadata: object) -> bool:
    return isinstance(metadata, str) and bool(metadata.strip())


@pytest.mark.parametrize(("view", "field"), FIELDS, ids=lambda value: getattr(value, "__name__", value))
def test_every_field_is_shown(view, field):
    """A field that no template asks for is work for nobody."""
    assert field in SHOWN


def test_every_planned_template_is_there_and_no_other():
    planned = set(OF_PELICAN)
    for source in Path(PAGES).rglob("*.py"):
        planned |= set(PLANNED.findall(source.read_text("utf-8")))
    asked = {
        node.template.value
        for tree in TREES.values()
        for node in tree.find_all((nodes.Extends, nodes.Import, nodes.Include, nodes.FromImport))
    }
    assert planned | asked == set(TEMPLATES)


def test_every_macro_is_called():
    """By its own template or by one that imports it."""
    defined = {node.name for tree in TREES.values() for node in tree.find_all(nodes.Macro)}
    called = {
        call.node.attr if isinstance(call.node, nodes.Getattr) else getattr(call.node, "name", "")
        for tree in TREES.values()
        for call in tree.find_all(nodes.Call)
    }
    assert defined - called == set()


def test_every_class_has_a_style_or_a_meaning():
    """A class of the style sheet that nothing draws is weight that every reader carries."""
    style = "".join(path.read_text("utf-8") for path in (THEME / "static").glob("*.css"))
    style = re.sub(r"/\*.*?\*/", "", style)
    styled = set(re.findall(r"\.([a-z][a-z0-9-]*)", style))
    words = " ".join(TEMPLATES.values())
    drawing = (*PAGES.rglob("*.py"), *Path(generator.engine.__path__[0]).glob("*.py"))
    sources = (*drawing, *(THEME / "static").glob("*.js"))
    words += " ".join(path.read_text("utf-8") for path in sources)
    steps = {f"w{step}" for step in importlib.import_module("generator.engine.tables")._STEPS}
    assert {name for name in styled - steps if not re.search(rf"\b{name}\b", words)} == set()
