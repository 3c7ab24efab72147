"""Numbers as people write and hide them: full-width, circled and Chinese digits, spaces, hyphens and dots undone.

What a number is shows in its groups: a mobile number is eleven digits that begin and end where groups of
digits begin and end, so that amounts, dates and receipts beside each other do not become one.
"""

from __future__ import annotations

import re
import unicodedata

from generator.base.identifiers import is_resident_id, is_uscc, passes_luhn
from generator.base.text import INVISIBLE

BETWEEN = r"\s\-‐-―−_.。·•・∙⋅/\\|*~()+'\u20e3"
"""What may stand between the digits of one number, once folded."""

_SIMPLIFIED = str.maketrans("單號樓棟帳賬碼寶轉銀開組戶請匯滙帐區掃贈", "单号楼栋账账码宝转银开组户请汇汇账区扫赠")
_NUMERALS = str.maketrans("〇零○◯一二三四五六七八九幺兩两壹贰貳叁參肆伍陆陸柒捌玖", "0000123456789122122334566789")
_SEAM = re.compile(r"(?<=[0-9])(?=[^\x00-\x7f])|(?<=[^\x00-\x7f])(?=[0-9])")
_INVISIBLE = re.compile(f"[{INVISIBLE}]")
_FOREIGN_DIGIT = re.compile(r"(?![0-9])\d")
_CODE = re.compile(r"(?<![0-9a-z])(?=[0-9]*[a-z])[0-9a-z]{18,}(?![0-9a-z])")
_HEX = re.compile(r"[0-9a-f]{20,}")
_RUN = re.compile(rf"[0-9](?:[{BETWEEN}]{{0,4}}[0-9])*(x(?![a-z0-9]))?")
_GROUP = re.compile(r"[0-9]+")
_DECIMAL = re.compile(r"[0-9]+\.[0-9]{1,3}")
_MOBILE = re.compile(r"(?:(?:00)?86|0)?1[3-9][0-9]{9}")
_OLD_ID = re.compile(r"[1-9][0-9]{5}[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}")
_CARD = re.compile(r"62[0-9]{14,17}|(?:4[0-9]|5[1-5]|35)[0-9]{14}")


def fold(text: str) -> str:
    """A text for looking at: NFKC, lower case, nothing invisible, simplified characters.

    Digits of two scripts side by side (四138…, ①138…) stay two groups: a space is put between them.
    """
    seen = _SEAM.sub(" ", _INVISIBLE.sub("", text))
    return _INVISIBLE.sub("", unicodedata.normalize("NFKC", seen)).lower().translate(_SIMPLIFIED)


def numbered(folded: str) -> str:
    """A folded text with every digit, Chinese ones too, as 0–9."""
    return _FOREIGN_DIGIT.sub(lambda digit: str(unicodedata.decimal(digit[0])), folded).translate(_NUMERALS)


def numbers_in(digits: str) -> set[str]:
    """Which of mobile, id, old_id and card stand in a text whose digits are folded."""
    found: set[str] = set()
    text = _CODE.sub(_without_codes, digits)
    for run in _RUN.finditer(text):
        written = run[0].removesuffix("x")
        if len(written) < 11 or _DECIMAL.fullmatch(written) or text[run.end() :].lstrip()[:1] == "元":
            continue
        groups = _GROUP.findall(written)
        for first in range(len(groups)):
            for last in range(first + 1, len(groups) + 1):
                number = "".join(groups[first:last])
                if len(number) > 19:
                    break
                if len(number) > 10:
                    end = "x" if run[1] and last == len(groups) else ""
                    found |= _what(number + end, [len(group) for group in groups[first:last]])
    return found


def _without_codes(match: re.Match[str]) -> str:
    """Blank what is a unified social credit code or a hash: their digits are no number of anybody."""
    code = match[0].upper()
    if (is_uscc(code) and not code[:17].isdigit()) or _HEX.fullmatch(match[0]):
        return "#"
    return match[0]


def _what(digits: str, sizes: list[int]) -> set[str]:
    length = len(digits)
    if length <= 15 and _MOBILE.fullmatch(digits):
        return {"mobile"}
    if length == 15 and sizes in ([15], [6, 6, 3]) and _OLD_ID.fullmatch(digits):
        return {"old_id"}
    if length == 18 and is_resident_id(digits):
        return {"id"}
    if 16 <= length <= 19 and _CARD.fullmatch(digits) and _grouped_as_card(sizes) and passes_luhn(digits):
        return {"card"}
    return set()


def _grouped_as_card(sizes: list[int]) -> bool:
    """In one piece, in equal pieces, or as six and the rest."""
    equal = len(set(sizes[:-1])) == 1 and sizes[0] <= 5 and sizes[-1] <= sizes[0]
    return len(sizes) == 1 or equal or (len(sizes) == 2 and sizes[0] == 6)
