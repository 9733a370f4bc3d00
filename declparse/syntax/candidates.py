"""What each line may be, and what each doubt costs: one table of costs, one of the kinds of lines, one of the layouts.

A new kind of line has its shape in a grammar file and its row here.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from declparse.syntax.grammar import load
from declparse.syntax.lines import LISTS, NOTE, Line
from declparse.syntax.tables import OTHER, PRINT, PRINT_1995, PRINT_2001, WEB


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
    """A kind of line: what it costs to set it aside, to read it as words, and to read it as more of a paragraph.

    ``telling`` where it is no words as long as the part of that kind is missing. ``begins`` where a declaration may
    begin with it. ``within`` is what must show that such a line goes on a block: a small letter or what follows, or
    that the sentence before it has not ended; never without.
    """

    aside: float = COSTS.aside
    words: float = COSTS.sure
    telling: bool = False
    begins: bool = False
    small: bool = False  # may go on a block with a small letter, or where the next line does
    sentence: bool = False  # … where the sentence has not ended
    always: bool = False  # … wherever no blank line stands between
    length: tuple[int, int] = (1, 0)  # the least and the most words of which it is one that is wrongly written
    meant: str = ""  # the token for that, if it is another one


KINDS = {
    "DOCUMENT_NUMBER": Kind(words=COSTS.little, telling=True, begins=True, small=True, sentence=True, length=(1, 6)),
    "DATE": Kind(words=COSTS.little, telling=True, begins=True, small=True, sentence=True, length=(1, 7)),
    "DECLARATION_NUMBER": Kind(words=COSTS.heading, begins=True, small=True, length=(1, 8)),
    "OTHER_HEADING": Kind(begins=True, always=True),
    "REISSUE": Kind(words=COSTS.heading),
    "DISCLAIMER": Kind(small=True, length=(5, 60), meant="DISCLAIMER_WORDS"),
    "OPENING": Kind(aside=3),
    "SIGN_OFF": Kind(),
    "LIST_HEADING": Kind(length=(1, 8)),
    "SIGNATORIES": Kind(words=COSTS.little, small=True, sentence=True),
    "SIGNATURES": Kind(),
    "TOTAL": Kind(small=True, sentence=True, length=(1, 5)),
    "LEGEND": Kind(words=COSTS.little, small=True, sentence=True),
    "STRAY": Kind(aside=COSTS.scrap, words=COSTS.stray, small=True),
    "HEADLINE": Kind(aside=4, words=0, begins=True),
    "PROSE": Kind(words=0, begins=True),
    "FURNITURE": Kind(begins=True),
}
# What is supplied where it is missing; of equal ways to a part the one with the earlier of these.
SUPPLIED = (
    *("DOCUMENT_NUMBER", "DECLARATION_NUMBER", "DATE", "DISCLAIMER", "LIST_HEADING", "PROSE"),
    *("SIGNATORIES", "SIGNATURES", "TOTAL", "LEGEND"),
)


class Layout(NamedTuple):
    """A start rule of the grammar, what it costs without a sign of it, and which lines are set aside for nothing."""

    rule: str
    grammar: str
    unshown: float = 0
    free: frozenset[str] = frozenset()
    aside: bool = True  # whether lines may be set aside


def _unshown(parts: int) -> float:
    """Return what a layout costs without a sign of it that may lack so many parts: more than these are worth."""
    return COSTS.supply * parts + COSTS.unshown


PRINTS = (
    Layout(PRINT, "print"),
    Layout(PRINT_2001, "print", _unshown(1)),  # the total
    Layout(PRINT_1995, "print", _unshown(3)),  # heading, total, legend
    Layout(OTHER, "print", aside=False),
)
# Where a text has anything of a web page, the lines of both layouts are looked for.
LAYOUTS = {
    "print": PRINTS,
    "web": (
        *PRINTS[:3],
        Layout(WEB, "web", _unshown(4), frozenset(["FURNITURE"])),
        Layout(OTHER, "web", aside=False),
    ),
}
WORDS = {"PROSE", "HEADLINE"}
_LENGTHS = {name: row.length for name, row in KINDS.items() if row.length[1]}
_PLACEHOLDER = re.compile(r"[\[\] …._?X]+|\[[^\]\n]*\]")  # for a date that is not known yet
_NUMBER_LINE = re.compile(r"(?i)writ.*decl|.*\bdecl\w*\b.*\d|.*\bn[o°º]\b\.? *\d")
_DATE_SHAPE = re.compile(r"[0-9]{1,2}\W+[^\W\d_]+\W+[0-9]{4}")  # whatever the word is
_SCRAP = 2  # words of a line that is hardly a title or a paragraph
_LONGEST = 3  # lines of a list cost their number, but no more than this
_ENDS_OF_SENTENCES = tuple('.;:!?”"»')
_FULL_STOPS = (".", ";")
_ABBREVIATIONS = (" No.", " Nos.", " Art.", " para.", " p.", " pp.")
_NUMBERS_ONLY = re.compile(r"[^\w\n]*[0-9]+[^\n\W\d_]{0,2}[^A-Za-z\n]*")
_WHOLE = re.compile(r".*, ?[A-Z]{2,5}(/[A-Z]{2})?\s*", re.DOTALL)  # a signatory with a group
_SIGNATORY = re.compile(r"[^,]+,[^,]+, ?[A-Z]{2,5}(/[A-Z]{2})?\s*")  # all of it
_LIST_WORD = re.compile(r"(?i)\W*signat\w+ ?:")  # the word before the list of a web page
# As the lists of 2001 have it:   Marmazov, Ukraine, UEL          d'Angelosanto, Italy, SOC
_BARE_SURNAME = re.compile(r"(([a-z]{1,3}|[A-Z][a-z]{1,2}) |\w['’])*[^\W\d_][^\W\d_A-Z]+([-'’][^\W\d_]+)?,")
_YEAR = re.compile(r"\b[0-9]{4}\b")
_EARLY_NUMBER = re.compile(r"\D*[1-8][0-9]{3}\D*")  # the 9000th document was of 2001
_FIRST_TOTAL, _FIRST_OF_TODAY = 2007, 2001  # the years in which the layouts changed, as far as known


class Candidate(NamedTuple):
    """What a line may be, and what that costs: ``wanted`` more where the part ``like`` is missing, ``twice`` where it
    stands there already, ``apart`` where it could go on the block before it, which only what ``goes_on`` does;
    ``meant`` is the part that it is, if only wrongly written."""

    kind: str
    cost: float = 0
    goes_on: bool = False
    like: str = ""
    wanted: float = 0
    twice: float = 0
    apart: float = 0
    meant: str = ""


class Looks(NamedTuple):
    """What the search asks of a line: its candidates, and how it is set aside."""

    candidates: list[Candidate]
    aside: float
    kind: str
    joined: bool  # whether it makes one block with the line before, where both are set aside
    begins: bool
    copy_of: int  # the line before it with the same words; -1 without one
    signs: frozenset[str]  # the layouts of which the line is a sign


class Candidates:
    """Says for the lines of a text what each may be."""

    def __init__(self, text: str, lines: list[Line]) -> None:
        self.text = text
        self.lines = lines
        kinds = {line.kind for line in lines}
        self._dated = "DATE" in kinds
        self._numbered = "DOCUMENT_NUMBER" in kinds
        self._seen: dict[str, int] = {}
        self._piece = 0  # where the last piece between semicolons begins in the block of lines before a line

    def first(self, index: int) -> str:
        """Return what a line looks like; nothing where it cannot be that."""
        line = self.lines[index]
        if self._is_joined(index):
            return "MORE"
        if (line.kind == "HEADLINE" and self._is_again(index)) or not self._is_itself(index):
            return ""
        return "REST" if line.kind == "SIGNATURES" and line.gap == 1 and self._is_rest(index) else line.kind

    def looks(self, index: int) -> Looks:
        """Return all that a line may be; the lines must be asked for in their order."""
        line = self.lines[index]
        words = self.text[line.start : line.end]
        copy_of = self._seen.get(words, -1)
        self._seen[words] = index
        looks = Looks(
            self._candidates(index),
            _aside(line, words),
            line.kind,
            self._is_joined(index),
            KINDS[line.kind].begins,
            copy_of,
            self._signs(index),
        )
        if line.gap != 1:
            self._piece = line.start
        self._piece = max(self._piece, self.text.rfind(";", line.start, line.end) + 1)
        return looks

    def goes_on(self, index: int) -> bool:
        """True if a line may belong to the block of the line before it."""
        return index < len(self.lines) and self.lines[index].gap == 1

    def begins(self, index: int) -> bool:
        """True if a declaration may begin with a line."""
        return KINDS[self.lines[index].kind].begins

    def signs(self, begin: int, end: int) -> frozenset[str]:
        """Return the layouts of which there are signs in some lines."""
        return frozenset().union(*map(self._signs, range(begin, end)))

    def _candidates(self, index: int) -> list[Candidate]:
        line = self.lines[index]
        if line.kind in WORDS:
            return self._words(index)
        row = KINDS[line.kind]
        doubt = self._doubt(index)
        words = COSTS.list if line.count >= _LONGEST else row.words * line.count
        words = 0 if doubt else words
        wanted = COSTS.wanted - row.words if row.telling else 0
        found = [Candidate("REST", goes_on=True)] if line.gap == 1 and self._is_rest(index) else []
        if self._follows(index) and self._is_within(index):
            cost = COSTS.within if line.count == 1 else words
            found.append(Candidate("MORE", cost, True, line.kind, wanted, COSTS.twice))
        if self._is_itself(index):
            found.append(Candidate(line.kind, doubt, apart=COSTS.apart if found and found[0].kind == "REST" else 0))
        if any(map(str.isalnum, self.text[line.start : line.end])) and not self._is_piece(index):
            found.append(Candidate("PROSE", words, like=line.kind, wanted=wanted, twice=COSTS.twice))
        if self._is_note(index):
            found.append(Candidate("LEGEND"))
        return [*found, *self._meant(index)] if line.kind == "STRAY" else found

    def _words(self, index: int) -> list[Candidate]:
        line = self.lines[index]
        found = [Candidate("REST", goes_on=True)] if line.gap == 1 and self._is_rest(index) else []
        own = Candidate(line.kind, twice=COSTS.twice if line.kind == "HEADLINE" else 0)
        if self._is_joined(index) or (line.kind == "PROSE" and self._follows(index)):
            if self._is_apart(index):
                listed = self.lines[index - 1].kind in LISTS
                found.append(Candidate("MORE", COSTS.apart if listed else COSTS.led, True))
            else:
                found.append(Candidate("MORE", goes_on=True))
                own = own._replace(apart=COSTS.apart)
        return [*found, *self._meant(index), own]

    def _meant(self, index: int) -> Iterator[Candidate]:
        """Yield the parts that a line may be that shows none, each where it is missing otherwise."""
        line = self.lines[index]
        words = self.text[line.start : line.end]
        count = sum(any(map(str.isalnum, word)) for word in words.split())
        placeholder = _PLACEHOLDER.fullmatch(words) is not None
        for kind, (shortest, longest) in _LENGTHS.items():
            if (shortest <= count <= longest and (line.kind != "STRAY" or kind == "TOTAL")) or (
                kind == "DATE" and placeholder
            ):
                shown = (kind == "DATE" and (placeholder or _is_date(words))) or (
                    kind == "DECLARATION_NUMBER" and _NUMBER_LINE.match(words) is not None
                )
                yield Candidate(KINDS[kind].meant or kind, COSTS.meant if shown else COSTS.placed, meant=kind)

    def _is_itself(self, index: int) -> bool:
        """Whether a line is what its shape shows; the word Report alone may stand in any text."""
        line = self.lines[index]
        if line.kind != "OTHER_HEADING" or self._numbered:
            return True
        words = self.text[line.start : line.end]
        return "|" in words or not re.match("(?i)(report|rapport)", words)

    def _doubt(self, index: int) -> float:
        """Whether a line has semicolons as the list of a web page has, but no groups."""
        line = self.lines[index]
        if line.kind != "SIGNATURES":
            return 0
        pieces = self.text[line.start : line.end].split(";")
        whole = 2 * sum(_SIGNATORY.fullmatch(piece) is not None for piece in pieces) >= len(pieces)
        return 0 if whole or _LIST_WORD.match(pieces[0]) else COSTS.shape

    def _is_piece(self, index: int) -> bool:
        """Whether several parts stand on the line, which therefore is no title and no paragraph."""
        return any(line.gap == 0 for line in self.lines[max(index, 1) : index + 2])

    def _follows(self, index: int) -> bool:
        """Whether neither a blank line stands before a line, nor the same line."""
        return self.lines[index].gap == 1 and index > 0 and not self._is_again(index)

    def _is_again(self, index: int) -> bool:
        """Whether the line before has the same words."""
        before, line = self.lines[index - 1], self.lines[index]
        return index > 0 and self.text[before.start : before.end] == self.text[line.start : line.end]

    def _is_joined(self, index: int) -> bool:
        """Whether a line makes one block of words with the line before it, as the shape of both shows."""
        line = self.lines[index]
        if line.gap != 1 or not index:
            return False
        before = self.lines[index - 1].kind
        alike = line.kind == before and line.kind in ("HEADLINE", "STRAY")
        joined = alike or (line.kind == "PROSE" and before in WORDS)
        return joined and self._follows(index)

    def _is_apart(self, index: int) -> bool:
        """Whether the line before looks like another part, and is no words unless it is a block of its own."""
        if self.lines[index - 1].kind in WORDS or self.text[self.lines[index].start].islower():
            return False
        within = index > 1 and self.lines[index - 2].kind in WORDS and self._follows(index - 1)
        return not (within and self._is_within(index - 1))

    def _is_within(self, index: int) -> bool:
        """Whether a line that looks like another part may go on the block before it."""
        line = self.lines[index]
        row = KINDS[line.kind]
        if row.always:
            return True
        is_number = line.kind == "STRAY" and _NUMBERS_ONLY.fullmatch(self.text, line.start, line.end) is not None
        if (row.sentence or is_number) and not self._sentence_ends(index):
            return True
        return row.small and (self.text[line.start].islower() or self._next_goes_on(index))

    def _next_goes_on(self, index: int) -> bool:
        if index + 1 == len(self.lines):
            return False
        following = self.lines[index + 1]
        listed = self.lines[index].kind in LISTS and following.kind == "PROSE"
        return following.gap == 1 and (self.text[following.start].islower() or listed)

    def _sentence_ends(self, index: int) -> bool:
        """Whether the line before ends a sentence; a colon ends none before a number or a date."""
        before = self.lines[index - 1]
        if before.kind == "HEADLINE" or self.text.endswith(_ABBREVIATIONS, 0, before.end):
            return False
        listed = self.lines[index].kind in LISTS or self.lines[index].kind == "STRAY"
        return self.text.endswith(_ENDS_OF_SENTENCES if listed else _FULL_STOPS, 0, before.end)

    def _is_note(self, index: int) -> bool:
        """Whether a line is the mark of the legend, whose first line does not show that it is one."""
        line = self.lines[index]
        following = [one.kind for one in self.lines[index + 1 : index + 3]]
        return following == ["PROSE", "LEGEND"] and NOTE.fullmatch(self.text, line.start, line.end) is not None

    def _is_rest(self, index: int) -> bool:
        """Whether a line goes on the list of a web page, which is wrapped there: until its last signatory is whole."""
        line = self.lines[index]
        if not index or line.kind in ("DISCLAIMER", "OPENING"):
            return False
        if _LIST_WORD.match(self.text, line.start, line.end):
            return False
        if line.kind == "SIGNATURES" or ";" in self.text[line.start : line.end]:
            return True
        last = self.text[self._piece : self.lines[index - 1].end]
        return not last.endswith(":") and not _WHOLE.fullmatch(last)

    def _signs(self, index: int) -> frozenset[str]:
        line = self.lines[index]
        text = self.text
        if line.kind == "DATE":
            year = _YEAR.search(text, line.start, line.end)
            return _layouts_of(int(year[0])) if year else frozenset()
        if line.kind == "DOCUMENT_NUMBER" and not self._dated:
            return _layouts_of(2000 if _EARLY_NUMBER.fullmatch(text, line.start, line.end) else 9999)
        if line.kind == "SIGNATORIES":
            rows = text[line.start : line.end].split("\n")
            bare = 2 * sum(_BARE_SURNAME.match(row) is not None for row in rows) > len(rows)
            return frozenset([PRINT_2001]) if bare else frozenset()
        return frozenset([WEB]) if line.kind == "SIGNATURES" or (index and line.gap == 0) else frozenset()


def _layouts_of(year: int) -> frozenset[str]:
    """Return the earlier layouts in which a text of that year may be."""
    early = {PRINT_2001} if year < _FIRST_TOTAL else set()
    return frozenset(early | ({PRINT_1995} if year < _FIRST_OF_TODAY else set()))


def _is_date(words: str) -> bool:
    """Return whether words at the place of the date were meant to be one.

    These are few, with a month, or figures and at most a word.
    """
    fields = load("fields")
    month = any(True for name in ("MONTH", "MONTH_FR") for _ in fields.find(name, words.title(), 0, len(words)))
    figures = any(map(str.isdigit, words)) and not any(map(str.isalpha, words))
    return month or figures or _DATE_SHAPE.fullmatch(words) is not None


def _aside(line: Line, words: str) -> float:
    if line.kind in LISTS:
        return COSTS.aside + COSTS.next_line * (min(line.count, _LONGEST) - 1)
    if line.kind == "PROSE" and len(words.split()) <= _SCRAP:
        return COSTS.scrap
    return KINDS[line.kind].aside
