"""Beginning a question: who answers, and links that mail programs and forges understand."""

from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from generator.base.codes import Code
from generator.engine.ask_link import ask_link
from generator.load.corpus import read_context
from generator.model.contact import Contact
from generator.model.corpus import Context
from generator.pages.parts.ask import AskView, ask_view, asking, mail_start

FIGURE = Code("990101", "xinhong", "2025")
SOCIETY = "name: 示例县红十字会\nlevel: county\ndivision: '990101'\ncontact: {CONTACT}\n"
SITE = "title: 明账\npublisher: 示例省红十字会\nurl: https://example.org/a/\ncontact: {phone: 0990-5550100}\n"
OWN = Contact(None, phone="0990-5550199")


@pytest.fixture
def context(tmp_path: Path):
    def read(contact: str = "{hours: 工作日}", more: str = "") -> Context:
        (tmp_path / "societies").mkdir(exist_ok=True)
        (tmp_path / "site.yaml").write_text(SITE + more, encoding="utf-8")
        (tmp_path / "societies/990101.yaml").write_text(SOCIETY.replace("{CONTACT}", contact), encoding="utf-8")
        found, _, faults = read_context(tmp_path, date(2026, 6, 30))
        assert faults == []
        assert found is not None
        return found

    return read


def block(context: Context) -> AskView:
    return ask_view(FIGURE, "示例队 2025 年账目", OWN, context)


def test_the_society_answers_where_it_can_be_reached(context):
    read = context("{phone: 0990-5550120, email: county@example.org, address: 示例街 8 号}")
    view = block(read)
    assert view.office == "示例县红十字会"
    assert [way.href.partition(":")[0] for way in view.ways] == ["mailto", "tel"]
    assert view.others == ("写信或当面：示例街 8 号", "也可以直接问队伍：0990-5550199")
    link = ask_link(asking(FIGURE, read), "D1")
    assert 'href="mailto:county@example.org?subject=990101%2Fxinhong%2F2025%23D1"' in link
    assert 'aria-label="就 D1 提问"' in link


def test_else_the_site_s_office_does_by_telephone_alone(context):
    read = context()
    view = block(read)
    assert view.office == "示例省红十字会"
    assert [way.href for way in view.ways] == ["tel:09905550100"]
    assert 'href="#ask"' in ask_link(asking(FIGURE, read), "D1")


def test_a_mail_is_one_that_rfc_6068_allows(context):
    href = block(context("county+ask@example.org")).ways[0].href
    assert href.isascii()
    assert set(href) <= set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~%!$'()*+,;:@?&=")
    address = urlsplit(href)
    fields = dict(part.split("=") for part in address.query.split("&"))
    assert unquote(address.path) == "county+ask@example.org"
    assert unquote(fields["subject"]) == "990101/xinhong/2025"
    lines = unquote(fields["body"]).split("\r\n")
    assert lines[0] == "我想就“示例队 2025 年账目”提问。"
    assert "编号：990101/xinhong/2025" in lines
    assert "网页：https://example.org/a/teams/990101/xinhong/2025/" in lines
    assert "网页截至：2026-06-30" in lines
    assert lines[-2:] == ["我想问：", ""]
    assert not any("\n" in line for line in lines)


@pytest.mark.parametrize(
    ("email", "start"),
    [
        ("a@example.org", "mailto:a@example.org?subject="),
        ("a?b&c@example.org", "mailto:a%3Fb%26c@example.org?subject="),
        ("a%b,c@example.org", "mailto:a%25b%2Cc@example.org?subject="),
    ],
)
def test_an_odd_address_stays_one_address(email: str, start: str):
    assert mail_start(email) == start


@pytest.mark.parametrize(
    ("issues", "title", "body"),
    [
        ("https://example.org/o/r/issues/new", "title", "body"),
        ("https://example.org/o/r/issues/new?template=ask.md", "title", "body"),
        ("https://example.org/o/r/-/issues/new", "issue[title]", "issue[description]"),
    ],
)
def test_a_forge_is_given_title_and_text(context, issues: str, title: str, body: str):
    read = context("{email: county@example.org}", f"questions: {{issues: '{issues}'}}\n")
    view = block(read)
    assert [urlsplit(way.href).scheme for way in view.ways] == ["https", "mailto"]
    address = urlsplit(view.ways[0].href)
    fields = parse_qs(address.query)
    assert fields[title] == ["990101/xinhong/2025"]
    assert "我想问：" in fields[body][0]
    assert ("template" in fields) == ("template" in issues)
    row = parse_qs(urlsplit(asking(FIGURE, read).start + "D1").query)
    assert row[title] == ["990101/xinhong/2025#D1"]


def test_nothing_of_a_site_escapes_its_attribute(context):
    read = context("{email: '\"<b>@example.org'}")
    link = ask_link(asking(FIGURE, read), "D1", '"<i>')
    assert "<b>" not in link
    assert "<i>" not in link
