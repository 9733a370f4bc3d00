"""Lines that are no part of a declaration."""

import re
from collections.abc import Iterator

from declparse.document import UnreadableLine
from declparse.findings import Severity
from declparse.reference import groups
from declparse.rules.support.check import Check
from declparse.rules.support.rule import BareFinding, rule
from declparse.rules.support.shapes import shape
from declparse.rules.support.unreadable import are_neighbours, is_malformed_signatory, lines_in, runs_of
from declparse.source import Span

_OPENED = "<!--"
# Conflict marks, which git and other tools write between two versions of the same lines.
_MERGE = r"(?:<{7}|>{7}|\|{7}|={7})(?!\S)"

# The message and the help for lines in a zone where only one thing can have been meant.
_MEANT_TO_BE = {
    "list_heading": ("list_heading", "help_list_heading"),
    "opening": ("opening", "help_opening"),
    "reissue": ("reissue", "help_reissue"),
}
_HELP_IN = {"list": "help_list", "legend": "help_legend"}


@rule(
    "STR005",
    "unreadable-line",
    Severity.ERROR,
    "This line fits nowhere: '{text}'",
    several="These {lines} lines fit nowhere: '{text}' …",
    list_heading="This line is not a list heading: '{text}'",
    opening="The opening is misspelt: '{text}'",
    reissue="This line is not a re-issue line: '{text}'",
    colon="There is no colon after the abbreviation: '{text}'",
    comment="A comment is opened here that is never closed: '{text}'",
    merge="This line is left from a merge of two versions: '{text}'",
    help="remove it, move it to where it belongs, or write it as what it was meant to be",
    help_comment="close it with '-->', or remove '<!--'",
    help_merge="keep the one or the other version of the lines beside it, and remove the marks of the merge",
    help_foreign="remove it; it is no part of the declaration",
    help_list="remove it, or write it as a signatory: {example}",
    help_legend="remove it, or write it as a line of the legend: ABBREVIATION: name of the group",
    help_list_heading="write it like this: {example}",
    help_opening="write it like this: {example}",
    help_reissue="write it like this: {example}",
    help_colon="write it like this: ABBREVIATION: name of the group",
)
def unreadable_line(check: Check) -> Iterator[BareFinding]:
    """A line that is no part of a declaration.

    Lines that follow each other are one finding; where one of them has the makings of a signatory, that is SIG004. What
    stands beside a part that is there a second time, such as the number of a page, belongs to that finding. Comments,
    ``<!-- … -->``, may stand anywhere; one that is never closed is no comment.

    Wrong:
        TILKI Attila, Hungary, ECPA
        %% page 2 of 3 %%
    Right:
        TILKI Attila, Hungary, ECPA

    Source: the layout of declaration 817.
    """
    document = check.document
    copies = [part for part in document.displaced if part.repeated]
    opened = check.text.find(_OPENED, *document.span)
    if opened >= 0 and not any(line.span.start <= opened < line.span.end for line in document.unreadable):
        line = check.text[opened : document.span.end].splitlines()[0]
        yield BareFinding(Span(opened, opened + len(_OPENED)), {"text": line}, "comment", "help_comment")
    for run in runs_of(document, document.unreadable):
        span = Span(run[0].span.start, run[-1].span.end)
        if any(map(is_malformed_signatory, run)) or any(are_neighbours(document, span, copy.span) for copy in copies):
            continue
        is_reissue = run[0].zone == "header" and shape("EDITION_FIRST").match(run[0].text)
        zone = "reissue" if is_reissue else run[0].zone
        values = {"text": run[0].text.split("\n")[0], "lines": lines_in(run), "example": check.example(zone)}
        yield BareFinding(span, values, *_what_it_was_meant_to_be(run, zone))


def _what_it_was_meant_to_be(run: list[UnreadableLine], zone: str) -> tuple[str, str]:
    """Return the message and the help that fit unreadable lines."""
    text = run[0].text
    if text.startswith(_OPENED):
        return "comment", "help_comment"
    if any(re.match(_MERGE, line) for one in run for line in one.text.split("\n")):
        return "merge", "help_merge"
    if lines_in(run) > 1:
        return "several", _HELP_IN.get(zone, "help")
    if zone in _MEANT_TO_BE:
        return _MEANT_TO_BE[zone]
    abbreviation = shape("ENTRY_WITHOUT_COLON").match(text) if zone == "legend" else None
    if abbreviation and groups.find(abbreviation[1]):
        return "colon", "help_colon"
    if not re.search(r"[^\W\d_]{2}", text) or shape("COPIED_ALONG").search(text):
        return "message", "help_foreign"
    return "message", _HELP_IN.get(zone, "help")
