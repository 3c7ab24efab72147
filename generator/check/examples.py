"""The good and bad examples of a rule: its tests, and what its public page shows.

A file ``examples/<ID>.txt`` holds sections ``=== good TITLE`` and ``=== bad TITLE``, each with files
``--- PATH`` laid over the small valid corpus in ``examples/base``. A faulty line ends with ``# <- ID``;
``--- PATH | ENCODING`` writes the file in another encoding, ``--- PATH | before`` gives its published version.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from pathlib import Path

import msgspec

AS_OF = date(2026, 6, 30)
"""The day on which the examples are checked."""

_MARK = re.compile(r"\s*# <- ((?:[A-Z][0-9]{2} ?)+)$")


class ExampleFile(msgspec.Struct, frozen=True):
    """One file of an example: path, text as shown, encoding, the rules marked on its lines, whether it is gone by now."""

    path: str
    text: str
    encoding: str
    marks: tuple[tuple[int, str], ...]
    before: bool = False


class Example(msgspec.Struct, frozen=True):
    """One example of a rule, good or bad."""

    good: bool
    title: str
    files: tuple[ExampleFile, ...]

    def expected(self) -> set[tuple[str, int, str]]:
        """The findings that its marks demand: (file, line, rule)."""
        return {(file.path, line, rule) for file in self.files for line, rule in file.marks}

    def write(self, folder: Path) -> None:
        """Lay the example over the base corpus in an empty folder."""
        for path, data in base_files():
            _write(folder / path, data)
        for file in self.files:
            if file.before:
                continue
            _write(folder / file.path, file.text.encode(file.encoding, "surrogatepass"))


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def base_files() -> Iterator[tuple[str, bytes]]:
    """The valid corpus under every example."""
    root = Path(str(files("generator.check") / "examples" / "base"))
    for path in sorted(root.rglob("*")):
        if path.is_file():
            yield path.relative_to(root).as_posix(), path.read_bytes()


def examples_of(rule: str) -> tuple[Example, ...]:
    """The examples of a rule; none where it has no file."""
    source = files("generator.check") / "examples" / f"{rule}.txt"
    return parse_examples(source.read_text("utf-8")) if source.is_file() else ()


def parse_examples(text: str) -> tuple[Example, ...]:
    """Examples from the text of their file."""
    found: list[Example] = []
    for section in re.split(r"^=== ", text, flags=re.MULTILINE)[1:]:
        head, _, body = section.partition("\n")
        kind, _, title = head.partition(" ")
        parts = re.split(r"^--- (\S.*)\n", body, flags=re.MULTILINE)[1:]
        shown = tuple(_parse_file(name, content) for name, content in zip(parts[::2], parts[1::2], strict=True))
        found.append(Example(kind == "good", title, shown))
    return tuple(found)


def _parse_file(name: str, content: str) -> ExampleFile:
    path, _, encoding = name.partition(" | ")
    lines, marks = [], []
    for number, line in enumerate(content.splitlines(), 1):
        match = _MARK.search(line)
        if match:
            marks += [(number, rule) for rule in match[1].split()]
            line = line[: match.start()]
        lines.append(line)
    before = encoding == "before"
    return ExampleFile(path, "\n".join(lines) + "\n", "utf-8" if before else encoding or "utf-8", tuple(marks), before)
