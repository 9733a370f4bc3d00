"""Patterns of file names, as the lines of a ``.gitignore`` have them; pathspec reads them."""

import os
import posixpath
import re
import warnings
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec
    from pathspec.patterns.gitignore.spec import GitIgnoreSpecPattern

# Classes of characters inside a set, which pathspec does not know: ``[[:digit:]]``.
_CLASSES = {"alnum": "0-9A-Za-z", "alpha": "A-Za-z", "blank": " \t", "digit": "0-9", "lower": "a-z", "space": " \t"}
_CLASSES |= {"upper": "A-Z", "xdigit": "0-9A-Fa-f"}
_CLASS = re.compile(rf"\[:({'|'.join(_CLASSES)}):\]")
_ELSEWHERE = "<elsewhere>"  # stands for what is above a file outside of the folder of a pattern
_SPECIAL = re.compile(r"([\\*?\[\]!# ])")


class PatternError(ValueError):
    """A pattern that can match nothing."""


def of_gitignore(data: bytes) -> "GitIgnoreSpec":
    """Return the patterns of a ``.gitignore``; a line that cannot be read matches nothing, as it does for git."""
    from pathspec import GitIgnoreSpec  # needed where there are patterns

    lines = data.decode("utf-8", "surrogateescape").removeprefix("\ufeff").split("\n")
    return GitIgnoreSpec([pattern for line in lines for pattern in _read(line.removesuffix("\r"))])


def excludes(spec: "GitIgnoreSpec", path: str) -> bool:
    """True if patterns exclude a file or, with a slash at its end, a folder; nothing in an excluded folder is kept."""
    above = (path[: slash.end()] for slash in re.finditer("/", path))
    return any(spec.check_file(part).include for part in (*above, path))


class Patterns:
    """Patterns of settings or options: as in a ``.gitignore`` of a folder, and more of them have a meaning.

    ``./`` and ``../`` are relative to that folder, and a path from the root is one, too. A pattern without a slash is
    about files outside of the folder as well. Raises PatternError where a pattern can match nothing.
    """

    def __init__(self, patterns: Iterable[str], folder: str) -> None:
        from pathspec import GitIgnoreSpec  # needed where there are patterns

        self._folder = os.path.abspath(folder)
        base = _SPECIAL.sub(r"\\\1", _with_slashes(self._folder)).rstrip("/")
        self._spec = GitIgnoreSpec([one for pattern in patterns for one in _placed(pattern, base)])

    def exclude(self, path: str) -> bool:
        """True if a file, or a folder above it, is excluded."""
        absolute = os.path.abspath(path)
        if excludes(self._spec, _with_slashes(absolute).lstrip("/")):
            return True
        try:
            common = os.path.commonpath([absolute, self._folder])
        except ValueError:  # on another drive
            common = os.path.splitdrive(absolute)[0] + os.sep
        if common == self._folder:
            return False
        # What the two have in common is no matter: the folder may be called like the pattern.
        return excludes(self._spec, f"{_ELSEWHERE}/{_with_slashes(os.path.relpath(absolute, common))}")


def _placed(pattern: str, base: str) -> Iterator["GitIgnoreSpecPattern"]:
    """Yield what a pattern means in a folder, as patterns of paths from the root. Raises PatternError."""
    if not pattern.strip(" "):
        return
    mark, body = ("!", pattern[1:]) if pattern.startswith("!") else ("", pattern)
    found = [one for path in _paths(body, base) for one in _read(f"{mark}/{path.lstrip('/')}")]
    if not found:
        raise PatternError(f"'{pattern}' is not a pattern as .gitignore has them: it can match nothing")
    yield from found


def _paths(body: str, base: str) -> list[str]:
    """Return what the paths look like, from the root, that a pattern may mean in a folder."""
    steps = body.rstrip(" ").split("/")
    if body.startswith("#") or not any(steps):  # a comment, or no name at all
        return []
    if {".", ".."} & set(steps):
        path = posixpath.normpath(body if posixpath.isabs(body) else f"{base}/{body.rstrip(' ')}")
        return [path + "/" * (steps[-1] in ("", ".", ".."))]
    if posixpath.isabs(body):  # from the folder, as in a .gitignore, or from the root
        return [base + body, body]
    if os.path.isabs(body):  # on a drive
        return [_with_slashes(body)]
    if "/" not in body.rstrip(" ").removesuffix("/"):
        body = f"**/{body}"
    return [f"{base}/{body}", *([f"{_ELSEWHERE}/{body}"] if body.startswith("**/") else [])]


def _read(line: str) -> "list[GitIgnoreSpecPattern]":
    """Return the pattern of a line, if it is one that can be read, and can match something."""
    from pathspec import GitIgnoreSpec

    line = _CLASS.sub(lambda found: _CLASSES[found[1]], line)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of the regular expressions that come of odd sets
            return [one for one in GitIgnoreSpec.from_lines([line]).patterns if one.include is not None]
    except (ValueError, re.error):
        return []


def _with_slashes(path: str) -> str:
    return path.replace(os.sep, "/")
