"""The page about JSON and CSV for programs: addresses, how values are written, real samples, examples to copy."""

from __future__ import annotations

from typing import Annotated

import msgspec

from generator.base.addresses import absolute
from generator.base.language import say
from generator.model.corpus import Context
from generator.pages.page import Page, View


class Sample(msgspec.Struct, frozen=True):
    """A document of this build, cut short."""

    path: Annotated[str, "网址，自站点根起"]
    text: Annotated[str, "节选"]


class AddressView(msgspec.Struct, frozen=True):
    """One kind of document."""

    address: Annotated[str, "网址，自站点根起，花括号里是代号"]
    words: Annotated[str, "里面有什么"]
    schema: Annotated[str, "说明它的 JSON Schema 的文件名；没有时为空"] = ""


class ApiView(View, frozen=True, eq=False):
    """What programs may read, and how."""

    url: Annotated[str, "网站的网址"]
    addresses: Annotated[tuple[AddressView, ...], "各种文件的网址"]
    samples: Annotated[tuple[Sample, ...], "队伍和报告的节选；没有报告时为空"]
    curl: Annotated[str, "命令行的例子"]
    python: Annotated[str, "Python 的例子"]
    r: Annotated[str, "R 的例子"]
    excel: Annotated[str, "Power Query 的例子"]


CURL = """curl -sS {url}data/teams.json
curl -sS {url}{report}"""

PYTHON = """import json
from decimal import Decimal
from urllib.request import urlopen

SITE = "{url}"


def read(path):
    with urlopen(SITE + path) as answer:
        return json.load(answer)


listed = read("data/teams.json")
print(listed["as_of"], len(listed["teams"]))
for team in listed["teams"]:
    print(team["name"], team["accuracy"], team["completeness"], team["timeliness"], sep="\\t")

report = read("{report}")
gifts = report["ledger"]["donations"]
for row, gift in gifts.items():
    print(row, gift["amount"], gift["left"], [use["amount"] for use in gift["uses"]])
print(sum((Decimal(gift["left"]) for gift in gifts.values()), Decimal(0)))"""

R = """site <- "{url}"
donations <- read.csv(paste0(site, "data/donations.csv"),
                      fileEncoding = "UTF-8-BOM", colClasses = "character")
donations$yuan <- suppressWarnings(as.numeric(donations$amount))
aggregate(yuan ~ society + team + period, data = donations, FUN = sum)"""

EXCEL = """let
    Source = Csv.Document(Web.Contents("{url}data/donations.csv"), [Delimiter = ",", Encoding = 65001]),
    Rows = Table.PromoteHeaders(Source, [PromoteAllScalars = true])
in
    Rows"""


def api_page(context: Context, samples: tuple[Sample, ...]) -> Page:
    """The page for those who write programs; the report of its examples is the one that it shows."""
    url = absolute(context.site.url, "")
    report = samples[-1].path if samples else "data/reports.json"

    def filled(example: str) -> str:
        return example.replace("{url}", url).replace("{report}", report)

    view = ApiView(
        url=url,
        addresses=_addresses(),
        samples=samples,
        curl=filled(CURL),
        python=filled(PYTHON) if samples else "",
        r=filled(R),
        excel=filled(EXCEL),
    )
    title = say("给程序读的数据（API）")
    return Page("api/index.html", "api/page.html", title, view, summary=say("静态 JSON 和 CSV 的网址、写法和例子。"))


def _addresses() -> tuple[AddressView, ...]:
    return (
        AddressView("data/societies.json", say("全部红十字会：名称、层级、网址")),
        AddressView("data/teams.json", say("全部队伍：名称、三项结论、网址")),
        AddressView("data/reports.json", say("全部报告：主要数字、三项结论、网址")),
        AddressView("societies/{society}/index.json", say("一个红十字会：登记、数量要求、管理的队伍"), "society.json"),
        AddressView("teams/{society}/{team}/index.json", say("一支队伍：登记、报告、应公布的日期"), "team.json"),
        AddressView(
            "teams/{society}/{team}/{period}/index.json",
            say("一份报告：记录原文，和按它算出的每种用途的余额、每笔捐赠的使用和结余、物资收发存、检查结果"),
            "report.json",
        ),
        AddressView("data/{table}.csv", say("全站的一张表，例如 donations.csv；字段见 data/datapackage.json")),
        AddressView("updates/feed.atom", say("订阅：最近更新；另有 corrections/feed.atom 更正、due/feed.atom 逾期")),
        AddressView(
            "societies/{society}/updates.atom", say("订阅一个红十字会：另有 corrections.atom 更正、overdue.atom 逾期")
        ),
        AddressView("due/due.ics", say("全部公布时限的日历；每个红十字会、每支队伍的在各自网址下的 due.ics")),
        AddressView("teams/{society}/{team}/card/index.html", say("可以嵌入别的网页的卡片；不能嵌入的地方用 card.svg")),
    )
