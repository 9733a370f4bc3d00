"""What reports say besides the findings themselves."""

from declparse.findings import Severity
from declparse.wording import Phrase

STANDARD_INPUT = Phrase("<standard input>", "<entrée standard>")
COLON = Phrase(": ", " : ")
ERROR = Phrase("error", "erreur")
WARNING = Phrase("warning", "avertissement")
INFO = Phrase("info", "info")
SEVERITIES = {Severity.ERROR: ERROR, Severity.WARNING: WARNING, Severity.INFO: INFO}
HELP = Phrase("help: ", "aide : ")
MORE_PLACES = Phrase("… and {number} more places", "… et {number:autre endroit|autres endroits}")
# verdicts, and the notes behind them
TO_CORRECT = Phrase("{errors:error|errors} to correct first", "{errors:erreur|erreurs} à corriger d'abord")
NOT_CHECKED = Phrase(
    "not checked, since the file is not UTF-8",
    "document non vérifié, car le fichier n'est pas en UTF-8",
)
GOOD = Phrase("can be filed", "dépôt possible")
NOTHING_NEW = Phrase("no new error", "aucune nouvelle erreur")
REMARKS = Phrase("{number:remark|remarks} to look at", "{number:remarque|remarques} à examiner")
KNOWN = Phrase(
    "{number:known finding|known findings} not shown",
    "{number:constat connu non affiché|constats connus non affichés}",
)
ALL_GOOD = Phrase("{good} of {all} documents can be filed", "Dépôt possible pour {good:document|documents} sur {all}")
ALL_NOTHING_NEW = Phrase(
    "{good} of {all} documents have no new error",
    "Aucune nouvelle erreur dans {good:document|documents} sur {all}",
)
# the summary of a comparison
AN_EDITION = Phrase("edition {number}", "édition {number}")
A_DATED_EDITION = Phrase("edition {number} of {date}", "édition {number} du {date}")
TWO_EDITIONS = Phrase("{new}, after {old}", "{new}, après {old}")
ONE_EDITION = Phrase("{edition}, in another layout", "{edition}, dans une autre présentation")
INTO_FR = Phrase("the French text beside the English one", "le texte français à côté du texte anglais")
INTO_EN = Phrase("the English text beside the French one", "le texte anglais à côté du texte français")
SIGNATURES = Phrase("{number:signature|signatures}, {before} before", "{number:signature|signatures}, {before} avant")
SIGNATURES_OF_BOTH = Phrase(
    "{number:signature|signatures}, {before} in the other language",
    "{number:signature|signatures}, {before} dans l'autre langue",
)
SIGNATURES_OF_ONE = Phrase(
    "{number:signature|signatures}, {before} in the other layout",
    "{number:signature|signatures}, {before} dans l'autre présentation",
)
ONLY_HERE = Phrase("only here:", "seulement ici :")
SIGNED_SINCE = Phrase("signed since:", "signé depuis :")
AGREES = Phrase("agrees", "concordance")
NOTHING_CHANGED = Phrase("the same; nothing has changed", "la même chose ; rien n'a changé")
DIFFERS = Phrase(
    "{number:thing does not agree|things do not agree}",
    "{number:point ne concorde pas|points ne concordent pas}",
)
APART = Phrase("the two do not belong together", "les deux ne vont pas ensemble")
NOT_COMPARED = Phrase("cannot be compared", "comparaison impossible")
# the table of rules
CODE = Phrase("Code", "Code")
NAME = Phrase("Name", "Nom")
SEVERITY = Phrase("Severity", "Gravité")
REPORTS = Phrase("Reports", "Signale")
# a declaration at a glance
EDITION = Phrase("Edition", "Édition")
FIRST_TABLED = Phrase("First tabled", "Premier dépôt")
MISSING = Phrase("missing", "manque")
UNKNOWN = Phrase("not known", "pays inconnu")
STILL_OPEN = Phrase("{text} (still open)", "{text} (à compléter)")
CANNOT_BE_READ = Phrase("cannot be read: {text}", "illisible : {text}")
TEXT_OF = Phrase("Text: {number:word|words}", "Texte : {number:mot|mots}")
TEXT_OF_BOTH = Phrase(
    "Text: {number:word|words}, {alone} without the opening",
    "Texte : {number:mot|mots}, {alone} sans la formule d'introduction",
)
SIGNATORIES = Phrase("Signatories: {number}", "Signataires : {number}")
TABLER = Phrase("tabler", "a déposé le texte")
TOTAL_IN_TEXT = Phrase("Total in the text: ", "Total indiqué dans le texte : ")
GROUPS = Phrase("Political groups: {number}", "Groupes politiques : {number}")
GROUPS_WITHOUT = Phrase(
    "Political groups: {number}, {none} not counted",
    "Groupes politiques : {number}, sans compter {none}",
)
DELEGATIONS = Phrase("National delegations: {number}", "Délégations nationales : {number}")
ASKED = Phrase("What the Rules ask for on {day}", "Ce que demande le Règlement au {day}")
ASKED_SIGNATORIES = Phrase("at least {number:signature|signatures}", "au moins {number:signature|signatures}")
ASKED_DELEGATIONS = Phrase(
    "at least {number:national delegation|national delegations}",
    "au moins {number:délégation nationale|délégations nationales}",
)
ASKED_GROUPS = Phrase(
    "at least {number:political group|political groups}",
    "au moins {number:groupe politique|groupes politiques}",
)
ASKED_WORDS = Phrase("at most {number:word|words}", "au plus {number:mot|mots}")
ASKED_OF = {
    "signatories": ASKED_SIGNATORIES,
    "delegations": ASKED_DELEGATIONS,
    "groups": ASKED_GROUPS,
    "words": ASKED_WORDS,
}  # by what is asked for
PROBABLY = Phrase("probably {asked}", "probablement {asked}")
AND_UNCLEAR = Phrase("{found}, and {unclear} not clear", "{found}, et {unclear} à vérifier")
WITH_OPENING = Phrase("{alone}, {together} with the opening", "{alone}, {together} avec la formule d'introduction")
FINDINGS = Phrase("{number:finding|findings}", "{number:constat|constats}")
LINE = Phrase("line {number}", "ligne {number}")
