"""What is told of the past of records: the changes, their corrections, and nothing that was withdrawn."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import msgspec
import pytest

from generator.check.past import Change, TeamPast, team_past
from generator.load.corpus import read_context, read_team
from generator.load.history import Blobs, read_history
from tests.load.repository import REPORT, TEAM, Repository, settings

PATH = f"{TEAM}/2024.yaml"
Read = Callable[[], TeamPast]


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    for name, value in settings(tmp_path / "home").items():
        monkeypatch.setenv(name, value)
    return Repository(tmp_path / "repository")


@pytest.fixture
def read(repository: Repository) -> Iterator[Read]:
    blobs = Blobs(repository.data)

    def past() -> TeamPast:
        context, tree, _ = read_context(repository.data, date(2026, 6, 30))
        assert context is not None
        folder, faults = read_team(repository.data, "990101", "shili", tree.teams["990101", "shili"], context.as_of)
        assert faults == []
        return team_past(folder, read_history(repository.data), blobs)

    yield past
    blobs.close()


def told(change: Change) -> tuple[object, ...]:
    before, after = (None if figure is None else figure.value for figure in (change.before, change.after))
    return change.entry, change.labels[-1], change.how, before, after


def changes(past: TeamPast, name: str = "2024") -> list[Change]:
    record = past.of(name)
    assert record is not None
    return [change for step in record.steps for change in step.changes or ()]


CORRECTED = REPORT.replace("amount: 20}", "amount: 30}").replace("closing: {general: 120}", "closing: {general: 130}")
CORRECTION = """corrections:
  - {date: 2025-03-20, entry: D1, field: amount, before: 20, after: 30, reason: 录入错误}
