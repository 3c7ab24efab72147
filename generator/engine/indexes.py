"""What programs find a site by: the sitemap, robots.txt, and the schemas of the documents beside its pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from generator.base.absence import Absent
from generator.check.summary import TeamSummary
from generator.engine.headings import handwritten_entries
from generator.engine.languages import languages_of
from generator.engine.work import File
from generator.exports.document_schema import document_schemas
from generator.exports.sitemap import Listed, robots_txt, sitemap_files
from generator.model.corpus import Context
from generator.pages.moved.view import moved_pages


def index_files(context: Context, teams: tuple[TeamSummary, ...], made: Iterable[str]) -> Iterator[File]:
    """The files that list or describe the others; ``made`` are the paths of everything site-wide."""
    url = context.site.url
    languages = [(language.tag, language.prefix) for language in languages_of(context.site)]
    pages = [*_sitewide(teams, set(made), [folder for _, folder in languages]), *_of_teams(context, teams)]
    pages += [Listed(entry.href, chinese_only=True) for entry in handwritten_entries() if "#" not in entry.href]
    yield from sitemap_files(url, pages, languages)
    yield "robots.txt", robots_txt(url)
    for name, schema in document_schemas(url).items():
        yield f"data/schema/{name}", schema


def _sitewide(teams: tuple[TeamSummary, ...], made: set[str], folders: list[str]) -> Iterator[Listed]:
    """Site-wide pages in Chinese, and whether they come in the other languages; not where a team has moved away."""
    moved = {page.path for team in teams for page in moved_pages(team)}
    others = tuple(folder for folder in folders if folder)
    for path in sorted(made - moved):
        if path.rpartition("/")[2] == "index.html" and not path.startswith(others):
            yield Listed(path, chinese_only=any(folder + path not in made for folder in others))


def _of_teams(context: Context, teams: tuple[TeamSummary, ...]) -> Iterator[Listed]:
    """Teams and their reports, with the day that their records changed last as far as they tell."""
    answered: dict[str, list[date]] = {}
    for filed in context.questions:
        if not isinstance(filed.question.answered, Absent):
            about = "/".join(filed.question.about.partition("#")[0].split("/")[1:3])
            answered.setdefault(about, []).append(filed.question.answered)
    for team in teams:
        changes = list(answered.get(team.id, ()))
        for report in team.reports:
            own = [*((report.published,) if report.published else ()), *(c.date for c in report.corrections)]
            changes += own
            yield Listed(f"teams/{team.id}/{report.period}/index.html", max(own, default=None))
        yield Listed(f"teams/{team.id}/index.html", max(changes, default=None))
