"""Due dates as calendars (RFC 5545) that a treasurer or a society subscribes to; dated by the build's day, not the clock."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

import msgspec
from icalendar import Alarm, Calendar, Event, Timezone, TimezoneStandard

from generator.base.addresses import absolute

PRODUCT = "-//Mingzhang//Due dates//ZH"
REMINDERS = (14, 3)
"""So many days before the due date, at nine in the morning, a subscriber is reminded."""
NINE = timedelta(hours=9)
_END = b"END:VCALENDAR\r\n"
_END_OF_EVENT = b"END:VEVENT\r\n"


class DueEvent(msgspec.Struct, frozen=True):
    """One report's due date. ``key`` identifies it while day and words change; ``href`` begins at the site's root."""

    key: str
    day: date
    summary: str
    text: str
    href: str
    overdue: bool


class Head(msgspec.Struct, frozen=True):
    """A calendar's title and who answers for it."""

    title: str
    publisher: str


def calendar_bytes(head: Head, url: str, as_of: date, events: Iterable[DueEvent], *, remind: bool) -> bytes:
    """A calendar of due dates; with ``remind`` those to come ring before. ``url`` is the site's address."""
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", PRODUCT)
    calendar.add("name", head.title)
    calendar.add("x-wr-calname", head.title)
    calendar.add("x-wr-caldesc", head.publisher)
    calendar.add("refresh-interval", timedelta(days=1), parameters={"VALUE": "DURATION"})
    ordered = sorted(events, key=lambda event: (event.day, event.key))
    if not ordered:
        calendar.add_component(_beijing())
    begun = calendar.to_ical().removesuffix(_END)
    return b"".join((begun, *(_with_reminders(event, url, as_of, remind) for event in ordered), _END))


def _with_reminders(due: DueEvent, url: str, as_of: date, remind: bool) -> bytes:
    data = _event(due, url, as_of)
    if due.overdue or not remind:
        return data
    return data.removesuffix(_END_OF_EVENT) + _reminders() + _END_OF_EVENT


@lru_cache(maxsize=1 << 16)
def _event(due: DueEvent, url: str, as_of: date) -> bytes:
    """An event of a whole day; that of one report is the same in the calendars of team, society and site."""
    event = Event()
    event.add("uid", f"{due.key}@{_host(url)}")
    event.add("dtstamp", datetime.combine(as_of, time(), UTC))
    event.add("dtstart", due.day)
    event.add("dtend", due.day + timedelta(days=1))
    event.add("summary", due.summary)
    event.add("description", due.text)
    event.add("url", absolute(url, due.href))
    event.add("transp", "TRANSPARENT")
    data: bytes = event.to_ical()
    return data


@lru_cache(maxsize=1)
def _reminders() -> bytes:
    return b"".join(_reminder(days) for days in REMINDERS)


def _reminder(days: int) -> bytes:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", f"{days} 天后是公布账目的期限")
    alarm.add("trigger", NINE - timedelta(days=days))
    data: bytes = alarm.to_ical()
    return data


def _beijing() -> Timezone:
    """A calendar must hold something (RFC 5545, 3.6), and an address that was subscribed to must not go away."""
    standard = TimezoneStandard()
    standard.add("dtstart", datetime(1991, 9, 15, 1))  # noqa: DTZ001 - local time, as the format has it
    standard.add("tzoffsetfrom", timedelta(hours=8))
    standard.add("tzoffsetto", timedelta(hours=8))
    standard.add("tzname", "CST")
    zone = Timezone()
    zone.add("tzid", "Asia/Shanghai")
    zone.add_component(standard)
    return zone


def _host(url: str) -> str:
    return url.partition("://")[2].partition("/")[0]
