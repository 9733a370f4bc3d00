"""What reports say besides the findings themselves: for each key the English and the French text."""

TEXTS = {
    "standard_input": ("<standard input>", "<entrée standard>"),
    "colon": (": ", " : "),
    "error": ("error", "erreur"),
    "warning": ("warning", "avertissement"),
    "info": ("info", "info"),
    "help": ("help: ", "aide : "),
    "more_places": ("… and {number} more places", "… et {number:autre endroit|autres endroits}"),
    # verdicts, and the notes behind them
    "to_correct": ("{errors:error|errors} to correct first", "{errors:erreur|erreurs} à corriger d'abord"),
    "not_checked": (
        "not checked, since the file is not UTF-8",
        "document non vérifié, car le fichier n'est pas en UTF-8",
    ),
    "good": ("can be filed", "dépôt possible"),
    "nothing_new": ("no new error", "aucune nouvelle erreur"),
    "remarks": ("{number:remark|remarks} to look at", "{number:remarque|remarques} à examiner"),
    "known": (
        "{number:known finding|known findings} not shown",
        "{number:constat connu non affiché|constats connus non affichés}",
    ),
    "all_good": ("{good} of {all} documents can be filed", "Dépôt possible pour {good:document|documents} sur {all}"),
    "all_nothing_new": (
        "{good} of {all} documents have no new error",
        "Aucune nouvelle erreur dans {good:document|documents} sur {all}",
    ),
    # the table of rules
    "code": ("Code", "Code"),
    "name": ("Name", "Nom"),
    "severity": ("Severity", "Gravité"),
    "reports": ("Reports", "Signale"),
}
