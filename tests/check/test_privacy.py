"""Private data is found however it is written, never repeated, and never seen where there is none."""

from datetime import date
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.base.findings import Finding
from generator.base.identifiers import uscc_check_digit
from generator.check.examples import AS_OF
from generator.check.privacy_detect import may_hold, private_in
from generator.check.privacy_scan import hits_in
from generator.check.registry import TEXT_RULES
from generator.load.context import Reading
from generator.load.events import read_tree
from generator.load.nodes import MapNode
from generator.model.corpus import SourceFile

PHONE, RESIDENT, OLD_RESIDENT, CARD = "13800138000", "990101199001010019", "990101900101001", "6222000000000009"


def source(text: str, path: str = "teams/990101/shili/2025.yaml") -> SourceFile:
    root = read_tree(text, Reading(path, AS_OF))
    return SourceFile(path, text, root if isinstance(root, MapNode) else None)


def findings(text: str, path: str = "teams/990101/shili/2025.yaml") -> list[Finding]:
    file = source(text, path)
    return [finding for rule in TEXT_RULES for finding in rule.findings(file)]


def rules(text: str, path: str = "teams/990101/shili/2025.yaml") -> list[str]:
    return [finding.rule for finding in findings(text, path)]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (PHONE, "P02"),
        ("１３８００１３８０００", "P02"),
        ("１３８-0013 8000", "P02"),
        ("138 0013 8000", "P02"),
        ("138-0013-8000", "P02"),
        ("138.0013.8000", "P02"),
        ("138·0013·8000", "P02"),
        ("138。0013。8000", "P02"),
        ("138_0013_8000", "P02"),
        ("138/0013/8000", "P02"),
        ("138—0013—8000", "P02"),
        ("(138)0013-8000", "P02"),
        ("（138）0013-8000", "P02"),
        ("1 3 8 0 0 1 3 8 0 0 0", "P02"),
        ("1-3-8-0-0-1-3-8-0-0-0", "P02"),
        ("138\u200b0013\u200b8000", "P02"),
        ("138\u00a00013\u30008000", "P02"),
        ("一三八〇〇一三八〇〇〇", "P02"),
        ("一三八零零一三八零零零", "P02"),
        ("幺三八零零幺三八零零零", "P02"),
        ("壹叁捌零零壹叁捌零零零", "P02"),
        ("138零零138零零零", "P02"),
        ("1三8 0013 8000", "P02"),
        ("①③⑧⓪⓪①③⑧⓪⓪⓪", "P02"),
        ("𝟏𝟑𝟖𝟎𝟎𝟏𝟑𝟖𝟎𝟎𝟎", "P02"),
        ("¹³⁸⁰⁰¹³⁸⁰⁰⁰", "P02"),
        ("١٣٨٠٠١٣٨٠٠٠", "P02"),
        ("+86 138 0013 8000", "P02"),
        ("+8613800138000", "P02"),
        ("8613800138000", "P02"),
        ("0086-138-0013-8000", "P02"),
        ("013800138000", "P02"),
        ("联系人示例四13800138000（晚上）", "P02"),
        ("电话：0990-5550100 13800138000", "P02"),
        ("2025-07-03 13800138000", "P02"),
        ("tel13800138000", "P02"),
        ("①13800138000", "P02"),
        ("1.13800138000", "P02"),
        ("1、13800138000，2、19900000000", "P02"),
        ("微信同号19900000000", "P02"),
        (RESIDENT, "P01"),
        ("990101 19900101 0019", "P01"),
        ("９９０１０１-１９９００１０１-００１９", "P01"),
        ("九九〇一〇一一九九〇〇一〇一〇〇一九", "P01"),
        ("证件" + RESIDENT + "号", "P01"),
        ("99010119850615002" + "0", "P01"),
        (OLD_RESIDENT, "P01"),
        ("990101 900101 001", "P01"),
        (CARD, "P03"),
        ("6222 0000 0000 0009", "P03"),
        ("6222-0000-0000-0009", "P03"),
        ("６２２２ ００００ ００００ ０００９", "P03"),
        ("622200 0000000009", "P03"),
        ("卡号6222000000000000004", "P03"),
        ("4111 1111 1111 1111", "P03"),
        ("shili@example.com", "P04"),
        ("shili＠example．com", "P04"),
        ("shili @ example . com", "P04"),
        ("shili(at)example.com", "P04"),
        ("shili（at）example.com", "P04"),
        ("shili[at]example[dot]com", "P04"),
        ("ＳＨＩＬＩ＠ＱＱ．ＣＯＭ", "P04"),
        ("写信到shili@mail.example.com.cn", "P04"),
        ("示例小区3号楼2单元501室", "P05"),
        ("示例小区 ３ 号楼 ２ 单元 ５０１ 室", "P05"),
        ("示例小區三號樓二單元五〇一室", "P05"),
        ("示例花园 12 栋 1203 室", "P05"),
        ("示例家属院 5 幢 302 户", "P05"),
        ("示例路 100 弄 5 号 301 室", "P05"),
        ("示例镇示例村 3 组 12 号", "P05"),
        ("示例村第三村民小组十二号", "P05"),
        ("7-2单元-501", "P05"),
        ("扫收款码付钱", "L01"),
        ("扫 收 款 码", "L01"),
        ("付款二维码见附件", "L01"),
        ("https://qr.alipay.com/shili0001", "L01"),
        ("ＨＴＴＰＳ：／／QR.ALIPAY.COM/shili0001", "L01"),
        ("wxp://shili0001", "L01"),
        ("https://www.shuidichou.com/cf/1", "L01"),
        ("支付宝账号：shili0001@x", "L01"),
        ("捐款请转账至本队", "L01"),
        ("开户行：示例银行示例支行", "L01"),
        ("账号 9900 0000 0000 0001", "L01"),
        ("欢迎爱心人士捐款", "L01"),
        ("请大家踊跃捐款", "L01"),
        ("我要捐款", "L01"),
    ],
)
def test_a_disguise_is_seen_through(text: str, rule: str):
    assert rule in private_in(text)
    assert may_hold(text)
    assert may_hold("published: 2026-03-12\ndonations:\n  - {id: D1, amount: 20000, note: " + text + "}\n")


