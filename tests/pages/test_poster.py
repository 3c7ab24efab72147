"""What the sheet of a team says: nothing cut that fits, somebody to ask in any case, type as large as fits."""

import pytest

from generator.base.absence import withheld
from generator.model.contact import Contact
from generator.model.fields import Source
from generator.pages.poster.ask import ask_views
from generator.pages.poster.fitting import Written, clipped, fitted, listed_whole, name_size, shortened, width


def contact(**keys: object) -> Contact:
    return Contact(Source(), **keys)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "ems", "shown"),
    [
        ("示例县红十字会", 7, "示例县红十字会"),
        ("示例县红十字会", 6, "示例县红……"),
        ("甲乙，丙丁戊己", 5, "甲乙……"),
        ("0990-5550100", 8, "0990-5550100"),
        # Half a figure would be read as another one.
        ("救生衣 收到 22、发出 1000", 12.5, "救生衣 收到 22、发出……"),
        ("期末还剩 9,876.50 元", 8, "期末还剩……"),
        ("", 5, ""),
    ],
)
def test_a_text_is_cut_only_where_it_does_not_fit(text, ems, shown):
    assert clipped(text, ems) == shown
    assert width(shown) <= ems


def test_sentences_are_left_out_whole():
    text = "花了 600.00 元。按账应是 24,975.24 元，差 0.01 元。还剩物资：救生衣 22 件。"
    assert shortened(text, 100) == text
    for ems in range(16, 40):
        said = shortened(text, ems)
        assert width(said) <= ems
        assert said in {
            text,
            "花了 600.00 元。其余见网页。",
            "花了 600.00 元。按账应是 24,975.24 元，差 0.01 元。其余见网页。",
        }


def test_entries_of_a_list_are_left_out_whole_and_counted():
    parts = ["救生衣 22 件", "急救包 1 个", "头盔 25 顶"]
    assert listed_whole(parts, 30, "；") == "救生衣 22 件；急救包 1 个；头盔 25 顶"
    assert listed_whole(parts, 18, "；") == "救生衣 22 件；急救包 1 个；等 3 项"
    assert listed_whole(parts, 12, "；") == "救生衣 22 件；等 3 项"


def written(**more: object) -> Written:
    parts = {
        "name": "示例县红十字会志愿服务队",
        "lines": ("2025 年账目公布", "https://example.org/teams/990101/first-aid/"),
        "facts": (("负责人", "王示例"), ("服务领域", "应急救护")),
        "verdicts": (("账对得上吗", "✓ 账相符"), ("写全了吗", "✓ 项目齐全"), ("按时吗", "✓ 按时公布")),
        "figures": (("期初余额", "13,779.78 元"),) * 5,
        "goods": "没有物资收发。",
        "ask": (("地址", "示例街 8 号"), ("办公时间", "工作日")),
    }
    return Written(**(parts | more))  # type: ignore[arg-type]


def test_longer_names_are_smaller():
    names = [name_size("队" * ems)[1] for ems in (1, 16, 17, 32, 33, 60)]
    assert names == ["name-large"] * 2 + ["name-middle"] * 2 + ["name-small"] * 2


def test_what_needs_more_room_is_smaller_and_at_last_the_sentence_is_cut():
    sentence = "字" * 100
    assert fitted(written(), sentence) == ("type-large", sentence)
    sizes, cut = [], []
    for lines in range(40):
        size, said = fitted(written(lines=("字" * 28,) * lines), sentence)
        sizes.append(size)
        cut.append(said != sentence)
    assert list(dict.fromkeys(sizes)) == ["type-large", "type-middle", "type-small"]
    assert cut == sorted(cut)
    assert cut[-1]
    assert all(size == "type-small" for size, is_cut in zip(sizes, cut, strict=True) if is_cut)


def test_words_of_a_verdict_that_take_two_lines_need_room():
    """They stand side by side: the longest counts."""
    short = [fitted(written(lines=("字",) * n), "字")[0] for n in range(40)]
    long = (("账对得上吗", "✗ 账不平，已说明"), *written().verdicts[1:])
    longer = [fitted(written(lines=("字",) * n, verdicts=long), "字")[0] for n in range(40)]
    assert longer.count("type-large") == short.count("type-large") - 1


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
