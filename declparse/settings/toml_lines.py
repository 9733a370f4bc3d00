"""Finds the line of a TOML file in which a key is set."""

import re
import tomllib
from typing import Any

_VALUE_END = r"(?:[\]}]|'{3}|\"{3})\s*(?:#.*)?$"  # how the last line of a longer statement ends


def line_of(text: str, keys: tuple[str, ...], piece: object) -> int:
    """Return the line, from 1, in which a key is set; where a piece of its value is named, the line with that piece.

    Each statement is parsed by itself, below the heading of its table; longer and longer parts of the file would take
    too long.
    """
    lines = text.split("\n")
    heading, start = "", 0
    for last, line in enumerate(lines, 1):
        if last - start > 1 and not re.search(_VALUE_END, line):
            continue
        statement = "\n".join(lines[start:last])
        try:
            found: Any = tomllib.loads(f"{heading}\n{statement}\n")
        except tomllib.TOMLDecodeError:  # it goes on in the next line
            continue
        for key in keys:
            found = found.get(key) if isinstance(found, dict) else None
        if found is not None and (piece is None or _holds(found, piece)):
            break
        heading = statement if statement.lstrip().startswith("[") else heading
        start = last
    wanted = (number for number in range(start + 1, last + 1) if str(piece) in lines[number - 1])
    return start + 1 if piece is None else next(wanted, start + 1)


def _holds(value: object, piece: object) -> bool:
    """True if a value, or a key or value in it, is the piece."""
    if isinstance(value, dict):
        return any(key == piece or _holds(inner, piece) for key, inner in value.items())
    if isinstance(value, list):
        return any(_holds(inner, piece) for inner in value)
    return value == piece
