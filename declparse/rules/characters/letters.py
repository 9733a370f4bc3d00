"""Letters with separate accents, letters of other scripts, and garbled text."""

import re
import unicodedata
from collections.abc import Iterator

from declparse.characters.composition import COMPOSABLE, composed
from declparse.characters.garbling import LOST, garbled, ungarbled
from declparse.characters.look_alikes import LOOK_ALIKES, foreign_letters, foreign_words
from declparse.findings import Edit, Severity
from declparse.rules.support.check import Check
from declparse.rules.support.rule import BareFinding, BareFix, BareLabel, rule
from declparse.rules.support.shapes import shape
from declparse.rules.support.unreadable import unread
from declparse.source import Cover, Span
from declparse.wording import Term


@rule(
    "TXT002",
    "not-normalised",
    Severity.WARNING,
    "'{found}' is written with its accent as a character of its own",
    several="{places} letters are written with their accents as characters of their own, the first one in '{found}'",
    label="here",
    help="write each letter with its accent as one character (Unicode form NFC)",
    title="Compose letters and accents (NFC)",
)
def not_normalised(check: Check) -> Iterator[BareFinding]:
    """Letters and their accents are two characters instead of one.

    It looks the same, but no search will find the name. Some systems save all files so; it is one finding for the whole
    document.

    Wrong:
        PAVIĆ, with C and an accent as two characters
    Right:
        PAVIĆ

    Source: Unicode Standard Annex 15, normalisation form C.
    """
    text = check.text
    start, end = check.document.span
    if check.document.plain or unicodedata.is_normalized("NFC", text[start:end]):
        return
    edits = []
    for match in re.compile(COMPOSABLE).finditer(text, start, end):
        letter = composed(match[0])
        if letter != match[0]:
            edits.append(Edit(*match.span(), letter))
    if edits:
        first, *others = (Span(edit.start, edit.end) for edit in edits)
        values = {"found": _word_around(text, first.start), "places": len(edits)}
        labels = tuple(BareLabel(span) for span in others)
        yield BareFinding(
            first, values, "several" if others else "message", labels=labels, fix=BareFix("safe", tuple(edits))
        )


@rule(
    "TXT003",
    "look-alike-character",
    Severity.ERROR,
    "'{found}' in '{word}' is a {script} letter that only looks like a Latin one",
    several="{letters} letters in '{word}' are {script} ones that only look like Latin ones",
    unlike="'{found}' in '{word}' is a {script} letter among Latin ones",
    label="and '{found}' here",
    help="type the Latin letter '{latin}'",
    help_several="type the Latin letters: '{right}'",
    help_unlike="type what was meant in Latin letters",
    title="Write '{right}'",
)
def look_alike_character(check: Check) -> Iterator[BareFinding]:
    """A Cyrillic or Greek letter stands inside a Latin word.

    It looks right and is wrong: no search will find the name. For the other rules the letter counts as the Latin one.
    So does a word of the list, the legend or the date that is wholly of such letters. Greek letters of science and
    words of other languages are good text. The same word again is no finding of its own.

    Wrong:
        PАVIĆ, with the Cyrillic letter А
    Right:
        PAVIĆ

    Source: Unicode Technical Standard 39, mixed-script confusables.
    """
    if check.document.plain:
        return
    text = check.text
    places: dict[str, list[Span]] = {}
    for start, end in foreign_words(text, *check.document.span, shape("LATIN_LINE").fullmatch):
        places.setdefault(text[start:end], []).append(Span(start, end))
    for word, spans in places.items():
        yield _looking_alike(text, word, spans)


