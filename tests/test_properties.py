"""What holds for any text: no exception, spans inside it, nothing dropped, one document however it is laid out."""

import datetime as dt
import json
import random
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cache

import damages
from conftest import SAMPLES
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pyuca import Collator
from support.fixed_words import fixed_words
from support.strategies import GOOD, any_text, damaged, good, mixed, pieces
from support.texts import every_text

import declparse
from declparse import pipeline, syntax
from declparse.characters.collation import collation_key
from declparse.characters.garbling import garbled
from declparse.document import Document
from declparse.findings import Finding
from declparse.marks import SUPERSCRIPTS
from declparse.rules.support.alphabetical import must_move
from declparse.source import Cover, SourceText, decode, divider, from_text
from declparse.syntax.reading import NormalizedText

TODAY = dt.date(2026, 11, 23)


GOOD.append((SAMPLES / "declaration-817.md").read_text(encoding="utf-8"))


def check(document: Document) -> list[Finding]:
    return declparse.check(document, today=TODAY)


def spans_of(finding: Finding) -> list[tuple[int, int]]:
    return [finding.span, *(label.span for label in finding.labels)]


def assert_sound(source: SourceText) -> None:
    """Everything that must hold of the documents and findings of a text."""
    for document in pipeline.parse_all(source):
        findings = check(document)
        keys = [(finding.span, finding.code, finding.message) for finding in findings]
        assert keys == sorted(keys, key=lambda key: (key[0].start, key[1]))
        assert len(keys) == len(set(keys))
        for finding in findings:
            assert document.span.start <= finding.span.start <= finding.span.end <= document.span.end
            assert all(0 <= start <= end <= len(source.text) for start, end in spans_of(finding))
            assert "{" not in re.sub(r"'[^']*'", "", finding.message)
        data = declparse.to_dict(document, locations=True)
        assert json.loads(json.dumps(data)) == data


@given(st.one_of(st.binary(), any_text.map(lambda text: text.encode("utf-16")), any_text.map(str.encode)))
def test_any_bytes(data: bytes) -> None:
    source = decode(data)
    assert_sound(source)
    bad = {place: chr(byte and 0xDC00 + byte) for place, byte in source.bad_bytes.items()}
    restored = "".join(bad.get(place, character) for place, character in enumerate(source.text))
    assert restored.encode("utf-8", "surrogateescape") == data.removeprefix("\ufeff".encode())


@given(any_text)
def test_any_text(text: str) -> None:
    assert_sound(from_text(text))


@given(damaged())
def test_any_damage(text: str) -> None:
    assert_sound(from_text(text))


@given(damaged(), st.sampled_from(["", " ", "\n", "\n\n", "\n*\t\t*", "\n\u200b**"]), damaged())
def test_several_declarations(first: str, between: str, second: str) -> None:
    assert_sound(from_text(first + between + second))


@given(st.sampled_from([*damages.SAMPLES]), st.sampled_from(damages.FORMS), st.integers(0, 10**6), st.integers(1, 6))
def test_known_damages(sample: str, form: str, seed: int, count: int) -> None:
    """Up to six damages of the suite in one document, which may hit the same lines: at most ten findings."""
    source = decode(damages.encoded(damages.shattered(sample, form, seed, count)))
    assert_sound(source)
    assert sum(len(check(document)) for document in pipeline.parse_all(source)) <= 10


@given(st.one_of(damaged(), any_text))
def test_nothing_is_dropped(text: str) -> None:
    """The tokens of the trees are all the words of the text, each once."""
    read = NormalizedText(from_text(text).text).text
    covered = [False] * len(read)
    for tree in syntax.parse(read):
        for token in tree.tokens():
            if token.start_pos is None:  # the name of a part
                continue
            start = token.start_pos
            covered[start : start + len(token)] = [True] * len(token)
    lost = "".join(" " if done else character for done, character in zip(covered, read, strict=True))
    # Marks of Markdown, dividing lines and blanks are layout; a full stop or comma inside a line is read, not kept.
    assert not [character for character in re.sub(r"</?(sup|br) ?/?>", "", lost) if character.isalnum()]


