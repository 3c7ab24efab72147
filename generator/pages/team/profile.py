"""Who a team is and how it is governed, in words; absence in words."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec

from generator.base.absence import Absent, given
from generator.base.quantity import grouped_quantity
from generator.ledger.completeness import leader_name
from generator.ledger.series import ProjectMoney
from generator.model.code import Code
from generator.model.contact import Contact
from generator.model.fields import keys_of
from generator.model.governance import Document
from generator.model.team import Team
from generator.pages.parts.words import amount_words


class FactView(msgspec.Struct, frozen=True, eq=False):
    """One fact about a team."""

    label: Annotated[str, "项目"]
    words: Annotated[str, "内容"]
    file: Annotated[str, "文件在队伍文件夹内的路径；没有时为空"] = ""
    absent: Annotated[bool, "没有内容"] = False


class ProjectView(msgspec.Struct, frozen=True, eq=False):
    """A project brand."""

    title: Annotated[str, "名称"]
    when: Annotated[str, "起止"]
    about: Annotated[str, "介绍（Markdown）"]
    actions: Annotated[str, "五大行动"]
    money: Annotated[str, "写明用于它的收入和支出"]


def leader_words(team: Team) -> str:
    """``王建国（队长，2021-03-01 起）``."""
    name = leader_name(team)
    more = [str(part) for part in (team.leader.title,) if not isinstance(part, Absent)]
    if not isinstance(team.leader.since, Absent):
        more.append(f"{team.leader.since} 起")
    words = f"姓名{name}" if isinstance(name, Absent) else name
    return f"{words}（{'，'.join(more)}）" if more else words


def contact_facts(contact: Contact) -> tuple[FactView, ...]:
    """Ways to ask."""
    return tuple(
        FactView(spec.label, str(value), absent=isinstance(value, Absent))
        for key, spec in keys_of(Contact).items()
        if not isinstance(value := getattr(contact, key), Absent) or value.reason
    )


def governance_facts(team: Team, files: frozenset[str]) -> tuple[FactView, ...]:
    """Charter, bodies, policies, Party organisation, registration."""
    governance = team.governance
    facts = [
        _document(governance, key, files)
        for key in ("charter", "decision_body", "execution_body", "supervision_body", "rules_of_procedure")
    ]
    facts += [_document(governance.policies, key, files) for key in ("personnel", "finance", "materials", "disclosure")]
    facts.append(_party(team))
    platform, registration = team.platform, team.registration
    listed = platform.registered if isinstance(platform.registered, Absent) else _LISTED[platform.registered]
    facts.append(_fact("中国红十字志愿者网", listed, platform.id, platform.date))
    support = registration.supported_by
    supported = "" if isinstance(support, Absent) else f"由 {support} 提供支持"
    filed = _named(registration.status)
    facts.append(_fact("民政登记", filed, registration.uscc, registration.authority, registration.date, supported))
    facts.append(_fact("资金保管", _named(team.custody)))
    facts.append(FactView("配对方法", f"{team.allocation.label}（没有写明由哪笔钱支付的支出，按此配对）"))
    return tuple(facts)


_LISTED = {True: "已登记", False: "未登记"}


def _named(code: Code | Absent) -> str | Absent:
    return code if isinstance(code, Absent) else code.label


def _fact(label: str, first: str | Absent, *more: Any) -> FactView:
    """A fact whose first part may be absent, which is then said."""
    return FactView(label, _joined(str(first), *more), absent=isinstance(first, Absent))


def people_facts(team: Team) -> tuple[FactView, ...]:
    """Counts of volunteers and trainings; never names."""
    facts = []
    for key, spec in keys_of(type(team.people)).items():
        value = getattr(team.people, key)
        words = f"{value:,} 人" if isinstance(value, int) else str(value)
        facts.append(FactView(spec.label, words, absent=isinstance(value, Absent)))
    for training in team.trainings:
        trained = "" if isinstance(training.trained, Absent) else f"参训 {training.trained} 人"
        certified = "" if isinstance(training.certified, Absent) else f"取证 {training.certified} 人"
        hours = "" if isinstance(training.hours, Absent) else f"{grouped_quantity(training.hours)} 学时"
        facts.append(
            FactView("培训", _joined(training.title, training.date, training.standard, hours, trained, certified))
        )
    for cover in team.insurance:
        insured = "" if isinstance(cover.insured, Absent) else f"{cover.insured} 人"
        facts.append(FactView("保险", _joined(cover.title, cover.insurer, insured)))
    return tuple(facts)


def other_facts(team: Team) -> tuple[FactView, ...]:
    """Skills, actions, venues, awards."""
    facts = []
    if team.skills:
        facts.append(FactView("专业技能", "、".join(s.label for s in team.skills)))
    if team.actions:
        facts.append(FactView("生命教育行动", "、".join(a.label for a in team.actions)))
    facts += [FactView("阵地", _joined(v.name, v.kind, v.address)) for v in team.venues]
    facts += [FactView("荣誉", _joined(a.title, a.by, a.date)) for a in team.awards]
    return tuple(facts)


def project_views(team: Team, money: dict[str, ProjectMoney]) -> tuple[ProjectView, ...]:
    """The projects of 4.2."""
    return tuple(
        ProjectView(
            title=project.title,
            when=_joined(*(d for d in (project.start, project.end) if not isinstance(d, Absent))).replace("，", " 至 "),
            about="" if isinstance(project.about, Absent) else project.about,
            actions="、".join(action.label for action in project.actions),
            money=_money_words(money.get(project.id)),
        )
        for project in team.projects
    )


def _money_words(money: ProjectMoney | None) -> str:
    if money is None:
        return "没有写明用于它的收支"
    return f"写明用于它的：收入 {amount_words(money.received)}，支出 {amount_words(money.spent)}"


def _party(team: Team) -> FactView:
    organisation = team.party_organisation
    if not isinstance(organisation, Absent):
        return FactView("党组织", _joined(organisation.kind, organisation.since))
    members = team.people.party_members
    if not isinstance(members, Absent) and members >= 3:
        return FactView("党组织", f"应设未设（党员 {members} 人）", absent=True)
    return FactView("党组织", str(organisation), absent=True)


def _document(owner: Any, key: str, files: frozenset[str]) -> FactView:
    document: Document | Absent = getattr(owner, key)
    label = keys_of(owner.__class__)[key].label
    if isinstance(document, Absent):
        words = "未建立" if document.kind == "not_reported" else str(document)
        return FactView(label, words, absent=True)
    named = given(document.file, "")
    file = named if named in files else ""
    adopted = "" if isinstance(document.adopted, Absent) else f"{document.adopted} 通过"
    roles = "、".join(document.roles)
    return FactView(
        label,
        _joined(
            document.title, document.version, adopted, roles, "" if file else "文件缺失" if named else "文件未上传"
        ),
        file,
    )


def _joined(*parts: Any) -> str:
    return "，".join(str(part) for part in parts if part and not isinstance(part, Absent))
