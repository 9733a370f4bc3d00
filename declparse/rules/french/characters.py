"""Characters and letters, in French."""

TEXTS = {
    "TXT001": {
        "page": """
            Le fichier contient des octets qui ne sont pas de l'UTF-8.

            Les lettres accentuées d'un tel fichier ne se distinguent pas ; rien d'autre n'est donc vérifié. Le constat
            se trouve au premier de ces octets.

            Faux :
                NÉMETH enregistré par un programme qui utilise Windows-1252
            Juste :
                NÉMETH enregistré en UTF-8

            Source : RFC 3629.
            """,
        "message": "Le fichier n'est pas en UTF-8 : l'octet 0x{byte:02X} est illisible ici ; encodage possible : "
        "{encoding}",
        "binary": "Le fichier est {format}, et non du texte brut",
        "help": "enregistrer le fichier avec l'encodage UTF-8 et le vérifier de nouveau",
        "help_binary": "enregistrer le document comme texte brut (UTF-8) et vérifier ce fichier-là",
        "help_office": "enregistrer le document comme texte brut (UTF-8), recopier à la main la légende et le numéro "
        "de sa note sous le total, car les notes de bas de page peuvent se perdre, et vérifier ce fichier-là",
    },
    "TXT002": {
        "page": """
            Des lettres et leurs accents sont deux caractères au lieu d'un.

            À l'œil, rien ne change, mais aucune recherche ne trouvera le nom. Certains systèmes enregistrent ainsi tous
            leurs fichiers ; il y a un seul constat pour tout le document.

            Faux :
                PAVIĆ, où C et l'accent sont deux caractères
            Juste :
                PAVIĆ

            Source : Unicode Standard Annex 15, forme normalisée C.
            """,
        "message": "« {found} » est écrit avec un accent qui est un caractère à part",
        "several": "{places} lettres sont écrites avec un accent qui est un caractère à part, la première dans "
        "« {found} »",
        "label": "ici",
        "help": "écrire chaque lettre et son accent comme un seul caractère (forme Unicode NFC)",
        "title": "Composer les lettres et leurs accents (NFC)",
    },
    "TXT003": {
        "page": """
            Une lettre cyrillique ou grecque se trouve dans un mot latin.

            Elle a l'air juste et ne l'est pas : aucune recherche ne trouvera le nom. Pour les autres règles, la lettre
            vaut la lettre latine. Il en va de même d'un mot de la liste, de la légende ou de la date écrit entièrement
            avec de telles lettres. Les lettres grecques des sciences et les mots d'autres langues sont corrects. Le
            même mot répété ne donne pas d'autre constat.

            Faux :
                PАVIĆ, avec la lettre cyrillique А
            Juste :
                PAVIĆ

            Source : Unicode Technical Standard 39, lettres de plusieurs écritures qui se confondent.
            """,
        "message": "« {found} » dans « {word} » est une lettre de l'alphabet {script} qui ne fait que ressembler à une "
        "lettre latine",
        "several": "{letters} lettres de « {word} » sont de l'alphabet {script} et ne font que ressembler à des "
        "lettres latines",
        "unlike": "« {found} » dans « {word} » est une lettre de l'alphabet {script} parmi des lettres latines",
        "label": "et « {found} » ici",
        "help": "taper la lettre latine « {latin} »",
        "help_several": "taper les lettres latines : « {right} »",
        "help_unlike": "taper en lettres latines ce qui était voulu",
        "title": "Écrire « {right} »",
    },
    "TXT004": {
        "page": """
            Le texte contient des caractères invisibles : sans chasse, de sens d'écriture ou de commande.

            Ils viennent d'un texte copié d'une page ou d'un traitement de texte, et rendent différents deux noms égaux.
            Les espaces insécables sont corrects. Tous les caractères d'un même genre donnent un seul constat. Les sauts
            de ligne des traitements de texte en font partie : d'autres programmes ne les connaissent pas.

            Faux :
                TILKI, avec un espace sans chasse à l'intérieur
            Juste :
                TILKI

            Source : catégories générales Cc et Cf d'Unicode.
            """,
        "message": "Un caractère invisible se trouve ici : {name} (U+{code:04X})",
        "several": "Il y a {number} caractères invisibles ; le premier : {name} (U+{code:04X})",
        "breaks": "Un {name} (U+{code:04X}) se trouve ici ; une fin de ligne était attendue",
        "several_breaks": "Il y a {number} sauts de ligne qui n'existent pas dans un texte brut ; le premier : {name} "
        "(U+{code:04X})",
        "label": "ici",
        "help": "le supprimer : placer le curseur après la lettre qui précède et appuyer sur la touche Suppr",
        "help_breaks": "mettre ici une fin de ligne, ou un espace ; declparse fix le fait partout",
        "title": "Supprimer ou remplacer ce qui est invisible",
    },
    "TXT005": {
        "page": """
            Des lettres ont été altérées quand le texte a été lu un jour avec un mauvais encodage.

            L'UTF-8 lu comme du Windows-1252 change chaque lettre accentuée en deux ou trois signes. Le bon texte est lu
            à la place, donc aucune autre règle n'en souffre. D'autres lectures perdent des lettres : un signe avec un
            point d'interrogation tient lieu de chacune. Il y a un seul constat pour tout le document.

            Faux :
                NÃ‰METH
            Juste :
                NÉMETH

            Source : RFC 3629 ; la page de codes Windows-1252.
            """,
        "message": "« {found} » est altéré : il faut lire « {right} »",
        "several": "{words} mots sont altérés ; le premier est « {found} » : il faut lire « {right} »",
        "lost": "Une lettre de « {found} » est perdue : « {sign} » se trouve à sa place",
        "several_lost": "{words} lettres sont perdues, la première dans « {found} » : « {sign} » se trouve à sa place",
        "label": "ici",
        "help": "écrire « {right} » ; le texte a été lu un jour avec un mauvais encodage",
        "help_several": "chercher l'original : tout le texte a été lu un jour avec un mauvais encodage",
        "help_lost": "taper la lettre voulue ; le texte a été lu un jour avec un mauvais encodage",
        "title": "Écrire ce qui était voulu",
    },
    "TXT006": {
        "page": """
            Il y a des tabulations, des suites d'espaces, ou des espaces en fin de ligne.

            Deux espaces en fin de ligne sont un saut de ligne en Markdown et sont corrects. Il y a un seul constat
            pour tout le document.

            Faux :
                TILKI  Attila, Hungary, ECPA
            Juste :
                TILKI Attila, Hungary, ECPA

            Source : l'usage rédactionnel courant.
            """,
        "message": "{what} ici",
        "several": "{what} ici, et l'espacement est à revoir à {others:autre endroit|autres endroits}",
        "label": "ici",
        "help": "mettre un seul espace ; deux espaces n'ont de sens qu'en fin de ligne : un saut de ligne en Markdown",
        "title": "Nettoyer les espaces",
    },
    "TXT007": {
        "page": """
            Le texte contient ce qui se trouve en haut et en bas des pages imprimées.

            C'est un saut de page, un numéro de page, la ligne d'adresse de l'Assemblée ou son adresse sur le web, ou un
            titre courant : le numéro du document, de nouveau, à côté d'un de ces signes. Tout cela suit quand un texte
            est copié d'un PDF. Rien n'en est lu et aucun de ces mots ne compte ; une phrase ou une liste qu'un saut de
            page coupe en deux n'en fait qu'une. Il y a un seul constat pour tout le document.

            Faux :
                KÖHLER Achim, Allemagne, CEPA, et au-dessous 2 et Doc. 16225 Déclaration écrite
            Juste :
                KÖHLER Achim, Allemagne, CEPA

            Source : les documents imprimés de l'Assemblée, de 2001 à 2025.
            """,
        "message": "« {found} » vient d'une page imprimée et ne fait pas partie de la déclaration",
        "break_only": "Un saut de page vient d'un imprimé et ne fait pas partie de la déclaration",
        "several": "Ce qui vient des pages imprimées se trouve à {places} endroits, d'abord « {found} »",
        "several_breaks": "Ce qui vient des pages imprimées se trouve à {places} endroits, d'abord un saut de page",
        "label": "ici",
        "help": "le supprimer, et réunir ce qu'il sépare ; declparse fix fait l'un et l'autre",
        "title": "Supprimer ce qui vient des pages imprimées",
    },
}
