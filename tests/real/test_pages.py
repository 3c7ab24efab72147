"""What the published page of each disclosure tells a reader, and what it must not.

Page texts are compared without white space. A test that is marked `xfail` is a statement that a
true page owes its reader and does not make yet; it starts to fail on the day the page makes it.
"""

import re

import pytest

from tests.real.published import data_of, published, report_page, site_page

NAMES = ("r1", "r2", "r3", "r4", "r5-first", "r5-corrected", "r6", "r7")
AGREES = r"(?:相符|一致|✓)"


def in_order(text: str, *parts: str) -> bool:
    """Whether the parts follow each other, the first wherever it stands."""
    return re.search(".*?".join(map(re.escape, parts)), text) is not None


# --- every page ---------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_the_page_names_where_its_figures_come_from(name: str):
    assert "转录自：" in report_page(name)
    assert "转录自：" in published(name)


@pytest.mark.parametrize("name", NAMES)
def test_absence_is_said_not_counted(name: str):
    assert "期初余额未填报" in report_page(name)
    assert "没有支出" not in report_page(name)
    assert "没有收到捐赠" not in report_page(name)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_overdue_that_was_never_promised(name: str):
    assert "逾期" not in published(name)


@pytest.mark.parametrize("name", NAMES)
def test_no_fact_is_made_up(name: str):
    for path in data_of(name).rglob("*.yaml"):
        assert "待定" not in path.read_text(encoding="utf-8")
    assert "1900-01-01" not in published(name)


@pytest.mark.parametrize("name", NAMES)
def test_what_the_source_does_not_say_is_not_said_to_be_lacking(name: str):
    assert "未建立" not in published(name)


@pytest.mark.xfail(reason="a society whose disclosure was transcribed is judged by the teams it did not file")
@pytest.mark.parametrize("name", ["r1", "r2", "r3", "r6"])
def test_a_society_is_not_judged_by_what_nobody_filed(name: str):
    (society,) = (data_of(name) / "societies").glob("*.yaml")
    assert "未达标" not in site_page(name, f"societies/{society.stem}")


@pytest.mark.parametrize("name", ["r2", "r6"])
def test_nobody_else_speaks_for_the_team(name: str):
    assert "本队说明" not in report_page(name)


# --- R1 -----------------------------------------------------------------------------------------


def test_r1_says_what_came_in():
    page = report_page("r1")
    assert "收到捐赠18笔，其中捐款1,888,585.98元、计价2,160.00元的物资" in page
    assert "其他收入474,491.00元" in page
    assert "2,363,076.98" in page
    assert "支出未填报" in page
    assert "公布的7项合计都与各行相符，一分不差" in page
    assert "理事会，2024-03-28批准" in page
    assert "账不平" not in page


@pytest.mark.parametrize(
    ("title", "amount"),
    [
        ("区级设立的项目", "337,237.78"),
        ("指定捐赠", "351,814.30"),
        ("区级项目", "2,303,946.18"),
        ("接受资金", "2,363,076.98"),
        ("接受款物合计", "2,365,236.98"),
    ],
)
def test_r1_says_that_every_sum_agrees(title: str, amount: str):
    assert re.search(f"{title}[^元]{{0,40}}{re.escape(amount)}.{{0,60}}{AGREES}", report_page("r1"))


def test_r1_does_not_say_that_nothing_was_used():
    assert "还没有使用" not in report_page("r1")


@pytest.mark.parametrize("name", ["r1", "r3"])
def test_goods_without_a_quantity_are_not_used_up(name: str):
    assert not re.search(r"整批计价[0-9,.]+元■已用完", report_page(name))


# --- R2 -----------------------------------------------------------------------------------------


def test_r2_does_not_agree():
    page = report_page("r2")
    assert "账不平，已说明" in page
    assert in_order(page, "财政拨款支出", "2,204,300.00元", "2,204,200.00元", "差100.00元")
    assert "154.94＋65.48＝220.42" in page
    assert "以万元为单位" in page
    assert in_order(page, "64.76%", "64.75%")
    assert "账不平" in published("r2")


def test_r2_says_which_printed_totals_agree():
    page = report_page("r2")
    assert "财政拨款收入2,204,300.002,204,300.00✓相符" in page
    assert "财政拨款支出2,204,300.002,204,200.00✗差100.00元" in page
    assert "收入合计（含捐款）2,794,000.002,794,000.00✓相符" in page


# --- R3 -----------------------------------------------------------------------------------------


def test_r3_has_no_difference():
    page = report_page("r3")
    assert "账不平" not in page
    assert "以万元为单位" in page
    for amount in ("164,530,000.00", "133,090,000.00", "1,440,000.00", "356,960,000.00"):
        assert amount in page


def test_r3_says_how_many_totals_agree():
    assert "公布的7项合计都与各行相符" in report_page("r3")


def test_r3_leads_with_the_goods_too():
    assert "133,090,000.00" in report_page("r3").split("期初余额", maxsplit=1)[0]


