"""What commands tell on standard error while they work: for each key the English and the French text.

Failures, and what is wrong with options or settings, are told in English.
"""

TEXTS = {
    "passed_over": (
        "{number:file|files} without any sign of a declaration passed over",
        "{number:fichier sans trace de déclaration écarté|fichiers sans trace de déclaration écartés}",
    ),
    "excluded": (
        "{name}: not looked at, since it is excluded",
        "{name} : non examiné, puisqu'il est exclu",
    ),
    "not_yet": (
        "{number:Word or PDF file was|Word or PDF files were} not looked at: such files cannot be read yet",
        "{number:fichier Word ou PDF n'a pas été examiné|fichiers Word ou PDF n'ont pas été examinés} : "
        "de tels fichiers ne peuvent pas encore être lus",
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
    # compare
    "not_in_new": (
        "{old}: {name} has no counterpart in {new}",
        "{old} : {name} n'a pas d'équivalent dans {new}",
    ),
    # format
    "laid_out": ("{name}: layout changed", "{name} : mise en page modifiée"),
    "to_lay_out": ("{name}: the layout would change", "{name} : la mise en page changerait"),
    "line_ends": (
        "{name}: the lines end in CR or CRLF, and would end in LF",
        "{name} : les lignes finissent par CR ou CRLF et finiraient par LF",
    ),
    "layout_counts": (
        "{changed:layout|layouts} changed, {unchanged} left unchanged",
        "{changed:mise en page modifiée|mises en page modifiées}, {unchanged:inchangée|inchangées}",
    ),
    "layout_counts_ahead": (
        "{changed:layout|layouts} would change, {unchanged} would not",
        "{changed:mise en page à modifier|mises en page à modifier}, {unchanged:inchangée|inchangées}",
    ),
    "not_utf_8": (
        "{name}: left alone, since it is not UTF-8: see declparse check",
        "{name} : laissé tel quel, car il n'est pas en UTF-8 : voir declparse check",
    ),
    "no_declaration": (
        "{name}: left alone, since it is no written declaration: see declparse check",
        "{name} : laissé tel quel, car ce n'est pas une déclaration écrite : voir declparse check",
    ),
    "not_the_same": (
        "{name}: left alone, since it would not say the same in another layout: see declparse check",
        "{name} : laissé tel quel, car il ne dirait pas la même chose mis en page autrement : voir declparse check",
    ),
    # new
    "ask_title": ("Title", "Titre"),
    "ask_tabler": (
        "Tabler (SURNAME Given name, country, group)",
        "Premier signataire (NOM Prénom, pays, groupe)",
    ),
    "no_legend": (
        "no name is known of the group '{group}': its line of the legend is still to be written",
        "nom inconnu pour le groupe « {group} » : sa ligne de la légende reste à écrire",
    ),
    # fix
    "about": ("{name}: {what}", "{name} : {what}"),
    "about_both": ("{name}: {what}; {left}", "{name} : {what} ; {left}"),
    "mended": ("{number:fault|faults} mended", "{number:défaut corrigé|défauts corrigés}"),
    "would_mend": ("{number:fault|faults} would be mended", "{number:défaut à corriger|défauts à corriger}"),
    "nothing_mended": ("nothing to mend", "rien à corriger"),
    "mended_elsewhere": ("… and {number} more", "… et {number:autre|autres}"),
    "left": (
        "{number:finding|findings} left: see declparse check",
        "{number:constat restant|constats restants} : voir declparse check",
    ),
    "left_unsafe": (
        "{number:finding|findings} left ({unsafe} with --unsafe): see declparse check",
        "{number:constat restant|constats restants} ({unsafe} avec --unsafe) : voir declparse check",
    ),
    "mended_here": ("{place}: {code}: {title}", "{place} : {code} : {title}"),
    "shown_only": (
        "{place}: {code} only shown, never done: {title}",
        "{place} : {code} seulement montré, jamais appliqué : {title}",
    ),
    "left_not_utf8": ("left alone, since it is not UTF-8", "laissé tel quel, puisqu'il n'est pas en UTF-8"),
    "left_no_declaration": (
        "left alone, since it is no written declaration",
        "laissé tel quel, puisqu'il n'est pas une déclaration écrite",
    ),
}
