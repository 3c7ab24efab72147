"""A small data folder without a fault, kept as plain data, and the ways to spoil one thing in it."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import yaml

from tests.site.records import PNG
from tests.site.yamltext import Writer

SITE, SOCIETY, QUESTION = "site.yaml", "societies/310107.yaml", "questions/310107/1.yaml"
TEAM, OLD, NEW = (f"teams/310107/xinhong/{name}.yaml" for name in ("team", "2024", "2025"))
ATTACHMENTS = {"teams/310107/xinhong/files/2025/s1.png": PNG}
GONE = object()

_TEXTS = {
    SITE: """
title: 明账示例
publisher: 示例区红十字会（虚构）
url: https://example.org/
contact: {phone: 0990-5550100}
evidence_from: 1000
""",
    SOCIETY: """
name: 示例区红十字会
level: county
division: 310107
contact: {phone: 0990-5550107}
support_to_teams: [{year: 2025, team: xinhong, amount: 50000}]
""",
    QUESTION: """
asked: 2026-04-01
about: teams/310107/xinhong/2025#D1
question: 余下的准备怎么用？
""",
    TEAM: """
name: 新虹志愿服务队
status: {value: active, since: 2018-03-01}
founded: 2018-03-01
leader: {name: 张示例, title: 队长, since: 2021-03-01, consent: 2025-01-01}
fields: [emergency_rescue, first_aid]
area: 示例市示例区
about: 本队成立于 2018 年。
contact: {phone: 0990-5550108}
people: {registered: 42, active: 35, party_members: 5}
governance: {charter: {title: 章程}, policies: {disclosure: {title: 信息公开办法}}}
platform: {registered: true}
registration: {status: registered, uscc: 52310107MJ9901013B}
custody: own_account
purposes:
- {id: flood-2025, title: 洪水救援, start: 2025-07-01}
- {id: winter, title: 温暖过冬, start: 2024-01-01, end: 2027-12-31}
projects:
- {id: heart, title: 心肺复苏进社区, purpose: winter}
trainings:
- {title: 救护员培训, trained: 30, certified: 28}
""",
    OLD: """
published: 2025-03-01
opening: {general: 100}
donations:
- {id: D1, date: 2024-05-01, donor: {kind: anonymous}, amount: 900}
- {id: D2, date: 2024-06-01, donor: {kind: anonymous}, amount: 5000, purpose: winter}
income: []
spending: []
goods_opening:
- {item: 帐篷, unit: 顶, quantity: 4}
closing: {general: 1000, winter: 5000}
holdings: {bank: 6000}
""",
    NEW: """
