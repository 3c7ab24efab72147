"""Every term has one explanation; every link to a term leads to one; no page links a word twice."""

import re
from collections import Counter
from pathlib import Path

import pytest

from generator.cli.main import main
from generator.engine.environment import PAGES, term_link
from generator.engine.frame import THEME
from generator.pages.glossary.terms import SECTIONS, TERMS
from generator.pages.glossary.view import glossary_page

ROOT = Path(__file__).resolve().parents[2]
LINK = re.compile(r'href="[./]*glossary/index\.html#([a-z-]+)"')
ASKED = re.compile(r"""\bterms?\((\[[^)]*\]|"[a-z-]+")""")


def test_ids_are_plain_and_different():
    ids = [term.id for _, terms in SECTIONS for term in terms]
    assert len(ids) == len(set(ids))
    assert [id for id in ids if not re.fullmatch("[a-z]+(-[a-z]+)*", id)] == []


@pytest.mark.parametrize("term", TERMS.values(), ids=TERMS)
def test_a_meaning_is_short(term):
    """One to three sentences: who wants more reads how to read an account."""
    meaning = str(term.meaning)
    assert meaning.endswith("。")
    assert 1 <= meaning.count("。") <= 3
    assert len(meaning) <= 110


def asked() -> set[str]:
    """Every term that a template names."""
    found: set[str] = set()
    for folder in (THEME / "templates", PAGES):
        for template in folder.rglob("*.html"):
            for match in ASKED.finditer(template.read_text("utf-8")):
                found |= set(re.findall('"([a-z-]+)"', match[1]))
    return found


def test_templates_and_terms_name_the_same():
    assert asked() == set(TERMS)


def test_the_page_has_every_anchor_in_order():
    view = glossary_page().view
    assert [term.id for section in view.sections for term in section.terms] == list(TERMS)


def test_a_link_says_the_word_or_the_page_own_form_of_it():
    assert term_link("opening", "../../") == '<a class="term" href="../../glossary/index.html#opening">期初</a>'
    assert term_link("opening", "", "<期初>") == '<a class="term" href="glossary/index.html#opening">&lt;期初&gt;</a>'
    with pytest.raises(KeyError):
        term_link("nothing", "")


@pytest.fixture(scope="module")
def pages(tmp_path_factory) -> dict[str, str]:
    """Every page of the demonstration, and of a disclosure that was transcribed."""
    folder = tmp_path_factory.mktemp("glossary")
    for name, data in (("demonstration", "data"), ("transcribed", "tests/real/r2/data")):
        words = ["build", "--data", str(ROOT / data), "--output", str(folder / name), "--as-of", "2026-11-24"]
        assert main(words) == 0
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in folder.rglob("*.html")}


def test_every_term_is_linked_from_some_page(pages):
    linked = {id for name, text in pages.items() if "/glossary/" not in name for id in LINK.findall(text)}
    assert linked == set(TERMS)


def test_no_page_links_a_word_twice(pages):
    twice = {name: [id for id, n in Counter(LINK.findall(text)).items() if n > 1] for name, text in pages.items()}
    assert {name: ids for name, ids in twice.items() if ids} == {}


def test_no_link_lies_in_what_a_tap_opens(pages):
    """A link in a summary would be two controls in one place."""
    inside = [
        name
        for name, text in pages.items()
        for summary in re.findall(r"<summary.*?</summary>", text, re.DOTALL)
        if "<a " in summary
    ]
    assert inside == []


def test_no_anchor_is_taken_by_the_frame(pages):
    """The frame has places of its own, such as the day as of which the page was made."""
    ids = Counter(re.findall(r'\bid="([^"]+)"', pages["demonstration/glossary/index.html"]))
    assert [id for id, n in ids.items() if n > 1] == []
    assert set(TERMS) <= set(ids)
