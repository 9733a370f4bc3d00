"""The rules: one module for each family. ``RULES`` are those that look at one document, in the order of the table.

Those that look at several documents stand in ``collection`` and ``comparison``, which only those import who need them.
"""

from declparse.rules import (
    admissibility,
    characters,
    dates,
    groups,
    languages,
    letters,
    numbering,
    page_furniture,
    signatories,
    states,
    structure,
)
from declparse.rules.rule import Check, Rule, RuleOn

RULES: tuple[RuleOn[Check], ...] = (
    structure.not_a_declaration,
    structure.missing_part,
    structure.misplaced_part,
    structure.repeated_part,
    structure.unreadable_line,
    structure.disclaimer_wording,
    structure.missing_sign_off,
    languages.mixed_language,
    characters.undecodable_bytes,
    letters.not_normalised,
    letters.look_alike_character,
    characters.invisible_character,
    letters.garbled_text,
    characters.untidy_space,
    page_furniture.page_furniture,
    numbering.malformed_document_number,
    numbering.malformed_declaration_number,
    numbering.footnote_mark_mismatch,
    numbering.implausible_number,
    numbering.paragraph_numbering,
    numbering.edition_mismatch,
    dates.impossible_date,
    dates.malformed_date,
    dates.future_date,
    dates.impossible_date_in_text,
    dates.edition_before_original,
    dates.date_too_early,
    signatories.total_mismatch,
    signatories.repeated_signatory,
    signatories.out_of_order,
    signatories.malformed_signatory,
    signatories.surname_not_capitals,
    signatories.missing_group,
    signatories.malformed_total,
    signatories.missing_given_name,
    states.unknown_country,
    states.outdated_country_name,
    states.not_a_member_state,
    states.delegation_too_large,
    groups.undeclared_group,
    groups.unused_group,
    groups.unknown_group,
    groups.wrong_group_name,
    groups.group_not_in_force,
    groups.repeated_group,
    groups.legend_out_of_order,
    admissibility.too_few_signatories,
    admissibility.too_few_delegations,
    admissibility.too_few_groups,
    admissibility.too_many_words,
)


def every_rule() -> tuple[Rule, ...]:
    """The registry: all rules, in the order of the table."""
    from declparse.rules import collection, comparison

    return (*RULES, *collection.RULES, *comparison.RULES)
