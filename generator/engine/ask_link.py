"""The link beside a figure that begins a question about it."""

from __future__ import annotations

from markupsafe import Markup

from generator.base.language import say
from generator.pages.parts.ask import Asking

_LINK = Markup('<a class="ask" href="{}" aria-label="{}">{}</a>')
_WITHOUT = Markup('<a class="ask" href="#ask" data-code="{}" aria-label="{}">{}</a>')
_CODE = Markup('<span class="code-of">{}</span>')


def ask_link(asking: Asking, row: str, name: str = "") -> Markup:
    """The link, which ends in the code. Without mail and forge it leads to the page's block of other ways.

    ``name`` is what the figure is called where its code does not stand beside it; on paper the code then does.
    """
    label = say("就 {code} 提问", code=name or row)
    if asking.start:
        link = _LINK.format(f"{asking.start}{row}", label, say("问"))
    else:
        link = _WITHOUT.format(f"{asking.code}{row}", label, say("问"))
    return link + _CODE.format(row) if name else link
