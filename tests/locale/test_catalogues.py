"""Every text of the pages is there in every language, with the same places to fill in."""

import re
from string import Formatter

import pytest
from babel.messages.pofile import read_po

from generator.engine.languages import catalogue, po_file
from tests.locale.__main__ import TAGS, updated
from tests.locale.messages import all_messages

MESSAGES = all_messages()
HAN = re.compile("[\u4e00-\u9fff]")


def _names(text: str) -> list[str]:
    return sorted({name for _, name, _, _ in Formatter().parse(text) if name is not None})


@pytest.mark.parametrize("tag", TAGS)
def test_the_catalogue_is_complete_and_current(tag):
    """What ``make docs`` writes is what is kept; an empty translation is none."""
    assert po_file(tag).read_bytes() == updated(tag), "make docs"
    said = catalogue(tag).messages
    assert sorted(MESSAGES.keys() - said.keys()) == []


@pytest.mark.parametrize("tag", TAGS)
def test_the_same_places_are_filled_in(tag):
    wrong = {
        text: form
        for text, forms in catalogue(tag).messages.items()
        for form in forms
        if not set(_names(form)) <= set(_names(text)) or set(_names(text)) - set(_names(form)) - {"n"}
    }
    assert wrong == {}


def test_english_is_english():
    wrong = {text: form for text, forms in catalogue("en").messages.items() for form in forms if HAN.search(form)}
    assert wrong == {}


def test_markup_is_kept():
    tags = re.compile(r"</?(?:a|b|code|del|ins)\b")
    for tag in TAGS:
        for text, forms in catalogue(tag).messages.items():
            for form in forms:
                assert sorted(tags.findall(form)) == sorted(tags.findall(text)), (tag, text)


@pytest.mark.parametrize("tag", TAGS)
def test_the_file_is_read_by_another_reader_too(tag):
    """Babel's own checks: placeholders, plural forms, headers."""
    with po_file(tag).open("rb") as stream:
        entries = list(read_po(stream, locale=tag.replace("-", "_"), abort_invalid=True))
    assert len(entries) > 100
