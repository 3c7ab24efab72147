"""JSON-LD of the pages, expanded by a processor that knows nothing of this project; and Open Graph."""

import json
import re
from pathlib import Path

import pytest
from lxml import etree
from pyld import jsonld

from generator.exports.linked_data import linked_json
from tests.exports.published import URL, target

VOCABULARY = "http://schema.org/"
TEAM = "teams/990101/first-aid/index.html"


def loader(address: str, options: object) -> dict[str, object]:
    """The context of schema.org, which no test fetches: every term is one of its vocabulary."""
    assert address == "https://schema.org"
    document = {"@context": {"@vocab": VOCABULARY, "id": "@id", "type": "@type"}}
    return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": address, "document": document}


def tree_of(page: Path) -> etree._Element:
    return etree.fromstring(page.read_bytes(), etree.HTMLParser(encoding="utf-8"))


def expanded(page: Path) -> list[dict[str, list[dict[str, object]]]]:
    """What a processor makes of a page's data."""
    scripts = tree_of(page).findall(".//script[@type='application/ld+json']")
    return [node for script in scripts for node in jsonld.expand(json.loads(script.text), {"documentLoader": loader})]


def values(node: dict[str, list[dict[str, object]]], term: str) -> list[object]:
    return [value.get("@value", value.get("@id")) for value in node.get(VOCABULARY + term, [])]


def of_type(page: Path, kind: str) -> dict[str, list[dict[str, object]]]:
    (node,) = (node for node in expanded(page) if node["@type"] == [VOCABULARY + kind])
    return node


def test_every_page_with_data_expands(demonstration: Path):
    kinds = {}
    for page in sorted(demonstration.rglob("index.html")):
        if "application/ld+json" in page.read_text("utf-8"):
            kinds[page.relative_to(demonstration).as_posix()] = [node["@type"][0] for node in expanded(page)]
    ngo, way = VOCABULARY + "NGO", VOCABULARY + "BreadcrumbList"
    assert kinds[TEAM] == kinds[f"en/{TEAM}"] == [ngo, way]
    assert kinds["societies/990101/index.html"] == [ngo, way]
    assert kinds["societies/shili-railway/index.html"] == [ngo]
    assert kinds["data/index.html"] == [VOCABULARY + "Dataset"]
    assert {kinds[page][0] for page in kinds if re.fullmatch(r"teams/\w+/[\w-]+/[0-9][^/]*/index.html", page)} == {way}


def test_what_is_told_of_a_team(demonstration: Path):
    team = of_type(demonstration / TEAM, "NGO")
    assert team["@id"] == f"{URL}teams/990101/first-aid/#organisation"
    assert values(team, "name") == ["示例县红十字应急救护志愿服务队"]
    assert values(team, "url") == [f"{URL}teams/990101/first-aid/"]
    assert values(team, "areaServed") == ["示例县"]
    (society,) = team[VOCABULARY + "parentOrganization"]
    assert society["@id"] == of_type(demonstration / "societies/990101/index.html", "NGO")["@id"]
    record = json.loads((demonstration / "teams/990101/first-aid/index.json").read_bytes())["record"]
    assert values(team, "foundingDate") == [record["founded"]]


def test_a_team_is_identified_by_its_code_of_social_credit(demonstration: Path):
    found = {}
    for path in demonstration.glob("teams/*/*/index.json"):
        uscc = json.loads(path.read_bytes())["record"]["registration"]["uscc"]
        stated = of_type(path.with_name("index.html"), "NGO").get(VOCABULARY + "identifier", [])
        assert [values(one, "value") for one in stated] == ([[uscc]] if isinstance(uscc, str) else [])  # type: ignore[arg-type]
        found[bool(stated)] = path
    assert set(found) == {True, False}


def test_nobody_is_named(demonstration: Path):
    """Neither the leader nor a telephone, which the page shows for people to ask."""
    for path in demonstration.glob("teams/*/*/index.json"):
        record = json.loads(path.read_bytes())["record"]
        text = "".join(
            script.text for script in tree_of(path.with_name("index.html")).iterfind(".//script[@type='application/ld+json']")
        )  # fmt: skip
        for private in (record["leader"]["name"], *record["contact"].values()):
            assert not isinstance(private, str) or private not in text


def test_a_way_leads_from_above_to_the_page(demonstration: Path):
    for prefix in ("", "zh-hant/", "en/"):
        page = demonstration / f"{prefix}teams/990101/first-aid/2025/index.html"
        steps = of_type(page, "BreadcrumbList")[VOCABULARY + "itemListElement"]
        assert [values(step, "position") for step in steps] == [[n + 1] for n in range(len(steps))]  # type: ignore[arg-type]
        addresses = [values(step, "item")[0] for step in steps]  # type: ignore[arg-type]
        assert all(
            str(address).startswith(URL + prefix) and target(demonstration, str(address)).is_file()
            for address in addresses
        )
        assert target(demonstration, str(addresses[-1])) == page


def test_the_files_of_the_site_are_there(demonstration: Path):
    data = of_type(demonstration / "data/index.html", "Dataset")
    assert values(data, "dateModified") == ["2026-11-24"]
    assert data[VOCABULARY + "license"]
    files = {str(values(one, "contentUrl")[0]) for one in data[VOCABULARY + "distribution"]}  # type: ignore[arg-type]
    kinds = {values(one, "encodingFormat")[0] for one in data[VOCABULARY + "distribution"]}  # type: ignore[arg-type]
    assert "text/csv" in kinds
    assert all(target(demonstration, address).is_file() for address in files)
    tables = json.loads((demonstration / "data/datapackage.json").read_bytes())["resources"]
    assert {f"{URL}data/{table['path']}" for table in tables} < files


@pytest.mark.parametrize("name", ["</script><script>alert(1)</script>", "<!--", "甲 & 乙", 'a"b', "\u2028"])
def test_no_name_ends_the_element(name: str):
    text = linked_json([{"name": name}])
    assert "<" not in text
    assert json.loads(text)["@graph"] == [{"name": name}]


def test_every_page_says_where_it_is(demonstration: Path):
    """A canonical address and Open Graph, but for what is no page of its own: a card, an old address, a page that is not there."""
    for page in sorted(demonstration.rglob("*.html")):
        head = tree_of(page).find("head")
        path = page.relative_to(demonstration).as_posix()
        canonical = [link.get("href") for link in head.iterfind("link[@rel='canonical']")]
        if path.endswith("404.html"):
            assert (canonical, head.find("meta[@name='robots']").get("content")) == ([], "noindex")
            continue
        assert len(canonical) == 1, path
        if head.find("meta[@http-equiv='refresh']") is not None:
            assert target(demonstration, canonical[0]).is_file()
            continue
        if path.endswith("/card/index.html"):
            assert target(demonstration, canonical[0]) == page.parent.with_name("index.html")
            continue
        assert target(demonstration, canonical[0]) == page
        graph = {meta.get("property"): meta.get("content") for meta in head.iterfind("meta[@property]")}
        assert graph["og:url"] == canonical[0]
        assert graph["og:title"]
        assert graph["og:description"]
        locale = "zh_TW" if path.startswith("zh-hant/") else "en_US" if path.startswith("en/") else "zh_CN"
        assert graph["og:locale"] == locale
