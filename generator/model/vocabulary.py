"""The vocabulary: every code with its Chinese label. Pages, forms, messages and exports use these words."""

from __future__ import annotations

from generator.model.code import Code


class Field(Code):
    """服务领域 (2.2, 3.3)."""

    EMERGENCY_RESCUE = "emergency_rescue", "应急救援"
    FIRST_AID = "first_aid", "应急救护"
    BLOOD_DONATION = "blood_donation", "无偿献血"
    STEM_CELL = "stem_cell", "造血干细胞捐献"
    BODY_ORGAN = "body_organ", "遗体和人体器官捐献"
    ELDERLY_CARE = "elderly_care", "养老服务"
    HUMANITARIAN_AID = "humanitarian_aid", "人道救助"
    EPIDEMIC = "epidemic", "疫情防控"
    LIFE_EDUCATION = "life_education", "生命教育"
    PSYCHOLOGY = "psychology", "心理支持"
    WATER_SAFETY = "water_safety", "水上安全"
    YOUTH = "youth", "青少年"
    OTHER = "other", "其他"


class Level(Code):
    """红十字会的层级."""

    NATIONAL = "national", "总会"
    PROVINCE = "province", "省级"
    PREFECTURE = "prefecture", "地市级"
    COUNTY = "county", "县级"
    GRASSROOTS = "grassroots", "基层组织"


class PageLanguage(Code):
    """页面语言."""

    SIMPLIFIED = "zh-hans", "简体中文"
    TRADITIONAL = "zh-hant", "繁体中文"
    ENGLISH = "en", "英文"

    @property
    def tag(self) -> str:
        """The BCP 47 tag."""
        script = {"zh-hans": "zh-Hans", "zh-hant": "zh-Hant"}
        return script.get(str(self), str(self))


class Sector(Code):
    """没有行政区划代码的系统 (收文单位)."""

    XPCC = "xpcc", "新疆生产建设兵团"
    RAILWAY = "railway", "铁路系统"


class Skill(Code):
    """疫情防控等专业技能 (2.3)."""

    SCIENCE_OUTREACH = "science_outreach", "科普宣传"
    MEDICAL_CARE = "medical_care", "医疗救护"
    COUNSELLING = "counselling", "心理健康咨询"
    EMERGENCY_RESCUE = "emergency_rescue", "应急救援"
    DISINFECTION = "disinfection", "环境消杀"


class Action(Code):
    """生命教育五大行动 (4.1)."""

    RESCUE_AROUND_YOU = "rescue_around_you", "救在身边"
    STEM_CELL_LOVE = "stem_cell_love", "爱心相髓"
    LIFE_RELAY = "life_relay", "生命接力"
    HUMANITARIAN_AID = "humanitarian_aid", "人道救助"
    ELDERLY_CARE = "elderly_care", "养老服务"


class IncomeCategory(Code):
    """收入类别 (民间非营利组织会计制度); 捐赠收入另列."""

    MEMBERSHIP = "membership", "会费收入"
    SERVICE = "service", "提供服务收入"
    GOVERNMENT_GRANT = "government_grant", "政府补助收入"
    GOODS_SALE = "goods_sale", "商品销售收入"
    HQ_ALLOCATION = "hq_allocation", "总部拨款收入"
    INVESTMENT = "investment", "投资收益"
    OTHER = "other", "其他收入"


class Channel(Code):
    """资金渠道 (5.2)."""

    SOCIETY_FUNDING = "society_funding", "红十字会资金支持"
    GOVERNMENT_PROJECT = "government_project", "承接政府项目"
    SOCIETY_PROJECT = "society_project", "承接红十字会项目"
    GOVERNMENT_SUBSIDY = "government_subsidy", "政府补贴"
    SOCIAL_FUNDS = "social_funds", "社会资金"


class SpendingCategory(Code):
    """支出类别."""

    PROGRAM = "program", "业务活动成本"
    ADMIN = "admin", "管理费用"
    FUNDRAISING = "fundraising", "筹资费用"
    OTHER = "other", "其他费用"


