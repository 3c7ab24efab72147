"""What one text holds that may not be published: which of the privacy rules and L01 it breaks."""

from __future__ import annotations

import re

from generator.check.law_words import asks_for_money
from generator.check.privacy_fold import BETWEEN, fold, numbered, numbers_in

_ASCII = bytes(range(128))
_TO_ZERO = bytes.maketrans(b"0123456789", b"0" * 10)
_LOOSE = b" \t\n-_./\\|*~()+'"
# No rule finds anything in so short a code, number or day.
_SHORT = re.compile(r"[A-Za-z0-9_.:\-]{0,10}\Z").match
_DOTTED_AT = re.compile(rb"at\s?\)|at\xef\xbc\x89")
_DIGIT = "0-9〇零一二三四五六七八九幺两壹贰叁肆伍陆柒捌玖"
_LONG_NUMBER = re.compile(
    rf"[1-9一二三四五六七八九幺壹贰叁肆伍陆柒捌玖](?<![1-9].)(?:[{BETWEEN}（）]*[{_DIGIT}]){{10}}"
)
_NUMERAL = re.compile("[〇零一二三四五六七八九幺壹贰叁肆伍陆柒捌玖]")
_UNUSUAL = re.compile("[^一-鿿、。《》〈〉「」『』【】〔〕，：；（）！？％～＋“”‘’—…×％￥℃№]")
_WIDE_WORDS = re.compile(
    # Every branch begins with a letter, not a set: the search then skips what cannot begin one.
    "单元|弄|室|栋|幢|楼.{0,6}户|座.{0,6}户|單|號|樓|棟|戶|碼|掃|帳|賬|開|寶|村.{0,12}[组社队].{0,4}[号户]|艾特"
    "|捐[款赠](?:请|直接)?[码二转汇打专账帐]|扫[码描]|收[款钱](?:二维)?码|付款(?:二维)?码|赞赏码|爱心.{0,2}账|募捐.{0,2}账"
    "|开户|账[号户]|帐[号户]|卡号|对公户|支付宝|微信|云闪付"
    "|欢迎.{0,8}捐|请.{0,8}捐|我要捐|立即捐|点击捐|马上捐"
)
_EMAIL = re.compile(
    r"[a-z0-9][a-z0-9._%+\-]*\s*(?:@|[(\[【{<]\s*at\s*[)\]】}>]|艾特)\s*"
    r"[a-z0-9\-]+(?:\s*(?:[.。]|[(\[【{<]\s*dot\s*[)\]】}>])\s*[a-z0-9\-]+)*\s*(?:[.。]|[(\[【{<]\s*dot\s*[)\]】}>])\s*[a-z]{2,}"
)
_PERSONAL_MAIL = re.compile(
    r"@\s*(?:vip\.)?(?:qq|foxmail|163|126|yeah|188|139|189|wo|sina|sohu|aliyun|gmail|hotmail|outlook|live|icloud|yahoo|"
    r"21cn|tom)\s*\.\s*(?:com|net|cn|com\.cn)$"
)
_DWELLING = re.compile(
    r"[0-9a-z](?:号?楼|栋|幢|座|号|门)?[^，。；、]{0,4}?[0-9a-z]单元[^，。；、]{0,6}[0-9]"
    r"|(?:小区|花园|公寓|家属院|宿舍|新村|苑|(?<!博爱)家园|里)[^，。；]{0,8}?[0-9a-z](?:号?楼|栋|幢|座|号)[^，。；会议教办]{0,6}?[0-9]{2,}[室户]"
)
_VILLAGE = re.compile(r"[村寨屯][^，。；]{0,8}?[0-9]+(?:村民小组|小组|组|社|队)[^，。；]{0,6}?[0-9]+[号户]")
_LANE = re.compile(r"[0-9]+弄[^，。；]{0,8}?[0-9]+号[^，。；]{0,6}?[0-9]+[室户]?")
_ROOM = re.compile(r"[路街巷道][^，。；]{0,4}?[0-9]+号[^，。；]{0,8}?[0-9]{3,4}[室户]")


def may_hold(text: str) -> bool:
    """Whether a text must be looked at closely: quick, and true of more than it should be."""
    if _SHORT(text):
        return False
    data = text.encode("utf-8", "surrogatepass")
    lower = data.lower()
    if b"@" in data or b"//" in data or b".c" in lower or b"at]" in lower:
        return True
    if (b")" in data or b"\xbc\x89" in data) and _DOTTED_AT.search(lower):
        return True
    if len(data) == len(text):
        return b"00000000000" in data.translate(_TO_ZERO, _LOOSE) and _LONG_NUMBER.search(text) is not None
    wide = data.translate(None, _ASCII).decode("utf-8", "surrogatepass")
    if _UNUSUAL.search(wide) or _WIDE_WORDS.search(wide):
        return True
    for gap in "。—…（）":
        if gap in wide:
            data = data.replace(gap.encode(), b"")
    if b"00000000000" in data.translate(_TO_ZERO, _LOOSE) or _NUMERAL.search(wide):
        return _LONG_NUMBER.search(text) is not None
    return False


def private_in(text: str, *, contact: str = "", number: bool = False, of_public: bool = False) -> dict[str, bool]:
    """The rules that a text breaks, each with whether it is certain (False: a warning).

    ``contact`` is the key of contact details that it stands under (phone, email, address); a ``number``
    is the value of a figure; ``of_public`` marks a question from the public.
    """
    folded = fold(text)
    digits = numbered(folded)
    found: dict[str, bool] = {}
    numbers = set() if number else numbers_in(digits)
    if numbers & {"id", "old_id"}:
        found["P01"] = True
    if "mobile" in numbers:
        found["P09" if contact == "phone" else "P02"] = True
    if "card" in numbers:
        found["P03"] = True
    if contact != "email":
        if _EMAIL.search(folded):
            found["P04"] = True
    elif "P02" not in found and _PERSONAL_MAIL.search(folded.strip()):
        found["P04"] = False
    certain = _home_address(re.sub(r"\s", "", digits), office=contact == "address")
    if certain is not None:
        found["P05"] = certain
    if asks_for_money(folded, of_public=of_public):
        found["L01"] = True
    return found


def _home_address(compact: str, *, office: bool) -> bool | None:
    if _DWELLING.search(compact):
        return True
    if _VILLAGE.search(compact):
        return not office
    if office:
        return None
    return True if _LANE.search(compact) else False if _ROOM.search(compact) else None
