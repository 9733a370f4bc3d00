"""White space, what is not seen, and the words between them."""

from declparse.characters.composition import composed

# Line breaks of word processors and of other systems, which are no line ends here.
LINE_BREAKS = "\x0b\x0c\x85\u2028\u2029"
# Characters that are not seen, but make texts differ: soft hyphens, zero-width, bidirectional, control characters.
INVISIBLE = "[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]"


def fold_space(text: str) -> str:
    """Return the text in NFC with each run of white space as one blank, none at the ends."""
    return composed(" ".join(text.split()))


def count_words(text: str) -> int:
    """Return how many words a text has: runs of characters between white space that hold a letter or a digit."""
    return sum(run.isalpha() or any(map(str.isalnum, run)) for run in text.split())
