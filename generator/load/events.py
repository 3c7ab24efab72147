"""Strict YAML from libyaml's events: every limit is checked as the events come, and nothing is composed.

Composing kills the process on deep nesting and aliases; events do not. One pass gives text scalars
with line and column, refuses duplicate keys, and stops at the first thing that cannot be read on.
"""

from __future__ import annotations

import re
from typing import Any

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
from generator.load.nodes import BrokenNode, ListNode, MapNode, Node, at, mark_of
from generator.load.syntax import explain_syntax

MAX_DEPTH = 12
MAX_NODES = 200_000
_TAB_INDENT = re.compile(r"^[ ]*\t", re.MULTILINE)


def read_tree(text: str, reading: Reading) -> Node | None:
    """The root node of a file's text, or None where it cannot be read on."""
    if not _characters_allowed(text, reading):
        return None
    parser = CParser(text)
    try:
        return _build(parser.get_event, reading, "\\" in text)
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
    tab = _TAB_INDENT.search(text)
    if tab is not None:
        reading.add(
            f.SYNTAX,
            reading.place_in(text, tab.end() - 1),
            "缩进用了制表符（Tab）",
            "把行首的制表符换成空格，每层两个空格",
        )
        return False
    return True


def _build(get_event: Any, reading: Reading, escapes: bool) -> Node | None:  # noqa: C901, PLR0912, PLR0915
    """Turn events into nodes. The hot loop of the whole program: local names, no calls but libyaml's."""
    file = reading.file
    stack: list[tuple[Node, ScalarEvent | None]] = []
    container: Node | None = None
    key: ScalarEvent | None = None
    root: Node | None = None
    nodes = documents = 0
    while True:
        event = get_event()
        kind = type(event)
        node: Node
        if kind is ScalarEvent:
            if event.anchor is not None or event.tag is not None:
                reading.refuse_trick(event)
            if escapes and event.style == '"':
                reading.check_decoded(event)
            node = event
        elif kind is MappingStartEvent:
            if event.anchor is not None or event.tag is not None:
                reading.refuse_trick(event)
            node = MapNode(file, event.start_mark)
        elif kind is SequenceStartEvent:
            if event.anchor is not None or event.tag is not None:
                reading.refuse_trick(event)
            node = ListNode(event.start_mark)
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            container, key = stack.pop() if stack else (None, None)
            continue
        elif kind is AliasEvent:
            reading.add(f.TRICKS, at(file, event.start_mark), "这里用了别名（*）", "把内容直接写出来")
            node = BrokenNode(event.start_mark)
        elif kind is DocumentStartEvent:
            documents += 1
            if documents > 1:
                reading.add(
                    f.TRICKS,
                    at(file, event.start_mark),
                    "一个文件里有多份文档（---）",
                    "一个文件只写一份记录",
                )
                return None
            continue
        elif kind is StreamEndEvent:
            return root
        else:
            continue  # the stream begins, or the document ends

        nodes += 1
        if nodes > MAX_NODES:
            reading.add(f.LIMITS, reading.start, f"内容超过 {MAX_NODES} 个值", "把一份大报告分成几个时段")
            return None
        if container is None:
            root = node
        elif type(container) is MapNode:
            if key is None:
                if kind is not ScalarEvent:
                    where = event.start_mark
                    reading.add(f.SYNTAX, at(file, where), "键必须是一个词", "照例子写成“键: 值”")
                    return None
                key = event
                name = event.value
                if name in container.keys:
                    reading.add(
                        f.DUPLICATE,
                        at(file, event.start_mark),
                        f"键 {quoted(name)} 在第 {mark_of(container.keys[name]).line + 1} 行已经写过",
                        "删去多余的一个",
                        others=(at(file, container.keys[name].start_mark),),
                    )
                elif name == "<<":
                    reading.add(
                        f.TRICKS,
                        at(file, event.start_mark),
                        "这里用了合并键（<<）",
                        "把内容直接写出来",
                    )
                else:
                    container.keys[name] = event
                continue
            if key.value in container.keys and key.value not in container.entries:
                container.entries[key.value] = node
            key = None
        else:
            container.items.append(node)  # type: ignore[union-attr]
        if kind is MappingStartEvent or kind is SequenceStartEvent:
            if len(stack) >= MAX_DEPTH:
                reading.add(
                    f.LIMITS,
                    at(file, event.start_mark),
                    f"嵌套超过 {MAX_DEPTH} 层",
                    "照例子的层数写",
                )
                return None
            stack.append((container, key))  # type: ignore[arg-type]
            container, key = node, None
