"""An explanation explains something: the difference it names was found."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.absence import Absent
from generator.base.findings import Severity
from generator.check.rule import Breach, ExplainedCase, files_of, rule, same_difference


@rule("A15", "说明的差额确实存在", Severity.ERROR, "3.3 准确")
def explanations_explain(case: ExplainedCase) -> Iterator[Breach]:
    """规则：每条 explained 写明的检查编号和差额，与检查查出的完全一致。
    依据：《通知》三（三）“准确”。
    为什么：说明会用红字公布；没有这个差额，就是说错了，也不能预先为以后的差额留一个借口。
    怎么改：照提示改差额；差额已经不存在的，删去这一条。
    """
    for filed in case.folder.reports:
        for entry in filed.report.explained:
            same_rule = [f for f in case.findings if f.rule == entry.rule and filed.path in files_of(f)]
            if any(f.explained and same_difference(f.difference, entry.difference) for f in same_rule):
                continue
            open_ones = [f for f in same_rule if not f.explained]
            sizes = "、".join(dict.fromkeys(f.difference for f in open_ones if f.difference))
            if sizes:
                message = f"{entry.rule} 查出的差额是 {sizes}，说明里写的是 {entry.difference}"
                fix = f"核对后写 difference: {sizes.partition('、')[0]}"
            elif open_ones:
                message, fix = f"{entry.rule} 查出的问题不能用说明代替", f"改正 {entry.rule} 指出的问题，删去这一条"
            else:
                absent = isinstance(filed.report.closing, Absent) or isinstance(filed.report.opening, Absent)
                message = f"没有查出 {entry.rule} 的差额 {entry.difference}"
                fix = "先补上期初和期末余额；仍没有这个差额，就删去这一条" if absent else "删去这一条"
            yield Breach(entry.place(), message, fix, others=tuple(f.place for f in open_ones))
