"""What the faultless folder is read as: types, absences, places, and what a missing file leaves."""

from datetime import date
from pathlib import Path

from generator.base.absence import NOT_APPLICABLE, NOT_REPORTED, withheld
from generator.load.defaults import DEFAULT_DEADLINES
from generator.model.vocabulary import Allocation, DonorKind, Field, Nature, Valuation
from tests.load.corpus import FILES, QUESTION, REPORT, SOCIETY, TEAM, read, write


def test_no_fault(tmp_path: Path) -> None:
    context, teams, findings = read(write(tmp_path))
    assert findings == []
    assert context is not None
    assert [t.id for t in teams] == ["310107/xinhong"]
    assert all(t.whole for t in teams)
    assert context.teams == {"310107/xinhong"}
    assert [q.number for q in context.questions] == ["1"]
    assert teams[0].files == {"files/charter.pdf", "files/s1.png"}
    assert {s.path: s.text for s in (*context.sources, *teams[0].sources)} == FILES


def test_types(tmp_path: Path) -> None:
    context, (folder,), _ = read(write(tmp_path))
    assert context is not None
    team, report = folder.team, folder.reports[0].report
    assert team is not None
    assert context.site.demonstration is True
    assert context.site.evidence_from == 100_000
    assert context.societies["310107"].division == "310107"
    assert context.societies["310107"].volunteer_sources.donor == withheld("尚在统计")
    assert [(d.id, d.months_after, d.days_after) for d in context.deadlines] == [
        ("annual", 5, NOT_REPORTED),
        ("month", NOT_REPORTED, 20),
    ]
    assert team.former_names == ("新虹救援队", "012 救援队")
    assert team.fields == (Field.EMERGENCY_RESCUE, Field.FIRST_AID)
    assert team.allocation is Allocation.EXPLICIT
    assert team.leader.name == withheld("本人未同意公布")
    assert team.leader.consent is NOT_REPORTED
    assert team.platform.id == "0012345"
    assert team.governance.policies.finance is NOT_APPLICABLE
    assert str(team.about).startswith("本队成立于 2018 年，开展 **应急救援**。\n\n- 见")
    assert team.purposes[0].end == date(2026, 12, 31)
    assert team.trainings[0].hours == 16_500
    assert report.opening == {"general": 1_234_567, "flood-2025": 0}
    assert report.closing == withheld("正在审计")
    assert report.nil_ is False
    first, second, third = report.donations
    assert (first.amount, first.donor.kind, first.date) == (2_000_000, DonorKind.ORGANISATION, date(2025, 7, 3))
    assert (second.amount, second.purpose) == (NOT_REPORTED, "general")
    item = second.items[0]
    assert (item.quantity, item.unit_value, item.valuation) == (30_000, 12_000, Valuation.INVOICE)
    assert (third.donor.count, third.receipt) == (10_081, NOT_APPLICABLE)
    (spent,) = report.spending
    assert (spent.date, spent.amount, spent.funded_by, spent.nature) == (
        NOT_REPORTED,
        900_050,
        {"D1": 900_050},
        Nature.AID,
    )
    assert report.holdings.bank == -50
    assert report.transfers == ()
    assert report.stocktake is NOT_REPORTED
    assert report.service.hours == 1_840_125


def test_places(tmp_path: Path) -> None:
    _, (folder,), _ = read(write(tmp_path))
    report = folder.reports[0].report
    lines = FILES[REPORT].splitlines()

    def written(*path: str | int) -> str:
        place = report.place(*path)
        assert place.file == REPORT
        return lines[place.line - 1][place.column - 1 :]

    assert written("published") == "published: 2026-03-12"
    assert written("opening", "flood-2025") == "flood-2025: 0}"
    assert written("donations", 2, "donor", "count").startswith("count: 10081")
    assert written("donations", 1, "items", 0, "unit").startswith("unit: 件")
    assert written("donations", 9).startswith("donations:")
    assert written("donations", 0, "note").startswith("id: D1")
    assert written("stocktake").startswith("published")
    assert report.donations[0].place("amount") == report.place("donations", 0, "amount")


def test_bytes_that_mean_the_same(tmp_path: Path) -> None:
    """A byte order mark, Windows and old Macintosh line ends, a last line without one, comments, ``---``."""
    text = FILES[TEAM]
    same = [
        "\ufeff" + text,
        text.replace("\n", "\r\n"),
        text.replace("\n", "\r"),
        text.rstrip("\n"),
        f"# 注\n---\n{text}...\n",
    ]
    for number, content in enumerate(same):
        _, (folder,), findings = read(write(tmp_path / str(number), {TEAM: content}))
        assert findings == []
        assert folder.team is not None
        assert folder.team.name == "新虹红十字应急救援志愿服务队"
        assert "\n  - 见" not in str(folder.team.about)


def test_optional_files(tmp_path: Path) -> None:
    context, teams, findings = read(
        write(tmp_path, {"deadlines.yaml": None, QUESTION: None, REPORT: None, ".gitkeep": ""})
    )
    assert findings == []
    assert context is not None
    assert context.deadlines == DEFAULT_DEADLINES
    assert teams[0].reports == ()
    assert teams[0].whole


def test_a_refused_file_leaves_the_rest(tmp_path: Path) -> None:
    context, (folder,), findings = read(
        write(tmp_path, {SOCIETY: "name: 示例区红十字会\n", TEAM: "", QUESTION: "[]\n"})
    )
    assert {(f.place.file, f.rule) for f in findings} == {(SOCIETY, "F02"), (TEAM, "F02"), (QUESTION, "F03")}
    assert context is not None
    assert context.societies == {}
    assert context.questions == ()
    assert folder.team is None
    assert not folder.whole
    assert len(folder.reports) == 1


def test_reports_in_order_of_time(tmp_path: Path) -> None:
    folder = "teams/310107/xinhong"
    names = ["2025", "2024-12", "2024-H1", "2024-Q3", "2024-10-01--2024-11-30"]
    _, (team,), findings = read(write(tmp_path, {f"{folder}/{n}.yaml": FILES[REPORT] for n in names}))
    assert findings == []
    assert [r.period.id for r in team.reports] == ["2024-H1", "2024-Q3", "2024-10-01--2024-11-30", "2024-12", "2025"]
