"""Days and reporting periods. A period is its file name: 2025, 2025-H1, 2025-Q3, 2025-07, or a range."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from generator.base.language import say

Day = date
_PERIOD = re.compile(r"((?:19|20|21)[0-9]{2})(?:-(?:H([12])|Q([1-4])|(0[1-9]|1[0-2])))?\Z")
DAY_PATTERN = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"


def parse_day(text: str) -> date | None:
    """A real day from 1900 to 2199 written ``YYYY-MM-DD``, or None."""
    if len(text) != 10 or text[4] != "-" or text[7] != "-":
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if 1900 <= day.year < 2200 else None


def suggest_day(text: str) -> str | None:
    """``2025-07-04`` for ``2025/7/4``, ``2025年7月4日``, ``20250704`` and the like, or None."""
    if len(text) > 40:
        return None
    match = re.fullmatch(r"\s*([0-9]{4})\s*[-/.年]\s*([0-9]{1,2})\s*[-/.月]\s*([0-9]{1,2})\s*日?\s*", text)
    match = match or re.fullmatch(r"([0-9]{4})([0-9]{2})([0-9]{2})", text.strip())
    if match is None:
        return None
    day = f"{match[1]}-{int(match[2]):02d}-{int(match[3]):02d}"
    return day if parse_day(day) else None


def add_months(day: date, months: int) -> date:
    """The same day so many months later, or that month's last day where it is shorter."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A reporting period, both days included. Ordered by time."""

    start: date
    end: date
    id: str
    kind: str  # year, half, quarter, month, range

    @property
    def label(self) -> str:
        """How the period is called, in the language spoken now."""
        year, month = self.start.year, self.start.month
        match self.kind:
            case "year":
                return say("{year} 年", year=year)
            case "half":
                return say("{year} 年上半年", year=year) if month == 1 else say("{year} 年下半年", year=year)
            case "quarter":
                return (
                    say("{year} 年第一季度", year=year),
                    say("{year} 年第二季度", year=year),
                    say("{year} 年第三季度", year=year),
                    say("{year} 年第四季度", year=year),
                )[month // 3]
            case "month":
                return say("{year} 年 {month} 月", year=year, month=month)
            case _ if self.start == self.end:
                return say("{day} 当天", day=self.start)
            case _:
                return say("{first} 至 {last}", first=self.start, last=self.end)

    def __str__(self) -> str:
        return self.label

    @property
    def next_day(self) -> date:
        """The first day after the period: where the next report must begin."""
        return self.end + timedelta(days=1)

    def following(self) -> Period | None:
        """The next period of the same kind; None for a range, which has no rhythm."""
        year, month = self.next_day.year, self.next_day.month
        names = {
            "year": f"{year}",
            "half": f"{year}-H{1 if month == 1 else 2}",
            "quarter": f"{year}-Q{month // 3 + 1}",
            "month": f"{year}-{month:02d}",
        }
        return parse_period(names[self.kind]) if self.kind in names else None

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end


def parse_period(text: str) -> Period | None:
    """The period a file name stands for, or None."""
    first, separator, last = text.partition("--")
    if separator:
        start, end = parse_day(first), parse_day(last)
        return Period(start, end, text, "range") if start and end and start <= end else None
    match = _PERIOD.match(text)
    if match is None:
        return None
    year = int(match[1])
    if match[2]:
        month = 6 * int(match[2])
        return Period(date(year, month - 5, 1), month_end(year, month), text, "half")
    if match[3]:
        month = 3 * int(match[3])
        return Period(date(year, month - 2, 1), month_end(year, month), text, "quarter")
    if match[4]:
        month = int(match[4])
        return Period(date(year, month, 1), month_end(year, month), text, "month")
    return Period(date(year, 1, 1), date(year, 12, 31), text, "year")
