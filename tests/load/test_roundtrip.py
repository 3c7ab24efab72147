"""Any record that may be written, in any style of YAML, is read without a finding and as what was meant.

Records are drawn from the declared keys themselves, so a new key or kind is tried without a new test.
"""

from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from generator.base.absence import NOT_APPLICABLE, Absent, withheld
from generator.base.identifiers import uscc_check_digit
from generator.base.text import forbidden_character, is_plain
from generator.load.corpus import DEADLINES, QUESTION, REPORT, SITE, SOCIETY, TEAM
from generator.load.files import read_file
from generator.model import kinds as k
from generator.model.fields import Record, keys_of, written
from tests.load.corpus import AS_OF

Pair = tuple[Any, Any]
"""A value as plain lists, dictionaries and texts to write, and as it should be read."""

LETTERS = st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp"])
WORDS = st.one_of(
    st.text(LETTERS, min_size=1, max_size=30),
    st.sampled_from(
        ["no", "yes", "~", "null", "012", "1:30", "1e3", "0x10", "2025-07-03", "- a", "a: b", "#1", "[a]", "{a"]
    ),
    st.sampled_from(
        ["示例区红十字会", "'单引号'", '"双引号"', "a\\b", "&a", "*b", "!c", "%d", "@e", "`f", "|", ">", "?", ":", "-"]
    ),
).filter(lambda text: is_plain(text) and not forbidden_character(text))


def texts(kind: k.TextKind) -> st.SearchStrategy[str]:
    """Texts of a kind."""
    if kind is k.USCC:
        first = st.text("0123456789ABCDEFGHJKLMNPQRTUWXY", min_size=17, max_size=17)
        return first.map(lambda text: text + str(uscc_check_digit(text)))
    if kind.pattern:
        return st.from_regex(kind.pattern, fullmatch=True, alphabet=LETTERS).filter(
            lambda t: is_plain(t, kind.limit) and not forbidden_character(t)
        )
    return WORDS.filter(lambda t: len(t) <= kind.limit and t != "n/a" and not t.startswith("withheld:"))


def decimals(places: int, digits: int, signed: bool = False) -> st.SearchStrategy[Pair]:
    """Numbers with at most so many places, written with or without trailing zeros."""

    def pair(units: int, zeros: bool) -> Pair:
        text = f"{Decimal(units) / 10**places:.{places}f}"
        return (text if zeros or places == 0 else text.rstrip("0").rstrip(".")), units

    top = 10 ** (digits + places) - 1
    return st.builds(pair, st.integers(-top if signed else 0, top), st.booleans()).filter(lambda p: p[0] != "-0")


def days(last: date) -> st.SearchStrategy[Pair]:
    """Days up to the last."""
    return st.dates(date(1900, 1, 1), last).map(lambda day: (str(day), day))


def same(strategy: st.SearchStrategy[str]) -> st.SearchStrategy[Pair]:
    """Texts that are read as they are written."""
    return strategy.map(lambda text: (text, text))


@cache
def values(kind: k.Kind) -> st.SearchStrategy[Pair]:
    """Values of a kind."""
    match kind:
        case k.MoneyKind():
            return decimals(2, 13, kind.signed)
        case k.QuantityKind():
            return decimals(3, 12)
        case k.CountKind():
            return decimals(0, 10)
        case k.DayKind():
            return days(date(2199, 12, 31) if kind.planned else AS_OF)
        case k.TextKind():
            return same(texts(kind))
        case k.ProseKind():
            prose = WORDS.filter(lambda t: not set("<[!") & set(t) and t != "n/a")
            return same(st.lists(prose, min_size=1, max_size=3).map("\n\n".join))
        case k.FlagKind():
            return st.sampled_from([("true", True), ("false", False)])
        case k.CodeKind():
            return st.sampled_from(list(kind.vocabulary)).map(lambda m: (str(m.value), m))
        case k.ListKind():
            items = st.lists(values(kind.of), min_size=kind.least, max_size=3)
            return items.map(lambda pairs: ([p[0] for p in pairs], tuple(p[1] for p in pairs)))
        case k.MapKind():
            names = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9#/-]{0,20}", fullmatch=True).filter(lambda n: n != "withheld")
            maps = st.dictionaries(names, values(kind.of), max_size=3)
            return maps.map(lambda m: ({n: p[0] for n, p in m.items()}, {n: p[1] for n, p in m.items()}))
        case k.RecordKind():
            return st.deferred(lambda: records(kind.record))
        case _:
            raise TypeError(kind)