def _looking_alike(text: str, word: str, spans: list[Span]) -> BareFinding:
    """Return the finding for a word with such letters, for all places where it stands."""
    first, *others = (Span(*run) for span in spans for run in foreign_letters(text, *span))
    found = composed(text[slice(*first)])
    letters = sum(len(composed(word[start:end])) for start, end in foreign_letters(word, 0, len(word)))
    whole = composed(_word_around(text, first.start))
    values = {
        "found": found,
        "latin": found.translate(LOOK_ALIKES),
        "word": whole,
        "right": whole.translate(LOOK_ALIKES),
        "letters": letters,
        "script": Term("Cyrillic" if "\u0400" <= found[0] <= "\u052f" else "Greek"),
    }
    labels = tuple(BareLabel(span, {"found": text[slice(*span)]}) for span in others)
    if foreign_letters(word.translate(LOOK_ALIKES), 0, len(word)):
        return BareFinding(first, values, "unlike", "help_unlike", labels=labels)
    fix = BareFix(
        "safe", tuple(Edit(*span, composed(text[slice(*span)]).translate(LOOK_ALIKES)) for span in (first, *others))
    )
    if letters > 1:
        return BareFinding(first, values, "several", "help_several", labels=labels, fix=fix)
    return BareFinding(first, values, labels=labels, fix=fix)


@rule(
    "TXT005",
    "garbled-text",
    Severity.ERROR,
    "'{found}' is garbled: '{right}' was meant",
    several="{words} words are garbled, the first one is '{found}': '{right}' was meant",
    lost="A letter of '{found}' was lost: '{sign}' stands in its place",
    several_lost="{words} letters were lost, the first one in '{found}': '{sign}' stands in its place",
    label="here",
    help="write '{right}'; the text was once read with a wrong encoding",
    help_several="look for the original: all the text was once read with a wrong encoding",
    help_lost="type the letter that was meant; the text was once read with a wrong encoding",
    title="Write it as it was meant",
)
def garbled_text(check: Check) -> Iterator[BareFinding]:
    """Letters were garbled when the text was once read with a wrong encoding.

    UTF-8 that is read as Windows-1252 turns each accented letter into two or three signs. The right text is read
    instead, so no other rule stumbles over it. Other ways of reading lose letters: a sign with a question mark stands
    for each of them. It is one finding for the whole document.

    Wrong:
        NÃ‰METH
    Right:
        NÉMETH

    Source: RFC 3629; the code page Windows-1252.
    """
    if check.document.plain:
        return
    text = check.text
    begin, stop = check.document.span
    edits = [edit for edit in _garbled_words(text) if begin <= edit.start < stop]
    if edits:
        first, *others = (Span(edit.start, edit.end) for edit in edits)
        word = _word_around(text, *first)
        values = {"found": word, "right": ungarbled(word), "words": len(edits)}
        message, help_ = ("several", "help_several") if others else ("message", "help")
        fix = BareFix("unsafe", tuple(edits))
        yield BareFinding(first, values, message, help_, labels=tuple(BareLabel(span) for span in others), fix=fix)
    lost = [Span(*match.span()) for match in re.compile(LOST).finditer(text, begin, stop)]
    explained = Cover(_explained(check) if lost else ())
    lost = [span for span in lost if span.start not in explained]
    if lost:
        first, *others = lost
        values = {"found": _word_around(text, *first), "sign": text[slice(*first)], "words": len(lost)}
        labels = tuple(BareLabel(span) for span in others)
        yield BareFinding(first, values, "several_lost" if others else "lost", "help_lost", labels=labels)


def _garbled_words(text: str) -> list[Edit]:
    """Return one edit for each word, from its first garbled letter to its last, with the letters that were meant."""
    edits: list[Edit] = []
    for start, end, right in garbled(text):
        if edits and not re.search(r"[\s,;:()*]", text[edits[-1].end : start]):
            last = edits.pop()
            start, right = last.start, last.text + text[last.end : start] + right
        edits.append(Edit(start, end, right))
    return edits


def _explained(check: Check) -> list[Span]:
    """Return the places that other rules already report as unreadable or unknown."""
    document = check.document
    spans = unread(document) + [entry.span for entry in document.legend]
    spans += [one.country.span for one in document.signatories if check.country(one) is None]
    return spans + [used.span for key in check.groups.keys() - check.declared.keys() for used in check.groups[key]]


def _word_around(text: str, start: int, end: int | None = None) -> str:
    """Return the whole word, or words, that a stretch of text is part of."""
    end = start if end is None else end
    while start > 0 and not text[start - 1].isspace() and text[start - 1] not in ",;:()*":
        start -= 1
    while end < len(text) and not text[end].isspace() and text[end] not in ",;:()*":
        end += 1
    return text[start:end]