@pytest.mark.parametrize(
    ("title", "amount"),
    [
        ("会费收入", "830,000.00"),
        ("境内捐赠", "297,620,000.00"),
        ("捐赠收入", "299,060,000.00"),
        ("政府拨款", "87,490,000.00"),
        ("其他收入", "5,950,000.00"),
        ("收入合计", "393,330,000.00"),
    ],
)
def test_r3_says_that_its_sums_agree(title: str, amount: str):
    assert re.search(f"{title}[^元]{{0,40}}{re.escape(amount)}.{{0,60}}{AGREES}", report_page("r3"))


@pytest.mark.xfail(reason="one total cannot be divided in two ways: the levels of the province have no place")
def test_r3_says_what_the_province_and_its_counties_received():
    assert in_order(report_page("r3"), "157,430,000.00", "235,900,000.00")


# --- R4 -----------------------------------------------------------------------------------------


def test_r4_leads_with_the_true_position():
    lead = "账面余额12,971.05元，但尚欠队员垫付200,000.00元以上，实际为负"
    for page in (published("r4"), report_page("r4")):
        assert lead in page
        assert page.index(lead) < page.index("收到捐款")
        assert "187,028.95元以上" in page


def test_r4_cannot_be_checked():
    page = report_page("r4")
    assert "无法核对" in page
    assert "10,081人合计" in page
    assert "654,026.00元" in page


def test_r4_shows_no_difference_that_nobody_can_know():
    assert "−654,026.00" not in report_page("r4")
    assert "−641,054.95" not in report_page("r4")


def test_r4_does_not_say_that_the_crowd_s_money_is_left():
    page = report_page("r4")
    assert "还没有用完" not in page
    assert "还没有使用" not in page


def test_r4_the_purpose_has_no_remainder_that_is_known():
    page = published("r4")
    assert "654,026.00" not in page[page.index("定向用途和结余") :].split("物资", maxsplit=1)[0]


# --- R5 -----------------------------------------------------------------------------------------


def test_r5_as_first_published_shows_the_missing_masks_at_once():
    sentence = "N95口罩：收到36,000个，发出32,000个，还有4,000个没有说明去向"
    for page in (published("r5-first"), report_page("r5-first")):
        assert sentence in page
        assert page.index(sentence) < page.index("账对得上吗")


def test_r5_corrected_agrees_and_the_correction_stands():
    page = report_page("r5-corrected")
    assert "没有说明去向" not in page
    assert "物资相符：KN95口罩收到36,000个、发出36,000个，没有结余" in page
    assert "KN95口罩个036,000036,0000" in page
    for row, field, before, after in (
        ("D1", "物资", "N95口罩", "KN95口罩"),
        ("G1", "数量", "16000", "18000"),
        ("G2", "数量", "16000", "18000"),
    ):
        for text in (page, published("r5-corrected")):
            assert f"2020-01-31{row}{field}：{before}→{after}。原因：工作失误" in text
    assert in_order(site_page("r5-corrected", "corrections"), "16000", "18000", "工作失误")


@pytest.mark.parametrize("name", ["r5-first", "r5-corrected"])
def test_r5_says_nothing_of_money(name: str):
    assert "捐款0.00元" not in report_page(name)


# --- R6 -----------------------------------------------------------------------------------------


def test_r6_says_what_came_and_that_twenty_masks_do_not_agree():
    page = report_page("r6")
    assert "其中捐款2,699,948.37元" in page
    assert in_order(page, "口罩（村民捐赠的一批）220个", "200个", "差20")
    assert "150＋50＝200" in page
    assert "没有说明去向" not in page
    for item in ("鞋套只04000400", "口罩（村民捐赠的一批）个02000200", "方便面箱05560556", "防护服套01000100"):
        assert f"{item}0" in page


def test_r6_says_that_the_money_agrees():
    assert re.search(f"捐款合计[^元]{{0,40}}2,699,948.37.{{0,60}}{AGREES}", report_page("r6"))


@pytest.mark.xfail(reason="a list that is known to be incomplete has no mark, so that the rest counts as left")
def test_r6_does_not_say_what_is_left():
    page = report_page("r6")
    assert "1,441,642.00" not in page
    assert "还剩1,206,813.24元" not in page


# --- R7 -----------------------------------------------------------------------------------------


def test_r7_goods_agree_and_are_not_paid_for():
    page = report_page("r7")
    assert "物资相符：单帐篷收到1,580顶、发出1,580顶；雨衣收到30,000件、发出30,000件，没有结余" in page
    assert "单帐篷顶001,5801,5800" in page
    assert "雨衣件0030,00030,0000" in page
    assert "1,501,000.00" in page
    assert "欠其他单位和个人5,500,000.00元以上" in page
    for place in ("绵阳市", "德阳市", "广元市", "雅安市"):
        assert place in page


def test_r7_cities_are_not_people():
    assert "人数" not in report_page("r7")
