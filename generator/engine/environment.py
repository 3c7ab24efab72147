"""The template environment: autoescape on, undefined names are errors, templates from the theme and the pages only."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, nodes
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, escape

import generator
from generator.base.addresses import absolute
from generator.base.language import SOURCE, Catalogue, filled, language, say, speaking, translated
from generator.engine.ask_link import ask_link
from generator.engine.frame import THEME, Frame, make_frame
from generator.engine.languages import CHINESE, Language, languages_of
from generator.engine.linked import linked_html
from generator.engine.prose import prose
from generator.engine.tables import table_html
from generator.model.corpus import Context
from generator.pages.glossary.terms import TERMS
from generator.pages.page import Page

PAGES = Path(generator.__file__).parent / "pages"


class _Environment(Environment):
    """``a.b`` is the attribute and nothing else; a name that a view does not have is an error at once.

    Each language has its own, for texts without values are said when a template is compiled and not on every page.
    """

    getattr = staticmethod(getattr)  # type: ignore[assignment]

    def __init__(self, catalogue: Catalogue | None, **options: Any) -> None:
        super().__init__(**options)
        self.catalogue = catalogue

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree: nodes.Template = _Said(self.catalogue).visit(super()._parse(source, name, filename))
        return tree


class _Said(NodeTransformer):
    """Puts a text in the place of the call that says it."""

    def __init__(self, catalogue: Catalogue | None) -> None:
        self.catalogue = catalogue

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802 - the name is Jinja's
        """Called once for each call in a template."""
        self.generic_visit(node)
        match node:
            case nodes.Call(node=nodes.Name(name="say"), args=[nodes.Const(value=str(text))], kwargs=[]):
                words = text if self.catalogue is None else self.catalogue.find(text, None)
                return nodes.Const(words, lineno=node.lineno, environment=node.environment)
        return node


class Renderer:
    """Draws pages. One per process; templates are compiled once."""

    def __init__(self, context: Context) -> None:
        self.languages = languages_of(context.site)
        self.frames: dict[str, Frame] = {}
        for spoken in self.languages:
            with speaking(spoken.catalogue):
                self.frames[spoken.tag] = make_frame(context, spoken)
        self.url = context.site.url
        self.environments = {spoken.tag: _environment(spoken, self.url) for spoken in self.languages}

    def render(self, page: Page, language: Language = CHINESE) -> bytes:
        """The bytes of one page in a language, whose words are being spoken."""
        template = self.environments[language.tag].get_template(page.template)
        site, here = ways(page.path, language)
        languages = () if page.chinese_only else self.languages
        text = template.render(
            view=page.view, title=page.title, summary=page.summary, path=page.path,
            root=page.root, site=site, here=here, frame=self.frames[language.tag], languages=languages,
            linked=linked_html(page, self.url, language.prefix),
        )  # fmt: skip
        return text.encode()


def _environment(spoken: Language, url: str) -> _Environment:
    environment = _Environment(
        spoken.catalogue,
        loader=FileSystemLoader([THEME / "templates", PAGES]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    environment.filters.update(prose=prose, table=table_html, runs=runs, ask=ask_link)
    environment.globals.update(_functions(url))
    return environment


def _functions(url: str) -> dict[str, Any]:
    """What every template may call, of records' pages and of hand-written ones."""
    return {
        "whole": partial(absolute, url), "term": term_link, "say": say, "say_html": say_html,
        "record_language": record_language,
    }  # fmt: skip


def handwritten_context(context: Context) -> dict[str, Any]:
    """What the frame around a hand-written page needs; it comes in Chinese only and lies one folder deep."""
    return {
        "frame": make_frame(context), "root": "../", "site": "../", "here": "", "languages": (), "linked": "",
        **_functions(context.site.url),
    }  # fmt: skip


def ways(path: str, language: Language) -> tuple[str, str]:
    """From a page to the site's root, and to the files beside the Chinese page, which are there once."""
    root = "../" * path.count("/")
    site = f"{root}../" if language.prefix else root
    return site, f"{site}{path.rpartition('/')[0]}/" if language.prefix else ""


def say_html(text: str, /, **values: Any) -> Markup:
    """A text with markup of its own; what is filled in is escaped."""
    safe = {name: value if type(value) is int else escape(value) for name, value in values.items()}
    return Markup(filled(translated(text, values.get("n")), safe))  # noqa: S704 - a text of ours, values escaped


def record_language() -> Markup:
    """For an element whose words are a record's, on a page that speaks another language: that they are Chinese."""
    return Markup("") if language() == SOURCE else Markup(' lang="zh-Hans"')


def term_link(id: str, root: str, words: str = "") -> Markup:
    """A word of an account that leads to its explanation; ``words`` where the page says it in another form."""
    link = f'<a class="term" href="{root}glossary/index.html#{id}">{escape(words or TERMS[id].word)}</a>'
    return Markup(link)  # noqa: S704 - the way to the root and the term are ours


def runs(facts: Iterable[Any]) -> list[tuple[str, list[Any]]]:
    """Facts with their label, neighbours of one label together."""
    return [(label, list(run)) for label, run in groupby(facts, key=attrgetter("label"))]
