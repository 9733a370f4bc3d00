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
    # the summary of a comparison
    "an_edition": ("edition {number}", "édition {number}"),
    "a_dated_edition": ("edition {number} of {date}", "édition {number} du {date}"),
    "two_editions": ("{new}, after {old}", "{new}, après {old}"),
    "into_fr": ("the French text beside the English one", "le texte français à côté du texte anglais"),
    "into_en": ("the English text beside the French one", "le texte anglais à côté du texte français"),
    "signatures": ("{number:signature|signatures}, {before} before", "{number:signature|signatures}, {before} avant"),
    "signatures_of_both": (
        "{number:signature|signatures}, {before} in the other language",
        "{number:signature|signatures}, {before} dans l'autre langue",
    ),
    "signed_since": ("signed since:", "signé depuis :"),
    "agrees": ("agrees", "concordance"),
    "nothing_changed": ("the same; nothing has changed", "la même chose ; rien n'a changé"),
    "differs": (
        "{number:thing does not agree|things do not agree}",
        "{number:point ne concorde pas|points ne concordent pas}",
    ),
    "apart": ("the two do not belong together", "les deux ne vont pas ensemble"),
    "not_compared": ("cannot be compared", "comparaison impossible"),
    # the table of rules
    "code": ("Code", "Code"),
    "name": ("Name", "Nom"),
    "severity": ("Severity", "Gravité"),
    "reports": ("Reports", "Signale"),
}
