"""What an earlier run has kept: texts in the user's cache folder, safe against whatever else is put there.

Nothing that is read here is code. An entry counts only if it is a regular file with the right digest, in a folder that
belongs to the user and that nobody else can write to. Otherwise there is none, and the caller does without.
"""

import contextlib
import os
import stat
import sys
import time

_ENDING, _UNFINISHED = ".json", ".new"
_OLD_ENDINGS = (_ENDING, _UNFINISHED, ".pickle")  # version 0.1 kept pickles
_LARGEST = 1 << 20  # bytes; the tables of all grammars together take 40 000
_OTHERS_MAY_WRITE = stat.S_IWGRP | stat.S_IWOTH
_ABANDONED = 60  # seconds after which an unfinished entry is the leftover of a run that was killed


def read(name: str, key: str) -> str | None:
    """Return the text kept under a name for a key; None if there is none that can be trusted."""
    folder = _folder()
    if folder is None:
        return None
    with contextlib.suppress(OSError, ValueError):
        data = _read(os.path.join(folder, f"{name}-{key}{_ENDING}"))
        found, _, text = data.partition(b"\n")
        if _is_private(os.stat(folder)) and found == digest(text):
            return text.decode()
    return None


def write(name: str, key: str, text: str) -> None:
    """Keep a text under a name for a key, in place of those kept for other keys; where that cannot be done, do not."""
    folder = _folder()
    if folder is None:
        return
    with contextlib.suppress(OSError):
        os.makedirs(folder, mode=0o700, exist_ok=True)
        if not _is_private(os.stat(folder)):
            return
        _put(os.path.join(folder, f"{name}-{key}{_ENDING}"), text.encode())
        _remove_others(folder, name, f"{name}-{key}{_ENDING}")


def _folder() -> str | None:
    """Return the user's own cache folder; None without a home."""
    if sys.platform == "win32":
        root = os.environ.get("LOCALAPPDATA", "")
    elif sys.platform == "darwin":
        root = os.path.expanduser("~/Library/Caches")
    else:
        root = os.environ.get("XDG_CACHE_HOME", "") or os.path.expanduser("~/.cache")
    return os.path.join(root, "declparse") if os.path.isabs(root) else None


def _is_private(found: os.stat_result) -> bool:
    """True if a file or folder belongs to the user, and nobody else can write to it.

    Windows has neither owners nor modes here; the folder that it names for such files is the user's own.
    """
    if sys.platform == "win32":
        return True
    return found.st_uid == os.geteuid() and not found.st_mode & _OTHERS_MAY_WRITE


def _read(path: str) -> bytes:
    """Return what a regular file of the user holds; never waits. Raises OSError for anything else."""
    flags = os.O_RDONLY | sum(getattr(os, name, 0) for name in ("O_NONBLOCK", "O_NOFOLLOW", "O_CLOEXEC", "O_BINARY"))
    with open(os.open(path, flags), "rb") as file:
        found = os.fstat(file.fileno())
        if not stat.S_ISREG(found.st_mode) or not _is_private(found):
            raise OSError("not a regular file of the user")
        return file.read(_LARGEST)


def digest(text: bytes) -> bytes:
    """Return the SHA-256 of a text, as hexadecimal digits.

    As Python's own ``random`` does, it does without hashlib where it can: that takes longer to load than all the rest.
    """
    try:
        if sys.version_info >= (3, 12):
            from _sha2 import sha256
        else:
            from _sha256 import sha256  # type: ignore[import-not-found]
    except ImportError:  # another Python than that of python.org
        from hashlib import sha256
    return str(sha256(text).hexdigest()).encode()


def _put(path: str, text: bytes) -> None:
    """Write an entry wholly or not at all. Raises OSError; what is no regular file is not replaced."""
    if os.path.lexists(path) and not stat.S_ISREG(os.lstat(path).st_mode):
        raise OSError("not a regular file")
    unfinished = f"{path}.{os.urandom(8).hex()}{_UNFINISHED}"
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    try:
        with open(os.open(unfinished, flags, 0o600), "wb") as file:
            file.write(digest(text) + b"\n" + text)
        os.replace(unfinished, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(unfinished)
        raise


def _remove_others(folder: str, name: str, kept: str) -> None:
    """Remove what was kept under a name for other keys, and what runs that were killed left unfinished."""
    with os.scandir(folder) as entries:
        others = [one for one in entries if one.name.startswith(f"{name}-") and one.name.endswith(_OLD_ENDINGS)]
    for entry in others:
        with contextlib.suppress(OSError):
            found = entry.stat(follow_symlinks=False)
            is_new = entry.name.endswith(_UNFINISHED) and time.time() - found.st_mtime < _ABANDONED
            if stat.S_ISREG(found.st_mode) and entry.name != kept and not is_new:
                os.unlink(entry.path)
