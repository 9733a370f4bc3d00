"""The shape of the JSON that ``convert`` prints: its fields as the contract has them, names to join lists by."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import SAMPLES

import declparse
from declparse.characters.collation import name_key


def first(text: str) -> dict[str, object]:
    return declparse.to_dict(declparse.parse(text))


def test_the_keys_stand_in_the_order_of_the_contract(original: str) -> None:
    """As the example of the contract has them; and all values are plain ones."""
    document = first(original)
    assert list(document) == [
        *("schema_version", "id", "kind", "complete", "unread", "layout", "language", "source", "document_number"),
        *("edition", "originally_tabled", "date", "title", "declaration_number", "disclaimer", "opening"),
        *("paragraphs", "signatories", "declared_total", "legend", "counts"),
    ]
    assert list(document["source"]) == ["path", "sha256", "format", "index"]  # type: ignore[call-overload]
    assert list(document["signatories"][0]) == [  # type: ignore[index]
        *("position", "tabler", "honorific", "surname", "given_names", "name_key", "country", "country_code"),
        *("group", "group_id"),
    ]
    assert list(document["legend"][0]) == ["abbreviation", "group_id", "name"]  # type: ignore[index]
    assert list(document["counts"]) == [  # type: ignore[call-overload]
        *("words", "paragraph_words", "signatories", "delegations", "political_groups", "by_group", "by_country")
    ]


def values_in(value: object) -> Iterator[object]:
    """A value and all that it holds."""
    yield value
    if isinstance(value, dict):
        yield from (one for item in value.items() for part in item for one in values_in(part))
    if isinstance(value, list):
        yield from (one for part in value for one in values_in(part))


@pytest.mark.parametrize("path", [path for path in sorted(SAMPLES.rglob("*.*")) if path.name != "README.md"], ids=str)
def test_all_values_are_plain(path: Path) -> None:
    """No subclasses: ``yaml`` and others write only plain values."""
    for document in declparse.read(path):
        found = {type(value) for value in values_in(declparse.to_dict(document, locations=True))}
        assert found <= {dict, list, str, int, bool, type(None)}


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Doc. 16225", "Doc. 16225 2nd edition", "doc16225-ed2-en-print"),
        ("Doc. 16225", "Doc. 16A25", None),
        ("**Doc. 16225**", "", None),
    ],
)
def test_the_id_of_a_document(original: str, old: str, new: str, expected: str | None) -> None:
    assert first(original.replace(old, new))["id"] == expected


def test_the_id_names_language_and_layout() -> None:
    text = (SAMPLES / "good" / "night-trains-web-fr.md").read_text(encoding="utf-8")
    document = declparse.parse(text)
    assert isinstance(document.document_number, declparse.Found)
    assert first(text)["id"] == f"doc{document.document_number.value}-ed1-fr-web"
    assert first("Dear colleagues,")["id"] is None


@pytest.mark.parametrize(
    ("surname", "given_names", "key"),
    [
        ("ĐORĐEVIĆ", "Vladimir", "dordevic vladimir"),
        ("SAINT-AUBERT", "Anna‑Maria", "saint aubert anna maria"),
        ("O’NEILL", "J. P.", "oneill j p"),
        ("O'NEILL", None, "oneill"),
        ("GROẞ", "Großmut", "gross grossmut"),
        ("ØRSTED", "Ægir Þór", "orsted aegir thor"),
        ("ŁOŚ", "Işıl", "los isil"),
        ("COL·LELL", "Ə. Đ.", "collell e d"),
        ("Van den\u00a0BRANDE", " Luc ", "van den brande luc"),
        ("NÉMETH", "Zsolt", "nemeth zsolt"),
        ("NE\u0301METH", "İpek", "nemeth ipek"),
    ],
)
def test_the_key_of_a_name(surname: str, given_names: str | None, key: str) -> None:
    assert name_key(surname, given_names) == key


def test_a_group_has_one_id_in_both_languages() -> None:
    english, french = (
        first((SAMPLES / "good" / name).read_text(encoding="utf-8"))
        for name in ("night-trains.md", "night-trains-fr.md")
    )
    for field in ("signatories", "legend"):
        ids = [sorted(one["group_id"] for one in document[field]) for document in (english, french)]  # type: ignore[attr-defined]
        assert ids[0] == ids[1]
    written = {one["group"] for one in french["signatories"]}  # type: ignore[attr-defined]
    assert written != {one["group_id"] for one in french["signatories"]}  # type: ignore[attr-defined]


def test_a_group_that_is_not_known_has_no_id(original: str) -> None:
    document = first(original.replace("GROZA Ion, Republic of Moldova, EPP/CD", "GROZA Ion, Republic of Moldova, QQQ"))
    assert [one["group_id"] for one in document["signatories"] if one["group"] == "QQQ"] == [None]  # type: ignore[attr-defined]


def test_declarations_of_one_file_are_counted(original: str) -> None:
    documents = declparse.parse_all(f"{original}\n\n{original}")
    assert [declparse.to_dict(document)["source"]["index"] for document in documents] == [0, 1]
