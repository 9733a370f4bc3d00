"""What ``convert`` prints, and the Python interface: values, completeness, several declarations, places."""

import json
import pickle
from datetime import date
from pathlib import Path

import pytest
from conftest import SAMPLES, Run

import declparse
from declparse.source import SourceText, decode, from_text


def first(text: str) -> dict[str, object]:
    return declparse.to_dict(declparse.parse(text))


def test_declaration_817(original: str) -> None:
    document = first(original)
    assert document["source"] == {
        "path": None,
        "sha256": "9b0f9b53bed6c371b8472a55c20bf5cd7ffb73fe6fa72a2a1b7aa63d4af28094",
        "format": "text",
        "index": 0,
    }
    assert (document["schema_version"], document["id"], document["unread"]) == (2, "doc16225-ed1-en-print", [])
    assert document["paragraphs"][0]["number"] is None  # type: ignore[index]
    assert document["signatories"][17] == {  # type: ignore[index]
        "position": 18,
        "tabler": False,
        "honorific": None,
        "surname": "NICULESCU-ȚĂGĂRLAȘ",
        "given_names": "Cristian-Augustin",
        "name_key": "niculescu tagarlas cristian augustin",
        "country": "Romania",
        "country_code": "RO",
        "group": "EPP/CD",
        "group_id": "EPP/CD",
    }
    assert (document["counts"]["words"], document["counts"]["paragraph_words"]) == (186, 180)  # type: ignore[index]
    assert list(document["counts"]["by_country"]) == [  # type: ignore[index]
        *("DE", "HU", "MD", "BG", "HR", "RO", "TR", "EE", "FR", "GB", "MK", "RS", "UA"),
    ]


@pytest.mark.parametrize(
    ("name", "surname", "given_names"),
    [
        ("Van den BRANDE Luc", "Van den BRANDE", "Luc"),
        ("de POURBAIX-LUNDIN Marietta", "de POURBAIX-LUNDIN", "Marietta"),
        ("GARCÍA y GARCÍA María de los Ángeles", "GARCÍA y GARCÍA", "María de los Ángeles"),
        ("DEBONO GRECH Joseph", "DEBONO GRECH", "Joseph"),
        ("Ó CUÍV Éamon", "Ó CUÍV", "Éamon"),
        ("PUIG I ÁLVAREZ Jordi", "PUIG I ÁLVAREZ", "Jordi"),
        ("McNAMARA J. P.", "McNAMARA", "J. P."),
        ("D’ALEMA Massimo", "D’ALEMA", "Massimo"),
        ("'t HART Jan", "'t HART", "Jan"),
        ("Abou JAOUDE Samir", "Abou JAOUDE", "Samir"),
        ("ŞAHİN Əli", "ŞAHİN", "Əli"),
        ("SMITH John III", "SMITH", "John III"),
        ("Zsolt NÉMETH", "NÉMETH", "Zsolt"),
        ("Németh Zsolt", "Németh", "Zsolt"),
        ("van den Brande Luc", "van den Brande", "Luc"),
        ("NÉMETH", "NÉMETH", None),
    ],
)
def test_names_are_split(original: str, name: str, surname: str, given_names: str | None) -> None:
    signatory = declparse.parse(original.replace("NÉMETH Zsolt", name)).signatories[0]
    assert (signatory.surname, signatory.given_names) == (surname, given_names)


@pytest.mark.parametrize("title", ["Mr", "Mme", "M.", "Prof.", "Dr"])
def test_an_honorific_is_not_part_of_the_name(original: str, title: str) -> None:
    signatory = declparse.parse(original.replace("NÉMETH Zsolt", f"{title} NÉMETH Zsolt")).signatories[0]
    assert (signatory.honorific, signatory.surname) == (title, "NÉMETH")


