"""The pages of the rules, and their table, for the eye."""

from collections.abc import Sequence
from typing import TextIO

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from declparse.report import texts
from declparse.report.console import ReportConsole
from declparse.rules.support.rule import Rule
from declparse.wording import say

_PAGE_WIDTH = 100
_WIDTH_OF_A_TABLE = 100  # narrower, a table would be mostly blanks


def write_table(rules: Sequence[Rule], stream: TextIO, *, color: bool = True) -> None:
    """Write a line for each rule, in its language; a table on a terminal, fields divided by tabs elsewhere."""
    if not stream.isatty():  # whatever FORCE_COLOR says: programs read it
        for rule in rules:
            stream.write(f"{rule.code}\t{rule.name}\t{rule.severity.value}\t{rule.summary}\n")
        return
    console = ReportConsole(stream, color=color)
    if console.width < _WIDTH_OF_A_TABLE:
        for rule in rules:
            console.print(Text.assemble((rule.code, "bold"), f" {rule.name} ({_severity(rule)})"))
            console.print(Padding(console.wrapped(Text(rule.summary), console.width - 2), (0, 0, 0, 2)))
        return
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in (texts.CODE, texts.NAME, texts.SEVERITY):
        table.add_column(say(heading, rules[0].lang), no_wrap=True)
    table.add_column(say(texts.REPORTS, rules[0].lang))
    for rule in rules:
        table.add_row(Text(rule.code), Text(rule.name), Text(_severity(rule)), Text(rule.summary))
    console.print(table)


def write_page(rule: Rule, stream: TextIO, *, color: bool = True) -> None:
    """Write the explanation of one rule. Paragraphs are wrapped, examples are kept as they are."""
    console = ReportConsole(stream, color=color)
    if console.width > _PAGE_WIDTH or not console.is_terminal:
        console.width = _PAGE_WIDTH
    console.print(Text.assemble((f"{rule.code} {rule.name}", "bold"), f" ({_severity(rule)})\n"))
    for block in rule.page.split("\n\n"):
        if block.startswith(" "):
            console.print(Padding(Text(block), (0, 0, 1, 0)))
        else:
            _write_block(console, block)


def _severity(rule: Rule) -> str:
    return say(texts.SEVERITIES[rule.severity], rule.lang)


def _write_block(console: ReportConsole, block: str) -> None:
    """Write a paragraph, or headings with their examples below."""
    prose: list[str] = []
    for line in block.splitlines():
        if line.startswith("    "):
            if prose:
                console.print(Text(" ".join(prose), "bold"))
                prose = []
            console.print(Text(line), soft_wrap=True)
        else:
            prose.append(line)
    if prose:
        console.print(console.wrapped(Text(" ".join(prose)), console.width))
    console.print()
