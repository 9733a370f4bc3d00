"""Every kind of damage is found, at its place, and nothing else."""

from random import Random

import damages
import pytest
from damages import DAMAGES, FORMS, SAMPLES, Damage, Trial

SEEDS = 3
PAIRS, MANY = 400, 200

# Rules that depend on the date are silent where it cannot be read; beside bytes that are no text, no error is reported.
DATED = {"STA002", "STA003", "STA004", "GRP002", "GRP005", "GRP007", "NUM004", "SIG005", "SIG008", "STR007"}
UNDATED = {"DAT001", "DAT002", "DAT003", "DAT006"}
UNDECODABLE = {"TXT001"}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("sample", SAMPLES)
def test_nothing_is_found_in_a_good_document(sample: str, form: str) -> None:
    assert damages.found_in(damages.document(sample, form).text) == []


@pytest.mark.parametrize("sample", [name for name, path in SAMPLES.items() if path.suffix == ".md"])
def test_markdown_form_is_the_sample(sample: str) -> None:
    """The marks that are taken off for the damage come back as they were."""
    written = SAMPLES[sample].read_text("utf-8").strip()
    assert damages.document(sample, "markdown").text.strip() == written


def test_there_are_many_kinds() -> None:
    names = [str(kind) for kind in DAMAGES]
    assert len(names) == len(set(names)) >= 70


@pytest.mark.parametrize("kind", DAMAGES, ids=str)
def test_damage_is_found(kind: Damage) -> None:
    """Exactly one finding, with a right code, on a right line."""
    trials = list(damages.trials(kind, SEEDS))
    assert {trial.form for trial in trials} == {*FORMS}, "this damage fits no sample"
    assert not [trial for trial in trials if not trial.found and trial.broken.text == original(trial)]
    wrong = [trial for trial in trials if not trial.good]
    if wrong:
        shown = "\n\n".join(map(str, wrong[:3]))
        pytest.fail(f"{kind}: {len(wrong)} of {len(trials)} are not found as they should be\n\n{shown}", pytrace=False)


def original(trial: Trial) -> str:
    return damages.document(trial.sample, trial.form).text


def independent(one: Damage, other: Damage) -> bool:
    """Whether neither may hide the other: of different families, and not silent for want of a date or of members."""
    if one.family == other.family or {one.family, other.family} & {"kind of document", "admission"}:
        return False
    codes = one.codes | other.codes
    return not (codes & UNDECODABLE or (codes & DATED and (codes & UNDATED or "date lost" in (one.name, other.name))))


def test_two_damages_are_both_found() -> None:
    """Damages of different families at different places do not hide each other."""
    chance = Random("pairs")
    missed, count = [], 0
    while count < PAIRS:
        pair = chance.sample(DAMAGES, 2)
        sample, form = chance.choice(list(SAMPLES)), chance.choice(FORMS)
        expected = damages.broken(pair, sample, form, count) if independent(*pair) else []
        if not expected:
            continue
        count += 1
        found = damages.found_in(expected[0].text)
        for kind, one in zip(pair, expected, strict=True):
            if not any(map(one.explains, found)):
                missed.append(f"{pair[0]} + {pair[1]}\n{kind} in {Trial(sample, form, count, one, found)}")
    assert len(missed) <= PAIRS * 0.02, f"{len(missed)} of {count}\n\n" + "\n\n".join(missed[:20])


def test_many_damages_give_few_findings() -> None:
    """Six damages: no exception, at most ten findings, which are sorted, unique and inside the text."""
    for seed in range(MANY):
        sample, form = [*SAMPLES][seed % len(SAMPLES)], FORMS[seed % len(FORMS)]
        text = damages.shattered(sample, form, seed, 6)
        findings = damages.check(text)
        places = [(one.span.start, one.code) for one in findings]
        shown = f"{sample}, {form}, seed {seed}: {places}\n\n{text}"
        assert len(findings) <= 10, shown
        assert places == sorted(places), shown
        assert len({(one.code, one.span, one.message) for one in findings}) == len(findings), shown
        assert all(0 <= one.span.start <= one.span.end <= len(text) for one in findings)