@pytest.mark.parametrize(
    ("name", "surname", "given_names"),
    [
        ("Jan in 't VELD", "in 't VELD", "Jan"),
        ("Ugo degli ESPOSTI", "degli ESPOSTI", "Ugo"),
        ("Ugo dalla CHIESA", "dalla CHIESA", "Ugo"),
        ("Luc des ESSARTS", "des ESSARTS", "Luc"),
        ("Luc uit den BERG", "uit den BERG", "Luc"),
        ("Ann Uí RIADA", "Uí RIADA", "Ann"),
        ("Eoin Ó CUÍV", "Ó CUÍV", "Eoin"),
        ("J SMITH", "SMITH", "J"),
        ("J F DI MARIA", "DI MARIA", "J F"),
        ("N de VRIES", "de VRIES", "N"),
        ("Anna-\nMaria SAINT-\nAUBERT", "SAINT-AUBERT", "Anna-Maria"),
        ("SMITH", "SMITH", None),
    ],
)
def test_names_of_a_web_page_are_split(name: str, surname: str, given_names: str | None) -> None:
    page = (SAMPLES / "good" / "night-trains-web.md").read_text(encoding="utf-8")
    signatory = declparse.parse(page.replace("Mareike OSTERHOLT", name)).signatories[0]
    assert (signatory.honorific, signatory.surname, signatory.given_names) == ("Ms", surname, given_names)


def test_a_name_is_put_together_as_it_is_written_or_as_in_lists(original: str) -> None:
    page = (SAMPLES / "good" / "night-trains-web-fr.md").read_text(encoding="utf-8")
    for text, written, listed in (
        (original, "NÉMETH Zsolt", "NÉMETH Zsolt"),
        (page, "Mareike OSTERHOLT", "OSTERHOLT Mareike"),
    ):
        tabler = declparse.parse(text).signatories[0]
        assert (tabler.name_as_written, tabler.name) == (written, listed)
        assert tabler._replace(given_names=None).name_as_written == tabler.surname


def test_a_second_edition(original: str) -> None:
    text = (SAMPLES / "good" / "dialects-2nd-edition.md").read_text(encoding="utf-8")
    document = first(text)
    assert (document["edition"], document["originally_tabled"]) == (2, "2025-10-03")
    assert document["complete"] is True
    edition, other = declparse.parse(text), declparse.parse(original)
    assert (edition.edition_number, other.edition_number) == (2, 1)
    assert edition.named_edition is not None
    assert "2nd edition" in text[slice(*edition.named_edition.span)]
    assert (other.named_edition, other.originally_tabled, other.iso_date) == (None, None, "2025-07-10")


@pytest.mark.parametrize(
    "line",
    [
        "2nd edition, originally tabled on 24 June 2025",
        "2nd edition, originally tabled on 24 June 2025.",
        "*2<sup>nd</sup> edition, originally tabled on 24 June 2025*",
    ],
)
def test_forms_of_the_reissue_line(original: str, line: str) -> None:
    text = original.replace("No. 817**", f"No. 817**\n\n{line}")
    document = first(text)
    assert (document["edition"], document["originally_tabled"]) == (2, "2025-06-24")
    assert not declparse.check(text, today=date(2025, 7, 15))


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("16225", "16A25", "document_number"),
        ("No. 817", "No. 8l7", "declaration_number"),
        ("10 July", "31 June", "date"),
        ("10 July", "10 Juli", "date"),
        ("Total = 23", "Total = XX", "declared_total"),
    ],
)
def test_what_cannot_be_read_is_null_and_makes_it_incomplete(original: str, old: str, new: str, field: str) -> None:
    document = first(original.replace(old, new))
    assert (document[field], document["complete"]) == (None, False)


def test_a_line_that_cannot_be_read_makes_it_incomplete(original: str) -> None:
    document = first(original.replace("HOLLIK István, Hungary", "HOLLIK István Hungary"))
    assert document["complete"] is False
    positions = [signatory["position"] for signatory in document["signatories"]]  # type: ignore[attr-defined]
    assert positions == [*range(1, 10), *range(11, 24)]


def test_a_part_that_is_absent_is_null_and_leaves_it_complete(original: str) -> None:
    document = first(original.replace("10 July 2025\n", ""))
    assert (document["date"], document["complete"]) == (None, True)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Motion for a resolution\n\npresented by Mr Marty and others\n", "motion-for-resolution"),
        ("Motion for a recommendation\n", "motion-for-recommendation"),
        ("Written question No. 563 to the Committee of Ministers\n", "written-question"),
        ("Report\n\nDoc. 12000\n", "report"),
        ("Dear colleagues,\n", "unknown"),
        ("", "unknown"),
    ],
)
def test_other_kinds(text: str, kind: str) -> None:
    document = first(text)
    assert (document["kind"], document["complete"], document["layout"]) == (kind, False, None)


