"""What a team works on: purposes and projects, trainings, awards, insurance (3.2, 4.2, 5.3)."""

from __future__ import annotations

from typing import Annotated

from generator.base.absence import NOT_REPORTED, Absent
from generator.base.dates import Day
from generator.base.money import Fen
from generator.model import kinds as k
from generator.model.fields import Key, Record
from generator.model.vocabulary import (
    Action,
)


class Leftover(Record, frozen=True, eq=False):
    """How the remainder of an ended purpose was settled."""

    date: Annotated[Day, Key("处理日期", k.DAY, need=True)]
    how: Annotated[str, Key("处理办法", k.TEXT, need=True)]
    amount: Annotated[Fen | Absent, Key("剩余金额", k.MONEY)] = NOT_REPORTED
    approved: Annotated[str | Absent, Key("批准", k.TEXT)] = NOT_REPORTED


class Purpose(Record, frozen=True, eq=False):
    """What donations may be tied to."""

    id: Annotated[str, Key("代号", k.SLUG, need=True)]
    title: Annotated[str, Key("名称", k.TEXT, need=True)]
    start: Annotated[Day | Absent, Key("开始", k.DAY)] = NOT_REPORTED
    end: Annotated[Day | Absent, Key("结束", k.PLANNED_DAY)] = NOT_REPORTED
    about: Annotated[str | Absent, Key("说明", k.PROSE)] = NOT_REPORTED
    leftover: Annotated[
        Leftover | None,
        Key("剩余处理", k.record(Leftover, "{date: 2026-02-01, how: 转入同类项目}")),
    ] = None


class Project(Record, frozen=True, eq=False):
    """A project brand (4.2)."""

    id: Annotated[str, Key("代号", k.SLUG, need=True)]
    title: Annotated[str, Key("名称", k.TEXT, need=True)]
    about: Annotated[str | Absent, Key("介绍", k.PROSE)] = NOT_REPORTED
    start: Annotated[Day | Absent, Key("开始", k.DAY)] = NOT_REPORTED
    end: Annotated[Day | Absent, Key("结束", k.PLANNED_DAY)] = NOT_REPORTED
    actions: Annotated[tuple[Action, ...], Key("五大行动", k.list_of(k.code(Action)), clause="4.1")] = ()
    purpose: Annotated[str | Absent, Key("对应的定向用途", k.SLUG)] = NOT_REPORTED


class Award(Record, frozen=True, eq=False):
    """Recognition (5.3)."""

    title: Annotated[str, Key("荣誉", k.TEXT, need=True)]
    by: Annotated[str | Absent, Key("授予单位", k.TEXT)] = NOT_REPORTED
    date: Annotated[Day | Absent, Key("日期", k.DAY)] = NOT_REPORTED


class Training(Record, frozen=True, eq=False):
    """A training held (3.2)."""

    title: Annotated[str, Key("培训", k.TEXT, need=True)]
    date: Annotated[Day | Absent, Key("日期", k.DAY)] = NOT_REPORTED
    standard: Annotated[str | Absent, Key("依据的标准", k.TEXT)] = NOT_REPORTED
    trained: Annotated[int | Absent, Key("参训人数", k.COUNT)] = NOT_REPORTED
    certified: Annotated[int | Absent, Key("取证人数", k.COUNT)] = NOT_REPORTED
    hours: Annotated[int | Absent, Key("学时", k.QUANTITY)] = NOT_REPORTED


class Insurance(Record, frozen=True, eq=False):
    """Insurance of volunteers."""

    title: Annotated[str, Key("保险", k.TEXT, need=True)]
    insurer: Annotated[str | Absent, Key("承保单位", k.TEXT)] = NOT_REPORTED
    insured: Annotated[int | Absent, Key("被保险人数", k.COUNT)] = NOT_REPORTED
    start: Annotated[Day | Absent, Key("起", k.DAY)] = NOT_REPORTED
    end: Annotated[Day | Absent, Key("止", k.PLANNED_DAY)] = NOT_REPORTED
