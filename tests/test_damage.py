"""Every kind of damage is found, at its place, and nothing else."""

import damages
import pytest
import readme
from conftest import ROOT
from damages import DAMAGES, FORMS, PAIRS, SAMPLES, SEEDS, Damage, Trial

MANY = 200


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("sample", SAMPLES)
def test_nothing_is_found_in_a_good_document(sample: str, form: str) -> None:
    assert damages.found_in(damages.document(sample, form).text) == []


@pytest.mark.parametrize("sample", [name for name, path in SAMPLES.items() if "---" in path.read_text("utf-8")])
def test_markdown_form_is_the_sample(sample: str) -> None:
    """The marks that are taken off for the damage come back as they were."""
    written = SAMPLES[sample].read_text("utf-8").strip()
    assert damages.document(sample, "markdown").text.strip() == written


def test_there_are_many_kinds() -> None:
    names = [str(kind) for kind in DAMAGES]
    assert len(names) == len(set(names)) >= 70


@pytest.mark.parametrize("sample", SAMPLES)
def test_many_kinds_fit_each_sample(sample: str) -> None:
    """In every layout and language most of what can go wrong is tried."""
    fitting = [kind for kind in DAMAGES if any(damages.broken([kind], sample, FORMS[0], seed) for seed in range(SEEDS))]
    assert len(fitting) >= 140


@pytest.mark.parametrize("kind", DAMAGES, ids=str)
def test_damage_is_found(kind: Damage) -> None:
    """Exactly one finding, with a right code, at a right place; none where the text may be written so, too."""
    trials = damages.trials(kind, SEEDS)
    assert trials, "this damage fits no sample"
    assert not [trial for trial in trials if not trial.found and trial.broken.text == original(trial)]
    wrong = [trial for trial in trials if not trial.good]
    if wrong:
        shown = "\n\n".join(map(str, wrong[:3]))
        pytest.fail(f"{kind}: {len(wrong)} of {len(trials)} are not found as they should be\n\n{shown}", pytrace=False)


def original(trial: Trial) -> str:
    return damages.document(trial.sample, trial.form).text


def test_two_damages_are_both_found() -> None:
    """Damages of different families at different places do not hide each other."""
    missed = [
        trial for pair in damages.pairs(PAIRS) for trial in pair if not any(map(trial.broken.explains, trial.found))
    ]
    assert len(missed) <= PAIRS * 0.02, f"{len(missed)} of {PAIRS}\n\n" + "\n\n".join(map(str, missed[:20]))


def test_many_damages_give_few_findings() -> None:
    """Six damages: no exception, at most ten findings, which are sorted, unique and inside the text."""
    for seed in range(MANY):
        sample, form = [*SAMPLES][seed % len(SAMPLES)], FORMS[seed // len(SAMPLES) % len(FORMS)]
        text = damages.shattered(sample, form, seed, 6)
        findings = damages.check(text)
        places = [(one.span.start, one.code) for one in findings]
        shown = f"{sample}, {form}, seed {seed}: {places}\n\n{text}"
        assert len(findings) <= 10, shown
        assert places == sorted(places), shown
        assert len({(one.code, one.span, one.message) for one in findings}) == len(findings), shown
        assert all(0 <= one.span.start <= one.span.end <= len(text) for one in findings)


def test_the_generated_pieces_of_the_readme_are_current() -> None:
    """Most of them are figures of the trials above, which are made once for one file."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert readme.current(text) == text, "run python tests/readme.py"
