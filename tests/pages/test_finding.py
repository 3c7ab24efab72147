"""The directory and what can be searched for, from teams in brief."""

from pathlib import Path

import msgspec
import pytest

from generator.pages.directory.columns import directory_columns
from generator.pages.directory.facets import all_values, facet_views
from generator.pages.directory.view import PAGE_SIZE, directory_pages
from generator.pages.parts.order import by_pinyin, pinyin_key
from generator.pages.search.entries import runs_of, search_entries
from tests.site.crowd import Crowd, crowd


@pytest.fixture(scope="module")
def many(tmp_path_factory) -> Crowd:
    return crowd(tmp_path_factory.mktemp("crowd"), 250)


def test_names_are_in_the_order_of_pinyin(many):
    names = ["安平县队", "北川县队", "长宁区队", "重庆市队", "单县队", "乐清市队", "长子县队"]
    teams = [msgspec.structs.replace(team, name=name) for team, name in zip(many.teams, sorted(names), strict=False)]
    assert [team.name for team in by_pinyin(teams)] == names


def test_every_team_is_on_one_page_in_order(many):
    pages = directory_pages(many.context, many.teams, "teams/directory.js")
    assert [page.path for page in pages] == [
        "teams/index.html", "teams/page-2/index.html", "teams/page-3/index.html",
    ]  # fmt: skip
    names = [row.name for page in pages for row in page.view.rows]
    assert names == sorted((team.name for team in many.teams), key=pinyin_key)
    assert max(len(page.view.rows) for page in pages) == PAGE_SIZE


def test_a_directory_without_teams(many):
    (page,) = directory_pages(many.context, (), "teams/directory.js")
    assert (page.view.total, page.view.rows, page.view.pages) == (0, (), ())
    assert directory_columns(many.context, ()).names == []


def test_counts_beside_choices_are_those_of_the_teams(many):
    values = all_values(many.teams, many.context)
    facets = {facet.key: facet for facet in facet_views(values)}
    assert {"field", "region", "society", "level", "status", "accuracy", "completeness", "timeliness"} <= set(facets)
    for choice in facets["field"].choices:
        assert choice.count == sum(choice.value in team["field"] for team in values) > 0
    for key in ("status", "level", "accuracy", "completeness", "timeliness"):
        assert sum(choice.count for choice in facets[key].choices) == len(many.teams), key


def test_columns_say_what_the_teams_say(many):
    columns = directory_columns(many.context, many.teams)
    for place, team in enumerate(by_pinyin(many.teams)):
        society, name, regions = columns.societies[columns.society[place]]
        assert (columns.names[place], columns.slugs[place], society) == (team.name, team.slug, team.society)
        assert name == many.context.societies[society].name
        assert columns.areas[columns.area[place]] == team.area
        assert columns.regions[regions[-1]][0] == society
        assert [columns.words[column[place]][0] for column in columns.verdicts] == [v.state for v in team.verdicts]
        field = columns.facets["field"]
        assert [field.values[at] for at in field.sets[field.teams[place]]] == [f.value for f in team.fields]


@pytest.mark.parametrize(
    ("rows", "runs"),
    [
        ((), ()),
        (("D1", "D2", "D3", "S1"), ("D1-3", "S1")),
        (("D10", "D2", "D1", "D9"), ("D1-2", "D9-10")),
        (("D01", "x", "D1", "D1-b"), ("D1", "D01", "D1-b", "x")),
    ],
)
def test_neighbouring_rows_are_drawn_together(rows, runs):
    assert runs_of(rows) == runs


def test_everything_that_can_be_found(many):
    entries = list(search_entries(many.context, many.teams, ()))
    kinds = [entry.kind for entry in entries]
    assert kinds.count("team") == len(many.teams)
    assert {"region", "society", "field", "rule"} <= set(kinds)
    team = many.teams[7]
    (found,) = (entry for entry in entries if entry.href == f"teams/{team.id}/index.html")
    assert ("leader", team.leader) in found.parts
    assert ("purpose", "洪水救援") in found.parts
    (account,) = found.accounts
    assert account.rows[:2] == ("D1-12", "G1-4")
    assert account.receipts == team.reports[0].receipts


def test_receipts_are_those_of_the_records(tmp_path: Path):
    """As printed beside each gift, and nothing of those who gave."""
    from generator.check.unit import examine
    from generator.load.corpus import read_context, read_team
    from tests.benchmarks.generate import AS_OF, write_records

    write_records(tmp_path, 1)
    context, tree, _ = read_context(tmp_path, AS_OF)
    ((key, files),) = tree.teams.items()
    summary = examine(read_team(tmp_path, *key, files, AS_OF)[0], [], context).summary
    lines = summary.reports[0].receipts.splitlines()
    assert lines[0] == "D1\t公益事业捐赠票据 2025001"
    assert len(lines) == 12
    words = " ".join(part for entry in search_entries(context, (summary,), ()) for _, part in entry.parts)
    assert "示例大姐" not in words
