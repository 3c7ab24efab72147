"""The past of records in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.base.absence import Absent
from generator.base.language import say
from generator.base.money import grouped
from generator.base.quantity import grouped_quantity
from generator.check.past import Change, RecordPast
from generator.check.told import Figure
from generator.model import kinds as k


def missing_words(missing: str) -> str:
    """Why git tells nothing; empty where it does."""
    return {
        "": "",
        "no_git": say("生成这个网站的电脑上没有 git，所以没有逐次改动的历史。"),
        "not_a_repository": say("记录所在的文件夹不在 git 里，所以没有逐次改动的历史。"),
        "not_allowed": say("记录所在的文件夹属于另一个用户，git 不肯读，所以没有逐次改动的历史。"),
        "no_commit": say("记录还没有提交进 git，所以没有逐次改动的历史。"),
    }.get(missing, say("git 里的历史读不出来，所以没有逐次改动的历史。"))


def first_words(past: RecordPast, published: Any, declared: tuple[str, ...]) -> Iterator[str]:
    """When a record was first there, and what has to be known of that. ``declared`` are addresses the team had before."""
    if past.first is None:
        yield say("这份记录还没有提交进 git，没有历史。")
    elif past.cut:
        yield say("这份记录的历史从 {day} 起；更早的这里没有。", day=past.first.day)
    else:
        yield say("{day} 第一次出现在 git 里（提交 {commit}）。", day=past.first.day, commit=past.first.commit)
    if isinstance(published, Absent):
        yield say("记录写的公布日期：{absent}。", absent=published)
    elif published is not None:
        yield say("记录写的公布日期是 {day}。", day=published)
    homes = dict.fromkeys("/".join(path.split("/")[1:3]) for path in past.formerly)
    for home in homes:
        if home in declared:
            yield say("这份记录原来放在 {place}。", place=home)
        else:
            yield say("这份记录在 git 里改过名或换过位置。")
    if past.dirty and past.first is not None:
        yield say("现在的内容里有还没有提交的改动，不在下面。")


def last_words(past: RecordPast) -> Iterator[str]:
    """What is not listed."""
    if past.first is not None and not past.steps:
        yield say("以后没有改过。")
    if past.rewritten:
        yield say("另有 {n} 次提交只改了写法或更正说明，账目没有变。", n=past.rewritten)
    if past.uncompared:
        yield say("更早的 {n} 次改动没有逐项比较。", n=past.uncompared)


def label_words(change: Change) -> str:
    """The keys that lead to what changed, in the language of the page."""
    names = [say("不定向") if label == "general" else say(label) for label in change.labels if label]
    return " · ".join(names) or say("另一项")


def figure_words(figure: Figure | None) -> str:
    """A figure with its unit; where there was none, that."""
    if figure is None or figure.value is None:
        return say("没有")
    value: Any = figure.value
    match figure.kind:
        case k.MoneyKind():
            return say("{amount} 元", amount=grouped(value))
        case k.QuantityKind():
            return grouped_quantity(value)
        case k.CountKind():
            return f"{value:,}"
        case k.FlagKind():
            return say("是") if value else say("否")
        case k.CodeKind():
            return str(value.label)
        case _:
            return str(value)
