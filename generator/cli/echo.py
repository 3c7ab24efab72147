"""Text from records as a terminal or a log may show it: nothing that acts, no personal number, real width."""

from __future__ import annotations

import re
import unicodedata

from generator.base.text import forbidden_character

_PERSONAL = re.compile(
    r"(?<![0-9])(?:1[3-9][0-9][ -]?[0-9]{4}[ -]?[0-9]{4}|[0-9]{15,19}|[0-9]{17}[Xx]|[0-9]{4}(?: [0-9]{4}){3}(?: [0-9]{1,3})?)(?![0-9])"
)
"""What looks like a mobile number, an identity number or a bank card, whatever rule speaks of the line."""

_QUOTED = re.compile("“[^”]*”")


def echo(text: str) -> str:
    """One line of text without control, bidirectional or invisible characters, numbers of persons masked."""
    return masked("".join(c if _harmless(c) else f"\\u{ord(c):04x}" for c in text))


def masked(text: str) -> str:
    """The text with every number that could be a person's turned into asterisks of the same length."""
    return _PERSONAL.sub(lambda found: "*" * len(found[0]), text)


def discreet(text: str) -> str:
    """A message as ``echo`` shows it, what it quotes left out where that holds personal data, however written."""
    return _QUOTED.sub("“……”", echo(text)) if is_private(text) else echo(text)


def is_private(text: str) -> bool:
    """Whether a line holds what the privacy rules look for, whichever rule speaks of it."""
    from generator.check.privacy_detect import may_hold, private_in

    return may_hold(text) and any(rule.startswith("P") for rule in private_in(text))


def _harmless(character: str) -> bool:
    return character.isprintable() and forbidden_character(character) is None


def width_of(text: str) -> int:
    """How many columns a text takes on a terminal: two for a Chinese character."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