@pytest.mark.parametrize(
    "text",
    [
        "0990-5550100",
        "021-5555-0100",
        "010-13800138",
        "400-1380-0138",
        "12345",
        "公益事业捐赠票据 0012345",
        "票据代码 00010125 号码 0123456789",
        "发票 4400231130 12345678",
        "全电发票 25312000000123456789",
        "52990101MJ0000001G",
        "91350100M000100Y43",
        "2020-01-24--2020-03-02",
        "2025-07-03 至 2025-07-04",
        "IMG_20250703_138001.jpg",
        "mmexport1719999999999.jpg",
        "files/2025/s1.png",
        "138001380.00 元",
        "13800138000 元",
        "15 000 000 000 元",
        "中红办字〔2022〕34号",
        "沪ICP备13800138号",
        "一二三四五六七八九十",
        "流水 20250706000123456789012345",
        "https://example.org/commit/3f13800138000abcdef0123456789abcdef01234",
        "示例路 1 号",
        "示例县红十字会 3 楼会议室",
        "博爱家园 3 号楼",
        "示例村救援队 12 人",
        "党小组 3 个",
        "银行存款",
        "银行账户管理费",
        "通过某互联网募捐平台",
        "捐款",
        "捐款人申请捐款票据",
        "请捐款人凭票据查询",
        "微信转账记录",
        "支付宝转账手续费",
        "支付宝公益平台拨来",
        "本队没有收款码",
        "谨防假冒本队的收款码",
        "开户费",
        "账户余额 12345.67",
        "单价 3 元，单元楼门前",
    ],
)
def test_the_ordinary_is_left_alone(text: str):
    assert private_in(text) == {}


class Case(NamedTuple):
    text: str
    expected: list[tuple[str, int, int]]
    path: str = "teams/990101/shili/2025.yaml"


@pytest.mark.parametrize(
    "case",
    [
        Case(f"note: {PHONE}\n", [("P02", 1, 7)]),
        Case(f"{PHONE}: note\n", [("P02", 1, 1)]),
        Case(f"note: x  # {PHONE}\n", [("P02", 1, 10)]),
        Case(f"# {PHONE}\nnote: x\n", [("P02", 1, 1)]),
        Case(f'note: "x # {PHONE}"\n', [("P02", 1, 7)]),
        Case(f"about: |\n  x\n  # {PHONE}\n", [("P02", 1, 8)]),
        Case("about: >\n  138 0013\n  8000\n", [("P02", 1, 8)]),
        Case('note: "\\u0031\\u0033\\u00380013\\u0038000"\n', [("P02", 1, 7)]),
        Case(f"contact: {{phone: {PHONE}}}\n", [("P09", 1, 18)]),
        Case("contact: {phone: 0990-5550100, email: office@example.org}\n", []),
        Case("contact: {email: shili@qq.com}\n", [("P04", 1, 18)]),
        Case(f"contact: {{email: {PHONE}@qq.com}}\n", [("P02", 1, 18)]),
        Case("contact: {address: 示例路 1 号 301 室}\n", []),
        Case("contact: {address: 示例路 100 弄 5 号 301 室}\n", []),
        Case("contact: {address: 示例小区 3 号楼 2 单元 501 室}\n", [("P05", 1, 20)]),
        Case("note: 示例路 1 号 301 室\n", [("P05", 1, 7)]),
        Case("donations:\n  - {amount: 13800138000}\n", []),
        Case("donations:\n  - {amount: 138 0013 8000}\n", [("P02", 2, 14)]),
        Case("opening: {general: 13800138000}\n", []),
        Case("corrections:\n  - {entry: D1, field: amount, before: 13800138000, after: 13800138001}\n", []),
        Case("corrections:\n  - {entry: D1, field: note, before: 13800138000, after: x}\n", [("P02", 2, 38)]),
        Case("explained:\n  - {rule: A01, difference: 13800138000}\n", []),
        Case(f"note: [{PHONE}\n", [("P02", 1, 1)]),
        Case(f"note: 示\u200b例 {PHONE}\n", [("P02", 1, 1)]),
        Case("question: 网上的收款码是你们的吗\n", [], "questions/990101/1.yaml"),
        Case("question: 见 https://qr.alipay.com/x\n", [("L01", 1, 11)], "questions/990101/1.yaml"),
    ],
)
def test_a_finding_stands_at_its_text(case: Case):
    found = [(f.rule, f.place.line, f.place.column) for f in findings(case.text, case.path)]
    assert found == case.expected


