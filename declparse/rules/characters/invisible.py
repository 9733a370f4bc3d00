"""Invisible characters."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from declparse.characters.garbling import garbled
from declparse.characters.white_space import INVISIBLE, LINE_BREAKS
from declparse.document import Found
from declparse.findings import Edit, Severity
from declparse.rules.support.check import Check
from declparse.rules.support.rule import BareFinding, BareFix, BareLabel, rule
from declparse.source import Cover, Span
from declparse.wording import Term

# Invisible characters; the separators count as blanks, and line breaks include the blanks around them.
_UNSEEN = f"(?:{INVISIBLE})+|[\x1c-\x1f]+| *([{LINE_BREAKS}]+) *"
_BREAKS = dict.fromkeys(LINE_BREAKS, "line break of a word processor")
_BREAKS |= {"\x0c": "page break", "\x85": "line break of another system"}
# Joiners belong in emoji that are made of several characters, and in words of other scripts.
_JOINERS = "\u200c\u200d"
_JOINED = "[\u0600-\u0dff\u2190-\u2bff\ufe0f\U0001f000-\U0001faff]"


@rule(
    "TXT004",
    "invisible-character",
    Severity.ERROR,
    "An invisible character stands here: {name} (U+{code:04X})",
    several="There are {number} invisible characters, the first one is {name} (U+{code:04X})",
    breaks="A {name} (U+{code:04X}) stands here; expected a line end",
    several_breaks="There are {number} line breaks that plain text has not, the first one is a {name} (U+{code:04X})",
    label="here",
    help="delete it: put the cursor behind the letter before it and press the delete key",
    help_breaks="put a line end there, or a blank; declparse fix does so everywhere",
    title="Remove or replace what is invisible",
)
def invisible_character(check: Check) -> Iterator[BareFinding]:
    """Characters that nobody sees stand in the text: zero-width, bidirectional or control characters.

    They come along when text is copied from a page or a word processor, and make two equal names different. No-break
    spaces are good text. All characters of one kind are one finding. The line breaks of word processors belong here,
    too: other programs do not know them.

    Wrong:
        TILKI, with a zero-width space in it
    Right:
        TILKI

    Source: Unicode general categories Cc and Cf.
    """
    if check.document.plain:
        return
    text = check.text
    spoilt = Cover((start, end) for start, end, _ in garbled(text))
    kinds: dict[str, list[re.Match[str]]] = {}
    for match in re.compile(_UNSEEN).finditer(text, *check.document.span):
        if match.start() not in spoilt and not _joins(match):
            character = (match[1] or match[0])[0]
            kinds.setdefault(_BREAKS.get(character, character), []).append(match)
    words = _words(check)
    for matches in kinds.values():
        yield _unseen(matches, words)


def _joins(match: re.Match[str]) -> bool:
    """True if the match consists of joiners between characters that they belong to, as in an emoji of a family."""
    before, after = match.string[match.start() - 1 : match.start()], match.string[match.end() : match.end() + 1]
    return not match[0].strip(_JOINERS) and bool(re.match(_JOINED, before) and re.match(_JOINED, after))


def _unseen(matches: list[re.Match[str]], words: list[Span]) -> BareFinding:
    """Return the finding for invisible characters of one kind, with the fix for all of them."""
    first, *others = (Span(*match.span(1 if match[1] else 0)) for match in matches)
    edits = _apart(_seen(match, words) for match in matches)
    character = matches[0].string[first.start]
    breaks = character in _BREAKS and any(edit.text for edit in edits)
    name = _BREAKS.get(character) or unicodedata.name(character, "a control character").lower()
    number = sum(len(match[1] or match[0]) for match in matches)
    name = name if breaks or character not in _BREAKS else f"a {name}"
    if breaks:
        message, help_text = ("several_breaks" if number > 1 else "breaks"), "help_breaks"
    else:
        message, help_text = ("several" if number > 1 else "message"), "help"
    values = {"name": Term(name), "code": ord(character), "number": number}
    labels = tuple(BareLabel(span) for span in others)
    return BareFinding(first, values, message, help_text, labels=labels, fix=BareFix("safe", edits))


def _apart(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """Return the edits without overlaps: of two that take the same blanks, the first one keeps them."""
    apart: list[Edit] = []
    for edit in edits:
        taken = apart[-1].end if apart else 0
        apart.append(edit if edit.start >= taken else Edit(taken, max(edit.end, taken), ""))
    return tuple(apart)


def _without(match: re.Match[str]) -> Edit:
    """Return the edit that deletes a match, together with blanks beside it that would be untidy without it."""
    text, (start, end) = match.string, match.span()
    first, last = start, end
    while first and text[first - 1] == " ":
        first -= 1
    while text[last : last + 1] == " ":
        last += 1
    if not first or text[first - 1] in "\r\n":
        return Edit(first, last, "")
    blanks = start - first + last - end
    if text[last : last + 1] in ("\r", "\n", ""):
        return Edit(first, last, "  " if blanks == 2 else "")  # a line break in Markdown
    return Edit(first, last, " ") if blanks > 1 else Edit(start, end, "")


def _seen(match: re.Match[str], words: list[Span]) -> Edit:
    """Return the edit for a match: a line break becomes a line end, or a blank in a sentence; the rest is deleted."""
    if not match[1]:
        return Edit(*match.span(), " ") if match[0][0] in "\x1c\x1d\x1e\x1f" else _without(match)
    text, (start, end) = match.string, match.span()
    if text[start - 1 : start] in ("\n", "\r", "") or text[end : end + 1] in ("\n", "\r", ""):
        return Edit(start, end, "")
    before = bisect_left(words, Span(start, start))
    if before and end < words[before - 1].end:
        return Edit(start, end, " ")
    return Edit(start, end, "\r\n" if "\r\n" in text else "\r" if "\n" not in text and "\r" in text else "\n")


def _words(check: Check) -> list[Span]:
    """Return the places of running text, sorted; a line end means no more than a blank there."""
    document = check.document
    parts = [text.span for text in (document.title, document.opening) if text is not None]
    parts += [document.disclaimer.span] if isinstance(document.disclaimer, Found) else []
    return sorted(parts + [paragraph.span for paragraph in document.paragraphs])
