"""What commands tell on standard error while they work: for each key the English and the French text.

Failures, and what is wrong with options or settings, are told in English.
"""

TEXTS = {
    "passed_over": (
        "{number:file|files} without any sign of a declaration passed over",
        "{number:fichier sans trace de déclaration écarté|fichiers sans trace de déclaration écartés}",
    ),
    "draft": (
        "where only numbers or date are open, the text may be a draft: see --profile draft",
        "si seuls les numéros ou la date restent à compléter, il s'agit peut-être d'un projet : voir --profile draft",
    ),
    "written": (
        "{file}: {number:known finding|known findings} written",
        "{file} : {number:constat connu enregistré|constats connus enregistrés}",
    ),
    "gone": (
        "{file}: {name}: {code} is gone from the line '{line}'",
        "{file} : {name} : {code} ne concerne plus la ligne « {line} »",
    ),
    "take_out": (
        "{file}: --write-baseline takes out what is gone",
        "{file} : --write-baseline retire ce qui a disparu",
    ),
}
