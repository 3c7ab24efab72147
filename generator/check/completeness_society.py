"""What a society should tell of its volunteers and of its support (circular 2.1, 5.2)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.absence import Absent
from generator.base.findings import Severity
from generator.check.rule import Breach, SiteCase, rule

NOTICE = Severity.NOTICE


@rule("C08", "红十字会没有填报志愿者来源或对队伍的支持", NOTICE, "2.1")
def societies_report(case: SiteCase) -> Iterator[Breach]:
    """规则：红十字会填报志愿者来源（volunteer_sources）和每年对队伍的资金支持（support_to_teams）。
    依据：《通知》二（一）志愿者来源、五（二）逐年加大资金支持。
    为什么：没有这两项，看不出队伍从哪里来、得到多少支持。
    怎么改：在红十字会的文件里补上；没有给过钱的写 support_to_teams: []。
    """
    for society in case.context.societies.values():
        lacking = [
            words
            for words, value in (
                ("志愿者来源（volunteer_sources）", society.volunteer_sources),
                ("对队伍的资金支持（support_to_teams）", society.support_to_teams),
            )
            if isinstance(value, Absent) and value.kind == "not_reported"
        ]
        if lacking:
            yield Breach(
                society.place("name"),
                f"{society.name}没有填报{'、'.join(lacking)}",
                "补上，例如 support_to_teams: [{year: 2025, team: shili, amount: 50000}]；没有就写 []",
            )
