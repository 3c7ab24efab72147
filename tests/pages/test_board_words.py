"""The sentences of a board: every case there is, each with its day and its denominator."""

from datetime import date

import pytest

from generator.ledger.rollup import Held, Punctuality, Rollup
from generator.pages.parts import board_words as words

DAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("met", "expected"),
    [
        (Punctuality(), "截至 2026-11-24，示例省没有应公布 2025 年账目的队伍。"),
        (Punctuality(on_time=12), "截至 2026-11-24，示例省应公布 2025 年账目的 12 支队伍全部按时公布。"),
        (Punctuality(missing=12), "截至 2026-11-24，示例省应公布 2025 年账目的 12 支队伍没有一支公布齐。"),
        (
            Punctuality(9, 2, 1),
            "截至 2026-11-24，示例省应公布 2025 年账目的 12 支队伍中，9 支按时公布、2 支晚公布、1 支没有公布齐。",
        ),
        (
            Punctuality(late=1, undated=1),
            "截至 2026-11-24，示例省应公布 2025 年账目的 2 支队伍中，1 支晚公布、1 支没有写明公布日期。",
        ),
    ],
)
def test_timeliness(met, expected):
    assert words.timeliness_words("示例省", Rollup(years={2025: met}), 2025, DAY) == expected


@pytest.mark.parametrize(
    ("met", "expected"),
    [
        (Punctuality(), "全站还没有到期应公布的报告。"),
        (Punctuality(on_time=3), "全站历年到期的 3 份报告全部按时公布。"),
        (
            Punctuality(1, 2, 3, 4),
            "全站历年到期的 10 份报告中，1 份按时公布、2 份晚公布、3 份没有公布、4 份没有写明公布日期。",
        ),
    ],
)
def test_reports(met, expected):
    assert words.reports_words("全站", met) == expected


@pytest.mark.parametrize(
    ("rollup", "expected"),
    [
        (Rollup(), ()),
        (Rollup(dissolved=2), ()),
        (Rollup(active=2, reconciled=2), ("示例县现有 2 支队伍，最近一份账目：2 支账相符。",)),
        (
            Rollup(active=3, suspended=1, reconciled=1, explained=1, uncheckable=1, unpublished=1),
            (
                "示例县现有 4 支队伍，最近一份账目：1 支账相符、1 支账不平（写明了差额和原因）、1 支无法核对、1 支没有公布过账目。",
            ),
        ),
    ],
)
def test_latest_accounts(rollup, expected):
    assert words.latest_words("示例县", rollup) == expected


@pytest.mark.parametrize(
    ("rollup", "expected"),
    [
        (Rollup(), "示例县没有队伍。"),
        (Rollup(dissolved=1), "示例县的队伍：1 支已解散。"),
        (Rollup(active=3, suspended=1, dissolved=2), "示例县的队伍：3 支正常活动、1 支暂停活动、2 支已解散。"),
    ],
)
def test_teams(rollup, expected):
    assert words.teams_words("示例县", rollup) == expected


@pytest.mark.parametrize(
    ("rollup", "expected"),
    [
        (Rollup(active=1, unpublished=1), ()),
        (Rollup(complete=2), ("示例县公布过账目的 2 支队伍，应公开的项目都齐全。",)),
        (Rollup(gaps=2), ("示例县公布过账目的 2 支队伍，都有缺项或不公开的项目。",)),
        (
            Rollup(complete=1, gaps=2),
            ("示例县公布过账目的 3 支队伍中，1 支应公开的项目齐全，2 支有缺项或不公开的项目。",),
        ),
    ],
)
def test_completeness(rollup, expected):
    assert words.completeness_words("示例县", rollup) == expected


@pytest.mark.parametrize(
    ("rollup", "expected"),
    [
        (Rollup(), ()),
        (Rollup(asked=1), ("示例县没有达到《通知》二（二）的队伍数量要求。",)),
        (Rollup(asked=1, met=1), ("示例县达到了《通知》二（二）的队伍数量要求。",)),
        (Rollup(asked=3, met=3), ("示例县有队伍数量要求的 3 个红十字会全部达标。",)),
        (Rollup(asked=3, met=1), ("示例县有队伍数量要求的 3 个红十字会中，1 个达标，2 个未达标。",)),
    ],
)
def test_quota(rollup, expected):
    assert words.quota_words("示例县", rollup) == expected


def test_what_is_held():
    held = Rollup(held={2024: Held(9, 900), 2025: Held(2, -123456)})
    assert words.held_words("示例县", held, 2025) == ("示例县有 2 支队伍公布了 2025 年末的结余，合计 −1,234.56 元。",)
    assert words.held_words("示例县", held, 2023) == ()
