"""Texts with their values: what a reader sees between Chinese and Latin letters."""

import pytest

from generator.base.language import message, say


@pytest.mark.parametrize(
    ("text", "values", "said"),
    [
        ("{team}公布 {period}账目", {"team": "示例队", "period": "2026-07-13 至 2026-07-31"}, "示例队公布 2026-07-13 至 2026-07-31 账目"),
        ("{team}公布 {period}账目", {"team": "示例队", "period": "2025 年"}, "示例队公布 2025 年账目"),
        ("还剩物资{goods}。", {"goods": "AED"}, "还剩物资 AED。"),
        ("{item}收到 {n:,} 台", {"item": "AED", "n": 1200}, "AED 收到 1,200 台"),
        ("{item}收到", {"item": "除颤器（AED）"}, "除颤器（AED）收到"),
        ("付给{name}", {"name": ""}, "付给"),
        ("{label}：{state}", {"label": "A01", "state": "未填报"}, "A01：未填报"),
        ("Paid to {name}", {"name": "示例店"}, "Paid to 示例店"),
    ],
)  # fmt: skip
def test_latin_letters_and_digits_do_not_touch_chinese(text, values, said):
    assert say(text, **values) == said
    assert str(message(text, **values)) == said
