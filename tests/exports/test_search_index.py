"""The index finds what is in it, by any part of it, however it is written, and says the same every time."""

import json
import re
import unicodedata

import opencc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.entry import Account, Entry
from generator.exports.folding import fold, needed, simplified
from generator.exports.search_index import END, START, SearchIndex, hashed, index_files, packed, placed, receipt_keys

HAN = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5)
LETTERS = st.characters(codec="utf-8", categories=("L", "N", "P"))
NAMES = st.text(st.one_of(HAN, LETTERS), min_size=2, max_size=12)


def unpacked(words: str) -> list[int]:
    """What the script makes of a posting."""
    found: list[int] = []
    last = 0
    for word in words.split():
        step, _, more = word.partition(":")
        last += int(step, 36)
        found.append(last)
        for _ in range(int(more, 36) if more else 0):
            last += 1
            found.append(last)
    return found


def opened(files: dict[str, bytes]) -> dict[str, dict]:
    """The values that the scripts of an index give a page, by their names."""
    found = {}
    for path, data in files.items():
        name, value = re.fullmatch(r'\(window\.mingzhang=.*?\)\["([^"]+)"\]=(.*);\n', data.decode(), re.DOTALL).groups()
        assert path.endswith(f"/{name}.js")
        found[name] = json.loads(value)
    return found


def found(files: dict[str, bytes], query: str) -> set[int]:
    """The entries that a query of two characters or more leads to, found as the script does."""
    held = opened(files)
    result: set[int] | None = None
    for term in fold(query).split():
        for pair in [term[at : at + 2] for at in range(len(term) - 1)]:
            file = held[f"pairs/{placed(pair) % held['meta']['pairs']}"]
            here = set(unpacked(file.get(pair, "")))
            result = here if result is None else result & here
    return result or set()


@given(st.lists(NAMES, min_size=1, max_size=5), st.data())
def test_every_part_of_a_name_finds_it(names, data):
    files = index_files(Entry("team", name, f"teams/1/{n}/index.html") for n, name in enumerate(names))
    number = data.draw(st.integers(0, len(names) - 1))
    words = " ".join(fold(names[number]).split())
    start = data.draw(st.integers(0, max(0, len(words) - 2)))
    part = words[start : data.draw(st.integers(start + 2, max(start + 2, len(words))))]
    if any(len(term) > 1 for term in part.split()):
        assert number in found(files, part)


@given(st.sets(st.integers(0, 5000)))
def test_numbers_are_unpacked_as_they_were(numbers):
    assert unpacked(packed(sorted(numbers))) == sorted(numbers)


def test_runs_are_short():
    assert packed(list(range(10_000))) == "0:7pr"


def test_traditional_and_wide_letters_are_the_same():
    converter = opencc.OpenCC("s2t")
    for code in range(0x4E00, 0x9FA6):
        # One by one, as people type names: by phrases, 干 is 乾 in one and 幹 in another.
        assert fold(converter.convert(chr(code))) == fold(chr(code))
    assert fold("ＡＢＣ１２３（一）") == "abc123(一)"


def test_a_name_is_not_split():
    names = ("吴涵洋", "吴涵", "洋吴", "罗娟", "罗小娟")
    entries = [Entry("team", f"第{n}队", f"teams/1/{n}/index.html", (("leader", who),)) for n, who in enumerate(names)]
    files = index_files(entries)
    assert found(files, "吴涵洋") == {0}
    assert found(files, "吳涵") == {0, 1}
    assert found(files, "羅娟") == {3}


@given(st.lists(st.text(HAN, max_size=6), max_size=5), st.text(HAN, max_size=6))
def test_the_characters_that_travel_suffice(texts, query):
    """With the few that a page is given, the texts fold as with all, and a query finds no less."""
    few = dict(zip(*needed(texts), strict=True))

    def folded(text: str) -> str:
        return "".join(few.get(c, c) for c in unicodedata.normalize("NFKC", text).lower())

    for text in texts:
        assert folded(text) == fold(text)
        if fold(query) in fold(text):
            assert folded(query) in folded(text)


def test_what_is_folded_stays_as_it_is():
    assert [chr(old) for old, new in simplified().items() if fold(new) != new] == []


@pytest.mark.parametrize(
    "group", ["什么 什麼", "钱锺书 錢鍾書 钱钟书", "里 裡 裏", "卫 衛 衞", "沈 瀋", "应急救援 應急救援"]
)
def test_the_same_name_in_many_forms(group):
    assert len({fold(name) for name in group.split()}) == 1


@pytest.mark.parametrize(
    ("receipt", "keys"),
    [
        ("公益事业捐赠票据 0012345", {"12345"}),
        ("公益事业捐赠票据（２０２５）００１２３４５", {"12345", "20250012345"}),
        ("沪财 A-2025-017", {"17", "2025017"}),
        ("收据第三号", set()),
    ],
)
def test_a_receipt_is_filed_under_its_numbers(receipt, keys):
    assert receipt_keys(receipt) == keys


def test_a_receipt_leads_to_its_row():
    account = Account("2025", ("D1-2",), "D1\t票据 001\nD2\t票据 002")
    held = opened(index_files([Entry("team", "甲队", "teams/1/a/index.html", (), (account,))]))
    file = held[f"receipts/{hashed('2') % held['meta']['receipts']}"]
    assert file["2"] == [["票据 002", 0, "2025", "D2"]]
    assert held["entries/0"]["entries"][0][4] == [["2025", held["entries/0"]["texts"].index("D1-2")]]


def test_whole_names_are_marked():
    index = SearchIndex(
        [Entry("team", "新虹队", "teams/1/a/index.html"), Entry("team", "新虹二队", "teams/1/b/index.html")]
    )
    assert index.pairs[f"新{START}"] == [0, 1]
    assert index.pairs[f"队{END}"] == [0, 1]
    assert index.pairs["虹队"] == [0]


def test_the_words_of_a_code_are_there_whole():
    account = Account("2025-H1", (), "")
    index = SearchIndex([Entry("team", "甲队", "teams/990101/rescue/index.html", (), (account,))])
    assert {"990101", "rescue", "2025-h1"} <= set(index.pairs)


def test_the_same_entries_give_the_same_bytes():
    entries = [Entry("team", f"第{n}志愿服务队", f"teams/1/{n}/index.html") for n in range(300)]
    assert index_files(entries) == index_files(iter(entries))
    assert list(index_files(entries)) != list(index_files(entries[:-1]))


def test_an_empty_site_has_an_index():
    held = opened(index_files([]))
    assert held["meta"]["pairs"] == held["meta"]["receipts"] == 1
