"""What each line may be, by what it looks like, and what each doubt about that costs."""

from collections.abc import Iterator
from typing import NamedTuple

from declparse.marks import MERGE_MARKER
from declparse.syntax.engine import load, shape
from declparse.syntax.kinds import COSTS, KINDS
from declparse.syntax.lines import LISTS, WORDS, Line, begins_list, is_again, is_footnote, is_joined
from declparse.syntax.quick import tells

_LENGTHS = {name: row.length for name, row in KINDS.items() if row.length[1]}
_SCRAP = 2  # words of a line that is hardly a title or a paragraph
_LONGEST = 3  # lines of a list cost their number, but no more than this
_ENDS_OF_SENTENCES = tuple('.;:!?”"»')
_FULL_STOPS = (".", ";")
_ABBREVIATIONS = (" No.", " Nos.", " Art.", " para.", " p.", " pp.")


class Candidate(NamedTuple):
    """One thing that a line may be, and what that costs."""

    kind: str
    cost: float = 0
    goes_on: bool = False  # whether it belongs to the line before it, which must have fitted
    apart: float = 0  # what it costs more where the line could go on the one before it
    like: str = ""  # the part that the line looks like
    wanted: float = 0  # what it costs more where that part is missing
    twice: float = 0  # what it costs more where the same words stand before it
    meant: str = ""  # the part that the line is, though wrongly written: in its place, or not at all


class Looks(NamedTuple):
    """What the search asks of a line: its candidates, and how it is set aside."""

    candidates: list[Candidate]
    aside: float
    kind: str
    joined: bool  # whether it makes one block with the line before, where both are set aside
    begins: bool
    copy_of: int  # the line before it with the same words; -1 without one
    signs: frozenset[str]  # the layouts of which it is a sign


