"""What protects money on its way: never spent before it came, never twice, never for another purpose."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.absence import Absent
from generator.base.findings import Severity
from generator.base.money import plain
from generator.check.rule import Breach, TeamCase, anchor_of, difference_of, purpose_title, rule, yuan
from generator.ledger.entries import rows_of
from generator.model.cash import Spending
from generator.model.corpus import FiledReport

UNRECONCILED = Severity.UNRECONCILED


def _reports(case: TeamCase) -> dict[str, FiledReport]:
    return {filed.period.id: filed for filed in case.folder.reports}


@rule("A04", "不超支", UNRECONCILED, "3.3 准确")
def spends_what_there_is(case: TeamCase) -> Iterator[Breach]:
    """规则：在任何一天，一种用途花出去或转出去的钱不超过当天它有的钱。同一天先收后支。
    依据：《通知》三（三）“准确”“捐赠款物使用”。
    为什么：没到的钱不能花；花了，就是用了别的用途的钱，或有人垫付没有记。
    怎么改：核对日期、金额和用途；队员垫付的，到账后再记归还；确有原因的，写一条 explained。
    """
    reports = _reports(case)
    named: dict[int, int] = {}
    for fault in case.ledger.funds.misfundings:
        if fault.kind in ("early", "layer"):  # A05 says so already
            named[id(fault.row)] = named.get(id(fault.row), 0) + fault.wanted - fault.available
    for short in case.ledger.funds.shortfalls:
        row = short.row
        amount, row_id = row.amount, row.id  # type: ignore[attr-defined]
        lack = short.wanted - short.available
        if named.get(id(row), 0) >= lack:
            continue
        title = purpose_title(case.team, short.purpose)
        verb = "支出" if isinstance(row, Spending) else "转出"
        yield Breach(
            row.place("amount"),
            f"{row_id} 在 {short.day} {verb} {yuan(amount)}，当天{title}只有 {yuan(amount - lack)}，差 {yuan(lack)}",
            "核对日期、金额和用途；漏记的收入或捐赠补上，用了别的钱的改 purpose",
            difference_of(lack),
            anchor=anchor_of(reports[short.report], row_id),
        )


@rule("A05", "指定的钱够用、到了、对得上用途", UNRECONCILED, "3.3 捐赠款物使用")
def funded_as_named(case: TeamCase) -> Iterator[Breach]:
    """规则：支出的 funded_by 合计不超过这笔支出；指定的每笔钱已经到账、余下的够用，用途相同。
    依据：《通知》三（三）“捐赠款物使用情况”。
    为什么：捐赠人要能看到自己的钱用在哪里；一笔钱不能用两次。
    怎么改：照提示改 funded_by 的金额或编号；不清楚的删去，系统按先收先用配对。
    """
    reports = _reports(case)
    for fault in case.ledger.funds.misfundings:
        row = fault.row
        if fault.kind == "unknown" or not isinstance(row, Spending):
            continue
        excess = fault.wanted - fault.available
        difference, severity = difference_of(excess), UNRECONCILED
        if fault.kind == "early":
            message = f"{row.id} 写明由 {fault.reference} 支付 {yuan(fault.wanted)}，那时 {fault.reference} 的钱还没到"
            fix = f"核对两行的日期；或从 funded_by 里删去 {fault.reference}"
        elif fault.kind == "purpose":
            title = purpose_title(case.team, row.purpose)
            message = f"{row.id} 是{title}的支出，写明由 {fault.reference} 支付，但那笔钱是别的用途"
            fix = "改支出的 purpose 或 funded_by；变更用途的，先写一行 transfers"
            difference, severity = "", Severity.ERROR
        elif fault.kind == "row":
            message = f"{row.id} 支出 {yuan(row.amount)}，funded_by 合计超出 {yuan(excess)}"
            fix = f"{fault.reference} 最多写 {plain(fault.available)}"
        else:
            message = f"{fault.reference} 当时只剩 {yuan(fault.available)}，{row.id} 写明用它 {yuan(fault.wanted)}"
            fix = f"最多写 {plain(fault.available)}，其余写另一笔；或从 funded_by 里删去 {fault.reference}"
        yield Breach(
            row.place("funded_by", fault.reference),
            message,
            fix,
            difference,
            anchor=anchor_of(reports[fault.report], row.id),
            severity=severity,
        )


@rule("A10", "变更用途要有同意或备案", Severity.ERROR, "3.3 捐赠款物使用")
def purposes_change_by_consent(case: TeamCase) -> Iterator[Breach]:
    """规则：从定向用途转出的钱，写明捐赠人的同意（consent）或备案（filing）。
    依据：《慈善法》关于按捐赠协议使用捐赠财产的规定；《通知》三（三）“捐赠款物使用情况”。
    为什么：捐赠人指定了用途，改用途要他同意，或依法备案。
    怎么改：在这一行加上 consent（同意书名称和日期）或 filing（备案机关和日期）；没有的，这笔钱不能转。
    """
    for filed in case.folder.reports:
        for row in rows_of(filed.report.transfers):
            if row.from_ != "general" and isinstance(row.consent, Absent) and isinstance(row.filing, Absent):
                yield Breach(
                    row.place("from"),
                    f"{row.id} 从{purpose_title(case.team, row.from_)}转出 {yuan(row.amount)}，没有写捐赠人同意或备案",
                    "加上 consent: 同意书名称和日期，或 filing: 备案机关和日期",
                    anchor=anchor_of(filed, row.id),
                )
