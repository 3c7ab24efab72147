"""Identifiers and their check digits: slugs, GB 32100 (USCC), GB 11643 (ID number), bank cards, divisions."""

from __future__ import annotations

import re

SLUG_PATTERN = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_SLUG = re.compile(SLUG_PATTERN + r"\Z")
_DIVISION = re.compile(r"[1-9][0-9]{5}\Z")
_USCC_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_USCC_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
_ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def is_slug(text: str) -> bool:
    """Whether a folder or file name may stand in an address: at most 60 of ``a-z 0-9 -``."""
    return len(text) <= 60 and _SLUG.match(text) is not None


def uscc_check_digit(first17: str) -> str | None:
    """The 18th character of a unified social credit code (GB 32100), or None where none can be."""
    try:
        total = sum(_USCC_ALPHABET.index(c) * w for c, w in zip(first17, _USCC_WEIGHTS, strict=True))
    except ValueError:
        return None
    return _USCC_ALPHABET[(31 - total % 31) % 31]


def is_uscc(text: str) -> bool:
    """Whether a unified social credit code has the shape and check digit of GB 32100."""
    return len(text) == 18 and uscc_check_digit(text[:17]) == text[17]


def is_resident_id(text: str) -> bool:
    """Whether 18 characters are a resident identity number by GB 11643: a date and a check digit."""
    if not re.fullmatch(
        r"[1-9][0-9]{5}(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx]",
        text,
    ):
        return False
    total = sum(int(c) * w for c, w in zip(text[:17], _ID_WEIGHTS, strict=True))
    return "10X98765432"[total % 11] == text[17].upper()


def passes_luhn(digits: str) -> bool:
    """Whether a run of digits passes the Luhn check of bank cards (ISO/IEC 7812)."""
    total = 0
    for place, character in enumerate(reversed(digits)):
        value = int(character)
        if place % 2:
            value = value * 2 - 9 if value > 4 else value * 2
        total += value
    return total % 10 == 0


def is_division(text: str) -> bool:
    """Whether a text has the shape of a GB/T 2260 division code (six digits)."""
    return _DIVISION.match(text) is not None


def division_level(code: str) -> str:
    """The level whose shape a division code has: province, prefecture or county."""
    if code.endswith("0000"):
        return "province"
    return "prefecture" if code.endswith("00") else "county"


def division_parents(code: str) -> tuple[str, ...]:
    """The codes above a division, nearest first: ``310107`` → ``310100``, ``310000``."""
    return tuple(p for p in dict.fromkeys((code[:4] + "00", code[:2] + "0000")) if p != code)