published: 2026-03-12
approved: {by: decision_body, date: 2026-03-10}
opening: {general: 1000, winter: 5000}
donations:
- {id: D1, date: 2025-07-03, donor: {kind: organisation, name: 示例电器有限公司}, amount: 20000, purpose: flood-2025, receipt: 公益票据一}
- {id: D2, date: 2025-07-04, donor: {kind: anonymous}, items: [{item: 救生衣, unit: 件, quantity: 30, unit_value: 120, value: 3600, valuation: invoice}]}
- {id: D3, date: 2025-07-09, donor: {kind: pooled, count: 10081, through: 某互联网募捐平台}, amount: 654026}
- {id: D4, date: 2025-07-10, donor: {kind: named, name: 示例甲, consent: 2025-07-10}, amount: 701, original: {currency: USD, amount: 100, rate: 7.01}}
income:
- {id: I1, date: 2025-02-01, category: government_grant, channel: society_funding, from: 示例区红十字会, amount: 50000}
spending:
- {id: S1, date: 2025-07-06, category: program, nature: equipment, to: {kind: company, name: 示例救援装备店}, amount: 8600, purpose: flood-2025, evidence: [{file: files/2025/s1.png, title: 发票}]}
- {id: S2, date: 2025-07-20, category: program, nature: aid, to: {kind: persons, count: 42, area: 示例区}, amount: 9000, purpose: flood-2025, funded_by: {D1: 9000}}
- {id: S3, date: 2025-08-01, category: program, to: {kind: related, name: 示例器材店, relation: 由队员的亲属经营, approved: 队务会}, amount: 327}
transfers:
- {id: T1, date: 2025-09-01, from: winter, to: general, amount: 500, consent: 同意书二〇二五}
goods_in:
- {id: P1, date: 2025-08-01, item: 手套, unit: 双, quantity: 80, spending: S3}
goods_out:
- {id: G1, date: 2025-07-05, item: 救生衣, unit: 件, quantity: 25, from: D2, to: {kind: units, count: 3, area: 示例区}, received: 2025-07-05}
stocktake:
- {item: 救生衣, unit: 件, quantity: 5}
- {item: 手套, unit: 双, quantity: 80}
- {item: 帐篷, unit: 顶, quantity: 4}
closing: {general: 705900, winter: 4500, flood-2025: 2400}
holdings: {bank: 712000, cash: 800}
owed: {members: 0, others: 0}
service: {hours: 1840.5, people_served: 4200}
stated: {donations: 674727, spending: 17927}
corrections:
- {date: 2026-05-06, entry: D3, field: amount, before: 65402, after: 654026, reason: 录入时少写一个数字}
""",
}
BASE: dict[str, Any] = {
    path: yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - makes strings and nothing else
    for path, text in _TEXTS.items()
}
Spoil = Callable[[dict[str, Any]], None]


@dataclass(frozen=True)
class Fault:
    """One thing wrong: where the finding must be. ``mark`` is text on the faulty line; empty: the first line."""

    name: str
    file: str
    mark: str
    spoil: Spoil
    rule: str = ""
    secret: str = ""


def put(name: str, file: str, path: str, value: Any, mark: str | None = None, rule: str = "", *, at: str = "") -> Fault:
    """Set one value. ``path`` is dotted; ``at`` is the file of the finding where it is another."""
    *above, last = path.split(".")

    def spoil(data: dict[str, Any]) -> None:
        here = data[file]
        for step in above:
            here = here[int(step) if isinstance(here, list) else step]
        if value is GONE:
            del here[last]
        elif isinstance(here, list):
            here.insert(int(last), value) if int(last) >= len(here) else here.__setitem__(int(last), value)
        else:
            here[last] = value

    shown = mark if mark is not None else f"{last}: {value}" if isinstance(value, str) else last
    return Fault(name, at or file, shown, spoil, rule)


def text(name: str, file: str, old: str, new: str, mark: str = "", rule: str = "") -> Fault:
    """Replace in the written file; the finding is where ``mark`` is, or the new text."""

    def spoil(data: dict[str, Any]) -> None:
        data["text"] = (file, old, new)

    return Fault(name, file, mark, spoil, rule)


def raw(
    name: str,
    path: str,
    content: bytes | Path | None,
    *,
    at: str = "",
    rule: str = "",
    mark: str = "",
    secret: str = "",
) -> Fault:
    """Put a file there (a Path: a link to it; None: remove it)."""

    def spoil(data: dict[str, Any]) -> None:
        data["raw"] = (path, content)

    return Fault(name, at or path, mark, spoil, rule, secret)


def lay(root: Path, fault: Fault | None, style: str) -> None:
    """Write the folder, spoilt."""
    data = copy.deepcopy(BASE)
    if fault is not None:
        fault.spoil(data)
    writer = Writer(Random(1), style)
    for path, value in data.items():
        if path in ("text", "raw"):
            continue
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(writer.document(value), encoding="utf-8")
    for path, content in ATTACHMENTS.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    if "text" in data:
        path, old, new = data["text"]
        before = (root / path).read_text("utf-8")
        assert old in before, f"{old!r} is not in {path}"
        (root / path).write_text(before.replace(old, new, 1), encoding="utf-8")
    if "raw" in data:
        path, content = data["raw"]
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if content is None:
            target.unlink()
        elif isinstance(content, Path):
            target.unlink(missing_ok=True)
            target.symlink_to(content)
        else:
            target.write_bytes(content)


def lines_of(root: Path, fault: Fault) -> set[int]:
    """The lines that hold the mark; the first where there is none."""
    if not fault.mark:
        return {1}
    lines = (root / fault.file).read_text("utf-8", "replace").split("\n")
    found = {number for number, line in enumerate(lines, 1) if fault.mark in line}
    assert found, f"{fault.mark!r} is not in {fault.file}"
    return found
