"""The sheet of one team: /teams/<society>/<team>/poster/, from the team page's own view, so that both say the same."""

from __future__ import annotations

import re
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
from generator.pages.poster.fitting import Written, clipped, fitted, listed_whole, name_size, shortened
from generator.pages.team.view import TeamView

AREA, STATUS, TWO_LINES, LEAD, SENTENCE, GOODS = 36, 18, 56, 110, 240, 56
"""Ems of text after which the parts of the sheet are cut."""

MASK = 4
"""Any of the eight masks can be read. Trying all for the prettiest takes four times as long as the code itself."""


class PosterView(View, frozen=True, eq=False):
    """One team on one sheet."""

    name: Annotated[str, "队伍名称"]
    name_size: Annotated[str, "队名的字号"]
    type_size: Annotated[str, "正文的字号"]
    banner: Annotated[str, "演示数据的说明；不是演示时为空"]
    kind: Annotated[str, "是哪一期的账目"]
    facts: Annotated[tuple[tuple[str, str], ...], "负责人、服务领域、服务地区、管理单位"]
    verdicts: Annotated[tuple[VerdictView, ...], "三项结论"]
    lead: Annotated[str, "欠款大于余额时的第一句话"]
    sentence: Annotated[str, "一句话说明"]
    figures: Annotated[tuple[FigureView, ...], "期初、收入、支出、期末；没有报告时为空"]
    goods: Annotated[str, "物资"]
    overdue: Annotated[str, "逾期没有公布的报告；没有时为空"]
    doubts: Annotated[str, "谁都可以问"]
    ask: Annotated[tuple[AskView, ...], "向谁提问"]
    qr: Annotated[str, "二维码（SVG）"]
    more: Annotated[str, "网址前的话"]
    address: Annotated[str, "队伍页面的完整网址"]
    foot: Annotated[str, "截至日期和发布单位"]


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
    facts = (
        (say("负责人"), clipped(team.leader, TWO_LINES)),
        (say("服务领域"), clipped(joined(field.text for field in team.fields), TWO_LINES)),
        (say("服务地区"), say("{area} · {status}", area=clipped(team.area, AREA), status=clipped(team.status, STATUS))),
        (say("管理单位"), clipped(team.society.text, TWO_LINES)),
    )
    banner = say("演示数据：页面上的队伍、人名和金额都是虚构的。") if context.site.demonstration else ""
    kind = say("{label}账目公布", label=account.label) if account else say("账目公布")
    lead = shortened(account.lead, LEAD) if account else ""
    figures = tuple(
        FigureView(f.label, kind_of_absence(f.amount) if f.absent else f.amount, f.absent)
        for f in (account.figures if account else ())
    )
    goods = goods_words(account.stock) or clipped(account.no_stock, GOODS) if account else ""
    overdue, ask = overdue_words(summary.calendar), ask_views(tuple(offices))
    doubts, more = say("对账目有疑问，谁都可以问"), say("每一笔收入和支出、每一件物资的去向，见：")
    foot = say("截至 {day} · {publisher}发布 · 不接受捐款", day=context.as_of, publisher=context.site.publisher)
    written = Written(
        name=team.name,
        lines=(banner, kind, overdue, lead, doubts, more, address, foot),
        facts=facts,
        verdicts=tuple((verdict.question, f"{verdict.shape} {verdict.word}") for verdict in team.verdicts),
        figures=tuple((figure.label, say("{amount} 元", amount=figure.amount)) for figure in figures),
        goods=goods,
        ask=tuple((one.label, one.words) for one in ask),
    )
    size, sentence = fitted(written, shortened(account.sentence, SENTENCE) if account else say("本队没有公布过报告。"))
    view = PosterView(
        name=team.name,
        name_size=name_size(team.name)[1],
        type_size=size,
        banner=banner,
        kind=kind,
        facts=facts,
        verdicts=team.verdicts,
        lead=lead,
        sentence=sentence,
        figures=figures,
        goods=goods,
        overdue=overdue,
        doubts=doubts,
        ask=ask,
        qr=qr_code(address),
        more=more,
        address=address,
        foot=foot,
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
    return listed_whole([_line(dict(zip(keys, row, strict=True))) for row in stock.rows], GOODS, say("；"))


def kind_of_absence(words: str) -> str:
    """Why a figure is not there, without the reason: that stands in the sentence, and has no room beside the label."""
    return re.split(r"\s*[（(]", words, maxsplit=1)[0]


def _line(row: dict[str, Any]) -> str:
    amount = {key: grouped_quantity(value) for key, value in row.items() if isinstance(value, int)}
    coming = grouped_quantity(row["opening"] + row["given"] + row["bought"])
    return say(
        "{item} 收到 {coming}、发出 {out}、还有 {left} {unit}",
        item=row["item"], coming=coming, out=amount["out"], left=amount["stock"], unit=row["unit"],
    )  # fmt: skip


def overdue_words(calendar: tuple[Obligation, ...]) -> str:
    """The reports that are due and were not published; empty where there are none."""
    missing = [one for one in reversed(calendar) if one.state == "missing"]
    if not missing:
        return ""
    last = missing[-1]
    if len(missing) == 1:
        return say("{label}的报告应于 {due} 前公布，至今没有公布。", label=last.period.label, due=last.due)
    return say(
        "{n} 份报告过了期限，至今没有公布：{labels}。",
        n=len(missing), labels=listed_whole([one.period.label for one in missing], TWO_LINES, say("、")),
    )  # fmt: skip
