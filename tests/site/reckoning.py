"""What a team's records amount to, computed a second time from the YAML alone (records.md, Matching).

Nothing is imported from the generator: yaml's BaseLoader gives strings, Decimal gives the sums.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from tests.site.records import days_of

ZERO = Decimal("0.00")
Reference = tuple[str, str]


def load(path: Path) -> Any:
    """A record as strings."""
    return yaml.load(path.read_bytes(), Loader=yaml.CBaseLoader)  # noqa: S506 - makes strings and nothing else


@dataclass
class Gift:
    """A donation of money, what became of it, and what is left."""

    amount: Decimal
    left: Decimal
    uses: list[tuple[str, str, Decimal]] = field(default_factory=list)


@dataclass
class Layer:
    """A part of a sum that lies in a purpose."""

    reference: Reference
    left: Decimal


@dataclass
class Account:
    """The figures of one report."""

    opening: Decimal
    income: Decimal
    donations: Decimal
    spending: Decimal
    closing: Decimal
    balances: dict[str, dict[str, Decimal]]
    goods: dict[tuple[str, str], dict[str, Decimal]]


@dataclass
class Reckoning:
    """One team."""

    team: dict[str, Any]
    records: dict[str, dict[str, Any]]
    accounts: dict[str, Account] = field(default_factory=dict)
    gifts: dict[Reference, Gift] = field(default_factory=dict)


def rows(record: dict[str, Any], key: str) -> list[dict[str, Any]]:
    """The rows of a list, none where it is absent."""
    found = record.get(key)
    return found if isinstance(found, list) else []


def reckon(folder: Path) -> Reckoning:
    """Everything about one team."""
    records = {path.stem: load(path) for path in folder.glob("*.yaml") if path.stem != "team"}
    ordered = dict(sorted(records.items(), key=lambda item: days_of(item[0])))
    books = Reckoning(load(folder / "team.yaml"), ordered)
    layers: dict[str, list[Layer]] = {}
    stock: dict[tuple[str, str], Decimal] = {}
    for number, (period, record) in enumerate(ordered.items()):
        if number == 0:
            for purpose, amount in record["opening"].items():
                layers[purpose] = [Layer((period, "opening"), Decimal(amount))]
        account = _money(period, record, layers, books.gifts)
        account.goods = _goods(record, stock)
        books.accounts[period] = account
    return books


def _events(period: str, record: dict[str, Any]) -> list[tuple[date, int, int, str, dict[str, Any]]]:
    first, last = days_of(period)
    events = []
    for order, key in enumerate(("income", "donations", "transfers", "spending")):
        for index, row in enumerate(rows(record, key)):
            day = date.fromisoformat(row["date"]) if "date" in row else last if key == "spending" else first
            if "amount" in row:
                events.append((day, order, index, key, row))
    return sorted(events, key=lambda event: event[:3])


def _money(
    period: str, record: dict[str, Any], layers: dict[str, list[Layer]], gifts: dict[Reference, Gift]
) -> Account:
    totals = dict.fromkeys(("income", "donations", "spending", "transfers"), ZERO)
    opening = {purpose: sum((layer.left for layer in pile), ZERO) for purpose, pile in layers.items()}
    balances: dict[str, dict[str, Decimal]] = {}

    def balance(purpose: str) -> dict[str, Decimal]:
        blank = {"opening": opening.get(purpose, ZERO), "received": ZERO, "spent": ZERO, "transferred": ZERO}
        return balances.setdefault(purpose, blank)

    for purpose in opening:
        balance(purpose)
    for _, _, _, key, row in _events(period, record):
        amount = Decimal(row["amount"])
        totals[key] += amount
        purpose = row.get("purpose", "general")
        if key in ("income", "donations"):
            layers.setdefault(purpose, []).append(Layer((period, row["id"]), amount))
            balance(purpose)["received"] += amount
            if key == "donations":
                gifts[period, row["id"]] = Gift(amount, amount)
        elif key == "transfers":
            balance(row["from"])["transferred"] -= amount
            balance(row["to"])["transferred"] += amount
            layers.setdefault(row["to"], []).extend(_take(layers[row["from"]], amount))
        else:
            balance(purpose)["spent"] += amount
            for drawn in _spend(period, row, amount, layers[purpose]):
                if drawn.reference in gifts:
                    gift = gifts[drawn.reference]
                    gift.left -= drawn.left
                    gift.uses.append((period, row["id"], drawn.left))
    for kept in balances.values():
        kept["closing"] = kept["opening"] + kept["received"] - kept["spent"] + kept["transferred"]
    return Account(
        sum((b["opening"] for b in balances.values()), ZERO),
        totals["income"],
        totals["donations"],
        totals["spending"],
        sum((b["closing"] for b in balances.values()), ZERO),
        balances,
        {},
    )


def _spend(period: str, row: dict[str, Any], amount: Decimal, pile: list[Layer]) -> list[Layer]:
    """First what ``funded_by`` names, then the oldest."""
    drawn: list[Layer] = []
    for reference, text in row.get("funded_by", {}).items():
        report, mark, id = reference.partition("#")
        named = (report, id) if mark else (period, reference)
        drawn += _take([layer for layer in pile if layer.reference == named], Decimal(text))
    return drawn + _take(pile, amount - sum((layer.left for layer in drawn), ZERO))


def _take(pile: list[Layer], amount: Decimal) -> list[Layer]:
    drawn = []
    for layer in pile:
        part = min(layer.left, amount)
        if part:
            layer.left -= part
            amount -= part
            drawn.append(Layer(layer.reference, part))
    assert amount == 0, "the generated records must be valid"
    return drawn


def _goods(record: dict[str, Any], stock: dict[tuple[str, str], Decimal]) -> dict[tuple[str, str], dict[str, Decimal]]:
    lines: dict[tuple[str, str], dict[str, Decimal]] = {}

    def line(row: dict[str, Any]) -> dict[str, Decimal]:
        stuff = (row["item"], row["unit"])
        return lines.setdefault(stuff, {"opening": stock.get(stuff, ZERO), "received": ZERO, "out": ZERO})

    for (item, unit), quantity in stock.items():
        if quantity:
            line({"item": item, "unit": unit})
    for row in rows(record, "goods_opening"):
        line(row)["opening"] += Decimal(row["quantity"])
    given = [item for gift in rows(record, "donations") for item in gift.get("items", [])]
    for row in given + rows(record, "goods_in"):
        line(row)["received"] += Decimal(row["quantity"])
    for row in rows(record, "goods_out"):
        line(row)["out"] += Decimal(row["quantity"])
    for row in rows(record, "stocktake"):
        line(row)
    for stuff, found in lines.items():
        stock[stuff] = found["stock"] = found["opening"] + found["received"] - found["out"]
    return lines
