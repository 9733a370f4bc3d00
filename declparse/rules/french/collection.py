"""Collections, in French."""

TEXTS = {
    "COL001": {
        "page": """
            Deux déclarations d'un recueil ont le même numéro de document.

            Les éditions, les traductions et la page du site le partagent avec la déclaration à laquelle elles
            appartiennent. De deux fichiers qui disent la même chose, seul cela est signalé, au second.

            Faux :
                Doc. 16225, No. 817     et     Doc. 16225, No. 818
            Juste :
                Doc. 16225, No. 817     et     Doc. 16226, No. 818

            Source : la numérotation des documents de l'Assemblée.
            """,
        "message": "Doc. {number} est aussi le numéro d'une autre déclaration",
        "equal": "La même déclaration, Doc. {number}, figure deux fois",
        "label": "d'abord ici",
        "help": "corriger l'un des numéros ; seules les éditions et les traductions d'une déclaration le partagent",
        "help_equal": "supprimer l'une des deux",
    },
    "COL002": {
        "page": """
            Deux déclarations d'un recueil ont le même numéro de déclaration.

            Faux :
                Doc. 16225, No. 817     et     Doc. 16226, No. 817
            Juste :
                Doc. 16225, No. 817     et     Doc. 16226, No. 818

            Source : la numérotation des déclarations écrites.
            """,
        "message": "No. {number} est aussi le numéro d'une autre déclaration",
        "label": "d'abord ici",
        "help": "corriger l'un des numéros ; seules les éditions et les traductions d'une déclaration le partagent",
    },
    "COL003": {
        "page": """
            Un numéro de déclaration est plus élevé qu'un autre, et son numéro de document l'est moins.

            Les deux augmentent ensemble parmi les premières éditions. Chaque déclaration qui sort de l'ordre donne un
            constat, ses voisines n'en donnent pas.

            Faux :
                Doc. 16225, No. 817     et     Doc. 16190, No. 818
            Juste :
                Doc. 16225, No. 817     et     Doc. 16226, No. 818

            Source : les 23 paires de numéros publiés qui ont été vérifiées.
            """,
        "message": "No. {declaration} est Doc. {document}, mais No. {other} est Doc. {other_document}",
        "label": "l'autre déclaration",
        "help": "corriger l'un des numéros ; les deux augmentent ensemble",
    },
    "COL004": {
        "page": """
            Il y a une lacune dans les numéros de déclaration d'un recueil.

            Chaque lacune donne un constat, à la déclaration qui la suit. Une déclaration qui s'y trouve d'après son
            numéro de document l'explique.

            Faux :
                No. 815, No. 817
            Juste :
                No. 815, No. 816, No. 817

            Source : les déclarations sont numérotées dans l'ordre.
            """,
        "message": "No. {first} n'est pas dans le recueil",
        "several": "{number:déclaration manque|déclarations manquent} dans le recueil : No. {first} à {last}",
        "label": "la déclaration précédente",
        "help": "vérifier s'il manque un fichier",
    },
}
