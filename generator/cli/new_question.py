"""A question from the public as a new file: numbered after the last one, about the figure whose code was told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.base.codes import Code, typed_code
from generator.check.rows import row_ids
from generator.cli.echo import echo
from generator.cli.faults import UserError
from generator.cli.starter import starter
from generator.load.corpus import REPORT
from generator.load.files import read_file
from generator.load.tree import walk_tree
from generator.model.report import Report
from generator.model.site import Question

HEADING = """公众的提问。照提问人的原话写在 question 里，去掉提问人的姓名、电话和别人的私人信息。
答复以后写 answered（答复日期）、answer（答复）和 by（答复单位）；没有答复以前不写，网站会一直数等了几天。"""


def question_file(root: Path, society: str, about: str, as_of: date) -> tuple[str, str, tuple[str, ...]]:
    """The path of the new file, its text, and notes; ``about`` is a code or an address as it was told."""
    code = typed_code(about)
    if code is None:
        message = f"看不懂编号“{echo(about[:80])}”；照页面上写的写，例如 --about 310107/xinhong/2025#D1"
        raise UserError(message)
    tree = walk_tree(root)
    used = [int(number) for home, number in tree.questions if home == society]
    values = {"asked": str(as_of), "about": _as_written(code, root, as_of).about, "question": "（照原话写）"}
    notes = () if _is_there(code, root) else (f"现在的记录里没有 {code.about}，请核对编号",)
    return f"questions/{society}/{max(used, default=0) + 1}.yaml", starter(Question, values, HEADING), notes


def _is_there(code: Code, root: Path) -> bool:
    """Whether the files that a code names are there; whether the row is, only the check can tell."""
    if not code.team:
        return (root / f"societies/{code.society}.yaml").is_file()
    return (root / f"teams/{code.society}/{code.team}" / f"{code.period or 'team'}.yaml").is_file()


def _as_written(code: Code, root: Path, as_of: date) -> Code:
    """The row as the report writes it: letters that were told over the telephone have no case."""
    path = f"teams/{code.society}/{code.team}/{code.period}.yaml"
    report = read_file(root, path, REPORT, as_of)[0] if code.period and _is_there(code, root) else None
    ids = row_ids(report) if isinstance(report, Report) else []
    row = next((id for id in ids if id.lower() == code.row.lower()), code.row)
    return replace(code, row=row)
