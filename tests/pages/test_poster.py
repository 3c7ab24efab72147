"""What the sheet of a team says: nothing cut that fits, somebody to ask in any case, type as large as fits."""

import pytest

from generator.base.absence import withheld
from generator.model.contact import Contact
from generator.model.fields import Source
from generator.pages.poster.ask import ask_views
from generator.pages.poster.fitting import clipped, name_size, type_size, width


def contact(**keys: object) -> Contact:
    return Contact(Source(), **keys)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "ems", "shown"),
    [
        ("示例县红十字会", 7, "示例县红十字会"),
        ("示例县红十字会", 6, "示例县红……"),
        ("甲乙，丙丁戊己", 5, "甲乙……"),
        ("0990-5550100", 8, "0990-5550100"),
        ("", 5, ""),
    ],
)
def test_a_text_is_cut_only_where_it_does_not_fit(text, ems, shown):
    assert clipped(text, ems) == shown
    assert width(shown) <= ems


def test_longer_texts_are_smaller():
    names = [name_size("队" * ems) for ems in (1, 16, 17, 32, 33, 60)]
    assert names == ["name-large"] * 2 + ["name-middle"] * 2 + ["name-small"] * 2
    sizes = [type_size(["字" * 24] * lines) for lines in (1, 19, 20, 23, 24)]
    assert sizes == ["type-large"] * 2 + ["type-middle"] * 2 + ["type-small"]


def test_the_team_is_asked_first_and_others_by_name():
    team = contact(phone="0990-1", address=withheld("保密"))
    society = contact(phone="0990-2", address="示例街 8 号", email="office@example.org")
    site = contact(address="示例大道 1 号", hours="工作日")
    asked = [(one.label, one.words, one.absent) for one in ask_views((("", team), ("县会", society), ("省会", site)))]
    assert asked == [
        ("地址", "示例街 8 号（县会）", False),
        # Hours of another office than that of the address would send people to a closed door.
        ("办公时间", "未填报", True),
        ("电话", "0990-1", False),
        ("邮箱", "office@example.org（县会）", False),
    ]


def test_an_address_that_nobody_gives_is_said_to_be_lacking():
    asked = [(one.label, one.words, one.absent) for one in ask_views((("", contact(email="a@example.org")),))]
    assert asked[0] == ("地址", "未填报", True)
    assert ("邮箱", "a@example.org", False) in asked
    assert not any(label == "电话" for label, *_ in asked)
