"""What the lines of a text are taken for: lines that are wrapped, that look like another part, with other marks."""

import datetime as dt

import pytest
from conftest import SAMPLES

import declparse
from declparse import Document

TODAY = dt.date(2026, 11, 23)
MARKDOWN = (SAMPLES / "declaration-817.md").read_text(encoding="utf-8")
PLAIN = (SAMPLES / "good" / "orchards.txt").read_text(encoding="utf-8")
OPENING = "We, the undersigned, declare the following:"
TITLE = "## Amnesty law in Kazakhstan marking 30 years of the Constitution"
PARAGRAPH = next(block for block in MARKDOWN.split("\n\n") if block.startswith("We commend"))


def right(text: str, *, ignoring: str = "ADM004") -> Document:
    """The document, which must be complete and without any finding but for its length."""
    document = declparse.parse(text)
    found = declparse.check(document, today=TODAY, ignore=[ignoring])
    assert not found, found
    assert declparse.to_dict(document)["complete"] is True
    return document


def changed(old: str, new: str, text: str = MARKDOWN) -> str:
    assert text.count(old) == 1
    return text.replace(old, new)


def paragraphs(text: str) -> list[str]:
    return [str(paragraph.text) for paragraph in right(text).paragraphs]


@pytest.mark.parametrize(
    "opening",
    [
        "We, the undersigned,\ndeclare the following:",
        "We, the undersigned members of the Parliamentary\nAssembly of the Council of Europe, declare the following:",
        "We, the undersigned members of the Parliamentary Assembly of the Council of Europe, declare the following:",
        "We, the undersigned members of the Parliamentary Assembly of the Council of Europe, meeting in\n"
        "Strasbourg on this day,\ndeclare the following:",
        "We, the undersigned, declare the following.",
        "We, the undersigned, declare",
        "We the undersigned, declare the following:",
        "**We, the undersigned, declare the following:**",
    ],
)
@pytest.mark.parametrize("text", [MARKDOWN, PLAIN], ids=["markdown", "plain"])
def test_the_opening(text: str, opening: str) -> None:
    document = right(changed(OPENING, opening, text))
    assert document.opening == " ".join(opening.strip("*").split())
    assert len(document.paragraphs) == len(declparse.parse(text).paragraphs)


@pytest.mark.parametrize(
    "paragraph",
    [
        "We, the undersigned members of the Parliamentary Assembly, express our\ndeep concern about this.",
        "We regret that this is in breach of\nthe ECHR, of the Constitution, and of\nthe rulings of the Court.",
        "We thank\nthe EU member States, including Poland, Hungary",
        "In many countries\nLGBTI persons, women, and children suffer\nfrom this.",
        "LGBTI persons, women, and children suffer\nfrom this in many countries.",
        "We thank two friends:\nNATO: the North Atlantic Treaty\nOrganization, and others.",
        "We recall application No. 14305/17, paragraph\n12.",
        "We, the undersigned members of the Parliamentary\nAssembly of the Council of Europe, express our concern.",
        "We recall the judgment on Order No.\n12.",
        "We thank Hungary and Romania, and many\nNGOs, trade unions, and churches.",
        "We recall that of 46 States only\n26\nhave ratified.",
        "5 * 3 is not 8.",
        "We meet in Strasbourg, on\n24 January 2024, for that.",
    ],
)
def test_a_paragraph_is_one(paragraph: str) -> None:
    expected = [str(one.text) for one in declparse.parse(MARKDOWN).paragraphs]
    assert paragraphs(changed(PARAGRAPH, f"{PARAGRAPH}\n\n{paragraph}"))[:-1] == [
        *expected[:4],
        " ".join(paragraph.split()),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ("NATO: the North Atlantic Treaty Organization", "OSCE: the Organization for Security"),
        ("the EU, Poland, France", "the UN, Italy, Spain"),
        ("24 January 2024", "Strasbourg, 25 January 2024"),
        ("Doc. 15000, para. 3", "Doc. 15000"),
    ],
)
def test_paragraphs_that_look_like_other_parts(lines: tuple[str, ...]) -> None:
    found = paragraphs(changed(PARAGRAPH, "\n\n".join([PARAGRAPH, *lines])))
    assert found[-1 - len(lines) : -1] == [*lines]


