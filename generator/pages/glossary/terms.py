"""Every term of the pages, in the order in which a reader meets them."""

from __future__ import annotations

from generator.pages.glossary.of_accounts import OF_ACCOUNTS
from generator.pages.glossary.of_checks import OF_CHECKS

SECTIONS = (*OF_ACCOUNTS, *OF_CHECKS)
TERMS = {term.id: term for _, terms in SECTIONS for term in terms}
