"""What a report should tell and does not: figures of 3.3, evidence, receipts, recipients, what is kept back."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from generator.base.absence import Absent
from generator.base.findings import Place, Severity
from generator.base.money import grouped
from generator.check.rule import Breach, TeamCase, anchor_of, rule
from generator.ledger.entries import rows_of
from generator.model.cash import Spending
from generator.model.corpus import FiledReport
from generator.model.fields import Key, Record, keys_of
from generator.model.team import Team
from generator.model.vocabulary import DonorKind, GoodsUse

WARNING, NOTICE = Severity.WARNING, Severity.NOTICE
CLAUSE = "3.3 完整"
_FIGURES = {
    "opening": "opening: {general: 0}",
    "income": "income: []",
    "donations": "donations: []",
    "spending": "spending: []",
    "closing": "closing: {general: 0}",
    "holdings": "holdings: {bank: 0, cash: 0}",
    "owed": "owed: {members: 0, others: 0}",
}
_NOTHING = ("income", "donations", "spending")


@rule("C01", "应公开的数字没有填报", WARNING, CLAUSE)
def figures_reported(case: TeamCase) -> Iterator[Breach]:
    """规则：每份报告都要填期初余额、收入、捐赠、支出、期末余额、余额存放和欠款；没有的写 0 或 []，不是不写。
    依据：《通知》三（三）“财务收支、捐赠款物使用……完整”。
    为什么：没有填报不等于零，公众看到的是“未填报”。
    怎么改：补上提示的键；真的没有就照提示写 0 或 []；不能公开的写 {withheld: 理由}。
    """
    for filed in case.folder.reports:
        nil = filed.report.nil_
        for item in case.ledger.report_items[filed.period.id]:
            if item.state == "not_reported" and item.key in _FIGURES and not (nil and item.key in _NOTHING):
                yield Breach(
                    Place(filed.path),
                    f"{filed.period.label}的报告没有填报{item.label}",
                    f"填上 {item.key}；没有就写 {_FIGURES[item.key]}",
                    anchor=filed.period.id,
                )


@rule("C02", "大额支出没有凭证", WARNING, CLAUSE)
def large_spending_proven(case: TeamCase) -> Iterator[Breach]:
    """规则：达到本站凭证起点（site.yaml 的 evidence_from，默认 1000 元）的支出要附凭证。
    依据：《通知》三（三）“捐赠款物使用情况”。
    为什么：没有凭证，公众只能听一面之词。
    怎么改：把遮盖了个人信息的发票、收据放进 files 文件夹，写 evidence；确实没有的写 {withheld: 理由}。
    """
    least = case.context.site.evidence_from
    for filed in case.folder.reports:
        for row in rows_of(filed.report.spending):
            if row.amount >= least and not row.evidence and _open(row.evidence):
                yield Breach(
                    row.place(),
                    f"{row.id} 支出 {grouped(row.amount)} 元，达到 {grouped(least)} 元，没有凭证",
                    f"加上 evidence: [{{file: files/{filed.period.id}/{row.id.lower()}.pdf, title: 发票, redacted: true}}]",
                    anchor=anchor_of(filed, row.id),
                )


def _open(value: object) -> bool:
    """Whether something is neither kept back with a reason nor not applicable."""
    return not isinstance(value, Absent) or value.kind == "not_reported"


@rule("C03", "捐款没有票据", NOTICE, CLAUSE)
def donations_receipted(case: TeamCase) -> Iterator[Breach]:
    """规则：捐款写明票据（receipt）；合并公布的除外。每份报告只提示一次。
    依据：《慈善法》关于开具捐赠票据的规定；《通知》三（三）。
    为什么：捐赠人凭票据能找到自己的那一笔。
    怎么改：在捐款一行写 receipt 和票据号；捐赠人不要票据的写 receipt: n/a。
    """
    for filed in case.folder.reports:
        rows = [
            row
            for row in rows_of(filed.report.donations)
            if row.amount and not row.receipt and _open(row.receipt) and row.donor.kind is not DonorKind.POOLED
        ]
        if rows:
            first = rows[0]
            yield Breach(
                first.place(),
                f"{len(rows)} 笔捐款没有写票据，第一笔是 {first.id}",
                "加上 receipt 和票据号；捐赠人不要票据的写 receipt: n/a",
                anchor=anchor_of(filed, first.id),
            )


@rule("C06", "钱物给了谁、用在哪里没有写", NOTICE, CLAUSE)
def recipients_told(case: TeamCase) -> Iterator[Breach]:
    """规则：有日期的支出写明付给谁（to）和用途（nature）；发放的物资写明发给谁（to）。每份报告各提示一次。
    依据：《通知》三（三）“捐赠款物使用情况”。
    为什么：只有金额，看不出钱物到了哪里。
    怎么改：补上 to 和 nature；个人只写人数和地区，不写姓名。
    """
    for filed in case.folder.reports:
        rows = [r for r in rows_of(filed.report.spending) if r.date and (r.to is None or not r.nature)]
        if rows:
            yield _untold(filed, rows)
        goods = [g for g in rows_of(filed.report.goods_out) if g.to is None and g.how is GoodsUse.ISSUED]
        if goods:
            first = goods[0]
            yield Breach(
                first.place(),
                f"{len(goods)} 批发放的物资没有写发给谁，第一批是 {first.id}（{first.item}）",
                "加上 to，例如 to: {kind: units, count: 3, area: 示例区}",
                anchor=anchor_of(filed, first.id),
                severity=WARNING,
            )


def _untold(filed: FiledReport, rows: list[Spending]) -> Breach:
    first = rows[0]
    lacks = "付给谁（to）" if first.to is None else "用途（nature）"
    return Breach(
        first.place(),
        f"{len(rows)} 笔支出没有写付给谁或用途，第一笔 {first.id} 缺{lacks}",
        "加上 to: {kind: company, name: 示例装备店} 和 nature: equipment 这样的内容",
        anchor=anchor_of(filed, first.id),
    )


@cache
def withheld_keys(cls: type[Record]) -> tuple[tuple[str, Key], ...]:
    """The keys of a record that may be kept back."""
    return tuple((key, spec) for key, spec in keys_of(cls).items() if spec.withheld)


@rule("C09", "不公开的项目", NOTICE, CLAUSE)
def withheld_told(case: TeamCase) -> Iterator[Breach]:
    """规则：写成“不公开”的数字、凭证和队伍情况逐项列出理由。
    依据：《通知》三（三）“完整”“主动接受社会监督”。
    为什么：不公开可以有理由，但理由本身要公开。
    怎么改：理由写得具体；可以公开了就换成数字。
    """
    yield from _by_reason(_kept_back(case.team), "")
    for filed in case.folder.reports:
        report = filed.report
        items = [item for item in case.ledger.report_items[filed.period.id] if item.state == "withheld"]
        figures = [(report.place(item.key), str(item.label), str(item.words)) for item in items if not item.row]
        yield from _by_reason(figures, filed.period.id)
        for row in rows_of(report.spending):
            if isinstance(row.evidence, Absent) and row.evidence.kind == "withheld":
                anchor = anchor_of(filed, row.id)
                yield from _by_reason([(row.place("evidence"), f"{row.id} 凭证", str(row.evidence))], anchor)


def _kept_back(team: Team) -> list[tuple[Place, str, str]]:
    """What a team's own file keeps back: place, label, the words for it."""
    governance = team.governance
    parts: tuple[Record, ...] = (
        *(team, team.status, team.leader, team.people, team.platform, team.registration),
        *(governance, governance.policies),
    )
    return [
        (part.place(key), spec.label, str(value))
        for part in parts
        for key, spec in withheld_keys(type(part))
        if isinstance(value := getattr(part, key), Absent) and value.kind == "withheld"
    ]


def _by_reason(kept: list[tuple[Place, str, str]], anchor: str) -> Iterator[Breach]:
    """One finding per reason, at the first thing kept back for it."""
    for words in dict.fromkeys(words for _, _, words in kept):
        same = [(place, label) for place, label, other in kept if other == words]
        labels = "、".join(label for _, label in same)
        yield Breach(min(same)[0], f"{labels}：{words}", "理由写得具体；可以公开时换成内容", anchor=anchor)
