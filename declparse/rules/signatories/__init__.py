"""Signatories: their lines, names, order and total."""

from declparse.rules.signatories.lines import (
    malformed_signatory,
    missing_given_name,
    missing_group,
    surname_not_capitals,
)
from declparse.rules.signatories.list import malformed_total, out_of_order, repeated_signatory, total_mismatch
from declparse.rules.support.check import Check
from declparse.rules.support.rule import RuleOn

RULES: tuple[RuleOn[Check], ...] = (
    total_mismatch,
    repeated_signatory,
    out_of_order,
    malformed_signatory,
    surname_not_capitals,
    missing_group,
    malformed_total,
    missing_given_name,
)
