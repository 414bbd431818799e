"""The linter: tells a contributor exactly what is wrong, where, and how to mend it.

Every rule is one function in ``page_rules``, ``learning_rules`` or ``site_rules``, and one
section of `docs/contributing/rules.md`.
"""

from pathlib import Path

from nexus.lint import learning_rules, page_rules, site_rules
from nexus.lint.page import read
from nexus.paths import DOCS
from nexus.problems import Problem


def run(only: list[Path] | None = None) -> list[Problem]:
    """Lint the pages and return what was found, ordered by place.

    Args:
        only: pages to look at; None for all of them and for the rules that need the
            whole site (every example quoted).
    """
    files = sorted(DOCS.rglob("*.md")) if only is None else only
    pages = [read(file) for file in files]
    rules = (*page_rules.RULES, *learning_rules.RULES)
    found = [problem for page in pages for rule in rules for problem in rule(page)]
    if only is None:
        found += [problem for rule in site_rules.RULES for problem in rule(pages)]
    return sorted(set(found))


def rule_ids() -> set[str]:
    """Return the id of every rule; each has a section in the rules page."""
    return page_rules.IDS | learning_rules.IDS | site_rules.IDS
