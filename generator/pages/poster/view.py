"""The sheet of one team: /teams/<society>/<team>/poster/, from the team page's own view, so that both say the same."""

from __future__ import annotations

from typing import Annotated, Any

import segno

from generator.base.addresses import absolute
from generator.base.language import joined, language, say
from generator.base.quantity import grouped_quantity
from generator.base.table import Table
from generator.check.unit import Examined
from generator.ledger.calendar import Obligation
from generator.model.corpus import Context
from generator.model.vocabulary import PageLanguage
from generator.pages.page import Page, View
from generator.pages.parts.account import FigureView
from generator.pages.parts.verdict import VerdictView
from generator.pages.poster.ask import AskView, ask_views
from generator.pages.poster.fitting import clipped, name_size, type_size
from generator.pages.team.view import TeamView

AREA, STATUS, TWO_LINES, SENTENCE, GOODS, FIGURE = 36, 18, 56, 132, 56, 9
"""Ems of text that the parts of the sheet hold."""

MASK = 4
"""Any of the eight masks can be read. Trying all for the prettiest takes four times as long as the code itself."""


class PosterView(View, frozen=True, eq=False):
    """One team on one sheet."""

    name: Annotated[str, "队伍名称"]
    name_size: Annotated[str, "队名的字号"]
    type_size: Annotated[str, "正文的字号"]
    society: Annotated[str, "管理的红十字会"]
    leader: Annotated[str, "负责人"]
    fields: Annotated[str, "服务领域"]
    area: Annotated[str, "服务地区和状态"]
    verdicts: Annotated[tuple[VerdictView, ...], "三项结论"]
    label: Annotated[str, "最近一份报告的时段；没有报告时为空"]
    lead: Annotated[str, "欠款大于余额时的第一句话"]
    sentence: Annotated[str, "一句话说明"]
    figures: Annotated[tuple[FigureView, ...], "期初、收入、支出、期末"]
    goods: Annotated[str, "物资"]
    overdue: Annotated[tuple[str, ...], "逾期没有公布的报告"]
    ask: Annotated[tuple[AskView, ...], "向谁提问"]
    qr: Annotated[str, "二维码（SVG）"]
    address: Annotated[str, "队伍页面的完整网址"]


def poster_page(team: TeamView, unit: Examined, context: Context) -> Page:
    """The sheet of one team."""
    folder, summary = unit.folder, unit.summary
    if folder.team is None or summary is None:
        raise ValueError(folder.path)
    account = team.account
    society = context.societies.get(folder.society)
    offices = [("", folder.team.contact), (context.site.publisher, context.site.contact)]
    if society:
        offices.insert(1, (society.name, society.contact))
    address = address_of(f"teams/{folder.id}/index.html", context)
    leader = clipped(team.leader, TWO_LINES)
    fields = clipped(joined(field.text for field in team.fields), TWO_LINES)
    area = say("{area} · {status}", area=clipped(team.area, AREA), status=clipped(team.status, STATUS))
    lead = clipped(account.lead, TWO_LINES) if account else ""
    sentence = clipped(account.sentence, SENTENCE) if account else ""
    goods = clipped(goods_words(account.stock) or account.no_stock, GOODS) if account else ""
    overdue, ask = tuple(overdue_words(summary.calendar)), ask_views(tuple(offices))
    texts = (team.name, leader, fields, area, lead, sentence, goods, *overdue, *(one.words for one in ask), address)
    view = PosterView(
        name=team.name,
        name_size=name_size(team.name),
        type_size=type_size(texts),
        society=team.society.text,
        leader=leader,
        fields=fields,
        area=area,
        verdicts=team.verdicts,
        label=account.label if account else "",
        lead=lead,
        sentence=sentence,
        figures=tuple(
            FigureView(f.label, clipped(f.amount, FIGURE), f.absent) for f in (account.figures if account else ())
        ),
        goods=goods,
        overdue=overdue,
        ask=ask,
        qr=qr_code(address),
        address=address,
    )
    return Page(
        path=f"teams/{folder.id}/poster/index.html",
        template="poster/page.html",
        title=say("{team}：海报", team=team.name),
        view=view,
    )


def address_of(path: str, context: Context) -> str:
    """The whole address of a page in the language spoken now."""
    others = {code.tag: f"{code.value}/" for code in PageLanguage if code is not PageLanguage.SIMPLIFIED}
    return absolute(context.site.url, others.get(language(), "") + path)


def qr_code(address: str) -> str:
    """The address as SVG: black on white whatever the page's colours, with its quiet zone of four modules."""
    code = segno.make(address, micro=False, error="m", mask=MASK)
    return code.svg_inline(omitsize=True, dark="#000", light="#fff", border=4, svgclass="qr", lineclass=None)


def goods_words(stock: Table) -> str:
    """Goods with what came in, went out and is left, from the table of the team page; empty where there are none."""
    keys = [column.key for column in stock.columns]
    return say("；").join(_line(dict(zip(keys, row, strict=True))) for row in stock.rows)


def _line(row: dict[str, Any]) -> str:
    amount = {key: grouped_quantity(value) for key, value in row.items() if isinstance(value, int)}
    coming = grouped_quantity(row["opening"] + row["given"] + row["bought"])
    return say(
        "{item} 收到 {coming}、发出 {out}、还有 {left} {unit}",
        item=row["item"], coming=coming, out=amount["out"], left=amount["stock"], unit=row["unit"],
    )  # fmt: skip


def overdue_words(calendar: tuple[Obligation, ...]) -> list[str]:
    """Reports that are due and were not published: the newest two, and how many more."""
    missing = [one for one in reversed(calendar) if one.state == "missing"]
    words = [
        say("{label}的报告应于 {due} 前公布，至今没有公布", label=one.period.label, due=one.due) for one in missing[:2]
    ]
    if len(missing) > len(words):
        words.append(say("另有 {n} 份更早的报告也没有公布", n=len(missing) - len(words)))
    return words
