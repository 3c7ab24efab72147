"""Charter, bodies, policies and the files that prove: what has not been set up, what nobody can read."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.absence import Absent
from generator.base.findings import Severity
from generator.check.rows import outgoing, proofs
from generator.check.rule import Breach, TeamCase, anchor_of, rule
from generator.model.fields import keys_of
from generator.model.governance import Document, Governance, Policies

WARNING, NOTICE = Severity.WARNING, Severity.NOTICE
_BODIES = tuple((key, spec.label) for key, spec in keys_of(Governance).items() if key != "policies")
_POLICIES = tuple((key, spec.label) for key, spec in keys_of(Policies).items())


def _documents(governance: Governance) -> list[tuple[str, Document | Absent]]:
    """Charter, bodies, rules and policies, each with its Chinese name."""
    policies = governance.policies
    found = [(label, getattr(governance, key)) for key, label in _BODIES]
    return found + [(label, getattr(policies, key)) for key, label in _POLICIES]


@rule("C04", "机构和制度未建立", WARNING, "3.3 制度")
def bodies_and_policies_exist(case: TeamCase) -> Iterator[Breach]:
    """规则：章程、决策机构、执行机构、监督机构、内部议事规则和人、财、物、信息公开四项制度都要有；没有的页面写“未建立”。
    依据：《通知》三（三）“依据章程建立健全决策、执行、监督制度和内部议事规则”“人、财、物管理制度和信息公开制度”。
    为什么：没有监督机构和财务制度，账再细也没有人管。
    怎么改：建立后在 governance 写名称和通过日期；确实不适用的写 n/a。
    """
    governance = case.team.governance
    lacking = [
        label
        for label, document in _documents(governance)
        if isinstance(document, Absent) and document.kind == "not_reported"
    ]
    if lacking:
        yield Breach(
            case.team.place("governance"),
            f"未建立：{'、'.join(lacking)}",
            "建立后写上，例如 supervision_body: {title: 监督小组, adopted: 2025-01-01}",
        )


@rule("C07", "文件没有公开或没有遮盖", NOTICE, "3.3 制度")
def documents_can_be_read(case: TeamCase) -> Iterator[Breach]:
    """规则：章程和制度附上文件；凭证附上文件，并写明已遮盖个人信息（redacted: true）。每个文件各提示一次。
    依据：《通知》三（三）“信息公开制度”；《个人信息保护法》。
    为什么：只有名称，公众读不到内容；没有遮盖，就会泄露个人信息。
    怎么改：把文件放进 files 文件夹，写 file；遮盖姓名、号码和住址后写 redacted: true。
    """
    governance = case.team.governance
    unread = [
        label for label, document in _documents(governance) if isinstance(document, Document) and not document.file
    ]
    if unread:
        yield Breach(
            case.team.place("governance"),
            f"没有附文件：{'、'.join(unread)}",
            "把文件放进 files 文件夹，写 file: files/charter.pdf 这样的路径",
        )
    for filed in case.folder.reports:
        weak = [
            (row.id, proof)
            for row in outgoing(filed.report)
            for proof in proofs(row)
            if proof.redacted is not True or (isinstance(proof.file, Absent) and proof.file.kind == "not_reported")
        ]
        if weak:
            row_id, proof = weak[0]
            yield Breach(
                proof.place(),
                f"{len(weak)} 份凭证没有附文件，或没有写明已遮盖个人信息，第一份是 {row_id} 的“{proof.title}”",
                "附上文件；遮盖姓名、号码和住址后加上 redacted: true",
                anchor=anchor_of(filed, row_id),
            )
