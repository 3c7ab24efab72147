"""Persons in the records: donors by consent, beneficiaries and members never by name; names of files."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.absence import Absent
from generator.base.findings import Place, Severity
from generator.check.privacy import CLAUSE, NAMES
from generator.check.privacy_detect import may_hold, private_in
from generator.check.rows import outgoing
from generator.check.rule import Breach, TeamCase, rule
from generator.ledger.entries import rows_of
from generator.model.vocabulary import DonorKind, PayeeKind

ERROR, WARNING = Severity.ERROR, Severity.WARNING
_NEVER_NAMED = (PayeeKind.PERSONS, PayeeKind.HOUSEHOLDS, PayeeKind.MEMBER)


@rule("P06", "实名捐赠人要有本人同意", ERROR, CLAUSE)
def named_donors_consented(case: TeamCase) -> Iterator[Breach]:
    """规则：捐赠人写实名（kind: named）的，要写本人同意公布的日期（consent）。
    依据：《个人信息保护法》第二十五条；《慈善法》第八十二条。
    为什么：捐赠人有权不公开姓名，公开要经本人单独同意。
    怎么改：写上 consent 日期；没有同意的，改成 alias（化名）或 anonymous（匿名）并删去姓名。
    """
    for filed in case.folder.reports:
        for row in rows_of(filed.report.donations):
            donor = row.donor
            if donor.kind is DonorKind.NAMED and not donor.consent and not isinstance(donor.name, Absent):
                yield Breach(
                    donor.place("name"),
                    f"{row.id} 的捐赠人是实名，没有写本人同意公布的日期",
                    "写上 consent: 2025-07-01 这样的同意日期；没有同意就改成 {kind: anonymous}",
                )


@rule("P07", "受助人和队员不写姓名", ERROR, CLAUSE)
def recipients_unnamed(case: TeamCase) -> Iterator[Breach]:
    """规则：付给或发给个人、家庭、队员的，只写数量和地区，不写姓名（name）。
    依据：《慈善法》第八十二条；《个人信息保护法》。
    为什么：受助是个人隐私，公开姓名会伤害受助人。
    怎么改：删去 name，写 count（多少人、多少户）和 area（县区）。
    """
    for filed in case.folder.reports:
        for row in outgoing(filed.report):
            to = row.to
            if to is not None and to.kind in _NEVER_NAMED and not isinstance(to.name, Absent):
                yield Breach(
                    to.place("name"),
                    f"{row.id} 的对象是{to.kind.label}，却写了名称",
                    "删去 name，只写 count（数量）和 area（县区）",
                )


@rule("P08", "负责人姓名要有本人同意", WARNING, CLAUSE)
def leader_consented(case: TeamCase) -> Iterator[Breach]:
    """规则：公布负责人姓名，要写本人同意公布的日期（consent）；没有的，页面只公布职务。
    依据：《通知》三（三）公开负责人；《个人信息保护法》第二十五条。
    为什么：公布姓名要经本人单独同意；记录里的姓名也会留在仓库的历史里。
    怎么改：写上 consent 日期；本人不同意的，name 写成 {withheld: 本人不同意}。
    """
    leader = case.team.leader
    if not isinstance(leader.name, Absent) and not leader.consent:
        yield Breach(
            leader.place("name"),
            "负责人没有写本人同意公布的日期，姓名不会公布，只公布职务",
            "写上 consent: 2025-01-01 这样的同意日期；本人不同意就写 name: {withheld: 本人不同意}",
        )


@rule("P10", "附件文件名里的个人信息", ERROR, CLAUSE)
def file_names_hold_nothing_private(case: TeamCase) -> Iterator[Breach]:
    """规则：附件的文件名和文件夹名里不能有身份证号码、手机号码、银行卡号、邮箱和住址。
    依据：《个人信息保护法》。
    为什么：文件名会出现在网址、目录和仓库里，遮盖了图片也遮盖不了它。
    怎么改：按编号重新命名，例如 files/2025/s1.png，并改记录里的路径。
    """
    names = sorted(case.folder.files)
    if not may_hold("\n".join(names)):
        return
    for index, name in enumerate(names, 1):
        found = private_in(name.removeprefix("files/").rpartition(".")[0]) if may_hold(name) else {}
        if found:
            what = "、".join(dict.fromkeys(NAMES[id] for id in sorted(found)))
            yield Breach(
                Place(f"{case.folder.path}/team.yaml"),
                f"按名称排第 {index} 个附件（共 {len(names)} 个）的文件名里有{what}（为保护个人信息，不显示内容）",
                "把附件改名为编号，例如 files/2025/s1.png，并改记录里的路径",
            )


def has_private_name(path: str) -> bool:
    """Whether the name of a file must not be repeated in a message."""
    return may_hold(path) and bool(private_in(path.rpartition(".")[0]))
