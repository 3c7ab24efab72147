"""A small data folder without a fault, as path → text, and how it is written, read and spoilt."""

from datetime import date
from pathlib import Path

from generator.base.findings import Finding
from generator.load.corpus import read_context, read_teams
from generator.model.corpus import Context, TeamFolder

AS_OF = date(2026, 7, 1)
TEAM = "teams/310107/xinhong/team.yaml"
REPORT = "teams/310107/xinhong/2025.yaml"
SOCIETY = "societies/310107.yaml"
QUESTION = "questions/310107/1.yaml"

FILES = {
    "site.yaml": """\
title: 示例市红十字志愿服务公开
publisher: 示例市红十字会
url: https://example.org/accounts/
contact: {phone: 021-5555-0100, email: office@example.org}
demonstration: true
evidence_from: 1000
question_days: 15
""",
    "deadlines.yaml": """\
- {id: annual, applies: year, months_after: 5, basis: 示例办法}
- {id: month, applies: month, days_after: 20, since: 2026-01-01}
""",
    SOCIETY: """\
name: 示例区红十字会
level: county
division: 310107
contact: {phone: 021-5555-0101, address: 示例区示例路 1 号, hours: 工作日 9:00—17:00}
disaster_prone: {value: false, basis: 区应急管理局名单}
volunteer_sources: {as_of: 2025-12-31, member: 120, donor: {withheld: 尚在统计}}
support_to_teams: [{year: 2025, team: xinhong, amount: 50000}]
seats: {council: 2}
venues: [{name: 示例街道博爱家园, kind: 博爱家园}]
""",
    TEAM: """\
name: 新虹红十字应急救援志愿服务队
short_name: 新虹队
former_names: [新虹救援队, "012 救援队"]
status: {value: active, since: 2018-05-01}
founded: 2018-05-01
leader: {name: {withheld: 本人未同意公布}, title: 队长, since: 2021-03-01}
fields: [emergency_rescue, first_aid]
about: |
  本队成立于 2018 年，开展 **应急救援**。

  - 见 [章程](https://example.org/charter)
  - 写信 <mailto:office@example.org>
area: 示例市示例区
contact: {phone: 021-5555-0102}
people: {as_of: 2025-12-31, registered: 42, active: 30, party_members: 5}
party_organisation: {kind: 党小组, since: 2022-07-01}
governance:
  charter: {title: 章程, adopted: 2018-05-01, file: files/charter.pdf}
  policies: {disclosure: {title: 信息公开制度}, finance: n/a}
  decision_body: {title: 队务会, roles: [队长, 副队长]}
platform: {registered: true, id: "0012345"}
registration: {status: registered, uscc: 91350100M000100Y43, authority: 示例区民政局, date: 2019-01-02}
custody: own_account
allocation: explicit
purposes:
  - {id: flood-2025, title: 2025 年洪水救援, start: 2025-07-01, end: 2026-12-31}
projects:
  - id: heart
    title: 心肺复苏进社区
    actions: [rescue_around_you]
trainings: [{title: 救护员培训, trained: 30, certified: 28, hours: 16.5}]
""",
    REPORT: """\
# 全年账目
published: 2026-03-12
approved: {by: decision_body, date: 2026-03-10}
nil: false
opening: {general: 12345.67, flood-2025: 0}
donations:
  - id: D1
    date: 2025-07-03
    donor: {kind: organisation, name: 示例电器有限公司}
    amount: 20000
    purpose: flood-2025
    receipt: 公益事业捐赠票据 0012345
  - id: D2
    date: 2025-07-04
    donor: {kind: anonymous}
    items: [{item: 救生衣, unit: 件, quantity: 30, unit_value: 120, valuation: invoice}]
  - id: D3
    date: 2025-07-09
    donor: {kind: pooled, count: 10081, through: 某互联网募捐平台}
    amount: 654026
    receipt: n/a
income:
  - {id: I1, date: 2025-02-01, category: government_grant, channel: society_funding, from: 示例区红十字会, amount: 50000}
spending:
  - id: S1
    category: program
    nature: aid
    to: {kind: persons, count: 42, area: 示例区}
    amount: 9000.5
    funded_by: {D1: 9000.5}
    evidence: [{file: files/s1.png, title: 发票, redacted: true}]
goods_out:
  - {id: G1, date: 2025-07-05, item: 救生衣, unit: 件, quantity: 30, from: D2, to: {kind: units, count: 3}}
transfers: []
closing: {withheld: 正在审计}
holdings: {bank: -0.5, cash: 771.67}
service: {hours: 1840.125, people_served: 4200}
""",
    QUESTION: """\
asked: 2026-03-20
about: teams/310107/xinhong/2025#D1
question: 这笔钱用在哪里？
""",
}
ATTACHMENTS = ("teams/310107/xinhong/files/charter.pdf", "teams/310107/xinhong/files/s1.png")


def write(root: Path, changed: dict[str, bytes | str | None] | None = None) -> Path:
    """The corpus below ``root``, with some files changed, added or (None) left out."""
    files: dict[str, bytes | str | None] = {**FILES, **dict.fromkeys(ATTACHMENTS, ""), **(changed or {})}
    for path, content in files.items():
        if content is not None:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


def read(root: Path) -> tuple[Context | None, list[TeamFolder], list[Finding]]:
    """Everything that reading makes of a folder."""
    context, tree, findings = read_context(root, AS_OF)
    teams: list[TeamFolder] = []
    for team, found in read_teams(root, tree, AS_OF):
        teams.append(team)
        findings += found
    return context, teams, findings


def spoilt(path: str, old: str, new: str) -> tuple[str, int]:
    """A file's text with its one ``old`` become ``new``, and the line where they begin to differ."""
    text = FILES[path]
    assert text.count(old) == 1, f"{old!r} is {text.count(old)} times in {path}"
    place = text.index(old)
    return text.replace(old, new), text.count("\n", 0, place) + 1
