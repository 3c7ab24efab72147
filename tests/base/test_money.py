"""Money: what is an amount, what is not, what a person probably meant, and that no fen is lost."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.money import grouped, parse_money, plain, suggest_money

FEN = st.integers(-(10**15) + 1, 10**15 - 1)


@pytest.mark.parametrize(
    ("text", "fen"),
    [
        ("0", 0),
        ("0.00", 0),
        ("1000", 100_000),
        ("1000.5", 100_050),
        ("1000.50", 100_050),
        ("0.01", 1),
        ("0.1", 10),
        ("-0.5", -50),
        ("-12345.67", -1_234_567),
        ("9999999999999.99", 999_999_999_999_999),
    ],
)
def test_amounts(text: str, fen: int) -> None:
    assert parse_money(text) == fen


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "1 ", " 1", "1\n", ".5", "1.", "1.005", "01", "012", "00", "-", "--1", "+1", "−1", "1-"),
        *("1e3", "1E3", "0x10", "1_000", "1,000", "1，000", "1:30", "NaN", "nan", "inf", "-inf", "Infinity"),
        *("１０００", "1000元", "1万", "￥1", "一千", "٣", "10000000000000", "true", "null", "~", "1/2", "50%"),
    ],
)
def test_not_amounts(text: str) -> None:
    assert parse_money(text) is None


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("1,000.00", "1000.00"),
        ("1,234,567.8", "1234567.80"),
        ("1，000", "1000.00"),
        ("1 000", "1000.00"),
        ("1'000", "1000.00"),
        ("1,2345", "12345.00"),
        ("1000元", "1000.00"),
        ("1000 元", "1000.00"),
        ("￥1,000.50元", "1000.50"),
        ("¥20", "20.00"),
        ("RMB 20", "20.00"),
        ("人民币20元", "20.00"),
        ("1.2万", "12000.00"),
        ("3万元", "30000.00"),
        ("0.5亿", "50000000.00"),
        ("１０００．５０", "1000.50"),
        ("12。5", "12.50"),
        ("012", "12.00"),
        ("-5元", "-5.00"),
        ("1000 ", "1000.00"),
    ],
)
def test_what_was_meant(text: str, meant: str) -> None:
    assert suggest_money(text) == meant


@pytest.mark.parametrize(
    "text",
    # 1,00 may be one yuan or a hundred; where it is not certain, nothing is suggested.
    [
        "",
        "元",
        "1,00",
        "1,2",
        "1,0000,00",
        "1.005",
        "1.0000001万",
        "1e3",
        "0x10",
        "NaN",
        "一千",
        "约1000",
        "1000多",
        "1000元整",
        "10000000000000",
        "1" * 61,
        "2025-07-03",
        "20%",
        "USD 5",
        "1.2.3",
        "3千",
    ],
)
def test_nothing_is_guessed(text: str) -> None:
    assert suggest_money(text) is None


@given(FEN)
def test_plain_round_trip(fen: int) -> None:
    assert parse_money(plain(fen)) == fen


@given(FEN)
def test_grouped_says_the_same(fen: int) -> None:
    assert grouped(fen).replace(",", "").replace("−", "-") == plain(fen)


@given(FEN, st.sampled_from(["{}", "{}元", "￥{}", " {} ", "人民币{} 元", "CNY{}"]))
def test_grouped_is_understood(fen: int, written: str) -> None:
    text = written.format(grouped(fen).replace("−", "-"))
    assert suggest_money(text) == plain(fen)


@given(st.integers(0, 10**8 - 1))
def test_ten_thousands(fen: int) -> None:
    assert suggest_money(f"{Decimal(fen) / 100}万") == plain(fen * 10_000)


@given(st.text(alphabet="0123456789.,-+eE ￥元万１．，。'x_", max_size=20))
def test_a_suggestion_is_an_amount(text: str) -> None:
    meant = suggest_money(text)
    assert meant is None or parse_money(meant) is not None


@given(st.text(max_size=30))
def test_agrees_with_decimal(text: str) -> None:
    fen = parse_money(text)
    if fen is not None:
        assert Decimal(text) * 100 == fen
