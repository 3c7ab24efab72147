"""Counts that cannot be: a part larger than its whole."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.absence import Absent
from generator.base.findings import Severity
from generator.check.rule import Breach, TeamCase, anchor_of, rule
from generator.ledger.entries import rows_of
from generator.model.fields import keys_of
from generator.model.governance import People
from generator.model.vocabulary import DonorKind

PARTS = ("active", "party_members", "retained")


@rule("A11", "人数对得上", Severity.ERROR, "3.2")
def counts_can_be(case: TeamCase) -> Iterator[Breach]:
    """规则：活跃、留任、党员人数都不超过注册人数；取证人数不超过参训人数；合并公布的捐款人数大于零。
    依据：《通知》三（二）队伍建设；三（三）“准确”。
    为什么：部分大于全体，说明至少有一个数写错了。
    怎么改：核对两个数，改写错的那个。
    """
    people = case.team.people
    if not isinstance(people.registered, Absent):
        for key in PARTS:
            count = getattr(people, key)
            if not isinstance(count, Absent) and count > people.registered:
                label = keys_of(People)[key].label
                yield Breach(
                    people.place(key),
                    f"{label} {count} 人，比注册志愿者 {people.registered} 人还多",
                    f"核对两个数；{key} 不能大于 {people.registered}",
                    others=(people.place("registered"),),
                )
    for training in case.team.trainings:
        trained, certified = training.trained, training.certified
        if not isinstance(trained, Absent) and not isinstance(certified, Absent) and certified > trained:
            yield Breach(
                training.place("certified"),
                f"“{training.title}”取证 {certified} 人，比参训 {trained} 人还多",
                f"核对两个数；certified 不能大于 {trained}",
                others=(training.place("trained"),),
            )
    for filed in case.folder.reports:
        for donation in rows_of(filed.report.donations):
            if donation.donor.kind is DonorKind.POOLED and donation.donor.count == 0:
                yield Breach(
                    donation.donor.place("count"),
                    f"{donation.id} 是合并公布的捐款，人数写了 0",
                    "写这笔钱来自多少人；不知道的写 {withheld: 理由}",
                    anchor=anchor_of(filed, donation.id),
                )
