"""Inputs made to break a reader, and the program that reads them; run by itself under limits of time and memory.

``python -m tests.load.hostile FOLDER`` prints one line for each input: seconds, findings, name.
"""

import random
import resource
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from generator.load.corpus import REPORT, SITE, TEAM, read_team
from generator.load.files import read_file
from generator.load.tree import TeamFiles
from tests.load import corpus

SECONDS = 60
MEGABYTES = 600
KINDS = {corpus.REPORT: REPORT, corpus.TEAM: TEAM, "site.yaml": SITE}


def deep(count: int = 30_000) -> Iterator[tuple[str, str]]:
    """Collections in collections, in every form there is."""
    for opening in (
        "[",
        "{",
        "- ",
        "? ",
        "{a: ",
        "[a, ",
        "{? ",
        "[? ",
        "- - ",
        "? - ",
        "- ? ",
        "[{a: ",
        "a: [",
        "!a [",
        "&a [",
    ):
        yield f"deep {opening!r}", opening * count
        yield f"deep key {opening!r}", f"title: {opening * count}"
    yield "deep closed", "[" * count + "]" * count
    yield "deep closed maps", "{a: " * count + "}" * count
    yield "deep by indentation", "".join(" " * depth + "a:\n" for depth in range(1400))
    yield "deep lists by indentation", "".join(" " * depth + "-\n" for depth in range(1400))
    yield "deep one to a line", "[\n" * count


