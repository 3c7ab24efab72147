"""Valid records, seeded: teams with a chain of reports, every kind of donor, matched by funded_by or not.

Nothing here is taken from the generator under test. Amounts are integers of fen until they are written.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from tests.site.yamltext import Writer

AS_OF = date(2026, 11, 24)
CHAINS = (
    ("2024", "2025"), ("2025-H1", "2025-H2"), ("2025-Q3", "2025-Q4"), ("2025-11", "2025-12"), ("2024", "2025-H1"),
    ("2020-01-24--2020-03-02", "2020-03-03--2020-05-31"), ("2025-12", "2026-Q1"), ("2023-H2", "2024"),
)  # fmt: skip
PURPOSES = (("flood-2025", "2025 年洪水救援"), ("winter", "温暖过冬"), ("012", "助学（012）"))
FIELDS = (
    "emergency_rescue", "first_aid", "blood_donation", "stem_cell", "body_organ", "elderly_care", "humanitarian_aid",
    "epidemic", "life_education", "psychology", "water_safety", "youth", "other",
)  # fmt: skip
INCOME = (
    "membership", "service", "government_grant", "goods_sale", "hq_allocation", "investment", "other",
)  # fmt: skip
CHANNELS = ("society_funding", "government_project", "society_project", "government_subsidy", "social_funds")
NATURES = (
    "equipment", "supplies", "training", "travel", "insurance", "outreach", "aid", "venue", "office", "other",
)  # fmt: skip
GOODS = (("救生衣", "件"), ("KN95 口罩", "个"), ("KN95 口罩", "盒"), ("大米", "公斤"), ("棉被", "床"), ("no", "1:30"))
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360000002000100ffff"
    "03000006000557bfabd40000000049454e44ae426082"
)


def days_of(period: str) -> tuple[date, date]:
    """The first and the last day of a period."""
    if "--" in period:
        first, last = period.split("--")
        return date.fromisoformat(first), date.fromisoformat(last)
    year, _, part = period.partition("-")
    spans = {"": (1, 12), "H1": (1, 6), "H2": (7, 12), **{f"Q{n}": (3 * n - 2, 3 * n) for n in (1, 2, 3, 4)}}
    start, end = spans[part] if part in spans else (int(part), int(part))
    after = date(int(year) + end // 12, end % 12 + 1, 1)
    return date(int(year), start, 1), after - timedelta(1)


def yuan(fen: int, random: Random) -> str:
    """An amount in one of the ways a person may write it."""
    whole, cents = divmod(fen, 100)
    forms = [f"{whole}.{cents:02d}"]
    if cents % 10 == 0:
        forms.append(f"{whole}.{cents // 10}")
    if cents == 0:
        forms.append(str(whole))
    return random.choice(forms)


@dataclass
class Folder:
    """One team's files: record texts, attachments, and what its society gave it by year."""

    team: dict[str, Any]
    reports: dict[str, dict[str, Any]] = field(default_factory=dict)
    attachments: dict[str, bytes] = field(default_factory=dict)
    support: dict[str, int] = field(default_factory=dict)

    def texts(self, writer: Writer) -> dict[str, str]:
        """Every record as YAML, by file name."""
        return {name: writer.document(value) for name, value in {"team": self.team, **self.reports}.items()}


@dataclass
class _Layer:
    reference: tuple[str, str]
    left: int


