"""Identifiers: slugs, divisions, and check digits that catch every single slip."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.base.identifiers import (
    division_level,
    division_parents,
    is_division,
    is_resident_id,
    is_slug,
    is_uscc,
    passes_luhn,
    uscc_check_digit,
)

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
FIRST17 = st.text(alphabet=ALPHABET, min_size=17, max_size=17)
WORD = st.text(alphabet="abcdefghijklmnopqrstuvwxyz0123456789", min_size=1, max_size=10)


@pytest.mark.parametrize("text", ["a", "0", "xinhong", "310107", "flood-2025", "a-b-c", "x" * 60])
def test_slugs(text: str) -> None:
    assert is_slug(text)


@pytest.mark.parametrize(
    "text",
    ["", "-", "-a", "a-", "a--b", "A", "a_b", "a.b", "a b", "a/b", "..", "新虹", "é", "ａ", "a\n", "x" * 61, "a\u200b"],
)
def test_not_slugs(text: str) -> None:
    assert not is_slug(text)


@given(st.lists(WORD, min_size=1, max_size=5))
def test_words_and_hyphens_are_slugs(words: list[str]) -> None:
    assert is_slug("-".join(words))
    assert not is_slug("-".join(words) + "-")
    assert not is_slug("--".join([*words, "a"]))


@pytest.mark.parametrize("text", ["91350100M000100Y43"])
def test_the_known_example(text: str) -> None:
    assert is_uscc(text)


@given(FIRST17)
def test_a_check_digit_makes_a_code(first17: str) -> None:
    digit = uscc_check_digit(first17)
    assert digit is not None
    assert is_uscc(first17 + digit)
    assert not any(is_uscc(first17 + other) for other in ALPHABET if other != digit)


@given(FIRST17, st.integers(0, 16), st.sampled_from(ALPHABET))
def test_one_slip_is_caught(first17: str, place: int, character: str) -> None:
    assume(first17[place] != character)
    digit = uscc_check_digit(first17)
    assert not is_uscc(f"{first17[:place]}{character}{first17[place + 1 :]}{digit}")


@pytest.mark.parametrize("text", ["", "1", "O" * 17, "I" * 17, "a" * 17, "１" * 17, "1" * 16, "1" * 18, "S" * 17])
def test_no_check_digit(text: str) -> None:
    assert uscc_check_digit(text) is None


@given(st.text(max_size=20))
def test_any_text_may_be_asked(text: str) -> None:
    assert isinstance(is_uscc(text), bool)
    assert isinstance(is_resident_id(text), bool)
    assert isinstance(is_slug(text), bool)
    assert isinstance(is_division(text), bool)


def resident_id(division: int, day: str, order: int) -> str:
    """A made-up number with the check digit worked out as the standard words it (ISO 7064, MOD 11-2)."""
    digits = f"{division}{day}{order:03d}"
    total = sum(int(c) * 2 ** (17 - n) for n, c in enumerate(digits))
    return digits + "0123456789X"[(12 - total % 11) % 11]


IDS = st.builds(
    resident_id,
    st.integers(110000, 659000),
    st.dates().filter(lambda d: 1900 <= d.year < 2100).map(lambda d: f"{d:%Y%m%d}"),
    st.integers(0, 999),
)


@given(IDS)
def test_identity_numbers(number: str) -> None:
    assert is_resident_id(number)
    assert is_resident_id(number.lower())
    assert not any(is_resident_id(number[:17] + d) for d in "0123456789X" if d != number[17])


@given(IDS, st.integers(0, 16), st.sampled_from("0123456789"))
def test_one_slip_in_an_identity_number(number: str, place: int, digit: str) -> None:
    assume(number[place] != digit)
    assert not is_resident_id(number[:place] + digit + number[place + 1 :])


@pytest.mark.parametrize(
    "text",
    ["", "11010519491231002", "110105194912310021", "010105194912310029", "110105184912310020", "1101051949123100２X"],
)
def test_not_identity_numbers(text: str) -> None:
    assert not is_resident_id(text)


def test_the_standards_own_example() -> None:
    assert is_resident_id("11010519491231002X")


@pytest.mark.parametrize("digits", ["4111111111111111", "6222020000000000003", "79927398713", "0"])
def test_luhn(digits: str) -> None:
    total = sum(sum(divmod(int(c) * (1 + n % 2), 10)) for n, c in enumerate(reversed(digits)))
    assert passes_luhn(digits) is (total % 10 == 0)


@given(st.text(alphabet="0123456789", min_size=1, max_size=19))
def test_one_digit_completes_luhn(digits: str) -> None:
    assert sum(passes_luhn(digits + last) for last in "0123456789") == 1


@given(st.text(alphabet="0123456789", min_size=2, max_size=19), st.data())
def test_luhn_catches_one_slip(digits: str, data: st.DataObject) -> None:
    whole = next(digits + last for last in "0123456789" if passes_luhn(digits + last))
    place = data.draw(st.integers(0, len(whole) - 1))
    other = data.draw(st.sampled_from("0123456789").filter(lambda d: d != whole[place]))
    assert not passes_luhn(whole[:place] + other + whole[place + 1 :])


@pytest.mark.parametrize(
    ("code", "level", "parents"),
    [
        ("310000", "province", ()),
        ("310100", "prefecture", ("310000",)),
        ("310107", "county", ("310100", "310000")),
        ("659001", "county", ("659000", "650000")),
    ],
)
def test_divisions(code: str, level: str, parents: tuple[str, ...]) -> None:
    assert is_division(code)
    assert division_level(code) == level
    assert division_parents(code) == parents


@pytest.mark.parametrize("text", ["", "31010", "3101070", "031010", "31010a", "３１０１０７", "310107\n"])
def test_not_divisions(text: str) -> None:
    assert not is_division(text)
