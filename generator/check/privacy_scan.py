"""Looks for private data in every value, key and comment of a file, typed or not; once per file for all text rules."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any

import msgspec

from generator.base.findings import Place
from generator.check.privacy_detect import may_hold, private_in
from generator.load.nodes import ListNode, MapNode, Node, Scalar, at
from generator.model import kinds as k
from generator.model.corpus import SourceFile
from generator.model.fields import Record, keys_of
from generator.model.report import Report
from generator.model.site import Deadline, Question, Site
from generator.model.society import Society
from generator.model.team import Team

_NUMBER = re.compile(r"-?[0-9]{1,13}(?:\.[0-9]{1,3})?")
_COMMENT = re.compile(r"(?:^|\s)#")
_MAPS_OF_MONEY = ("opening", "closing", "funded_by")


class Hit(msgspec.Struct, frozen=True, eq=False):
    """Private data met: the rule, the place, the Chinese name of the key, whether it is certain."""

    rule: str
    place: Place
    where: str
    certain: bool


class _Spot(msgspec.Struct, frozen=True, eq=False):
    """A text and where it hangs: its mark, its key, the key of its record, the record."""

    value: str
    mark: Any
    key: str
    parent: str
    record: MapNode | None


@lru_cache(maxsize=2)
def hits_in(source: SourceFile) -> tuple[Hit, ...]:
    """Everything private in a file, in order of place."""
    if not (may_hold(source.text) or "\\" in source.text):
        return ()
    of_public = source.path.startswith("questions/")
    if not isinstance(source.root, MapNode):
        return tuple(_in_lines(source, of_public))
    found: list[Hit] = []
    told: list[tuple[str, str]] = []
    for spot in _suspects(source.root):
        contact = spot.key if spot.parent in ("contact", "venues") else ""
        broken = private_in(spot.value, contact=contact, number=_is_figure(spot), of_public=of_public)
        place = at(source.path, spot.mark)
        found += [Hit(rule, place, labels().get(spot.key, ""), certain) for rule, certain in broken.items()]
        told += [(rule, spot.value) for rule in broken]
    if "#" in source.text:
        found += _in_comments(source, {(hit.rule, hit.place.line) for hit in found}, told, of_public)
    return tuple(sorted(found, key=lambda hit: hit.place))


_suspicious = lru_cache(maxsize=4096)(may_hold)
"""Most keys and values of a folder stand in it many times."""


def _suspects(root: MapNode) -> Iterator[_Spot]:
    """Every text of a file, keys included, that must be looked at closely."""
    stack: list[tuple[Node, str, str, MapNode | None]] = [(root, "", "", None)]
    while stack:
        node, key, parent, record = stack.pop()
        if isinstance(node, Scalar):
            if _suspicious(node.value):
                yield _Spot(node.value, node.mark, key, parent, record)
        elif isinstance(node, MapNode):
            for name, mark in node.keys.items():
                if _suspicious(name):
                    yield _Spot(name, mark, "", "", None)
                stack.append((node.entries[name], name, key, node))
        elif isinstance(node, ListNode):
            stack += [(item, key, parent, record) for item in node.items]


def _is_figure(spot: _Spot) -> bool:
    """Whether a scalar is a plain number under a key that holds numbers; or a code under ``uscc``."""
    if spot.key == "uscc":
        return True
    if _NUMBER.fullmatch(spot.value) is None:
        return False
    if spot.key in ("before", "after") and spot.record is not None:
        named = (spot.record.entries.get(name) for name in ("field", "entry"))
        words = {node.value for node in named if isinstance(node, Scalar)}
        return not words.isdisjoint(figures()) or not words.isdisjoint(_MAPS_OF_MONEY)
    return spot.key in figures() or spot.parent in _MAPS_OF_MONEY


def _in_lines(source: SourceFile, of_public: bool) -> Iterator[Hit]:
    """The same for a file whose parts are not known: line by line."""
    for number, line in enumerate(source.text.split("\n"), 1):
        if may_hold(line):
            for rule, certain in private_in(line, of_public=of_public).items():
                yield Hit(rule, Place(source.path, number), "", certain)


def _in_comments(
    source: SourceFile, lines: set[tuple[str, int]], told: list[tuple[str, str]], of_public: bool
) -> Iterator[Hit]:
    """What stands after # is published with the repository too. What a value was told for is not told again."""
    for number, line in enumerate(source.text.split("\n"), 1):
        start = _COMMENT.search(line)
        if start is None or not may_hold(line[start.end() :]):
            continue
        for rule, certain in private_in(line[start.end() :], of_public=of_public).items():
            again = (rule, number) in lines or any(id == rule and line.strip() in value for id, value in told)
            if not again:
                yield Hit(rule, Place(source.path, number, start.end()), "注释", certain)


@cache
def _keys() -> tuple[dict[str, str], frozenset[str]]:
    """The Chinese name of every key there is, and the keys that hold numbers."""
    names: dict[str, str] = {}
    numeric: set[str] = {"difference"}
    stack: list[type[Record]] = [Site, Society, Team, Report, Question, Deadline]
    while stack:
        for name, key in keys_of(stack.pop()).items():
            names.setdefault(name, key.label)
            kind = key.kind.of if isinstance(key.kind, k.ListKind) else key.kind
            if isinstance(kind, k.RecordKind):
                stack.append(kind.record)
            elif isinstance(kind, k.MoneyKind | k.QuantityKind | k.CountKind):
                numeric.add(name)
    return names, frozenset(numeric)


def labels() -> dict[str, str]:
    """The Chinese name of every key there is."""
    return _keys()[0]


def figures() -> frozenset[str]:
    """The keys that hold money, quantities and counts."""
    return _keys()[1]
