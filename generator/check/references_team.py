"""A team's own references: its society, who supports it, and a way to ask."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.absence import Absent
from generator.base.findings import Place, Severity
from generator.base.identifiers import is_slug
from generator.base.text import nearest
from generator.check.rule import Breach, TeamCase, rule
from generator.model.contact import Contact
from generator.model.corpus import Context

ERROR = Severity.ERROR


def society_filed(context: Context, id: str) -> bool:
    """Whether a society has a file, be it readable or not."""
    return id in context.societies or any(source.path == f"societies/{id}.yaml" for source in context.sources)


def can_be_asked(contact: Contact) -> bool:
    """Whether there is one way to ask."""
    return any(not isinstance(value, Absent) for value in _ways(contact))


def kept_back(contact: Contact) -> str:
    """Why no way to ask is published, where a reason is given: the disclosure transcribed has none."""
    return next((value.reason for value in _ways(contact) if isinstance(value, Absent) and value.reason), "")


def _ways(contact: Contact) -> tuple[str | Absent, ...]:
    return contact.phone, contact.email, contact.address, contact.website


def unasked(place: Place, contact: Contact, fix: str) -> Breach:
    """That nobody can be asked: an error, or a warning where the record says why."""
    reason = kept_back(contact)
    if reason:
        return Breach(place, f"联系方式不公开，理由：{reason}", fix, severity=Severity.WARNING)
    return Breach(place, "没有办公电话、邮箱、地址和网站，公众无处可问", fix)


@rule("R04", "主管红十字会不存在", ERROR, "3.3 准确")
def society_exists(case: TeamCase) -> Iterator[Breach]:
    """规则：队伍所在的文件夹名是主管红十字会的代号，societies 里要有它的文件。
    依据：《通知》二（二）分级管理。
    为什么：没有主管红十字会的队伍，谁来审核就不清楚了。
    怎么改：核对文件夹名；红十字会还没有建文件的，先建 societies/<代号>.yaml。
    """
    id = case.folder.society
    if not society_filed(case.context, id):
        near = nearest(id, case.context.societies)
        yield Breach(
            case.team.place("name"),
            f"没有 societies/{id}.yaml：{id} 不是已登记的红十字会",
            f"是不是 teams/{near}/{case.folder.slug}？"
            if near and f"{near}/{case.folder.slug}" not in case.context.teams
            else f"核对文件夹名；新的红十字会先建 societies/{id}.yaml",
        )


@rule("R08", "没有联系办法", ERROR, "3.3 社会监督")
def team_can_be_asked(case: TeamCase) -> Iterator[Breach]:
    """规则：队伍的 contact 至少写一样：办公电话、办公邮箱、办公地址或网站；转录的旧公示没有的，写不公开和理由，只是警告。
    依据：《通知》三（三）“主动接受社会监督”。
    为什么：公众有疑问，要找得到人问。
    怎么改：写队伍的办公电话；没有的，写主管红十字会的。
    """
    if not can_be_asked(case.team.contact):
        fix = "加上 phone: 021-5555-0100 这样的办公电话；没有就写主管红十字会的"
        yield unasked(case.team.place("contact"), case.team.contact, fix)


@rule("R17", "提供支持的红十字会不存在", ERROR, "3.4")
def supporter_exists(case: TeamCase) -> Iterator[Breach]:
    """规则：registration 的 supported_by 写代号的，要是 societies 里有的红十字会；也可以写全称。
    依据：《通知》三（四）。
    为什么：代号写错，支持就落空了。
    怎么改：照提示改正代号，或写红十字会的全称。
    """
    named = case.team.registration.supported_by
    if not isinstance(named, Absent) and is_slug(named) and not society_filed(case.context, named):
        near = nearest(named, case.context.societies)
        yield Breach(
            case.team.registration.place("supported_by"),
            f"没有代号是 {named} 的红十字会",
            f"是不是 {near}？" if near else "写 societies 里的代号，或写红十字会的全称",
        )
