"""Valid records of any number of teams, the same for the same seed: what the benchmarks read.

Every report has twelve donations (ten of money, two of goods), ten uses, goods bought and issued, and
a stocktake; the next year begins where the last one ended.
"""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from random import Random

AS_OF = date(2026, 7, 1)
"""The day of which the records speak; the last report is of the year before."""

TEAMS_PER_SOCIETY = 100
_TRADES = (
    ("emergency_rescue", "应急救援", "洪水、山火和走失人员的搜救"),
    ("first_aid", "应急救护", "心肺复苏和创伤救护的普及"),
    ("blood_donation", "无偿献血", "献血车旁的引导和陪伴"),
    ("humanitarian_aid", "人道救助", "困难家庭的走访和救助"),
    ("psychology", "心理支持", "灾后和校园的心理陪伴"),
    ("water_safety", "水上安全", "江河边的值守和救生"),
)
_PLACES = ["清河", "安平", "长宁", "永兴", "新丰", "东岭", "南溪", "西塘", "北川", "石桥"]
_FIRMS = ["运输有限公司", "粮油店", "服装厂", "大药房", "机电店", "印刷厂", "加油站", "救援装备店"]
_SPENT = (
    ("program", "equipment", "{kind: company, name: 示例救援装备店}", "装备发票"),
    ("program", "supplies", "{kind: company, name: 示例粮油店}", "采购发票"),
    ("program", "training", "{kind: organisation, name: 示例培训中心}", "培训费发票"),
    ("program", "travel", "{kind: company, name: 示例加油站}", "油费发票"),
    ("program", "insurance", "{kind: company, name: 示例财产保险公司}", "保单和发票"),
    ("admin", "office", "{kind: company, name: 示例文印店}", "发票"),
)
_AID = ("program", "aid", "{{kind: households, count: {count}, area: 示例{place}县}}", "发放表（已遮盖姓名）")
_PURPOSES = ("general", "flood-relief", "warm-winter")
# The smallest picture there can be stands for every scan.
_PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360000002000100ffff03000006000557bfabd40000000049454e44ae426082"
)


