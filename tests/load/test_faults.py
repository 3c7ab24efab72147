"""Every fault that reading can find: one change to the faultless folder, one finding, on its line, with its cure."""

from pathlib import Path
from typing import NamedTuple

import pytest

from generator.load.faults import LOAD_RULES
from tests.load.corpus import QUESTION, REPORT, SOCIETY, TEAM, read, spoilt, write

SITE, DEADLINES = "site.yaml", "deadlines.yaml"


class Fault(NamedTuple):
    """``old`` of a file become ``new``; the rule that says so, ``shift`` lines on; words of message and fix."""

    name: str
    path: str
    old: str
    new: str
    rule: str
    words: str
    shift: int = 0


PUBLISHED = "published: 2026-03-12\n"
D1_AMOUNT = "amount: 20000\n"
ABOUT = "开展 **应急救援**。"

FAULTS = [
    # What no record may hold, raw or by escape.
    Fault("escape character", TEAM, "新虹队", "新\x1b[31m队", "Y01", "控制字符 删去"),
    Fault("null", TEAM, "新虹队", "新\x00队", "Y01", "U+0000 控制字符"),
    Fault("next line", TEAM, "新虹队", "新\x85队", "Y01", "控制字符"),
    Fault("line separator", TEAM, "新虹队", "新\u2028队", "Y01", "特殊换行符"),
    Fault("zero width space", REPORT, "示例电器", "示例\u200b电器", "Y01", "U+200B 看不见"),
    Fault("filler", REPORT, "示例电器", "示例\u3164电器", "Y01", "看不见"),
    Fault("tag character", REPORT, "示例电器", "示例\U000e0041电器", "Y01", "看不见"),
    Fault("right to left", REPORT, "示例电器", "示例\u202e电器", "Y01", "方向"),
    Fault("isolate", REPORT, "示例电器", "示例\u2066电器", "Y01", "方向"),
    Fault("byte order mark inside", REPORT, "示例电器", "示例\ufeff电器", "Y01", "看不见"),
    Fault("in a comment", REPORT, "# 全年账目", "# 全年\u202e账目", "Y01", "方向"),
    Fault("in a key", REPORT, "service:", "ser\u200bvice:", "Y01", "看不见"),
    Fault("escaped control", TEAM, "新虹队", r'"新\e队"', "Y01", "转义 U+001B 直接写出"),
    Fault("escaped null", TEAM, "新虹队", r'"新\0队"', "Y01", "转义 U+0000"),
    Fault("escaped surrogate", TEAM, "新虹队", r'"\uD800"', "Y02", "反斜杠"),
    Fault("escaped pair", TEAM, "新虹队", r'"\uD83D\uDE00"', "Y02", "反斜杠"),
    Fault("escape too large", TEAM, "新虹队", r'"\UFFFFFFFF"', "Y02", "反斜杠"),
    Fault("escaped zero width", TEAM, "新虹队", r'"新\u200b队"', "Y01", "转义 看不见"),
    Fault("escaped direction", TEAM, "新虹队", r'"新\u202E队"', "Y01", "转义 方向"),
    Fault("escaped line separator", TEAM, "新虹队", r'"新\L队"', "Y01", "转义 特殊换行符"),
    Fault("escaped carriage return", TEAM, "新虹队", r'"新\r队"', "Y01", "转义 U+000D"),
    Fault("escape in a key", TEAM, "custody:", r'"cust\u200body":', "Y01", "转义 看不见"),
    # YAML that is not read.
    Fault("duplicate key", REPORT, PUBLISHED, PUBLISHED * 2, "Y03", "published 第 2 行 删去", 1),
    Fault("duplicate in flow", REPORT, "{bank: -0.5,", "{cash: 1, bank: -0.5,", "Y03", "cash 已经写过"),
    Fault("duplicate by quotes", REPORT, "{D1: 9000.5}", '{D1: 9000.5, "D1": 1}', "Y03", "D1"),
    Fault("anchor", REPORT, D1_AMOUNT, "amount: &a 20000\n", "Y04", "锚 直接写出来"),
    Fault("anchor on a map", REPORT, "donor: {kind: anonymous}", "donor: &a {kind: anonymous}", "Y04", "锚"),
    Fault("anchor on a key", REPORT, D1_AMOUNT, "&a amount: 20000\n", "Y04", "锚"),
    Fault("alias without anchor", REPORT, D1_AMOUNT, "amount: *a\n", "Y04", "别名"),
    Fault("alias as key", REPORT, D1_AMOUNT, "*a : 20000\n", "Y04", "别名"),
    Fault("merge key", REPORT, D1_AMOUNT, "<<: {amount: 20000}\n    amount: 20000\n", "Y04", "合并键 <<"),
    Fault("tag", REPORT, D1_AMOUNT, "amount: !!int 20000\n", "Y04", "类型标签 !"),
    Fault("own tag", TEAM, "新虹队", "!python/name:os.system 新虹队", "Y04", "类型标签"),
    Fault("lone tag", REPORT, "donor: {kind: anonymous}", "donor: ! {kind: anonymous}", "Y04", "类型标签"),
    Fault("tag on a list", TEAM, "[emergency_rescue, first_aid]", "!!set [emergency_rescue]", "Y04", "类型标签"),
    Fault("tag directive", REPORT, "# 全年账目\n", "%TAG ! tag:x,2020:\n---\n", "Y04", "%TAG"),
    Fault("second document", REPORT, "service:", "---\nservice:", "Y04", "多份文档 一份"),
    Fault("tab indentation", REPORT, "    date: 2025-07-03", "\tdate: 2025-07-03", "Y02", "制表符 空格"),
    Fault("tab after spaces", REPORT, "    date: 2025-07-03", "  \tdate: 2025-07-03", "Y02", "制表符 空格"),
    Fault("full-width colon", REPORT, PUBLISHED, "published：2026-03-12\n", "Y02", "全角冒号 英文半角"),
    Fault("full-width colon in a row", REPORT, "    date: 2025-07-03", "    date：2025-07-03", "Y02", "全角冒号"),
    Fault(
        "full-width colon in flow", REPORT, "{kind: anonymous}", "{kind: anonymous, name：某}", "F01", "全角冒号 name"
    ),
    Fault("full-width colon alone", TEAM, "{kind: 党小组, since: 2022-07-01}", "kind：党小组", "F03", "全角冒号"),
    Fault("no space after colon", REPORT, PUBLISHED, "published:2026-03-12\n", "Y02", "冒号 空一格"),
    Fault("colon in a value", TEAM, "short_name: 新虹队", "short_name: 新虹: 队", "Y02", "冒号 双引号"),
    Fault("open bracket", REPORT, "{bank: -0.5, cash: 771.67}", "{bank: -0.5, cash: 771.67", "Y02", "括号 成对", 1),
    Fault("full-width comma", REPORT, "{bank: -0.5, cash", "{bank: -0.5， cash", "Y02", "全角 ， 英文半角逗号"),
    Fault("full-width bracket", REPORT, "{bank: -0.5,", "｛bank: -0.5,", "Y02", "全角括号 英文半角"),
    Fault("dash without a space", REPORT, "  - id: S1", "  -id: S1", "Y02", "短横线 空一格"),
    Fault("colon in a value in braces", TEAM, "{kind: 党小组,", "{kind: 党: 小组,", "Y02", "冒号 双引号"),
    Fault("separator in braces", REPORT, "cash: 771.67}", "cash: 1,771.67元}", "F01", "逗号 cash: 1771.67"),
    Fault("comment without a space", REPORT, PUBLISHED, "published: 2026-03-12#年报\n", "F06", "2026-03-12 空一格"),
    Fault("comment at an amount", REPORT, D1_AMOUNT, "amount: 20000#捐款\n", "F04", "20000.00 空一格"),
    Fault("open quote", QUESTION, "question: 这", 'question: "这', "Y02", "引号 成对"),
    Fault("at sign", TEAM, "short_name: 新虹队", "short_name: @新虹队", "Y02", "双引号"),
    Fault("uneven indentation", REPORT, "    amount: 20000", "   amount: 20000", "Y02", "缩进 对齐"),
    Fault("key that is a map", REPORT, "{D1: 9000.5}", "{{a: b}: 9000.5}", "Y02", "键必须是一个词"),
    Fault("key that is a list", REPORT, "{D1: 9000.5}", "{? [a] : 9000.5}", "Y02", "键必须是一个词"),
    # Keys.
    Fault("slip in a key", REPORT, D1_AMOUNT, "amout: 20000\n", "F01", "amout 是不是 amount（金额）"),
    Fault("label for a key", REPORT, D1_AMOUNT, "金额: 20000\n", "F01", "是不是 amount"),
    Fault("capital key", TEAM, "short_name:", "Short_Name:", "F01", "是不是 short_name（简称）"),
    Fault("key out of nowhere", TEAM, "short_name:", "zzzzzz:", "F01", "可以写的键 name"),
    Fault("empty key", TEAM, "short_name:", '"":', "F01", "不认识的键"),
    Fault("slip in a required key", TEAM, "custody:", "custdy:", "F01", "是不是 custody"),
    Fault("missing key", TEAM, "area: 示例市示例区\n", "", "F02", "缺少 area（服务地区） 例如"),
    Fault("missing key in a row", REPORT, "id: S1\n    category", "category", "F02", "缺少 id（编号） D1"),
    Fault("missing key in a map", TEAM, "registered: 42, ", "", "F02", "缺少 registered（注册志愿者）"),
    Fault("list too short", TEAM, "[emergency_rescue, first_aid]", "[]", "F02", "服务领域至少要写 1 项"),
    # The wrong structure.
    Fault("text for a map", TEAM, "{phone: 021-5555-0102}", "示例路 1 号", "F03", "联系方式 键: 值"),
    Fault("list for a map", TEAM, "{phone: 021-5555-0102}", "[021-5555-0102]", "F03", "联系方式"),
    Fault("map for text", TEAM, "short_name: 新虹队", "short_name: {a: b}", "F03", "简称应是一行文字"),
    Fault("list for text", TEAM, "short_name: 新虹队", "short_name: [新虹队]", "F03", "简称应是一行文字"),
    Fault("text for a list", TEAM, "[emergency_rescue, first_aid]", "emergency_rescue", "F03", "列表 ["),
    Fault("map for a list", REPORT, "transfers: []", "transfers: {}", "F03", "用途变更应是一个列表"),
    Fault("list for money", REPORT, D1_AMOUNT, "amount: [20000]\n", "F03", "金额应是一个金额"),
    Fault("map for a day", REPORT, PUBLISHED, "published: {day: 12}\n", "F03", "公布日期应是一个日期"),
    Fault("map for a count", TEAM, "active: 30", "active: {a: 1}", "F03", "活跃志愿者应是一个数"),
    Fault("map for prose", QUESTION, "question: 这笔钱用在哪里？", "question: [a]", "F03", "问题应是一段文字"),
    Fault("map for a code", TEAM, "custody: own_account", "custody: {a: b}", "F03", "一个代码 own_account"),
    Fault("list for a flag", REPORT, "nil: false", "nil: [true]", "F09", "是写 true"),
    Fault("money for a map of money", REPORT, "{D1: 9000.5}", "9000.5", "F03", "逐项填写"),
    Fault("nothing after the key", REPORT, PUBLISHED, "published:\n", "F03", "公布日期没有填写 未填报就删去"),
    Fault("empty quotes", TEAM, "short_name: 新虹队", 'short_name: ""', "F03", "简称没有填写"),
    Fault("row that is text", REPORT, "transfers: []", "transfers: [T1]", "F03", "键: 值"),
    Fault("text in a map of money", REPORT, "{D1: 9000.5}", '{"D1\\n::error": 1}', "F10", "不是代号"),
    # Money.
    Fault("thousands separator", REPORT, D1_AMOUNT, "amount: 1,000.00\n", "F04", "1,000.00 请写成 1000.00"),
    Fault("full-width separator", REPORT, D1_AMOUNT, "amount: 20，000\n", "F04", "请写成 20000.00"),
    Fault("yuan", REPORT, D1_AMOUNT, "amount: 1000元\n", "F04", "请写成 1000.00"),
    Fault("yuan sign", REPORT, D1_AMOUNT, "amount: ￥1,000.5\n", "F04", "请写成 1000.50"),
    Fault("ten thousand", REPORT, D1_AMOUNT, "amount: 2万\n", "F04", "请写成 20000.00"),
    Fault("full-width digits", REPORT, D1_AMOUNT, "amount: ２００００\n", "F04", "请写成 20000.00"),
    Fault("exponent", REPORT, D1_AMOUNT, "amount: 1e3\n", "F04", "1e3 1000.50 这样的数"),
    Fault("hexadecimal", REPORT, D1_AMOUNT, "amount: 0x10\n", "F04", "0x10 1000.50 这样的数"),
    Fault("leading zero", REPORT, D1_AMOUNT, "amount: 012\n", "F04", "012 请写成 12.00"),
    Fault("not a number", REPORT, D1_AMOUNT, "amount: NaN\n", "F04", "NaN 这样的数"),
    Fault("infinity", REPORT, D1_AMOUNT, "amount: .inf\n", "F04", "这样的数"),
    Fault("sexagesimal", REPORT, D1_AMOUNT, "amount: 1:30\n", "F04", "1:30"),
    Fault("underscore", REPORT, D1_AMOUNT, "amount: 1_000\n", "F04", "这样的数"),
    Fault("negative", REPORT, D1_AMOUNT, "amount: -20000\n", "F04", "负数 更正"),
    Fault("negative zero", REPORT, D1_AMOUNT, "amount: -0\n", "F04", "负数"),
    Fault("negative yuan", REPORT, D1_AMOUNT, "amount: -5元\n", "F04", "负数"),
    Fault("three decimals", REPORT, D1_AMOUNT, "amount: 1.005\n", "F04", "1.005 最多两位"),
    Fault("fourteen digits", REPORT, D1_AMOUNT, "amount: 10000000000000\n", "F04", "最多 13 位"),
    Fault("decimal comma", REPORT, D1_AMOUNT, "amount: 1,00\n", "F04", "这样的数"),
    Fault("blank", REPORT, D1_AMOUNT, 'amount: "20000 "\n', "F04", "请写成 20000.00"),
    Fault("null word", REPORT, D1_AMOUNT, "amount: null\n", "F04", "null"),
    Fault("money in a map", REPORT, "{D1: 9000.5}", "{D1: 9000.5元}", "F04", "由哪笔钱支付 D1 请写成 9000.50"),
    # Quantities and counts.
    Fault("unit in a quantity", REPORT, "quantity: 30, unit_value", "quantity: 30件, unit_value", "F05", "请写成 30"),
    Fault("negative quantity", REPORT, "quantity: 30, unit_value", "quantity: -3, unit_value", "F05", "这样的数"),
    Fault("four decimals", REPORT, "1840.125", "1840.1255", "F05", "1840.1255"),
    Fault("count with a comma", REPORT, "count: 10081", 'count: "10,081"', "F05", "请写成 10081"),
    Fault("count with a unit", REPORT, "count: 10081", "count: 1万人", "F05", "请写成 10000"),
    Fault("count of halves", TEAM, "active: 30", "active: 30.5", "F05", "整数"),
    Fault("count of about", TEAM, "active: 30", "active: 30多人", "F05", "这样的整数"),
    Fault("count by exponent", TEAM, "active: 30", "active: 3e1", "F05", "这样的整数"),
    Fault("full-width count", TEAM, "active: 30", "active: ３０", "F05", "请写成 30"),
    Fault("negative count", TEAM, "active: 30", "active: -30", "F05", "整数"),
    # Days.
    Fault("no such day", REPORT, "date: 2025-07-03", "date: 2025-02-30", "F06", "不是真实的日子"),
    Fault("slashes", REPORT, "date: 2025-07-03", "date: 2025/7/4", "F06", "请写成 2025-07-04"),
    Fault("no hyphens", REPORT, "date: 2025-07-03", "date: 20250704", "F06", "请写成 2025-07-04"),
    Fault("in Chinese", REPORT, "date: 2025-07-03", "date: 2025年7月4日", "F06", "请写成 2025-07-04"),
    Fault("full-width day", REPORT, "date: 2025-07-03", "date: ２０２５-０７-０４", "F06", "请写成 2025-07-04"),
    Fault("with a time", REPORT, "date: 2025-07-03", "date: 2025-07-03 10:00:00", "F06", "这样的日期"),
    Fault("in the future", REPORT, "date: 2025-07-03", "date: 2026-07-02", "F06", "晚于截至日期 2026-07-01"),
    Fault("far future", TEAM, "end: 2026-12-31", "end: 9999-12-31", "F06", "不是真实的日子"),
    Fault("month only", REPORT, "date: 2025-07-03", "date: 2025-07", "F06", "2025-07-03 这样的日期"),
    # Text and prose.
    Fault("two lines", TEAM, "short_name: 新虹队", 'short_name: "新虹\\n队"', "F07", "只有一行"),
    Fault("block text", TEAM, "short_name: 新虹队\n", "short_name: |\n  新虹队\n", "F07", "只有一行"),
    Fault("too long", TEAM, "short_name: 新虹队", "short_name: " + "字" * 201, "F07", "201 个字 200"),
    Fault("leading blank", TEAM, "short_name: 新虹队", 'short_name: " 新虹队"', "F07", "首尾有空白 新虹队"),
    Fault("wide blank", TEAM, "short_name: 新虹队", "short_name: 新虹队\u3000", "F07", "首尾有空白"),
    Fault("tab in text", TEAM, "short_name: 新虹队", "short_name: 新虹\t队", "F07", "制表符"),
    Fault("not composed", TEAM, "short_name: 新虹队", "short_name: Cafe\u0301", "F07", "NFC 重新输入"),
    Fault(
        "unit too long", REPORT, "unit: 件, quantity: 30, unit", f"unit: {'件' * 21}, quantity: 30, unit", "F07", "20"
    ),
    Fault("in a list of text", TEAM, "新虹救援队,", "' 新虹救援队',", "F07", "曾用名首尾有空白"),
    Fault("html", TEAM, ABOUT, "<b>应急</b>", "F07", "HTML 尖括号", -1),
    Fault("script", TEAM, ABOUT, "<script>alert(1)</script>", "F07", "HTML", -1),
    Fault("html comment", TEAM, ABOUT, "<!-- x -->", "F07", "HTML", -1),
    Fault("image", TEAM, ABOUT, "![x](https://example.org/x.png)", "F07", "图片 files", -1),
    Fault("reference image", TEAM, ABOUT, "![x][y]", "F07", "图片", -1),
    Fault("javascript link", TEAM, ABOUT, "[x](javascript:alert(1))", "F07", "链接 https://", -1),
    Fault("javascript in brackets", TEAM, ABOUT, "[x](<javascript:alert(1)>)", "F07", "链接", -1),
    Fault("javascript by entity", TEAM, ABOUT, "[x](&#106;avascript:alert(1))", "F07", "链接", -1),
    Fault("javascript in capitals", TEAM, ABOUT, "[x]( JaVaScRiPt:alert(1))", "F07", "链接", -1),
    Fault("data link", TEAM, ABOUT, "[x](data:text/html,x)", "F07", "链接", -1),
    Fault("relative link", TEAM, ABOUT, "[x](../../admin)", "F07", "链接", -1),
    Fault("schemeless link", TEAM, ABOUT, "[x](//example.org)", "F07", "链接", -1),
    Fault("reference link", TEAM, ABOUT, "[x][y]\n\n  [y]: javascript:alert(1)\n", "F07", "链接", -1),
    Fault("reference in a quote", TEAM, ABOUT, "[x][y]\n\n  > [y]: javascript:alert(1)\n", "F07", "链接", -1),
    Fault("reference in a list", TEAM, ABOUT, "[x][y]\n\n  1. [y]: <javascript:alert(1)>\n", "F07", "链接", -1),
    Fault("reference, escaped", TEAM, ABOUT, "[x][y\\]]\n\n  [y\\]]: javascript:alert(1)\n", "F07", "链接", -1),
    Fault("autolink", TEAM, ABOUT, "<javascript:alert(1)>", "F07", "链接", -1),
    Fault("prose too long", QUESTION, "这笔钱用在哪里？", "字" * 5001, "F07", "5001 5000"),
    Fault("prose not composed", QUESTION, "这笔钱用在哪里？", "e\u0301?", "F07", "NFC"),
    # Codes and flags.
    Fault("label for a code", TEAM, "[emergency_rescue,", "[应急救援,", "F08", "应急救援请写作 emergency_rescue"),
    Fault("slip in a code", REPORT, "category: program", "category: programm", "F08", "业务活动成本请写作 program"),
    Fault("capital code", TEAM, "custody: own_account", "custody: Own_Account", "F08", "请写作 own_account"),
    Fault(
        "no such code", TEAM, "custody: own_account", "custody: 12345", "F08", "只能是 society_ledger（红十字会代管）"
    ),
    *(
        Fault(f"{word!r} for a flag", REPORT, "nil: false", f"nil: {word}", "F09", "是写 true，否写 false")
        for word in ("yes", "no", "True", "FALSE", "on", "1", "0", "是", "y", "~", "' true'")
    ),
    # Identifiers.
    Fault("row number in Chinese", REPORT, "id: D1\n", "id: 捐1\n", "F10", "行号 D1"),
    Fault("capital purpose", REPORT, "purpose: flood-2025", "purpose: Flood-2025", "F10", "短代号 flood-2025"),
    Fault("check digit", TEAM, "91350100M000100Y43", "91350100M000100Y44", "F10", "校验码 18 位"),
    Fault("code too short", TEAM, "91350100M000100Y43", "91350100M000100Y4", "F10", "不是统一社会信用代码"),
    Fault("division", SOCIETY, "division: 310107", "division: 31010", "F10", "行政区划代码 310107"),
    Fault("address of a script", SITE, "https://example.org/accounts/", "javascript:alert(1)", "F10", "不是网址"),
    Fault("no e-mail", SITE, "office@example.org", "office", "F10", "不是电子邮箱"),
    Fault("e-mail that is a bomb", SITE, "office@example.org", "'a@" + "." * 50_000 + " '", "F10", "不是电子邮箱"),
    Fault("file elsewhere", TEAM, "file: files/charter.pdf", "file: /etc/passwd", "F10", "文件路径 files/"),
    Fault("question about nothing", QUESTION, "teams/310107/xinhong/2025#D1", "示例", "F10", "不是地址"),
    Fault("deadline", DEADLINES, "id: annual", "id: An Nual", "F10", "短代号"),
    # Absence.
    Fault("n/a not allowed", TEAM, "short_name: 新虹队", "short_name: n/a", "F11", "不能写 n/a 删去"),
    Fault("n/a for a day", REPORT, PUBLISHED, "published: n/a\n", "F11", "不能写 n/a"),
    Fault("quoted n/a", TEAM, "custody: own_account", 'custody: "n/a"', "F11", "不能写 n/a"),
    Fault(
        "withheld without reason", REPORT, "{withheld: 正在审计}", "{withheld: }", "F11", "没有写明理由 withheld: 理由"
    ),
    Fault("withheld blank", REPORT, "{withheld: 正在审计}", "{withheld: ' '}", "F11", "没有写明理由"),
    Fault("withheld too long", REPORT, "正在审计", "字" * 201, "F11", "200 字以内"),
    Fault("withheld list", REPORT, "{withheld: 正在审计}", "{withheld: [a]}", "F11", "一行文字"),
    Fault("withheld not allowed", TEAM, "short_name: 新虹队", "short_name: {withheld: 不想说}", "F11", "必须公开"),
    Fault("withheld text not allowed", TEAM, "short_name: 新虹队", 'short_name: "withheld: 不想说"', "F11", "必须公开"),
    Fault("withheld money not allowed", REPORT, D1_AMOUNT, "amount: {withheld: 不想说}\n", "F11", "必须公开"),
    Fault("withheld map not allowed", TEAM, "{phone: 021-5555-0102}", "{withheld: 不想说}", "F11", "必须公开"),
]


