"""What the law forbids on these pages: raising money from the public."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.findings import Severity
from generator.check.privacy_scan import hits_in
from generator.check.rule import Breach, rule
from generator.model.corpus import SourceFile

ERROR = Severity.ERROR


@rule("L01", "募捐和收款", ERROR, "3.3 守法")
def raises_no_money(source: SourceFile) -> Iterator[Breach]:
    """规则：记录里不能有募捐的话、收款码、支付或众筹链接、收款账号。银行存款、转账记录、某平台代收等说明不在此列。
    依据：《慈善法》第二十六条、第二十七条：没有公开募捐资格的组织不得公开募捐。
    为什么：志愿服务队没有公开募捐资格；账号和收款码还会被人冒用。
    怎么改：删去这些内容；要说明捐赠途径的，请公众与主管红十字会联系。
    """
    for hit in hits_in(source):
        if hit.rule == "L01":
            where = f"“{hit.where}”一项" if hit.where else "这里"
            yield Breach(
                hit.place,
                f"{where}像是在募捐或告诉别人怎样付款（收款码、支付链接、账号）",
                "删去账号、链接和募捐的话；捐赠途径请公众问主管红十字会",
            )
