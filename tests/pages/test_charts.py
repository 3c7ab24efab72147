"""The geometry of bar charts: from zero, in proportion, gaps in words; what sentences, bars and tables say."""

import re

import pytest
from msgspec import structs

from generator.base.absence import NOT_REPORTED, Absent, withheld
from generator.ledger.series import Flow, Year
from generator.model.vocabulary import Nature, SpendingCategory
from generator.pages.parts.charts.bars import MARGIN, SPAN, WIDTH
from generator.pages.parts.charts.lines import broken, width_of
from generator.pages.parts.charts.scale import round_words, scale_of
from generator.pages.parts.charts.shares import left_chart, share_charts, uses_chart
from generator.pages.parts.charts.years import years_chart
from tests.ledger.books import gift, ledger, report, spend, team
from tests.pages.drawing import CASES, YUAN, chart_of, drawn


@pytest.mark.parametrize("amounts", CASES.values(), ids=CASES)
def test_lengths_are_the_figures(amounts):
    """One scale for all bars: length by amount is the same everywhere, and every bar touches zero."""
    chart = chart_of(amounts)
    _, svg = drawn(chart)
    figures = [amount for amount in amounts if not isinstance(amount, Absent)]
    rects = svg.findall("rect")
    assert len(rects) == len(figures)
    scale = scale_of(figures)
    zero = float(chart.zero)
    assert MARGIN <= zero <= WIDTH - MARGIN
    for rect, amount in zip(rects, figures, strict=True):
        left, length = float(rect.get("x")), float(rect.get("width"))
        assert length == pytest.approx(abs(amount) * SPAN / ((scale.high - scale.low) or 1), abs=0.01)
        assert (left if amount >= 0 else left + length) == pytest.approx(zero, abs=0.02)
        assert ("minus" in rect.get("class", "")) == (amount < 0)
        assert left >= MARGIN
        assert left + length <= WIDTH - MARGIN + 0.01


@pytest.mark.parametrize("amounts", CASES.values(), ids=CASES)
def test_words_stand_in_the_drawing(amounts):
    """Every amount is written out; what is absent has its word and a gap, no bar and no figure."""
    chart = chart_of(amounts)
    _, svg = drawn(chart)
    _, _, width, height = map(float, svg.get("viewBox").split())
    texts = svg.findall("text")
    assert all(0 < float(text.get("y")) < height for text in texts)
    ends = " ".join(text.text for text in texts if "end" in text.get("class", "").split())
    for amount in amounts:
        expected = str(amount) if isinstance(amount, Absent) else f"{abs(amount) / 100:,.2f} 元"
        assert expected.replace("-", "−") in ends
    gaps = [path for path in svg.findall("path") if path.get("class") == "none"]
    assert len(gaps) == sum(isinstance(amount, Absent) for amount in amounts)
    assert width == WIDTH


@pytest.mark.parametrize(
    ("amounts", "words"),
    [
        ([0], ["0"]),
        ([1], ["0", "1 元"]),
        ([350 * YUAN], ["0", "100 元", "200 元", "300 元", "400 元"]),
        ([82_180_90], ["0", "5 万元", "10 万元"]),
        ([217_475_65], ["0", "10 万元", "20 万元", "30 万元"]),
        ([12_971_05, -200_000_00], ["−20 万元", "−10 万元", "0", "10 万元"]),
        ([999_999_999_999], ["0", "50 亿元", "100 亿元"]),
        ([130_000_000_00], ["0", "5,000 万元", "1 亿元", "1.5 亿元"]),
    ],
)
def test_ticks_are_few_and_round(amounts, words):
    assert [round_words(tick) for tick in scale_of(amounts).ticks] == words


def test_every_chart_has_its_own_names():
    """A page with several charts never names two things alike, and the drawing has its title and description."""
    for name in ("years", "spent"):
        _, svg = drawn(chart_of([1], name))
        assert svg.get("role") == "img"
        named = {one.get("id"): one for one in svg.iter() if one.get("id")}
        assert svg.get("aria-labelledby").split() == list(named) == [f"{name}-title", f"{name}-desc"]
        assert all(one.text for one in named.values())


def test_the_caption_comes_first_and_nothing_has_a_style_of_its_own():
    markup, _ = drawn(chart_of([1, -2, NOT_REPORTED]))
    assert re.match(r"\s*<figure class=\"chart\">\s*<figcaption>说明。</figcaption>", markup)
    assert "style=" not in markup
    assert "<script" not in markup


LABELS = ("短", "示例" * 40, "a" * 90, "WWWW MMMM " * 12, "2025 年示例市洪水救援（第二批）", "e" + "\u0301" * 30)