@pytest.mark.parametrize(
    "title",
    [
        "Elections:\n1 June 2025",
        "Follow-up to\nDoc. 12345 on peace",
        "Solidarity with NATO,\nthe EU, Ukraine, Georgia",
        "AI, democracy, and\nCOVID-19: what next for Europe?",
        "Rule of law\nEU: a common challenge",
        "7 October",
        "9 May 2025",
        "Total: a film",
        "We, the undersigned: a history",
        "This written declaration is about peace",
        "Doc, a film by NN, on GG",
    ],
)
@pytest.mark.parametrize("mark", ["## ", ""])
def test_titles(title: str, mark: str) -> None:
    words = " ".join(title.split())
    assert right(changed(TITLE, mark + title)).title == words
    if mark:
        assert right(changed(TITLE, f"{mark}{title} ##")).title == words
    dense = "\n".join(line for line in changed(TITLE, mark + title).split("\n") if line.strip("- "))
    assert right(dense).title == words


def test_a_title_of_two_headings() -> None:
    assert right(changed(TITLE, "## A treaty\n\n## Signed by all")).title == "A treaty Signed by all"


@pytest.mark.parametrize("heading", ["_Signed_<sup>1</sup>:", "__Signed__ 1:", "*Signed* 1:", "Signed :1", "Signed: 1"])
def test_list_headings(heading: str) -> None:
    assert right(changed("*Signed*<sup>1</sup>:", heading)).list_note is not None


@pytest.mark.parametrize("mark", ["1. ", "**1.** ", "1\\. ", "1) ", "**1. **"])
def test_paragraph_numbers(mark: str) -> None:
    paragraph = right(changed(PARAGRAPH, mark + PARAGRAPH), ignoring="NUM005").paragraphs[3]
    assert paragraph.number is not None
    assert (paragraph.number.value, paragraph.text[:10]) == (1, "We commend")


@pytest.mark.parametrize("line_end", ["<br>", "<br />", "\\"])
def test_line_ends_of_markdown(line_end: str) -> None:
    text = MARKDOWN.replace("  \n", f"{line_end}\n")
    assert declparse.to_dict(right(text))["legend"] == declparse.to_dict(declparse.parse(MARKDOWN))["legend"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Total = 23", "Total =\n23"),
        ("Total = 23", "Total\n= 23"),
        ("**Doc. 16225**", "**Doc. 16225** 2<sup>nd</sup> edition"),
        ("**Doc. 16225**", "**Doc. 16225 2nd edition**"),
        ("**Doc. 16225**", "- **Doc. 16225**"),
        ("10 July 2025", "10 July 2025<br>"),
        ("10 July 2025", "- 10 July 2025"),
        ("Total = 23", "Total = 23<br>"),
    ],
)
def test_parts_that_are_written_otherwise(old: str, new: str) -> None:
    document = right(changed(old, new))
    assert document.total is not None


def test_a_reissue_line_that_is_wrapped() -> None:
    text = (SAMPLES / "good" / "dialects-2nd-edition.md").read_text(encoding="utf-8")
    wrapped = text.replace("originally tabled on ", "originally tabled on\n")
    assert wrapped != text
    assert right(wrapped).reissue


@pytest.mark.parametrize(
    ("name", "surname", "given_names"),
    [
        ("HOLLIK István", "HOLLIK", "István"),
        ("DOC Ian", "DOC", "Ian"),
        ("VAN 'T WOUT Bas", "VAN 'T WOUT", "Bas"),
        ("IN ’T VELD Sophie", "IN ’T VELD", "Sophie"),
        ("ROSSI D' ESTE Ida", "ROSSI D' ESTE", "Ida"),
        ("O'BRIEN Sean", "O'BRIEN", "Sean"),
        ("Ó CUÍV Éamon", "Ó CUÍV", "Éamon"),
        ("Van den BRANDE Luc", "Van den BRANDE", "Luc"),
        ("McNAMARA Michael", "McNAMARA", "Michael"),
        ("ROSSELL i TARRADELLAS Meritxell", "ROSSELL i TARRADELLAS", "Meritxell"),
    ],
)
def test_names(name: str, surname: str, given_names: str) -> None:
    document = declparse.parse(changed("HOLLIK István", name))
    assert len(document.signatories) == 23
    found = next(one for one in document.signatories if one.country == "Hungary" and one.surname == surname)
    assert found.given_names == given_names


