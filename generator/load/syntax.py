"""libyaml's complaints in Chinese, with the likely cause: most are a colon, a bracket or an indent."""

from __future__ import annotations

import re
from typing import Any

from yaml import YAMLError

from generator.base.findings import Place

_MESSAGES = (
    (
        "mapping values are not allowed",
        "这里多了一个冒号，或上一行没有写完",
        "值里有冒号时用英文双引号括起来",
    ),
    (
        "could not find expected ':'",
        "这一行缺少冒号，或冒号后面没有空格",
        "写成“键: 值”，用英文半角冒号，后面空一格",
    ),
    (
        "did not find expected key",
        "缩进不齐，或缺少逗号、括号",
        "同一层的行对齐到同一列；花括号里用英文逗号分开",
    ),
    ("did not find expected '-' indicator", "缩进不齐，或列表没有对齐", "同一层的行和短横线各对齐到同一列"),
    (
        "did not find expected ',' or",
        "括号里缺少逗号，或括号没有成对",
        "花括号、方括号成对，各项用英文逗号分开",
    ),
    ("found unexpected end of stream", "引号没有成对", "补上缺少的引号"),
    ("found character that cannot start", "这里的符号不能作为开头", "把这个值用英文双引号括起来"),
    ("unknown escape", "双引号里有不认识的反斜杠写法", "用单引号，或删去反斜杠"),
    ("invalid Unicode", "双引号里的反斜杠写法不是一个字符", "删去反斜杠写法，直接写出文字"),
    ("expected hexdecimal", "双引号里的反斜杠写法不完整", "用单引号，或删去反斜杠"),
    (
        "block sequence entries are not allowed",
        "短横线不能写在这里",
        "列表另起一行，短横线后空一格",
    ),
    ("found duplicate", "这里重复了", "删去多余的一个"),
    ("control characters are not allowed", "这里有控制字符", "删去这个字符，重新输入这一行"),
)


_WIDE_COLON = re.compile(r"\s*(?:-\s*)?[A-Za-z_][A-Za-z0-9_-]*：")
_TIGHT_COLON = re.compile(r"\s*(?:-\s+)?[A-Za-z_][A-Za-z0-9_-]*:[^\s/]")


_WIDE_COMMA = re.compile(r"[，；、](?=\s*[A-Za-z_][A-Za-z0-9_-]*\s*[:：])")
_WIDE_BRACKET = re.compile(r"[｛｝［］]")
_TIGHT_DASH = re.compile(r"\s*-(?=[{A-Za-z])")


def _in_line(line: str) -> tuple[int, str, str] | None:
    """What is plainly wrong in a line that libyaml could not read: the column, why, and what to try."""
    if comma := _WIDE_COMMA.search(line):
        return comma.start() + 1, f"这里用了全角的“{comma[0]}”", "换成英文半角逗号加一个空格“, ”"
    if bracket := _WIDE_BRACKET.search(line):
        return bracket.start() + 1, f"这里用了全角括号“{bracket[0]}”", "换成英文半角的 { } 或 [ ]"
    if dash := _TIGHT_DASH.match(line):
        return dash.end(), "短横线后面没有空格", "短横线后面空一格"
    return None


def explain_syntax(error: YAMLError, text: str, file: str) -> tuple[Place, str, str]:
    """Where libyaml gave up, why, and what to try."""
    problem: Any = error
    mark = getattr(problem, "problem_mark", None) or getattr(problem, "context_mark", None)
    lines = text.splitlines() or [""]
    line = min(mark.line if mark else 0, len(lines) - 1)
    place = Place(file, line + 1, (mark.column if mark else 0) + 1)
    said = f"{getattr(problem, 'problem', '') or ''} {getattr(problem, 'context', '') or ''}"
    for number in (line, line - 1):
        if number >= 0 and (wide := _WIDE_COLON.match(lines[number])):
            where = Place(file, number + 1, wide.end())
            return where, "这里用了全角冒号“：”", "换成英文半角冒号加一个空格“: ”"
        if number >= 0 and (tight := _TIGHT_COLON.match(lines[number])):
            where = Place(file, number + 1, tight.end() - 1)
            return where, "这里的冒号后面没有空格", "冒号后面空一格，写成“键: 值”"
    opened = getattr(problem, "context_mark", None)
    first = min(opened.line, line) if opened else line
    for number in dict.fromkeys((line, first, max(line - 1, 0))):
        if slip := _in_line(lines[number]):
            return Place(file, number + 1, slip[0]), *slip[1:]
    if first == line and "flow" in said and "," in said and lines[line][place.column - 1 : place.column + 1] == ": ":
        return place, "值里有冒号", "把整个值用英文双引号括起来"
    for start, message, fix in _MESSAGES:
        if start in said:
            if opened and "end of stream" in start:
                return Place(file, first + 1, opened.column + 1), message, fix
            if opened and first < line and "','" in start:
                message = f"第 {first + 1} 行的括号没有成对，或缺少逗号"
            return place, message, fix
    return place, "从这里开始读不懂", "对照例子检查这一行和上一行的冒号、缩进、括号和引号"
