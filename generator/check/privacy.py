"""Private data in any text: numbers of persons, their mail and homes. The message names the place, never the value."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.findings import Severity
from generator.check.privacy_scan import hits_in
from generator.check.rule import Breach, rule
from generator.model.corpus import SourceFile

ERROR, WARNING = Severity.ERROR, Severity.WARNING
CLAUSE = "3.3 隐私"
NAMES = {
    "P01": "居民身份证号码",
    "P02": "手机号码",
    "P03": "银行卡号",
    "P04": "电子邮箱",
    "P05": "住址",
    "P09": "手机号码",
    "L01": "募捐或收款的内容",
}


def _breaches(source: SourceFile, id: str, fix: str, doubt: str = "", doubtful_fix: str = "") -> Iterator[Breach]:
    for hit in hits_in(source):
        if hit.rule == id:
            where = f"“{hit.where}”一项" if hit.where else "这里"
            if hit.certain:
                yield Breach(hit.place, f"{where}里有{NAMES[id]}（为保护个人信息，不显示内容）", fix)
            else:
                yield Breach(hit.place, f"{where}{doubt}", doubtful_fix or fix, severity=WARNING)


@rule("P01", "身份证号码", ERROR, CLAUSE)
def no_resident_ids(source: SourceFile) -> Iterator[Breach]:
    """规则：任何文字、键名、注释和文件名里都不能有居民身份证号码，加空格、用全角或汉字数字写的也不行。
    依据：《个人信息保护法》；《慈善法》第八十二条。
    为什么：身份证号码一旦公开就收不回来，会被用来冒名贷款、开户。
    怎么改：删去号码，受助人只写人数和地区；已经提交过的，请管理员从历史里清除。
    """
    return _breaches(source, "P01", "删去号码；受助人只写人数（count）和地区（area）")


@rule("P02", "手机号码", ERROR, CLAUSE)
def no_mobile_numbers(source: SourceFile) -> Iterator[Breach]:
    """规则：任何文字、键名、注释和文件名里都不能有手机号码，加空格、用全角或汉字数字写的也不行。
    依据：《个人信息保护法》。
    为什么：手机号码是个人信息，公开后会招来骚扰和诈骗。
    怎么改：删去号码；需要公众联系的，在 contact.phone 写办公座机。
    """
    return _breaches(source, "P02", "删去号码；要留联系办法，在 contact.phone 写办公座机")


@rule("P03", "银行卡号", ERROR, CLAUSE)
def no_bank_cards(source: SourceFile) -> Iterator[Breach]:
    """规则：任何文字、键名、注释和文件名里都不能有银行卡号。
    依据：《个人信息保护法》第二十八条；《慈善法》第二十六条、第二十七条。
    为什么：卡号属于敏感个人信息，公开的卡号也会被当作收款账号。
    怎么改：删去卡号；说明钱付给谁，写单位名称或对象、数量和地区。
    """
    return _breaches(source, "P03", "删去卡号；付给谁写在 to 里，写单位名称，或人数和地区")


@rule("P04", "电子邮箱", ERROR, CLAUSE)
def no_mail_addresses(source: SourceFile) -> Iterator[Breach]:
    """规则：电子邮箱只写在 contact.email，写办公邮箱；写在别处是错误，contact.email 用个人邮箱是警告。
    依据：《个人信息保护法》。
    为什么：个人邮箱往往含有姓名、QQ 号或手机号，也会随人员变动而失去联系。
    怎么改：别处的邮箱删去；contact.email 改用红十字会或队伍的公用邮箱。
    """
    return _breaches(
        source,
        "P04",
        "删去邮箱；办公邮箱写在 contact.email",
        "用的像是个人邮箱",
        "改用红十字会或队伍的公用邮箱；确是公用的可以不改",
    )


@rule("P05", "住址", ERROR, CLAUSE)
def no_home_addresses(source: SourceFile) -> Iterator[Breach]:
    """规则：任何文字里都不能有住家的地址，如“某小区几号楼几单元几室”“某村几组几号”“某弄几号几室”。
    依据：《个人信息保护法》；《慈善法》第八十二条。
    为什么：住址会让受助人和捐赠人被人找上门。
    怎么改：只写到县区或更大的范围；办公地址写在 contact.address。
    """
    return _breaches(
        source,
        "P05",
        "地区只写到县区或更大范围；办公地址写在 contact.address",
        "里有门牌号和房间号，像是住址" if source.path.count("/") else "里有像是住址的内容",
        "是住址就删去，只写到县区；办公地址写在 contact.address",
    )


@rule("P09", "办公电话不能是手机", ERROR, CLAUSE)
def office_phone_is_no_mobile(source: SourceFile) -> Iterator[Breach]:
    """规则：contact.phone 写办公座机或公用热线，不写手机号码。
    依据：《个人信息保护法》。
    为什么：手机是个人的，人员一变就找不到人，号码却永远留在网上。
    怎么改：写队伍的办公座机；没有座机的，写主管红十字会的座机，或改用 email、address。
    """
    return _breaches(source, "P09", "写办公座机，例如 021-5555-0100；没有座机就写主管红十字会的，或改用 email")
