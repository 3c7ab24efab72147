"""What every page shares: the site's name, banner, policy, style sheet, script and icon, the as-of date."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import msgspec

import generator
from generator.base.absence import Absent, given
from generator.base.language import say
from generator.engine.languages import CHINESE, Language, catalogue, languages_of
from generator.model.corpus import Context
from generator.model.site import Site

THEME = Path(generator.__file__).parent.parent / "themes" / "mingzhang"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)
"""The content security policy of every page (threats.md; tried in Chromium)."""


class Frame(msgspec.Struct, frozen=True, eq=False):
    """The frame around every page."""

    title: str
    publisher: str
    demonstration: bool
    icp: str
    licence: str
    contact: tuple[str, ...]
    as_of: str
    version: str
    assets: Mapping[str, str]
    """The theme's own files by their names: where each lies, from the site's root."""
    language: str
    locale: str
    prefix: str
    policy: str = POLICY


def static_files(site: Site) -> dict[str, bytes]:
    """The theme's own files under names that hold their content's hash, so that old pages keep theirs."""
    return {
        _named(source.name, language): _static(source.name, language.tag)
        for source in sorted((THEME / "static").iterdir())
        for language in languages_of(site)
    }


def _named(name: str, language: Language = CHINESE) -> str:
    stem, _, suffix = name.partition(".")
    digest = hashlib.sha256(_static(name, language.tag)).hexdigest()[:12]
    return f"static/{stem}.{digest}.{suffix}"


@cache
def _static(name: str, tag: str) -> bytes:
    """One file of the theme; a script is given the words that it says in the language of its pages."""
    data = (THEME / "static" / name).read_bytes()
    if name.endswith(".css"):
        return _COMMENT.sub(b"", data)
    if not name.endswith(".js"):
        return data
    messages = {} if tag == CHINESE.tag else catalogue(tag).messages
    words = {text: forms for text in said_by(data.decode()) if (forms := messages.get(text))}
    return data.replace(SAYS_HERE, b"  var WORDS = " + msgspec.json.encode(words) + b";\n" + SAY.read_bytes())


SAY = THEME / "say.js"
"""How every script says a text."""
SAYS_HERE = b"  // say() is put here, with the words of the page's language.\n"
_COMMENT = re.compile(rb"/\*.*?\*/|\n(?=\n)", re.DOTALL)
"""What a style sheet says to designers only: comments and empty lines."""


def said_by(script: str) -> list[str]:
    """Every text that a script says."""
    return re.findall(r'\bsay\("([^"]+)"', script)


def make_frame(context: Context, language: Language = CHINESE) -> Frame:
    """The frame of a site's pages in a language, whose words are being spoken."""
    site = context.site
    asked = site.contact
    contact = (
        (say("电话"), asked.phone),
        (say("邮箱"), asked.email),
        (say("地址"), asked.address),
        (say("网站"), asked.website),
    )
    return Frame(
        title=site.title,
        publisher=site.publisher,
        demonstration=site.demonstration,
        icp=given(site.icp, ""),
        licence=given(site.licence, ""),
        contact=tuple(f"{label} {value}" for label, value in contact if not isinstance(value, Absent)),
        as_of=context.as_of.isoformat(),
        version=generator.__version__,
        assets={source.name: _named(source.name, language) for source in sorted((THEME / "static").iterdir())},
        language=language.tag,
        locale=language.locale,
        prefix=language.prefix,
    )
