"""A declaration at a glance: header, text, signatories, groups and delegations, what the Rules ask for, findings."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import NamedTuple, TextIO

from rich.text import Text

from declparse.characters.collation import collation_key
from declparse.characters.white_space import fold_space
from declparse.counts import count
from declparse.document import CalendarDate, Found, Malformed
from declparse.reference import groups, states
from declparse.reference.group_tables import NOT_A_GROUP
from declparse.report import columns, full, texts
from declparse.report.console import ReportConsole
from declparse.report.printable import printable
from declparse.report.result import DocumentResult, FileResult
from declparse.rules.support import selection
from declparse.rules.support.check import Check
from declparse.rules.support.requirements import Requirement, requirements
from declparse.wording import PARTS, Count, Day, Phrase, Term, said, say

_READING_WIDTH = 80
_LEAST_WIDTH = 40
_INDENT = 2
_LONGEST_BAR = 30
_CELLS_FOR_ONE = 2  # of a bar, where there is room
_LACK = "yellow"  # what is missing, cannot be read or is not certain
_HEADER = ("title", "declaration_number", "document_number", "date", "disclaimer")

Cell = Text | str


class Page(NamedTuple):
    """What is shown of one document: what was found in it, and the day and the thresholds it is judged by."""

    file: FileResult
    result: DocumentResult
    check: Check


def write(pages: Sequence[Page], stream: TextIO, *, color: bool = True) -> None:
    """Write the pages to a stream one after the other, each no wider than is good to read."""
    console = ReportConsole(stream, color=color)
    terminal = console.is_terminal
    console.width = max(_LEAST_WIDTH, min(console.width, _READING_WIDTH)) if terminal else _READING_WIDTH
    for number, page in enumerate(pages):
        if number:
            console.print()
            console.print(Text(_Signs(console).line * console.width, "dim"))
            console.print()
        _Printer(console, page, alone=len({id(other.file) for other in pages}) == 1).page()


class _Signs:
    """What is drawn with characters; plain ones where the terminal has no others."""

    def __init__(self, console: ReportConsole) -> None:
        plain = console.options.ascii_only
        self.line, self.bar = "-#" if plain else "─█"
        self.met, self.failed = "+-" if plain else "✓✗"


class _Printer:
    def __init__(self, console: ReportConsole, page: Page, *, alone: bool) -> None:
        self.console = console
        self.file, self.result, self.check = page
        self.document = page.result.document
        self.counts = count(page.result.document)
        self.alone = alone
        self.signs = _Signs(console)
        self.say = partial(say, lang=page.file.lang)
        self.terms = selection.terms_in(page.file.lang)

    def page(self) -> None:
        """Print the page; of what is no declaration only what it is."""
        if not self.alone:
            self.print(_styled(self.file.name, "dim"))
        if self.document.kind == "written-declaration":
            self.header()
            self.text()
            self.signatories()
            self.groups()
            self.delegations()
            self.requirements()
        self.findings()
        self.verdict()

    def header(self) -> None:
        """Print numbers, dates, title and disclaimer, and what is between them and cannot be read."""
        document = self.document
        rows: list[tuple[str, Cell]] = []
        for part in _HEADER:
            value = self.part(part)
            if value is not None:
                rows.append((self.name(part), value))
                rows += self.edition() if part == "document_number" else ()
        rows += [("", self.unreadable(line.text)) for line in document.unreadable if line.zone == "header"]
        self.table([(Text(label, "dim"), value) for label, value in rows], indent=0)

    def part(self, name: str) -> Cell | None:
        """Return a part of the header in the words of the text; None where it is not there and need not be."""
        part = getattr(self.document, name)
        if isinstance(part, Malformed):
            is_open = self.check.is_open(part)
            return _lack(self.say(texts.STILL_OPEN, text=part.text)) if is_open else self.unreadable(part.text)
        if part is None:
            needed = name != "disclaimer" or name in self.check.missing
            return _lack(self.say(texts.MISSING)) if needed else None
        if isinstance(part, Found):
            prefix = {"declaration_number": "No. ", "document_number": "Doc. "}.get(name, "")
            part = self.day(part) if name == "date" else f"{prefix}{part.value}"
        return _styled(str(part), "bold") if name == "title" else str(part)

    def edition(self) -> Iterator[tuple[str, Cell]]:
        """Yield the number of a new edition, and when the first one was tabled."""
        edition, reissue = self.document.named_edition, self.document.reissue
        if edition is not None:
            yield self.say(texts.EDITION), str(edition.value)
        tabled = reissue if isinstance(reissue, Malformed) else self.document.originally_tabled
        if tabled is not None:
            day = self.unreadable(tabled.text) if isinstance(tabled, Malformed) else self.day(tabled)
            yield self.say(texts.FIRST_TABLED), day

    def text(self) -> None:
        """Print the paragraphs, and in its place what cannot be read."""
        document = self.document
        phrase = texts.TEXT_OF_BOTH if document.opening else texts.TEXT_OF
        self.heading(phrase, number=Count(self.counts.words), alone=self.counts.paragraph_words)
        if document.opening:
            self.paragraph(str(document.opening))
        if not document.paragraphs:
            self.paragraph(_lack(self.say(texts.MISSING)))
        lines: list[tuple[int, Cell]] = [
            (line.span.start, self.unreadable(line.text)) for line in document.unreadable if line.zone == "text"
        ]
        for paragraph in document.paragraphs:
            number = f"{paragraph.number.value}. " if paragraph.number else ""
            lines.append((paragraph.span.start, number + paragraph.text))
        for _, line in sorted(lines, key=lambda line: line[0]):
            self.paragraph(line)

    def signatories(self) -> None:
        """Print the list, each line with its number, the tabler marked, and the total of the text."""
        document = self.document
        self.heading(texts.SIGNATORIES, number=Count(len(document.signatories)))
        lines: list[tuple[int, list[Cell]]] = [
            (line.span.start, [_lack("?"), self.unreadable(line.text)])
            for line in document.unreadable
            if line.zone == "list"
        ]
        for one in document.signatories:
            words = f"{one.honorific} {one.name_as_written}" if one.honorific else one.name_as_written
            name: Cell = words
            if one.tabler:
                name = Text.assemble((printable(words), "bold"), f" ({self.say(texts.TABLER)})")
            group = one.group or (_lack(self.say(texts.MISSING)) if document.layout == "print" else "")
            lines.append((one.span.start, [_styled(str(one.position), "dim"), name, one.country, group]))
        self.table([cells for _, cells in sorted(lines, key=lambda line: line[0])], right={0})
        if not lines:
            self.print(_lack(self.say(texts.MISSING)), indent=_INDENT)
        total = document.total
        if total is not None or "total" in self.check.missing:
            value = self.unreadable(total.text) if isinstance(total, Malformed) else str(total.value) if total else None
            self.print(self.say(texts.TOTAL_IN_TEXT), value or _lack(self.say(texts.MISSING)), indent=_INDENT)

    def groups(self) -> None:
        """Print a bar for each group, with its name from the legend; groups without signatories, too."""
        document, counts = self.document, self.counts
        language = document.language or "en"
        none = groups.written(NOT_A_GROUP, language)
        phrase = texts.GROUPS_WITHOUT if none in counts.by_group else texts.GROUPS
        self.heading(phrase, number=Count(counts.political_groups), none=none)
        names: dict[str, str] = {}
        for entry in document.legend:
            names.setdefault(groups.written(groups.key(entry.abbreviation), language), entry.name)
        bars: list[tuple[Cell, int, str]] = [(name, n, names.get(name, "")) for name, n in counts.by_group.items()]
        bars += [(abbreviation, 0, name) for abbreviation, name in names.items() if abbreviation not in counts.by_group]
        without = counts.signatories - sum(counts.by_group.values())
        self.bars([*bars, *([(_lack(self.say(texts.MISSING)), without, "")] if without else [])])
        if "legend" in self.check.missing:
            self.print(self.name("legend"), self.say(texts.COLON), _lack(self.say(texts.MISSING)), indent=_INDENT)
        for line in document.unreadable:
            if line.zone == "legend":
                self.print(self.unreadable(line.text), indent=_INDENT)

    def delegations(self) -> None:
        """Print a bar for each country, as the document writes it."""
        counts = self.counts
        if not counts.signatories:
            return
        self.heading(texts.DELEGATIONS, number=Count(counts.delegations))
        names: dict[str, str] = {}
        for signatory in self.document.signatories:
            row = states.find(signatory.country)
            if row is not None:
                names.setdefault(row.code, signatory.country)
        ranked = sorted(counts.by_country.items(), key=lambda item: (-item[1], collation_key(names[item[0]])))
        unknown = counts.signatories - sum(counts.by_country.values())
        bars: list[tuple[Cell, int, str]] = [(names[code], number, "") for code, number in ranked]
        self.bars([*bars, *([(_lack(self.say(texts.UNKNOWN)), unknown, "")] if unknown else [])])

    def requirements(self) -> None:
        """Print what the Rules ask for on the day of the document, if that is known, and what there is."""
        asked = list(requirements(self.check)) if not self.document.source.bad_bytes else []
        if not asked:
            return
        self.heading(texts.ASKED, day=Day.of(self.check.date or ""))
        rows: list[list[Cell]] = []
        for source, same in groupby(asked, lambda one: one.threshold.source):
            rows += map(self.requirement, same)
            rows.append(["", _styled(str(said(Term(source), self.file.lang, self.terms)), "dim")])
        self.table(rows)

    def requirement(self, one: Requirement) -> list[Cell]:
        """Return the row of a requirement: whether it is met, what is asked for, and what there is."""
        certain = one.threshold.evidence == "A"
        sign = _styled(self.signs.met, "green") if one.met else _lack("?" if one.met is None else "!")
        if one.met is False and certain:
            sign = _styled(self.signs.failed, "bold red")
        asked = self.say(texts.ASKED_OF[one.threshold.quantity], number=Count(one.threshold.value))
        found = str(one.found)
        if one.unclear and not one.met:
            found = self.say(texts.AND_UNCLEAR, found=one.found, unclear=one.unclear)
        if one.threshold.quantity == "words" and self.document.opening:
            found = self.say(texts.WITH_OPENING, alone=self.counts.paragraph_words, together=one.found)
        return [sign, asked if certain else self.say(texts.PROBABLY, asked=asked), _styled(found, "bold")]

    def findings(self) -> None:
        """Print each finding with its line, its message and what to do."""
        indent = 0
        if self.result.findings and self.document.kind == "written-declaration":
            self.heading(texts.FINDINGS, number=Count(len(self.result.findings)))
            indent = _INDENT
        for finding in self.result.findings:
            severity = (self.say(texts.SEVERITIES[finding.severity]), full.STYLES[finding.severity])
            line = self.say(texts.LINE, number=self.file.source.position(finding.span.start).line)
            self.print(Text.assemble(severity, f" {finding.code}, {line}"), indent=indent)
            self.print(finding.message, indent=indent + _INDENT)
            if finding.help:
                self.print(_styled(self.say(texts.HELP), "green"), finding.help, indent=indent + _INDENT)

    def verdict(self) -> None:
        """Print whether the document can be filed."""
        if self.result.findings or self.document.kind == "written-declaration":
            self.console.print()
        parts = full.verdict(self.file, self.result, alone=self.alone)
        self.print(*(_styled(*part) if isinstance(part, tuple) else part for part in parts))

    def name(self, part: str) -> str:
        """Return what a part is called, to begin a line."""
        words = str(said(Term(PARTS[part]), self.file.lang, self.terms))
        return words[:1].upper() + words[1:]

    def unreadable(self, text: str) -> Text:
        """Return words that cannot be read, as they stand there."""
        return _lack(self.say(texts.CANNOT_BE_READ, text=fold_space(text)))

    def heading(self, phrase: Phrase, **values: object) -> None:
        """Begin a section."""
        self.console.print()
        self.print(_styled(say(phrase, self.file.lang, **values), "bold cyan"))

    def paragraph(self, words: Cell) -> None:
        """Print a paragraph, set off from the one before."""
        self.console.print()
        self.print(words)

    def print(self, *parts: Cell, indent: int = 0) -> None:
        """Print a line, broken where it must be."""
        line = Text().join(map(_cell, parts))
        for one in self.console.lines(line, self.console.width - indent):
            one.rstrip()
            self.console.print(Text(" " * indent) + one, soft_wrap=True)

    def table(self, rows: Iterable[Sequence[Cell]], *, right: Collection[int] = (), indent: int = _INDENT) -> None:
        """Print rows in columns."""
        cells = [list(map(_cell, row)) for row in rows]
        for line in columns.lines(self.console, cells, self.console.width - indent, right=right) if cells else ():
            self.console.print(Text(" " * indent) + line, soft_wrap=True)

    def bars(self, rows: Sequence[tuple[Cell, int, str]]) -> None:
        """Print a bar for each number, all to one scale, with a label before it and words behind."""
        most = max((number for _, number, _ in rows), default=0)
        longest = min(_LONGEST_BAR, self.console.width // 3)
        scale = min(_CELLS_FOR_ONE, longest / max(most, 1))
        table = [[label, str(number), self.bar(number * scale), words] for label, number, words in rows]
        if any(words for *_, words in rows):
            self.table(table, right={1})
        else:
            self.table([row[:-1] for row in table], right={1})

    def bar(self, length: float) -> Text:
        """Return a bar of so many cells, at least one where there is anything."""
        return _styled(self.signs.bar * (max(1, round(length)) if length else 0), "cyan")

    def day(self, date: Found[CalendarDate]) -> str:
        """Return a date in the language of the report, also one that is no day of the calendar."""
        return Day(*date.value).words(self.file.lang)


def _styled(words: str, style: str) -> Text:
    return Text(printable(words), style)


def _lack(words: str) -> Text:
    return _styled(words, _LACK)


def _cell(cell: Cell) -> Text:
    """Return words for the console; strings may hold anything."""
    return cell if isinstance(cell, Text) else Text(printable(cell))
