"""The canonical layout: that of declaration 817, and nothing but the layout."""

import re
import time
from dataclasses import replace

import damages
import pytest
from conftest import SAMPLES
from hypothesis import given
from hypothesis import strategies as st
from support import cases

import declparse
from declparse import canonical, pipeline
from declparse.canonical import Form
from declparse.source import decode, from_text

GOOD = {path.name: path.read_text(encoding="utf-8") for path in sorted((SAMPLES / "good").iterdir())}
BAD = {path.name: path.read_bytes() for path in sorted((SAMPLES / "bad").iterdir())}
FORMS: tuple[Form, ...] = ("markdown", "plain")
DAMAGED = ("declaration-817", "dialects-2nd-edition", "footpaths", "lighthouses", "orchards")


def laid_out(text: str | bytes, form: Form = "markdown") -> str:
    new = pipeline.laid_out(pipeline.parse_all(text), form)
    assert new is not None
    return new


def values(text: str | bytes) -> list[dict[str, object]]:
    """All that ``convert`` prints, but for the source, and for the marks of notes in what could not be read."""
    objects = [declparse.to_dict(one) for one in declparse.parse_all(text)]
    for one in objects:
        one["unread"] = sorted(entry["part"] for entry in one["unread"])
        del one["source"]
    return objects


def assert_only_the_layout_changes(text: str | bytes) -> None:
    """Both forms say what the text says, stay as they are, and the Markdown form comes of the plain one as well."""
    markdown, plain = laid_out(text), laid_out(text, "plain")
    assert values(markdown) == values(plain) == values(text)
    assert laid_out(markdown) == laid_out(plain) == markdown
    assert laid_out(plain, "plain") == laid_out(markdown, "plain") == plain
    for new in (markdown, plain):
        assert new == new.strip("\n") + "\n"
        assert "\r" not in new


def test_declaration_817_is_canonical(original: str) -> None:
    """But for the blank lines before it, and the line end that it lacks."""
    assert laid_out(original) == original.lstrip("\n") + "\n"


@pytest.mark.parametrize("name", [name for name in GOOD if name.endswith(".md") and name != "ferries-2008.md"])
def test_good_samples_are_canonical(name: str) -> None:
    assert laid_out(GOOD[name]) == GOOD[name]


@pytest.mark.parametrize("name", GOOD)
def test_good_samples_keep_what_they_say(name: str) -> None:
    assert_only_the_layout_changes(GOOD[name])


@pytest.mark.parametrize("name", [name for name in BAD if not name.startswith(("STR001", "TXT001"))])
def test_bad_samples_keep_what_they_say(name: str) -> None:
    assert_only_the_layout_changes(BAD[name])


@pytest.mark.parametrize("rule", cases.CASES)
def test_cases_keep_what_they_say(rule: str) -> None:
    for case in cases.CASES[rule]:
        documents = case.documents[-1]
        if documents[0].layout and not documents[0].source.bad_bytes:
            plain, markdown = (pipeline.laid_out(documents, form) for form in ("plain", "markdown"))
            assert plain is not None, str(case)
            assert markdown is not None, str(case)
            # That both forms say what the case says was looked at by ``pipeline.laid_out``, else they were None.
            assert canonical.laid_out(pipeline.parse_all(plain), "markdown") == markdown, str(case)


@given(
    st.sampled_from(sorted(GOOD)),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.booleans(),
    st.sampled_from(["", "\n", "\n\n \n", "  \n\t\n"]),
)
def test_any_layout_of_a_good_sample_becomes_the_same(name: str, line_end: str, plain: bool, blank: str) -> None:
    """Whatever the line ends, the marks, and the blank lines around the parts."""
    text = laid_out(GOOD[name], "plain") if plain else GOOD[name]
    other = blank + text.replace("\n\n", f"\n\n{blank}").rstrip("\n") + blank
    assert laid_out(other.replace("\n", line_end)) == laid_out(GOOD[name])


@given(st.sampled_from(DAMAGED), st.sampled_from(damages.FORMS), st.integers(0, 10**6), st.integers(1, 6))
def test_damaged_documents_keep_what_they_say(sample: str, form: str, seed: int, count: int) -> None:
    """Laid out without a change of what they say, or not at all, which must be rare."""
    text = damages.encoded(damages.shattered(sample, form, seed, count))
    documents = pipeline.parse_all(text)
    if documents[0].source.bad_bytes or not any(one.layout for one in documents):
        return
    new = pipeline.laid_out(documents, "markdown")
    if new is not None:
        assert values(new) == values(text)
        assert laid_out(new) == new
        assert letters(new) == letters(decode(text).text)


def letters(text: str) -> str:
    return "".join(filter(str.isalnum, re.sub("</?sup>", "", text)))


