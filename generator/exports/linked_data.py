"""What search engines and other programs are told of a page, in the words of schema.org, as JSON-LD.

Nothing that the page itself does not show, and no person: neither the leader nor how to reach anybody.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from generator.base.absence import Absent, given
from generator.base.addresses import absolute
from generator.exports.dataset import TABLES
from generator.model.corpus import Context, TeamFolder
from generator.model.vocabulary import TeamStatus

SCHEMA = "https://schema.org"
Node = dict[str, Any]
FILES = (
    ("mingzhang.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("mingzhang.sqlite", "application/vnd.sqlite3"),
    ("datapackage.json", "application/json"),
)
"""The files of the whole site beside its tables, with their types."""


def organisation(id: str, parent: str, context: Context) -> Node:
    """A society; ``parent`` is the one above it, empty where there is none."""
    site = context.site
    found = _body(f"societies/{id}/", context.societies[id].name, site.url)
    if parent:
        found["parentOrganization"] = _part(f"societies/{parent}/", context.societies[parent].name, site.url)
    return found


def team_body(folder: TeamFolder, context: Context) -> Node:
    """A team."""
    url, team = context.site.url, folder.team
    if team is None:
        raise ValueError(folder.path)
    found = _body(f"teams/{folder.id}/", team.name, url)
    others = [given(team.short_name, ""), *team.former_names]
    if any(others):
        found["alternateName"] = [name for name in others if name]
    society = context.societies.get(folder.society)
    if society:
        found["parentOrganization"] = _part(f"societies/{folder.society}/", society.name, url)
    found["areaServed"] = team.area
    if not isinstance(team.founded, Absent):
        found["foundingDate"] = team.founded.isoformat()
    if team.status.value is TeamStatus.DISSOLVED and not isinstance(team.status.since, Absent):
        found["dissolutionDate"] = team.status.since.isoformat()
    uscc = team.registration.uscc
    if not isinstance(uscc, Absent):
        found["identifier"] = {"@type": "PropertyValue", "propertyID": "统一社会信用代码", "value": uscc}
    return found


def dataset(context: Context) -> Node:
    """The files of the whole site."""
    site = context.site
    found: Node = {
        "@type": "Dataset",
        "@id": absolute(site.url, "data/#dataset"),
        "name": f"{site.title}：全部数据",
        "description": "志愿服务队的登记、报告、捐赠和使用、其他收入、支出、物资、更正、提问，每张表一个文件。",
        "url": absolute(site.url, "data/"),
        "dateModified": context.as_of.isoformat(),
        "inLanguage": "zh-Hans",
        "isAccessibleForFree": True,
        "creator": {"@type": "Organization", "name": site.publisher, "url": absolute(site.url, "")},
    }
    if not isinstance(site.licence, Absent):
        found["license"] = {"@type": "CreativeWork", "name": site.licence, "url": absolute(site.url, "data/")}
    files = [*FILES, *((f"{table.name}.csv", "text/csv") for table in TABLES)]
    found["distribution"] = [
        {
            "@type": "DataDownload",
            "name": name,
            "contentUrl": absolute(site.url, f"data/{name}"),
            "encodingFormat": kind,
        }
        for name, kind in files
    ]
    return found


def breadcrumbs(crumbs: Iterable[tuple[str, str]]) -> Node:
    """The way to a page: names with whole addresses, the page itself last."""
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": name, "item": address}
            for place, (name, address) in enumerate(crumbs, 1)
        ],
    }


def linked_json(nodes: Sequence[Node]) -> str:
    """Nodes as one JSON-LD document that may stand in a page: nothing in it can end the element that holds it."""
    text = msgspec.json.encode({"@context": SCHEMA, "@graph": list(nodes)}).decode()
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _body(path: str, name: str, url: str) -> Node:
    address = absolute(url, path)
    return {"@type": "NGO", "@id": f"{address}#organisation", "name": name, "url": address}


def _part(path: str, name: str, url: str) -> Node:
    return {"@type": "NGO", "@id": f"{absolute(url, path)}#organisation", "name": name}
