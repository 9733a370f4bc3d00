"""Structure: is it a declaration, and does each part stand once and in its place?"""

from declparse.rules.structure.kind import not_a_declaration
from declparse.rules.structure.language import mixed_language
from declparse.rules.structure.lines import unreadable_line
from declparse.rules.structure.parts import (
    disclaimer_wording,
    misplaced_part,
    missing_part,
    missing_sign_off,
    repeated_part,
)
from declparse.rules.support.check import Check
from declparse.rules.support.rule import RuleOn

RULES: tuple[RuleOn[Check], ...] = (
    not_a_declaration,
    missing_part,
    misplaced_part,
    repeated_part,
    unreadable_line,
    disclaimer_wording,
    missing_sign_off,
    mixed_language,
)
