"""The README says what the program does."""

import re

import readme
from conftest import ROOT

TEXT = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_generated_pieces_are_current() -> None:
    assert readme.current(TEXT) == TEXT, "run python tests/readme.py"


def test_the_two_quick_start_blocks_come_first() -> None:
    blocks = re.findall(r"```(\w*)\n(.*?)```", TEXT, re.DOTALL)
    install, test = [body for language, body in blocks if language == "sh"][:2]
    assert "declparse check samples" in install
    assert test.rstrip().endswith("python -m pytest")


def test_links_lead_to_files() -> None:
    for link in re.findall(r"\]\(([^)]+)\)", TEXT):
        assert (ROOT / link).exists(), link
