"""Patterns of file names, as git reads the lines of a ``.gitignore`` (``dir.c``, ``wildmatch.c``).

Names and patterns are bytes, as they are for git: ``?`` is one byte. A path has ``/`` between its names, none at its
start or end. No line of a ``.gitignore`` is an error: one that git cannot read matches nothing.

The library pathspec (1.1) was tried. It raises for lines that git accepts (``[z-a]``, ``a\\``, ``!``), and takes the
usual way to name all that is wanted (``*``, ``!*/``, ``!*.md``) for one that excludes every folder.
"""

import os
import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

_BOM = b"\xef\xbb\xbf"
_WILDCARD = rb"[*?[\\]"
_PIECE = re.compile(rb"(?P<stars>\*+)|(?P<set>\[)|(?P<any>\?)|\\(?P<escaped>.)|(?P<plain>[^\\])", re.DOTALL)
_MEMBER = re.compile(
    rb"\[:(?P<name>[^\]]*):\]|-(?:\\(?P<escaped_last>.)|(?P<last>[^\]\\]))|\\(?P<escaped>.)|(?P<plain>[^\\])", re.DOTALL
)
_GRAPHIC = frozenset(range(0x21, 0x7F))
_DIGITS, _UPPER, _LOWER = (frozenset(characters) for characters in (b"0123456789", range(65, 91), range(97, 123)))
_CLASSES = {  # of ASCII, also where the machine knows more letters
    b"alnum": _DIGITS | _UPPER | _LOWER,
    b"alpha": _UPPER | _LOWER,
    b"blank": frozenset(b" \t"),
    b"cntrl": frozenset([*range(0x20), 0x7F]),
    b"digit": _DIGITS,
    b"graph": _GRAPHIC,
    b"lower": _LOWER,
    b"print": _GRAPHIC | {0x20},
    b"punct": _GRAPHIC - _DIGITS - _UPPER - _LOWER,
    b"space": frozenset(b" \t\n\r"),
    b"upper": _UPPER,
    b"xdigit": frozenset(b"0123456789abcdefABCDEF"),
}


class PatternError(ValueError):
    """A pattern that can match nothing; the message says why."""


class Pattern(NamedTuple):
    """One pattern. ``anywhere`` is one without a slash, which is about the last name of a path, wherever it stands."""

    regex: re.Pattern[bytes] | None  # None: it matches nothing
    negated: bool
    only_folders: bool
    anywhere: bool

    def matches(self, path: bytes, is_folder: bool) -> bool:
        """True if the pattern is about this very path; what lies below a folder is for ``excludes`` to know."""
        if self.regex is None or (self.only_folders and not is_folder):
            return False
        return self.regex.fullmatch(path.rpartition(b"/")[2] if self.anywhere else path) is not None


def of_gitignore(data: bytes) -> list[Pattern]:
    """Return the patterns of a ``.gitignore``."""
    lines = (line.removesuffix(b"\r").partition(b"\0")[0] for line in data.removeprefix(_BOM).split(b"\n"))
    return [_pattern(line) for line in lines if line and not line.startswith(b"#")]


def verdict(patterns: Sequence[Pattern], path: bytes, is_folder: bool) -> bool | None:
    """True if the patterns exclude a path, False if they keep it, None if none is about it; the last one decides."""
    return next((not one.negated for one in reversed(patterns) if one.matches(path, is_folder)), None)


def excludes(path: bytes, is_excluded: Callable[[bytes, bool], bool | None], *, is_folder: bool = False) -> bool:
    """True if a path, or a folder above it, is excluded; in an excluded folder nothing is kept."""
    above = (path[: slash.start()] for slash in re.finditer(b"/", path))
    return any(is_excluded(folder, True) for folder in above if folder) or bool(is_excluded(path, is_folder))


