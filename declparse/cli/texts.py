"""What commands tell on standard error while they work.

Failures, and what is wrong with options or settings, are told in English.
"""

from declparse.wording import Phrase

PASSED_OVER = Phrase(
    "{number:file|files} without any sign of a declaration passed over",
    "{number:fichier sans trace de déclaration écarté|fichiers sans trace de déclaration écartés}",
)
EXCLUDED = Phrase(
    "{name}: not looked at, since it is excluded",
    "{name} : non examiné, puisqu'il est exclu",
)
NOT_YET = Phrase(
    "{number:Word or PDF file was|Word or PDF files were} not looked at: such files cannot be read yet",
    "{number:fichier Word ou PDF n'a pas été examiné|fichiers Word ou PDF n'ont pas été examinés} : "
    "de tels fichiers ne peuvent pas encore être lus",
)
DRAFT = Phrase(
    "where only numbers or date are open, the text may be a draft: see --profile draft",
    "si seuls les numéros ou la date restent à compléter, il s'agit peut-être d'un projet : voir --profile draft",
)
WRITTEN = Phrase(
    "{file}: {number:known finding|known findings} written",
    "{file} : {number:constat connu enregistré|constats connus enregistrés}",
)
GONE = Phrase(
    "{file}: {name}: {code} is gone from the line '{line}'",
    "{file} : {name} : {code} ne concerne plus la ligne « {line} »",
)
TAKE_OUT = Phrase(
    "{file}: --write-baseline takes out what is gone",
    "{file} : --write-baseline retire ce qui a disparu",
)
# compare
NOT_IN_NEW = Phrase(
    "{old}: {name} has no counterpart in {new}",
    "{old} : {name} n'a pas d'équivalent dans {new}",
)
# format
LAID_OUT = Phrase("{name}: layout changed", "{name} : mise en page modifiée")
TO_LAY_OUT = Phrase("{name}: the layout would change", "{name} : la mise en page changerait")
LINE_ENDS = Phrase(
    "{name}: the lines end in CR or CRLF, and would end in LF",
    "{name} : les lignes finissent par CR ou CRLF et finiraient par LF",
)
LAYOUT_COUNTS = Phrase(
    "{changed:layout|layouts} changed, {unchanged} left unchanged",
    "{changed:mise en page modifiée|mises en page modifiées}, {unchanged:inchangée|inchangées}",
)
LAYOUT_COUNTS_AHEAD = Phrase(
    "{changed:layout|layouts} would change, {unchanged} would not",
    "{changed:mise en page à modifier|mises en page à modifier}, {unchanged:inchangée|inchangées}",
)
NOT_UTF_8 = Phrase(
    "{name}: left alone, since it is not UTF-8: see declparse check",
    "{name} : laissé tel quel, car il n'est pas en UTF-8 : voir declparse check",
)
NO_DECLARATION = Phrase(
    "{name}: left alone, since it is no written declaration: see declparse check",
    "{name} : laissé tel quel, car ce n'est pas une déclaration écrite : voir declparse check",
)
NOT_THE_SAME = Phrase(
    "{name}: left alone, since it would not say the same in another layout: see declparse check",
    "{name} : laissé tel quel, car il ne dirait pas la même chose mis en page autrement : voir declparse check",
)
# new
ASK_TITLE = Phrase("Title", "Titre")
ASK_TABLER = Phrase(
    "Tabler (SURNAME Given name, country, group)",
    "Premier signataire (NOM Prénom, pays, groupe)",
)
NO_LEGEND = Phrase(
    "no name is known of the group '{group}': its line of the legend is still to be written",
    "nom inconnu pour le groupe « {group} » : sa ligne de la légende reste à écrire",
)
# fix
ABOUT = Phrase("{name}: {what}", "{name} : {what}")
ABOUT_BOTH = Phrase("{name}: {what}; {left}", "{name} : {what} ; {left}")
FIXED = Phrase("{number:fault|faults} mended", "{number:défaut corrigé|défauts corrigés}")
WOULD_FIX = Phrase("{number:fault|faults} would be mended", "{number:défaut à corriger|défauts à corriger}")
NOTHING_TO_FIX = Phrase("nothing to mend", "rien à corriger")
FIXED_ELSEWHERE = Phrase("… and {number} more", "… et {number:autre|autres}")
LEFT = Phrase(
    "{number:finding|findings} left: see declparse check",
    "{number:constat restant|constats restants} : voir declparse check",
)
LEFT_UNSAFE = Phrase(
    "{number:finding|findings} left ({unsafe} with --unsafe): see declparse check",
    "{number:constat restant|constats restants} ({unsafe} avec --unsafe) : voir declparse check",
)
FIXED_HERE = Phrase("{place}: {code}: {title}", "{place} : {code} : {title}")
SHOWN_ONLY = Phrase(
    "{place}: {code} only shown, never done: {title}",
    "{place} : {code} seulement montré, jamais appliqué : {title}",
)
LEFT_NOT_UTF8 = Phrase("left alone, since it is not UTF-8", "laissé tel quel, puisqu'il n'est pas en UTF-8")
LEFT_NO_DECLARATION = Phrase(
    "left alone, since it is no written declaration",
    "laissé tel quel, puisqu'il n'est pas une déclaration écrite",
)
