"""Long lists by time: nothing is lost, no page is long, a year keeps its address."""

from datetime import date, timedelta

from generator.pages.parts import archive
from generator.pages.parts.archive import Shelf, shelves, year_path


def made(rows: list[str], newest: int = 3) -> dict[str, Shelf]:
    return dict(shelves("updates", sorted(rows, reverse=True), lambda row: row[:10], newest))


def test_an_empty_list_has_its_first_page():
    pages = made([])
    assert list(pages) == ["updates/index.html"]
    assert (pages["updates/index.html"].rows, pages["updates/index.html"].parts) == ((), ())


def test_the_newest_first_and_every_year_whole():
    pages = made(["2024-05-01", "2025-01-02", "2025-03-04", "2026-02-01"])
    assert list(pages) == [
        "updates/index.html", "updates/2026/index.html", "updates/2025/index.html", "updates/2024/index.html",
    ]  # fmt: skip
    first = pages["updates/index.html"]
    assert first.rows == ("2026-02-01", "2025-03-04", "2025-01-02")
    assert [(link.text, link.href, link.note) for link in first.parts] == [
        ("2026 年", "updates/2026/index.html", "1 条"),
        ("2025 年", "updates/2025/index.html", "2 条"),
        ("2024 年", "updates/2024/index.html", "1 条"),
    ]
    assert pages["updates/2025/index.html"].rows == ("2025-03-04", "2025-01-02")
    assert year_path("updates", "2025-03-04") in pages


def test_a_long_year_leads_to_months_days_and_pages(monkeypatch):
    monkeypatch.setattr(archive, "LONGEST", 40)
    days = [str(date(2025, 1, 1) + timedelta(days=n)) for n in range(365)]
    rows = [*days, *(f"2025-05-31 {n:03d}" for n in range(90))]
    pages = made(rows)
    year, may = pages["updates/2025/index.html"], pages["updates/2025/05/index.html"]
    assert (year.rows, len(year.parts)) == ((), 12)
    assert (may.rows, len(may.parts)) == ((), 31)
    assert len(pages["updates/2025/04/index.html"].rows) == 30
    day = pages["updates/2025/05/31/index.html"]
    assert [link.href for link in day.parts] == [
        "updates/2025/05/31/index.html", "updates/2025/05/31/page-2/index.html", "updates/2025/05/31/page-3/index.html",
    ]  # fmt: skip
    kept = [row for path, shelf in pages.items() if path != "updates/index.html" for row in shelf.rows]
    assert sorted(kept) == sorted(rows)
    assert max(len(shelf.rows) for shelf in pages.values()) == 40
