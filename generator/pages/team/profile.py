"""Who a team is and how it is governed, in words; absence in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

import msgspec

from generator.base.absence import NOT_REPORTED, Absent, given
from generator.base.dates import Day
from generator.base.language import joined, say
from generator.base.quantity import grouped_quantity
from generator.ledger.completeness import leader_name
from generator.ledger.series import ProjectMoney
from generator.model.code import Code
from generator.model.contact import Contact
from generator.model.fields import keys_of
from generator.model.governance import Document
from generator.model.society import Society
from generator.model.team import Team
from generator.model.work import Insurance, Training
from generator.pages.parts.words import amount_words, in_a_row

PARTY_MEMBERS = 3
"""From how many Party members on a team should have a Party organisation (circular 3.1)."""


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
    name, since = leader_name(team), team.leader.since
    words = say("姓名{absent}", absent=name) if isinstance(name, Absent) else name
    more = in_a_row((team.leader.title, "" if isinstance(since, Absent) else say("{day} 起", day=since)))
    return say("{name}（{more}）", name=words, more=more) if more else words


def contact_facts(contact: Contact) -> tuple[FactView, ...]:
    """Ways to ask."""
    return tuple(
        FactView(say(spec.label), str(value), absent=isinstance(value, Absent))
        for key, spec in keys_of(Contact).items()
        if not isinstance(value := getattr(contact, key), Absent) or value.reason
    )


def governance_facts(team: Team, files: frozenset[str], societies: Mapping[str, Society]) -> tuple[FactView, ...]:
    """Charter, bodies, policies, Party organisation, registration."""
    governance = team.governance
    facts = [
        _document(governance, key, files)
        for key in ("charter", "decision_body", "execution_body", "supervision_body", "rules_of_procedure")
    ]
    facts += [_document(governance.policies, key, files) for key in ("personnel", "finance", "materials", "disclosure")]
    facts.append(_party(team))
    platform, registration = team.platform, team.registration
    registered = platform.registered
    listed = registered if isinstance(registered, Absent) else say("已登记") if registered else say("未登记")
    facts.append(_fact(say("中国红十字志愿者网"), listed, platform.id, platform.date))
    support = registration.supported_by
    supported = ""
    if not isinstance(support, Absent):
        supporter = societies[support].name if support in societies else support
        supported = say("由{society}提供支持", society=supporter)
    filed = _named(registration.status)
    facts.append(_fact(say("民政登记"), filed, registration.uscc, registration.authority, registration.date, supported))
    facts.append(_fact(say("资金保管"), _named(team.custody)))
    method = say("{method}（没有写明由哪笔钱支付的支出，按此配对）", method=team.allocation.label)
    facts.append(FactView(say("配对方法"), method))
    return tuple(facts)


def _named(code: Code | Absent) -> str | Absent:
    return code if isinstance(code, Absent) else code.label


def _fact(label: str, first: str | Absent, *more: Any) -> FactView:
    """A fact whose first part may be absent, which is then said."""
    return FactView(label, in_a_row((str(first), *more)), absent=isinstance(first, Absent))


def people_facts(team: Team) -> tuple[FactView, ...]:
    """Counts of volunteers and trainings; never names."""
    facts = []
    for key, spec in keys_of(type(team.people)).items():
        value = getattr(team.people, key)
        words = say("{n:,} 人", n=value) if isinstance(value, int) else str(value)
        facts.append(FactView(say(spec.label), words, absent=isinstance(value, Absent)))
    facts += [FactView(say("培训"), _training_words(training)) for training in team.trainings]
    facts += [FactView(say("保险"), _insurance_words(cover)) for cover in team.insurance]
    return tuple(facts)


def _training_words(training: Training) -> str:
    hours, trained, certified = training.hours, training.trained, training.certified
    return in_a_row(
        (
            training.title,
            training.date,
            training.standard,
            "" if isinstance(hours, Absent) else say("{hours} 学时", hours=grouped_quantity(hours)),
            "" if isinstance(trained, Absent) else say("参训 {n} 人", n=trained),
            "" if isinstance(certified, Absent) else say("取证 {n} 人", n=certified),
        )
    )


def _insurance_words(cover: Insurance) -> str:
    insured = cover.insured
    people = "" if isinstance(insured, Absent) else say("{n:,} 人", n=insured)
    return in_a_row((cover.title, cover.insurer, people, _span(cover.start, cover.end)))


def other_facts(team: Team) -> tuple[FactView, ...]:
    """Skills, actions, venues, awards."""
    facts = []
    if team.skills:
        facts.append(FactView(say("专业技能"), joined(s.label for s in team.skills)))
    if team.actions:
        facts.append(FactView(say("生命教育行动"), joined(a.label for a in team.actions)))
    facts += [FactView(say("阵地"), in_a_row((v.name, v.kind, v.address))) for v in team.venues]
    facts += [FactView(say("荣誉"), in_a_row((a.title, a.by, a.date))) for a in team.awards]
    return tuple(facts)


def project_views(team: Team, money: dict[str, ProjectMoney]) -> tuple[ProjectView, ...]:
    """The projects of 4.2."""
    return tuple(
        ProjectView(
            title=project.title,
            when=_span(project.start, project.end),
            about="" if isinstance(project.about, Absent) else project.about,
            actions=joined(action.label for action in project.actions),
            money=_money_words(money.get(project.id)),
        )
        for project in team.projects
    )


def _money_words(money: ProjectMoney | None) -> str:
    if money is None:
        return say("没有写明用于它的收支")
    received, spent = amount_words(money.received), amount_words(money.spent)
    return say("写明用于它的：收入 {received}，支出 {spent}", received=received, spent=spent)


def _span(start: Day | Absent, end: Day | Absent) -> str:
    """From when to when; what is not known is left out."""
    if isinstance(start, Absent):
        return "" if isinstance(end, Absent) else say("到 {day} 止", day=end)
    return say("{day} 起", day=start) if isinstance(end, Absent) else say("{first} 至 {last}", first=start, last=end)


def _party(team: Team) -> FactView:
    """The Party organisation, which a team with three or more Party members should have (3.1)."""
    organisation, members = team.party_organisation, team.people.party_members
    if not isinstance(organisation, Absent):
        return FactView(say("党组织"), in_a_row((organisation.kind, organisation.since)))
    words = str(organisation)
    if not isinstance(members, Absent) and members >= PARTY_MEMBERS:
        words = in_a_row((say("应设未设（党员 {n} 人）", n=members), organisation.reason and words))
    elif not isinstance(members, Absent) and organisation == NOT_REPORTED:
        words = say("不适用（党员 {n} 人，3 人以上才应设立）", n=members)
    return FactView(say("党组织"), words, absent=True)


def _document(owner: Any, key: str, files: frozenset[str]) -> FactView:
    document: Document | Absent = getattr(owner, key)
    label = say(keys_of(owner.__class__)[key].label)
    if isinstance(document, Absent):
        words = say("未建立") if document.kind == "not_reported" else str(document)
        return FactView(label, words, absent=True)
    named = given(document.file, "")
    file = named if named in files else ""
    adopted = "" if isinstance(document.adopted, Absent) else say("{day} 通过", day=document.adopted)
    absent = "" if file else say("文件缺失") if named else say("文件未上传")
    return FactView(label, in_a_row((document.title, document.version, adopted, joined(document.roles), absent)), file)
