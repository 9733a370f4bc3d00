"""Comparison: what a new edition or a translation must share with the document that it comes from."""

from declparse.rules.comparison.editions import edition_out_of_order, identity_changed
from declparse.rules.comparison.signatories import signatory_altered, signature_withdrawn
from declparse.rules.comparison.text import text_changed, title_changed
from declparse.rules.comparison.translation import paragraphs_differ, translation_differs
from declparse.rules.support.pairing import Comparison
from declparse.rules.support.rule import RuleOn

RULES: tuple[RuleOn[Comparison], ...] = (
    identity_changed,
    title_changed,
    text_changed,
    signature_withdrawn,
    signatory_altered,
    edition_out_of_order,
    translation_differs,
    paragraphs_differ,
)


def rules_for(pair: Comparison) -> tuple[RuleOn[Comparison], ...]:
    """Return the rules that apply to two documents.

    If they do not belong together, or were given the wrong way round, only the rule that says so applies.
    """
    if not pair.belong_together:
        return (identity_changed,)
    return (edition_out_of_order,) if pair.exchanged else RULES


# For two editions of a translation: the rest is compared with the original.
OF_THE_TEXT = (title_changed, text_changed)
# The rules for two publications of one edition, print and web.
OF_ONE_EDITION = (identity_changed, *OF_THE_TEXT, signature_withdrawn, signatory_altered, edition_out_of_order)