# What may be the mark of a footnote, which is no text, or else a superscript, which is; and a footnote of pandoc.
_RAISED = r"<sup>[(\[]?([0-9]{1,2})[)\]]?</sup>|\^([0-9]{1,2})\^|([⁰¹²³⁴-⁹]{1,2})"
_PANDOC_NOTE = r"\[\^[0-9]{1,3}\]"
_OPEN, _CLOSE = "\ue000", "\ue001"  # around what may be such a mark
_RUN = rf"(?:[^\W_]|{_OPEN}[^{_CLOSE}]*{_CLOSE})+"
# The fields whose words are those of the text. Numbers and dates are among the fixed words of the document.
_WORDS = {
    *("title", "disclaimer", "opening", "text", "honorific", "surname", "given_names", "country", "group"),
    *("abbreviation", "name"),
}


def runs_of(text: str) -> list[str]:
    """Runs of letters and digits, without marks of Markdown and tags; possible marks of notes stand in brackets."""
    for start, end, right in reversed(list(garbled(text))):  # a blank that was decoded wrongly is no word either
        if not any(map(str.isalnum, right)):
            text = f"{text[:start]} {text[end:]}"
    text = re.sub(_PANDOC_NOTE, "", unicodedata.normalize("NFC", text))
    text = re.sub(_RAISED, lambda mark: f"{_OPEN}{mark[1] or mark[2] or mark[3]}{_CLOSE}", text)
    return re.findall(_RUN, re.sub(r"[*_\\^]", "", re.sub("</?su[bp]>", "", re.sub("<br ?/?>", " ", text))))


def said(value: object, field: str = "") -> Iterator[str]:
    """The words of the text that an object holds."""
    if isinstance(value, dict):
        yield from (words for name, part in value.items() for words in said(part, name))
    elif isinstance(value, list):
        yield from (words for part in value for words in said(part))
    elif isinstance(value, str) and field in _WORDS:
        yield value


def written(document: Document) -> str:
    """The text of a document but what is no part of it, and but the fixed words of the parts that were read."""
    text, pieces, start = document.source.text, list[str](), document.span.start
    left_out = [*((span, "") for span in document.outside), *((span, " ") for span in fixed_words(document))]
    left_out += [(span, divider(text, span)) for span in document.furniture]
    for (left, right), between in sorted(left_out):
        pieces += text[start:left], between
        start = max(start, right)
    return "".join([*pieces, text[start : document.span.end]])


def lost(document: Document) -> list[str]:
    """The words of a text that are neither in its object, nor among the fixed words of parts that were read."""
    there = Counter(run for words in said(declparse.to_dict(document)) for run in runs_of(words))
    last_note = max((note.value for note in (document.list_note, document.legend_note) if note), default=0)
    missing = []
    for run in sorted(runs_of(written(document)), key=lambda run: _OPEN in run):
        raised = re.findall(f"{_OPEN}(.*?){_CLOSE}", run)
        forms = [run, run.translate({ord(_OPEN): None, ord(_CLOSE): None})]
        if raised and all(0 < int(mark.translate(SUPERSCRIPTS)) <= last_note for mark in raised):
            forms.append(re.sub(f"{_OPEN}.*?{_CLOSE}", "", run))
        known = next((form for form in forms if there[form] > 0), None)
        if known is not None:
            there[known] -= 1
        elif forms[-1]:
            missing.append(run)
    return missing


def lost_numbers(document: Document) -> list[str]:
    """The numbers among the fixed words that no field has: of a day that does not exist, of another edition."""
    data = declparse.to_dict(document)
    fields = ("document_number", "edition", "declaration_number", "declared_total", "date", "originally_tabled")
    values = [*(data[name] for name in fields), *(one["number"] for one in data["paragraphs"]), data["unread"]]
    values += [note.value for note in (document.list_note, document.legend_note) if note]
    known = {int(number) for number in re.findall("[0-9]+", f"{values}")}
    words = [document.source.text[start:end] for start, end in fixed_words(document)]
    return [number for word in words for number in re.findall("[0-9]+", word) if int(number) not in known]


@settings(max_examples=300)
@given(st.one_of(damaged(), mixed(), any_text))
def test_each_word_is_in_the_object_or_unread(text: str) -> None:
    for document in declparse.parse_all(text):
        assert not lost(document)
        assert not lost_numbers(document)
        data = declparse.to_dict(document)
        assert data["complete"] == (document.kind == "written-declaration" and not data["unread"])


