"""How a team is governed and registered (circular 3.1, 3.3, 3.4), and what it pays to relations."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.absence import Absent
from generator.base.findings import Severity
from generator.base.money import grouped
from generator.base.text import folded
from generator.check.rows import outgoing
from generator.check.rule import Breach, TeamCase, anchor_of, rule
from generator.model.cash import Spending
from generator.model.governance import Document
from generator.model.vocabulary import PayeeKind, RegistrationStatus, TeamStatus

WARNING, NOTICE = Severity.WARNING, Severity.NOTICE
_ANYBODY = frozenset(("成员", "委员", "队员", "组员", "志愿者", "代表"))


@rule("G02", "党组织应设未设", WARNING, "3.1")
def party_organisation_set_up(case: TeamCase) -> Iterator[Breach]:
    """规则：有 3 名以上党员的队伍应当设党组织。
    依据：《通知》三（一）。
    为什么：党组织是队伍的政治保证。
    怎么改：设立后写 party_organisation；与主管红十字会等联合设立的，写联合党支部。
    """
    members = case.team.people.party_members
    if not isinstance(members, Absent) and members >= 3 and isinstance(case.team.party_organisation, Absent):
        yield Breach(
            case.team.people.place("party_members"),
            f"有 {members} 名党员，没有设党组织：应设未设",
            "设立后写 party_organisation: {kind: 党小组, since: 2025-07-01}",
        )


@rule("G03", "民政登记信息不全", WARNING, "3.4")
def registration_complete(case: TeamCase) -> Iterator[Breach]:
    """规则：已在民政部门登记的，要写统一社会信用代码、登记机关和登记日期。
    依据：《通知》三（四）。
    为什么：凭代码，人人都能在登记机关查到这支队伍。
    怎么改：照登记证书写 uscc、authority 和 date。
    """
    registration = case.team.registration
    if registration.status is RegistrationStatus.REGISTERED:
        lacking = [
            words
            for words, value in (
                ("uscc（统一社会信用代码）", registration.uscc),
                ("authority（登记机关）", registration.authority),
                ("date（登记日期）", registration.date),
            )
            if isinstance(value, Absent)
        ]
        if lacking:
            yield Breach(registration.place(), f"写了已登记，缺少 {'、'.join(lacking)}", "照登记证书补上")


@rule("G04", "同一职务既管执行又管监督", WARNING, "3.3 制度")
def supervision_stands_apart(case: TeamCase) -> Iterator[Breach]:
    """规则：执行机构和监督机构里不能有同一个职务，如财务负责人；管钱的人不监督自己。
    依据：《通知》三（三）“决策、执行、监督制度”。
    为什么：自己监督自己，等于没有监督。
    怎么改：监督机构换成不经手钱物的人；roles 里只写职务，不写姓名。
    """
    governance = case.team.governance
    acting, watching = governance.execution_body, governance.supervision_body
    if not (isinstance(acting, Document) and isinstance(watching, Document)):
        return
    roles = {folded(role) for role in acting.roles} - _ANYBODY
    both = [role for role in watching.roles if folded(role) in roles]
    if both:
        yield Breach(
            governance.place("supervision_body", "roles"),
            f"“{'、'.join(both)}”既在执行机构，又在监督机构",
            "监督机构换成不经手钱物的人",
            others=(governance.place("execution_body", "roles"),),
        )


@rule("G05", "给关联方的钱物", NOTICE, "3.3 社会监督")
def related_payees_listed(case: TeamCase) -> Iterator[Breach]:
    """规则：付给或发给关联方（负责人、队员的亲属或他们的企业）的每一笔都列出来，连同谁批准的。
    依据：《通知》三（三）“主动接受社会监督”。
    为什么：钱物流向自己人，可以有理由，但要让人看见。
    怎么改：不用改；关系（relation）和批准（approved）写清楚。
    """
    for filed in case.folder.reports:
        for row in outgoing(filed.report):
            if row.to is not None and row.to.kind is PayeeKind.RELATED:
                what = f"{grouped(row.amount)} 元" if isinstance(row, Spending) else f"一批{row.item}"
                by = "未写明谁批准" if isinstance(row.to.approved, Absent) else f"批准：{row.to.approved}"
                yield Breach(
                    row.to.place(),
                    f"{row.id} 给关联方 {what}，{by}",
                    "写清关系（relation）和批准（approved）；写清了就不用改",
                    anchor=anchor_of(filed, row.id),
                )


@rule("G06", "没有登记的队伍由谁支持", WARNING, "3.4")
def unregistered_supported(case: TeamCase) -> Iterator[Breach]:
    """规则：符合条件未登记、不具备登记条件的队伍，要写由哪个红十字会支持（supported_by）。
    依据：《通知》三（四）：不具备登记条件的，由红十字会给予支持。
    为什么：没有登记，又没有人支持，出了事没有人负责。
    怎么改：在 registration 写 supported_by，写主管红十字会的代号；符合条件的尽快登记。
    """
    registration = case.team.registration
    waiting = (RegistrationStatus.ELIGIBLE_NOT_YET, RegistrationStatus.INELIGIBLE)
    if registration.status in waiting and isinstance(registration.supported_by, Absent):
        yield Breach(
            registration.place(),
            f"民政登记是“{registration.status.label}”，没有写由哪个红十字会支持",
            f'加上 supported_by: "{case.folder.society}"',
        )


@rule("G07", "已注销却还在活动", WARNING, "3.4")
def cancelled_not_active(case: TeamCase) -> Iterator[Breach]:
    """规则：民政登记已注销的队伍，状态不是正常活动。
    依据：《通知》三（四）。
    为什么：注销后还以原来的名义活动，捐赠人会受骗。
    怎么改：队伍解散的，status 改成 dissolved；只是不再登记的，registration.status 改成 ineligible 并写 supported_by。
    """
    if case.team.registration.status is RegistrationStatus.CANCELLED and case.team.status.value is TeamStatus.ACTIVE:
        yield Breach(
            case.team.registration.place("status"),
            "民政登记已注销，队伍状态却是正常活动",
            "解散了就把 status 改成 {value: dissolved, since: 日期}；否则改正登记情况",
            others=(case.team.status.place(),),
        )


@rule("G08", "没有在志愿者网登记", WARNING, "3.4")
def platform_registered(case: TeamCase) -> Iterator[Breach]:
    """规则：队伍都要在中国红十字志愿者网登记。
    依据：《通知》三（二）、三（四）。
    为什么：登记了才有志愿服务记录和保险。
    怎么改：登记后写 platform: {registered: true, id: 编号, date: 日期}。
    """
    if case.team.platform.registered is False and case.team.status.value is TeamStatus.ACTIVE:
        yield Breach(
            case.team.platform.place(),
            "没有在中国红十字志愿者网登记",
            "登记后写 platform: {registered: true, date: 2025-01-01}",
        )
