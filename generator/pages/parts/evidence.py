"""What proves a row: the files that are there, as links; what is not there, in words."""

from __future__ import annotations

from generator.base.absence import Absent
from generator.base.language import say
from generator.base.table import Linked
from generator.model.goods import Evidence


def proofs(evidence: tuple[Evidence, ...] | Absent, files: frozenset[str], folder: str) -> tuple[Linked, ...] | Absent:
    """What proves a row. ``files`` are those of the team, ``folder`` is the way to its folder.

    A file that was named and never came is said to be missing.
    """
    if isinstance(evidence, Absent):
        return evidence
    if not evidence:
        return (Linked(say("没有凭证"), ""),)
    links = []
    for proof in evidence:
        if isinstance(proof.file, Absent):
            links.append(Linked(say("{title}（文件{absent}）", title=proof.title, absent=proof.file), ""))
        elif proof.file in files:
            links.append(Linked(proof.title, f"{folder}{proof.file}"))
        else:
            links.append(Linked(say("{title}（文件缺失）", title=proof.title), ""))
    return tuple(links)
