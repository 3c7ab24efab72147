"""Every text that pages may say in another language, gathered from code, templates, scripts and the model."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, nodes

import generator
from generator.base import absence
from generator.check.registry import ALL_RULES
from generator.engine.environment import PAGES
from generator.engine.frame import THEME, said_by
from generator.ledger.completeness import NO_CONSENT
from generator.model import code, tables
from generator.model.fields import Record, keys_of
from generator.pages.parts.tables import UNKNOWN

SOURCE = Path(generator.__path__[0])
SAYING = {"say", "message", "say_html"}


def all_messages() -> dict[str, set[str]]:
    """Each text with the files that say it."""
    found: dict[str, set[str]] = {}
    for file, text in (*_python(), *_templates(), *_scripts(), *_model()):
        found.setdefault(text, set()).add(file)
    return found


def _python() -> Iterator[tuple[str, str]]:
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and _name(node.func) in SAYING and node.args:
                for text in _literals(node.args[0]):
                    yield f"generator/{path.relative_to(SOURCE).as_posix()}", text


def _name(function: ast.expr) -> str:
    return function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")


def _literals(argument: ast.expr) -> Iterator[str]:
    """The literals that an argument may be: one, or one of two by a condition."""
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        yield argument.value
    elif isinstance(argument, ast.IfExp):
        yield from _literals(argument.body)
        yield from _literals(argument.orelse)


def _templates() -> Iterator[tuple[str, str]]:
    folders = (THEME / "templates", PAGES)
    environment = Environment(loader=FileSystemLoader(folders), autoescape=True)
    for folder in folders:
        for path in sorted(folder.rglob("*.html")):
            for call in environment.parse(path.read_text("utf-8")).find_all(nodes.Call):
                if isinstance(call.node, nodes.Name) and call.node.name in SAYING and call.args:
                    for constant in (call.args[0], *call.args[0].find_all(nodes.Const)):
                        if isinstance(constant, nodes.Const) and isinstance(constant.value, str):
                            yield path.relative_to(folder).as_posix(), constant.value


def _scripts() -> Iterator[tuple[str, str]]:
    for path in sorted((THEME / "static").glob("*.js")):
        for text in said_by(path.read_text("utf-8")):
            yield path.name, text


def _model() -> Iterator[tuple[str, str]]:
    """Labels of keys and codes, titles of rules, captions and heads of tables, the kinds of absence."""
    for record in Record.__subclasses__():
        for key in keys_of(record).values():
            yield "generator/model", key.label
    for vocabulary in code.Code.__subclasses__():
        for member in vocabulary:
            yield "generator/model/vocabulary.py", member.chinese
    for rule in ALL_RULES.values():
        yield "generator/check", rule.title
    for shape in vars(tables).values():
        if isinstance(shape, tables.Shape):
            yield "generator/model/tables.py", shape.caption
            for column in shape.columns:
                yield "generator/model/tables.py", column.label
    absences = (absence.NOT_REPORTED, absence.NOT_APPLICABLE, absence.withheld(""), NO_CONSENT, UNKNOWN)
    for missing in absences:
        yield "generator/base/absence.py", missing.label