def found(text: str, **options: str) -> list[tuple[str, int]]:
    """The codes and lines of all findings."""
    document = declparse.parse(text)
    findings = declparse.check(document, today=TODAY, **options)  # type: ignore[arg-type]
    return [(one.code, document.source.position(one.span.start).line) for one in findings]


@pytest.mark.parametrize(
    "lines",
    [
        "HOLLIK\nIstván, Hungary, ECPA",
        "HOLLIK István\n, Hungary, ECPA",
        "HOLLIK István,\nHungary, ECPA",
        "HOLLIK István, Hungary\n, ECPA",
        "HOLLIK István, Hungary,\nECPA",
        "HOLLIK István, Hungary\nECPA",
        "HOLLIK István\nHungary\nECPA",
        "HOLLIK István, Republic of\nMoldova, EPP/CD",
        "HOLLIK István, Hungary, EPP/\nCD",
        "HOLLIK István, Hungary, EPP\n/CD",
        "HOLLIK István, Hungary  \n\n, ECPA",
        "**HOLLIK**\n*István, Hungary*, ECPA",
    ],
)
@pytest.mark.parametrize(
    "line", ["HOLLIK István, Hungary, ECPA", "NÉMETH Zsolt, Hungary, ECPA", "YILDIZ Zeynep, Türkiye, NR"]
)
def test_a_signatory_that_is_broken_is_one_finding(line: str, lines: str) -> None:
    lines = lines.replace("HOLLIK", line.split()[0]).replace("István", line.split()[1].strip(","))
    text = changed(line, lines)
    assert found(text) == [("SIG004", text[: text.index(lines)].count("\n") + 1)]
    assert len(declparse.parse(text).signatories) == 22


@pytest.mark.parametrize("stray", ["[page 2 of 3]", "© Council of Europe", "Council of Europe", "ANNEX", "Signatories"])
def test_a_stray_line_breaks_no_signatory(stray: str) -> None:
    text = changed("HOLLIK István, Hungary, ECPA", f"{stray}\nHOLLIK István, Hungary, ECPA")
    assert found(text) == [("STR005", text[: text.index(f"\n{stray}\n")].count("\n") + 2)]


@pytest.mark.parametrize(
    ("line", "wrapped"),
    [
        ("Alliance of Liberals and Democrats for Europe", "Alliance of Liberals\nand Democrats for Europe"),
        ("Alliance of Liberals and Democrats for Europe", "Alliance of\nLiberals and Democrats for Europe"),
        ("European Conservatives, Patriots and Affiliates", "European Conservatives,  \nPatriots and\nAffiliates"),
        ("Group of the European People's Party", "Group of the European\nPeople's Party"),
        ("Representatives not belonging to a Political Group", "Representatives not belonging\nto a Political Group"),
    ],
)
def test_a_wrapped_legend_is_read_whole(line: str, wrapped: str) -> None:
    text = changed(line, wrapped)
    assert declparse.to_dict(right(text))["legend"] == declparse.to_dict(declparse.parse(MARKDOWN))["legend"]


@pytest.mark.parametrize("stray", ["[page 2 of 3]", "www.coe.int: texts", "12.", "[...]"])
def test_a_stray_line_is_no_part_of_the_legend(stray: str) -> None:
    text = changed("ECPA: European", f"{stray}\nECPA: European")
    assert [code for code, _ in found(text)] == ["STR005"]


