"""Findings on standard output, in the formats that several commands have."""

from collections.abc import Callable, Sequence

import click

from declparse.report.result import FileResult

output_format = click.option(
    "--output-format",
    type=click.Choice(["full", "concise", "json"]),
    default="full",
    show_default=True,
    help="full: with lines and help; concise: one line each; json: for programs.",
)


def print_findings(files: Sequence[FileResult], output_format: str, in_full: Callable[[], None]) -> None:
    """Print the findings; ``in_full`` does so for people, in the way of the command."""
    if output_format == "json":
        from declparse.report import json

        click.echo(json.text(files))
    elif output_format == "concise":
        from declparse.report import concise

        for line in concise.lines(files):
            click.echo(line)
    else:
        in_full()
