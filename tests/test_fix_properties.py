"""Properties of fixes: they never add a finding, never touch what they do not announce, and are done once."""

import datetime as dt
import itertools
from collections import Counter
from functools import cache, partial
from pathlib import Path

import damages
import pytest
from conftest import SAMPLES
from hypothesis import given, settings
from hypothesis import strategies as st
from support.cases import CASES
from support.strategies import GOOD, damaged

import declparse
from declparse import fixes, source
from declparse.findings import Edit, Safety
from declparse.fixes import Applied
from declparse.source import SourceText

DAY = dt.date(2026, 11, 23)
TURKEY = ("Mustafa, Türkiye", "Mustafa, Turkey")
SWAPPED = (
    "KAUFMANN Malte, Germany, ECPA  \nKEMPF Martina, Germany, ECPA",
    "KEMPF Martina, Germany, ECPA  \nKAUFMANN Malte, Germany, ECPA",
)


# Lines that move, come and go

ENDS = ["\n", "\r\n", "\r"]


def mended(
    text: str | SourceText, today: dt.date = DAY, safeties: frozenset[Safety] = fixes.SAFE_AND_UNSAFE
) -> Applied:
    """The text with all that can be mended, by default also what is only likely right."""
    text = source.from_text(text) if isinstance(text, str) else text
    return fixes.apply(text, partial(declparse.check, today=today), safeties=safeties)


def sample(name: str) -> str:
    return next(SAMPLES.rglob(name)).read_text("utf-8")


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("name", ["declaration-817.md", "orchards.txt", "night-trains.md", "night-trains-fr.md"])
def test_signatories_go_back_to_their_places(name: str, end: str) -> None:
    """From every place to the first, the last and the next but one; the last line has no blanks at its end."""
    good = sample(name).replace("\n", end)
    document = declparse.parse(good)
    spans = [one.span for one in document.signatories]
    lines = [good[slice(*span)] for span in spans]
    for place in range(2, len(lines), 4):
        for target in {1, len(lines) - 1, min(place + 2, len(lines) - 1)} - {place}:
            order = [*lines]
            order.insert(target, order.pop(place))
            wrong = good
            for span, line in zip(reversed(spans), reversed(order), strict=True):
                wrong = wrong[: span.start] + line + wrong[span.end :]
            assert mended(wrong).source.text == good, (place, target)


@pytest.mark.parametrize("name", ["night-trains-web.md", "night-trains-web-fr.md"])
def test_signatories_of_a_web_page_go_back_to_their_places(name: str) -> None:
    good = sample(name)
    spans = [one.span for one in declparse.parse(good).signatories]
    lines = [good[slice(*span)] for span in spans]
    for place, target in ((1, 5), (len(lines) - 1, 2), (3, len(lines) - 1), (8, 7)):
        order = [*lines]
        order.insert(target, order.pop(place))
        wrong = good
        for span, line in zip(reversed(spans), reversed(order), strict=True):
            wrong = wrong[: span.start] + line + wrong[span.end :]
        assert mended(wrong).source.text == good, (place, target)


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("number", range(4))
@pytest.mark.parametrize("name", ["declaration-817.md", "orchards.txt"])
def test_a_line_of_the_legend_comes_back(name: str, number: int, end: str) -> None:
    """Whichever is lost: the note's number stays with the first line, whatever is at the end of the last one."""
    good = sample(name).replace("\n", end)
    legend = declparse.parse(good).legend
    first, last = legend[number].span
    if number < len(legend) - 1:
        wrong = good[:first] + good[legend[number + 1].span.start :]
    else:
        wrong = good[: legend[number - 1].span.end] + good[last:]
    assert [one.code for one in mended(wrong).done] == ["GRP001"]
    assert declparse.parse(mended(wrong).source).legend[number][:2] == legend[number][:2]
    assert mended(wrong).source.text == good


@pytest.mark.parametrize("name", ["declaration-817.md", "orchards.txt"])
def test_lines_of_the_legend_go_back_to_their_places(name: str) -> None:
    good = sample(name)
    spans = [one.span for one in declparse.parse(good).legend]
    lines = [good[slice(*span)] for span in spans]
    for order in ([1, 0, 2, 3], [3, 0, 1, 2], [0, 1, 3, 2], [3, 2, 1, 0]):
        wrong = good
        for span, line in zip(reversed(spans), reversed(order), strict=True):
            wrong = wrong[: span.start] + lines[line] + wrong[span.end :]
        assert mended(wrong).source.text == good, order


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("KEMPF Martina", "Kempf Martina"),
        ("TILKI Attila", "Tilki Attila"),
        ("MIHAYLOVA Iskra", "Mihaylova Iskra"),
    ],
)
def test_surnames_are_put_in_capitals(original: str, right: str, wrong: str) -> None:
    assert mended(original.replace(right, wrong)).source.text == original