@pytest.mark.parametrize("label", LABELS, ids=len)
def test_long_words_are_broken_and_whole(label):
    lines = broken(label, WIDTH)
    assert "".join(lines).replace(" ", "") == label.replace(" ", "")
    assert all(width_of(line) <= WIDTH for line in lines)


def flow(amount=0, told=True, absent=None):
    return Flow(amount, told, absent)


def test_the_sentence_leaves_no_year_out():
    few = years_chart((Year(2024, flow(100), flow(50), True), Year(2025, flow(0), flow(0, False, NOT_REPORTED), True)))
    assert few.sentences == (
        "每年收入（含捐款）和支出：2024 年收入 1.00 元，支出 0.50 元；2025 年收入 0.00 元，支出 未填报。",
    )
    many = [Year(2018 + i, flow(100 * i), flow(10), True) for i in range(8)]
    many[3] = Year(2021, flow(0, False), flow(0, False), False)
    chart = years_chart(tuple(many))
    said = "".join(chart.sentences)
    for words in (
        "2018 至 2025 年共 8 年",
        "收入（含捐款）合计 25.00 元",
        "收入最多的是 2025 年",
        "2021 年的数字不全",
        "最近 6 年",
    ):
        assert words in said
    assert len(chart.table.rows) == 8
    assert len(chart.bars) == 12


@pytest.mark.parametrize(
    "years",
    [(), (Year(2025, flow(5), flow(5), True),), tuple(Year(y, flow(), flow(), True) for y in (2024, 2025))],
    ids=["none", "one", "zeros"],
)
def test_no_chart_where_it_says_nothing(years):
    assert years_chart(years) is None


OPEN = {"opening": {"general": 0}}


def spent(id, amount, **more):
    return structs.replace(spend(id, "06-01", amount), **more)


def test_spending_by_use():
    filed = report(
        "2025", gift("D1", "01-02", 900_00), spent("S1", 100_00, nature=Nature.AID), spent("S2", 300_00, nature=Nature.OTHER),
        spent("S3", 50_00, nature=Nature.AID), spent("S4", 20_00, category=SpendingCategory.OTHER), **OPEN,
    )  # fmt: skip
    chart = uses_chart(filed)
    assert chart.sentences == (
        "2025 年，支出 470.00 元：其他 300.00 元、救助金 150.00 元、其他费用（没有细分） 20.00 元。",
    )
    assert [row[1] for row in chart.table.rows] == [300_00, 150_00, 20_00]


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [spent("S1", 100_00, nature=Nature.AID), spent("S2", 5_00, nature=Nature.AID)],
        [spent("S1", 100_00, category=NOT_REPORTED)],
    ],
    ids=["none", "one use", "use not told"],
)
def test_one_use_has_no_chart(rows):
    filed = report("2025", gift("D1", "01-02", 900_00), *rows, spending=tuple(rows), **OPEN)
    assert share_charts(filed, team(), ledger(filed)) == ()


def test_what_is_left_of_each_purpose():
    filed = report(
        "2025", gift("D1", "01-02", 900_00), gift("D2", "01-03", 300_00, "flood"), spend("S1", "06-01", 300_00, "flood"),
        opening={"general": 0, "settled": 0},
    )  # fmt: skip
    chart = left_chart(filed, team(purposes=()), ledger(filed))
    assert chart.sentences == ("2025 年，期末按账还剩 900.00 元：不定向 900.00 元、flood 0.00 元。",)
    assert [bar.words[-1].text for bar in chart.bars] == ["900.00 元", "0.00 元"]


@pytest.mark.parametrize("keys", [{"opening": withheld("正在审计")}, {**OPEN, "spending": NOT_REPORTED}])
def test_what_cannot_be_known_is_not_drawn(keys):
    filed = report("2025", gift("D1", "01-02", 900_00), gift("D2", "01-03", 300_00, "flood"), **keys)
    assert left_chart(filed, team(purposes=()), ledger(filed)) is None


def test_many_parts_are_one_bar_together():
    rows = [gift(f"D{i}", "01-02", i * 100, f"purpose-{i}") for i in range(1, 21)]
    filed = report("2025", *rows, spending=(), **OPEN)
    chart = left_chart(filed, team(purposes=()), ledger(filed))
    assert len(chart.bars) == 12
    assert chart.bars[-1].words[0].text == "其余 9 项"
    assert chart.bars[-1].words[-1].text == "45.00 元"
    assert "其余 17 项共 153.00 元" in chart.sentences[0]
    assert len(chart.table.rows) == 20
