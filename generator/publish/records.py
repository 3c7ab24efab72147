"""The records as they go into the offline ZIP: without the numbers that the site itself does not tell."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.base.findings import Finding
from generator.ledger.published import FEW_WORDS, few_sources
from generator.model.society import Society
from generator.publish.staging import PublishError

_COUNT = re.compile(r"""["']?[a-z_]+["']?[ ]*:[ ]*(["']?[0-9]+["']?)""")


def check_consent(findings: Iterable[Finding]) -> None:
    """Refuse to give away records that name a leader who did not agree to it; no page does."""
    found = [str(finding.place) for finding in findings if finding.rule == "P08"]
    if found:
        message = (
            f"不能做压缩包：里面会有记录，而 {len(found)} 支队伍的负责人没有写本人同意公布姓名的日期（{found[0]}）；"
            "请写上 consent，或把姓名写成 {withheld: 本人不同意}"
        )
        raise PublishError(message)


def told_society(data: bytes, society: Society) -> bytes:
    """A society's record with its smallest counts withheld; the same bytes where there are none."""
    keys = list(few_sources(society))
    if not keys:
        return data
    lines = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    places = [society.place("volunteer_sources", key) for key in keys]
    for place in sorted(places, key=lambda place: place.column, reverse=True):
        line = lines[place.line - 1]
        count = _COUNT.match(line, place.column - 1)
        if count is None:
            message = f"不能做压缩包：{place} 的人数少于 5，不公布；请写成“键: 数字”，或 {{withheld: {FEW_WORDS}}}"
            raise PublishError(message)
        lines[place.line - 1] = f"{line[: count.start(1)]}{{withheld: {FEW_WORDS}}}{line[count.end(1) :]}"
    return "\n".join(lines).encode()
