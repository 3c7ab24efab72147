"""A site built by two processes is the site that one process builds, byte for byte."""

from pathlib import Path

from generator.engine.build import Built, FolderWriter, SiteBuild
from tests.benchmarks.generate import AS_OF, write_records

TEAMS = 100
CORRECTED = """corrections:
  - {date: 2026-05-20, entry: D1, field: receipt, before: 公益事业捐赠票据 1, after: 公益事业捐赠票据 2025001, reason: 录入错误, approved: decision_body}
"""


def test_two_jobs_build_what_one_builds(tmp_path: Path):
    data = tmp_path / "data"
    write_records(data, TEAMS)
    for report in sorted(data.rglob("2025.yaml"))[:3]:
        report.write_text(report.read_text("utf-8") + CORRECTED, "utf-8")
    alone = _build(data, tmp_path / "alone", 1)
    together = _build(data, tmp_path / "together", 2)
    assert [finding for finding in alone.findings if finding.blocks] == []
    assert alone.findings == together.findings
    assert alone.written == together.written
    found = {path: (tmp_path / "alone" / path).read_bytes() for path in alone.written}
    differing = [path for path, content in found.items() if (tmp_path / "together" / path).read_bytes() != content]
    assert differing == []
    assert "公益事业捐赠票据 1" in found["corrections/index.html"].decode()
    assert "决策机构" in found["corrections/index.html"].decode()


def _build(data: Path, folder: Path, jobs: int) -> Built:
    return SiteBuild(data, AS_OF, jobs).run(FolderWriter(folder), folder)
