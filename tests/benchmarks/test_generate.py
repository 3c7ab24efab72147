"""The records that the benchmarks measure are records that would be published."""

from pathlib import Path

import pytest

from generator.check.corpus import examine_corpus
from tests.benchmarks.generate import AS_OF, team_files, write_records
from tests.benchmarks.stages import Stages


@pytest.mark.parametrize(("teams", "reports"), [(7, 1), (3, 3), (101, 1)])
def test_generated_records_have_no_error(tmp_path: Path, teams: int, reports: int):
    write_records(tmp_path, teams, reports)
    corpus = examine_corpus(tmp_path, AS_OF)
    assert [str(f) for f in corpus.findings if f.blocks] == []
    assert corpus.counts["teams"] == teams
    assert corpus.counts["reports"] == teams * reports
    assert all(len(filed.report.donations) == 12 for unit in corpus.units for filed in unit.folder.reports)
    assert all(len(filed.report.spending) == 10 for unit in corpus.units for filed in unit.folder.reports)


def test_the_same_seed_gives_the_same_records():
    assert team_files(5, 2, seed=3) == team_files(5, 2, seed=3)
    assert team_files(5, 2, seed=3) != team_files(5, 2, seed=4)


def test_every_stage_of_the_benchmark_runs(tmp_path: Path):
    """The measured code is the code of the build: a change of either shows here, not at the next ``make bench``."""
    write_records(tmp_path / "data", 2, 1)
    stages = Stages(tmp_path / "data")
    (tmp_path / "out").mkdir()
    for step in stages.begin(tmp_path / "out"):
        for unit in stages.units:
            step(unit)
    assert len(list((tmp_path / "out").glob("page/teams/*/*/index.html"))) == 2
    assert len(list((tmp_path / "out").glob("product/teams/*/*/index.json"))) == 2
