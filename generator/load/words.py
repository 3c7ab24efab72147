"""Typing words: text, prose, flags and codes."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Any

from yaml.events import ScalarEvent

from generator.base.dates import parse_day
from generator.base.identifiers import is_uscc
from generator.base.money import parse_money
from generator.base.text import nearest, quoted
from generator.load import faults as f
from generator.load.absence import otherwise
from generator.load.context import Reading
from generator.load.nodes import Node
from generator.load.scalars import Reader
from generator.model import kinds as k
from generator.model.fields import Key

_day = lru_cache(maxsize=20_000)(parse_day)
_money = lru_cache(maxsize=20_000)(parse_money)
_COUNT = re.compile(r"(?:0|[1-9][0-9]{0,9})\Z")
_RAW_HTML = re.compile(r"<[A-Za-z!/?]")
_LINK = re.compile(
    r"\]\(\s*<?\s*([^)\s>]*)|^\s{0,3}\[[^\]]+\]:\s*(\S+)|<([A-Za-z][A-Za-z0-9+.-]*:[^>]*)>",
    re.MULTILINE,
)
_IMAGE = re.compile(r"!\[")


def text_reader(kind: k.TextKind) -> Reader:
    """One line of text, of a pattern where the kind has one."""
    limit = kind.limit
    matches = re.compile(f"(?:{kind.pattern})\\Z").match if kind.pattern else None
    fix = f"请照这样写：{kind.example}"

    def read(node: Node, key: Key, reading: Reading) -> Any:
        if type(node) is not ScalarEvent:
            return otherwise(node, key, reading, f.SHAPE, f"{key.label}应是一行文字", fix)
        text = node.value
        if matches is not None and not matches(text):
            return otherwise(
                node,
                key,
                reading,
                f.ID_FORM,
                f"{key.label}写成了{quoted(text)}，不是{kind.word}",
                fix,
            )
        if kind is k.USCC and not is_uscc(text):
            return otherwise(
                node,
                key,
                reading,
                f.ID_FORM,
                f"{key.label}的校验码不对",
                "对照登记证书逐位核对 18 位代码",
            )
        if text == "n/a" or not text or len(text) > limit or "\n" in text or not text.isascii():
            return _plain_text(node, key, reading, limit)
        if text[0] == " " or text[-1] == " ":
            return _plain_text(node, key, reading, limit)
        return text

    return read


def _plain_text(node: ScalarEvent, key: Key, reading: Reading, limit: int) -> Any:
    text = node.value
    if not text or text == "n/a":
        return otherwise(node, key, reading, f.TEXT_FORM, f"{key.label}是空的", "填写内容，或删去这一行")
    if "\n" in text.rstrip("\n") or text.endswith("\n"):
        return otherwise(node, key, reading, f.TEXT_FORM, f"{key.label}应只有一行", "写成一行")
    if len(text) > limit:
        return otherwise(
            node,
            key,
            reading,
            f.TEXT_FORM,
            f"{key.label}有 {len(text)} 个字，超过 {limit} 个",
            f"缩短到 {limit} 个字以内",
        )
    if text != text.strip():
        return otherwise(
            node,
            key,
            reading,
            f.TEXT_FORM,
            f"{key.label}首尾有空白",
            f"请写成 {quoted(text.strip())}",
        )
    if not unicodedata.is_normalized("NFC", text):
        return otherwise(
            node,
            key,
            reading,
            f.TEXT_FORM,
            f"{key.label}里有拆开的字符（不是 NFC）",
            "删去这个值，重新输入",
        )
    return text


def prose_reader(kind: k.ProseKind) -> Reader:
    """Markdown without raw HTML, images, or links other than http, https and mailto."""

    def read(node: Node, key: Key, reading: Reading) -> Any:
        if type(node) is not ScalarEvent:
            return otherwise(node, key, reading, f.SHAPE, f"{key.label}应是一段文字", "用 | 另起一行写")
        text = node.value.strip()
        if not text or text == "n/a":
            return _plain_text(node, key, reading, kind.limit)
        if len(text) > kind.limit:
            return otherwise(
                node,
                key,
                reading,
                f.TEXT_FORM,
                f"{key.label}有 {len(text)} 个字，超过 {kind.limit} 个",
                "缩短，或放进附件",
            )
        if _RAW_HTML.search(text):
            return otherwise(
                node,
                key,
                reading,
                f.TEXT_FORM,
                f"{key.label}里有 HTML 标签",
                "删去尖括号写的标签，只用普通文字",
            )
        if _IMAGE.search(text):
            return otherwise(
                node,
                key,
                reading,
                f.TEXT_FORM,
                f"{key.label}里有图片",
                "图片放进 files 文件夹，作为凭证登记",
            )
        for match in _LINK.finditer(text):
            if not re.match(r"(?:https?://|mailto:)[^\s]", match[1] or match[2] or match[3] or "", re.IGNORECASE):
                return otherwise(
                    node,
                    key,
                    reading,
                    f.TEXT_FORM,
                    f"{key.label}里有不允许的链接",
                    "链接只用 http://、https:// 或 mailto: 开头",
                )
        if not unicodedata.is_normalized("NFC", text):
            return otherwise(
                node,
                key,
                reading,
                f.TEXT_FORM,
                f"{key.label}里有拆开的字符（不是 NFC）",
                "删去这个值，重新输入",
            )
        return text

    return read


def flag_reader(kind: k.FlagKind) -> Reader:
    """true or false, nothing else."""
    values = {"true": True, "false": False}

    def read(node: Node, key: Key, reading: Reading) -> Any:
        if type(node) is ScalarEvent and node.value in values:
            return values[node.value]
        found = quoted(node.value) if type(node) is ScalarEvent else "一组内容"
        return otherwise(node, key, reading, f.FLAG_FORM, f"{key.label}写成了{found}", "是写 true，否写 false")

    return read


def code_reader(kind: k.CodeKind) -> Reader:
    """A code of the vocabulary; a label or a slip gets the code it stands for."""
    members = {str(m.value): m for m in kind.vocabulary}
    labels = {m.label: str(m.value) for m in kind.vocabulary}

    def read(node: Node, key: Key, reading: Reading) -> Any:
        if type(node) is ScalarEvent:
            member = members.get(node.value)
            if member is not None:
                return member
            near = nearest(node.value, [*members, *labels])
            near = labels.get(near, near) if near else None
            if near:
                label = members[near].label
                fix = f"{label}请写作 {near}"
            else:
                fix = "只能是：" + "、".join(f"{c}（{m.label}）" for c, m in members.items())
            return otherwise(node, key, reading, f.CODE_FORM, f"{key.label}没有{quoted(node.value)}这个代码", fix)
        return otherwise(node, key, reading, f.SHAPE, f"{key.label}应是一个代码", f"例如 {next(iter(members))}")

    return read
