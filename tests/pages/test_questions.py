"""The register of questions: every address in words, every question at an address that stays."""

from datetime import date

import pytest

from generator.base.absence import NOT_REPORTED
from generator.model.contact import Contact
from generator.model.corpus import Context, FiledQuestion
from generator.model.site import Question, Site
from generator.model.society import Society
from generator.model.vocabulary import Level
from generator.pages.parts.questions import about_words, question_href, questions_about
from generator.pages.questions.view import questions_pages
from tests.ledger.books import AT

SOCIETY = Society(AT, "示例县红十字会", Level.COUNTY, None)
NAMES = {"990101/first-aid": "示例县救护队"}


def asked(number: int, on: str, about: str, answered: str = "") -> FiledQuestion:
    answer = date.fromisoformat(answered) if answered else NOT_REPORTED
    return FiledQuestion("990101", f"{number:03d}", "", Question(AT, date.fromisoformat(on), about, "为什么？", answer))


def context(*questions: FiledQuestion) -> Context:
    site = Site(AT, "明账", "示例县红十字会", "https://example.org/", Contact(AT), question_days=15)
    return Context(site, (), {"990101": SOCIETY}, questions, date(2026, 11, 24))


@pytest.mark.parametrize(
    ("about", "expected"),
    [
        ("societies/990101", "示例县红十字会"),
        ("teams/990101/first-aid", "示例县救护队"),
        ("teams/990101/first-aid/", "示例县救护队"),
        ("teams/990101/first-aid/2025", "示例县救护队 2025 年账目"),
        ("teams/990101/first-aid/2025-H1#D1", "示例县救护队 2025 年上半年账目里的 D1"),
        ("teams/990101/gone/2025#D1", "本站已经没有的队伍 2025 年账目里的 D1"),
        ("societies/990199", "本站已经没有的红十字会"),
    ],
)
def test_an_address_is_said_in_words(about, expected):
    assert about_words(about, context(), NAMES) == expected


def test_questions_are_found_by_team():
    one = asked(1, "2026-01-01", "teams/990101/first-aid/2025#D1")
    two = asked(2, "2026-01-02", "teams/990101/first-aid")
    site = context(one, two, asked(3, "2026-01-03", "societies/990101"), asked(4, "2026-01-04", "teams/990101/other"))
    assert questions_about("990101/first-aid", site) == (one, two)
    assert questions_about("990101/none", site) == ()


def test_the_register():
    questions = [
        asked(1, "2025-12-30", "teams/990101/first-aid", "2026-01-05"),
        asked(2, "2026-02-01", "teams/990101/first-aid", "2026-03-01"),
        asked(3, "2026-10-01", "teams/990101/first-aid/2025#D1"),
        asked(4, "2026-11-20", "societies/990101"),
    ]
    pages = {page.path: page.view for page in questions_pages(context(*questions), ())}
    assert list(pages) == ["questions/index.html", "questions/2026/index.html", "questions/2025/index.html"]
    first = pages["questions/index.html"]
    expected = "共 4 个问题：2 个已答复，其中 1 个在 15 天内；2 个尚未答复，其中 1 个超过 15 天。"
    assert first.sentence == expected
    assert [(q.anchor, q.words) for q in first.waiting] == [
        ("q-990101-003", "已等 54 天，尚未答复"),
        ("q-990101-004", "已等 4 天，尚未答复"),
    ]
    assert [q.anchor for q in first.answered] == ["q-990101-002", "q-990101-001"]
    for filed in questions:
        path, _, anchor = question_href(filed).partition("#")
        assert anchor in {q.anchor for q in (*pages[path].waiting, *pages[path].answered)}


def test_nobody_asked():
    (page,) = questions_pages(context(), ())
    assert page.view.sentence == "还没有人提问。"
