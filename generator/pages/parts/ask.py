"""Asking about a figure without an account or a server: who answers, and a message that is already begun.

Every figure has a link with its code as the subject; one block on the page holds the whole text, to be sent or copied
by hand, and how else to ask. Mail links are those of RFC 6068; a forge's are its own for a new issue.
"""

from __future__ import annotations

from typing import Annotated
from urllib.parse import quote, urlsplit

import msgspec

from generator.base.absence import Absent, given
from generator.base.addresses import absolute
from generator.base.codes import Code
from generator.base.language import say
from generator.model.contact import Contact
from generator.model.corpus import Context


class Asking(msgspec.Struct, frozen=True, eq=False):
    """What the links of all figures of a page, or of one report on it, begin with. The row follows in both."""

    code: Annotated[str, "编号，行号之前的部分"]
    start: Annotated[str, "链接，行号之前的部分；只能打电话或写信时为空"]


class Way(msgspec.Struct, frozen=True, eq=False):
    """One way to ask that a tap begins."""

    text: Annotated[str, "按钮上的字"]
    href: Annotated[str, "邮件、电话或新建问题的链接，正文已写好"]
    start: Annotated[str, "标题之前的链接；电话没有"]
    body: Annotated[str, "标题和正文之间的部分；电话没有"]


class Line(msgspec.Struct, frozen=True, eq=False):
    """One line of the message."""

    name: Annotated[str, "脚本认的名字：code、figure、address，其余为空"]
    text: Annotated[str, "文字"]


class AskView(msgspec.Struct, frozen=True, eq=False):
    """The block of a page that questions begin from."""

    code: Annotated[str, "这一页的编号"]
    home: Annotated[str, "编号前加上它就是完整网址"]
    office: Annotated[str, "答复的单位"]
    ways: Annotated[tuple[Way, ...], "一按就能提问的办法"]
    others: Annotated[tuple[str, ...], "当面和写信的地址、队伍自己的联系方式"]
    lines: Annotated[tuple[Line, ...], "写好的文字"]
    days: Annotated[int, "应在多少天内答复"]


def offices(society: str, context: Context) -> tuple[str, Contact]:
    """Who answers: the managing society where it can be reached, else the site's own office."""
    found = context.societies.get(society)
    if found is not None and _reachable(found.contact):
        return found.name, found.contact
    return context.site.publisher, context.site.contact


def _reachable(contact: Contact) -> bool:
    return any(not isinstance(way, Absent) for way in (contact.phone, contact.email, contact.address))


def asking(code: Code, context: Context) -> Asking:
    """How the links of the figures below a code begin."""
    _, contact = offices(code.society, context)
    issues, email = _issues(context), given(contact.email, "")
    start = _issue_start(issues)[0] if issues else mail_start(email) if email else ""
    return Asking(f"{code}#", start and start + quote(f"{code}#", safe=""))


def ask_view(code: Code, what: str, own: Contact | None, context: Context) -> AskView:
    """The block of a page. ``what`` names the page, ``own`` is the team's contact where the page does not show it."""
    office, contact = offices(code.society, context)
    address = absolute(context.site.url, code.address)
    lines = (
        Line("", say("我想就“{what}”提问。", what=what)),
        Line("code", say("编号：{code}", code=code)),
        Line("figure", say("哪个数字：（请写上它旁边的编号，例如 D1）")),
        Line("address", say("网页：{address}", address=address)),
        Line("", say("网页截至：{day}", day=context.as_of)),
        Line("", say("我想问：")),
    )
    message = "\r\n".join(line.text for line in lines) + "\r\n"
    return AskView(
        code=str(code),
        home=absolute(context.site.url, "teams/"),
        office=office,
        ways=tuple(_ways(contact, _issues(context), str(code), message)),
        others=tuple(_others(contact, own)),
        lines=lines,
        days=context.site.question_days,
    )


def _issues(context: Context) -> str:
    asked = context.site.questions
    return "" if asked is None else given(asked.issues, "")


def _ways(contact: Contact, issues: str, subject: str, message: str) -> list[Way]:
    ways = []
    if issues:
        start, body = _issue_start(issues)
        ways.append(Way(say("在网上提问（会公开）"), _filled(start, body, subject, message), start, body))
    if not isinstance(contact.email, Absent):
        start = mail_start(contact.email)
        href = _filled(start, MAIL_BODY, subject, message)
        ways.append(Way(say("发邮件：{email}", email=contact.email), href, start, MAIL_BODY))
    if not isinstance(contact.phone, Absent):
        digits = "".join(sign for sign in contact.phone if sign in "+0123456789")
        ways.append(Way(say("打电话：{phone}", phone=contact.phone), f"tel:{digits}", "", ""))
    return ways


def _others(contact: Contact, own: Contact | None) -> list[str]:
    """Ways that no tap begins, and the team itself."""
    words = []
    if not isinstance(contact.address, Absent):
        words.append(say("写信或当面：{address}", address=contact.address))
    if not isinstance(contact.hours, Absent):
        words.append(say("办公时间：{hours}", hours=contact.hours))
    named = () if own is None else (own.phone, own.email, own.address)
    known = [way for way in named if not isinstance(way, Absent)]
    if known:
        words.append(say("也可以直接问队伍：{ways}", ways=" · ".join(known)))
    return words


MAIL_BODY = "&body="


def mail_start(email: str) -> str:
    """A mail link up to its subject. Only ``@`` and what RFC 6068 lets an address hold stays unencoded."""
    to = quote(email, safe="@!$'*+-._~")
    return f"mailto:{to}?subject="


def _issue_start(url: str) -> tuple[str, str]:
    """A forge's link for a new issue up to its title, and what stands between title and text.

    GitHub, Gitea and Gitee read ``title`` and ``body``, GitLab ``issue[title]`` and ``issue[description]``.
    """
    gitlab = "/-/issues" in urlsplit(url).path
    title, text = ("issue[title]", "issue[description]") if gitlab else ("title", "body")
    return f"{url}{'&' if urlsplit(url).query else '?'}{quote(title)}=", f"&{quote(text)}="


def _filled(start: str, body: str, subject: str, message: str) -> str:
    return f"{start}{quote(subject, safe='')}{body}{quote(message, safe='')}"