DATES = """
10 July 2025.|Date: 10 July 2025|Tabled on 10 July 2025|10 July 2025, Strasbourg|10 th July 2025|Thurs. 10 July 2025
Strasbourg, 10 July 2025.|10 July '25|10 July 2025 (revised)|10–12 July 2025|10/11 July 2025|10 or 11 July 2025
2025 July 10|20250710|10 JULY 2025|July 2025|10.07.25|[to be completed]
"""
NUMBERS = """
Writen declaration No. 817|Written declartion No. 817|Written declaration No. 817.|No. 817|Declaration No. 817
Written declaration number 817|Written declaration № 817|Written declaration No. 817 2nd edition
Written declaration (No. 817)|Written declaration: No. 817
"""
PLACEHOLDERS = """
[date]|XX July 2025|July 2025|… July 2025|__ July 2025|… 2025|…|[ ]|[…]|dd mm yyyy|DD Month YYYY|[date to be added]
[day month year]|[ ] July 2025|?? July 2025|... July 2025
"""


def each(choices: str) -> list[str]:
    return choices.strip().replace("\n", "|").split("|")


BARE = [line.strip("*# ").replace("*<sup>1</sup>", " 1") for line in MARKDOWN.split("\n") if line.strip("- ")]
FORMS = {"markdown": MARKDOWN, "plain": "\n\n".join(BARE), "dense": "\n".join(BARE)}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("date", each(DATES))
def test_a_date_that_is_wrongly_written(date: str, form: str) -> None:
    text = changed("10 July 2025", date, FORMS[form])
    assert found(text) == [("DAT002", text[: text.index(date)].count("\n") + 1)]
    assert declparse.parse(text).title == TITLE.strip("# ")


@pytest.mark.parametrize("form", ["markdown", "plain"])  # without blank lines, these could be of the title
@pytest.mark.parametrize("date", ["to be confirmed", "l Dec. 2025"])
def test_words_in_the_place_of_the_date_are_the_date(date: str, form: str) -> None:
    text = changed("10 July 2025", date, FORMS[form])
    assert found(text) == [("DAT002", text[: text.index(date)].count("\n") + 1)]
    assert declparse.parse(text).title == TITLE.strip("# ")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("number", each(NUMBERS))
def test_a_declaration_number_that_is_wrongly_written(number: str, form: str) -> None:
    text = changed("Written declaration No. 817", number, FORMS[form])
    assert found(text) == [("NUM002", text[: text.index(number)].count("\n") + 1)]
    assert declparse.parse(text).title == TITLE.strip("# ")


@pytest.mark.parametrize("form", FORMS)
def test_a_date_below_its_copy_of_another_part_is_found(form: str) -> None:
    """The line above the malformed date is a copy, and no reason to miss it."""
    text = changed("10 July 2025", "July 2O25", FORMS[form])
    number = next(line for line in text.split("\n") if "Doc. 16225" in line)
    text = text.replace(number, f"{number}\n\n{number}")
    assert [code for code, _ in found(text)] == ["STR004", "DAT002"]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("part", ["10 July 2025", "Written declaration No. 817", TITLE.strip("# ")])
def test_a_part_that_is_not_there_is_missing(part: str, form: str) -> None:
    lines = [line for line in FORMS[form].split("\n") if part not in line]
    assert [code for code, _ in found("\n".join(lines))] == ["STR002"]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("date", each(PLACEHOLDERS))
def test_placeholders_for_the_date_of_a_draft(date: str, form: str) -> None:
    text = changed("10 July 2025", date, FORMS[form])
    assert found(text, profile="draft") == []
    assert declparse.parse(text).title == TITLE.strip("# ")
    assert found(text) == [("DAT002", text[: text.index(date)].count("\n") + 1)]


@pytest.mark.parametrize(
    ("name", "right", "wrong"),
    [
        ("footpaths.md", "We, the undersigned,", "We, the undersinged,"),
        ("night-trains-fr.md", "Nous, soussignés,", "Nous, soussigés,"),
        ("night-trains-fr.md", "Nous, soussignés,", "Nous, sousssignés,"),
    ],
)
def test_a_misspelt_opening_is_no_paragraph(name: str, right: str, wrong: str) -> None:
    text = (SAMPLES / "good" / name).read_text(encoding="utf-8")
    assert right in text
    findings = declparse.check(text.replace(right, wrong, 1), today=dt.date(2026, 11, 23))
    assert [(one.code, one.message.partition(": ")[0]) for one in findings] == [("STR005", "The opening is misspelt")]