@st.composite
def records(draw: st.DrawFn, cls: type[Record]) -> Pair:
    """A record with every required key and some of the others, some of them absent with a reason."""
    out: dict[str, Any] = {}
    meant: dict[str, Any] = {}
    for name, key in keys_of(cls).items():
        if not key.need and draw(st.integers(0, 3)):
            continue
        how = draw(st.integers(0, 9))
        if how == 0 and key.na:
            out[name], meant[name] = "n/a", NOT_APPLICABLE
        elif how == 1 and key.withheld:
            reason = draw(WORDS)
            assume(reason != "n/a")
            out[name], meant[name] = (
                draw(st.sampled_from([{"withheld": reason}, f"withheld: {reason}"])),
                withheld(reason),
            )
        else:
            out[name], meant[name] = draw(values(key.kind))
    order = draw(st.permutations(list(out)))
    return {name: out[name] for name in order}, (cls, meant)


def compare(read: Any, meant: Any) -> None:
    """Demand that what was read is what was meant, all the way down."""
    match meant:
        case (type() as cls, dict() as keys):
            assert type(read) is cls
            for name in read.__struct_fields__:
                if written(name) in keys:
                    compare(getattr(read, name), keys[written(name)])
                elif name != "source":
                    assert not keys_of(cls)[written(name)].need
                    left_out = getattr(read, name)
                    default = left_out in ((), {}, None, False) or isinstance(left_out, Absent)
                    assert default or cls.__struct_defaults__.count(left_out)
        case tuple():
            assert isinstance(read, tuple)
            assert len(read) == len(meant)
            for one, other in zip(read, meant, strict=True):
                compare(one, other)
        case _:
            assert (type(read), read) == (type(meant), meant)


class Quoting(yaml.SafeDumper):
    """Writes texts plain where YAML reads them back as the same text, whatever type they look like."""

    def ignore_aliases(self, _: Any) -> bool:
        """Never write an alias."""
        return True


Quoting.yaml_implicit_resolvers = {}

STYLES = st.fixed_dictionaries(
    {
        "default_flow_style": st.sampled_from([True, False, None]),
        "default_style": st.sampled_from([None, None, '"', "'"]),
        "allow_unicode": st.just(True),
        "width": st.sampled_from([20, 80, 10_000]),
        "indent": st.integers(2, 4),
        "explicit_start": st.booleans(),
        "line_break": st.sampled_from(["\n", "\r\n"]),
    }
)


@pytest.mark.parametrize(
    "kind",
    [SITE, SOCIETY, QUESTION, DEADLINES, TEAM, REPORT],
    ids=["site", "society", "question", "deadlines", "team", "report"],
)
# A record that fails is printed whole; making it smaller would take minutes.
@settings(max_examples=60, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_what_is_written_is_read(kind: k.Kind, data: st.DataObject) -> None:
    out, meant = data.draw(values(kind))
    assume(out)
    text = yaml.dump(out, Dumper=Quoting, sort_keys=False, **data.draw(STYLES))
    with TemporaryDirectory() as folder:
        Path(folder, "x.yaml").write_bytes(text.encode())
        read, source, findings = read_file(Path(folder), "x.yaml", kind, AS_OF)
    assert findings == [], text
    compare(read, meant)
    assert source.text == text.replace("\r\n", "\n")
