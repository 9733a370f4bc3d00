"""``declparse explain``: the page of a rule."""

import sys

import click

from declparse import settings
from declparse.cli.parameters import language, no_color
from declparse.rules.support import selection
from declparse.wording import Lang


@click.command("explain")
@click.argument("rule")
@language
@no_color
def command(rule: str, lang: Lang | None, no_color: bool) -> None:
    """Explain a rule: what it checks, why, a wrong and a right example. RULE is a code or a name."""
    try:
        found = selection.find_rule(rule)
    except selection.UnknownRuleError as error:
        raise click.UsageError(str(error)) from error
    from declparse.report import rule_pages

    rule_pages.write_page(
        selection.in_language(found, lang or settings.find(None).lang), sys.stdout, color=not no_color
    )