"""


def test_figures_before_and_after_with_their_correction(repository: Repository, read: Read):
    first = repository.commit("2025-03-13", PATH, REPORT)
    second = repository.commit("2025-03-20", PATH, CORRECTED.replace("120}", "130}") + CORRECTION)
    record = read().of("2024")
    assert record is not None
    assert record.first is not None
    assert (record.first.commit, record.first.day) == (first, date(2025, 3, 13))
    (step,) = record.steps
    assert step.commit == second
    found = {told(change): change for change in step.changes or ()}
    assert set(found) == {
        ("D1", "金额", "changed", 2000, 3000),
        ("", "general", "changed", 12000, 13000),
        ("", "红十字会代管", "changed", 12000, 13000),
    }
    assert [c.corrections for c in found.values() if c.entry == "D1"] == [(date(2025, 3, 20),)]
    assert all(c.corrections == () for c in found.values() if c.entry != "D1")
    assert all(c.published for c in found.values())


def test_only_how_it_is_written(repository: Repository, read: Read):
    repository.commit("2025-03-13", PATH, REPORT)
    repository.commit("2025-03-14", PATH, "# 重新排版\n" + REPORT.replace("120}", "120.00}"))
    record = read().of("2024")
    assert record is not None
    assert record.steps == ()
    assert record.rewritten == 1


WITHDRAWN = "张三丰"
MOBILE = "13812345678"


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ("donor: {kind: anonymous}", f"donor: {{kind: named, name: {WITHDRAWN}, consent: 书面同意}}"),
        ("amount: 20}", f"amount: 20, note: {WITHDRAWN}}}"),
        ("amount: 20}", f"amount: 20, receipt: {WITHDRAWN}}}"),
        ("amount: 20}", f"amount: {WITHDRAWN}}}"),
        ("amount: 20}", f"amount: {MOBILE}}}"),
        ("amount: 20}", f"amount: 20, items: [{{item: {WITHDRAWN}, unit: {WITHDRAWN}, quantity: 1}}]}}"),
        ("closing: {general: 120}", f"closing: {{general: 120, {WITHDRAWN}: 0}}"),
        ("closing: {general: 120}", f"closing: {{withheld: {WITHDRAWN}}}"),
        ("income: []", f"income: {{withheld: {WITHDRAWN}}}"),
        ("opening: {general: 100}", f"opening: {{general: 100}}\nnote: {WITHDRAWN}"),
        ("opening: {general: 100}", f"opening: {{general: 100}}\n{WITHDRAWN}: {WITHDRAWN}"),
        ("opening: {general: 100}", f"opening: {{general: 100}}\napproved: {{by: {WITHDRAWN}, date: 2025-03-01}}"),
        ("income: []", f"income:\n  - {{id: {WITHDRAWN}, date: 2024-01-01, amount: 5, from: {WITHDRAWN}}}"),
        ("income: []", "income:\n  - {id: zhangsanfeng, date: 2024-01-01, amount: 5}"),
        ("closing: {general: 120}", "closing: {general: 120, zhangsanfeng: 3}"),
    ],
)
def test_what_was_withdrawn_does_not_come_back(repository: Repository, read: Read, before: str, now: str):
    assert before in REPORT
    repository.commit("2025-03-13", PATH, REPORT.replace(before, now))
    repository.commit("2025-03-20", PATH, REPORT)
    past = read()
    assert changes(past), "that something changed is told"
    said = msgspec.json.encode(past, enc_hook=str).decode()
    for withdrawn in (WITHDRAWN, MOBILE, "zhangsanfeng"):
        assert withdrawn not in said


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("donor: {kind: anonymous}", "donor: {kind: organisation, name: NAME}"),
        ("amount: 20}", "amount: 20, note: NAME}"),
        ("amount: 20}", "amount: 20, receipt: NAME}"),
        ("holdings:", "note: NAME\norigin: NAME\nholdings:"),
        ("holdings:", "approved: {by: NAME, date: 2025-03-01}\nholdings:"),
    ],
)
def test_a_text_that_was_replaced_is_not_told(repository: Repository, read: Read, old: str, new: str):
    repository.commit("2025-03-13", PATH, REPORT.replace(old, new.replace("NAME", WITHDRAWN)))
    repository.commit("2025-03-20", PATH, REPORT.replace(old, new.replace("NAME", "示例公司")))
    past = read()
    assert {(change.before, change.after) for change in changes(past)} == {(None, None)}
    assert WITHDRAWN not in msgspec.json.encode(past, enc_hook=str).decode()


def test_a_count_that_points_at_somebody_is_not_told(repository: Repository, read: Read):
    served = "service: {{people_served: {}}}\n"
    for day, count in enumerate((3, 42, 50, 4), 13):
        repository.commit(f"2025-03-{day}", PATH, REPORT + served.format(count))
    repository.commit("2025-03-20", PATH, REPORT + served.format(60))
    found = [told(change)[3:] for change in changes(read())]
    assert found == [(None, None), (42, 50), (None, None), (None, None)]


def test_what_is_withheld_now_is_not_told_of_then(repository: Repository, read: Read):
    service = "service: {hours: 4321, people_served: 8765}\n"
    repository.commit("2025-03-13", PATH, REPORT + service)
    repository.commit("2025-03-14", PATH, REPORT + service.replace("4321", "4322"))
    repository.commit("2025-03-20", PATH, REPORT + "service: {hours: {withheld: 尚在核对}, people_served: 8766}\n")
    found = [told(change) for change in changes(read())]
    assert found == [
        ("", "服务时长（小时）", "changed", None, None),
        ("", "服务时长（小时）", "changed", None, None),
        ("", "服务人次", "changed", 8765, 8766),
    ]


def test_a_row_that_is_gone_leaves_its_number_and_amount(repository: Repository, read: Read):
    row = f"  - {{id: D2, date: 2024-08-01, donor: {{kind: organisation, name: {WITHDRAWN}}}, amount: 500000}}\n"
    repository.commit("2025-03-13", PATH, REPORT.replace("income: []", f"{row}income: []"))
    repository.commit("2025-03-20", PATH, REPORT)
    assert [told(change) for change in changes(read())] == [("D2", "捐赠", "removed", 50000000, None)]


def test_changes_before_it_was_published_are_called_so(repository: Repository, read: Read):
    repository.commit("2025-03-10", PATH, REPORT.replace("published: 2025-03-12\n", "").replace("20}", "10}"))
    repository.commit("2025-03-13", PATH, REPORT)
    assert {change.published for change in changes(read())} == {False}


def test_an_old_version_that_cannot_be_read(repository: Repository, read: Read):
    repository.commit("2025-03-13", PATH, "[" * 100)
    repository.commit("2025-03-14", PATH, REPORT)
    record = read().of("2024")
    assert record is not None
    assert [step.changes for step in record.steps] == [None]


def test_the_register_of_a_team_tells_keys_only(repository: Repository, read: Read):
    text = (repository.data / f"{TEAM}/team.yaml").read_text("utf-8")
    repository.commit("2025-03-13", PATH, REPORT)
    repository.commit("2025-03-14", f"{TEAM}/team.yaml", text + f"about: {WITHDRAWN}\n")
    repository.commit("2025-03-15", f"{TEAM}/team.yaml", text)
    assert [told(change)[1:3] for change in changes(read(), "team")] == [("介绍", "added"), ("介绍", "removed")]


def test_a_file_that_git_does_not_know_yet(repository: Repository, read: Read):
    repository.commit("2025-03-13")
    repository.write(PATH, REPORT)
    record = read().of("2024")
    assert record is not None
    assert record.first is None
    assert record.dirty
