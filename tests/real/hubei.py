"""R8: the public donation lists of Hubei's society, January and February 2020, made into records.

The lists stay where they were published; this reads a copy that lies beside the repository, and
writes two data folders: ``first``, the list as first published, and ``later``, a chain of reports
whose first one restates two rows of it.
"""

import csv
import json
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

SOURCES = Path(__file__).resolve().parents[3] / "shared" / "sources" / "hubei-2020"
SOCIETY_ID = "420000"
TEAM = f"teams/{SOCIETY_ID}/donations"
FIRST = "2020-01-22--2020-01-25"
LATER = "2020-01-22--2020-01-26"
ORIGIN = "湖北省红十字会捐赠公示，2020 年 1 月至 2 月，由志愿者收集于 WeileiZeng/red-cross（759d674）"
UNSAID = "原公示未作说明"
ROUNDED = "转录说明：原公示的累计数以万元取五位小数，只精确到 0.1 元"
# The notice that each report holds, by its period; the days between have only the running total.
LISTS = {LATER: "v2", "2020-02-01--2020-02-01": "d0201", "2020-02-07--2020-02-07": "d0207"}

SITE = """# 来源：本文件只为测试发布这份转录，不属于任何公示。
title: 公开账目转录
publisher: 转录测试
url: https://example.org/
contact: {email: office@example.org}
"""
DEADLINES = """# 来源：本文件只为测试。转录的旧公示不受本站时限约束，所以时限从以后起算。
- {id: annual, applies: year, months_after: 5, since: 2027-01-01, basis: 转录的旧公示不适用本站的时限}
"""
SOCIETY = f"""# 来源：{ORIGIN}
name: 湖北省红十字会
level: province
division: "{SOCIETY_ID}"  # 区划代码按 GB/T 2260，来源未载
contact: {{phone: {{withheld: 来源未载}}}}
"""
PROFILE = f"""# 来源：{ORIGIN}
# 公布账目的机构按“队伍”录入。来源没有的，写 withheld: 来源未载。
name: 湖北省红十字会（捐赠公示）
status: {{value: active, since: {{withheld: 来源未载}}}}
founded: {{withheld: 来源未载}}
leader: {{name: {{withheld: 来源未载}}}}
fields: [epidemic]
area: 湖北省
contact: {{phone: {{withheld: 来源未载}}}}
people: {{registered: {{withheld: 来源未载}}, party_members: {{withheld: 来源未载}}}}
governance:
  charter: {{withheld: 来源未载}}
  decision_body: {{withheld: 来源未载}}
  execution_body: {{withheld: 来源未载}}
  supervision_body: {{withheld: 来源未载}}
  rules_of_procedure: {{withheld: 来源未载}}
  policies:
    personnel: {{withheld: 来源未载}}
    finance: {{withheld: 来源未载}}
    materials: {{withheld: 来源未载}}
    disclosure: {{withheld: 来源未载}}
platform: {{registered: {{withheld: 来源未载}}}}
registration: {{status: {{withheld: 来源未载}}}}
custody: {{withheld: 来源未载}}
"""


def donations(notice: str) -> list[dict[str, str]]:
    """The rows of one list, as published."""
    with (SOURCES / "donations.csv").open(encoding="utf-8", newline="") as stream:
        return [row for row in csv.DictReader(stream) if row["notice"] == notice]


def day_of(row: dict[str, str]) -> str:
    """A row's day, as records write it."""
    return row["date"].replace(".", "-")


