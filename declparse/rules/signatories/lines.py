"""Lines of the list that are not signatories."""

import re
from collections.abc import Iterator

from declparse.document import UnreadableLine
from declparse.findings import Severity
from declparse.reference import groups, states
from declparse.rules.support.check import Check
from declparse.rules.support.rule import BareFinding, rule
from declparse.rules.support.unreadable import FIELDS, is_malformed_signatory, lines_in, members_on, phrases, runs_of
from declparse.source import Span
from declparse.wording import Count

_HELP_ON_LINES = {
    "broken": "help_broken",
    "glued": "help_glued",
    "undivided": "help_undivided",
    "mark": "help_mark",
}


@rule(
    "SIG004",
    "malformed-signatory",
    Severity.ERROR,
    "This line is not a signatory: '{text}'",
    several="These {lines} lines are not signatories: '{text}' …",
    broken="A signatory is broken over {lines} lines: '{text}' …",
    glued="{members:signatory stands|signatories stand} on one line: '{text}'",
    undivided="{members:signatory is|signatories are} not divided by a semicolon: '{text}'",
    mark="There is a number or a bullet before the name: '{text}'",
    characters="There is a character in '{text}' that no name has: '{character}'",
    semicolon="There are semicolons in place of commas: '{text}'",
    name="The name is missing in '{text}'",
    country="The country is missing in '{text}'",
    exchanged="Country and group have changed places in '{text}'",
    comma="A comma is missing in '{text}'",
    help="write it like this: {example}",
    help_broken="write it on one line, like this: {example}",
    help_glued="write each on a line of its own, like this: {example}",
    help_undivided="put a semicolon between them; write each like this: {example}",
    help_mark="remove it; the line begins with the surname",
)
def malformed_signatory(check: Check) -> Iterator[BareFinding]:
    """A line of the list is not *name, country, group*.

    A line counts as a signatory's when it has a comma or a semicolon, or when it names a country or a group; others
    are STR005. The name has letters, blanks, hyphens, apostrophes and full stops only.

    Wrong:
        HOLLIK István Hungary, ECPA
    Right:
        HOLLIK István, Hungary, ECPA

    Source: the published lists since 2001.
    """
    for run in runs_of(check.document, check.document.unreadable):
        if any(map(is_malformed_signatory, run)):
            message, values = _what_is_wrong(run)
            values["example"] = check.example("list")
            if message == "glued" and check.document.layout == "web":
                message = "undivided"
            span = Span(run[0].span.start, run[-1].span.end)
            yield BareFinding(span, values, message, _HELP_ON_LINES.get(message, "help"))


def _what_is_wrong(run: list[UnreadableLine]) -> tuple[str, dict[str, object]]:
    """Return the message that fits the lines, and its values."""
    text = run[0].text.partition("\n")[0]
    values: dict[str, object] = {"text": text, "lines": lines_in(run), "members": Count(members_on(run[0]))}
    if lines_in(run) > 1:
        return "broken" if len(run) == 1 and run[0].broken else "several", values
    if members_on(run[0]) > 1:
        return "glued", values
    if re.match(r"([0-9]{1,3}[.)]|[•·–—▪●○◦]) ", text):
        return "mark", values
    name, *fields = re.split("[,;]", text)
    strange = [c for c in name if not c.isalpha() and c not in " '’‘ʼ`-‐‑.:/" and not "\u0300" <= c <= "\u036f"]
    if strange:
        return "characters", values | {"character": strange[0]}
    if ";" in text and len(fields) == FIELDS - 1:
        return "semicolon", values
    known = ["group" if groups.find(field) else "country" if states.find(field) else "" for field in (name, *fields)]
    if known[-2:] == ["group", "country"]:
        return "exchanged", values
    if known == ["country", "group"]:
        return "name", values
    if known == ["", "group"] and not any(map(states.find, phrases(name))):
        return "country", values
    return ("comma" if text.count(",") < FIELDS - 1 and ";" not in text else "message"), values
