"""The tables of a grammar, as Lark makes them: from the cache, or freshly built.

Building them takes longer than everything else the program does with a short text, so they are kept in the user's
cache folder.
"""

import contextlib
import hashlib
import os
import pickle
import sys
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import NamedTuple


class Reduction(NamedTuple):
    """What a parser does with a complete rule: how many children it takes, of which rule the tree of them is.

    ``flat`` where none of them is ``inline``, that is, to be replaced by its own children.
    """

    size: int
    rule: str
    flat: bool
    inline: bool


class Tables(NamedTuple):
    """LALR tables: for each start rule its first state, and for each state what each token and each finished rule does.

    A number is the state that comes next. ``patterns`` has the regular expressions of the tokens, the one that wins
    first, and ``ignored`` what may stand between tokens.
    """

    starts: dict[str, int]
    moves: dict[int, dict[str, "int | Reduction"]]
    after_rule: dict[int, dict[str, int]]
    patterns: dict[str, str]
    ignored: str


# The rules of the grammars for a whole declaration, each with the order that its parts have in that layout.
PRINT, PRINT_2001, PRINT_1995, WEB = "declaration", "declaration_2001", "declaration_1995", "declaration_web"
OTHER = "other"  # another kind of document
# The start rules of each grammar.
STARTS = {
    "print": (PRINT, PRINT_2001, PRINT_1995, OTHER),
    "web": (WEB, OTHER),
    "fields": (
        *("document_number", "declaration_number", "date", "reissue", "reissue_with_wrong_date", "disclaimer"),
        *("opening", "sign_off", "list_heading", "signatory", "signatories_word", "total", "legend", "note"),
        *("paragraph", "mention", "date_in_text", "other_heading", "title_in_english", "title_in_french"),
    ),
}


def tables(name: str) -> Tables:
    """The tables of the grammar of that name."""
    folder = _cache_folder()
    path = os.path.join(folder, f"{name}-{_key(name)}.pickle") if folder else None
    kept = _kept(path) if path else None
    if kept is None:
        from declparse.syntax import lalr  # and with it Lark, which takes half as long to load as all the rest

        kept = lalr.build(name, _folder())
        if path:
            _keep(kept, path)
    return kept


def _folder() -> str:
    """Where the grammar files are: installed as a package, or beside this one in a checkout that is not installed."""
    try:
        return import_module("declparse.grammar").__path__[0]
    except ModuleNotFoundError:
        return os.path.join(os.path.dirname(__file__), os.pardir, os.pardir, "grammar")


def _key(name: str) -> str:
    """What the tables depend on: the grammar files, the modules that make them, Lark, and the version of Python."""
    return hashlib.sha256(f"{name} {_files()} {sys.version}".encode()).hexdigest()[:32]


@cache
def _files() -> list[tuple[str, int, int]]:
    """All files that the tables are made from: name, size, and when each was written. Reading them takes too long."""
    folder, here = _folder(), os.path.dirname(__file__)
    grammars = [os.path.join(folder, file) for file in sorted(os.listdir(folder)) if file.endswith(".lark")]
    lark = find_spec("lark")  # which is not imported
    makers = [os.path.join(here, "tables.py"), os.path.join(here, "lalr.py"), *([lark.origin] if lark else [])]
    written = [(str(file), os.stat(file)) for file in (*makers, *grammars) if file]
    return [(file, found.st_size, found.st_mtime_ns) for file, found in written]


def _cache_folder() -> str | None:
    """The user's own cache folder; never a shared one, since the tables are kept as a pickle. None without a home."""
    if sys.platform == "win32":
        root = os.environ.get("LOCALAPPDATA", "")
    elif sys.platform == "darwin":
        root = os.path.expanduser("~/Library/Caches")
    else:
        root = os.environ.get("XDG_CACHE_HOME", "") or os.path.expanduser("~/.cache")
    return os.path.join(root, "declparse") if os.path.isabs(root) else None


def _kept(path: str) -> Tables | None:
    """The tables as an earlier run wrote them; None where there are none, or none that can be read."""
    try:
        with open(path, "rb") as file:
            kept = pickle.load(file)  # noqa: S301 - from the user's own folder
    except Exception:  # whatever a damaged file brings, it means only that we build anew
        return None
    return kept if isinstance(kept, Tables) else None


def _keep(built: Tables, path: str) -> None:
    """Writes the tables; quietly does without where the folder cannot be written."""
    from declparse import writing  # needed once for each version

    with contextlib.suppress(OSError):
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        writing.write(path, pickle.dumps(built, pickle.HIGHEST_PROTOCOL))
