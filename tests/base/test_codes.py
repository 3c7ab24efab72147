"""Codes of figures: to their address and back, and from what people type."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.codes import Code, code_of, typed_code

SLUGS = st.from_regex(r"[a-z0-9]{1,8}(?:-[a-z0-9]{1,6}){0,3}", fullmatch=True)
PERIODS = st.sampled_from(["2025", "2025-H1", "2025-Q3", "2025-07", "2020-01-24--2020-03-02"])
ROWS = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9_-]{0,39}", fullmatch=True)
CODES = st.one_of(
    st.builds(Code, SLUGS),
    st.builds(Code, SLUGS, SLUGS, row=st.one_of(st.just(""), ROWS)),
    st.builds(Code, SLUGS, SLUGS, PERIODS, st.one_of(st.just(""), ROWS)),
)


@given(CODES)
def test_a_code_is_its_address_and_back(code: Code):
    assert code_of(code.address) == code
    assert code_of(code.about) == code


@given(CODES)
def test_a_code_as_written_is_understood(code: Code):
    assert typed_code(f"https://example.org/en/{code.address}") == code
    assert typed_code(code.about) == code
    if code.team:
        assert typed_code(f" {code}\n") == code


FIGURE = Code("990101", "emergency-rescue", "2025", "D1")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("990101/emergency-rescue/2025#D1", FIGURE),
        ("990101 emergency-rescue 2025 D1", FIGURE),
        ("编号：９９０１０１／Emergency-Rescue，2025 年，Ｄ１。", FIGURE),
        ("990101/emergency-rescue/2025/D1", FIGURE),
        ("https://example.org/en/teams/990101/emergency-rescue/2025/index.html#D1", FIGURE),
        ("https://example.org/teams/990101/emergency-rescue/2025/", Code("990101", "emergency-rescue", "2025")),
        ("990101 emergency-rescue 2025-h1 closing", Code("990101", "emergency-rescue", "2025-H1", "closing")),
        ("990101/emergency-rescue#due-2025", Code("990101", "emergency-rescue", row="due-2025")),
        ("990101 emergency-rescue due-2025", Code("990101", "emergency-rescue", row="due-2025")),
        ("societies/990101", Code("990101")),
        ("990101", Code("990101")),
        ("", None),
        ("救援队", None),
        ("990101 a 2025 D1 D2", None),
        ("990101/teams/2025#D1", Code("990101", "teams", "2025", "D1")),
    ],
)
def test_what_people_type(text: str, code: Code | None):
    found = typed_code(text)
    assert found == code


@pytest.mark.parametrize(
    "address", ["index.html", "teams/index.html", "teams/a/b/history/index.html", "teams/a/B", "rules/A01/index.html"]
)
def test_other_pages_have_no_code(address: str):
    assert code_of(address) is None
