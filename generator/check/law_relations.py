"""Payments to relations of those who decide: never without somebody else's approval."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.findings import Severity
from generator.check.rows import outgoing
from generator.check.rule import Breach, TeamCase, rule
from generator.model.vocabulary import PayeeKind

ERROR = Severity.ERROR


@rule("L03", "付给关联方要有批准", ERROR, "3.3 守法")
def related_payees_approved(case: TeamCase) -> Iterator[Breach]:
    """规则：付给或发给关联方（负责人、队员的亲属或他们的企业）的，要写谁批准的（approved）。
    依据：《慈善法》关于关联交易的规定；《通知》三（三）决策、监督制度。
    为什么：钱物流向自己人，最需要有人批准、有人看见。
    怎么改：在 to 里写 approved，例如 approved: 2025-06-30 队务会，回避表决。
    """
    for filed in case.folder.reports:
        for row in outgoing(filed.report):
            if (
                row.to is not None
                and row.to.kind is PayeeKind.RELATED
                and not (row.to.approved or getattr(row, "approved", None))
            ):
                yield Breach(
                    row.to.place(),
                    f"{row.id} 给了关联方，没有写谁批准的",
                    "在 to 里加上 approved: 2025-06-30 队务会",
                )
