"""What people subscribe to: Atom feeds of what is new, corrected and overdue, and calendars of due dates.

Of the whole site and of each society, from the teams' summaries; in Chinese, as the records are.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from generator.base.absence import Absent, given
from generator.check.summary import TeamSummary
from generator.engine.calendars import due_calendar
from generator.engine.work import File
from generator.exports.feed import Entry, Feed, atom
from generator.model.corpus import Context, FiledQuestion
from generator.pages.parts.corrections import entry_words, field_label, value_words
from generator.pages.parts.questions import about_words, question_anchor, question_href

Teams = Iterable[TeamSummary]


def feed_files(context: Context, teams: tuple[TeamSummary, ...]) -> Iterator[File]:
    """Every feed and calendar but those of single teams."""
    site = context.site
    names = {team.id: team.name for team in teams}
    newest = [*_reports(teams), *_corrections(teams), *_answers(context.questions, context, names)]
    yield _feed(context, f"{site.title}：最近更新", "updates/", "updates/feed.atom", newest)
    yield _feed(context, f"{site.title}：更正说明", "corrections/", "corrections/feed.atom", _corrections(teams))
    yield _feed(context, f"{site.title}：逾期未公布", "due/", "due/feed.atom", _overdue(teams))
    yield "due/due.ics", due_calendar(context, f"{site.title}：公布时限", teams, remind=False)
    own: dict[str, list[TeamSummary]] = defaultdict(list)
    for team in teams:
        own[team.society].append(team)
    asked: dict[str, list[FiledQuestion]] = defaultdict(list)
    for question in context.questions:
        asked[question.society].append(question)
    for id, society in context.societies.items():
        home, some, name = f"societies/{id}/", own[id], society.name
        newest = [*_reports(some), *_corrections(some), *_answers(asked[id], context, names)]
        yield _feed(context, f"{name}：最近更新", home, f"{home}updates.atom", newest)
        yield _feed(context, f"{name}：更正说明", home, f"{home}corrections.atom", _corrections(some))
        yield _feed(context, f"{name}：逾期未公布", home, f"{home}overdue.atom", _overdue(some))
        yield f"{home}due.ics", due_calendar(context, f"{name}：公布时限", some, remind=True)


def _feed(context: Context, title: str, page: str, path: str, entries: Iterable[Entry]) -> File:
    site = context.site
    return path, atom(Feed(title, path, page, site.publisher, given(site.licence, "")), site.url, entries)


def _reports(teams: Teams) -> Iterator[Entry]:
    for team in teams:
        for report in team.reports:
            if report.published:
                page = f"teams/{team.id}/{report.period}/"
                text = "；".join(str(verdict.word) for verdict in report.verdicts)
                yield Entry(f"{page}#published", report.published, f"{team.name}公布账目：{report.label}", page, text)


def _corrections(teams: Teams) -> Iterator[Entry]:
    for team in teams:
        for report in team.reports:
            page = f"teams/{team.id}/{report.period}/"
            seen: Counter[str] = Counter()
            for c in report.corrections:
                key = f"{page}#corrected-{c.date}-{c.entry}-{c.field}"
                seen[key] += 1
                entry, field = entry_words(c.entry), field_label(c.field)
                before, after = (value_words(c.entry, c.field, value) for value in (c.before, c.after))
                yield Entry(
                    key if seen[key] == 1 else f"{key}-{seen[key]}",
                    c.date,
                    f"{team.name}更正账目：{report.label} {entry} {field}",
                    f"{page}#corrections",
                    f"{entry} {field}：{before} → {after}。原因：{c.reason}。",
                )


def _answers(questions: Iterable[FiledQuestion], context: Context, names: dict[str, str]) -> Iterator[Entry]:
    for filed in questions:
        if not isinstance(filed.question.answered, Absent):
            about = about_words(filed.question.about, context, names)
            yield Entry(
                f"questions/#{question_anchor(filed)}",
                filed.question.answered,
                f"答复提问：{about}",
                question_href(filed),
                given(filed.question.answer, ""),
            )


def _overdue(teams: Teams) -> Iterator[Entry]:
    for team in teams:
        for one in team.calendar:
            if one.state == "missing":
                yield Entry(
                    f"teams/{team.id}/#overdue-{one.period.id}-{one.due}",
                    one.due,
                    f"{team.name}逾期未公布账目：{one.period.label}",
                    f"teams/{team.id}/",
                    f"应于 {one.due} 前公布，至今没有公布。",
                )
