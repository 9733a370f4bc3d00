"""``declparse fix``: applies fixes in place."""

import datetime as dt
from itertools import chain

import click

from declparse import pipeline
from declparse.cli.choices import Choices
from declparse.cli.files import may_be_passed_over, read_all
from declparse.cli.mending import Mending
from declparse.cli.outcome import Outcome
from declparse.cli.parameters import DAY, RULES, language, require_stdin, stdin_filename
from declparse.rules.engine import Profile
from declparse.wording import Lang


@click.command(
    "fix",
    epilog="Exit codes: 0 done, whatever is left for check; 1 something would change (--check, --diff), or a file is "
    "not UTF-8 and left alone; 2 something could not be done, 130 interrupted.",
)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--unsafe", is_flag=True, help="Apply the fixes, too, that are likely right but not certain.")
@click.option("--diff", is_flag=True, help="Write nothing; show what would change.")
@click.option("--check", "only_check", is_flag=True, help="Write nothing; end with 1 if something would change.")
@click.option(
    "--select", type=RULES, multiple=True, help="Mend only these rules: codes, names or families, comma-separated."
)
@click.option("--extend-select", type=RULES, multiple=True, help="Mend these rules, too, beside the selected ones.")
@click.option("--ignore", type=RULES, multiple=True, help="Do not mend these rules.")
@click.option(
    "--profile",
    type=click.Choice(["published", "draft"]),
    help="draft: numbers and date may be missing or placeholders; all else is judged as of today.",
)
@click.option("--today", type=DAY, help="The day on which dates are judged (YYYY-MM-DD), by default today.")
@click.option("--exclude", metavar="PATTERN", multiple=True, help="Pass over these files (as in .gitignore).")
@click.option("--force-exclude", is_flag=True, default=None, help="Exclude files that are named, too.")
@click.option(
    "--only-declarations", is_flag=True, help="Pass over named files that have no sign of a declaration, too."
)
@click.option("--config", type=click.Path(dir_okay=False), metavar="FILE", help="Take the settings from this file.")
@click.option("--no-config", is_flag=True, help="Take no settings from any file.")
@language
@stdin_filename
@click.option("--quiet", is_flag=True, help="Do not tell what was done.")
@click.option("--no-color", is_flag=True, help="No colours, as with the environment variable NO_COLOR.")
@click.pass_obj
def command(
    outcome: Outcome,
    paths: tuple[str, ...],
    unsafe: bool,
    diff: bool,
    only_check: bool,
    select: tuple[tuple[str, ...], ...],
    extend_select: tuple[tuple[str, ...], ...],
    ignore: tuple[tuple[str, ...], ...],
    profile: Profile | None,
    today: dt.date | None,
    exclude: tuple[str, ...],
    force_exclude: bool | None,
    only_declarations: bool,
    config: str | None,
    no_config: bool,
    lang: Lang | None,
    stdin_filename: str | None,
    quiet: bool,
    no_color: bool,
) -> None:
    """Mend what can be mended with certainty, in place.

    PATH is a file, a folder (every *.md and *.txt file below it that .gitignore does not exclude), or - for standard
    input, which is written to standard output. Each change is checked before it is written: no other fault comes with
    it, and nothing else changes.
    """
    require_stdin(paths, stdin_filename)
    if config is not None and no_config:
        raise click.UsageError("--config and --no-config cannot be given together")
    given = {
        "select": tuple(chain(*select)) or None,
        "extend_select": tuple(chain(*extend_select)) or None,
        "ignore": tuple(chain(*ignore)) or None,
        "profile": profile,
        "force_exclude": force_exclude,
        "lang": lang,
    }
    choices = Choices(config=config, no_config=no_config, exclude=exclude, severity={}, given=given)
    mending = Mending(
        choices,
        outcome,
        today,
        unsafe=unsafe,
        diff=diff,
        write=not (diff or only_check),
        quiet=quiet,
        color=not no_color,
    )
    for text in read_all(paths, stdin_filename, outcome, choices.excludes):
        documents = pipeline.parse_all(text.source)
        if may_be_passed_over(text, documents, only_declarations=only_declarations):
            mending.pass_over(text)
        else:
            mending.mend(text, documents)
    mending.tell_passed_over()