def test_several_declarations_in_one_text(original: str) -> None:
    other = original.replace("16225", "16226").replace("817", "818").replace("Total = 23", "Total = 24")
    documents = declparse.parse_all(original + "\n\n" + other)
    assert [declparse.to_dict(document)["declaration_number"] for document in documents] == [817, 818]
    findings = declparse.check(original + "\n\n" + other, today=date(2025, 7, 15))
    lines = [documents[0].source.position(finding.span.start).line for finding in findings]
    assert [finding.code for finding in findings] == ["SIG001"]
    assert lines == [63 + original.count("\n") + 2]


def test_one_object_or_an_array(run: Run, original: str) -> None:
    assert isinstance(json.loads(run("convert", "-", text=original).stdout), dict)
    other = original.replace("16225", "16226").replace("817", "818")
    assert len(json.loads(run("convert", "-", text=original + "\n" + other).stdout)) == 2
    assert isinstance(json.loads(run("convert", str(SAMPLES / "good")).stdout), list)
    lines = run("convert", "--to", "ndjson", str(SAMPLES / "good")).stdout.splitlines()
    assert [json.loads(line)["kind"] for line in lines] == ["written-declaration"] * len(
        [*(SAMPLES / "good").iterdir()]
    )


def test_convert_ends_with_1_when_something_could_not_be_read(run: Run, original: str) -> None:
    done = run("convert", "-", text=original.replace("Total = 23", "Total = XX"))
    assert done.returncode == 1
    assert json.loads(done.stdout)["document_number"] == 16225


def test_locations(original: str) -> None:
    document = declparse.to_dict(declparse.parse(original), locations=True)
    start = document["signatories"][0]["location"]["start"]
    assert original[start["offset"] :].startswith("NÉMETH")
    assert (start["line"], start["column"]) == (37, 1)
    assert document["locations"]["declared_total"]["start"]["line"] == 63


def test_texts_know_where_they_stand(original: str) -> None:
    surname = declparse.parse(original).signatories[5].surname
    assert surname == "ĐORĐEVIĆ"
    assert original[slice(*surname.span)] == "ĐORĐEVIĆ"


@pytest.mark.parametrize(
    ("text", "offset", "line", "column"),
    [("a\nb", 2, 2, 1), ("a\r\nb", 3, 2, 1), ("a\rb", 2, 2, 1), ("a\x85b\u2028c", 4, 1, 5), ("a\n\r\n", 4, 3, 1)],
)
def test_lines_end_at_lf_crlf_and_cr_only(text: str, offset: int, line: int, column: int) -> None:
    source: SourceText = from_text(text)
    assert source.position(offset) == (line, column, offset)


def test_texts_that_are_the_same_are_equal(original: str) -> None:
    """So are what is read from them, and what is found in them; where a text came from belongs to it."""
    wrong = original.replace("Total = 23", "Total = 22")
    for text in (wrong, wrong.encode(), wrong.encode().replace("É".encode(), b"\xc9")):
        document = declparse.parse(text)
        assert document == declparse.parse(text) == pickle.loads(pickle.dumps(document))  # noqa: S301 - our own
        assert len({document, declparse.parse(text)}) == 1
        assert declparse.check(document) == declparse.check(text)
        assert document != declparse.parse(original)
    assert decode(b"a", "a.md") == decode(b"a", "a.md") != decode(b"a", "b.md")
    assert from_text("\ufffd") != decode(b"\xff")
    assert from_text("a") != "a"


def test_a_document_can_be_copied_and_sent(original: str) -> None:
    document = declparse.parse(original)
    copy = pickle.loads(pickle.dumps(document.signatories[0]))  # noqa: S301
    assert (copy, copy.surname.span) == (document.signatories[0], document.signatories[0].surname.span)