class Nature(Code):
    """支出用途."""

    EQUIPMENT = "equipment", "装备"
    SUPPLIES = "supplies", "物资"
    TRAINING = "training", "培训"
    TRAVEL = "travel", "交通"
    INSURANCE = "insurance", "保险"
    OUTREACH = "outreach", "宣传"
    AID = "aid", "救助金"
    VENUE = "venue", "场地"
    OFFICE = "office", "办公"
    OTHER = "other", "其他"


class Valuation(Code):
    """物资计价依据."""

    INVOICE = "invoice", "发票"
    APPRAISAL = "appraisal", "评估"
    DONOR_CERTIFICATE = "donor_certificate", "捐赠方证明"
    MARKET = "market", "市场价"
    UNVALUED = "unvalued", "未计价"


class Custody(Code):
    """钱由谁保管."""

    OWN_ACCOUNT = "own_account", "自有账户"
    SOCIETY_LEDGER = "society_ledger", "红十字会代管"
    CHARITY_JOINT = "charity_joint", "合作募捐"


class Allocation(Code):
    """没有写明用途的捐款怎样与支出配对."""

    FIFO = "fifo", "先收先用"
    EXPLICIT = "explicit", "逐笔指定"


class RegistrationStatus(Code):
    """民政登记情况 (3.4)."""

    REGISTERED = "registered", "已登记"
    ELIGIBLE_NOT_YET = "eligible_not_yet", "符合条件未登记"
    INELIGIBLE = "ineligible", "不具备登记条件"
    CANCELLED = "cancelled", "已注销"


class TeamStatus(Code):
    """队伍状态."""

    ACTIVE = "active", "正常活动"
    SUSPENDED = "suspended", "暂停活动"
    DISSOLVED = "dissolved", "已解散"


class VolunteerOrigin(Code):
    """志愿者来源 (2.1)."""

    MEMBER = "member", "会员"
    DONOR = "donor", "捐赠人"
    FIRST_AIDER = "first_aider", "救护员"
    INSTRUCTOR = "instructor", "应急救护师资"
    RESCUER = "rescuer", "救援队员"
    BLOOD_DONOR = "blood_donor", "无偿献血者"
    STEM_CELL_REGISTRANT = "stem_cell_registrant", "造血干细胞入库者"
    ORGAN_REGISTRANT = "organ_registrant", "遗体和人体器官捐献登记者"


class DonorKind(Code):
    """捐赠人的公布方式."""

    ORGANISATION = "organisation", "单位"
    NAMED = "named", "实名个人"
    ALIAS = "alias", "化名"
    ANONYMOUS = "anonymous", "匿名"
    POOLED = "pooled", "合并公布"


class PayeeKind(Code):
    """钱物给了谁."""

    PERSONS = "persons", "个人"
    HOUSEHOLDS = "households", "家庭"
    UNITS = "units", "单位"
    COMPANY = "company", "企业"
    ORGANISATION = "organisation", "组织"
    MEMBER = "member", "队员（归还垫付）"
    RELATED = "related", "关联方"


class GoodsUse(Code):
    """物资怎样离开库存."""

    ISSUED = "issued", "发放"
    USED = "used", "自用"
    SOLD = "sold", "变卖"
    LOST = "lost", "损耗"
    EXPIRED = "expired", "过期"
    RETURNED = "returned", "退回"


class Applies(Code):
    """时限适用的报告."""

    YEAR = "year", "年报"
    HALF = "half", "半年报"
    QUARTER = "quarter", "季报"
    MONTH = "month", "月报"
    RANGE = "range", "专报"
    LEFTOVER = "leftover", "项目剩余"


class Total(Code):
    """百分比的分母."""

    INCOME = "income", "收入（不含捐赠）"
    DONATIONS = "donations", "捐赠收入"
    RECEIPTS = "receipts", "收入合计（含捐赠）"
    SPENDING = "spending", "支出合计"


class Body(Code):
    """作出决定的机构."""

    DECISION_BODY = "decision_body", "决策机构"
    EXECUTION_BODY = "execution_body", "执行机构"
    SUPERVISION_BODY = "supervision_body", "监督机构"