def write_records(folder: Path, teams: int, reports: int = 1, seed: int = 1) -> None:
    """Write a data folder of so many teams, each with so many yearly reports."""
    societies = -(-teams // TEAMS_PER_SOCIETY)
    _write(folder / "site.yaml", _site())
    for number in range(societies):
        _write(folder / "societies" / f"{_division(number)}.yaml", _society(number))
    for number in range(teams):
        home = folder / "teams" / _division(number // TEAMS_PER_SOCIETY) / f"team-{number:06d}"
        for name, text in team_files(number, reports, seed).items():
            _write(home / name, text)
            if name != "team.yaml":
                scan = home / "files" / f"{name[:4]}.png"
                scan.parent.mkdir(exist_ok=True)
                scan.write_bytes(_PNG)


def team_files(number: int, reports: int = 1, seed: int = 1) -> dict[str, str]:
    """The texts of one team's files by name."""
    random = Random(f"{seed}/{number}")
    place = _PLACES[number // TEAMS_PER_SOCIETY % len(_PLACES)]
    first = AS_OF.year - reports
    texts = {"team.yaml": _team(number, place, first, random)}
    books = _Books(random, place)
    for year in range(first, AS_OF.year):
        texts[f"{year}.yaml"] = books.report(year)
    return texts


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _division(number: int) -> str:
    """A county's code in a province that does not exist."""
    return f"99{1 + number // 99:02d}{1 + number % 99:02d}"


def _site() -> str:
    return """title: 示例省红十字志愿服务队明账
publisher: 示例省红十字会（虚构）
url: https://example.org/
contact: {phone: 0990-5550100, email: office@example.org, address: 示例省示例市示例大道 1 号}
demonstration: true
evidence_from: 1000
question_days: 15
"""


def _society(number: int) -> str:
    return f"""name: 示例{_PLACES[number % len(_PLACES)]}县红十字会
level: county
division: {_division(number)}
contact: {{phone: 0990-5550120, email: county@example.org, address: 示例县示例街 8 号}}
disaster_prone: {{value: false, basis: 不在名单内（演示）}}
"""


def _team(number: int, place: str, first: int, random: Random) -> str:
    field, trade, what = _TRADES[number % len(_TRADES)]
    registered = random.randrange(20, 90)
    founded = f"{first - random.randrange(2, 9)}-05-12"
    name = f"示例{place}县红十字{trade}第{number + 1}志愿服务队"
    return f"""name: {name}
short_name: {place}{trade}{number + 1}队
status: {{value: active, since: {founded}}}
founded: {founded}
leader: {{name: 王示例, title: 队长, since: {founded}, consent: {first}-01-10}}
fields: [{field}]
area: 示例{place}县
about: |
  本队做**{what}**，平时训练和值守，需要时集合。

  账目每年公布一次，凭证遮盖个人信息后附在后面。
contact: {{phone: 0990-5550121, email: team{number}@example.org, address: 示例{place}县示例街 8 号, hours: 工作日 9:00–17:00}}
people: {{as_of: {AS_OF.year}-06-30, registered: {registered}, active: {registered - 9}, party_members: 5, retained: {registered - 12}}}
party_organisation: {{kind: 党小组, since: {founded}}}
governance:
  charter: {{title: {name}章程, adopted: {founded}}}
  decision_body: {{title: 全体队员会议, adopted: {founded}, roles: [全体队员]}}
  execution_body: {{title: 队委会, adopted: {founded}, roles: [队长, 副队长, 记账员, 仓库管理员]}}
  supervision_body: {{title: 监督员, adopted: {founded}, roles: [监督员]}}
  rules_of_procedure: {{title: 全体队员会议规则, adopted: {founded}}}
  policies:
    personnel: {{title: 队员管理办法, adopted: {founded}}}
    finance: {{title: 收支管理办法, adopted: {founded}}}
    materials: {{title: 物资出入库办法, adopted: {founded}}}
    disclosure: {{title: 信息公开办法, adopted: {founded}}}
platform: {{registered: true, id: YANSHI-{number:06d}, date: {founded}}}
registration: {{status: eligible_not_yet, supported_by: 示例{place}县红十字会}}
purposes:
  - {{id: flood-relief, title: 洪水救援, start: {first}-01-01}}
  - {{id: warm-winter, title: 冬季送暖, start: {first}-01-01}}
trainings:
  - {{title: 县级志愿服务队基础培训, date: {first}-05-16, standard: 红十字志愿服务培训大纲, trained: 25, certified: 21, hours: 24}}
insurance:
  - {{title: 队员意外险, insurer: 示例财产保险公司, insured: {registered}, start: {AS_OF.year}-01-01, end: {AS_OF.year}-12-31}}
custody: own_account
"""


class _Books:
    """The money and goods of one team from year to year."""

    def __init__(self, random: Random, place: str) -> None:
        self.random = random
        self.place = place
        self.money = dict.fromkeys(_PURPOSES, 0)
        self.money["general"] = random.randrange(500_000, 3_000_000)
        self.gifts: dict[str, int] = {}
        self.blankets = 0
        self.rice = 0

    def report(self, year: int) -> str:
        """The report of one year."""
        opening = _amounts(self.money)
        income = self.random.randrange(10_000, 40_000) * 100
        self.money["general"] += income
        donations = self._donations(year)
        spending, bought = self._spending(year)
        goods_in, goods_out = self._goods(year, bought)
        bank = sum(self.money.values()) - 30_000
        return f"""published: {year + 1}-04-12
approved: {{by: decision_body, date: {year + 1}-03-25}}
opening: {opening}
income:
  - {{id: I1, date: {year}-02-14, category: government_grant, channel: government_subsidy, from: 示例县应急管理局, amount: {_yuan(income)}, note: 备勤补贴}}
donations:
{donations}
spending:
{spending}
closing: {_amounts(self.money)}
goods_in:
{goods_in}
goods_out:
{goods_out}
stocktake:
  - {{item: 棉被, unit: 床, quantity: {self.blankets}}}
  - {{item: 大米, unit: 公斤, quantity: {self.rice}}}
holdings: {{bank: {_yuan(bank)}, cash: 300}}
owed: {{members: 0, others: 0}}
service: {{hours: {self.random.randrange(400, 3000)}.5, people_served: {self.random.randrange(200, 3000)}, activities: 36}}
"""

    def _donations(self, year: int) -> str:
        rows = []
        for number in range(1, 13):
            day = date(year, 3, 1) + timedelta(days=9 * number + self.random.randrange(9))
            head = f"id: D{number}, date: {day}, donor: {self._donor(number)}"
            receipt = f"receipt: 公益事业捐赠票据 {year}{number:03d}"
            if number in (6, 12):
                quantity = self.random.randrange(20, 90)
                self.blankets += quantity
                goods = f"{{item: 棉被, unit: 床, quantity: {quantity}, unit_value: 110, valuation: invoice}}"
                rows.append(f"  - {{{head}, items: [{goods}], purpose: warm-winter, {receipt}}}")
                continue
            purpose = _PURPOSES[number % 3]
            amount = self.random.randrange(200, 26_000) * 100 + self.random.choice((0, 0, 50, 66))
            self.money[purpose] += amount
            self.gifts[f"D{number}"] = amount
            tied = f"purpose: {purpose}, " if purpose != "general" else ""
            rows.append(f"  - {{{head}, amount: {_yuan(amount)}, {tied}{receipt}}}")
        return "\n".join(rows)

    def _donor(self, number: int) -> str:
        match number % 4:
            case 0:
                return "{kind: anonymous}"
            case 1:
                return f"{{kind: organisation, name: 示例{self.place}{_FIRMS[number % len(_FIRMS)]}}}"
            case 2:
                count = self.random.randrange(20, 900)
                return f"{{kind: pooled, count: {count}, through: 示例{self.place}县红十字会}}"
            case _:
                return "{kind: alias, name: 示例大姐（化名）}"

    def _spending(self, year: int) -> tuple[str, int]:
        """Ten uses of what there is, and the quantity of rice that the second one bought."""
        rows = []
        rice = 0
        for number in range(1, 11):
            day = date(year, 7, 1) + timedelta(days=16 * number + self.random.randrange(16))
            purpose = "flood-relief" if number in (2, 5) else "warm-winter" if number in (8, 9) else "general"
            amount = self.money[purpose] * self.random.randrange(5, 30) // 10_000 * 100
            category, nature, to, proof = _SPENT[number % len(_SPENT)]
            if number in (5, 8, 9):
                category, nature, to, proof = _AID
                to = to.format(count=self.random.randrange(5, 60), place=self.place)
            if number == 2:
                category, nature, to, proof = _SPENT[1]
                rice = amount // 600
                amount = rice * 600
            self.money[purpose] -= amount
            tied = f"purpose: {purpose}, " if purpose != "general" else ""
            if number == 2:
                tied += f"funded_by: {{D4: {_yuan(min(amount, self.gifts['D4']))}}}, "
            evidence = f"evidence: [{{file: files/{year}.png, title: {proof}, redacted: true}}]"
            rows.append(
                f"  - {{id: S{number}, date: {day}, category: {category}, nature: {nature}, to: {to}, "
                f"amount: {_yuan(amount)}, {tied}{evidence}}}"
            )
        return "\n".join(rows), rice

    def _goods(self, year: int, bought: int) -> tuple[str, str]:
        self.rice += bought
        day = date(year, 8, 20)
        rows = []
        for number, (item, unit) in enumerate((("大米", "公斤"), ("大米", "公斤"), ("棉被", "床"), ("棉被", "床")), 1):
            stock = self.rice if item == "大米" else self.blankets
            out = stock * self.random.randrange(20, 50) // 100
            if item == "大米":
                self.rice -= out
            else:
                self.blankets -= out
            count = self.random.randrange(5, 60)
            to = f"{{kind: households, count: {count}, area: 示例{self.place}县}}"
            rows.append(
                f"  - {{id: G{number}, date: {day + timedelta(days=20 * number)}, item: {item}, unit: {unit}, "
                f"quantity: {out}, to: {to}, received: {day + timedelta(days=20 * number + 1)}}}"
            )
        goods_in = (
            f"  - {{id: P1, date: {day}, item: 大米, unit: 公斤, quantity: {bought}, unit_value: 6, spending: S2}}"
        )
        return goods_in, "\n".join(rows)


def _yuan(fen: int) -> str:
    """As a person writes it: no decimals where there are none."""
    return f"{fen // 100}.{fen % 100:02d}" if fen % 100 else str(fen // 100)


def _amounts(money: dict[str, int]) -> str:
    return "{" + ", ".join(f"{purpose}: {_yuan(amount)}" for purpose, amount in money.items()) + "}"