@pytest.mark.parametrize("wrong", ["Kempf Anna Maria", "van Kempf", "Martina Kempf", "Kempf Kevin"])
def test_surnames_that_cannot_be_told_stay(original: str, wrong: str) -> None:
    text = original.replace("KEMPF Martina", wrong)
    assert mended(text).source.text == text


# What holds for any text

cases = st.sampled_from([case.document for listed in CASES.values() for case in listed])
shattered = st.builds(
    damages.shattered,
    st.sampled_from(list(damages.SAMPLES)),
    st.sampled_from(damages.FORMS),
    st.integers(0, 10_000),
    st.integers(1, 6),
)


@cache
def _find(text: bytes) -> list[str]:
    return sorted(one.code for one in declparse.check(text, today=DAY))


def holds(data: bytes) -> None:
    """Fixing brings no finding, takes one away for each fix, changes nothing but its edits, and is done at once."""
    for safeties in (fixes.SAFE, fixes.SAFE_AND_UNSAFE):
        text = source.decode(data)
        result = fixes.apply(text, partial(declparse.check, today=DAY), safeties=safeties)
        assert all(one.fix is not None and one.fix.safety in safeties for one in result.done)
        if not result.done:
            assert result.source is text
            continue
        assert result.source.data != data
        again = fixes.apply(source.decode(result.source.data), partial(declparse.check, today=DAY), safeties=safeties)
        assert again.done == ()
        left, before = Counter(one.code for one in result.left), Counter(_find(data))
        before.subtract(one.code for one in result.done if one.code in before)
        assert not left - before or any(one.code == "DAT002" for one in result.done)  # else rules speak that need it
        assert data.startswith(b"\xef\xbb\xbf") == result.source.data.startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("text", GOOD)
def test_good_declarations_stay_as_they_are(text: str) -> None:
    assert mended(text).source.text == text


@pytest.mark.parametrize("path", sorted(SAMPLES.rglob("*.*")), ids=lambda path: str(path.name))
def test_every_sample(path: Path) -> None:
    holds(path.read_bytes())


@pytest.mark.parametrize("rule", CASES)
def test_every_case(rule: str) -> None:
    for case in CASES[rule]:
        holds(case.document)


@settings(max_examples=150)
@given(damaged())
def test_damaged_declarations(text: str) -> None:
    holds(text.encode())


@settings(max_examples=150)
@given(shattered, st.sampled_from(ENDS), st.booleans())
def test_shattered_declarations(text: str, end: str, mark: bool) -> None:
    holds(b"\xef\xbb\xbf" * mark + damages.encoded(text.replace("\n", end)))


def test_what_no_edit_touches_stays_byte_for_byte() -> None:
    text = source.decode("\ufeffone\r\ntwo\rthree\u2028\nfour".encode())
    edits = [Edit(9, 14, "3"), Edit(0, 3, "1"), Edit(14, 14, "!")]
    assert fixes.with_edits(text, edits).data == "\ufeff1\r\ntwo\r3!\u2028\nfour".encode()


def test_a_torn_name_is_not_torn_further(original: str) -> None:
    """What stands beside a line that cannot be read may be the rest of it."""
    torn = original.replace("NICULESCU-ȚĂGĂRLAȘ", "NICULESCU-\nȚĂGĂRLAȘ")
    assert "NICULESCU-\nȚĂGĂRLAȘ" in mended(torn).source.text


def test_the_group_of_a_lost_member_stays() -> None:
    text = sample("night-trains.md").replace("ÜNALTAŞ Emre, Turkey, NR  \n", "")
    assert "NR: Representatives" in mended(text).source.text


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("Yildiz Ayla", "Yildiz Ayla"),  # typed without the letters of Turkish: YILDIZ, or YİLDİZ
        ("Yıldız Ayla", "YILDIZ Ayla"),
        ("Yiğit Ayla", "YİĞİT Ayla"),
        ("Yener Ayla", "YENER Ayla"),
    ],
)
def test_turkish_capitals(original: str, written: str, right: str) -> None:
    """Only the surname fits at the end of the list, behind TILKI."""
    text = mended(original.replace("YILDIZ Zeynep", written)).source.text
    assert f"{right}, Türkiye, NR" in text


