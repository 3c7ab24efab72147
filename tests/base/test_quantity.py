"""Quantities: thousandths in and out, and what a person probably meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.quantity import (
    grouped_quantity,
    parse_quantity,
    plain_quantity,
    suggest_quantity,
)

THOUSANDTHS = st.integers(0, 10**15 - 1)


@pytest.mark.parametrize(
    ("text", "thousandths"),
    [("0", 0), ("30", 30_000), ("0.5", 500), ("1840.125", 1_840_125), ("1.10", 1_100), ("999999999999", 10**15 - 1000)],
)
def test_quantities(text: str, thousandths: int) -> None:
    assert parse_quantity(text) == thousandths


@pytest.mark.parametrize(
    "text",
    ["", "-1", "+1", "01", ".5", "1.", "1.0005", "1e3", "0x1", "1,000", "３０", "30件", "NaN", "1\n", "1" * 13],
)
def test_not_quantities(text: str) -> None:
    assert parse_quantity(text) is None


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("1,000", "1000"),
        ("１，０００", "1000"),
        ("30 件", "30"),
        ("42人", "42"),
        ("1.2万", "12000"),
        ("3万人次", "30000"),
        ("012", "12"),
        ("1.50", "1.5"),
    ],
)
def test_what_was_meant(text: str, meant: str) -> None:
    assert suggest_quantity(text) == meant


@pytest.mark.parametrize(
    "text",
    ["", "件", "1e3", "0x10", "约30", "1,00", "-5", "3千", "3百余人", "30多人", "1.0005", "30 kg", "2-3", "1" * 41],
)
def test_nothing_is_guessed(text: str) -> None:
    assert suggest_quantity(text) is None


@given(THOUSANDTHS)
def test_round_trip(quantity: int) -> None:
    assert parse_quantity(plain_quantity(quantity)) == quantity
    assert grouped_quantity(quantity).replace(",", "") == plain_quantity(quantity)


@given(THOUSANDTHS)
def test_negative_is_shown_as_such(quantity: int) -> None:
    assert plain_quantity(-quantity) == ("-" if quantity else "") + plain_quantity(quantity)


@given(st.text(alphabet="0123456789.,-eE 件人万１．，", max_size=20))
def test_a_suggestion_is_a_quantity(text: str) -> None:
    meant = suggest_quantity(text)
    assert meant is None or parse_quantity(meant) is not None
