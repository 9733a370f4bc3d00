"""The grammar files, wherever they are, and the tables that Lark makes of them.

Making tables takes longer than everything else the program does with a short text, so they are kept for the next run.
"""

import os
from contextlib import suppress
from errno import ENOENT
from functools import cache
from importlib.util import find_spec

from declparse.syntax import table_cache
from declparse.syntax.tables import Tables, from_text, to_text

_FILES = ("fields", "phrases_en", "phrases_fr", "print", "shapes", "web")
_FORM = 1  # of what is kept; another number for another shape of the tables, or another way of making them


def tables(name: str) -> Tables:
    """Return the tables of the grammar of that name: those of an earlier run, or new ones."""
    key = _key()
    text = table_cache.read(name, key)
    if text is not None:
        try:
            return from_text(text)
        except (ValueError, TypeError, LookupError):  # something else under that name, with a digest
            pass
    from declparse.syntax import lalr  # and with it Lark, which takes half as long to load as all the rest

    made = lalr.build(name, texts())
    table_cache.write(name, key, to_text(made))
    return made


@cache
def texts() -> dict[str, str]:
    """Return the grammar files: of the package, or beside it in a checkout.

    Python's loader of this module reads them, so they may stand in a zip file as well.
    """
    package = os.path.dirname(os.path.dirname(__file__))
    read = getattr(__spec__.loader, "get_data", _read)
    for folder in (package, os.path.dirname(package)):
        with suppress(OSError):
            return {name: read(os.path.join(folder, "grammar", f"{name}.lark")).decode() for name in _FILES}
    raise FileNotFoundError(ENOENT, "the grammar of declparse is not installed", package)


def _read(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()


@cache
def _key() -> str:
    """Return what the tables depend on, as a digest: the grammar files, Lark, and the form in which they are kept."""
    return table_cache.digest(f"{_FORM} {_lark_version()} {texts()}".encode()).decode()[:32]


def _lark_version() -> str:
    """Return the version of Lark, or the text that has it: importing Lark, or its metadata, takes too long."""
    spec = find_spec("lark")
    try:
        return str(spec.loader.get_data(spec.origin))  # type: ignore[union-attr]
    except (AttributeError, OSError):  # no source beside the compiled module, as in a program that PyInstaller made
        from declparse.syntax import lalr

        return lalr.LARK_VERSION
