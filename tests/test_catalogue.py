"""The catalogue of messages is what the program prints, and reads well."""

import re

import catalogue
import pytest
from support.cases import RULES

from declparse.rules.support.rule import Rule
from declparse.rules.support.selection import in_language
from declparse.wording import Lang

_FIELD = re.compile(r"\{[^}]*\}")


@pytest.mark.parametrize("lang", catalogue.FOLDERS)
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_catalogue_is_current(rule: Rule, lang: Lang) -> None:
    file = catalogue.FOLDERS[lang] / f"{rule.code}.txt"
    assert file.read_text(encoding="utf-8") == catalogue.page(rule, lang), (
        "run python tests/catalogue.py and read the difference"
    )


def test_the_catalogue_has_no_other_pages() -> None:
    for folder in catalogue.FOLDERS.values():
        assert {file.stem for file in folder.iterdir()} == {rule.code for rule in RULES}


@pytest.mark.parametrize("lang", catalogue.FOLDERS)
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_texts_are_written_alike(rule: Rule, lang: Lang) -> None:
    """One sentence without a full stop; messages and titles begin with a capital, labels and helps do not."""
    for key, text in in_language(rule, lang).texts.items():
        if key == "page":
            continue
        words = _FIELD.sub("", text)
        assert text == text.strip(), key
        assert "  " not in text, key
        assert not text.endswith(".") or "disclaimer" in rule.name, key
        small = key.startswith(("help", "label"))
        assert words.lstrip("'").strip()[:1].islower() == small or text.startswith(("{", "'")), key
