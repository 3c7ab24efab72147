"""Two hundred teams built by the command line and reckoned a second time from their YAML: every figure, everywhere."""

import json
import os
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from tests.site.corpus import write_corpus
from tests.site.published import csv_rows, figure, page_table, page_text
from tests.site.reckoning import Account, Reckoning, load, reckon, rows

ROOT = Path(__file__).resolve().parents[2]
TEAMS = 200
FIELDS = {
    "emergency_rescue": "应急救援", "first_aid": "应急救护", "blood_donation": "无偿献血", "stem_cell": "造血干细胞捐献",
    "body_organ": "遗体和人体器官捐献", "elderly_care": "养老服务", "humanitarian_aid": "人道救助", "epidemic": "疫情防控",
    "life_education": "生命教育", "psychology": "心理支持", "water_safety": "水上安全", "youth": "青少年", "other": "其他",
}  # fmt: skip
EMPTY = dict.fromkeys(("opening", "received", "spent", "transferred", "closing"), Decimal(0))
Site = tuple[Path, Path, dict[str, Reckoning]]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Data, output, and every team reckoned."""
    folder = tmp_path_factory.mktemp("corpus")
    write_corpus(folder / "data", TEAMS, seed=2026, whole=True)
    run = subprocess.run(
        [sys.executable, "-P", "-m", "generator.cli", "build", "--as-of", "2026-11-24", "--jobs", "2"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    teams = {f"{p.parent.name}/{p.name}": reckon(p) for p in sorted((folder / "data/teams").glob("*/*"))}
    assert len(teams) == TEAMS
    return folder / "data", folder / "output", teams


def shown(amount: Decimal) -> str:
    """An amount as pages write it."""
    return f"{amount:,.2f}".replace("-", "−")


def figures(account: Account) -> list[tuple[str, Decimal]]:
    """The five main figures."""
    return [
        ("期初余额", account.opening), ("捐款", account.donations), ("其他收入", account.income), ("支出", account.spending),
        ("期末余额", account.closing),
    ]  # fmt: skip


def reports(site: Site):
    """Every report: its folder, its team, its period."""
    _, output, teams = site
    for id, books in teams.items():
        for period in books.records:
            yield output / "teams" / id / period, books, period


def test_the_corpus_has_everything(site: Site):
    books = site[2].values()
    records = [record for team in books for record in team.records.values()]
    gifts = [gift for record in records for gift in rows(record, "donations")]
    assert {gift["donor"]["kind"] for gift in gifts} == {"organisation", "named", "alias", "anonymous", "pooled"}
    spent = [row for record in records for row in rows(record, "spending")]
    assert sum("funded_by" in row for row in spent) > 100
    assert sum("funded_by" not in row for row in spent) > 100
    assert sum("#" in reference for row in spent for reference in row.get("funded_by", {})) > 20
    for key in ("income", "transfers", "goods_in", "goods_out", "stocktake"):
        assert sum(bool(rows(record, key)) for record in records) > 20, key


def test_the_records_themselves_add_up(site: Site):
    for _, books, period in reports(site):
        record, account = books.records[period], books.accounts[period]
        assert sum(map(Decimal, record["closing"].values())) == account.closing
        for purpose, amount in record["closing"].items():
            assert Decimal(amount) == account.balances.get(purpose, EMPTY)["closing"], purpose


def test_every_team_page_says_who_and_how_much(site: Site):
    _, output, teams = site
    for id, books in teams.items():
        text = page_text(output / "teams" / id / "index.html")
        dense = text.replace(" ", "")
        team = books.team
        name = team["leader"]["name"]
        assert team["name"] in text
        assert (name if isinstance(name, str) else "不公开（本人未同意公布）") in text, id
        for field in team["fields"]:
            assert FIELDS[field] in text
        *_, last = books.accounts.values()
        for label, amount in figures(last):
            assert f"{label}{shown(amount)}元" in dense, (id, label)
        table = page_table((output / "teams" / id / "index.html").read_text("utf-8"), "全部报告")
        for row, account in zip(table[1:], reversed(books.accounts.values()), strict=True):
            assert [shown(amount) for _, amount in figures(account)] == row[2:7], id


def test_every_report_page_says_how_much(site: Site):
    for folder, books, period in reports(site):
        text = page_text(folder / "index.html")
        dense = text.replace(" ", "")
        name = books.team["leader"]["name"]
        assert books.team["name"] in text
        assert (name if isinstance(name, str) else "不公开（本人未同意公布）") in text, folder
        assert all(FIELDS[field] in text for field in books.team["fields"]), folder
        for label, amount in figures(books.accounts[period]):
            assert f"{label}{shown(amount)}元" in dense, (folder, label)


def test_every_row_has_its_anchor_and_its_amount(site: Site):
    for folder, books, period in reports(site):
        markup = (folder / "index.html").read_text("utf-8")
        for key in ("donations", "income", "spending", "transfers", "goods_in", "goods_out"):
            for row in rows(books.records[period], key):
                assert markup.count(f'id="{row["id"]}"') == 1, (folder, row["id"])
                if "amount" in row:
                    assert shown(Decimal(row["amount"])) in markup


def test_balances_are_the_same_to_the_fen(site: Site):
    for folder, books, period in reports(site):
        ledger = json.loads((folder / "index.json").read_bytes())["ledger"]
        expected = {
            purpose: {key: f"{amount:.2f}" for key, amount in balance.items()}
            for purpose, balance in books.accounts[period].balances.items()
        }
        empty = dict.fromkeys(EMPTY, "0.00")
        for purpose, balance in ledger["balances"].items():
            assert balance == expected.get(purpose, empty), (folder, purpose)
        assert {p for p, b in expected.items() if b != empty} <= set(ledger["balances"]), folder


def test_every_donation_is_matched_as_the_rules_say(site: Site):
    for folder, books, period in reports(site):
        found = json.loads((folder / "index.json").read_bytes())["ledger"]["donations"]
        given = {row["id"] for row in rows(books.records[period], "donations") if "amount" in row}
        assert set(found) == given
        for id, told in found.items():
            gift = books.gifts[period, id]
            assert Decimal(told["amount"]) == gift.amount
            assert Decimal(told["left"]) == gift.left, (folder, id)
            uses = [(use["report"], use["row"], Decimal(use["amount"])) for use in told["uses"]]
            assert uses == gift.uses, (folder, id)
            assert sum(use[2] for use in uses) + Decimal(told["left"]) == gift.amount
            assert all(len(use["amount"].partition(".")[2]) == 2 for use in told["uses"])


def test_goods_are_the_same_to_the_last_place(site: Site):
    for folder, books, period in reports(site):
        found = json.loads((folder / "index.json").read_bytes())["ledger"]["goods"]
        told = {
            (line["item"], line["unit"]): {k: Decimal(v) for k, v in line.items() if k not in ("item", "unit")}
            for line in found
        }
        assert told == books.accounts[period].goods, folder


def test_csv_json_and_page_are_one(site: Site):
    captions = {
        "balances": "算式", "income": "其他收入", "spending": "支出", "transfers": "用途变更", "goods": "物资收发存",
        "goods_in": "购入物资", "goods_out": "物资去向",
    }  # fmt: skip
    compared = dict.fromkeys(captions, 0)
    for folder, _, _ in reports(site):
        markup = (folder / "index.html").read_text("utf-8")
        for name, caption in captions.items():
            sheet, table = csv_rows(folder / f"{name}.csv"), page_table(markup, caption)
            if len(sheet) > 1 and table:
                compared[name] += 1
                page = [[figure(cell) for cell in row] for row in table]
                assert page == [[figure(cell) for cell in row] for row in sheet], (folder, name)
    assert all(count > 20 for count in compared.values()), compared


def test_csv_of_donations_and_uses_is_json(site: Site):
    for folder, _, _ in reports(site):
        found = json.loads((folder / "index.json").read_bytes())["ledger"]["donations"]
        head, *sheet = csv_rows(folder / "donations.csv")
        columns = [head.index(label) for label in ("编号", "金额（元）", "结余（元）")]
        told = {row[columns[0]]: (row[columns[1]], row[columns[2]]) for row in sheet}
        assert {id: cells for id, cells in told.items() if cells != ("未填报", "未填报")} == {
            id: (gift["amount"], gift["left"]) for id, gift in found.items()
        }
        uses = [
            (id, use["report"], use["row"], use["amount"]) for id, gift in sorted(found.items()) for use in gift["uses"]
        ]
        assert sorted((row[0], row[1], row[2], row[4]) for row in csv_rows(folder / "uses.csv")[1:]) == sorted(uses)


def test_the_record_in_json_is_the_record(site: Site):
    for folder, books, period in reports(site):
        record = json.loads((folder / "index.json").read_bytes())["record"]
        for key in ("donations", "income", "spending"):
            wrote = rows(books.records[period], key)
            assert [row["id"] for row in record[key] or []] == [row["id"] for row in wrote]
            for told, row in zip(record[key] or [], wrote, strict=True):
                money = told["amount"]
                assert money == (f"{Decimal(row['amount']):.2f}" if "amount" in row else None)
                assert told.get("date") == row.get("date")


def test_societies_name_their_teams(site: Site):
    data, output, teams = site
    for path in sorted((data / "societies").glob("*.yaml")):
        text = page_text(output / "societies" / path.stem / "index.html")
        assert load(path)["name"] in text
        for id, books in teams.items():
            if id.startswith(f"{path.stem}/"):
                assert books.team["name"] in text
