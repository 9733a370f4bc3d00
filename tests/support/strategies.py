"""Texts for properties: good ones, damaged ones, any ones."""

from conftest import SAMPLES
from hypothesis import strategies as st

GOOD = [path.read_text(encoding="utf-8") for path in sorted((SAMPLES / "good").iterdir())]

good = st.sampled_from(GOOD)
pieces = st.sampled_from(
    [
        *("Doc. 16225", "**Doc. 1**", "10 July 2025", "31 June 2025", "## Title", "Written declaration No. 817"),
        *("This written declaration commits only those who have signed it.", "We, the undersigned, declare:"),
        *("Signed (see overleaf)", "Signed 1:", "NÉMETH Zsolt, Hungary, ECPA", "Total = 23", "1. ALDE: Alliance of"),
        *("Motion for a resolution", "Written question No. 5 to the Committee", "%% page 2 %%", "---", "", " ", "\t"),
        *(
            "\u200b",
            "\u0301",
            "\ufffd",
            "\r",
            "\x85",
            "\u2028",
            "PА",
            "[/EPP/CD]",
            "\x1b[31m",
            "<sup>1</sup>",
            "2nd edition",
        ),
        *("Written declaration No. 648 | Doc. 14459 | 19 December 2017", "Doc. 14459 | 19 December 2017", " | ", " ; "),
        *("Signatories: Mr Zsolt NÉMETH, Hungary, ECPA ; Ms Iwona ARENT, Poland", "Signatories:", "Print", "; SOC"),
        *("Déclaration écrite No. 817", "1er juillet 2025", "Nous, soussignés, déclarons ce qui suit :", "Signé 1 :"),
        *("Cette déclaration écrite n’engage que ses signataires.", "1", "ADLE : Alliance des démocrates", "Imprimer"),
        *("originally tabled on 24 April 2001", "1. A paragraph.", "1)", ",", ";", "Total =", "# ", "2\u0661"),
    ]
)
any_text = st.one_of(
    st.text(), st.lists(st.one_of(pieces, st.text(max_size=20))).map("\n".join), st.lists(pieces).map("".join)
)


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """A good document in which lines were cut out, moved, doubled, or written over."""
    lines = draw(good).split("\n")
    for _ in range(draw(st.integers(1, 6))):
        place = draw(st.integers(0, len(lines) - 1))
        line = lines.pop(place)
        other = draw(st.integers(0, len(lines)))
        lines[other:other] = draw(
            st.sampled_from([[], [line], [line, line], [line[::-1]], [line[:9]], [line + "," + line]])
        )
        lines = lines or [""]
    return "\n".join(lines)


prose = st.sampled_from(
    [
        *(
            "Dear colleagues,",
            "please find attached the draft.",
            "We met in the 20<sup>th</sup> century.",
            "5 km<sup>2</sup>",
        ),
        *(
            "Kind regards",
            "see note<sup>1</sup>",
            "<!-- to do -->",
            "a <!-- b --> c",
            "- one",
            "1. One point",
            "x, y, z",
        ),
    ]
)


@st.composite
def mixed(draw: st.DrawFn) -> str:
    """The lines of one or two good documents, shuffled, some cut or doubled, with lines of prose between them."""
    lines = [line for text in draw(st.lists(good, min_size=1, max_size=2)) for line in text.split("\n")]
    first = draw(st.integers(0, len(lines) - 1))
    lines = lines[first : first + draw(st.integers(1, 60))]
    if draw(st.booleans()):
        draw(st.randoms(use_true_random=False)).shuffle(lines)
    for line in draw(st.lists(st.one_of(prose, pieces), max_size=6)):
        lines.insert(draw(st.integers(0, len(lines))), line)
    return "\n".join(lines)