@pytest.mark.parametrize("fault", FAULTS, ids=[fault.name for fault in FAULTS])
def test_one_change_one_finding(fault: Fault, tmp_path: Path) -> None:
    text, line = spoilt(fault.path, fault.old, fault.new)
    _, teams, findings = read(write(tmp_path, {fault.path: text}))
    assert [f.rule for f in findings] == [fault.rule], findings
    (finding,) = findings
    assert finding.place.file == fault.path
    if fault.rule != "F02":  # what is missing is told where its record begins
        assert finding.place.line == line + fault.shift
    said = f"{finding.message} {finding.fix}"
    assert [word for word in fault.words.split(" ") if word not in said] == [], said
    assert said.isprintable()
    assert finding.message
    assert finding.fix
    if fault.path.startswith("teams/"):
        assert not teams[0].whole


def test_names_are_unique_and_every_rule_is_tried() -> None:
    names = [fault.name for fault in FAULTS]
    assert len(set(names)) == len(names)
    assert {fault.rule for fault in FAULTS} | {"Y05", "Y06"} == set(LOAD_RULES)


@pytest.mark.parametrize(
    "written", ["no", "012", "1:30", "310107", "1000.50", "0x1F", "1e3", "2025-07-03", "~", "null"]
)
@pytest.mark.parametrize("style", ["{}", '"{}"', "'{}'"])
def test_text_stays_what_was_typed(written: str, style: str, tmp_path: Path) -> None:
    text, _ = spoilt(TEAM, "short_name: 新虹队", "short_name: " + style.format(written))
    _, (folder,), findings = read(write(tmp_path, {TEAM: text}))
    assert findings == []
    assert folder.team is not None
    assert folder.team.short_name == written


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("amount: 20000\n", 'amount: "20000"\n'),
        ("amount: 20000\n", "amount: '20000.00'\n"),
        ("nil: false", 'nil: "false"'),
        ("date: 2025-07-03", "date: '2025-07-03'"),
        ("receipt: n/a", 'receipt: "n/a"'),
        ("{withheld: 正在审计}", '"withheld: 正在审计"'),
        ("category: program", '"category": "program"'),
        ("transfers: []", "transfers: n/a"),
        ("published: 2026-03-12", "published: {withheld: 来源未载}"),
        ("# 全年账目", "# 小计 &a *b !c \\d <<: 1，000"),
        ("name: 示例电器有限公司", "name: 示例电器 & 公司! (a*b) C:\\d"),
        ("amount: 20000\n", "amount: 20000 # 元\n"),
        ("    amount: 20000\n", "\n    amount: 20000\n\n"),
    ],
)
def test_other_ways_to_write_it(old: str, new: str, tmp_path: Path) -> None:
    text, _ = spoilt(REPORT, old, new)
    assert read(write(tmp_path, {REPORT: text}))[2] == []


