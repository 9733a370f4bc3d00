"""``declparse rules``: the table of all rules."""

import json
import sys

import click

from declparse.rules import RULES


@click.command("rules")
@click.option(
    "--json", "as_json", is_flag=True, help="For programs: code, name, severity, summary and explanation of each rule."
)
def command(as_json: bool) -> None:
    """List all rules: code, name, severity and what each reports."""
    if as_json:
        rows = [
            {"code": r.code, "name": r.name, "severity": r.severity.value, "summary": r.summary, "explanation": r.page}
            for r in RULES
        ]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    from declparse.report import rule_pages

    rule_pages.write_table(RULES, sys.stdout)
