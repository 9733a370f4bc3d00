"""Marks of Markdown, of footnotes and of HTML: what stands around words and is none of them."""

import re
from collections.abc import Callable

# Signs of emphasis, and the backslash at the end of a line or before a sign that would be a mark; what may stand around
# words, without a line end.
SIGNS = "*_\\"
AROUND = " " + SIGNS
TAG = "</?su[bp]>"
LINE_BREAK = "<br ?/?>"
SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_HEADING, _HEADING_END, _ITEM = "#{1,6} ", " +#+$", "- "
_ESCAPE = r"\\(?=[^\w\s])"
FENCES = ("---", "+++")  # before and behind front matter
MERGE_MARKER = "======="  # what git writes between two versions of the same lines
# A comment; none holds the beginning of another one, which is a sign that it was not closed.
COMMENT = "<!--(?:(?!<!--)[\\s\\S])*?-->"

# The number of a note in a superscript; and as far as it is certain that it is no power of a metre.
_RAISED, _RAISED_DIGITS = r"<sup>[(\[]?([0-9]{1,2})[)\]]?</sup>", "[⁰¹²³⁴-⁹]"
_NOTE = rf"(?<!\b[cdhkm]m)(?<!\bm)(?:{_RAISED}|\^([0-9]{{1,2}})\^|({_RAISED_DIGITS}{{1,2}}))"
_MAY_BE_RAISED = f"[<^]|{_RAISED_DIGITS}"
# The mark of a note in any form but 1. and 1), where no power can stand.
_IN_BRACKETS, _IN_CARETS = r"\\?\[\\?\^?([0-9]{1,2})\\?\]|\(([0-9]{1,2})\)", r"\\?\^([0-9]{1,2})\\?\^"
NOTE = f"(?:{_RAISED}|{_IN_BRACKETS}|{_IN_CARETS}|({_RAISED_DIGITS}{{1,2}}))"
PANDOC_NOTE = r"\[\^[0-9]{1,3}\]"
_SUPERSCRIPT = r"\^([^\s^]+)\^"
_WRAPPED_HYPHEN = r"(?<=\w)-[ \t]*[\r\n]\s*(?=\w)"  # in a word that goes on on the next line
# Marks of headings, lists and emphasis, tags, and the backslash before a character that would be a mark.
_EMPHATIC = r"\*+(?=\S)|(?<=\S)\*+|(?<!\w)_+|_+(?!\w)"
_MARKS = rf"(?m)(?:^|(?<=\r))(?:{_HEADING}|{_ITEM})|{_HEADING_END}|{_EMPHATIC}|{TAG}|{_ESCAPE}|\\$"
# Emphasis of a few words, and of a whole line.
_EMPHASIS = r"(\*{1,3})(?=[^\s*])(.{1,200}?)(?<=[^\s*])\1|(?<!\w)(_{1,3})(?=[^\s_])(.{1,200}?)(?<=[^\s_])\3(?!\w)"
_WHOLLY_EMPHATIC = r"^(\*{1,3}|_{1,3})([^\s*_](?:[^*_]*[^\s*_])?)\1$"
_AT_LINE_END = rf"(?<!\s)\s*(?:\\|{LINE_BREAK})$"


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
    """Return the words of a piece of a document whose last note has that number; white space is not folded.

    What stands in a superscript is text (``20<sup>th</sup>``, ``km<sup>2</sup>``), unless it is the number of a note.
    """
    if re.search(_MAY_BE_RAISED, text):
        highest = last_note()

        def unnumbered(mark: re.Match[str]) -> str:
            number = mark[1] or mark[2] or mark[3].translate(SUPERSCRIPTS)
            return "" if 0 < int(number) <= highest else mark[0]

        text = re.sub(_NOTE, unnumbered, re.sub(COMMENT, "", text))
        text = re.sub(_SUPERSCRIPT, r"\1", re.sub(PANDOC_NOTE, "", text))
        text = re.sub(LINE_BREAK, " ", text)
    return re.sub(_WRAPPED_HYPHEN, "-", re.sub(_MARKS, "", text))


def bare(line: str) -> str:
    """Return a line of names, numbers or fixed words without any marks; one of nothing else as it is."""
    words = re.sub(_AT_LINE_END, "", re.sub(f"^{_ITEM} *", "", without_heading(line)))
    words = re.sub(_ESCAPE, "", re.sub(TAG, "", words))
    return re.sub(_EMPHASIS, r"\2\4", words).strip("* ") or line


def without_heading(line: str) -> str:
    """Return a line without the marks of a heading."""
    return re.sub(rf"^{_HEADING} *|(?<! ){_HEADING_END}", "", line)


def without_emphasis(line: str) -> str:
    """Return a line without emphasis, where all of it is emphasised."""
    return re.sub(_WHOLLY_EMPHATIC, r"\2", line)


def number_of_note(mark: re.Match[str]) -> str:
    """Return the number in the mark of a note."""
    return str(next(filter(None, mark.groups()))).translate(SUPERSCRIPTS)
