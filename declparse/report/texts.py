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
    # a declaration at a glance
    "edition": ("Edition", "Édition"),
    "first_tabled": ("First tabled", "Premier dépôt"),
    "missing": ("missing", "manque"),
    "unknown": ("not known", "pays inconnu"),
    "still_open": ("{text} (still open)", "{text} (à compléter)"),
    "cannot_be_read": ("cannot be read: {text}", "illisible : {text}"),
    "text_of": ("Text: {number:word|words}", "Texte : {number:mot|mots}"),
    "signatories": ("Signatories: {number}", "Signataires : {number}"),
    "tabler": ("tabler", "premier signataire"),
    "total_in_text": ("Total in the text: ", "Total indiqué dans le texte : "),
    "groups": ("Political groups: {number}", "Groupes politiques : {number}"),
    "groups_without": (
        "Political groups: {number}, {none} not counted",
        "Groupes politiques : {number}, sans compter {none}",
    ),
    "delegations": ("National delegations: {number}", "Délégations nationales : {number}"),
    "asked": ("What the Rules ask for on {day}", "Ce que demande le Règlement au {day}"),
    "asked_signatories": ("at least {number:signature|signatures}", "au moins {number:signature|signatures}"),
    "asked_delegations": (
        "at least {number:national delegation|national delegations}",
        "au moins {number:délégation nationale|délégations nationales}",
    ),
    "asked_groups": (
        "at least {number:political group|political groups}",
        "au moins {number:groupe politique|groupes politiques}",
    ),
    "asked_words": ("at most {number:word|words}", "au plus {number:mot|mots}"),
    "probably": ("probably {asked}", "probablement {asked}"),
    "and_unclear": ("{found}, and {unclear} not clear", "{found}, et {unclear} à vérifier"),
    "findings": ("{number:finding|findings}", "{number:constat|constats}"),
    "line": ("line {number}", "ligne {number}"),
}
