"""Comparison, in French."""

_ALONE = {
    "alone": "Comparaison impossible, car un seul des deux documents a cette partie : {part}",
    "help_alone": "l'ajouter, puis comparer à nouveau",
}

TEXTS = {
    "CMP001": {
        "page": """
            Le nouveau document a un autre numéro de déclaration ou de document.

            Une nouvelle édition garde les deux numéros, de même qu'une traduction et la page web. Si aucun numéro ne
            concorde, les documents ne vont pas ensemble, et rien d'autre n'est comparé.

            Faux :
                Doc. 16225     et     Doc. 16226 2nd edition
            Juste :
                Doc. 16225     et     Doc. 16225 2nd edition

            Source : article 56.3 du Règlement ; déclaration 320, deuxième édition.
            """,
        "message": "Ce document porte « {name} », mais l'ancienne édition porte « {other} »",
        "apart": "Les documents ne vont pas ensemble : celui-ci porte « {name} », l'autre « {other} »",
        "one": "Ce document porte « {name} », mais « {other} » dans l'autre présentation de la même édition",
        "label": "le numéro de l'autre document",
        "help": "une nouvelle édition garde les deux numéros ; corriger le numéro, ou comparer un autre document",
        "help_apart": "comparer deux éditions, ou les deux langues, d'une même déclaration",
        "help_one": "vérifier lequel des deux est juste",
        **_ALONE,
    },
    "CMP002": {
        "page": """
            La nouvelle édition a un autre titre.

            La forme des apostrophes, des guillemets et des tirets ne compte pas.

            Faux :
                Amnesty laws in Kazakhstan     au lieu de     Amnesty law in Kazakhstan
            Juste :
                Amnesty law in Kazakhstan      dans les deux éditions

            Source : article 56.3 du Règlement : seules des signatures s'ajoutent.
            """,
        "message": "Le titre est « {found} », mais « {expected} » dans l'ancienne édition",
        "label": "le titre de l'ancienne édition",
        "help": "une nouvelle édition garde le titre",
        **_ALONE,
    },
    "CMP003": {
        "page": """
            La nouvelle édition a un autre texte.

            Chaque changement donne un constat. La division en lignes et en paragraphes ne compte pas, ni la forme des
            apostrophes, des guillemets et des tirets. Dans le document imprimé, la mention de réserve reste la
            même aussi ; le site web montre celle du moment.

            Faux :
                We condemn the law.     au lieu de     We regret the law.
            Juste :
                We regret the law.      dans les deux éditions

            Source : article 56.3 du Règlement : seules des signatures s'ajoutent.
            """,
        "message": "Le texte porte « {found} » là où l'ancienne édition porte « {expected} »",
        "added": "Le texte porte « {found} », qui n'est pas dans l'ancienne édition",
        "removed": "Il manque au texte « {expected} », qui est dans l'ancienne édition",
        "another": "Le texte est un autre que celui de l'ancienne édition",
        "disclaimer": "La mention de réserve n'a pas les mêmes mots que celle de l'ancienne édition",
        "label": "dans l'ancienne édition",
        "help": "rétablir le texte ; une nouvelle édition ajoute des signatures et ne change rien d'autre",
        **_ALONE,
    },
    "CMP004": {
        "page": """
            Un membre qui a signé l'ancienne édition n'est pas dans la liste de la nouvelle.

            Des signatures peuvent s'ajouter jusqu'à la clôture de la partie de session suivante, mais aucune ne peut
            être retirée. Un membre qui figure peut-être sur une ligne illisible n'est pas tenu pour absent ; `check`
            signale cette ligne. Le document imprimé et la page web d'une même édition ont les mêmes membres.

            Faux :
                TILKI Attila, Hungary, ECPA     dans l'ancienne édition seulement
            Juste :
                TILKI Attila, Hungary, ECPA     dans les deux éditions

            Source : article 56.3 du Règlement.
            """,
        "message": "La signature de {name} manque",
        "several": "Il manque {number:signature|signatures} de l'ancienne édition, à partir de {name}",
        "label": "signature de l'ancienne édition",
        "help": "rétablir la ligne ; aucune signature ne peut être retirée",
        "help_several": "rétablir les lignes ; aucune signature ne peut être retirée",
        "missing": "{name} signe dans l'autre présentation, mais pas ici",
        "added": "{name} signe ici, mais pas dans l'autre présentation",
        "several_added": "{number:signataire manque|signataires manquent} dans l'autre présentation, à partir de "
        "{name}",
        "label_place": "la liste de l'autre présentation",
        "help_one": "vérifier lequel des deux est juste",
        **_ALONE,
    },
    "CMP005": {
        "page": """
            Le même membre a un autre pays, groupe ou nom dans la nouvelle édition.

            Un nom est un autre s'il diffère de quelques lettres ; les accents et les apostrophes ne comptent pas. Un
            autre nom du même pays ou du même groupe ne compte pas non plus. Le membre qui a déposé la déclaration reste
            le premier de la liste.

            Faux :
                TILKI Attila, Hungary, NR       après     TILKI Attila, Hungary, ECPA
            Juste :
                TILKI Attila, Hungary, ECPA     dans les deux éditions

            Source : article 56.3 du Règlement : seules des signatures s'ajoutent.
            """,
        "message": "{name} signe ici avec « {found} », mais avec « {expected} » dans l'ancienne édition",
        "written": "« {found} » s'écrit « {expected} » dans l'ancienne édition",
        "tabled": "{tabler} a déposé la déclaration, mais {name} figure maintenant en tête de la liste",
        "label": "dans l'ancienne édition",
        "help": "vérifier lequel des deux est juste",
    },
    "CMP006": {
        "page": """
            La nouvelle édition n'est pas postérieure à l'ancienne, ou n'est pas numérotée comme telle.

            Si seules des éditions intermédiaires sont omises, la gravité est `info`. On peut comparer aussi le document
            imprimé et la page web d'une même édition ; ils ont la même date.

            Faux :
                10 July 2025, 2nd edition      après     10 July 2025
            Juste :
                1 October 2025, 2nd edition    après     10 July 2025

            Source : article 56.3 du Règlement ; déclaration 320, deuxième édition.
            """,
        "message": "Cette édition est datée du {found}, ce qui n'est pas postérieur à l'ancienne, du {expected}",
        "number": "C'est l'édition {found}, mais l'édition {expected} était attendue après l'ancienne",
        "both": "Ce n'est pas une édition postérieure : elle a la date de l'ancienne, le {date}, et l'édition "
        "{expected} était attendue",
        "exchanged": "C'est l'édition la plus ancienne : édition {found} du {date}, comparée à l'édition {old} du "
        "{old_date}",
        "tabled": "Cette édition dit avoir été déposée le {found}, mais l'ancienne indique le {expected}",
        "skipped": "C'est l'édition {found}, comparée à l'édition {old} ; il y en a d'autres entre elles",
        "one": "La date est le {found}, mais le {expected} dans l'autre présentation de la même édition",
        "label": "dans l'ancienne édition",
        "label_exchanged": "dans le document nommé en premier",
        "label_one": "dans l'autre présentation",
        "help": "donner à la nouvelle édition une date postérieure et le numéro suivant",
        "help_exchanged": "nommer d'abord le document le plus ancien",
        "help_tabled": "corriger le jour de la première édition",
        "help_skipped": "comparer avec l'édition précédente",
        "help_one": "vérifier laquelle des deux est juste",
        **_ALONE,
    },
    "CMP007": {
        "page": """
            Une traduction et son original ne concordent pas : numéros, date, signataires, pays, groupes ou total.

            Les pays et les groupes sont comparés d'après leur sens : *Germany* et *Allemagne*, *EPP/CD* et *PPE/DC*
            concordent. Une ligne qui manque explique un total inférieur d'une unité.

            Faux :
                KEMPF Martina, Autriche, ECPA      pour     KEMPF Martina, Germany, ECPA
            Juste :
                KEMPF Martina, Allemagne, ECPA     pour     KEMPF Martina, Germany, ECPA

            Source : l'Assemblée publie chaque déclaration en anglais et en français.
            """,
        "message": "{name} signe ici avec « {found} », mais avec « {expected} » dans l'autre langue",
        "written": "« {found} » s'écrit « {expected} » dans l'autre langue",
        "tabled": "{name} est ici en tête et a donc déposé la déclaration, mais {tabler} dans l'autre langue",
        "replaced": "« {found} » signe ici, mais « {expected} » dans l'autre langue",
        "missing": "{name} signe dans l'autre langue, mais pas ici",
        "several": "Il manque {number:signataire|signataires} de l'autre langue, à partir de {name}",
        "added": "{name} signe ici, mais pas dans l'autre langue",
        "several_added": "{number:signataire manque|signataires manquent} dans l'autre langue, à partir de {name}",
        "number": "Ce document porte « {name} », mais « {other} » dans l'autre langue",
        "edition": "C'est l'édition {found}, mais l'édition {expected} dans l'autre langue",
        "date": "La date est le {found}, mais le {expected} dans l'autre langue",
        "total": "Le total est {found}, mais {expected} dans l'autre langue",
        "label": "dans l'autre langue",
        "label_place": "la liste de l'autre langue",
        "help": "vérifier lequel des deux est juste",
        **_ALONE,
    },
    "CMP008": {
        "page": """
            Une traduction a un autre nombre de paragraphes que son original.

            Faux :
                quatre paragraphes en anglais, trois en français
            Juste :
                quatre paragraphes dans les deux langues

            Source : l'Assemblée publie chaque déclaration en anglais et en français.
            """,
        "message": "Le texte a {found:paragraphe|paragraphes}, mais {expected} dans l'autre langue",
        "label": "le texte de l'autre langue",
        "help": "vérifier s'il manque un paragraphe, ou si l'un a été divisé en deux",
    },
}
