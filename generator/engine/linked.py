"""JSON-LD in a page: what the page is about, and the way to it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec
from markupsafe import Markup

from generator.base.addresses import absolute
from generator.exports.linked_data import breadcrumbs, linked_json
from generator.pages.page import Page


def described(page: Page, node: Mapping[str, Any]) -> Page:
    """The page with what programs are told of it."""
    return msgspec.structs.replace(page, linked=node)


def linked_html(page: Page, url: str, prefix: str) -> Markup:
    """The data element of a page; empty where there is nothing to tell. ``prefix`` is the folder of its language."""
    nodes = [dict(page.linked)] if page.linked else []
    if page.crumbs:
        way = [*((link.text, link.href) for link in page.crumbs), (page.title, page.path)]
        nodes.append(breadcrumbs((name, absolute(url, prefix + path)) for name, path in way))
    if not nodes:
        return Markup()
    data = linked_json(nodes)
    return Markup(f'<script type="application/ld+json">{data}</script>')  # noqa: S704 - nothing in it is markup
