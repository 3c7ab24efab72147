"""The words of conclusions: whether it adds up, is complete, came in time; whose team it is."""

from __future__ import annotations

from generator.base.language import message
from generator.pages.glossary.term import Section, Term

_OPEN = message("《通知》三（三）")
_ACCURATE = message("《通知》三（三）“准确”")
_COMPLETE = message("《通知》三（三）“完整”")
_TIMELY = message("《通知》三（三）“及时”")

OF_CHECKS: tuple[Section, ...] = (
    (
        message("账对得上吗"),
        (
            Term(
                "reconciled",
                message("账相符"),
                message(
                    "期初加上收入，减去支出，等于期末，一分不差；与上一期接得上，与存放的钱对得上。"
                    "它说明公布的数字前后一致，不能证明每一笔都真的发生过。"
                ),
                _ACCURATE,
            ),
            Term(
                "unreconciled",
                message("账不平"),
                message("算式里有一处对不上。差多少元照实写出来，不四舍五入，也不藏起来。"),
                _ACCURATE,
            ),
            Term(
                "explained",
                message("已说明"),
                message("账确实平不了时，写明差额和原因才能公布。说明不等于改平，差额仍然在那里。"),
                _ACCURATE,
            ),
            Term(
                "unverifiable",
                message("无法核对"),
                message("算式里缺了某个数，例如期初未填报或者不公开。这不是相符，也不是不平，只是没有办法知道。"),
                _ACCURATE,
            ),
        ),
    ),
    (
        message("写全了吗"),
        (
            Term(
                "required",
                message("应公开的项目"),
                message(
                    "每支队伍都应当告诉公众的事：名称、负责人、服务领域，财务收支，捐赠款物的使用，章程、机构和四项制度。"
                    "每一项都写明填报了没有。"
                ),
                _OPEN,
            ),
            Term(
                "not-reported",
                message("未填报"),
                message("应当填而没有填。不知道有没有，所以不是零；填报了而没有发生的，写 0.00。"),
                _COMPLETE,
            ),
            Term(
                "not-applicable",
                message("不适用"),
                message("这一项同这支队伍没有关系，由队伍写明。"),
                _COMPLETE,
            ),
            Term(
                "withheld",
                message("不公开"),
                message("有，但是没有公布，理由写在后面。由此算不出来的数，也写明算不出来。"),
                _COMPLETE,
            ),
        ),
    ),
    (
        message("按时吗"),
        (
            Term(
                "deadline",
                message("期限"),
                message("一份报告最晚哪一天公布。各种报告的期限和依据见“时限”页；红十字会可以另外规定。"),
                _TIMELY,
            ),
            Term(
                "overdue",
                message("按时、晚、逾期"),
                message(
                    "期限那天或者以前公布的是按时；过了期限才公布的写晚几天；到今天还没有公布的是逾期，"
                    "天数按您设备上的日期一天天增加。"
                ),
                _TIMELY,
            ),
            Term(
                "correction",
                message("更正"),
                message(
                    "公布过的账只能连同说明一起改：哪一天、改了哪一处、改前和改后、为什么、谁批准。说明永远留在页面上。"
                ),
                _ACCURATE,
            ),
            Term(
                "transcribed",
                message("转录"),
                message("从别处公开过的材料录入的账，不是队伍填报的。材料里没有的写未填报，出处写在页面上。"),
            ),
            Term(
                "as-of-day",
                message("截至日期"),
                message("本站这一版按哪一天的记录做成。那天以后的变化，要等网站更新以后才看得到；逾期天数除外。"),
            ),
        ),
    ),
    (
        message("队伍和红十字会"),
        (
            Term(
                "society",
                message("管理的红十字会"),
                message("管理这支队伍的那一级红十字会。一支队伍只算在管理它的红十字会名下，不往上级重复计算。"),
                message("《通知》二（二）"),
            ),
            Term(
                "quota",
                message("建队指标"),
                message(
                    "县级红十字会的队伍不少于 3 支；地市级和灾害多发的县级至少有 1 支应急救援队；地市级以上至少有 1 支"
                    "无偿献血队。只算本级管理、正常活动的队伍。"
                ),
                message("《通知》二（二）"),
            ),
            Term(
                "hours",
                message("服务时长"),
                message("队员在这一期里做志愿服务的小时数，各人的加在一起，由队伍填报。"),
                message("《通知》三（二）"),
            ),
        ),
    ),
)
