"""Marks of Markdown, of footnotes and of HTML: what stands around words and is none of them."""

import re
from collections.abc import Callable

from declparse.characters import fold_space

SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
# A comment; none holds the beginning of another one, which is a sign that it was not closed.
COMMENT = "<!--(?:(?!<!--)[\\s\\S])*?-->"

# The number of a note, as far as it is certain that it is no power of a metre.
_NOTE = re.compile(r"(?<!\b[cdhkm]m)(?<!\bm)(?:<sup>[(\[]?([0-9]{1,2})[)\]]?</sup>|\^([0-9]{1,2})\^|([⁰¹²³⁴-⁹]{1,2}))")
_MAY_BE_RAISED = re.compile("[<^⁰¹²³⁴-⁹]")
_PANDOC_NOTE = r"\[\^[0-9]{1,3}\]"
_LINE_BREAK = r"<br ?/?>"
_SUPERSCRIPT = r"\^([^\s^]+)\^"
_WRAPPED_HYPHEN = r"(?<=\w)-[ \t]*[\r\n]\s*(?=\w)"  # in a word that goes on on the next line
# Marks of headings, lists and emphasis, tags, and the backslash before a character that would be a mark.
_MARKS = r"(?m)(?:^|(?<=\r))(?:#{1,6}|-) | +#+$|\*+(?=\S)|(?<=\S)\*+|(?<!\w)_+|_+(?!\w)|</?su[bp]>|\\(?=[^\w\s])|\\$"


def are_absent(text: str) -> bool:
    """True if the text is its words, without marks or white space to be folded; each sign by itself, which is quick."""
    return (
        "\n" not in text
        and "  " not in text
        and "*" not in text
        and "_" not in text
        and "<" not in text
        and "\\" not in text
        and "#" not in text
        and "^" not in text
        and not text.startswith("- ")
    )


def words_of(text: str, last_note: Callable[[], int]) -> str:
    """Return the words of a piece of a document whose last note has that number, white space folded.

    What stands in a superscript is text (``20<sup>th</sup>``, ``km<sup>2</sup>``), unless it is the number of a note.
    """
    if _MAY_BE_RAISED.search(text):
        highest = last_note()

        def unnumbered(mark: re.Match[str]) -> str:
            number = mark[1] or mark[2] or mark[3].translate(SUPERSCRIPTS)
            return "" if int(number) <= highest else mark[0]

        text = _NOTE.sub(unnumbered, re.sub(COMMENT, "", text))
        text = re.sub(_SUPERSCRIPT, r"\1", re.sub(_PANDOC_NOTE, "", text))
        text = re.sub(_LINE_BREAK, " ", text)
    return fold_space(re.sub(_WRAPPED_HYPHEN, "-", re.sub(_MARKS, "", text)))
