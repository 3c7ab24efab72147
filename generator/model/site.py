"""The site's own settings, its deadlines, and a question from the public with its answer."""

from __future__ import annotations

from typing import Annotated

from generator.base.absence import NOT_REPORTED, Absent
from generator.base.dates import Day
from generator.base.money import Fen
from generator.model import kinds as k
from generator.model.contact import Contact
from generator.model.fields import Key, Record
from generator.model.vocabulary import Applies, PageLanguage


class Asked(Record, frozen=True, eq=False):
    """Where questions may go besides mail, telephone and post."""

    issues: Annotated[
        str | Absent,
        Key(
            "新建问题的网址",
            k.TextKind("网址", "https://example.org/data/issues/new", r"https?://[^\s<>\"'#]+", limit=200),
            help="GitHub、GitLab、Gitea、Gitee 上“新建 Issue”的网址。页面上的“问”就先到那里，标题和正文已经写好。",
        ),
    ] = NOT_REPORTED


class Site(Record, frozen=True, eq=False):
    """site.yaml."""

    title: Annotated[str, Key("网站名称", k.TEXT, need=True)]
    publisher: Annotated[str, Key("发布单位", k.TEXT, need=True)]
    url: Annotated[str, Key("网址", k.URL, need=True, help="网站公开后的完整网址。")]
    contact: Annotated[Contact, Key("联系方式", k.record(Contact, "{phone: 021-5555-0100}"), need=True)]
    demonstration: Annotated[bool, Key("演示数据", k.FLAG, help="true 时每页都有演示横幅。")] = False
    icp: Annotated[str | Absent, Key("ICP 备案号", k.TEXT)] = NOT_REPORTED
    licence: Annotated[str | Absent, Key("数据许可", k.TEXT)] = NOT_REPORTED
    repository: Annotated[str | Absent, Key("记录仓库", k.URL)] = NOT_REPORTED
    evidence_from: Annotated[Fen, Key("凭证起点", k.MONEY, help="从多少元起的支出必须有凭证。")] = Fen(100_000)
    languages: Annotated[
        tuple[PageLanguage, ...],
        Key(
            "页面语言",
            k.list_of(k.code(PageLanguage)),
            help="简体中文总有；写上 zh-hant、en 就另有繁体和英文页面。记录本身不翻译。",
        ),
    ] = ()
    question_days: Annotated[int, Key("答复期限（天）", k.COUNT)] = 15
    questions: Annotated[
        Asked | None,
        Key("在线提问", k.record(Asked, "{issues: https://example.org/data/issues/new}"), help="没有就不写。"),
    ] = None
    history: Annotated[
        bool,
        Key("记录的历史", k.FLAG, help="记录在 git 里时，每支队伍有一页列出各份记录的历次改动；false 就不做。"),
    ] = True


class Deadline(Record, frozen=True, eq=False):
    """When a kind of report is due."""

    id: Annotated[str, Key("代号", k.SLUG, need=True)]
    applies: Annotated[Applies, Key("适用于", k.code(Applies), need=True)]
    months_after: Annotated[
        int | Absent,
        Key("期末后几个月", k.COUNT, help="期末后第几个月的最后一天之前：年报 5 即 5 月 31 日。"),
    ] = NOT_REPORTED
    days_after: Annotated[int | Absent, Key("期末后几天", k.COUNT)] = NOT_REPORTED
    basis: Annotated[str | Absent, Key("依据", k.TEXT)] = NOT_REPORTED
    since: Annotated[Day | Absent, Key("从哪天起的报告适用", k.PLANNED_DAY)] = NOT_REPORTED


class Question(Record, frozen=True, eq=False):
    """questions/<society>/<number>.yaml."""

    asked: Annotated[Day, Key("提问日期", k.DAY, need=True)]
    about: Annotated[
        str,
        Key(
            "所问内容的地址",
            k.TextKind(
                "地址",
                "teams/310107/xinhong/2025#D1",
                r"(?:teams|societies)/[a-z0-9A-Z_/#-]+",
                limit=200,
            ),
            need=True,
        ),
    ]
    question: Annotated[str, Key("问题", k.PROSE, need=True)]
    answered: Annotated[Day | Absent, Key("答复日期", k.DAY)] = NOT_REPORTED
    answer: Annotated[str | Absent, Key("答复", k.PROSE)] = NOT_REPORTED
    by: Annotated[str | Absent, Key("答复单位", k.TEXT)] = NOT_REPORTED
