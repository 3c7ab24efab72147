"""One file being read: where its faults go, and how a place in it is found."""

from __future__ import annotations

from datetime import date
from typing import Any

from yaml.events import ScalarEvent

from generator.base.findings import Finding, Place, RuleInfo
from generator.base.text import describe_character, forbidden_character
from generator.load import faults as f
from generator.load.nodes import at

MAX_FAULTS = 500
"""So many faults of one file are told; a file with more is not one that somebody wrote."""


class TooManyFaultsError(Exception):
    """The file has so many faults that looking for more helps nobody."""


class Reading:
    """The faults of one file. A file with any is not typed any further than it can be."""

    __slots__ = ("as_of", "file", "findings")

    def __init__(self, file: str, as_of: date) -> None:
        self.file = file
        self.as_of = as_of
        self.findings: list[Finding] = []

    @property
    def start(self) -> Place:
        """The beginning of the file."""
        return Place(self.file)

    def add(self, rule: RuleInfo, place: Place, message: str, fix: str, **more: Any) -> None:
        """Note a fault."""
        if len(self.findings) >= MAX_FAULTS:
            place = Place(self.file)
            message = f"这个文件的错误超过 {MAX_FAULTS} 处，后面的没有再查"
            self.findings.append(f.LIMITS.finding(place, message, "先改正列出的错误，再检查一次"))
            raise TooManyFaultsError
        self.findings.append(rule.finding(place, message, fix, **more))

    def place_in(self, text: str, offset: int) -> Place:
        """The place of a character of the file's text."""
        line = text.count("\n", 0, offset)
        return Place(self.file, line + 1, offset - (text.rfind("\n", 0, offset) + 1) + 1)

    def refuse_trick(self, event: Any) -> None:
        """Refuse an anchor or a tag."""
        what = "锚（&）" if event.anchor is not None else "类型标签（!）"
        self.add(f.TRICKS, at(self.file, event.start_mark), f"这里用了{what}", "删去它，把内容直接写出来")

    def decodes_well(self, event: ScalarEvent) -> bool:
        """Whether no escape decodes to what may not stand in a file."""
        found = forbidden_character(event.value)
        if found is None:
            return True
        message = f"转义写法里有{describe_character(found[0])}"
        self.add(f.CHARACTERS, at(self.file, event.start_mark), message, "删去这个转义，直接写出文字")
        return False
