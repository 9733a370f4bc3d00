"""The README says what the program does. That its generated pieces are current is proved in ``test_damage``."""

import re

import pytest
from conftest import ROOT

TEXT = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_two_quick_start_blocks_come_first() -> None:
    blocks = re.findall(r"```(\w*)\n(.*?)```", TEXT, re.DOTALL)
    install, test = [body for language, body in blocks if language == "sh"][:2]
    assert "declparse check samples" in install
    assert test.rstrip().endswith("python -m pytest")


def test_the_example_in_python_runs(original: str, capsys: pytest.CaptureFixture[str]) -> None:
    (example,) = re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL)
    exec(example, {"text": original.replace("Total = 23", "Total = 22")})  # noqa: S102 - it is our own
    assert capsys.readouterr().out.startswith("63 9 SIG001 Total says 22")


def test_links_lead_to_files() -> None:
    for link in re.findall(r"\]\(([^)]+)\)", TEXT):
        assert (ROOT / link).exists(), link