def test_each_word_of_every_known_text_is_in_the_object_or_unread() -> None:
    """All samples and cases, each damage done to each of the samples, and some that have many damages."""
    for source in every_text(damaged_samples=len(damages.SAMPLES)):
        for document in pipeline.parse_all(source):
            assert not lost(document), source.text
            assert not lost_numbers(document), source.text


@given(good, st.sampled_from(["\r\n", "\r"]), st.booleans(), st.booleans(), st.booleans())
def test_layout_does_not_change_the_document(
    text: str, line_end: str, bom: bool, marks: bool, decomposed: bool
) -> None:
    other = text if marks else re.sub(r"(?m)^---$|\*|^## ", "", text).replace("<sup>1</sup>", " 1")
    if decomposed:
        other = unicodedata.normalize("NFD", other)
    other = ("\ufeff" if bom else "") + other.replace("\n", line_end)
    one, two = declparse.to_dict(declparse.parse(text)), declparse.to_dict(declparse.parse(other))
    for document in (one, two):
        document.pop("source")
    assert one == two
    expected = {"TXT002"} if decomposed else set()
    assert {finding.code for finding in check(declparse.parse(other))} == expected


known_damages = st.builds(
    lambda sample, form, seed, count: damages.shattered(sample, form, seed, count),
    st.sampled_from([*damages.SAMPLES]),
    st.sampled_from(damages.FORMS),
    st.integers(0, 10**6),
    st.integers(1, 6),
)
odd_letters = st.text("éÉĆșÃ©‰â€™\u0301\u0327 ", max_size=12)


def told(text: str) -> list[tuple[object, ...]]:
    """What is told of a text, with the lines where it stands; not that it has no composed letters."""
    source = from_text(text)
    return [
        (finding.code, finding.message, finding.help, *(source.position(start).line for start, _ in spans_of(finding)))
        for document in pipeline.parse_all(source)
        for finding in check(document)
        if finding.code != "TXT002"
    ]


@given(st.one_of(known_damages, damaged(), st.lists(st.one_of(pieces, odd_letters)).map("\n".join)))
@example("  \n\n" + GOOD[-1])
@example("NÃ‰METH, Hun\u200bgary\n" + GOOD[-1])
def test_line_ends_and_decomposed_letters_change_no_finding(text: str) -> None:
    """LF, CRLF or CR; each letter with its accent as one character or as two."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    expected = told(text)
    for line_end in ("\r\n", "\r"):
        assert told(text.replace("\n", line_end)) == expected
    assert told(unicodedata.normalize("NFD", text)) == expected


@given(good, st.randoms(use_true_random=False))
def test_the_lines_that_must_move_are_the_fewest(text: str, chance: random.Random) -> None:
    keys = sorted(collation_key(signatory.surname) for signatory in declparse.parse(text).signatories)
    for _ in range(3):
        keys.insert(chance.randrange(len(keys)), keys.pop(chance.randrange(len(keys))))
    moving = must_move(keys)
    staying = [key for index, key in enumerate(keys) if index not in moving]
    assert staying == sorted(staying)
    assert len(moving) <= 3


@settings(max_examples=30)
@given(st.lists(st.text(alphabet="ABCDEÉÈËČĆÇŠŞȘŽŹÑŇŘŠŤȚÖÜÄÅÁĂÂÎİÍØĐŁ", min_size=1, max_size=6)))
def test_names_sort_as_the_unicode_collation_sorts_them(names: list[str]) -> None:
    """Names that differ in more than accents stand in the order of the Unicode collation (pyuca as oracle)."""
    known = {collation_key(name): name for name in names if name.isupper() and not set(name) & _SORTED_OTHERWISE}
    by_key = [known[key] for key in sorted(known)]
    primary = [collator().sort_key(name) for name in by_key]
    assert [key[: key.index(0)] for key in primary] == sorted(key[: key.index(0)] for key in primary)


# Letters that Unicode puts after all others, and we beside the letter that they look like, as the Assembly does.
_SORTED_OTHERWISE = set("ĐÐĦŁØŊŦÆŒÞƏ")


@cache
def collator() -> Collator:
    return Collator()


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)).map(sorted).map(tuple), max_size=8))
def test_places_that_spans_cover(spans: list[tuple[int, int]]) -> None:
    cover = Cover(spans)
    for place in range(32):
        assert (place in cover) == any(start <= place < end for start, end in spans)