def test_damages_are_laid_out() -> None:
    """Each kind of damage, on one of the samples: none is too much for the layout."""
    refused = []
    for index, kind in enumerate(damages.DAMAGES):
        sample, form = DAMAGED[index % len(DAMAGED)], damages.FORMS[index % len(damages.FORMS)]
        for broken in damages.broken([kind], sample, form, 1):
            documents = pipeline.parse_all(damages.encoded(broken.text))
            fit = not documents[0].source.bad_bytes and any(one.layout for one in documents)
            if fit and pipeline.laid_out(documents, "markdown") is None:
                refused.append(str(kind))
    assert refused == []


@pytest.mark.parametrize(
    ("line", "markdown", "plain"),
    [
        ("Doc. 16225", "**Doc. 16225**", "Doc. 16225"),
        ("# Doc. 16225", "**Doc. 16225**", "Doc. 16225"),
        (r"**Doc\. 16225**", "**Doc. 16225**", "Doc. 16225"),
        ("**Doc.** 16225", "**Doc. 16225**", "Doc. 16225"),
        ("**Doc. 16225 2<sup>nd</sup> edition**", "**Doc. 16225 2nd edition**", "Doc. 16225 2nd edition"),
        ("  __Doc. 16225__\t", "**Doc. 16225**", "Doc. 16225"),
        ("Doc. 16A25", "**Doc. 16A25**", "Doc. 16A25"),
        ("Doc.  16225", "**Doc.  16225**", "Doc.  16225"),
    ],
)
def test_the_document_number(original: str, line: str, markdown: str, plain: str) -> None:
    text = original.replace("**Doc. 16225**", line)
    assert laid_out(text).startswith(f"{markdown}\n\n10 July 2025\n\n## Amnesty")
    assert laid_out(text, "plain").startswith(f"{plain}\n\n10 July 2025\n\nAmnesty")


@pytest.mark.parametrize(
    ("line", "markdown", "plain"),
    [
        ("Signed 1:", "*Signed*<sup>1</sup>:", "Signed 1:"),
        ("Signed :1", "*Signed*<sup>1</sup>:", "Signed 1:"),
        ("Signed: 1", "*Signed*<sup>1</sup>:", "Signed 1:"),
        ("Signed¹:", "*Signed*<sup>1</sup>:", "Signed 1:"),
        ("**Signed<sup>1</sup>:**", "*Signed*<sup>1</sup>:", "Signed 1:"),
        ("*Signed*1:", "*Signed*<sup>1</sup>:", "Signed 1:"),
        ("Signed<sup>2</sup>", "*Signed*<sup>2</sup>", "Signed 2"),
        ("Signed:", "*Signed*:", "Signed:"),
    ],
)
def test_the_list_heading(original: str, line: str, markdown: str, plain: str) -> None:
    text = original.replace("*Signed*<sup>1</sup>:", line)
    assert f"\n\n\n\n{markdown}\n\nNÉMETH" in laid_out(text)
    assert f"\n\n\n\n{plain}\n\nNÉMETH" in laid_out(text, "plain")


@pytest.mark.parametrize("blank", ["", " ", "\u00a0"])
def test_the_french_list_heading_keeps_its_blank(blank: str) -> None:
    text = GOOD["night-trains-fr.md"].replace("*Signé*<sup>1</sup> :", f"*Signé*<sup>1</sup>{blank}:")
    assert f"\n*Signé*<sup>1</sup>{blank}:\n" in laid_out(text)
    assert f"\nSigné 1{blank}:\n" in laid_out(text, "plain")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Hungary, ECPA  \nBON", "Hungary, ECPA\nBON", "Hungary, ECPA  \nBON"),
        ("Hungary, ECPA  \nBON", "Hungary, ECPA\\\nBON", "Hungary, ECPA  \nBON"),
        ("Hungary, ECPA  \nBON", "Hungary, ECPA<br>\nBON", "Hungary, ECPA  \nBON"),
        ("Hungary, ECPA  \nBON", "Hungary, ECPA\n\n- BON", "Hungary, ECPA  \nBON"),
        ("NÉMETH Zsolt, Hungary", "**NÉMETH** Zsolt, *Hungary*", "NÉMETH Zsolt, Hungary"),
        ("1. ALDE: ", "<sup>1</sup> ALDE: ", "\n1. ALDE: "),
        ("1. ALDE: ", "1\n\nALDE: ", "\n1  \nALDE: "),
        ("Liberals and Democrats for", "Liberals and\nDemocrats for", "Liberals and\nDemocrats for Europe  \nECPA"),
        ("*Signed (see overleaf)*\n", "Signed (see overleaf)\n", "\n\n*Signed (see overleaf)*\n\n\n\n*Signed*"),
        ("## Amnesty law in", "**Amnesty law in", "## **Amnesty law in"),
        ("## Amnesty law in Kazakhstan marking", "Amnesty law in\nKazakhstan marking", "## Amnesty law in Kazakhstan"),
        ("## Amnesty law in", "**Amnesty *law* in", "## **Amnesty *law* in"),
        ("## Amnesty law in", "## Amnesty *law* in", "## Amnesty *law* in"),
        ("---\n\nTotal = 23\n\n---", "**Total = 23**", "\n\n---\n\nTotal = 23\n\n---\n\n1. ALDE"),
        ("10 July 2025", "10 July 2025<br>", "\n\n10 July 2025\n\n"),
        ("15 000 convicted", "*15 000*\n   convicted", "over *15 000*\nconvicted individuals"),
        ("TILKI Attila,", "%% page 2 %%\nTILKI Attila,", "Bulgaria, NR\n%% page 2 %%\nTILKI Attila,"),
        ("TILKI Attila,", "\n\n%% page 2 %%\n\nTILKI Attila,", "Bulgaria, NR\n\n%% page 2 %%\n\nTILKI Attila,"),
    ],
)
def test_parts(original: str, old: str, new: str, expected: str) -> None:
    text = original.replace(old, new)
    assert text != original
    assert expected in laid_out(text)
    assert_only_the_layout_changes(text)


