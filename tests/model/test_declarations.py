"""What the records declare of themselves: labels people can read, examples that are read, codes of the contract."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import msgspec
import pytest

from generator.load.absence import INVALID
from generator.load.context import Reading
from generator.load.events import read_tree
from generator.load.typing import parts_of, reader_for
from generator.model import kinds as k
from generator.model import vocabulary
from generator.model.code import Code
from generator.model.fields import Key, Record, keys_of, written
from generator.model.report import Report
from generator.model.site import Deadline, Question, Site
from generator.model.society import Society
from generator.model.team import Team

FILES = (Site, Deadline, Question, Society, Team, Report)
CODES = [c for c in vars(vocabulary).values() if isinstance(c, type) and issubclass(c, Code) and c is not Code]
HAN = re.compile("[\u4e00-\u9fff]")


def inner(kind: k.Kind) -> Iterator[k.Kind]:
    """A kind and the kinds within it, but not those within a record."""
    yield kind
    if isinstance(kind, (k.ListKind, k.MapKind)):
        yield from inner(kind.of)


def all_records() -> list[type[Record]]:
    """Every record type that a file can hold, at any depth."""
    found: dict[type[Record], None] = dict.fromkeys(FILES)
    waiting = list(FILES)
    while waiting:
        for key in keys_of(waiting.pop()).values():
            for kind in inner(key.kind):
                if isinstance(kind, k.RecordKind) and kind.record not in found:
                    found[kind.record] = None
                    waiting.append(kind.record)
    return list(found)


RECORDS = all_records()
KEYS = [(cls, name, key) for cls in RECORDS for name, key in keys_of(cls).items()]


def ids(values: list[tuple[type[Record], str, Key]]) -> list[str]:
    return [f"{cls.__name__}.{name}" for cls, name, _ in values]


def test_every_field_is_a_key() -> None:
    for cls in RECORDS:
        assert [written(name) for name in cls.__struct_fields__ if name != "source"] == list(keys_of(cls))
        assert issubclass(cls, msgspec.Struct)
        assert cls.__struct_config__.frozen
        assert (cls.__doc__ or "").strip()


def test_labels_of_a_record_differ() -> None:
    for cls in RECORDS:
        labels = [key.label for key in keys_of(cls).values()]
        assert len(set(labels)) == len(labels), cls


@pytest.mark.parametrize(("cls", "name", "key"), KEYS, ids=ids(KEYS))
def test_a_key(cls: type[Record], name: str, key: Key, tmp_path: Path) -> None:
    """The label is Chinese, what is needed has no default, and the example is read without a finding."""
    assert HAN.search(key.label)
    assert key.label == key.label.strip()
    assert re.fullmatch("[a-z][a-z_]*", name)
    assert not key.help or HAN.search(key.help)
    attribute = name if name in cls.__struct_fields__ else f"{name}_"
    required = cls.__struct_fields__[1 : len(cls.__struct_fields__) - len(cls.__struct_defaults__)]
    assert key.need is (attribute in required)
    reading = Reading("x.yaml", date(2027, 1, 1))
    node = read_tree(f"x: {key.kind.example}\n", reading)
    assert node is not None
    value = reader_for(key.kind)(node.entries["x"], key, reading)
    assert reading.findings == []
    assert value is not INVALID


@pytest.mark.parametrize("kind", sorted({i for _, _, key in KEYS for i in inner(key.kind)}, key=repr), ids=repr)
def test_a_kind(kind: k.Kind) -> None:
    assert HAN.search(kind.word)
    parse = parts_of(kind)[0]
    if not isinstance(kind, (k.RecordKind, k.ListKind, k.MapKind)):
        assert parse(kind.example) is not None
        assert not kind.pattern or re.fullmatch(kind.pattern, kind.example)
        assert parse("") is None
        assert parse("n/a") is None
        assert parse("withheld: 理由") is None or isinstance(kind, k.ProseKind)


@pytest.mark.parametrize("codes", CODES, ids=lambda c: c.__name__)
def test_codes(codes: type[Code]) -> None:
    members = list(codes)
    assert members
    assert all(re.fullmatch("[a-z][a-z0-9_-]*", str(m)) for m in members)
    assert all(HAN.search(m.label) for m in members)
    assert len({m.label for m in members}) == len({str(m) for m in members}) == len(members)
    assert all(codes(str(m)) is m and m == str(m) for m in members)


@pytest.mark.parametrize(
    ("codes", "words"),
    [
        (
            vocabulary.Field,
            (
                "emergency_rescue 应急救援 · first_aid 应急救护 · blood_donation 无偿献血 · stem_cell 造血干细胞捐献 · "
                "body_organ 遗体和人体器官捐献 · elderly_care 养老服务 · humanitarian_aid 人道救助 · epidemic 疫情防控 · "
                "life_education 生命教育 · psychology 心理支持 · water_safety 水上安全 · youth 青少年 · other 其他"
            ),
        ),
        (vocabulary.Level, "national 总会 · province 省级 · prefecture 地市级 · county 县级 · grassroots 基层组织"),
        (
            vocabulary.Skill,
            (
                "science_outreach 科普宣传 · medical_care 医疗救护 · counselling 心理健康咨询 · "
                "emergency_rescue 应急救援 · disinfection 环境消杀"
            ),
        ),
        (
            vocabulary.Action,
            (
                "rescue_around_you 救在身边 · stem_cell_love 爱心相髓 · life_relay 生命接力 · "
                "humanitarian_aid 人道救助 · elderly_care 养老服务"
            ),
        ),
        (
            vocabulary.IncomeCategory,
            (
                "membership 会费收入 · service 提供服务收入 · government_grant 政府补助收入 · goods_sale 商品销售收入 · "
                "hq_allocation 总部拨款收入 · investment 投资收益 · other 其他收入"
            ),
        ),
        (
            vocabulary.Channel,
            (
                "society_funding 红十字会资金支持 · government_project 承接政府项目 · society_project 承接红十字会项目 · "
                "government_subsidy 政府补贴 · social_funds 社会资金"
            ),
        ),
        (vocabulary.SpendingCategory, "program 业务活动成本 · admin 管理费用 · fundraising 筹资费用 · other 其他费用"),
        (
            vocabulary.Nature,
            (
                "equipment 装备 · supplies 物资 · training 培训 · travel 交通 · insurance 保险 · outreach 宣传 · "
                "aid 救助金 · venue 场地 · office 办公 · other 其他"
            ),
        ),
        (
            vocabulary.Valuation,
            "invoice 发票 · appraisal 评估 · donor_certificate 捐赠方证明 · market 市场价 · unvalued 未计价",
        ),
        (vocabulary.Custody, "own_account 自有账户 · society_ledger 红十字会代管 · charity_joint 合作募捐"),
        (
            vocabulary.RegistrationStatus,
            "registered 已登记 · eligible_not_yet 符合条件未登记 · ineligible 不具备登记条件 · cancelled 已注销",
        ),
        (
            vocabulary.VolunteerOrigin,
            (
                "member 会员 · donor 捐赠人 · first_aider 救护员 · instructor 应急救护师资 · rescuer 救援队员 · "
                "blood_donor 无偿献血者 · stem_cell_registrant 造血干细胞入库者 · organ_registrant 遗体和人体器官捐献登记者"
            ),
        ),
        (vocabulary.GoodsUse, "issued 发放 · used 自用 · sold 变卖 · lost 损耗 · expired 过期 · returned 退回"),
    ],
    ids=lambda v: v.__name__ if isinstance(v, type) else "",
)
def test_the_published_vocabulary(codes: type[Code], words: str) -> None:
    assert " · ".join(f"{m} {m.label}" for m in codes) == words
