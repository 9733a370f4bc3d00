"""The files of a folder that are looked at: those with the endings of text that no ``.gitignore`` excludes."""

import os
from pathlib import Path

from pathspec import GitIgnoreSpec

_ENDINGS = (".md", ".txt")


def files_of(folder: str) -> list[str]:
    """The ``*.md`` and ``*.txt`` files below a folder that no ``.gitignore`` excludes, sorted."""
    found: list[str] = []
    ignore = _Ignore(Path(folder))
    for top, folders, names in os.walk(folder):
        here = Path(top)
        ignore.enter(here)
        folders[:] = [name for name in folders if name != ".git" and not ignore.excludes(here / name, is_folder=True)]
        files = (here / name for name in names if name.lower().endswith(_ENDINGS))
        found += [str(file) for file in files if file.is_file() and not ignore.excludes(file)]
    return sorted(found)


class _Ignore:
    """The ``.gitignore`` files that hold for a folder.

    Its own, those below it, and those above it in the same repository.
    """

    def __init__(self, folder: Path) -> None:
        self._specs: dict[Path, GitIgnoreSpec] = {}
        top = folder.resolve()
        parents = [top, *top.parents]
        repository = next((parent for parent in parents if (parent / ".git").exists()), top)
        for parent in parents[: parents.index(repository) + 1]:
            self.enter(parent)

    def enter(self, folder: Path) -> None:
        """Takes the rules of a folder into account."""
        folder = folder.resolve()
        file = folder / ".gitignore"
        if folder not in self._specs and file.is_file():
            self._specs[folder] = GitIgnoreSpec.from_lines(file.read_text("utf-8", "replace").splitlines())

    def excludes(self, path: Path, *, is_folder: bool = False) -> bool:
        """Whether the rules exclude a file or folder; those of the nearest folder win."""
        path = path.parent.resolve() / path.name
        for parent in path.parents:
            if parent in self._specs:
                name = path.relative_to(parent).as_posix() + ("/" if is_folder else "")
                answer = self._specs[parent].check_file(name).include
                if answer is not None:
                    return answer
        return False
