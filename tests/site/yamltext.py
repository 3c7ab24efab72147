"""YAML text of plain data, written in many ways that all mean the same: flow or block, plain or quoted."""

from __future__ import annotations

import re
from random import Random
from typing import Any

_PLAIN = re.compile(r"[\w一-鿿（）。、“”—–][\w一-鿿（）。、“”—–./@+ #-]*")


class Writer:
    """Writes dictionaries, lists and strings. ``style``: flow, block or mixed."""

    def __init__(self, random: Random, style: str = "mixed") -> None:
        self.random = random
        self.style = style

    def document(self, value: dict[str, Any] | list[Any]) -> str:
        """One file."""
        head = self.random.choice(["", "# 记录\n", "---\n"]) if self.style == "mixed" else ""
        return head + "\n".join(self._block(value, 0)) + "\n"

    def _block(self, value: dict[str, Any] | list[Any], depth: int) -> list[str]:
        pad = "  " * depth
        lines: list[str] = []
        if isinstance(value, dict):
            for key, inner in value.items():
                lines += self._entry(f"{pad}{self.scalar(key, key=True)}:", inner, depth)
            return lines
        for inner in value:
            if isinstance(inner, dict) and inner and not self._flows(inner):
                first, *rest = self._block(inner, depth + 1)
                lines += [f"{pad}- {first.lstrip()}", *rest]
            else:
                lines.append(f"{pad}- {self.inline(inner)}")
        return lines

    def _entry(self, head: str, inner: Any, depth: int) -> list[str]:
        if isinstance(inner, str):
            if inner.count("\n"):
                return [f"{head} |", *("  " * (depth + 1) + line if line else "" for line in inner.splitlines())]
            return [f"{head} {self.scalar(inner)}"]
        if not inner or self._flows(inner):
            return [f"{head} {self.inline(inner)}"]
        return [head, *self._block(inner, depth + 1)]

    def _flows(self, value: Any) -> bool:
        if _has_prose(value):
            return False
        rows = isinstance(value, list) and any(isinstance(inner, dict) for inner in value)
        if self.style == "flow":
            return not rows
        return self.style == "mixed" and self.random.random() < (0.1 if rows else 0.6)

    def inline(self, value: Any) -> str:
        """A value on one line."""
        if isinstance(value, dict):
            return "{" + ", ".join(f"{self.scalar(k, key=True)}: {self.inline(v)}" for k, v in value.items()) + "}"
        if isinstance(value, list):
            return "[" + ", ".join(self.inline(inner) for inner in value) + "]"
        return self.scalar(value)

    def scalar(self, text: str, *, key: bool = False) -> str:
        """One string."""
        plain = _PLAIN.fullmatch(text) and text == text.strip() and " #" not in text
        quote = not plain or (self.style == "mixed" and self.random.random() < (0.03 if key else 0.15))
        if not quote:
            return text
        if "'" not in text and self.random.random() < 0.5:
            return f"'{text}'"
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _has_prose(value: Any) -> bool:
    if isinstance(value, str):
        return "\n" in value
    return any(map(_has_prose, value.values() if isinstance(value, dict) else value))
