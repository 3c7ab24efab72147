"""Calendars of due dates, read by a calendar library: whole days, stable identifiers, folded lines, reminders."""

import re
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar

from generator.exports.calendar_file import DueEvent, Head, calendar_bytes
from tests.exports.published import URL, target

HEAD = Head("时限", "会")
DUE = DueEvent(
    "due-a-b-2026", date(2027, 5, 31), "乙队公布账目（2026 年）", "应于 2027-05-31 前公布。", "teams/a/b/", False
)


def read(data: bytes) -> Calendar:
    """A calendar whose lines are those of RFC 5545, 3.1: CRLF, at most 75 octets, no character torn apart."""
    assert data.count(b"\n") == data.count(b"\r\n")
    assert data.endswith(b"\r\nEND:VCALENDAR\r\n")
    assert all(len(line) <= 75 and line.decode("utf-8") is not None for line in data.split(b"\r\n"))
    found = Calendar.from_ical(data)
    assert not found.errors
    assert found["version"] == "2.0"
    assert found["prodid"]
    assert found.subcomponents, "RFC 5545, 3.6: a calendar holds something"
    return found


def events(path: Path) -> dict[str, dict[str, object]]:
    return {event["uid"]: event for event in read(path.read_bytes()).walk("VEVENT")}


def test_there_is_a_calendar_of_each_team_each_society_and_the_site(demonstration: Path):
    """That of a society holds what those of its teams hold; that of the site what all hold."""
    teams = {
        path.parent.relative_to(demonstration / "teams"): events(path)
        for path in demonstration.glob("teams/*/*/due.ics")
    }
    assert set(teams) == {
        path.parent.relative_to(demonstration / "teams") for path in demonstration.glob("teams/*/*/team.xlsx")
    }
    for path in demonstration.glob("societies/*/due.ics"):
        own = [uid for team, found in teams.items() if team.parts[0] == path.parent.name for uid in found]
        assert sorted(events(path)) == sorted(own)
    assert sorted(events(demonstration / "due/due.ics")) == sorted(uid for found in teams.values() for uid in found)


def test_what_a_calendar_says(demonstration: Path):
    found = events(demonstration / "societies/990101/due.ics")
    due, late = (
        found["due-990101-emergency-rescue-2026@example.org"],
        found["due-990101-life-education-2025@example.org"],
    )
    assert str(due["summary"]) == "示例县红十字应急救援志愿服务队公布账目（2026 年）"
    assert str(late["summary"]) == "逾期：示例县红十字生命教育志愿服务队公布账目（2025 年）"
    assert (due["dtstart"].dt, late["dtstart"].dt) == (date(2027, 5, 31), date(2026, 5, 31))
    reminders = [alarm["trigger"].dt for alarm in due.walk("VALARM")]
    assert reminders == [timedelta(days=-days, hours=9) for days in (14, 3)]
    assert not late.walk("VALARM")
    for event in found.values():
        assert event["dtend"].dt - event["dtstart"].dt == timedelta(days=1)
        assert not isinstance(event["dtstart"].dt, datetime)
        assert event["dtstamp"].dt.isoformat() == "2026-11-24T00:00:00+00:00"
        assert target(demonstration, str(event["url"])).is_file()


def test_every_active_team_has_something_to_come(demonstration: Path):
    for path in demonstration.glob("teams/*/*/due.ics"):
        page = path.with_name("index.html").read_text("utf-8")
        ahead = [event for event in events(path).values() if event["dtstart"].dt > date(2026, 11, 24)]
        assert bool(ahead) == ("下一份报告" in page) == ("已解散" not in page), path
        if ahead:
            first = min(event["dtstart"].dt for event in ahead)
            assert re.search(rf"下一份报告：[^<]*应于 {first} 前公布", page)


def test_a_calendar_without_events_is_one(demonstration: Path):
    """Whoever subscribed to a team that has been dissolved gets an empty calendar, not an error."""
    empty = read((demonstration / "teams/990102/first-aid/due.ics").read_bytes())
    assert [part.name for part in empty.subcomponents] == ["VTIMEZONE"]
    assert read(calendar_bytes(HEAD, URL, date(2026, 1, 1), [], remind=True)).walk("VEVENT") == []


@pytest.mark.parametrize(
    "text", ["甲" * 200, "a" * 300, "甲a，;\\" * 40, "第一行\n第二行", "😀" * 60, "BEGIN:VEVENT\r\nSUMMARY:x"]
)
def test_any_text_comes_back(text: str):
    data = calendar_bytes(HEAD, URL, date(2026, 1, 1), [DueEvent("k", DUE.day, text, text, "t/", False)], remind=True)
    (event,) = read(data).walk("VEVENT")
    assert str(event["summary"]) == str(event["description"]) == text.replace("\r\n", "\n")


def test_an_event_keeps_its_identity_when_it_turns_overdue():
    later = DueEvent(DUE.key, DUE.day, "逾期：乙队", "", DUE.href, True)
    first, second = (
        read(calendar_bytes(HEAD, URL, day, [event], remind=True)).walk("VEVENT")[0]
        for day, event in ((date(2027, 5, 1), DUE), (date(2027, 6, 1), later))
    )
    assert first["uid"] == second["uid"]
    assert first["dtstamp"].dt < second["dtstamp"].dt


def test_the_same_dates_are_the_same_bytes():
    more = DueEvent("due-a-c-2026", DUE.day, "丙队", "", "teams/a/c/", False)
    first, second = (calendar_bytes(HEAD, URL, DUE.day, some, remind=True) for some in ((DUE, more), (more, DUE)))
    assert first == second
