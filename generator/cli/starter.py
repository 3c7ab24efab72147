"""A new record file as text: required keys with a value to change, the others commented out, each explained.

Lines that begin with ``# 【`` explain; any other commented line becomes a key when its ``# `` is removed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.exports.schema import example_of
from generator.model import kinds as k
from generator.model.fields import Key, Record, keys_of

_PLAIN = re.compile(r"[\w\u4e00-\u9fff（][^#\n\"\\]*(?<![:\s])\Z")


def starter(cls: type[Record], values: dict[str, Any], heading: str) -> str:
    """The text of a new file; ``values`` fills the required keys, and whichever others it names."""
    head = [f"# {line}" if line else "#" for line in heading.splitlines()]
    return "\n".join([*head, "", *_entries(cls, values, "", placeholders=True)]) + "\n"


def _entries(cls: type[Record], values: dict[str, Any], prefix: str, *, placeholders: bool) -> Iterator[str]:
    """Every key of a record: what is filled as it stands, the rest one comment deeper."""
    for name, spec in keys_of(cls).items():
        filled = spec.need or name in values
        inner = prefix if filled else f"{prefix}# "
        yield f"{prefix}# 【{spec.label}】{_explain(spec)}".rstrip()
        yield from _entry(name, spec, values.get(name), inner)
        if not prefix and placeholders:
            yield ""


def _entry(name: str, spec: Key, value: Any, prefix: str) -> Iterator[str]:
    kind = spec.kind
    if isinstance(value, dict) and list(value) == ["withheld"]:
        yield f"{prefix}{name}: {{withheld: {value['withheld']}}}"
    elif isinstance(kind, k.RecordKind):
        yield f"{prefix}{name}:"
        yield from _entries(kind.record, value or example_of(kind), f"{prefix}  ", placeholders=False)
    elif isinstance(kind, k.ListKind) and isinstance(kind.of, k.RecordKind):
        yield from _rows(name, kind, value, prefix)
    elif isinstance(kind, k.ListKind):
        items = value if value is not None else [_placeholder(spec.label, kind.of)]
        yield f"{prefix}{name}: [{', '.join(scalar(str(item)) for item in items)}]"
    elif isinstance(kind, k.MapKind):
        yield f"{prefix}{name}:"
        for key, item in (value or example_of(kind)).items():
            yield f"{prefix}  {key}: {scalar(str(item))}"
    else:
        yield f"{prefix}{name}: {scalar(str(value if value is not None else _placeholder(spec.label, kind)))}"


def _rows(name: str, kind: k.ListKind, value: list[Any] | None, prefix: str) -> Iterator[str]:
    """A list of rows: empty where the key is filled, with one row to copy below it."""
    if value is not None:
        yield f"{prefix}{name}: []"
        yield f"{prefix}# 【有的话】删去上一行的 []，再去掉下面各行开头的 # 和空格；几行就写几个“- ”"
        prefix = f"{prefix}# "
    else:
        yield f"{prefix}{name}:"
    lines = list(_entries(kind.of.record, example_of(kind.of), f"{prefix}    ", placeholders=False))
    first = next(index for index, line in enumerate(lines) if not line.startswith(f"{prefix}    #"))
    lines[first] = f"{prefix}  - {lines[first].removeprefix(f'{prefix}    ')}"
    yield from lines


def _placeholder(label: str, kind: k.Kind) -> str:
    """The example of a kind; words that say what to write where that is any text, or where none may stand in a file."""
    return f"（填写{label}）" if kind in (k.TEXT, k.PROSE, k.EMAIL) else kind.example


def _explain(spec: Key) -> str:
    kind = spec.kind
    words = ["必填" if spec.need else "", spec.help.rstrip("。")]
    if isinstance(kind, k.ListKind) and isinstance(kind.of, k.CodeKind):
        kind = kind.of
    if isinstance(kind, k.CodeKind):
        words.append("、".join(f"{member.value} {member.label}" for member in kind.vocabulary))
    words += ["不适用写 n/a"] if spec.na else []
    words += ["不公开写 {withheld: 理由}"] if spec.withheld else []
    words += [f"通知 {spec.clause}"] if spec.clause else []
    return "；".join(word for word in words if word)


def scalar(text: str) -> str:
    """A text as YAML: plain where that is safe, else in double quotes."""
    if _PLAIN.match(text) and ": " not in text and not set(text) & set("{}[],"):
        return text
    if re.fullmatch(r"-?[0-9][0-9.]*|https?://[^\s#,{}\[\]]+", text):
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
