"""The report for the eye: each finding with its line, the place underlined, other places, help; and a verdict."""

from collections.abc import Sequence
from functools import partial
from typing import TextIO

from rich.cells import cell_len
from rich.padding import Padding
from rich.text import Text

from declparse.document import Document, Found
from declparse.findings import Finding, Severity
from declparse.report import texts
from declparse.report.console import ReportConsole
from declparse.report.printable import printable
from declparse.report.result import DocumentResult, FileResult, file_name
from declparse.source import SourceText, Span
from declparse.wording import Count, say

STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.INFO: "bold cyan"}
_WIDTH_OF_A_PIPE = 100
_LEAST_WIDTH = 40
_MOST_LABELS = 6


def write(files: Sequence[FileResult], stream: TextIO, *, verdicts: bool = True, color: bool = True) -> None:
    """Write the report to a stream: with colour and wrapped on a terminal, plain and unwrapped elsewhere."""
    printer = Printer(ReportConsole(stream, color=color))
    for file in files:
        for finding in file.findings:
            printer.finding(file, finding)
    if verdicts:
        printer.verdicts(files)


class Printer:
    """Prints findings and verdicts on a console."""

    def __init__(self, console: ReportConsole) -> None:
        self.console = console
        self.terminal = console.is_terminal
        self.width = max(console.width, _LEAST_WIDTH) if self.terminal else _WIDTH_OF_A_PIPE
        console.width = self.width

    def print(self, *parts: str | tuple[str, str], indent: int = 0) -> None:
        """Print a line of parts, each a text or a text with a style; nothing in it is markup.

        On a terminal it is wrapped, and what goes on is indented, too.
        """
        styled = (part if isinstance(part, tuple) else (part, "") for part in parts)
        line = Text.assemble(*((printable(text), style) for text, style in styled))
        if self.terminal:
            line = self.console.wrapped(line, self.width - indent)
            self.console.print(Padding(line, (0, 0, 0, indent), expand=False))
        else:
            self.console.print(Text(" " * indent) + line, soft_wrap=True)

    def finding(self, file: FileResult, finding: Finding) -> None:
        """Print a finding with its lines and help, and a blank line."""
        place = file.source.position(finding.span.start)
        style = STYLES[finding.severity]
        self.print(
            (f"{file.name}:{place.line}:{place.column}", "bold"),
            " ",
            (say(texts.SEVERITIES[finding.severity], file.lang), style),
            f" {finding.code} {finding.name}",
        )
        self.print((finding.message, "bold"), indent=2)
        self._snippets(file, finding, style)
        if finding.help:
            self.print((say(texts.HELP, file.lang), "green"), finding.help, indent=2)
        self.console.print()

    def _snippets(self, file: FileResult, finding: Finding, style: str) -> None:
        """Print the lines that a finding is about, in their order, with its places underlined; its own file first."""
        labels = finding.labels[:_MOST_LABELS]
        places = [(file.source, finding.span, "", "^", style)]
        places += [(label.source or file.source, label.span, label.message, "-", "blue") for label in labels]
        margin = max(len(str(source.position(span.start).line)) for source, span, *_ in places) + 2
        shown = file.source
        for source, span, message, mark, mark_style in sorted(places, key=lambda p: (p[0] is not file.source, p[1])):
            number = source.position(span.start).line
            if source is not shown:
                self.print((" " * margin + f" ┌ {file_name(source.path, file.lang)}:{number}", "dim"))
                shown = source
            line, before, under = self._window(source, span, margin)
            gutter = (" " * margin + " │ ", "dim")
            self.print((f"{number:>{margin}} │ ", "dim"), line)
            if margin + 3 + before + under + 1 + cell_len(message) <= self.width:
                self.print(gutter, " " * before, (f"{mark * under} {message}".rstrip(), mark_style))
            else:
                self.print(gutter, " " * before, (mark * under, mark_style))
                self.print(gutter, (message, mark_style))
        if len(finding.labels) > _MOST_LABELS:
            more = Count(len(finding.labels) - _MOST_LABELS)
            self.print((" " * margin + " │ ", "dim"), say(texts.MORE_PLACES, file.lang, number=more))

    def _window(self, source: SourceText, span: Span, margin: int) -> tuple[str, int, int]:
        """Return the part of a line that fits, and in terminal cells where the place is and how long."""
        start = source.position(span.start)
        line = printable(source.line(start.line)).rstrip()
        first = min(start.column - 1, len(line))
        last = min(first + max(span.end - span.start, 0), len(line))
        room = max(20, self.width - margin - 4)
        left = 0
        if cell_len(line) > room and cell_len(line[:last]) > room - 1:
            left = max(0, min(first - room // 3, len(line) - room + 1))
        shown = ("…" if left else "") + line[left:]
        if cell_len(shown) > room:
            shown = shown[: room - 1] + "…"
        offset = left - 1 if left else 0
        before = cell_len(shown[: first - offset])
        under = min(cell_len(line[first:last]), room - before)
        return shown, before, max(1, under)

    def verdicts(self, files: Sequence[FileResult]) -> None:
        """Print for each document whether it can be filed; of many good ones only their number."""
        results = [(file, result) for file in files for result in file.documents]
        good = [result for _, result in results if _is_good(result)]
        for file, result in results:
            if len(results) <= 2 or not _is_good(result):
                self.print(*verdict(file, result, alone=len(files) == 1))
        if len(results) > 2:
            phrase = texts.ALL_NOTHING_NEW if any(result.known for result in good) else texts.ALL_GOOD
            words = say(phrase, files[0].lang, good=Count(len(good)), all=Count(len(results)))
            self.print((words, "bold"))


def verdict(file: FileResult, result: DocumentResult, *, alone: bool) -> list[str | tuple[str, str]]:
    """Return whether a document can be filed, as parts with styles; ``alone`` means that there is no other file."""
    say_it = partial(say, lang=file.lang)
    errors = Count(result.count(Severity.ERROR))
    remarks = Count(len(result.findings) - errors)
    if errors:
        words, style = say_it(texts.TO_CORRECT, errors=errors), "bold red"
    elif not _is_good(result):  # the finding stands in another document of the same file
        words, style = say_it(texts.NOT_CHECKED), "bold red"
    else:
        words, style = say_it(texts.NOTHING_NEW if result.known else texts.GOOD), "bold green"
    notes = [say_it(texts.REMARKS, number=remarks)] if remarks else []
    notes += [say_it(texts.KNOWN, number=Count(result.known))] if result.known else []
    rest = f" ({', '.join(notes)})" if notes else ""
    numbers, colon = title(result.document), say_it(texts.COLON)
    name = numbers if numbers and alone else f"{file.name}{colon}{numbers}" if numbers else file.name
    return [(name, "bold"), colon, (words, style), rest]


def _is_good(result: DocumentResult) -> bool:
    return not result.count(Severity.ERROR) and not result.document.source.bad_bytes


def title(document: Document) -> str:
    """Return the numbers of a declaration, as a clerk names it."""
    numbers = []
    if isinstance(document.document_number, Found):
        numbers.append(f"Doc. {document.document_number.value}")
    if isinstance(document.declaration_number, Found):
        numbers.append(f"No. {document.declaration_number.value}")
    return ", ".join(numbers)