class Patterns:
    """Patterns of settings or options. They are as in a ``.gitignore`` of a folder, and more of them have a meaning.

    ``./`` and ``../`` are relative to that folder; a path from the root is one, too. A pattern for names anywhere holds
    for files outside of the folder as well. Raises PatternError where a pattern can match nothing.
    """

    def __init__(self, patterns: Sequence[str], folder: str) -> None:
        self._folder = _path(folder)
        self._patterns = [_placed(pattern, self._folder) for pattern in patterns if pattern.strip(" ")]
        self._verdict = lru_cache(4096)(self._is_excluded)  # the folders above many files are the same

    def exclude(self, path: str) -> bool:
        """True if a file, or a folder above it, is excluded."""
        return bool(self._patterns) and excludes(_path(os.path.abspath(path)), self._verdict)

    def _is_excluded(self, path: bytes, is_folder: bool) -> bool | None:
        # In what the folder itself lies is no matter to a pattern that holds anywhere.
        is_above = (self._folder + b"/").startswith(path + b"/")
        anywhere = () if is_above else (_common(self._folder, path),)
        for pattern, bases in reversed(self._patterns):
            for base in bases or anywhere:
                if path.startswith(base + b"/") and pattern.matches(path[len(base) + 1 :], is_folder):
                    return not pattern.negated
        return None


class _Placed(NamedTuple):
    """A pattern, and the folders to which it may be relative; without any it holds everywhere."""

    pattern: Pattern
    bases: tuple[bytes, ...]


def _placed(text: str, folder: bytes) -> _Placed:
    """Return a pattern without ``.`` and ``..`` in it, beside the folders from which it starts."""
    if text.startswith("#"):
        raise PatternError("it is a comment; a name that begins so is written \\#")
    drive, body = os.path.splitdrive(text.removeprefix("!"))  # there are drives on Windows only
    steps = body.split("/")
    if not {".", ".."} & set(steps) and not drive and steps[0]:
        pattern = _pattern(_bytes(text), strict=True)
        return _Placed(pattern, () if pattern.anywhere or steps[0] == "**" else (folder,))
    base, kept = _resolved(steps, folder)
    mark, end = "!" * text.startswith("!"), "/" * (steps[-1] in ("", ".", ".."))
    pattern = _pattern(_bytes(f"{mark}/{'/'.join(kept)}{end}"), strict=True)
    root = _bytes(drive) or base.partition(b"/")[0]
    return _Placed(pattern, (root,) if drive else (base, root) if not steps[0] else (base,))


def _resolved(steps: Sequence[str], folder: bytes) -> tuple[bytes, list[str]]:
    """Return where a pattern starts, and its names without ``.`` and ``..``."""
    kept: list[str] = []
    for step in steps:
        if step == ".." and kept and re.search(_WILDCARD, _bytes(kept[-1])):
            raise PatternError("it has '..' after a name with a wildcard")
        if step == ".." and kept:
            kept.pop()
        elif step == "..":
            folder = folder.rpartition(b"/")[0]
        elif step not in ("", "."):
            kept.append(step)
    return folder, kept


def _path(path: str) -> bytes:
    """Return a path from the root as patterns see it: the root itself is empty."""
    return _bytes(path.replace(os.sep, "/")).rstrip(b"/")


def _bytes(text: str) -> bytes:
    """Return a name or a pattern as bytes, also where the encoding of the system does not have all of its letters."""
    return text.encode("utf-8", "surrogatepass" if os.name == "nt" else "surrogateescape")


def _common(folder: bytes, path: bytes) -> bytes:
    """Return the folder, or the nearest one above it, below which a path is."""
    while not path.startswith(folder + b"/") and folder:
        folder = folder.rpartition(b"/")[0]
    return folder


def _pattern(line: bytes, *, strict: bool = False) -> Pattern:
    """Return the pattern of a line. Raises PatternError, where it is strict, if it can match nothing."""
    bare = line.rstrip(b" ")
    escapes = len(bare) - len(bare.rstrip(b"\\"))
    line = line[: len(bare) + escapes % 2]  # blanks at the end are none of it, but for one after a backslash
    negated = line.startswith(b"!")
    glob = line.removeprefix(b"!")
    only_folders = glob.endswith(b"/")
    glob = glob.removesuffix(b"/")
    anywhere = b"/" not in glob
    glob = glob.removeprefix(b"/")
    try:
        regex = re.compile(_regex(glob, strict=strict), re.DOTALL)
    except PatternError:
        if strict:
            raise
        return Pattern(None, negated, only_folders, anywhere)
    return Pattern(regex, negated, only_folders, anywhere)