class Books:
    """Makes one team."""

    def __init__(self, seed: str, name: str, society: str, *, whole: bool = False) -> None:
        """``whole``: no figure of a report is left out, so that every page has all of them."""
        self.random = Random(seed)
        self.name = name
        self.society = society
        self.whole = whole
        self.purposes = ["general", *(id for id, _ in PURPOSES[: self.random.randrange(4)])]
        self.layers: dict[str, list[_Layer]] = {purpose: [] for purpose in self.purposes}
        self.stock: dict[tuple[str, str], int] = {}
        self.folder = Folder({})

    def maybe(self, chance: float = 0.5) -> bool:
        """A coin."""
        return self.random.random() < chance

    def make(self) -> Folder:
        """The team with its reports."""
        self.folder.team = self._team()
        self.folder.reports = {}
        for number, period in enumerate(self.random.choice(CHAINS)):
            self.folder.reports[period] = self._report(period, first=number == 0)
        return self.folder

    def _document(self, title: str) -> dict[str, Any]:
        found: dict[str, Any] = {"title": title}
        if self.maybe():
            found["adopted"] = "2019-05-12"
        if self.maybe(0.2):
            found["version"] = "第 2 版"
        if self.maybe(0.2):
            found["file"] = f"files/{title}.pdf"
            self.folder.attachments[found["file"]] = b"%PDF-1.4\n"
        return found

    def _team(self) -> dict[str, Any]:
        random, maybe = self.random, self.maybe
        members = random.randrange(0, 9)
        leader = random.choice([
            {"name": "王示例", "title": "队长", "since": "2021-03-01", "consent": "2022-01-10"},
            {"name": {"withheld": "本人未同意公布"}, "title": "队长"},
            {"name": "李样例", "consent": "2024-12-01"},
        ])  # fmt: skip
        team: dict[str, Any] = {
            "name": self.name,
            "status": {"value": "active", "since": "2019-05-12"},
            "founded": "2019-05-12",
            "leader": leader,
            "fields": random.sample(FIELDS, random.randrange(1, 4)),
            "area": "示例市示例区",
            "contact": random.choice([
                {"phone": "0990-5550108"}, {"email": "office@example.org"}, {"address": "示例区示例路 1 号", "hours": "工作日 9:00–17:00"},
            ]),
            "people": {"registered": str(random.randrange(20, 99)), "party_members": str(members)},
            "governance": {
                "charter": self._document("章程"),
                "policies": {"disclosure": self._document("信息公开办法")},
            },
            "platform": random.choice([{"registered": "false"}, {"registered": "true", "id": "0012345", "date": "2020-02-29"}]),
            "registration": random.choice([
                {"status": "ineligible", "supported_by": self.society},
                {"status": "registered", "uscc": "52310107MJ9901013B", "authority": "示例区民政局", "date": "2019-06-01"},
                {"status": "eligible_not_yet"},
            ]),
            "custody": random.choice(["own_account", "society_ledger", "charity_joint"]),
        }  # fmt: skip
        extras: dict[str, Any] = {
            "short_name": "012",
            "former_names": ["示例旧名", "no"],
            "about": "第一段，**要点**。\n\n- 一\n- 二\n",
            "party_organisation": {"kind": "党小组"} if members >= 3 else "n/a",
            "projects": [{"id": "heart", "title": "心肺复苏进社区", "actions": ["rescue_around_you"]}],
            "skills": ["medical_care"],
            "actions": ["life_relay", "elderly_care"],
            "venues": [{"name": "示例街道博爱家园", "kind": "博爱家园"}],
            "awards": [{"title": "优秀志愿服务队", "date": "2024-12-05"}],
            "trainings": [{"title": "救护员培训", "trained": "30", "certified": "28", "hours": "16.5"}],
            "insurance": [{"title": "志愿者意外险", "insured": "20", "start": "2024-01-01", "end": "2027-12-31"}],
            "allocation": "fifo",
        }
        team.update({key: value for key, value in extras.items() if maybe(0.3)})
        for body in ("decision_body", "execution_body", "supervision_body", "rules_of_procedure"):
            if maybe():
                team["governance"][body] = "n/a" if maybe(0.1) else self._document(f"{body}")
        for policy in ("personnel", "finance", "materials"):
            if maybe():
                team["governance"]["policies"][policy] = "n/a" if maybe(0.1) else self._document(policy)
        if maybe():
            team["people"].update(active=str(random.randrange(20)), as_of="2025-12-31")
        if len(self.purposes) > 1:
            team["purposes"] = [
                {"id": id, "title": title, **({"start": "2020-01-01"} if maybe() else {}), **({"end": "2027-06-30"} if maybe(0.3) else {})}
                for id, title in PURPOSES[: len(self.purposes) - 1]
            ]  # fmt: skip
        return self._shuffled(team)

    def _shuffled(self, record: dict[str, Any]) -> dict[str, Any]:
        keys = list(record)
        self.random.shuffle(keys)
        return {key: record[key] for key in keys}

    # --- one report -----------------------------------------------------------------------------

    def _report(self, period: str, *, first: bool) -> dict[str, Any]:  # noqa: C901, PLR0912 - one choice after another
        random, maybe = self.random, self.maybe
        start, end = days_of(period)
        if first:
            for purpose in self.purposes:
                if maybe(0.7):
                    self._lay(purpose, (period, f"opening-{purpose}"), random.randrange(0, 900_000))
        opening = self._balances()
        rows = self._rows(period, start, end)
        published = min(AS_OF, end + timedelta(random.randrange(0, 200)))
        report: dict[str, Any] = {"published": published.isoformat(), "opening": opening}
        if maybe():
            day = max(end, published - timedelta(random.randrange(0, 9)))
            report["approved"] = {"by": random.choice(["decision_body", "示例区红十字会"]), "date": day.isoformat()}
        report["closing"] = self._balances()
        total = sum(layer.left for pile in self.layers.values() for layer in pile)
        report["holdings"] = random.choice([
            {"bank": yuan(total, random)}, {"society": yuan(total // 3, random), "cash": yuan(total - total // 3, random)},
            {"withheld": "按协议不公开"}, {"bank": yuan(total, random), "platform": "0"},
        ])  # fmt: skip
        for key in ("donations", "income", "spending", "transfers", "goods_in", "goods_out"):
            if rows[key] or (key in ("donations", "income", "spending") and (self.whole or maybe(0.8))):
                report[key] = rows[key]
            elif maybe(0.2):
                report[key] = random.choice(["n/a", []])
        if rows["goods_opening"] and first:
            report["goods_opening"] = rows["goods_opening"]
        if self.stock and maybe(0.6):
            report["stocktake"] = [
                {"item": item, "unit": unit, "quantity": self._quantity(left)} for (item, unit), left in self.stock.items()
            ]  # fmt: skip
        if maybe(0.6):
            report["owed"] = {"members": random.choice(["0", "500", "n/a"]), "others": "0"}
        if maybe(0.7):
            report["service"] = random.choice([
                {"hours": "1840.5", "people_served": "4200"}, {"hours": {"withheld": "涉及隐私"}}, "n/a",
                {"hours": "0", "people_served": "0", "activities": "12"},
            ])  # fmt: skip
        if not any(rows[key] for key in rows) and maybe(0.7):
            report["nil"] = "true"
        if maybe(0.3):
            report["stated"] = self._stated(rows)
        self._correct(report, published)
        if not self.whole:
            for key, chance in (("holdings", 0.3), ("opening", 0.1), ("closing", 0.1)):
                if maybe(chance):
                    value = report.pop(key)
                    if key != "holdings" and maybe(0.3) and "nil" not in report:
                        report[key] = {"withheld": "正在清算"}
                    elif "nil" in report:
                        report[key] = value
        if "corrections" in report:
            report["corrections"] = [c for c in report["corrections"] if c["entry"] in self.named]
        return self._shuffled(report)

    def _balances(self) -> dict[str, str]:
        found = {purpose: sum(layer.left for layer in pile) for purpose, pile in self.layers.items()}
        kept = {purpose: yuan(fen, self.random) for purpose, fen in found.items() if fen or self.maybe()}
        return kept or {"general": "0"}

    def _lay(self, purpose: str, reference: tuple[str, str], fen: int) -> None:
        self.layers[purpose].append(_Layer(reference, fen))

    def _rows(self, period: str, start: date, end: date) -> dict[str, list[dict[str, Any]]]:
        random = self.random
        rows: dict[str, list[dict[str, Any]]] = {
            key: [] for key in ("donations", "income", "spending", "transfers", "goods_in", "goods_out", "goods_opening")
        }  # fmt: skip
        self.named: set[str] = set()
        busy = 0 if self.maybe(0.08) else 1
        moved = random.randrange(2) if len(self.purposes) > 1 else 0
        counts = {
            "income": random.randrange(4),
            "donations": random.randrange(9),
            "transfers": moved,
            "spending": random.randrange(7),
        }
        events = []
        for order, (key, count) in enumerate(counts.items()):
            for index in range(count * busy):
                undated = key in ("income", "spending") and self.maybe(0.15)
                day = (
                    {"income": start, "spending": end}[key]
                    if undated
                    else start + timedelta(random.randrange((end - start).days + 1))
                )
                events.append((day, order, index, key, undated))
                rows[key].append({})
        for day, _, index, key, undated in sorted(events):
            row: dict[str, Any] = {"id": f"{key[0].upper()}{index + 1}"}
            if not undated:
                row["date"] = day.isoformat()
            rows[key][index].update(row)
            row = rows[key][index]
            match key:
                case "income":
                    self._income(period, row, day)
                case "donations":
                    self._donations(period, row)
                case "spending":
                    self._spending(period, row)
                case _:
                    self._transfers(row)
        for key in ("spending", "transfers"):
            rows[key] = [row for row in rows[key] if "amount" in row]
        if busy:
            self._goods(rows, start, end)
        for key in ("donations", "income", "spending"):
            rows[key] = [self._shuffled(row) for row in rows[key]]
        return rows

    def _income(self, period: str, row: dict[str, Any], day: date) -> None:
        random = self.random
        amount, purpose = random.randrange(1, 800_000), random.choice(self.purposes)
        row.update(category=random.choice(INCOME), amount=yuan(amount, random))
        if purpose != "general" or self.maybe(0.1):
            row["purpose"] = purpose
        if self.maybe(0.7):
            row["channel"] = random.choice(CHANNELS)
        if self.maybe(0.7):
            row["from"] = random.choice([self.society, "示例企业", {"withheld": "按协议不公开"}])
        if row.get("channel") in ("society_funding", "society_project") and row.get("from") != "示例企业":
            self.folder.support[str(day.year)] = self.folder.support.get(str(day.year), 0) + amount
        self._lay(purpose, (period, row["id"]), amount)

    def _donations(self, period: str, row: dict[str, Any]) -> None:
        random = self.random
        row["donor"] = random.choice([
            {"kind": "organisation", "name": "示例电器有限公司"},
            {"kind": "named", "name": "示例甲", "consent": "2020-01-01"},
            {"kind": "alias", "name": "示例先生（化名）"},
            {"kind": "anonymous"},
            {"kind": "pooled", "count": str(random.randrange(2, 20_000)), "through": "某互联网募捐平台"},
            {"kind": "pooled", "count": {"withheld": "来源未载"}},
        ])  # fmt: skip
        amount, purpose = random.randrange(1, 3_000_000), random.choice(self.purposes)
        if purpose != "general" or self.maybe(0.1):
            row["purpose"] = purpose
        if self.maybe(0.1):
            amount = 701 * random.randrange(1, 5000)
            row["original"] = {"currency": "USD", "amount": str(amount // 701), "rate": "7.01"}
        if self.maybe(0.6):
            row["receipt"] = random.choice(["公益事业捐赠票据 0012345", "n/a", {"withheld": "票据上有姓名"}])
        if self.maybe(0.8) or "original" in row:
            row["amount"] = yuan(amount, random)
            self._lay(purpose, (period, row["id"]), amount)
        if "amount" not in row or self.maybe(0.15):
            row["items"] = [self._item(item) for item in random.sample(GOODS, random.randrange(1, 3))]

    def _spending(self, period: str, row: dict[str, Any]) -> None:
        random = self.random
        purpose = random.choice(self.purposes)
        layers = [layer for layer in self.layers[purpose] if layer.left]
        if not layers:
            return
        had = sum(layer.left for layer in layers)
        amount = had if self.maybe(0.1) else random.randrange(1, had + 1)
        row.update(
            category=random.choice(["program", "program", "admin", "fundraising", "other"]), amount=yuan(amount, random)
        )
        if purpose != "general" or self.maybe(0.1):
            row["purpose"] = purpose
        if self.maybe(0.8):
            row["nature"] = random.choice(NATURES)
        if self.maybe(0.8):
            row["to"] = random.choice([
                {"kind": "company", "name": "示例救援装备店"}, {"kind": "persons", "count": "42", "area": "示例区"},
                {"kind": "households", "count": "3"}, {"kind": "units", "count": "2", "area": "示例区"}, {"kind": "organisation", "name": "示例中心"},
                {"kind": "member"}, {"kind": "related", "name": "示例商店", "relation": "由队员的亲属经营", "approved": "队务会"},
            ])  # fmt: skip
        if self.maybe(0.5):
            file = f"files/{period}/{row['id']}.png"
            row["evidence"] = random.choice([
                [{"file": file, "title": "发票", "redacted": "true"}], [{"title": "收据"}], "n/a", {"withheld": "含个人信息"},
            ])  # fmt: skip
            if isinstance(row["evidence"], list) and "file" in row["evidence"][0]:
                self.folder.attachments[file] = PNG
        if self.maybe(0.4):
            self._fund(period, row, [layer for layer in layers if not layer.reference[1].startswith("opening")], amount)
        self._draw(layers, amount - self._named_sum)
        self._named_sum = 0

    _named_sum = 0

    def _fund(self, period: str, row: dict[str, Any], layers: list[_Layer], amount: int) -> None:
        funded: dict[str, str] = {}
        taken = 0
        for layer in self.random.sample(layers, min(len(layers), self.random.randrange(1, 3))):
            part = min(layer.left, amount - taken)
            if part and self.maybe(0.5):
                part = self.random.randrange(1, part + 1)
            report, id = layer.reference
            reference = id if report == period else f"{report}#{id}"
            if not part or reference in funded or sum(other.reference == layer.reference for other in layers) > 1:
                continue
            funded[reference] = yuan(part, self.random)
            layer.left -= part
            taken += part
        if funded:
            row["funded_by"] = funded
        self._named_sum = taken

    def _draw(self, layers: list[_Layer], amount: int) -> list[_Layer]:
        drawn = []
        for layer in layers:
            part = min(layer.left, amount)
            if part:
                layer.left -= part
                amount -= part
                drawn.append(_Layer(layer.reference, part))
        return drawn

    def _transfers(self, row: dict[str, Any]) -> None:
        source, target = self.random.sample(self.purposes, 2)
        had = sum(layer.left for layer in self.layers[source])
        if not had:
            return
        amount = self.random.randrange(1, had + 1)
        row.update({"from": source, "to": target, "amount": yuan(amount, self.random)})
        row[self.random.choice(["consent", "filing"])] = "2025-01-05 书面同意书"
        self.layers[target] += self._draw(self.layers[source], amount)

    # --- goods ----------------------------------------------------------------------------------

    def _quantity(self, thousandths: int) -> str:
        whole, part = divmod(thousandths, 1000)
        return f"{whole}.{part:03d}".rstrip("0").rstrip(".") if part else str(whole)

    def _item(self, stuff: tuple[str, str]) -> dict[str, Any]:
        quantity = self.random.randrange(1, 300) * (500 if stuff[1] == "公斤" else 1000)
        found: dict[str, Any] = {"item": stuff[0], "unit": stuff[1], "quantity": self._quantity(quantity)}
        if self.maybe(0.6):
            price = self.random.randrange(1, 200)
            found["valuation"] = self.random.choice(["invoice", "appraisal", "donor_certificate", "market"])
            found["unit_value"] = str(price)
            if self.maybe(0.4):
                found["value"] = yuan(price * quantity // 10, self.random)
        elif self.maybe():
            found["valuation"] = "unvalued"
        return found

    def _goods(self, rows: dict[str, list[dict[str, Any]]], start: date, end: date) -> None:
        if not self.folder.reports and self.maybe(0.3):
            item, unit = self.random.choice(GOODS)
            self.stock[item, unit] = self.stock.get((item, unit), 0) + 4000
            rows["goods_opening"].append({"item": item, "unit": unit, "quantity": "4"})
        for gift in rows["donations"]:
            for item in gift.get("items", []):
                self._stock(item)
        if self.maybe(0.4):
            item = self._item(self.random.choice(GOODS))
            item.pop("valuation", None)
            rows["goods_in"].append({"id": "P1", "date": start.isoformat(), **item})
            self._stock(item)
        # Everything leaves on the last day, when everything has come.
        for number, (item, unit) in enumerate(sorted(self.stock)):
            had = self.stock[item, unit]
            if not had or self.maybe(0.4):
                continue
            out = had if self.maybe(0.4) else max(1, had // 1000 // 2) * 1000 if had >= 2000 else had
            row = {
                "id": f"G{number + 1}",
                "date": end.isoformat(),
                "item": item,
                "unit": unit,
                "quantity": self._quantity(out),
            }
            if self.maybe(0.6):
                row["how"] = self.random.choice(["issued", "used", "lost", "expired", "returned"])
            if row.get("how", "issued") == "issued":
                row["to"] = {"kind": "units", "count": "3", "area": "示例区"}
            rows["goods_out"].append(row)
            self.stock[item, unit] -= out

    def _stock(self, item: dict[str, Any]) -> None:
        whole, _, part = item["quantity"].partition(".")
        stuff = (item["item"], item["unit"])
        self.stock[stuff] = self.stock.get(stuff, 0) + int(whole) * 1000 + int((part + "000")[:3])

    # --- statements -----------------------------------------------------------------------------

    def _stated(self, rows: dict[str, list[dict[str, Any]]]) -> dict[str, str]:
        return {key: yuan(sum(map(fen, rows[key])), self.random) for key in ("income", "donations", "spending")}

    def _correct(self, report: dict[str, Any], published: date) -> None:
        paid = [row for row in report.get("donations", ()) if "amount" in row]
        if isinstance(report.get("donations"), list) and paid and self.maybe(0.15):
            row = self.random.choice(paid)
            self.named.add(row["id"])
            report["corrections"] = [
                {"date": published.isoformat(), "entry": row["id"], "field": "amount", "before": "1", "after": row["amount"], "reason": "录入错误"}
            ]  # fmt: skip


def fen(row: dict[str, Any]) -> int:
    """The amount of a row in fen."""
    whole, _, cents = row.get("amount", "0").partition(".")
    return int(whole) * 100 + int((cents + "00")[:2])