def test_mc_has_no_capital(original: str) -> None:
    assert "McKöhler" in mended(original.replace("KÖHLER Achim", "McKöhler Achim")).source.text


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("ALDE  \u200b\n", "ALDE  \n"),  # the blanks are a line break in Markdown
        ("ALDE \u200b\n", "ALDE\n"),
        ("ALDE\u200b  \n", "ALDE  \n"),
        ("ALDE \u200b \n", "ALDE  \n"),
        ("ALDE\u200b\n", "ALDE\n"),
    ],
)
def test_what_nobody_sees_goes_with_the_blanks_that_would_be_untidy(original: str, written: str, right: str) -> None:
    line = "BONNEAU François, France, "
    done = mended(original.replace(f"{line}ALDE  \n", line + written), safeties=fixes.SAFE)
    assert done.source.text == original.replace(f"{line}ALDE  \n", line + right)
    assert not done.left


@pytest.mark.parametrize("between", [" \u200b ", "\u200b ", " \u200b \u200b ", "  \u200b  ", " \u200b\u200e "])
def test_what_nobody_sees_between_two_words(original: str, between: str) -> None:
    done = mended(original.replace("We refer to", f"We refer{between}to"), safeties=fixes.SAFE)
    assert done.source.text == original
    assert not done.left


def test_a_line_moves_within_its_list_where_another_stands_far_away(original: str) -> None:
    """The tabler above the heading, and a line at the wrong end of the list."""
    tabler, first, last = (
        "NÉMETH Zsolt, Hungary, ECPA  \n",
        "BONNEAU François, France, ALDE  \n",
        "YILDIZ Zeynep, Türkiye, NR\n",
    )
    assert all(original.count(line) == 1 for line in (tabler, first, last))
    for heading in ("*Signed*<sup>1", "**Doc. "):
        far = original.replace(tabler, "").replace(heading, f"{tabler}\n{heading}")
        wrong = far.replace(last, "").replace(first, first + last.replace("\n", "  \n"))
        done = mended(wrong)
        assert {finding.code for finding in done.left} == {"STR003"}
        assert [line.rstrip() for line in done.source.text.splitlines()] == [line.rstrip() for line in far.splitlines()]


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("line", ["NÉMETH Zsolt, Hungary, ECPA", "TILKI Attila, Hungary, ECPA"])
def test_of_three_blanks_two_stay_among_line_breaks(original: str, line: str, end: str) -> None:
    """They are a line break of Markdown, too; without it two signatories would stand on one line."""
    good = original.replace("\n", end)
    done = mended(good.replace(f"{line}  {end}", f"{line}    {end}"), safeties=fixes.SAFE)
    assert (done.source.text, len(done.done), done.left) == (good, 1, ())


@pytest.mark.parametrize("line", ["NR\n\n---", "the following:\n", "10 July 2025\n"])
def test_blanks_that_are_no_line_break_go(original: str, line: str) -> None:
    done = mended(original.replace(line, line.replace("\n", "   \n", 1)), safeties=fixes.SAFE)
    assert (done.source.text, len(done.done)) == (original, 1)


def test_what_does_no_good_is_not_tried_again_and_again(original: str) -> None:
    """Countries that were no member states, before others: a fix of the first brings another finding."""
    wrong = ["".join(letters) + "ian Federation" for letters in itertools.product("Rr", "úûùü", "śšş", "s")]
    good = ["Albania", "Armenia", "Austria", "Belgium", "Bulgaria", "Croatia", "Cyprus", "Denmark"]
    wrong += map(str.upper, good)
    lines = [f"ZZ{chr(65 + number // 26)}{chr(65 + number % 26)} Ann, {one}, NR" for number, one in enumerate(wrong)]
    text = original.replace("Türkiye, NR\n\n", "  \n".join(["Türkiye, NR", *lines]) + "\n\n")
    assert text != original
    checks = 0

    def check(document: declparse.Document) -> list[declparse.Finding]:
        nonlocal checks
        checks += 1
        return declparse.check(document, today=DAY)

    done = fixes.apply(source.from_text(text), check, safeties=fixes.SAFE_AND_UNSAFE).done
    assert len(done) == len(good)
    assert checks < 4 * len(lines)
