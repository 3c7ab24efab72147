"""Tables in hand-written pages: like those of the records, in a box of their own that scrolls, without inline style."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

HEADINGS = ("h1", "h2", "h3", "h4")


class _Tables(Treeprocessor):
    """Puts each table into a box named for its heading, and its alignment into classes."""

    def run(self, root: Element) -> None:
        """Called once per page."""
        for listing in root.iter("pre"):
            listing.set("tabindex", "0")
        heading, count = "", 0
        for place, element in enumerate(list(root)):
            if element.tag in HEADINGS:
                heading, count = "".join(element.itertext()), 0
            elif element.tag == "table":
                count += 1
                label = f"{heading or '表'}{f'（{count}）' if count > 1 else ''}"
                root[place] = _box(element, label)


def _box(table: Element, label: str) -> Element:
    table.set("class", "grid")
    for cell in table.iter():
        if cell.attrib.pop("align", "") == "right":
            cell.set("class", "num")
        if cell.tag == "th":
            cell.set("scope", "col")
    box = Element("div", {"class": "scroll", "tabindex": "0", "role": "group", "aria-label": label})
    box.append(table)
    return box


class HandwrittenTables(Extension):
    """The extension that ``pelicanconf.py`` names."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Markdown's
        """Run after attribute lists have been taken off the headings."""
        md.treeprocessors.register(_Tables(md), "mingzhang-tables", 5)


def makeExtension(**options: Any) -> HandwrittenTables:  # noqa: N802 - the name is Markdown's
    """Called by Markdown."""
    return HandwrittenTables(**options)
