"""Typing words: text, prose, flags and codes."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Any

from generator.base.identifiers import is_uscc
from generator.base.text import is_plain, nearest, quoted
from generator.load import faults as f
from generator.load.absence import otherwise
from generator.load.context import Reading
from generator.load.nodes import Node, Scalar
from generator.load.scalars import REMEMBERED, Explain, Parse
from generator.model import kinds as k
from generator.model.fields import Key

_LINK = re.compile(
    r"\]\(\s*<?\s*([^)\s>]*)"  # [words](address)
    r"|^[ \t>*+\-0-9.)]*\[(?:[^\]\\]|\\.){1,999}\]:\s*<?(\S+)"  # [name]: address
    r"|<([A-Za-z][A-Za-z0-9+.-]*:[^>]*)>",  # <address>
    re.MULTILINE,
)
_ALLOWED_LINK = re.compile(r"(?:https?://|mailto:)\S", re.IGNORECASE)
_RAW_HTML = re.compile(r"<(?!https?://|mailto:)[A-Za-z!/?]", re.IGNORECASE)
_IMAGE = re.compile(r"!\[")


def text(kind: k.TextKind) -> tuple[Parse, Explain]:
    """One line of text, of a pattern where the kind has one."""
    limit = kind.limit
    matches = re.compile(f"(?:{kind.pattern})\\Z").match if kind.pattern else None
    fix = f"请照这样写：{kind.example}"

    @lru_cache(maxsize=REMEMBERED)
    def parse(text: str) -> str | None:
        if not is_plain(text, limit) or text == "n/a" or text.startswith("withheld:"):
            return None
        if matches is not None and not matches(text):
            return None
        return None if kind is k.USCC and not is_uscc(text) else text

    def explain(node: Node, key: Key, reading: Reading) -> Any:
        if type(node) is not Scalar:
            return otherwise(node, key, reading, f.SHAPE, f"{key.label}应是一行文字", fix)
        text = node.value
        if matches is None or not text or text == "n/a":
            return _text_fault(node, key, reading, limit)
        if len(text) > limit or not matches(text):
            message = f"{key.label}写成了{quoted(text)}，不是{kind.word}"
            return otherwise(node, key, reading, f.ID_FORM, message, fix)
        if kind is k.USCC:
            message = f"{key.label}的校验码不对"
            return otherwise(node, key, reading, f.ID_FORM, message, "对照登记证书逐位核对 18 位代码")
        return _text_fault(node, key, reading, limit)

    return parse, explain


def _text_fault(node: Scalar, key: Key, reading: Reading, limit: int) -> Any:
    text = node.value
    if "\n" in text:
        message, fix = f"{key.label}应只有一行", "写成一行"
    elif "\t" in text:
        message, fix = f"{key.label}里有制表符（Tab）", "把制表符换成空格"
    elif len(text) > limit:
        message, fix = f"{key.label}有 {len(text)} 个字，超过 {limit} 个", f"缩短到 {limit} 个字以内"
    elif text != text.strip():
        message, fix = f"{key.label}首尾有空白", f"请写成 {quoted(text.strip())}，前后不留空格"
    else:
        message, fix = f"{key.label}里有拆开的字符（不是 NFC）", "删去这个值，重新输入"
    return otherwise(node, key, reading, f.TEXT_FORM, message, fix)


def prose(kind: k.ProseKind) -> tuple[Parse, Explain]:
    """Markdown without raw HTML, images, or links other than http, https and mailto."""

    def parse(written: str) -> str | None:
        text = written.strip()
        return text if text and text != "n/a" and _prose_fault(text, kind.limit) is None else None

    def explain(node: Node, key: Key, reading: Reading) -> Any:
        if type(node) is not Scalar:
            return otherwise(node, key, reading, f.SHAPE, f"{key.label}应是一段文字", "用 | 另起一行写")
        message, fix = _prose_fault(node.value.strip(), kind.limit) or ("是空的", "填写内容，或删去这一行")
        return otherwise(node, key, reading, f.TEXT_FORM, f"{key.label}{message}", fix)

    return parse, explain


def _prose_fault(text: str, limit: int) -> tuple[str, str] | None:
    """What is wrong with a Markdown text, and what to do."""
    if len(text) > limit:
        return f"有 {len(text)} 个字，超过 {limit} 个", "缩短，或放进附件"
    if not text.isascii() and not unicodedata.is_normalized("NFC", text):
        return "里有拆开的字符（不是 NFC）", "删去这个值，重新输入"
    if _IMAGE.search(text):
        return "里有图片", "图片放进 files 文件夹，作为凭证登记"
    if any(not _ALLOWED_LINK.match(m[1] or m[2] or m[3] or "") for m in _LINK.finditer(text)):
        return "里有不允许的链接", "链接只用 http://、https:// 或 mailto: 开头"
    if _RAW_HTML.search(text):
        return "里有 HTML 标签", "删去尖括号写的标签，只用普通文字"
    return None


def flag(kind: k.FlagKind) -> tuple[Parse, Explain]:
    """true or false, nothing else."""

    def explain(node: Node, key: Key, reading: Reading) -> Any:
        found = quoted(node.value) if type(node) is Scalar else "一组内容"
        return otherwise(node, key, reading, f.FLAG_FORM, f"{key.label}写成了{found}", "是写 true，否写 false")

    return {"true": True, "false": False}.get, explain


def code(kind: k.CodeKind) -> tuple[Parse, Explain]:
    """A code of the vocabulary; a label or a slip gets the code it stands for."""
    members = {str(m.value): m for m in kind.vocabulary}
    labels = {m.label: str(m.value) for m in kind.vocabulary}

    def explain(node: Node, key: Key, reading: Reading) -> Any:
        if type(node) is not Scalar:
            return otherwise(node, key, reading, f.SHAPE, f"{key.label}应是一个代码", f"例如 {next(iter(members))}")
        near = nearest(node.value, [*members, *labels])
        near = labels.get(near, near) if near else None
        if near:
            fix = f"{members[near].label}请写作 {near}"
        else:
            fix = "只能是：" + "、".join(f"{c}（{m.label}）" for c, m in members.items())
        return otherwise(node, key, reading, f.CODE_FORM, f"{key.label}没有{quoted(node.value)}这个代码", fix)

    return members.get, explain
