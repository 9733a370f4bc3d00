"""What a half-solved merge leaves in a text: the line of seven equals signs, which may also be an underline."""

from collections.abc import Sequence

from declparse.marks import MERGE_MARKER

_ENDS_OF_SENTENCES = tuple('.;:!?”"»')
_WORDS = {"PROSE", "HEADLINE"}
# Lines behind which no title stands any more.
_AFTER_TITLES = {"DECLARATION_NUMBER", "DISCLAIMER", "OPENING", "SIGN_OFF", "LIST_HEADING", "SIGNATURES"}


def markers(text: str, shapes: Sequence[tuple[str, int, int]]) -> set[int]:
    """Return which of the lines are left from a merge, and neither underlines nor dividing lines.

    A title or a heading is underlined. Dividing lines have blank lines on both sides, and there are several.
    """
    found = [index for index, (_, start, end) in enumerate(shapes) if text[start:end] == MERGE_MARKER]
    apart = {index for index in found if not _is_near(text, shapes, index) and not _is_near(text, shapes, index + 1)}
    titles = next((index for index, (kind, *_) in enumerate(shapes) if kind in _AFTER_TITLES), len(shapes))
    dividing = apart if len(apart) > 1 else set()
    return {
        one for one in found if one not in dividing and (one in apart or not _underlines(text, shapes, one, titles))
    }


def _underlines(text: str, shapes: Sequence[tuple[str, int, int]], index: int, titles: int) -> bool:
    """True if a line underlines the words above it; before that line there may be titles."""
    if not index:
        return False
    above, _, end = shapes[index - 1]
    below = shapes[index + 1][0] if index + 1 < len(shapes) else ""
    heads_part = index < titles and below not in _WORDS
    ends_block = not below or not _is_near(text, shapes, index + 1)
    return above == "PROSE" and not text.endswith(_ENDS_OF_SENTENCES, 0, end) and (ends_block or heads_part)


def _is_near(text: str, shapes: Sequence[tuple[str, int, int]], index: int) -> bool:
    """True if a line stands right above the line."""
    if not 0 < index < len(shapes):
        return False
    return text.count("\n", shapes[index - 1][2], shapes[index][1]) == 1
