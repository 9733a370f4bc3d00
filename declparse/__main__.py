"""Where the program starts, and the only place that decides with which code it ends."""

import os
import sys
from typing import NoReturn

OK, FINDINGS, FAILED, INTERRUPTED = 0, 1, 2, 130


class Outcome:
    """The exit code reached so far. It only gets worse; 2 wins over 1."""

    def __init__(self) -> None:
        self.code = OK

    def at_least(self, code: int) -> None:
        """Notes that something of this code happened."""
        self.code = max(self.code, code)


def main() -> NoReturn:
    """Runs the program and ends the process.

    Click by itself ends with 1 after Ctrl-C, a closed pipe or an unexpected error; here 1 means findings.
    """
    outcome = Outcome()
    try:
        code = _run(outcome)
        sys.stdout.flush()
    except KeyboardInterrupt:
        code = INTERRUPTED
    except BrokenPipeError:
        # Whoever read the output has seen enough; Python must not complain when it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = outcome.code
    sys.exit(code)


def _run(outcome: Outcome) -> int:
    import click

    from declparse.cli import program

    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure") and not stream.isatty():
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        program.main(prog_name="declparse", standalone_mode=False, obj=outcome)
    except click.exceptions.Abort:
        return INTERRUPTED
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.ClickException as error:
        error.show()
        return FAILED
    except BrokenPipeError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever fails is the tool's failure, never a finding
        if os.environ.get("DECLPARSE_TRACEBACK"):
            raise
        click.echo(f"declparse failed: {type(error).__name__}: {error} (DECLPARSE_TRACEBACK=1 shows where)", err=True)
        return FAILED
    return outcome.code


if __name__ == "__main__":
    main()
