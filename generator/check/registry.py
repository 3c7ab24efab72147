"""Every rule there is, in one frozen list; the files of this folder are compared with it in the tests."""

from __future__ import annotations

from types import ModuleType

from generator.base.findings import RuleInfo
from generator.check import (
    accuracy_balance,
    accuracy_chain,
    accuracy_counts,
    accuracy_dates,
    accuracy_explained,
    accuracy_goods,
    accuracy_leftover,
    accuracy_money,
    accuracy_stated,
    accuracy_support,
    accuracy_values,
    closed,
    completeness,
    completeness_documents,
    completeness_repeats,
    completeness_society,
    completeness_stock,
    governance,
    governance_quota,
    law,
    law_relations,
    privacy,
    privacy_persons,
    references_corrections,
    references_files,
    references_parties,
    references_purposes,
    references_rows,
    references_site,
    references_society,
    references_subtotals,
    references_team,
    timeliness,
    timeliness_questions,
)
from generator.check.closed import ClosedCase
from generator.check.rule import ExplainedCase, Rule, SiteCase, TeamCase
from generator.load.faults import LOAD_RULES
from generator.model.corpus import SourceFile


def _rules_in(*modules: ModuleType) -> tuple[Rule, ...]:  # type: ignore[type-arg]
    found = [value for module in modules for value in vars(module).values() if isinstance(value, Rule)]
    return tuple(sorted(found, key=lambda rule: rule.info.id))


TEAM_RULES: tuple[Rule[TeamCase], ...] = _rules_in(
    accuracy_balance,
    accuracy_chain,
    accuracy_counts,
    accuracy_dates,
    accuracy_goods,
    accuracy_leftover,
    accuracy_money,
    accuracy_stated,
    accuracy_values,
    completeness,
    completeness_documents,
    completeness_repeats,
    completeness_stock,
    governance,
    law_relations,
    privacy_persons,
    references_corrections,
    references_files,
    references_parties,
    references_purposes,
    references_rows,
    references_subtotals,
    references_team,
    timeliness,
)
EXPLAINED_RULES: tuple[Rule[ExplainedCase], ...] = _rules_in(accuracy_explained)
CLOSED_RULES: tuple[Rule[ClosedCase], ...] = _rules_in(closed)
SITE_RULES: tuple[Rule[SiteCase], ...] = _rules_in(
    accuracy_support,
    completeness_society,
    governance_quota,
    references_site,
    references_society,
    timeliness_questions,
)
TEXT_RULES: tuple[Rule[SourceFile], ...] = _rules_in(law, privacy)

_INFOS = (
    *LOAD_RULES.values(),
    *(rule.info for rule in TEAM_RULES),
    *(rule.info for rule in EXPLAINED_RULES),
    *(rule.info for rule in CLOSED_RULES),
    *(rule.info for rule in SITE_RULES),
    *(rule.info for rule in TEXT_RULES),
)
ALL_RULES: dict[str, RuleInfo] = {info.id: info for info in sorted(_INFOS, key=lambda info: info.id)}
