"""One fault at a time in a valid folder: found, in the right file, on the right line, said in Chinese with a cure."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from generator.cli.main import main
from tests.site.corpus import write_corpus
from tests.site.spoiling import GONE, NEW, OLD, QUESTION, SITE, SOCIETY, TEAM, Fault, lay, lines_of, put, raw, text

ID, MOBILE, CARD = "11010519491231002X", "13812345678", "6222021234567890128"
CHINESE = str.maketrans("0123456789", "零一二三四五六七八九")
WIDE = str.maketrans("0123456789X", "０１２３４５６７８９Ｘ")
ZERO_WIDTH = "\u200d"


def luhn(digits: str) -> str:
    """The digits with a valid check digit in place of the last."""
    total = sum(sum(divmod(int(d) * (2 if n % 2 == 0 else 1), 10)) for n, d in enumerate(reversed(digits[:-1])))
    return digits[:-1] + str(-total % 10)


CARD = luhn(CARD)

MONEY = [
    put("opening one fen off", NEW, "opening.general", "1000.01"),
    put("opening of a purpose off", NEW, "opening.winter", "4999.99"),
    put("closing one fen off", NEW, "closing.general", "705900.01", "705900.01", "A01"),
    put("closing of a purpose off", NEW, "closing.flood-2025", "2399.99", "2399.99", "A01"),
    put("two closings off against each other", NEW, "closing", {"general": "705901", "winter": "4499", "flood-2025": "2400"}, "705901"),
    put("a purpose forgotten in the closing", NEW, "closing", {"general": "705900", "winter": "4500"}, "closing"),
    put("the old closing one fen off", OLD, "closing.general", "1000.01", "1000.01"),
    put("the first opening one fen off", OLD, "opening.general", "99.99", "general: 1000"),
    put("a donation one fen off", NEW, "donations.2.amount", "654026.01", "705900"),
    put("an income one fen off", NEW, "income.0.amount", "50000.01", "705900"),
    put("spending one fen off", NEW, "spending.2.amount", "327.01", "705900"),
    put("holdings one fen off", NEW, "holdings.cash", "800.01", "holdings", "A03"),
    put("spent before it came", NEW, "spending.0.date", "2025-07-02", "amount: 8600"),
    put("overspent purpose", NEW, "spending.0.amount", "11001", "D1: 9000"),
    put("funded_by more than the row", NEW, "spending.1.funded_by", {"D1": "9000.01"}, "D1: 9000.01", "A05"),
    put("funded_by more than is left", NEW, "spending.1.funded_by", {"2024#D2": "9000"}, "2024#D2"),
    put("funded_by of another purpose", NEW, "spending.1.funded_by", {"D3": "9000"}, "D3: 9000", "A05"),
    put("funded_by before it came", NEW, "spending.2", {"id": "S3", "date": "2025-07-08", "category": "program", "amount": "327", "funded_by": {"D3": "327"}}, "D3: 327"),
    put("funded_by unknown", NEW, "spending.1.funded_by", {"D9": "9000"}, "D9: 9000", "R03"),
    put("funded_by of goods", NEW, "spending.2.funded_by", {"D2": "327"}, "D2: 327", "R03"),
    put("funded_by of spending", NEW, "spending.2.funded_by", {"S1": "327"}, "S1: 327", "R03"),
    put("funded_by of another report that is not", NEW, "spending.2.funded_by", {"2019#D1": "327"}, "2019#D1", "R03"),
    put("value is not quantity times price", NEW, "donations.1.items.0.value", "3600.01", "value: 3600.01", "A07"),
    put("stated donations off", NEW, "stated.donations", "674727.01", "donations: 674727.01", "A13"),
    put("stated spending off", NEW, "stated.spending", "17926.99", "spending: 17926.99", "A13"),
    put("foreign money does not convert", NEW, "donations.3.original.amount", "101", "amount: 701"),
    put("transfer without consent", NEW, "transfers.0.consent", GONE, "from: winter", "A10"),
    put("transfer to itself", NEW, "transfers.0.to", "winter", "to: winter", "R09"),
    put("transfer of more than there is", NEW, "transfers.0.amount", "5000.01", "amount: 5000.01", "A04"),
    put("support is not what the team got", SOCIETY, "support_to_teams.0.amount", "50000.01", "amount: 50000.01", "A09"),
    put("support to a team that is not", SOCIETY, "support_to_teams.0.team", "xinhonh", "xinhonh", "R14"),
    put("support listed twice", SOCIETY, "support_to_teams.1", {"year": "2025", "team": "xinhong", "amount": "0"}, "xinhong", "R14"),
    put("nil with rows", NEW, "nil", "true", "nil: true"),
    put("explained difference wrong", NEW, "explained", [{"rule": "A01", "difference": "0.02", "reason": "尾差"}], "rule: A01"),
    put("explained rule that is not", NEW, "explained", [{"rule": "Z99", "difference": "0.02", "reason": "尾差"}], "rule: Z99"),
    put("explained without a reason", NEW, "explained", [{"rule": "A01", "difference": "0.02"}], "rule: A01"),
    put("negative donation", NEW, "donations.2.amount", "-654026", "-654026", "F04"),
    put("a negative cash box", NEW, "holdings.cash", "-800", "-800", "F04"),
]  # fmt: skip
GOODS = [
    put("issued before it came", NEW, "goods_out.0.date", "2025-07-03", "from: D2"),
    put("issued more than there was", NEW, "goods_out.0.quantity", "31", "quantity: 31", "A06"),
    put("issued what never came", NEW, "goods_out.0", {"id": "G1", "date": "2025-07-05", "item": "口罩", "unit": "个", "quantity": "1"}, "quantity: 1", "A06"),
    put("unit changed", NEW, "goods_out.0.unit", "箱", "from: D2"),
    put("from a donation of money", NEW, "goods_out.0.from", "D1", "from: D1", "R03"),
    put("from nothing", NEW, "goods_out.0.from", "D8", "from: D8", "R03"),
    put("stocktake one off", NEW, "stocktake.0.quantity", "4", "quantity: 4", "A06"),
    put("stocktake off by a thousandth", NEW, "stocktake.1.quantity", "80.001", "quantity: 80.001", "A06"),
    put("stocktake forgets an item", NEW, "stocktake", [{"item": "救生衣", "unit": "件", "quantity": "5"}], "stocktake", "A06"),
    put("stocktake counts what never was", NEW, "stocktake.3", {"item": "口罩", "unit": "个", "quantity": "7"}, "quantity: 7", "A06"),
    put("goods_opening in a later report", NEW, "goods_opening", [{"item": "帐篷", "unit": "顶", "quantity": "4"}], "goods_opening", "A06"),
    put("goods bought by no spending", NEW, "goods_in.0.spending", "S9", "spending: S9", "R03"),
    put("goods bought by a donation", NEW, "goods_in.0.spending", "D1", "spending: D1", "R03"),
    put("a quantity of four places", NEW, "goods_out.0.quantity", "24.0001", "quantity: 24.0001", "F05"),
    put("a quantity with its unit", NEW, "goods_out.0.quantity", "25件", "quantity: 25件", "F05"),
    put("signed for after publication", NEW, "goods_out.0.received", "2026-03-13", "received: 2026-03-13", "A12"),
]  # fmt: skip
REFERENCES = [
    put("id twice", NEW, "donations.2.id", "D1", "id: D1"),
    put("id twice across lists", NEW, "income.0.id", "D1", "id: D1"),
    put("id twice but for case", NEW, "donations.2.id", "d1", "d1"),
    put("a reserved id", NEW, "income.0.id", "opening", "id: opening", "R11"),
    put("purpose id twice", TEAM, "purposes.1.id", "flood-2025", "id: flood-2025"),
    put("purpose called general", TEAM, "purposes.1.id", "general", "id: general", "R11"),
    put("unknown purpose", NEW, "donations.0.purpose", "flod-2025", "flod-2025", "R01"),
    put("unknown purpose in the opening", NEW, "opening.flod", "0", "flod", "R01"),
    put("unknown purpose of a project", TEAM, "projects.0.purpose", "wintr", "wintr", "R01"),
    put("unknown project", NEW, "spending.2.project", "hart", "hart", "R10"),
    put("question about no team", QUESTION, "about", "teams/310107/xinhon/2025#D1", "xinhon/", "R15"),
    put("question about no row", QUESTION, "about", "teams/310107/xinhong/2025#D77", "D77", "R15"),
    put("question about no report", QUESTION, "about", "teams/310107/xinhong/2019", "2019", "R15"),
    put("question about no society", QUESTION, "about", "societies/310108", "310108", "R15"),
    put("question about anything", QUESTION, "about", "https://example.org", "about"),
    put("correction whose after is not the value", NEW, "corrections.0.after", "654027", "after: 654027"),
    put("correction of nothing", NEW, "corrections.0.entry", "D77", "entry: D77"),
    put("correction of no key", NEW, "corrections.0.field", "amuont", "field: amuont"),
    put("evidence that is not there", NEW, "spending.0.evidence.0.file", "files/2025/s2.png", "s2.png", "R05"),
    put("evidence in another case", NEW, "spending.0.evidence.0.file", "files/2025/S1.png", "S1.png", "R05"),
    put("evidence outside", NEW, "spending.0.evidence.0.file", "files/../../../site.yaml", "site.yaml"),
    put("parent that is not", SOCIETY, "parent", "310000", "parent: 310000", "R13"),
    put("its own parent", SOCIETY, "parent", "310107", "parent: 310107", "R13"),
    put("supporter that is not", TEAM, "registration.supported_by", "310108", "310108", "R17"),
    put("the same old address as itself", TEAM, "formerly", ["310107/xinhong"], ""),
    raw("unknown society", "teams/310199/xinhong/team.yaml", b"name: x\n", mark="name"),
    raw("a question to an unknown society", "questions/310199/1.yaml", "asked: 2026-04-01\nabout: teams/310107/xinhong\nquestion: 问\n".encode(), rule="R15"),
]  # fmt: skip
DATES = [
    put("donation outside the period", NEW, "donations.0.date", "2024-12-31", "2024-12-31", "A12"),
    put("donation in the future", NEW, "donations.0.date", "2027-01-01", "date: 2027-01-01", "F06"),
    put("donation before its purpose", NEW, "donations.0.date", "2025-06-30", "2025-06-30", "A12"),
    put("published before the end", NEW, "published", "2025-12-30", "published: 2025-12-30", "A12"),
    put("approved after publication", NEW, "approved.date", "2026-03-13", "date: 2026-03-13", "A12"),
    put("published in the future", NEW, "published", "2026-11-25", "published: 2026-11-25", "F06"),
    put("a day that is not", NEW, "donations.0.date", "2025-02-29", "2025-02-29", "F06"),
    put("a date with slashes", NEW, "donations.0.date", "2025/7/3", "2025/7/3", "F06"),
    put("a Chinese date", NEW, "donations.0.date", "2025年7月3日", "2025年7月3日", "F06"),
    put("a purpose that ends before it begins", TEAM, "purposes.1.end", "2023-12-31", "end: 2023-12-31", "R09"),
    put("a purpose long ended with money left", TEAM, "purposes.1.end", "2025-12-31", "end: 2025-12-31", "A08"),
    put("a donation without a date", NEW, "donations.2.date", GONE, "D3", "R21"),
    raw("overlapping periods", "teams/310107/xinhong/2025-H2.yaml", b"published: 2026-01-01\n"),
    raw("a gap between periods", "teams/310107/xinhong/2022.yaml", b"published: 2023-01-01\nopening: {general: 0}\nclosing: {general: 0}\n", at=OLD),
    raw("a period that is not", "teams/310107/xinhong/2025-13.yaml", b"published: 2026-01-01\n", rule="Y06"),
    raw("a range that ends first", "teams/310107/xinhong/2026-03-02--2026-01-24.yaml", b"published: 2026-04-01\n", rule="Y06"),
]  # fmt: skip
PEOPLE = [
    put("named donor without consent", NEW, "donations.3.donor.consent", GONE, "示例甲", "P06"),
    put("organisation without a name", NEW, "donations.0.donor.name", GONE, "organisation", "R20"),
    put("anonymous with a name", NEW, "donations.1.donor.name", "示例乙", "示例乙", "R20"),
    put("pooled without a count", NEW, "donations.2.donor.count", GONE, "pooled", "R20"),
    put("a beneficiary named", NEW, "spending.1.to.name", "示例丙", "示例丙", "P07"),
    put("a household named", NEW, "goods_out.0.to", {"kind": "households", "count": "1", "name": "示例户"}, "示例户", "P07"),
    put("a member named", NEW, "spending.2.to", {"kind": "member", "name": "示例丁"}, "示例丁", "P07"),
    put("related payee without approval", NEW, "spending.2.to.approved", GONE, "related", "L03"),
    put("active more than registered", TEAM, "people.active", "43", "active: 43", "A11"),
    put("Party members more than registered", TEAM, "people.party_members", "43", "party_members: 43", "A11"),
    put("certified more than trained", TEAM, "trainings.0.certified", "31", "certified: 31", "A11"),
    put("uscc with a bad check digit", TEAM, "registration.uscc", "52310107MJ9901013C", "1013C", "F10"),
    put("division of a province for a county", SOCIETY, "division", "310000", "division: 310000", "R07"),
    put("division against the file name", SOCIETY, "division", "310108", "division: 310108", "R07"),
    put("level against division", SOCIETY, "level", "province", "division", "R07"),
    put("a division of five digits", SOCIETY, "division", "31010", "division: 31010"),
    put("no way to ask", TEAM, "contact", {"hours": "工作日"}, "contact", "R08"),
    put("no society contact", SOCIETY, "contact", {"hours": "工作日"}, "contact", "R19"),
]  # fmt: skip
FORMS = [
    put("money with separators", NEW, "donations.2.amount", "654,026", "654,026", "F04"),
    put("money with its unit", NEW, "donations.2.amount", "654026元", "654026元", "F04"),
    put("money in ten thousands", NEW, "donations.2.amount", "65.4026万", "65.4026万", "F04"),
    put("money in full width", NEW, "donations.2.amount", "６５４０２６", "６５４０２６", "F04"),
    put("money of three places", NEW, "donations.2.amount", "654026.001", "654026.001", "F04"),
    put("money in exponents", NEW, "donations.2.amount", "6.54026e5", "6.54026e5", "F04"),
    put("money in octal", NEW, "donations.2.amount", "0654026", "0654026", "F04"),
    put("money that is endless", NEW, "donations.2.amount", ".inf", ".inf", "F04"),
    put("fourteen digits", NEW, "donations.2.amount", "12345678901234", "12345678901234", "F04"),
    put("yes is not true", TEAM, "platform.registered", "yes", "registered: yes", "F09"),
    put("an unknown key", NEW, "donations.0.amuont", "1", "amuont", "F01"),
    put("an unknown key above", NEW, "donation", [], "donation: []", "F01"),
    put("a missing key", NEW, "published", GONE, "", "F02"),
    put("a missing key of a team", TEAM, "leader", GONE, "", "F02"),
    put("an unknown code", TEAM, "fields", ["first_aids"], "first_aids", "F08"),
    put("no field at all", TEAM, "fields", [], "fields"),
    put("a list where a group is", NEW, "holdings", ["712000"], "712000"),
    put("a value where a list is", NEW, "spending", "17927", "spending: 17927", "F03"),
    put("n/a where it may not be", NEW, "spending.2.amount", "n/a", "n/a"),
    put("withheld where it may not be", NEW, "spending.2.amount", {"withheld": "商业秘密"}, "withheld", "F11"),
    put("withheld without a reason", NEW, "holdings", {"withheld": ""}, "withheld", "F11"),
    put("html in prose", TEAM, "about", "本队<script>alert(1)</script>", "script", "F07"),
    put("a script link", TEAM, "about", "见[这里](javascript:alert(1))", "javascript", "F07"),
    put("text too long", TEAM, "area", "区" * 201, "区区区"),
    put("text not composed", TEAM, "area", "cafe\u0301 区", "cafe"),
    put("text with spaces around", TEAM, "area", " 示例区", "area"),
    put("bidirectional override", TEAM, "area", "示例\u202e区", "示例\u202e区", "Y01"),
    put("zero width space", TEAM, "name", "新虹\u200b志愿服务队", "新虹\u200b", "Y01"),
]  # fmt: skip
LAW = [
    put("a payment link", TEAM, "about", "支持我们 https://qr.alipay.com/fkx12345", "qr.alipay", "L01"),
    put("a payment link of the other kind", TEAM, "about", "wxp://f2f0abcdef", "wxp", "L01"),
    put("a call to give", TEAM, "about", "欢迎扫码捐款，支持本队", "扫码", "L01"),
    put("a bank account", TEAM, "about", "开户行：示例银行示例支行，户名：新虹志愿服务队，账号 12345678", "开户行", "L01"),
    put("a home address", TEAM, "about", "地址：示例小区 3 号楼 2 单元 501 室", "示例小区", "P05"),
    put("a private mail address", NEW, "spending.2.note", "联系 zhang_san@example.com", "zhang_san", "P04"),
]  # fmt: skip
BOMB = "a: &a [x, x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(20)
)
HOSTILE = [
    raw("an alias bomb", NEW, BOMB.encode(), mark="&a", rule="Y04"),
    raw("a tag", NEW, b"published: !!python/object/apply:os.system [id]\n", mark="!!", rule="Y04"),
    raw("a local tag", NEW, b"published: !money 3\n", mark="!money", rule="Y04"),
    raw("a merge key", NEW, b"published: 2026-03-12\nopening:\n  <<: {general: 1}\n", mark="<<", rule="Y04"),
    raw("two documents", NEW, b"published: 2026-03-12\n---\npublished: 2026-03-12\n", rule="Y04", mark="---"),
    raw("a key twice", NEW, b"published: 2026-03-12\npublished : 2026-03-13\n", mark="published :", rule="Y03"),
    raw("a quoted key twice", NEW, b"published: 2026-03-12\n'published': 2026-03-13\n", mark="'published'", rule="Y03"),
    raw("UTF-16", NEW, "published: 2026-03-12\n".encode("utf-16"), rule="Y01"),
    raw("GB18030", NEW, "published: 2026-03-12\norigin: 示例\n".encode("gb18030"), rule="Y01", mark="origin"),
    raw("a null", NEW, b"published: 2026-03-12\norigin: a\0b\n", rule="Y01", mark="origin"),
    raw("a tab", NEW, b"published: 2026-03-12\nopening:\n\tgeneral: 1\n", rule="Y02", mark="general"),
    raw("nested thirteen deep", NEW, b"published: " + b"[" * 13 + b"]" * 13 + b"\n", rule="Y05"),
    raw("nested without end", NEW, b"published: " + b"[" * 50_000, rule="Y02"),
    raw("over two mebibytes", NEW, b"# " + b"x" * 2_100_000 + b"\n", rule="Y05"),
    raw("over two hundred thousand nodes", NEW, b"published: [" + b"1," * 200_001 + b"]\n", rule="Y05"),
    raw("an empty file", NEW, b""),
    raw("only a comment", NEW, b"# nothing\n"),
    raw("a list for a report", NEW, b"- published: 2026-03-12\n"),
    raw("a complex key", NEW, b"published: 2026-03-12\n? [a, b]\n: c\n", mark="? [a"),
    raw("an escape that hides", NEW, b'published: 2026-03-12\norigin: "a\\u202eb"\n', mark="origin", rule="Y01"),
    raw("a surrogate", NEW, b'published: 2026-03-12\norigin: "a\\uD800b"\n', mark="origin"),
    raw("a link", NEW, Path("/etc/hostname"), rule="Y06"),
    raw("a linked folder", "teams/310107/other", Path("/etc"), rule="Y06"),
    raw("a stray file", "teams/310107/xinhong/readme.txt", b"x", rule="Y06"),
    raw("a stray record", "teams/310107/2025.yaml", b"x", rule="Y06"),
    raw("a record of the wrong ending", "teams/310107/xinhong/2026-Q1.yml", b"x", rule="Y06"),
    raw("an upper-case folder", "teams/310107/XinHong/team.yaml", b"x", rule="Y06"),
    raw("a program as an attachment", "teams/310107/xinhong/files/run.exe", b"MZ", rule="Y06"),
    raw("a page as an attachment", "teams/310107/xinhong/files/x.html", b"<script>", rule="Y06"),
    raw("a question that is no number", "questions/310107/one.yaml", b"x", rule="Y06"),
    raw("no team.yaml", TEAM, None, rule="F02"),
    raw("no site.yaml", SITE, None, rule="F02"),
]  # fmt: skip
FAULTS = [*MONEY, *GOODS, *REFERENCES, *DATES, *PEOPLE, *FORMS, *LAW, *HOSTILE]


def check(root: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[dict[str, Any]], str]:
    """Exit code, blocking findings, everything that was printed."""
    code = main(["validate", "--data", str(root), "--as-of", "2026-11-24", "--format", "json"])
    said = capsys.readouterr()
    findings = json.loads(said.out)["findings"]
    return code, [f for f in findings if f["severity"] in ("error", "unreconciled")], said.out + said.err


def expect(root: Path, fault: Fault, capsys: pytest.CaptureFixture[str]) -> str:
    """The fault is found where it is."""
    code, blocking, output = check(root, capsys)
    assert code == 1, f"{fault.name} is not found"
    lines = lines_of(root, fault)
    seen = [(f["rule"], f["file"], f["line"], f["message"]) for f in blocking]
    found = [f for f in blocking if f["file"] == fault.file and f["line"] in lines and fault.rule in ("", f["rule"])]
    assert found, f"{fault.name}: expected {fault.rule} {fault.file}:{lines}, found {seen}"
    for finding in found:
        assert re.search("[一-鿿]", finding["message"]), finding
        assert re.search("[一-鿿]", finding["fix"]), finding
    return output


@pytest.mark.parametrize("style", ["flow", "block"])
def test_the_folder_itself_is_valid(tmp_path: Path, capsys, style: str):
    lay(tmp_path, None, style)
    assert check(tmp_path, capsys)[:2] == (0, [])


@pytest.mark.parametrize("style", ["flow", "block"])
@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_fault_is_found_on_its_line(tmp_path: Path, capsys, fault: Fault, style: str):
    lay(tmp_path, fault, style)
    expect(tmp_path, fault, capsys)


def test_names_are_unique():
    assert len({fault.name for fault in FAULTS}) == len(FAULTS) >= 150


# --- privacy ------------------------------------------------------------------------------------

DISGUISES = {
    "plain": lambda s: s,
    "full width": lambda s: s.translate(WIDE),
    "spaces": lambda s: " ".join(s[n : n + 4] for n in range(0, len(s), 4)),
    "hyphens": lambda s: "-".join(s[n : n + 3] for n in range(0, len(s), 3)),
    "joiners": ZERO_WIDTH.join,
    "Chinese digits": lambda s: s.translate(CHINESE),
    "wide spaces": lambda s: "\u3000".join(s[n : n + 4] for n in range(0, len(s), 4)),
    "dots": lambda s: "·".join(s[n : n + 4] for n in range(0, len(s), 4)),
}
PLACES = [
    (NEW, "spending.2.note"), (NEW, "donations.0.receipt"), (NEW, "donations.0.donor.name"), (NEW, "goods_out.0.to.area"),
    (NEW, "corrections.0.reason"), (TEAM, "about"), (TEAM, "awards"), (TEAM, "short_name"), (SOCIETY, "name"),
    (QUESTION, "question"), (SITE, "publisher"),
]  # fmt: skip


@pytest.mark.parametrize("disguise", DISGUISES)
@pytest.mark.parametrize("what", [ID, MOBILE, CARD], ids=["id", "mobile", "card"])
def test_a_number_is_found_in_any_disguise_and_never_repeated(tmp_path: Path, capsys, what: str, disguise: str):
    hidden = DISGUISES[disguise](what)
    for number, (file, path) in enumerate(PLACES):
        value: Any = [{"title": f"证件 {hidden}"}] if path == "awards" else f"证件 {hidden}"
        fault = put(f"{disguise} in {path}", file, path, value, "证件")
        for style in ("flow", "block"):
            root = tmp_path / f"{number}{style}"
            lay(root, fault, style)
            output = expect(root, fault, capsys)
            for secret in (what, hidden, what.translate(WIDE), what.translate(CHINESE)):
                assert secret not in output


@pytest.mark.parametrize("what", [ID, MOBILE, CARD], ids=["id", "mobile", "card"])
def test_a_number_is_found_in_a_key_a_comment_and_a_file_name(tmp_path: Path, capsys, what: str):
    cases = [
        put("a purpose", NEW, f"opening.p-{what.lower()}", "0", what.lower()),
        put("an unknown key", NEW, f"k{what}", "0", what),
        text("a comment", NEW, "published:", f"# 证件 {what}\npublished:", f"# 证件 {what}"),
        raw("an attachment", f"teams/310107/xinhong/files/{what}.png", b"x", at=TEAM, rule="P10"),
        raw("a folder", f"teams/310107/xinhong/files/{what}/a.png", b"x", at=TEAM, rule="P10"),
    ]
    for number, fault in enumerate(cases):
        root = tmp_path / str(number)
        lay(root, fault, "block")
        output = expect(root, fault, capsys)
        assert what not in output, fault.name
        assert what.lower() not in output, fault.name


def test_a_stray_file_with_a_number_is_refused_without_its_name(tmp_path: Path, capsys):
    lay(tmp_path, raw("stray", f"teams/310107/xinhong/{ID}.txt", b"x"), "block")
    code, blocking, output = check(tmp_path, capsys)
    assert (code, bool(blocking)) == (1, True)
    assert ID not in output


# --- and the other way round --------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(10))
def test_valid_records_are_accepted(tmp_path: Path, capsys, seed: int):
    write_corpus(tmp_path, 100, seed, style=("mixed", "flow", "block", "mixed", "mixed")[seed % 5])
    code, blocking, _ = check(tmp_path, capsys)
    assert blocking == []
    assert code == 0
    assert len(list(tmp_path.rglob("20*.yaml"))) == 200
