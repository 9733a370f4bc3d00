"""Numbers, in French."""

TEXTS = {
    "NUM001": {
        "page": """
            Le numéro de document n'est pas un numéro.

            La numérotation est commune à tous les documents de l'Assemblée ; le numéro a six chiffres au plus, de 0 à
            9, que rien ne sépare.

            Faux :
                Doc. 16A25
            Juste :
                Doc. 16225

            Source : les documents publiés.
            """,
        "message": "« {text} » n'est pas un numéro de document ; il faut « Doc. » et un nombre d'un à six chiffres",
        "zero": "« {text} » a un zéro devant le numéro ; il faut le numéro sans zéro initial",
        "more": "« {text} » continue après le numéro ; seule l'édition peut le suivre",
        "help": "écrire ainsi, avec le bon numéro : Doc. 16225",
    },
    "NUM002": {
        "page": """
            Le numéro de la déclaration n'est pas un numéro.

            La numérotation est propre aux déclarations écrites.

            Faux :
                Written declaration No. 8l7
            Juste :
                Written declaration No. 817

            Source : les déclarations publiées.
            """,
        "message": "« {text} » n'est pas un numéro de déclaration ; il faut « {words} » et un nombre",
        "zero": "« {text} » a un zéro devant le numéro ; il faut le numéro sans zéro initial",
        "more": "« {text} » continue après le numéro ; rien ne doit le suivre",
        "help": "écrire ainsi, avec le bon numéro : {example}",
    },
    "NUM003": {
        "page": """
            L'intertitre de la liste renvoie à une autre note que celle de la légende.

            Le petit chiffre après *Signed* renvoie le lecteur à la note qui explique les abréviations.

            Faux :
                Signed 1:     et     2. ALDE: Alliance of …
            Juste :
                Signed 1:     et     1. ALDE: Alliance of …

            Source : la présentation de la déclaration 817.
            """,
        "message": "L'intertitre de la liste renvoie à la note {heading}, mais la légende est la note {legend}",
        "no_mark": "La légende est la note {legend}, mais l'intertitre de la liste ne renvoie à aucune note",
        "no_note": "L'intertitre de la liste renvoie à la note {heading}, mais la légende n'a pas de numéro",
        "label": "l'autre endroit",
        "help": "mettre le même numéro aux deux endroits",
    },
    "NUM004": {
        "page": """
            Un numéro est très éloigné de ceux que portent les documents de l'époque.

            Les numéros augmentent avec le temps. L'intervalle est tiré des numéros et des dates connus, assez large
            pour les couvrir tous, nouvelles éditions comprises. Si les deux numéros sont très éloignés, c'est plutôt
            la date qui est en cause : il y a alors un seul constat.

            Faux :
                Doc. 1622     du 10 juillet 2025
            Juste :
                Doc. 16225    du 10 juillet 2025

            Source : les numéros des documents publiés de 1995 à 2025.
            """,
        "message": "{name} ne correspond pas à la date : à cette époque, les numéros des {kind} vont de {lowest} à "
        "{highest}",
        "both": "Ni Doc. {document} ni No. {declaration} ne correspond à la date : à cette époque, les numéros des "
        "documents vont de {lowest} à {highest}, ceux des déclarations écrites de {lowest_declaration} à "
        "{highest_declaration}",
        "exchanged": "Ni Doc. {document} ni No. {declaration} ne correspond à la date, mais chacun conviendrait à la "
        "place de l'autre",
        "label": "la date",
        "help": "comparer le numéro avec ceux des documents du même jour",
        "help_both": "vérifier d'abord la date",
        "help_exchanged": "vérifier si les deux numéros ont été intervertis",
    },
    "NUM005": {
        "page": """
            La numérotation des paragraphes saute ou répète un numéro.

            Des paragraphes sans numéro peuvent s'intercaler, et une deuxième liste peut commencer après l'un d'eux.
            Tous les endroits donnent un seul constat.

            Faux :
                1. …     2. …     4. …
            Juste :
                1. …     2. …     3. …

            Source : l'usage rédactionnel courant.
            """,
        "message": "Le paragraphe {found} se trouve là où le paragraphe {expected} était attendu",
        "label": "et le paragraphe {found} ici",
        "help": "numéroter les paragraphes dans l'ordre",
    },
    "NUM006": {
        "page": """
            Le numéro du document et la ligne de nouvelle édition ne nomment pas la même édition.

            L'un ou l'autre peut omettre ce numéro.

            Faux :
                Doc. 16225 2nd edition     et     3rd edition, originally tabled on 24 April 2025
            Juste :
                Doc. 16225 2nd edition     et     2nd edition, originally tabled on 24 April 2025

            Source : la déclaration 320, deuxième édition.
            """,
        "message": "L'en-tête nomme l'édition {header}, mais la ligne de nouvelle édition nomme l'édition {line}",
        "label": "la ligne de nouvelle édition",
        "help": "écrire le même numéro aux deux endroits",
    },
}
