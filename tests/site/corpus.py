"""A data folder of generated teams, and the command line run over it."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

from tests.site.records import Books, yuan
from tests.site.yamltext import Writer

PER_SOCIETY = 50
SITE = {
    "title": "明账示例",
    "publisher": "示例省红十字会（虚构）",
    "url": "https://example.org/mingzhang/",
    "contact": {"phone": "0990-5550100", "email": "office@example.org"},
    "demonstration": "true",
    "evidence_from": "1000",
}


def write(path: Path, text: str) -> None:
    """One file with its folders."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def write_corpus(folder: Path, teams: int, seed: int = 1, *, style: str = "mixed", whole: bool = False) -> None:
    """So many teams with two reports each, fifty to a society."""
    random = Random(f"corpus {seed}")
    writer = Writer(random, style)
    write(folder / "site.yaml", writer.document(SITE))
    for number in range(-(-teams // PER_SOCIETY)):
        id = f"9901{number + 1:02d}"
        name = f"示例第{number + 1}区红十字会"
        support: list[dict[str, Any]] = []
        for index in range(number * PER_SOCIETY, min(teams, (number + 1) * PER_SOCIETY)):
            slug = f"team-{index}"
            books = Books(f"{seed}/{index}", f"示例第 {index + 1} 志愿服务队", name, whole=whole).make()
            home = folder / "teams" / id / slug
            for file, text in books.texts(writer).items():
                write(home / f"{file}.yaml", text)
            for file, data in books.attachments.items():
                (home / file).parent.mkdir(parents=True, exist_ok=True)
                (home / file).write_bytes(data)
            support += [
                {"year": year, "team": slug, "amount": yuan(amount, random)} for year, amount in books.support.items()
            ]
        society = {"name": name, "level": "county", "division": id, "contact": {"phone": "0990-5550120"}}
        if support or random.random() < 0.5:
            society["support_to_teams"] = support
        if random.random() < 0.5:
            society["disaster_prone"] = random.choice(["n/a", {"value": "false", "basis": "不在名单内"}])
        if random.random() < 0.5:
            society["volunteer_sources"] = random.choice(["n/a", {"member": "120", "donor": {"withheld": "尚在统计"}}])
        write(folder / "societies" / f"{id}.yaml", writer.document(society))
