"""Dates, in French."""

TEXTS = {
    "DAT001": {
        "page": """
            La date n'est pas un jour du calendrier.

            Faux :
                31 June 2025
            Juste :
                30 June 2025

            Source : le calendrier grégorien.
            """,
        "message": "Ce jour n'existe pas : « {text} »",
        "short": "Ce jour n'existe pas : « {text} » ({month} compte {days} jours)",
        "help": "corriger le jour",
        "help_year": "corriger l'année",
    },
    "DAT002": {
        "page": """
            La date n'est pas écrite avec le jour, le mois en lettres et l'année.

            Une date en chiffres seuls ne se lit pas à coup sûr : 10/07/2025 est le 10 juillet pour les uns et le
            7 octobre pour les autres. Quand un seul jour est possible, une correction est proposée.

            Faux :
                10 Juli 2025
            Juste :
                10 July 2025

            Source : les déclarations publiées.
            """,
        "message": "« {text} » n'est pas une date telle que l'Assemblée l'écrit : jour, mois en lettres, année à "
        "quatre chiffres",
        "month": "« {text} » n'est pas une date : le mois « {found} » n'existe pas ; vouliez-vous dire « {meant} » ?",
        "form": "« {text} » donne le mois sous la forme « {found} » ; il faut « {meant} »",
        "reissue": "« {text} » n'est pas la ligne d'une nouvelle édition ; il faut son numéro, une virgule et le jour "
        "de la première édition",
        "help": "écrire ainsi : {right}",
        "title": "Écrire « {right} »",
    },
    "DAT003": {
        "page": """
            La date est postérieure à la date du jour.

            Les règles qui dépendent de la date du document ne sont alors pas appliquées.

            Faux :
                10 July 2052
            Juste :
                10 July 2025

            Source : une déclaration porte la date du jour de sa publication.
            """,
        "message": "La date du {text} est postérieure à la date du jour",
        "help": "vérifier le jour, le mois et l'année",
    },
    "DAT004": {
        "page": """
            Une date dans le titre ou dans un paragraphe n'est pas un jour du calendrier.

            Faux :
                On 31 June 2025, the President signed an amnesty.
            Juste :
                On 30 June 2025, the President signed an amnesty.

            Source : le calendrier grégorien.
            """,
        "message": "Ce jour n'existe pas : « {text} »",
        "short": "Ce jour n'existe pas : « {text} » ({month} compte {days} jours)",
        "help": "corriger le jour",
        "help_year": "corriger l'année",
    },
    "DAT005": {
        "page": """
            Une nouvelle édition est datée d'avant le jour du premier dépôt.

            Une nouvelle édition garde les deux numéros et porte une date plus tardive.

            Faux :
                14 May 2001     2nd edition, originally tabled on 24 June 2001
            Juste :
                14 May 2001     2nd edition, originally tabled on 24 April 2001

            Source : article 56.3 du Règlement ; déclaration 320, deuxième édition.
            """,
        "message": "Cette édition est datée du {edition}, mais son premier dépôt serait du {original}",
        "label": "la date de cette édition",
        "help": "corriger l'une des deux dates : une nouvelle édition est postérieure à la première",
    },
    "DAT006": {
        "page": """
            La date est antérieure à l'existence des déclarations écrites.

            Faux :
                10 July 1925
            Juste :
                10 July 2025

            Source : Résolution 439 du 30 janvier 1970.
            """,
        "message": "La date du {text} est antérieure à la première déclaration écrite : il n'y en a pas eu avant le "
        "30 janvier 1970",
        "help": "vérifier l'année",
    },
}