@pytest.mark.parametrize("line_break", ["\x85", "\u2028", "\x0c", "\x1c", "\u200b"])
@pytest.mark.parametrize(("old", "new"), [("---\n", "---{}\n"), ("\n\n10", "\n\n{}\n\n10"), ("BON", "{}\nBON")])
def test_invisible_characters_stay_in_empty_lines(original: str, line_break: str, old: str, new: str) -> None:
    text = original.replace(old, new.format(line_break))
    assert laid_out(text).count(line_break) == text.count(line_break)
    assert_only_the_layout_changes(text)


def test_without_blank_lines_each_line_is_a_paragraph(original: str) -> None:
    dense = re.sub("\n+", "\n", original.replace("---", ""))
    assert laid_out(dense) == laid_out(original)


def test_several_declarations(original: str) -> None:
    both = f"{GOOD['orchards.txt']}\n\n\n{original}"
    assert laid_out(both) == f"{laid_out(GOOD['orchards.txt'])}\n---\n\n{laid_out(original)}"
    assert laid_out(both, "plain") == laid_out(GOOD["orchards.txt"], "plain") + "\n" + laid_out(original, "plain")
    assert_only_the_layout_changes(both)


def test_what_stands_beside_a_declaration_and_is_none_stays(original: str) -> None:
    motion = (
        "Doc. 15000\n\n24 April 2019\n\nMotion for a resolution\n\npresented by Mr Marty and others\n\n  A  motion."
    )
    text = f"{original}\n\n---\n\n{motion}\n\n---\n"
    assert [one.kind for one in declparse.parse_all(text)] == ["written-declaration", "motion-for-resolution"]
    assert laid_out(text) == f"{laid_out(original)}\n---\n\n{motion}\n"


def test_a_web_page_has_no_marks() -> None:
    page = GOOD["night-trains-web.md"]
    marked = page.replace("Night trains: the quiet", "## Night trains: the quiet", 1)
    marked = marked.replace("Written declaration No. 640 |", "**Written declaration No. 640** |")
    wrapped = marked.replace(" ; ", " ;\n")
    for form in FORMS:
        assert laid_out(wrapped, form) == page


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Signed*<sup>1</sup>:", "Signed{blanks}-"),
        ("Doc. 16225", "Doc.{blanks}16225"),
        ("Amnesty law", "Amnesty{blanks}law"),
        ("Amnesty law", "Amnesty {emphasis}"),
        ("TILKI Attila, Hungary", "TILKI Attila,{blanks}Hungary"),
        ("Total = 23", "Total{blanks}= 23{slashes}"),
        ("We refer", "We {emphasis}refer"),
    ],
)
def test_long_lines_take_no_long_time(original: str, old: str, new: str) -> None:
    text = original.replace(old, new.format(blanks=" " * 20_000, emphasis="*a " * 7_000, slashes="\\" * 20_000))
    start = time.process_time()
    canonical.laid_out(pipeline.parse_all(text), "markdown")
    assert time.process_time() - start < 5


def test_a_long_web_list_takes_no_long_time() -> None:
    text = GOOD["night-trains-web.md"].replace("Signatories: ", "Signatories: " + "*a " * 30_000)
    documents = pipeline.parse_all(text)
    start = time.process_time()
    canonical.laid_out(documents, "markdown")
    assert time.process_time() - start < 5


def test_what_would_not_be_the_same_is_refused(original: str) -> None:
    """The Markdown of a text is judged by reading it again."""
    documents = pipeline.parse_all(original)
    other = pipeline.parse_all(original.replace("Total = 23", "Total = 22"))
    mixed = (replace(other[0], source=from_text(original.replace("Hungary", "Austria"))),)
    assert pipeline.laid_out(documents, "markdown") is not None
    assert pipeline.laid_out(mixed, "markdown") is None
