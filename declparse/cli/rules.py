"""``declparse rules``: the table of all rules."""

import json
import sys

import click

from declparse import settings
from declparse.cli.parameters import language, no_color
from declparse.rules import every_rule
from declparse.rules.support import selection
from declparse.wording import Lang


@click.command("rules")
@click.option(
    "--json", "as_json", is_flag=True, help="For programs: code, name, severity, summary and explanation of each rule."
)
@language
@no_color
def command(as_json: bool, lang: Lang | None, no_color: bool) -> None:
    """List all rules: code, name, severity and what each reports."""
    lang = lang or settings.find(None).lang
    rules = [selection.in_language(rule, lang) for rule in every_rule()]
    if as_json:
        rows = [
            {"code": r.code, "name": r.name, "severity": r.severity.value, "summary": r.summary, "explanation": r.page}
            for r in rules
        ]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    from declparse.report import rule_pages

    rule_pages.write_table(rules, sys.stdout, color=not no_color)
