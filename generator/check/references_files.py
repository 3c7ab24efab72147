"""Attachments: every file that a record names is there, and every file that is there is named."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.absence import Absent
from generator.base.findings import Place, Severity
from generator.base.text import nearest
from generator.check.privacy_persons import has_private_name
from generator.check.rows import outgoing, proofs
from generator.check.rule import Breach, TeamCase, rule
from generator.model.fields import Record
from generator.model.governance import Document

_BODIES = ("charter", "decision_body", "execution_body", "supervision_body", "rules_of_procedure")
_POLICIES = ("personnel", "finance", "materials", "disclosure")


def _named(case: TeamCase) -> Iterator[tuple[Record, str]]:
    """Every record that names a file, with the file."""
    governance = case.team.governance
    documents = [getattr(governance, key) for key in _BODIES]
    documents += [getattr(governance.policies, key) for key in _POLICIES]
    for document in documents:
        if isinstance(document, Document) and not isinstance(document.file, Absent):
            yield document, document.file
    for filed in case.folder.reports:
        for row in outgoing(filed.report):
            for proof in proofs(row):
                if not isinstance(proof.file, Absent):
                    yield proof, proof.file


@rule("R05", "附件不存在", Severity.ERROR, "3.3 准确")
def files_exist(case: TeamCase) -> Iterator[Breach]:
    """规则：记录里写的附件要在队伍的文件夹里，大小写也要一致；一个附件都还没有上传的队伍只得到警告。
    依据：《通知》三（三）“准确”“主动接受社会监督”。
    为什么：点不开的凭证等于没有凭证；有的电脑不分大小写，网站分。
    怎么改：把文件放到写明的位置，或照提示改正路径。
    """
    for record, file in _named(case):
        if file not in case.folder.files:
            near = nearest(file, case.folder.files)
            same = near is not None and near.lower() == file.lower()
            hint = f"是不是 {near}？{'（大小写要一致）' if same else ''}" if near and not has_private_name(near) else ""
            none_at_all = not case.folder.files
            yield Breach(
                record.place("file"),
                "本队还没有上传任何附件，页面会写“文件缺失”" if none_at_all else "队伍的文件夹里没有这个附件",
                hint or f"把文件放进 {case.folder.path}/files，或改正路径",
                severity=Severity.WARNING if none_at_all else None,
            )


@rule("R18", "没有用到的附件", Severity.NOTICE, "3.3 完整")
def files_named(case: TeamCase) -> Iterator[Breach]:
    """规则：文件夹里的附件都在记录里写到；没有写到的不会出现在网站上。
    依据：《通知》三（三）“完整”。
    为什么：可能漏了一张凭证，也可能多放了一份不该公开的文件。
    怎么改：在 evidence 或 governance 里写上它；不需要的从文件夹里删去。
    """
    if not case.folder.files:
        return
    named = {file for _, file in _named(case)}
    for file in sorted(case.folder.files - named):
        if not has_private_name(file):
            yield Breach(
                Place(f"{case.folder.path}/{file}"),
                "记录里没有写到这个附件",
                "在 evidence 或 governance 里写上它；不需要就删去",
            )