def _regex(glob: bytes, *, strict: bool) -> bytes:
    """Return the regular expression of a pattern. Raises PatternError if it can match nothing.

    A wildcard that another one of its kind follows takes the first place that fits, and no other is tried: what comes
    after could not gain by one. So no pattern takes more than quadratic time.
    """
    if not glob:
        raise PatternError("it names no file")
    # What stands before the first wildcard is compared by itself: a ** after it crosses folders as at the start.
    literal = re.split(_WILDCARD, glob, maxsplit=1)[0]
    place = len(literal)
    chunks = [re.escape(literal)]  # what stands between the stars, since the last **
    blocks: list[tuple[bytes, list[bytes]]] = [(b"", chunks)]  # what stands between the **, each after its own
    while place < len(glob):
        piece = _PIECE.match(glob, place)
        if piece is None:
            raise PatternError("nothing follows the \\ at its end")
        is_whole = place == len(literal) or glob[place - 1 : place] == b"/"
        place = piece.end()
        if piece["set"]:
            members, place = _set(glob, place, strict=strict)
            chunks[-1] += members
        elif piece["stars"]:
            crossing = _crossing(glob, place) if is_whole and len(piece["stars"]) > 1 else None
            if crossing is None:
                chunks.append(b"")
            else:
                chunks = [b""]
                blocks.append((crossing, chunks))
                place += glob[place : place + 1] == b"/" or 2 * (glob[place : place + 2] == b"\\/")
        else:
            chunks[-1] += b"[^/]" if piece["any"] else re.escape(piece["escaped"] or piece["plain"])
    return _joined(blocks)


def _crossing(glob: bytes, place: int) -> bytes | None:
    """Return what ``**`` before a place matches where it crosses folders, with the slash after it; None where not."""
    rest = glob[place : place + 2]
    if not rest:
        return b".*"
    if rest[:1] == b"/":
        return b"(?:.*?/)??"
    return b".*?/" if rest == b"\\/" else None


def _joined(blocks: Sequence[tuple[bytes, Sequence[bytes]]]) -> bytes:
    """Return the expression of all blocks; only the last star of a block, and the last block, are tried anew."""
    result = b""
    for number, (crossing, chunks) in enumerate(blocks, 1):
        first, *others = chunks
        inner = [b"(?>[^/]*?%s)" % chunk for chunk in others[:-1]] + [b"[^/]*?%s" % chunk for chunk in others[-1:]]
        block = crossing + first + b"".join(inner)
        result += block if number in (1, len(blocks)) else b"(?>%s)" % block
    return result


def _set(glob: bytes, place: int, *, strict: bool) -> tuple[bytes, int]:
    """Return a set that begins before a place as a regular expression, and the place after it."""
    negated = glob[place : place + 1] in (b"!", b"^")
    members, place = _members(glob, place + negated, strict=strict)
    members = (set(range(256)) - members if negated else members) - {ord("/")}
    if not members:
        return b"(?!)", place
    return b"[%s]" % b"".join(b"\\x%02x" % member for member in sorted(members)), place


def _members(glob: bytes, place: int, *, strict: bool) -> tuple[set[int], int]:
    """Return the members of a set whose first one is at a place, and the place after its bracket."""
    members: set[int] = set()
    before = b""  # the member from which a range may start
    is_first = True
    while is_first or glob[place : place + 1] != b"]":
        is_first = False
        found = _MEMBER.match(glob, place)
        if found is None or (found["name"] is not None and found["name"] not in _CLASSES):
            raise PatternError("a set that begins with [ is not closed, or names an unknown class")
        last = found["escaped_last"] or found["last"]
        if found["name"] is not None:
            members |= _CLASSES[found["name"]]
            before, place = b"", found.end()
        elif last and before:
            if strict and last < before:
                raise PatternError(f"the range {os.fsdecode(before + b'-' + last)} holds nothing")
            members |= set(range(before[0], last[0] + 1))
            before, place = b"", found.end()
        else:
            before, place = (b"-", place + 1) if last else (found["escaped"] or found["plain"], found.end())
            members.add(before[0])
    return members, place + 1
