"""A last look at what is said: where a record holds private data, no other finding may repeat it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from generator.base.findings import Finding
from generator.check.privacy_detect import may_hold, private_in

_PRIVATE = frozenset(("P01", "P02", "P03", "P04", "P05", "P09"))


def discreet(findings: Iterable[Finding]) -> set[Finding]:
    """The findings, each once; a name that holds a number is not quoted by the rules about other things."""
    told = set(findings)
    if _PRIVATE.isdisjoint(finding.rule for finding in told):
        return told
    return {_discreet(finding) for finding in told}


def _discreet(finding: Finding) -> Finding:
    said = f"{finding.message} {finding.fix}"
    if finding.rule in _PRIVATE or not may_hold(said) or _PRIVATE.isdisjoint(private_in(said)):
        return finding
    message = "这里要改，说明里带有个人信息，不显示"
    return replace(finding, message=message, fix="先改正个人信息，再检查一次，就能看到说明")
