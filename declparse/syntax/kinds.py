"""What each doubt costs, and what each kind of line may be otherwise: one table of each.

A new kind of line has its shape in a grammar file and its row here.
"""

from typing import NamedTuple


class Costs(NamedTuple):
    """What a reading costs: 1 is a small doubt, 2 a fault that a clerk would see. A test holds what must be dearer."""

    supply: float = 2  # a part that is missing
    aside: float = 2  # a line that fits nowhere
    scrap: float = 1  # … of one or two words, or that no text has
    copy: float = 1  # … that stands there already
    next_line: float = 1  # … the second and third line of a block
    little: float = 1  # words that look like another part a little
    stray: float = 2  # … like a line that no text has
    sure: float = 3  # … like another part beyond doubt
    wanted: float = 5  # … like a part that is missing
    heading: float = 9  # … like the line that tells what a document is
    list: float = 5  # … like three or more lines of a list
    within: float = 0.5  # a line of a block that looks like another part
    apart: float = 0.5  # a block that begins where no blank line stands
    led: float = 1.5  # a block whose first line looks like a part that there is once
    meant: float = 1  # words that are a part wrongly written, as they show
    placed: float = 2.5  # … as nothing but their place shows
    twice: float = 2  # a line that stands there already as words
    shape: float = 1  # a list that looks like one, but has hardly a signatory
    again: float = 2  # another declaration in the same text
    unshown: float = 1  # a layout of which nothing but the order of the parts tells, besides what it may lack
    later: float = 0.000001  # of two lines that changed places the later one is displaced


COSTS = Costs()
# Ways that are this much dearer than the cheapest are given up.
BEAM = 8


class Kind(NamedTuple):
    """A kind of line: what it costs to read it otherwise, and as what."""

    aside: float = COSTS.aside  # what it costs to set it aside
    words: float = COSTS.sure  # … to read it as words
    telling: bool = False  # whether it is no words as long as the part of that kind is missing
    begins: bool = False  # whether a declaration may begin with it
    # What must show that it goes on a block of words, where no blank line stands between:
    small: bool = False  # a small letter at its start
    following: bool = False  # or that the next line goes on
    sentence: bool = False  # or that the sentence before it has not ended
    always: bool = False  # or nothing more
    length: tuple[int, int] = (1, 0)  # the least and the most words that may be this part, wrongly written
    meant: str = ""  # the token for such words, where it is another one


KINDS = {
    "DOCUMENT_NUMBER": Kind(
        words=COSTS.little, telling=True, begins=True, small=True, following=True, sentence=True, length=(1, 6)
    ),
    "DATE": Kind(
        words=COSTS.little, telling=True, begins=True, small=True, following=True, sentence=True, length=(1, 7)
    ),
    "DECLARATION_NUMBER": Kind(words=COSTS.heading, begins=True, small=True, following=True, length=(1, 8)),
    "OTHER_HEADING": Kind(begins=True, always=True),
    "REISSUE": Kind(words=COSTS.heading),
    "DISCLAIMER": Kind(small=True, following=True, length=(5, 60), meant="DISCLAIMER_WORDS"),
    "OPENING": Kind(aside=3),
    "SIGN_OFF": Kind(small=True),
    "LIST_HEADING": Kind(small=True, length=(1, 8)),
    "SIGNATORIES": Kind(words=COSTS.little, small=True, following=True, sentence=True),
    "SIGNATURES": Kind(),
    "TOTAL": Kind(small=True, following=True, sentence=True, length=(1, 5)),
    "LEGEND": Kind(words=COSTS.little, small=True, following=True, sentence=True),
    "STRAY": Kind(aside=COSTS.scrap, words=COSTS.stray, small=True, following=True),
    "HEADLINE": Kind(aside=4, words=0, begins=True),
    "PROSE": Kind(words=0, begins=True),
    "FURNITURE": Kind(begins=True),
}
# What is supplied where it is missing; of equal ways to a part the one with the earlier of these.
SUPPLIED = (
    *("DOCUMENT_NUMBER", "DECLARATION_NUMBER", "DATE", "DISCLAIMER", "LIST_HEADING", "PROSE"),
    *("SIGNATORIES", "SIGNATURES", "TOTAL", "LEGEND"),
)
