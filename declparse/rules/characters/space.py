"""Tabs and superfluous blanks."""

import re
from collections.abc import Iterator

from declparse.characters.white_space import INVISIBLE
from declparse.findings import Edit, Severity
from declparse.marks import PANDOC_NOTE
from declparse.rules.support.check import Check
from declparse.rules.support.rule import BareFinding, BareFix, BareLabel, rule
from declparse.rules.support.unreadable import unread
from declparse.source import Cover, SourceText, Span
from declparse.wording import Count, Term

# Tabs, runs of blanks, and blanks at the end of a line, except for the two of a Markdown line break, even on an empty
# line.
_VISIBLE = rf"[^\s{INVISIBLE[1:-1]}]"  # blanks beside an invisible character belong to the fix of TXT004
_LINE_START, _LINE_END = r"(?:(?<=[\r\n])|\A)", r"(?=[\r\n]|\Z)"
_UNTIDY = "|".join(
    (
        r"(?<![ \t])[ \t]*\t[ \t]*",
        rf"(?<={_VISIBLE})(?<!\n-)(?<!\r-)  +(?={_VISIBLE})",  # any number may follow a bullet
        rf"(?<={_VISIBLE})(?: | {{3,}}){_LINE_END}",
        rf"{_LINE_START}(?!  [\r\n]) +(?=[\r\n]|{_VISIBLE})",
    )
)
_HARD_BREAK = "  "  # of Markdown, at the end of a line
# A note in pandoc's Markdown, and the indentation of its further lines.
_NOTE, _INDENTED = f"(?m)^{PANDOC_NOTE}: ", "    "


@rule(
    "TXT006",
    "untidy-space",
    Severity.INFO,
    "{what} here",
    several="{what} here, and untidy space in {others:more place|more places}",
    label="here",
    help="use single blanks; only two blanks at the end of a line mean something: a line break in Markdown",
    title="Tidy the space",
)
def untidy_space(check: Check) -> Iterator[BareFinding]:
    """There are tabs, runs of blanks, or blanks at the end of a line.

    Two blanks at the end of a line are a line break in Markdown and good. It is one finding for the whole document.

    Wrong:
        TILKI  Attila, Hungary, ECPA
    Right:
        TILKI Attila, Hungary, ECPA

    Source: common drafting practice.
    """
    source = check.document.source
    text = check.text
    if _is_tidy(text):
        return
    taken = Cover(
        (start, end + 1) for start, end in unread(check.document)
    )  # the blank after a lost value belongs to it
    untidy = re.compile(_UNTIDY).finditer(text, *check.document.span)
    note = re.search(_NOTE, text)
    found = [_tidied(one, source) for one in untidy if not (note and one.start() > note.end() and _is_indent(one))]
    edits = [edit for edit in found if edit.start not in taken]
    if edits:
        first, *others = (Span(edit.start, edit.end) for edit in edits)
        what = "A tab stands" if "\t" in text[first.start : first.end] else "Superfluous blanks stand"
        values = {"what": Term(what), "others": Count(len(others))}
        labels = tuple(BareLabel(span) for span in others)
        yield BareFinding(
            first, values, "several" if others else "message", labels=labels, fix=BareFix("safe", tuple(edits))
        )


def _is_indent(match: re.Match[str]) -> bool:
    return match[0] == _INDENTED and match.string[match.start() - 1] in "\r\n"


def _is_tidy(text: str) -> bool:
    """True if nothing is untidy but line breaks of Markdown: a quick test that settles most texts."""
    rest = text.replace("\r\n", "\n").replace("\r", "\n").replace("  \n", "\n")
    if "  " in rest or " \n" in rest or "\n " in rest or "\t" in rest:
        return False
    return rest[:1] != " " and rest[-1:] != " "


def _tidied(match: re.Match[str], source: SourceText) -> Edit:
    """Return the edit for untidy space: nothing at either end of a line, one blank inside it.

    Of more than two blanks at the end of a line, two stay if a line beside it has a line break of Markdown as well.
    """
    before, after = match.string[: match.start()][-1:], match.string[match.end() : match.end() + 1]
    at_start, at_end = (beside in ("", "\n", "\r") for beside in (before, after))
    if at_end and not at_start and len(match[0]) > len(_HARD_BREAK):
        line = source.position(match.start()).line
        following = source.line(line + 1) if line < len(source.line_starts) else ""
        if following.strip() and _HARD_BREAK in (source.line(max(line - 1, 1))[-2:], following[-2:]):
            return Edit(match.start() + len(_HARD_BREAK), match.end(), "")
    return Edit(*match.span(), "" if at_start or at_end else " ")
