"""Where the program starts."""

import sys
from typing import NoReturn


def main() -> NoReturn:
    """Runs the program and ends the process; Ctrl-C while it is still being loaded ends it as quietly as later."""
    try:
        from declparse.cli.run import run

        code = run()
    except KeyboardInterrupt:
        code = 130
    sys.exit(code)


if __name__ == "__main__":
    main()