class Candidates:
    """Says for the lines of a text what each may be."""

    def __init__(self, text: str, lines: list[Line], *, paged: bool = False) -> None:
        self.text = text
        self.lines = lines
        self._paged = paged  # whether the text shows where its pages end
        self._numbered = any(line.kind == "DOCUMENT_NUMBER" for line in lines)
        self._seen: dict[str, int] = {}
        self._piece = 0  # where the last piece between semicolons begins in the block of lines before a line

    def looks(self, index: int, signs: frozenset[str]) -> Looks:
        """Return all that a line may be; the lines must be asked for in their order, once each."""
        line = self.lines[index]
        words = self.text[line.start : line.end]
        copy_of = self._seen.get(words, -1)
        self._seen[words] = index
        looks = Looks(
            self._candidates(index),
            _aside(line, words),
            line.kind,
            is_joined(self.text, self.lines, index),
            KINDS[line.kind].begins,
            copy_of,
            signs,
        )
        if line.gap != 1:
            self._piece = line.start
        self._piece = max(self._piece, self.text.rfind(";", line.start, line.end) + 1)
        return looks

    def goes_on(self, index: int) -> bool:
        """True if a line may belong to the block of the line before it."""
        return index < len(self.lines) and self.lines[index].gap == 1

    def _candidates(self, index: int) -> list[Candidate]:
        """Return what a line may be; what goes on the block before it first."""
        line = self.lines[index]
        if line.kind in WORDS:
            return self._words(index)
        row = KINDS[line.kind]
        doubt = self._doubt(index)
        words = COSTS.list if line.count >= _LONGEST else row.words * line.count
        if doubt:  # as likely a paragraph with semicolons
            words = 0
        wanted = COSTS.wanted - row.words if row.telling else 0
        found = self._rest(index)
        if self._follows(index) and self._is_within(index):
            cost = COSTS.within if line.count == 1 else words
            twice = 0 if self._shows_more(index) else COSTS.twice
            found.append(Candidate("MORE", cost, True, 0, line.kind, wanted, twice))
        if is_footnote(self.lines, index, paged=self._paged):
            found.append(Candidate("FOOTNOTE"))
        if self._is_itself(index):
            found.append(Candidate(line.kind, doubt, apart=COSTS.apart if found and found[0].kind == "REST" else 0))
        if self._may_be_words(index):
            found.append(Candidate("PROSE", words, like=line.kind, wanted=wanted, twice=COSTS.twice))
        if self._is_note(index):
            found.append(Candidate("LEGEND"))
        return [*found, *self._meant(index)] if line.kind == "STRAY" else found

    def _words(self, index: int) -> list[Candidate]:
        """Return what words may be."""
        line = self.lines[index]
        found = self._rest(index)
        own = Candidate(line.kind, twice=COSTS.twice if line.kind == "HEADLINE" else 0)
        if is_joined(self.text, self.lines, index) or (line.kind == "PROSE" and self._follows(index)):
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
        placeholder = shape("PLACEHOLDER_OF_DATE").fullmatch(words) is not None
        shown = {
            "DATE": placeholder or _is_date(words),
            "DECLARATION_NUMBER": shape("DECLARATION_NUMBER_MEANT").match(words) is not None,
        }
        for kind, (shortest, longest) in _LENGTHS.items():
            fits = shortest <= count <= longest and (line.kind != "STRAY" or kind == "TOTAL")
            if fits or (kind == "DATE" and placeholder):
                cost = COSTS.meant if shown.get(kind) else COSTS.placed
                yield Candidate(KINDS[kind].meant or kind, cost, meant=kind)

    def _is_itself(self, index: int) -> bool:
        """True if a line is what its shape shows."""
        line = self.lines[index]
        return line.kind != "OTHER_HEADING" or tells(self.text[line.start : line.end], numbered=self._numbered)

    def _doubt(self, index: int) -> float:
        """Return the cost of a list of a web page that has its semicolons, but hardly a group."""
        line = self.lines[index]
        if line.kind != "SIGNATURES":
            return 0
        pieces = self.text[line.start : line.end].split(";")
        whole = 2 * sum(map(bool, map(shape("WHOLE_SIGNATORY").fullmatch, pieces))) >= len(pieces)
        return 0 if whole or begins_list(self.text, line) else COSTS.shape

    def _rest(self, index: int) -> list[Candidate]:
        """Return the line as one that goes on the list of a web page, where it may."""
        return [Candidate("REST", goes_on=True)] if self.lines[index].gap == 1 and self._is_rest(index) else []

    def _may_be_words(self, index: int) -> bool:
        """True if a line that looks like another part may be words: it has a letter, and stands by itself."""
        line = self.lines[index]
        return any(map(str.isalnum, self.text[line.start : line.end])) and not self._is_piece(index)

    def _is_piece(self, index: int) -> bool:
        """True if several parts stand on the line, which therefore is no title and no paragraph."""
        return any(line.gap == 0 for line in self.lines[max(index, 1) : index + 2])

    def _follows(self, index: int) -> bool:
        """True if neither a blank line stands before a line, nor the same line."""
        return self.lines[index].gap == 1 and index > 0 and not is_again(self.text, self.lines, index)

    def _is_apart(self, index: int) -> bool:
        """True if the line before looks like another part, and is no words unless it is a block of its own."""
        if self.lines[index - 1].kind in WORDS or self.text[self.lines[index].start].islower():
            return False
        within = index > 1 and self.lines[index - 2].kind in WORDS and self._follows(index - 1)
        return not (within and self._is_within(index - 1))

    def _is_within(self, index: int) -> bool:
        """True if a line that looks like another part may go on the block before it."""
        line = self.lines[index]
        row = KINDS[line.kind]
        if self.text[line.start : line.end] == MERGE_MARKER:
            return False
        if row.always:
            return True
        is_number = (
            line.kind == "STRAY" and shape("NUMBERS_ALONE").fullmatch(self.text, line.start, line.end) is not None
        )
        if (row.sentence or is_number) and not self._sentence_ends(index):
            return True
        return self._shows_more(index)

    def _shows_more(self, index: int) -> bool:
        """True if a small letter shows that a line, or the one below it, is not the first of a block."""
        row = KINDS[self.lines[index].kind]
        small = row.small and self.text[self.lines[index].start].islower()
        return small or (row.following and self._next_goes_on(index))

    def _next_goes_on(self, index: int) -> bool:
        """True if the next line goes on, with a small letter, or as words below what looks like a line of a list."""
        if index + 1 == len(self.lines):
            return False
        following = self.lines[index + 1]
        listed = self.lines[index].kind in LISTS and following.kind == "PROSE"
        return following.gap == 1 and (self.text[following.start].islower() or listed)

    def _sentence_ends(self, index: int) -> bool:
        """True if the line before ends a sentence; a colon ends none before a number or a date."""
        before = self.lines[index - 1]
        if before.kind == "HEADLINE" or self.text.endswith(_ABBREVIATIONS, 0, before.end):
            return False
        listed = self.lines[index].kind in LISTS or self.lines[index].kind == "STRAY"
        return self.text.endswith(_ENDS_OF_SENTENCES if listed else _FULL_STOPS, 0, before.end)

    def _is_note(self, index: int) -> bool:
        """True if a line is the mark of the legend, whose first line does not show that it is one."""
        line = self.lines[index]
        following = [one.kind for one in self.lines[index + 1 : index + 3]]
        return (
            following == ["PROSE", "LEGEND"]
            and shape("NOTE_MARK").fullmatch(self.text, line.start, line.end) is not None
        )

    def _is_rest(self, index: int) -> bool:
        """True if a line goes on the list of a web page, which is wrapped there: until its last signatory is whole."""
        line = self.lines[index]
        if not index or line.kind in ("DISCLAIMER", "OPENING"):
            return False
        if begins_list(self.text, line):
            return False
        if line.kind == "SIGNATURES" or ";" in self.text[line.start : line.end]:
            return True
        last = self.text[self._piece : self.lines[index - 1].end]
        return not last.endswith(":") and not shape("SIGNATORY_AT_END").fullmatch(last)


def _is_date(words: str) -> bool:
    """True if a few words were meant to be a date: with a month in them, or with no letters, or in its shape."""
    fields = load("fields")
    month = any(fields.pattern(name).search(words.title()) for name in ("MONTH", "MONTH_FR"))
    figures = any(map(str.isdigit, words)) and not any(map(str.isalpha, words))
    return month or figures or shape("DATE_MEANT").fullmatch(words) is not None


def _aside(line: Line, words: str) -> float:
    """Return what it costs to set a line aside that stands there for the first time."""
    if line.kind in LISTS:
        return COSTS.aside + COSTS.next_line * (min(line.count, _LONGEST) - 1)
    if line.kind == "PROSE" and len(words.split()) <= _SCRAP:
        return COSTS.scrap
    return KINDS[line.kind].aside
