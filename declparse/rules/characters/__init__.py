"""Characters: bytes that are no text, letters that only look right, and what nobody sees."""

from declparse.rules.characters.encoding import undecodable_bytes
from declparse.rules.characters.furniture import page_furniture
from declparse.rules.characters.invisible import invisible_character
from declparse.rules.characters.letters import garbled_text, look_alike_character, not_normalised
from declparse.rules.characters.space import untidy_space
from declparse.rules.support.check import Check
from declparse.rules.support.rule import RuleOn

RULES: tuple[RuleOn[Check], ...] = (
    undecodable_bytes,
    not_normalised,
    look_alike_character,
    invisible_character,
    garbled_text,
    untidy_space,
    page_furniture,
)
