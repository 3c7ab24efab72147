"""The languages that a site's pages come in: Chinese as written at the site's root, each other one in its folder."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import msgspec

import generator
from generator.base.language import SOURCE, Catalogue
from generator.model.site import Site
from generator.model.vocabulary import PageLanguage

LOCALE = Path(generator.__file__).parent.parent / "locale"


class Language(msgspec.Struct, frozen=True, eq=False):
    """One language of a site: its BCP 47 tag, the folder of its pages, how it calls itself, its words."""

    tag: str
    prefix: str
    name: str
    catalogue: Catalogue | None

    @property
    def locale(self) -> str:
        """The language as Open Graph names it."""
        return _LOCALES[self.tag]


_LOCALES = {SOURCE: "zh_CN", "zh-Hant": "zh_TW", "en": "en_US"}
CHINESE = Language(SOURCE, "", "简体中文", None)
_OWN_NAMES = {PageLanguage.TRADITIONAL: "繁體中文", PageLanguage.ENGLISH: "English"}


def languages_of(site: Site) -> tuple[Language, ...]:
    """The languages of a site, Chinese as written first."""
    others = [code for code in PageLanguage if code in site.languages and code is not PageLanguage.SIMPLIFIED]
    return (CHINESE, *(_language(code) for code in others))


def _language(code: PageLanguage) -> Language:
    return Language(code.tag, f"{code.value}/", _OWN_NAMES[code], catalogue(code.tag))


def po_file(tag: str) -> Path:
    """Where the translations into a language are kept."""
    return LOCALE / tag.replace("-", "_") / "LC_MESSAGES" / "mingzhang.po"


@cache
def catalogue(tag: str) -> Catalogue:
    """The words of a language; reading them takes a moment, so only a site that wants them pays for it."""
    from babel import Locale
    from babel.messages.pofile import read_po

    with po_file(tag).open("rb") as stream:
        entries = read_po(stream, locale=tag.replace("-", "_"))
    words = {_id(entry): _forms(entry) for entry in entries if entry.id}
    rule = Locale.parse(tag, sep="-").plural_form
    kinds = ["one", "other"] if rule.tags else ["other"]
    return Catalogue(tag, {text: said for text, said in words.items() if all(said)}, lambda n: kinds.index(rule(n)))


def _id(entry: Any) -> str:
    return entry.id if isinstance(entry.id, str) else str(entry.id[0])


def _forms(entry: Any) -> tuple[str, ...]:
    return (entry.string,) if isinstance(entry.string, str) else tuple(entry.string)