@pytest.mark.parametrize("second", ["another", "the same number", "without its number", "a new edition"])
def test_a_second_declaration_is_read_by_itself(original: str, second: str) -> None:
    other = {
        "another": original.replace("16225", "16226").replace("817", "818"),
        "the same number": original,
        "without its number": original.replace("**Written declaration No. 817**\n", ""),
        "a new edition": original.replace("No. 817**", "No. 817**\n\n2nd edition, originally tabled on 10 July 2025"),
    }[second]
    documents = declparse.parse_all(original + "\n\n" + other)
    assert [len(document.signatories) for document in documents] == [23, 23]
    codes = [finding.code for finding in declparse.check(original + "\n\n" + other, today=date(2025, 7, 15))]
    assert codes == (["STR002"] if second == "without its number" else [])


@pytest.mark.parametrize(
    "lines",
    [
        "10 July 2025\nand so on",
        "Doc. 14000\nof the Committee",
        "Written declaration No. 815\non the matter",
        "signed (by all) in\nthe year",
        "Total = 23 persons in the\nworld",
        "this written declaration is urgent,\nas we see",
        "817\nand so on",
    ],
)
def test_wrapped_lines_of_a_paragraph_are_no_other_parts(original: str, lines: str) -> None:
    text = original.replace("We commend", f"We note that on\n{lines}\nwe commend")
    paragraph = declparse.parse(text).paragraphs[3].text
    assert paragraph.startswith(f"We note that on {' '.join(lines.split())} we commend")
    assert not declparse.check(text, today=date(2025, 7, 15))


@pytest.mark.parametrize(
    "paragraph",
    [
        "This written declaration calls upon the Committee of Ministers to act.",
        "We, the underdogs of Europe, demand this",
        "Total: 15 persons died.",
        "Written question No. 563 was never answered.",
        "- one, two\n- three",
        "> A quotation",
        "“A quotation,” he said.",
        "https://example.org/a",
        "A, B, C",
    ],
)
def test_paragraphs_that_look_like_other_parts(original: str, paragraph: str) -> None:
    text = original.replace("We commend", f"{paragraph}\n\nWe commend")
    assert len(declparse.parse(text).paragraphs) == 6
    assert not declparse.check(text, today=date(2025, 7, 15))


def test_bytes_that_cannot_be_decoded_are_one_finding(original: str) -> None:
    text = (original + "\n\n" + original).encode().replace("É".encode(), b"\xc9", 1)
    assert [finding.code for finding in declparse.check(text)] == ["TXT001"]


@pytest.mark.parametrize("spoilt", ["N\udcc9METH", "NÃ‰METH", "N\u200bÉMETH", "NÉ  METH"])
def test_what_is_found_in_one_declaration_is_not_found_in_another(original: str, spoilt: str) -> None:
    bad = original.replace("NÉMETH", spoilt)
    for text in (f"{original}\n\n{bad}", f"{bad}\n\n{original}"):
        (finding,) = declparse.check(text.encode(errors="surrogateescape"), today=date(2025, 7, 15))
        place = text.index(spoilt)
        assert place <= finding.span.start < place + len(spoilt)
    findings = declparse.check(f"{bad}\n\n{bad}".encode(errors="surrogateescape"), today=date(2025, 7, 15))
    assert [len(finding.labels) for finding in findings] == ([0] if "\udcc9" in spoilt else [0, 0])


def test_an_undecodable_byte_between_two_declarations_is_one_finding(original: str) -> None:
    text = f"{original}\n\n\udcff{original.lstrip()}".encode(errors="surrogateescape")
    assert [finding.code for finding in declparse.check(text)] == ["TXT001"]


@pytest.mark.parametrize(
    ("data", "what"),
    [(b"\x7fELF\2\0\0\1\xff", "no text at all"), (b"5 \x7f \xa3", "Latin-1"), (b"5 \x80", "Windows-1252")],
)
def test_what_a_file_that_is_not_utf_8_may_be(data: bytes, what: str) -> None:
    (finding,) = declparse.check(data)
    assert f"the file may be {what}" in finding.message


def test_undecodable_files_of_a_folder_are_not_lost(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.md").write_bytes(b"abc \xff")
    done = run("convert", ".")
    assert (done.returncode, len(json.loads(done.stdout))) == (1, 1)