def aliases() -> Iterator[tuple[str, str]]:
    """Few bytes that would become many values."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    yield "alias bomb", "\n".join(lines)
    lines = ["a0: &a0 {k0: v}"] + [f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}], k{n}: v}}" for n in range(1, 40)]
    yield "merge chain", "\n".join(lines)
    yield "alias of itself", "&a [*a, *a]"
    yield "many anchors", "\n".join(f"k{n}: &a{n} v" for n in range(100_000))
    yield "many aliases", "a: &a x\nb: [" + "*a," * 100_000 + "]"
    yield "many tags", "a: [" + "!!int 1," * 100_000 + "]"


def many() -> Iterator[tuple[str, str]]:
    """More than anybody writes."""
    yield "million keys", "\n".join(f"k{n}: 1" for n in range(1_000_000))
    yield "keys to the limit", "\n".join(f"k{n}: 1" for n in range(99_000))
    yield "one key again and again", "title: a\n" * 99_000
    yield "slips to the limit", "\n".join(f"tit{n}le: 1" for n in range(99_000))
    yield "faulty rows", "donations: [" + "{id: 捐, amount: 1万, dat: 1}," * 25_000 + "]"
    yield "empty values", "[" + "?," * 900_000
    yield "empty pairs", "[" + ":," * 90_000
    yield "commas", "{" + "a," * 90_000
    yield "documents", "---\n" * 400_000
    yield "directives", "%A b\n" * 300_000
    yield "comments", "#\n" * 900_000
    yield "blank lines", "\n" * 2_000_000
    yield "colons", ":" * 2_000_000
    yield "colons apart", ": " * 90_000
    yield "quotes", '"' * 2_000_000
    yield "percent", "%" * 2_000_000


def huge() -> Iterator[tuple[str, str]]:
    """Values as long as a file may hold, where a pattern or a suggestion would look at them."""
    size = 330_000
    for name, text in {
        "digits": "1" * size,
        "grouped": "1,111" * (size // 5),
        "blanks": "'1" + " " * (size - 9) + "x'",
        "address": "'a@" + "." * (size - 9) + " '",
        "slug": "a-" * (size // 2),
        "folders": "files" + "/a" * (size // 3),
        "letters": "a" * size,
        "han": "字" * (size // 3),
        "combining": "e" + "\u0301" * (size // 3),
        "escapes": '"' + "\\x41" * (size // 5) + '"',
        "key": "{" + "k" * (size - 99) + ": 1}",
        "unfinished": '"' + "a" * size,
        "folded": '"' + "a\n  " * (size // 5) + '"',
    }.items():
        keys = ("published", "title", "founded", "url", "custody", "opening")
        yield f"huge {name}", "".join(f"{key}: {text}\n" for key in keys)
    row = "donations:\n  - {{id: D1, donor: {{kind: {0}}}, amount: {0}, purpose: {0}, items: [{{quantity: {0}}}]}}\n"
    yield "huge everywhere", row.format("1" * (size // 5))
    yield "huge key", "? " + "k" * 2_000_000 + "\n: 1\n"
    for name, text in {
        "links": "[a](",
        "labels": "[",
        "brackets": "](",
        "quotes": "> ",
        "tags": "<a:",
        "spaces": "]( ",
    }.items():
        yield f"prose of {name}", f"about: '{text * (4_990 // len(text))}'\n"
        yield f"prose of lines of {name}", "about: |\n" + f"  {text}\n" * (4_990 // (len(text) + 1))


def mutated(count: int = 1_500) -> Iterator[tuple[str, bytes]]:
    """The faultless folder, each time with a few bytes lost, doubled, swapped or put in; and noise."""
    chance = random.Random(20_260_701)
    pieces = [
        b"[",
        b"{",
        b"}",
        b"]",
        b": ",
        b"- ",
        b"? ",
        b"&a ",
        b"*a",
        b"!!x ",
        b"<<: ",
        b"\n",
        b"\t",
        b'"',
        b"'",
        b"|",
    ]
    pieces += [
        b">",
        b"#",
        b"%",
        b"@",
        b"`",
        b"\\",
        b"\x00",
        b"\xff",
        b"\xe2\x80\xae",
        b"\r",
        b"---\n",
        b"...\n",
        b"\\uD800",
    ]
    for number in range(count):
        path = chance.choice(sorted(KINDS))
        data = bytearray(corpus.FILES[path].encode())
        for _ in range(chance.randint(1, 6)):
            start = chance.randrange(len(data) + 1)
            end = min(len(data), start + chance.choice((0, 0, 1, 1, 2, 5, 40)))
            match chance.randrange(4):
                case 0:
                    data[start:end] = b""
                case 1:
                    data[start:start] = data[start:end] * chance.randint(1, 50)
                case 2:
                    data[start:end] = chance.choice(pieces)
                case _:
                    data[start:end] = chance.randbytes(end - start)
        yield f"mutation {number} of {path}", bytes(data)
    for number in range(300):
        yield f"noise {number}", chance.randbytes(chance.randint(1, 400))
        yield f"signs {number}", b"".join(chance.choices(pieces, k=chance.randint(1, 60)))


def inputs() -> Iterator[tuple[str, str | bytes]]:
    """Every input by name."""
    yield from deep()
    yield from aliases()
    yield from many()
    yield from huge()
    yield from mutated()


def main(folder: Path) -> None:
    """Read every input as a record of the kind that it was made from, else as each kind."""
    resource.setrlimit(resource.RLIMIT_AS, (MEGABYTES << 20, MEGABYTES << 20))
    resource.setrlimit(resource.RLIMIT_CPU, (10 * SECONDS, 10 * SECONDS))
    team = folder / "teams/310107/xinhong"
    team.mkdir(parents=True)
    for name, text in inputs():
        data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
        start = time.process_time()
        count = 0
        for path in [p for p in KINDS if name.endswith(p)] or list(KINDS):
            (folder / "x.yaml").write_bytes(data)
            value, _, findings = read_file(folder, "x.yaml", KINDS[path], date(2026, 7, 1))
            assert (value is None) == bool(findings), name
            assert all(f.message.isprintable() and f.fix.isprintable() for f in findings), name
            assert all(len(f.message) + len(f.fix) < 2_000 and f.blocks for f in findings), name
            lines = data.count(b"\n") + data.count(b"\r") + 1
            assert all(1 <= f.place.line <= lines and f.place.column >= 1 for f in findings), name
            count += len(findings)
        (team / "team.yaml").write_bytes(data)
        read_team(folder, "310107", "xinhong", TeamFiles(has_team=True), date(2026, 7, 1))
        print(f"{time.process_time() - start:.3f}\t{count}\t{name}", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
