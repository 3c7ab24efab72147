"""The index behind the search page: pairs of neighbouring characters, in small scripts that a page loads as it needs.

Our own instead of Pagefind, which was tried: that one splits Chinese names into characters (吴涵洋 also found 吴涵 and
洋), differs from build to build, takes a gigabyte for 10,000 pages, and needs WebAssembly and a server; this one gives
the same bytes every time and works from a disk under the strict policy of every page.

- ``meta.js``: how many files of each kind there are, and the characters that are folded.
- ``pairs/N.js``: pair of characters → numbers of the entries that have it; the words of a figure's code (society, team,
  period) stand there whole. A pair is filed by its first character, a word by its hash.
- ``entries/N.js``: the entries themselves, ``CHUNK`` in a file, in the order in which they are shown.
- ``receipts/N.js``: number on a receipt → gifts; filed by a hash of the number.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable
from typing import Any

from generator.base.entry import Entry
from generator.exports.folding import fold, needed
from generator.exports.script_file import script_file

CHUNK = 128
"""So many entries in a file."""
PAIRS_SIZE, RECEIPTS_SIZE = 8_000, 24_000
"""About so many bytes are in a file. Frequent characters are few and large: small files keep them apart."""
MOST_PAIRS = 512
"""More files of pairs than there are first characters would stay empty."""
START, END = "\x02", "\x03"
"""Stand behind the first and the last character of a part, so that a whole name is told from a longer one."""
YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_RUN = re.compile(r"[0-9a-z]+")
_DIGITS = frozenset("0123456789")

Posting = list[int]
Gift = list[Any]
"""The receipt as printed, the number of the team's entry, the report, the row."""


class SearchIndex:
    """The index of some entries, in their order."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = tuple(entries)
        self.pairs: dict[str, Posting] = {}
        self.receipts: dict[str, list[Gift]] = {}
        for number, entry in enumerate(self.entries):
            for pair in entry_pairs(entry) | code_words(entry):
                self.pairs.setdefault(pair, []).append(number)
            for account in entry.accounts:
                for line in account.receipts.splitlines():
                    row, _, receipt = line.partition("\t")
                    for key in receipt_keys(receipt):
                        self.receipts.setdefault(key, []).append([receipt, number, account.period, row])

    def files(self) -> dict[str, bytes]:
        """Every file, below a folder named for what they all hold: a page never meets those of another build."""
        postings = {pair: packed(numbers) for pair, numbers in sorted(self.pairs.items())}
        pair_files = _filed(postings, PAIRS_SIZE, MOST_PAIRS, lambda pair, files: placed(pair) % files)
        receipt_files = _filed(self.receipts, RECEIPTS_SIZE, 1 << 16, lambda key, files: hashed(key) % files)
        chunks = [self.entries[start : start + CHUNK] for start in range(0, len(self.entries), CHUNK)]
        texts = (text for entry in self.entries for text in (entry.title, *(words for _, words in entry.parts)))
        old, new = needed(texts)
        meta = {
            "pairs": len(pair_files), "receipts": len(receipt_files), "chunk": CHUNK,
            "old": old, "new": new, "empty": not self.entries,
        }  # fmt: skip
        made = {"meta": meta}
        made |= {f"pairs/{n}": value for n, value in enumerate(pair_files)}
        made |= {f"entries/{n}": _chunk(chunk) for n, chunk in enumerate(chunks)}
        made |= {f"receipts/{n}": value for n, value in enumerate(receipt_files)}
        written = {f"{name}.js": script_file(name, value) for name, value in made.items()}
        digest = hashlib.sha256(b"".join(written.values())).hexdigest()[:12]
        return {f"search/{digest}/{name}": data for name, data in written.items()}


def entry_pairs(entry: Entry) -> set[str]:
    """Every pair of characters by which an entry is found."""
    found: set[str] = set()
    for text in (entry.title, *(words for _, words in entry.parts)):
        words = " ".join(fold(text).split())
        found.update(words[at : at + 2] for at in range(len(words) - 1) if " " not in words[at : at + 2])
        if words:
            found |= {words[0] + START, words[-1] + END}
    return found


def code_words(entry: Entry) -> set[str]:
    """The words of the codes that lead to an entry: ``990101``, ``emergency-rescue`` and ``2025`` of a team."""
    if entry.kind not in ("team", "society"):
        return set()
    return {*entry.href.split("/")[1:-1], *(account.period.lower() for account in entry.accounts)}


def packed(numbers: Posting) -> str:
    """Ascending numbers as the steps between them in base 36; ``a:3`` is a step and the three that follow it at once."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][0] + runs[-1][1] + 1:
            runs[-1][1] += 1
        else:
            runs.append([number, 0])
    words, last = [], 0
    for start, more in runs:
        words.append(_base36(start - last) + (f":{_base36(more)}" if more else ""))
        last = start + more
    return " ".join(words)


def receipt_keys(receipt: str) -> set[str]:
    """The numbers under which a receipt is filed: all its digits and letters together, and each run but a year."""
    runs = [run for run in _RUN.findall(fold(receipt)) if _DIGITS & set(run)]
    keys = {run.lstrip("0") for run in runs if not YEAR.fullmatch(run)} | {"".join(runs).lstrip("0")}
    return keys - {""}


def placed(pair: str) -> int:
    """The number by which a pair or a word is filed."""
    return ord(pair[0]) if len(pair) == 2 else hashed(pair)


def hashed(key: str) -> int:
    """A number of 32 bits from a key, as the script reckons it."""
    value = 0
    for character in key:
        value = (value * 31 + ord(character)) & 0xFFFFFFFF
    return value


def _base36(number: int) -> str:
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    text = ""
    while number >= len(digits):
        number, rest = divmod(number, len(digits))
        text = digits[rest] + text
    return digits[number] + text


def _filed(values: dict[str, Any], each: int, most: int, place: Callable[[str, int], int]) -> list[dict[str, Any]]:
    """Values by key in as many files as their size asks for, a power of two."""
    size = sum(len(key) + len(str(value)) for key, value in values.items())
    count = 1
    while count < most and size > count * each:
        count *= 2
    files: list[dict[str, Any]] = [{} for _ in range(count)]
    for key, value in values.items():
        files[place(key, count)][key] = value
    return files


def _chunk(entries: tuple[Entry, ...]) -> dict[str, Any]:
    """Entries with every text once: a society's name stands in all of its teams."""
    texts: dict[str, int] = {}

    def once(text: str) -> int:
        return texts.setdefault(text, len(texts))

    rows = [
        [
            once(entry.kind),
            entry.title,
            entry.href,
            [item for code, words in entry.parts for item in (once(code), once(words))],
            [[account.period, once(" ".join(account.rows))] for account in entry.accounts],
        ]
        for entry in entries
    ]
    return {"texts": list(texts), "entries": rows}


def index_files(entries: Iterable[Entry]) -> dict[str, bytes]:
    """The files of the index."""
    return SearchIndex(entries).files()
