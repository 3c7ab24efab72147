"""The deadlines that ship with the tool (民政部令第81号 for the year; the rest is our own benchmark)."""

from __future__ import annotations

from generator.base.absence import NOT_REPORTED
from generator.load.nodes import MapNode
from generator.model.site import Deadline
from generator.model.vocabulary import Applies

_LAW = "《慈善组织信息公开办法》（民政部令第81号），参照执行"
_OURS = "本站的默认时限，可由红十字会调整"


class _Shipped(MapNode):
    """A source for records that ship with the tool."""

    __slots__ = ()


class _Mark:
    line = 0
    column = 0


_SOURCE = _Shipped("deadlines.yaml", _Mark())

DEFAULT_DEADLINES: tuple[Deadline, ...] = (
    Deadline(_SOURCE, "annual", Applies.YEAR, 5, NOT_REPORTED, _LAW),
    Deadline(_SOURCE, "half", Applies.HALF, 2, NOT_REPORTED, _OURS),
    Deadline(_SOURCE, "quarter", Applies.QUARTER, 1, NOT_REPORTED, _OURS),
    Deadline(_SOURCE, "month", Applies.MONTH, 1, NOT_REPORTED, _OURS),
    Deadline(_SOURCE, "range", Applies.RANGE, NOT_REPORTED, 3, "紧急情况下每隔几天公布一次；" + _OURS),
    Deadline(
        _SOURCE,
        "leftover",
        Applies.LEFTOVER,
        3,
        NOT_REPORTED,
        "项目结束后三个月内处理剩余；" + _LAW,
    ),
)