@pytest.mark.parametrize(
    "prose",
    [
        "[x](https://example.org/a?b=c&d=e)",
        "[x](HTTP://example.org)",
        "[x](mailto:a@example.org)",
        "1 < 2",
        "a <3 b",
        "<https://example.org>",
        "<mailto:a@example.org>",
        "**粗** _斜_ `码`",
        "[x] 与 (y)",
        "[1]：说明",
        "javascript:alert(1)",
        "[x][y]\n\n[y]: https://example.org",
        "# 标题\n\n> 引文\n\n1. 一",
        "感谢！[见此](https://example.org)",
    ],
)
def test_prose_that_may_stand(prose: str, tmp_path: Path) -> None:
    block = "question: |\n  " + prose.replace("\n", "\n  ") + "\n"
    text, _ = spoilt(QUESTION, "question: 这笔钱用在哪里？\n", block)
    context, _, findings = read(write(tmp_path, {QUESTION: text}))
    assert findings == []
    assert context is not None
    assert context.questions[0].question.question == prose


def test_every_fault_of_a_file_is_told(tmp_path: Path) -> None:
    text, line = spoilt(
        TEAM, "people: {as_of: 2025-12-31, registered: 42", "people: {as_of: 2025-13-31, registered: 4二"
    )
    text = text.replace("custody: own_account", "custdy: own").replace("title: 救护员培训", "title: ' '")
    _, _, findings = read(write(tmp_path, {TEAM: text}))
    assert [f.rule for f in findings if f.place.line == line] == ["F06", "F05"]
    assert sorted(f.rule for f in findings) == ["F01", "F05", "F06", "F07"]


def test_columns(tmp_path: Path) -> None:
    text, line = spoilt(REPORT, "{kind: pooled, count: 10081,", "{kind: pooled, count: 一万,")
    _, _, (finding,) = read(write(tmp_path, {REPORT: text}))
    assert text.splitlines()[line - 1][finding.place.column - 1 :].startswith("一万")
    text, line = spoilt(REPORT, "{bank: -0.5,", "{cash: 1, bank: -0.5,")
    _, _, (finding,) = read(write(tmp_path, {REPORT: text}))
    assert [(p.line, text.splitlines()[p.line - 1][p.column - 1 :]) for p in finding.others] == [
        (line, "cash: 1, bank: -0.5, cash: 771.67}")
    ]
