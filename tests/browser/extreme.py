"""A corpus of what stretches a page: one character and sixty, nothing at all and three thousand gifts,
everything withheld, negative and enormous amounts, words without a place to break.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

SOCIETY = "990201"
DONATIONS = 3000
HUGE = "9999999999999.99"
WORD = "0x1F_" * 24
NAME_60 = "极端县红十字" + "很长" * 24 + "志愿服务队"
WITHHELD = {"withheld": "理由写得很长：" + "原件在档案馆，移交手续没有办完，" * 6 + WORD[:60]}

CONTACT = {"phone": "0990-5550201", "address": "极端县极端街 1 号"}


def write_extreme(folder: Path) -> Path:
    """Write the corpus; gives the data folder."""
    site = {
        "title": "极端示例红十字志愿服务队明账", "publisher": "极端示例红十字会（虚构）", "url": "https://example.org/",
        "contact": CONTACT, "demonstration": True, "question_days": 15, "languages": ["zh-hant", "en"],
    }  # fmt: skip
    society = {"name": "极端县红十字会", "level": "county", "division": SOCIETY, "contact": CONTACT}
    write_record(folder / "site.yaml", site)
    write_record(folder / f"societies/{SOCIETY}.yaml", society)
    # A year's report is due at the end of the next: one is to come when the others are long overdue.
    write_record(folder / "deadlines.yaml", [{"id": "year", "applies": "year", "months_after": 12, "basis": WORD}])
    question = {"asked": "2026-11-01", "about": f"teams/{SOCIETY}/words/2025#D1", "question": f"为什么？{WORD}"}
    write_record(folder / f"questions/{SOCIETY}/1.yaml", question)
    for slug, (team, reports) in teams().items():
        write_record(folder / f"teams/{SOCIETY}/{slug}/team.yaml", team)
        for period, report in reports.items():
            write_record(folder / f"teams/{SOCIETY}/{slug}/{period}.yaml", report)
    return folder


def teams() -> dict[str, tuple[dict[str, Any], dict[str, dict[str, Any]]]]:
    """Every team with its reports."""
    return {
        "one": (team_record("队", short_name="队"), {"2025": _report(0, 0)}),
        "sixty": (team_record(NAME_60, area=NAME_60, former_names=[NAME_60]), {"2025": _report(0, 0)}),
        "nothing": (team_record("极端县红十字没有报告志愿服务队"), {}),
        "many": (team_record("极端县红十字三千笔志愿服务队"), {"2025": _many()}),
        "withheld": (_withheld_team(), {"2025": _withheld_report()}),
        "negative": (team_record("极端县红十字透支志愿服务队"), {"2025": _negative()}),
        "huge": (
            team_record("极端县红十字巨额志愿服务队"),
            {"2024": _huge("2025-05-20", 0), "2025": _huge("2026-05-20", 1)},
        ),
        "words": (_words_team(), {"2025": _words_report()}),
    }


def team_record(name: str, **more: Any) -> dict[str, Any]:
    document = {"title": "章程", "adopted": "2020-01-01"}
    return {
        "name": name,
        "status": {"value": "active", "since": "2020-01-01"},
        "founded": "2020-01-01",
        "leader": {"name": "王示例", "title": "队长", "consent": "2024-01-01"},
        "fields": ["emergency_rescue"],
        "area": "极端县",
        "contact": CONTACT,
        "people": {"registered": 20, "party_members": 4},
        "governance": {"charter": document, "policies": {"disclosure": document}},
        "platform": {"registered": True},
        "registration": {"status": "ineligible"},
        "custody": "society_ledger",
        **more,
    }


def _report(opening: float, closing: float, **more: Any) -> dict[str, Any]:
    return {
        "published": "2026-05-20",
        "opening": {"general": opening},
        "income": [],
        "donations": [],
        "spending": [],
        "closing": {"general": closing},
        **more,
    }


def _many() -> dict[str, Any]:
    donations = [
        {"id": f"D{n}", "date": f"2025-{(n - 1) // 250 + 1:02}-{(n - 1) % 28 + 1:02}", "donor": _donor(n), "amount": 10}
        for n in range(1, DONATIONS + 1)
    ]
    spending = [_spent(f"S{n}", f"2025-{n:02}-28", 2000) for n in range(1, 13)]
    closing = DONATIONS * 10 - 12 * 2000
    return _report(0, closing, donations=donations, spending=spending)


def _donor(n: int) -> dict[str, Any]:
    return {"kind": "anonymous"} if n % 2 else {"kind": "organisation", "name": f"示例第{n}商店"}


def _spent(id: str, date: str, amount: object, **more: Any) -> dict[str, Any]:
    to = {"kind": "company", "name": "示例装备店"}
    row = {"id": id, "date": date, "category": "program", "nature": "supplies", "to": to, "amount": amount}
    return {**row, "evidence": [{"title": "发票"}], **more}


def _withheld_team() -> dict[str, Any]:
    team = team_record("极端县红十字不公开志愿服务队", leader={"name": WITHHELD, "consent": WITHHELD})
    team["people"] = {"registered": WITHHELD, "party_members": WITHHELD, "active": WITHHELD, "retained": WITHHELD}
    team["governance"] = {"charter": {}, "policies": {"disclosure": {}}}
    return team


def _withheld_report() -> dict[str, Any]:
    keys = (
        "opening",
        "donations",
        "income",
        "spending",
        "closing",
        "goods_out",
        "stocktake",
        "holdings",
        "owed",
        "service",
    )
    return {"published": WITHHELD, **dict.fromkeys(keys, WITHHELD)}


def _negative() -> dict[str, Any]:
    more = {"holdings": {"bank": -9100.5}, "owed": {"members": 200000, "at_least": True}}
    more["explained"] = [{"rule": "A04", "difference": 9000, "reason": f"队员先垫付，{WORD}"}]
    return _report(-100.5, -9100.5, spending=[_spent("S1", "2025-03-01", 9000)], **more)


def _huge(published: str, year: int) -> dict[str, Any]:
    if year == 0:
        gift = {"id": "D1", "date": "2024-03-01", "donor": {"kind": "anonymous"}, "amount": HUGE, "receipt": "n/a"}
        return _report(0, 0, published=published, donations=[gift]) | {"closing": {"general": HUGE}}
    spending = [_spent("S1", "2025-03-01", HUGE)]
    return _report(0, 0, published=published, spending=spending) | {"opening": {"general": HUGE}}


def _words_team() -> dict[str, Any]:
    prose = f"前文 {WORD}\n\n- {WORD}\n\n> {WORD}\n\n    {WORD}\n\n`{WORD}` <https://example.org/{WORD}> {'字' * 300}"
    return team_record(
        f"极端县红十字{WORD[:60]}志愿服务队",
        formerly=[f"{SOCIETY}/words-before"],
        about=prose,
        awards=[{"title": WORD, "by": WORD}, {"title": WORD}],
        purposes=[{"id": "long", "title": WORD, "start": "2025-01-01"}],
        projects=[{"id": "long", "title": WORD, "about": prose}],
        contact={**CONTACT, "email": "office@" + "w" * 60 + ".example.org", "hours": WORD},
    )


def _words_report() -> dict[str, Any]:
    goods = [{"item": WORD, "unit": "件", "quantity": "99999999.999", "valuation": "unvalued"}]
    donor = {"kind": "organisation", "name": WORD, "through": WORD}
    donations = [
        {
            "id": "D1",
            "date": "2025-02-01",
            "donor": donor,
            "amount": 500,
            "purpose": "long",
            "receipt": WORD,
            "note": WORD,
        },
        {"id": "D2", "date": "2025-02-02", "donor": donor, "items": goods, "receipt": WORD},
    ]
    out = {"id": "G1", "date": "2025-03-01", "item": WORD, "unit": "件", "quantity": 1, "from": "D2"}
    gone = [{**out, "to": {"kind": "units", "count": 1, "name": WORD, "area": WORD}}]
    to = {"kind": "organisation", "name": WORD}
    spending = [_spent("S1", "2025-03-01", 100, purpose="long", to=to, evidence=[{"title": WORD}], note=WORD)]
    corrections = [
        {"date": "2026-06-01", "entry": "D1", "field": "receipt", "before": WORD, "after": WORD, "reason": WORD}
    ]
    more = {"donations": donations, "spending": spending, "goods_out": gone, "corrections": corrections, "origin": WORD}
    return _report(0, 0, **more) | {"opening": {"general": 0, "long": 0}, "closing": {"general": 0, "long": 400}}


def write_record(path: Path, record: object) -> None:
    """JSON is YAML too, and needs no writer of ours."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(record, ensure_ascii=False, indent=1), encoding="utf-8")
