"""Strict YAML from libyaml's events: every limit is checked as the events come, and nothing is composed.

Composing kills the process on deep nesting and aliases; events do not. One pass gives text scalars
with line and column, refuses duplicate keys, and stops at the first thing that cannot be read on.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NoReturn

from yaml import YAMLError
from yaml._yaml import CParser
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from generator.base.text import describe_character, forbidden_character, quoted
from generator.load import faults as f
from generator.load.context import Reading
from generator.load.nodes import BrokenNode, ListNode, MapNode, Node, Scalar, at
from generator.load.syntax import explain_syntax

MAX_DEPTH = 12
MAX_NODES = 200_000
_TAB_INDENT = re.compile(r"^ *\t", re.MULTILINE)
_NODE_STARTS = (ScalarEvent, MappingStartEvent, SequenceStartEvent, AliasEvent)
GetEvent = Callable[[], Any]


class _Stop(Exception):  # noqa: N818 - not an error: the fault is noted already
    """Nothing after this place can be read."""


def read_tree(text: str, reading: Reading) -> Node | None:
    """The root node of a file's text, or None where it cannot be read on."""
    if not _characters_allowed(text, reading):
        return None
    parser = CParser(text)
    try:
        return _Builder(_watched(parser.get_event, text, reading), reading).document()
    except _Stop:
        return None
    except YAMLError as error:
        place, message, fix = explain_syntax(error, text, reading.file)
        reading.add(f.SYNTAX, place, message, fix)
        return None
    finally:
        parser.dispose()


def _characters_allowed(text: str, reading: Reading) -> bool:
    """Refuse what no person would type on purpose, before libyaml sees it."""
    found = forbidden_character(text)
    if found is not None:
        reading.add(
            f.CHARACTERS,
            reading.place_in(text, found.start()),
            f"这里有{describe_character(found[0])}",
            "删去这个字符，重新输入这一行",
        )
        return False
    tab = _TAB_INDENT.search(text) if "\t" in text else None
    if tab is not None:
        reading.add(
            f.SYNTAX,
            reading.place_in(text, tab.end() - 1),
            "缩进用了制表符（Tab）",
            "把行首的制表符换成空格，每层两个空格",
        )
        return False
    return True


def _watched(get_event: GetEvent, text: str, reading: Reading) -> GetEvent:
    """The events, watched for what only some texts can hold: anchors, tags, escapes, too many values.

    No text has more than two values a character, so a short one without ``&``, ``!`` and ``\\``
    needs no watching, which is nearly every record there is.
    """
    escapes = "\\" in text
    if not escapes and "&" not in text and "!" not in text and 2 * len(text) <= MAX_NODES:
        return get_event
    left = MAX_NODES

    def watched() -> Any:
        nonlocal left
        event = get_event()
        if type(event) in _NODE_STARTS:
            left -= 1
            if left < 0:
                reading.add(f.LIMITS, reading.start, f"内容超过 {MAX_NODES} 个值", "把一份大报告分成几个时段")
                raise _Stop
            if type(event) is not AliasEvent and (event.anchor is not None or event.tag is not None):
                reading.refuse_trick(event)
            if escapes and type(event) is ScalarEvent and not reading.decodes_well(event):
                raise _Stop
        return event

    return watched


class _Builder:
    """Turns events into nodes. The hot loop of the whole program: few calls but libyaml's."""

    __slots__ = ("file", "get_event", "reading")

    def __init__(self, get_event: GetEvent, reading: Reading) -> None:
        self.get_event = get_event
        self.reading = reading
        self.file = reading.file

    def document(self) -> Node | None:
        """The root of the one document that a file may hold; None for a file without any."""
        root: Node | None = None
        documents = 0
        while True:
            event = self.get_event()
            kind = type(event)
            if kind is StreamEndEvent:
                return root
            if kind is DocumentStartEvent:
                documents += 1
                if documents > 1:
                    self.stop(f.TRICKS, event, "一个文件里有多份文档（---）", "一个文件只写一份记录")
                if event.tags:
                    self.stop(f.TRICKS, event, "这里用了 %TAG 指令", "删去以 % 开头的行")
            elif kind in _NODE_STARTS:
                root = self.node(event, MAX_DEPTH)

    def node(self, event: Any, depth: int) -> Node:
        """The node that begins with an event; ``depth`` levels may still be opened."""
        kind = type(event)
        if kind is ScalarEvent:
            return Scalar(event.value, event.start_mark)
        if kind is AliasEvent:
            self.reading.add(f.TRICKS, at(self.file, event.start_mark), "这里用了别名（*）", "把内容直接写出来")
            return BrokenNode(event.start_mark)
        if depth == 0:
            self.stop(f.LIMITS, event, f"嵌套超过 {MAX_DEPTH} 层", "照例子的层数写")
        if kind is MappingStartEvent:
            return self.mapping(event, depth - 1)
        return self.sequence(event, depth - 1)

    def mapping(self, start: Any, depth: int) -> MapNode:
        """The keys and values up to the end of a mapping."""
        get_event = self.get_event
        node = MapNode(self.file, start.start_mark)
        entries, keys = node.entries, node.keys
        while True:
            key = get_event()
            if type(key) is not ScalarEvent:
                if type(key) is MappingEndEvent:
                    return node
                self.refuse_key(key)
            value = get_event()
            child = Scalar(value.value, value.start_mark) if type(value) is ScalarEvent else self.node(value, depth)
            name = key.value
            if name in keys:
                self.refuse_again(key, keys[name])
            elif name == "<<":
                self.reading.add(f.TRICKS, at(self.file, key.start_mark), "这里用了合并键（<<）", "把内容直接写出来")
            else:
                keys[name] = key.start_mark
                entries[name] = child

    def sequence(self, start: Any, depth: int) -> ListNode:
        """The items up to the end of a sequence."""
        get_event = self.get_event
        node = ListNode(start.start_mark)
        append = node.items.append
        while True:
            item = get_event()
            if type(item) is ScalarEvent:
                append(Scalar(item.value, item.start_mark))
            elif type(item) is SequenceEndEvent:
                return node
            else:
                append(self.node(item, depth))

    def refuse_key(self, event: Any) -> NoReturn:
        """A key that is no word: nothing after it can be placed."""
        if type(event) is AliasEvent:
            self.stop(f.TRICKS, event, "这里用了别名（*）", "把内容直接写出来")
        self.stop(f.SYNTAX, event, "键必须是一个词", "照例子写成“键: 值”")

    def refuse_again(self, key: ScalarEvent, first: Any) -> None:
        """A key that was written before."""
        place = at(self.file, first)
        message = f"键 {quoted(key.value)} 在第 {place.line} 行已经写过"
        self.reading.add(f.DUPLICATE, at(self.file, key.start_mark), message, "删去多余的一个", others=(place,))

    def stop(self, rule: Any, event: Any, message: str, fix: str) -> NoReturn:
        """Note a fault after which there is no reading on."""
        self.reading.add(rule, at(self.file, event.start_mark), message, fix)
        raise _Stop
