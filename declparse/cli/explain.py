"""``declparse explain``: the page of a rule."""

import sys

import click

from declparse.rules import engine


@click.command("explain")
@click.argument("rule")
def command(rule: str) -> None:
    """Explain a rule: what it checks, why, a wrong and a right example. RULE is a code or a name."""
    try:
        found = engine.find_rule(rule)
    except engine.UnknownRuleError as error:
        raise click.UsageError(str(error)) from error
    from declparse.report import rule_pages

    rule_pages.write_page(found, sys.stdout)
