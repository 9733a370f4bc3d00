"""The texts of a rule and the keys by which its findings choose them."""

import ast
import re
from collections.abc import Iterable, Iterator

import pytest
from conftest import ROOT
from support.cases import RULES

import declparse
from declparse.document import Document
from declparse.findings import Edit, Severity
from declparse.rules.french import TEXTS
from declparse.rules.support.rule import BareFinding, BareFix, BareLabel, Rule, RuleOn, rule
from declparse.source import Span

_FOLDER = ROOT / "declparse" / "rules"
_MODULES = {
    "STR": "structure",
    "TXT": "characters",
    "NUM": "numbering",
    "DAT": "dates",
    "SIG": "signatories",
    "STA": "states",
    "GRP": "groups",
    "ADM": "admissibility",
    "COL": "collection",
    "CMP": "comparison",
}
_HERE = Span(0, 1)
_DOCUMENT = declparse.parse("")
_EDITS = (Edit(0, 1, "x"),)

_BEGINNINGS = ("help_", "label_", "title_")
_KEY = re.compile("(?:help|label|title)_[a-z_]+")


def _rule_that_yields(finding: BareFinding) -> RuleOn[Document]:
    @rule("ABC001", "some-name", Severity.ERROR, "Text", help="text", label="text", title="Text")
    def some_name(_: Document) -> Iterator[BareFinding]:
        """Words."""
        yield finding

    return some_name


@pytest.mark.parametrize(
    "finding",
    [
        BareFinding(_HERE, message="several"),
        BareFinding(_HERE, help="help_several"),
        BareFinding(_HERE, labels=(BareLabel(_HERE), BareLabel(_HERE, text="label_several"))),
        BareFinding(_HERE, fix=BareFix("safe", _EDITS, "title_several")),
    ],
)
def test_a_text_that_is_not_there_is_an_error_at_once(finding: BareFinding) -> None:
    with pytest.raises(LookupError, match=r"ABC001 has no text '\w*several'"):
        list(_rule_that_yields(finding).find(_DOCUMENT))


def test_texts_that_are_there_are_found() -> None:
    finding = BareFinding(_HERE, labels=(BareLabel(_HERE),), fix=BareFix("safe", _EDITS))
    assert list(_rule_that_yields(finding).find(_DOCUMENT)) == [finding]


def test_a_rule_without_help_is_not_made() -> None:
    with pytest.raises(TypeError, match="help"):
        rule("ABC001", "some-name", Severity.ERROR, "Text")  # type: ignore[call-arg]


@pytest.mark.parametrize("one", RULES, ids=lambda one: one.code)
def test_both_languages_have_the_same_keys(one: Rule) -> None:
    assert set(TEXTS[one.code]) == {*one.texts, "page"}


@pytest.mark.parametrize("one", RULES, ids=lambda one: one.code)
def test_each_rule_is_in_the_module_of_its_code(one: Rule) -> None:
    """Its French texts are in the module of the same name."""
    module = _MODULES[one.family]
    assert one.function.__module__.split(".")[2] == module
    assert f'"{one.code}": {{' in (_FOLDER / "french" / f"{module}.py").read_text(encoding="utf-8")


def test_there_is_nothing_else_beside_the_families() -> None:
    modules = {path.stem for path in _FOLDER.iterdir() if not path.name.startswith("__")}
    assert modules == {*_MODULES.values(), "engine", "options", "support", "french"}


@pytest.mark.parametrize("family", _MODULES)
def test_keys_are_written_out_and_known(family: str) -> None:
    """Each key can be searched for, and none is glued together: a text without a use, and a use without a text, show.

    Helps, labels and titles are known by how their keys begin, messages by the arguments that choose them.
    """
    texts = {key for one in RULES if one.family == family for key in one.texts}
    family_code, support = _functions(_MODULES[family]), _functions("support")
    chosen = {key for function in family_code for key in _chosen(function)}
    assert chosen - texts == set()
    by_support = {key for function in support for key in _chosen(function)}
    strings = {node.value for node in _nodes([*family_code, *support]) if isinstance(node, ast.Constant)}
    assert texts - strings - by_support - {"message", "help", "label", "title"} == set()


def test_keys_that_are_chosen_in_support_are_known() -> None:
    texts = {key for one in RULES for key in one.texts}
    assert {key for function in _functions("support") for key in _chosen(function)} - texts == set()


def _functions(module: str) -> list[ast.AST]:
    """Return the code of a module, or of all in a folder, without the decorators, in which texts are declared."""
    place = _FOLDER / module
    files = sorted(place.glob("*.py")) if place.is_dir() else [place.with_suffix(".py")]
    nodes: list[ast.AST] = [node for file in files for node in ast.parse(file.read_text(encoding="utf-8")).body]
    for node in nodes:
        if isinstance(node, ast.FunctionDef):
            node.decorator_list = []
    return nodes


def _nodes(trees: Iterable[ast.AST]) -> Iterator[ast.AST]:
    for tree in trees:
        yield from ast.walk(tree)


def _chosen(tree: ast.AST) -> Iterator[str]:
    """Yield the keys of texts that are surely meant as such."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and _KEY.fullmatch(node.value):
            yield node.value
        if isinstance(node, ast.Call) and _name_of(node.func) in ("BareFinding", "at_all", "_replace"):
            named = [keyword.value for keyword in node.keywords if keyword.arg in ("message", "help")]
            for argument in [*node.args[2:4], *named]:
                for branch in [argument.body, argument.orelse] if isinstance(argument, ast.IfExp) else [argument]:
                    assert not isinstance(branch, ast.JoinedStr | ast.BinOp), ast.unparse(argument)
                    if isinstance(branch, ast.Constant):
                        yield str(branch.value)
        if isinstance(node, ast.JoinedStr) and isinstance(first := node.values[0], ast.Constant):
            assert not str(first.value).startswith(_BEGINNINGS), ast.unparse(node)


def _name_of(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
