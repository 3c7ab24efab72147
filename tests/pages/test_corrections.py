"""A correction in words: amounts as amounts, everything else as it was written."""

import pytest

from generator.pages.parts.corrections import value_words


@pytest.mark.parametrize(
    ("entry", "field", "value", "words"),
    [
        ("D1", "amount", "2000", "2,000.00 元"),
        ("S3", "amount", "7350.52", "7,350.52 元"),
        ("closing", "general", "24975.23", "24,975.23 元"),
        ("closing", "closing", "24975.23", "24975.23"),
        ("holdings", "bank", "1000", "1,000.00 元"),
        ("D5", "items.0.unit_value", "65", "65.00 元"),
        ("G1", "quantity", "2000", "2000"),
        ("D2", "date", "2025-05-12", "2025-05-12"),
        ("D1", "amount", "删去", "删去"),
        ("D1", "no_such_key", "2000", "2000"),
    ],
)
def test_amounts_are_shown_as_amounts(entry, field, value, words):
    assert value_words(entry, field, value) == words
