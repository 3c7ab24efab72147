"""The link beside a figure that begins a question about it."""

from __future__ import annotations

from functools import lru_cache

from markupsafe import Markup, escape

from generator.base.language import say
from generator.pages.parts.ask import Asking


def ask_link(asking: Asking, row: str, name: str = "") -> Markup:
    """The link, which ends in the code. Without mail and forge it leads to the page's block of other ways.

    ``name`` is what the figure is called where its code does not stand beside it; on paper the code then does.
    """
    label = escape(say("就 {code} 提问", code=name or row))
    code = escape(row)
    start, prefix = _escaped(asking.start), _escaped(asking.code)
    where = f'href="{start}{code}"' if start else f'href="#ask" data-code="{prefix}{code}"'
    link = f'<a class="ask" {where} aria-label="{label}">{_escaped(say("问"))}</a>'
    return Markup(f'{link}<span class="code-of">{code}</span>' if name else link)  # noqa: S704 - each part is escaped


@lru_cache(maxsize=256)
def _escaped(text: str) -> Markup:
    """What the links of one page have in common, as HTML."""
    return escape(text)