@pytest.mark.parametrize("value", [PHONE, RESIDENT, CARD, "shili@example.com", "示例小区3号楼2单元501室"])
@pytest.mark.parametrize(
    "form", ["note: {}\n", "{}: x\n", "note: x # {}\n", "contact: {{phone: '{}'}}\n", "note: [{}\n"]
)
def test_a_message_never_repeats_the_value(value: str, form: str):
    found = findings(form.format(value))
    assert found
    for finding in found:
        assert value not in finding.message + finding.fix + str(finding.place)


WORDS = st.sampled_from(
    ["救生衣", "交通费", "志愿者意外险", "培训场地", "示例区红十字会", "发放给 42 户", "药品（含运费）"]
)
AMOUNT = st.integers(0, 10**15 - 1).map(lambda fen: f"{fen // 100}.{fen % 100:02d}")
QUANTITY = st.integers(0, 10**12 - 1).map(str)
DAY = st.dates(date(2000, 1, 1), date(2026, 6, 30)).map(str)
RECEIPT = st.one_of(
    st.from_regex(r"公益事业捐赠票据 [0-9]{6,10}", fullmatch=True),
    st.from_regex(r"票据代码 [0-9]{8} 号码 [0-9]{10}", fullmatch=True),
    st.from_regex(r"（[0-9]{4}）第 [0-9]{1,7} 号", fullmatch=True),
)
PLACE_CODE = st.sampled_from(["10", "20", "21", "24", "311", "431", "755", "990"])
OFFICE_PHONE = st.builds("0{}-{}".format, PLACE_CODE, st.integers(2000000, 88889999))
FIRST17 = st.from_regex(r"5[1-3]99[0-9]{4}MJ[0-9A-HJ-NPQRTUWXY]{7}", fullmatch=True)
USCC = FIRST17.map(lambda text: text + (uscc_check_digit(text) or ""))


@st.composite
def records(draw: st.DrawFn) -> str:
    """A report and a team in one file, as long as they are valid: nobody's data is in them."""
    rows = [
        f"  - {{id: D{n}, date: {draw(DAY)}, donor: {{kind: pooled, count: {draw(st.integers(1, 10**9))}}}, "
        f"amount: {draw(AMOUNT)}, receipt: {draw(RECEIPT)}, note: {draw(WORDS)} {draw(DAY)}}}"
        for n in range(6)
    ]
    goods = [
        f"  - {{id: G{n}, date: {draw(DAY)}, item: {draw(WORDS)}, unit: 件, quantity: {draw(QUANTITY)}, "
        f"evidence: [{{file: files/{draw(DAY)}/g{n}.png, title: 交接照片}}]}}"
        for n in range(4)
    ]
    return "\n".join(
        (
            f"published: {draw(DAY)}",
            f"opening: {{general: {draw(AMOUNT)}, flood-2025: {draw(AMOUNT)}}}",
            f"contact: {{phone: {draw(OFFICE_PHONE)}, email: office@example.org}}",
            f"registration: {{uscc: {draw(USCC)}, date: {draw(DAY)}}}",
            "donations:",
            *rows,
            "goods_out:",
            *goods,
            f"explained: [{{rule: A01, difference: {draw(AMOUNT)}, reason: 手续费 {draw(AMOUNT)} 元}}]",
        )
    )


@settings(max_examples=400)
@given(records())
def test_valid_records_hold_nothing_private(text: str):
    assert [(hit.rule, hit.place) for hit in hits_in(source(text + "\n"))] == []


@given(st.text(max_size=60))
def test_no_text_breaks_the_search(text: str):
    private_in(text)
    if private_in(text):
        assert may_hold(text)


@settings(max_examples=300)
@given(
    st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True),
    st.lists(st.sampled_from(["", " ", "-", "·", "\u3000", "—", " - "]), min_size=10, max_size=10),
    st.sampled_from(["0123456789", "０１２３４５６７８９", "〇一二三四五六七八九", "零壹贰叁肆伍陆柒捌玖"]),
)
def test_any_mobile_number_in_any_dress_is_found(number: str, between: list[str], digits: str):
    dressed = "".join(digits[int(c)] + gap for c, gap in zip(number, [*between, ""], strict=True))
    assert "P02" in private_in(f"联系 {dressed}。")
    assert may_hold(f"note: 联系 {dressed}。")