def running_totals() -> dict[str, Decimal]:
    """Cumulative cash in yuan, by the day at whose end it was published."""
    with (SOURCES / "daily_totals_wan.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    first = date(2020, 1, 24)
    return {
        str(first + timedelta(days=place)): Decimal(row["cumulative_cash_wan"]) * 10_000
        for place, row in enumerate(rows)
    }


def restated() -> list[tuple[str, str, str, str]]:
    """What the later list says otherwise than the first: row, field, before, after."""
    before, after = ({row["seq"]: row for row in donations(notice)} for notice in ("v1", "v2"))
    found: list[tuple[str, str, str, str]] = []
    for seq, old in before.items():
        new = after[seq]
        if old["date"] != new["date"]:
            found.append((f"D{seq}", "date", day_of(old), day_of(new)))
        if old["donor"] != new["donor"]:
            found.append((f"D{seq}", "donor.name", old["donor"], new["donor"]))
        if old["amount_cny"] != new["amount_cny"]:
            found.append((f"D{seq}", "amount", old["amount_cny"], new["amount_cny"]))
    return found


def _row(row: dict[str, str]) -> str:
    name = json.dumps(row["donor"], ensure_ascii=False)
    match row["donor_kind"]:
        case "organisation":
            donor = f"{{kind: organisation, name: {name}}}"
        case "anonymous":
            donor = "{kind: anonymous}"
        case _:
            donor = f"{{kind: alias, name: {name}}}"
    return f"  - {{id: D{row['seq']}, date: {day_of(row)}, donor: {donor}, amount: {row['amount_cny']}}}\n"


def _report(rows: Iterable[dict[str, str]], total: str, day_total: str = "", more: str = "") -> str:
    lines = "".join(_row(row) for row in rows)
    return (
        f"# 来源：{ORIGIN}\n"
        "published: {withheld: 来源未载}\n"
        f"origin: {ORIGIN}\n"
        + (f"donations:\n{lines}" if lines else "")
        + "stated:\n"
        + (f"  donations: {day_total}\n" if day_total else "")
        + f"  cumulative_donations: {total}\n"
        + more
    )


def _corrections() -> str:
    return "corrections:\n" + "".join(
        f"  - {{date: 2020-01-26, entry: {entry}, field: {field}, before: {before}, after: {after}, reason: {UNSAID}}}\n"
        for entry, field, before, after in restated()
    )


def _explained(totals: dict[str, Decimal], day: str, listed: Decimal) -> str:
    """What a report must explain: a running total that falls, or grows by another sum than its list."""
    before = totals.get(str(date.fromisoformat(day) - timedelta(days=1)))
    grown = totals[day] - before if before is not None else Decimal(0)
    if grown < 0:
        gap, reason = -grown, UNSAID
    elif listed and grown != listed:
        gap, reason = abs(grown - listed), ROUNDED
    else:
        return ""
    return f"explained:\n  - {{rule: A14, difference: {gap:.2f}, reason: {reason}}}\n"


def reports() -> Iterator[tuple[str, str]]:
    """The chain of reports without a gap: period and text of each."""
    totals = running_totals()
    for day, total in totals.items():
        if day < LATER[-10:]:
            continue
        period = LATER if day == LATER[-10:] else f"{day}--{day}"
        rows = donations(LISTS[period]) if period in LISTS else []
        listed = Decimal(0) if period == LATER else sum((Decimal(row["amount_cny"]) for row in rows), Decimal(0))
        more = _corrections() if period == LATER else _explained(totals, day, listed)
        yield period, _report(rows, f"{total:.2f}", f"{listed:.2f}" if listed else "", more)


def convert(folder: Path) -> tuple[Path, Path]:
    """Write both data folders below ``folder``: the first list, and the chain that follows it."""
    first, later = folder / "first", folder / "later"
    for data in (first, later):
        (data / "societies").mkdir(parents=True)
        (data / TEAM).mkdir(parents=True)
        (data / "site.yaml").write_text(SITE, encoding="utf-8")
        (data / "deadlines.yaml").write_text(DEADLINES, encoding="utf-8")
        (data / "societies" / f"{SOCIETY_ID}.yaml").write_text(SOCIETY, encoding="utf-8")
        (data / TEAM / "team.yaml").write_text(PROFILE, encoding="utf-8")
    total = running_totals()[FIRST[-10:]]
    (first / TEAM / f"{FIRST}.yaml").write_text(_report(donations("v1"), f"{total:.2f}"), encoding="utf-8")
    for period, text in reports():
        (later / TEAM / f"{period}.yaml").write_text(text, encoding="utf-8")
    return first, later
