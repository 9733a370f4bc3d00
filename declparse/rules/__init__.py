"""The rules: a module, or a folder, for each family. ``RULES`` are those for one document, in the order of the table.

Those for several documents are in ``collection`` and ``comparison``, which only those who need them import.
"""

from declparse.rules import admissibility, characters, dates, groups, numbering, signatories, states, structure
from declparse.rules.support.check import Check
from declparse.rules.support.rule import Rule, RuleOn

RULES: tuple[RuleOn[Check], ...] = (
    *structure.RULES,
    *characters.RULES,
    *numbering.RULES,
    *dates.RULES,
    *signatories.RULES,
    *states.RULES,
    *groups.RULES,
    *admissibility.RULES,
)


def every_rule() -> tuple[Rule, ...]:
    """Return all rules, in the order of the table."""
    from declparse.rules import collection, comparison  # a check of single documents does without, and starts faster

    return (*RULES, *collection.RULES, *comparison.RULES)
