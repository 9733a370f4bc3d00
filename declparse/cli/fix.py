"""``declparse fix``: applies fixes in place."""

import datetime as dt

import click

from declparse import pipeline
from declparse.cli import parameters
from declparse.cli.choices import Choices
from declparse.cli.fix_run import FixRun
from declparse.cli.inputs import may_be_passed_over, read_all
from declparse.cli.outcome import Outcome
from declparse.rules.options import Profile
from declparse.wording import Lang


@click.command(
    "fix",
    epilog="Exit codes: 0 done, whatever is left for check; 1 something would change (--check, --diff), or a file is "
    "not UTF-8 and left alone; 2 something could not be done, 130 interrupted.",
)
@click.argument("paths", nargs=-1, required=True, type=parameters.PATH, metavar="PATH...")
@click.option("--unsafe", is_flag=True, help="Apply the fixes, too, that are likely right but not certain.")
@click.option("--diff", is_flag=True, help="Write nothing; show what would change.")
@click.option("--check", "only_check", is_flag=True, help="Write nothing; end with 1 if something would change.")
@parameters.rules("--select", help="Mend only these rules: codes, names or families, comma-separated.")
@parameters.rules("--extend-select", help="Mend these rules, too, beside the selected ones.")
@parameters.rules("--ignore", help="Do not mend these rules.")
@parameters.profile
@parameters.today
@parameters.which_files
@parameters.which_settings
@parameters.language
@parameters.stdin_filename
@click.option("--quiet", is_flag=True, help="Do not tell what was done.")
@parameters.no_color
@click.pass_obj
def command(
    outcome: Outcome,
    paths: tuple[str, ...],
    unsafe: bool,
    diff: bool,
    only_check: bool,
    select: tuple[str, ...] | None,
    extend_select: tuple[str, ...] | None,
    ignore: tuple[str, ...] | None,
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
    parameters.require_stdin(paths, stdin_filename)
    given = {
        "select": select,
        "extend_select": extend_select,
        "ignore": ignore,
        "profile": profile,
        "force_exclude": force_exclude,
        "lang": lang,
    }
    choices = Choices(config=config, no_config=no_config, exclude=exclude, given=given)
    write = not (diff or only_check)
    run = FixRun(choices, outcome, today, unsafe=unsafe, diff=diff, write=write, quiet=quiet, color=not no_color)
    texts = read_all(
        paths, stdin_filename, outcome, choices, quiet=quiet, may_be_empty=only_declarations, passes_on=write
    )
    for text in texts:
        documents = pipeline.parse_all(text.source)
        if may_be_passed_over(text, documents, only_declarations=only_declarations):
            run.pass_over(text)
        else:
            run.fix(text, documents)
    run.tell_passed_over()
