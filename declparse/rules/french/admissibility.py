"""Admissibility, in French."""

TEXTS = {
    "ADM001": {
        "page": """
            Les signataires sont moins nombreux que ne le demande le Règlement en vigueur ce jour-là.

            Les signataires inscrits deux fois ou venant d'un pays qui n'est pas membre ne comptent pas. Une ligne
            illisible compte pour un signataire.

            Faux :
                19 signataires en 2025
            Juste :
                20 signataires en 2025

            Source : article 56.1 du Règlement, édition de janvier 2023 ; les seuils antérieurs ne sont pas certains et
            ne donnent que des avertissements.
            """,
        "message": "{found:membre signe|membres signent}, mais il en faut au moins {needed}",
        "help": "nombre de signatures nécessaires pour une déclaration écrite : {needed} ({source})",
    },
    "ADM002": {
        "page": """
            Les signataires viennent de moins de délégations nationales que ne le demande le Règlement.

            Une ligne illisible et un pays inconnu peuvent relever d'une autre délégation et comptent pour une.

            Faux :
                20 signataires de trois pays
            Juste :
                20 signataires de quatre pays

            Source : article 56.1 du Règlement, édition de janvier 2023 ; pas encore exigé en janvier 2009.
            """,
        "message": "Les signataires viennent de {found:délégation nationale|délégations nationales}, mais il en faut "
        "au moins {needed}",
        "help": "nombre de délégations nationales nécessaires pour une déclaration écrite : {needed} ({source})",
    },
    "ADM003": {
        "page": """
            Les signataires appartiennent à moins de groupes politiques que ne le demande le Règlement.

            NR, qui désigne les représentants n'appartenant à aucun groupe, ne compte pas.

            Faux :
                20 signataires : EPP/CD et NR
            Juste :
                20 signataires : EPP/CD et ALDE

            Source : article 56.1 du Règlement, édition de janvier 2023.
            """,
        "message": "Les signataires appartiennent à {found:groupe politique|groupes politiques}, mais il en faut au "
        "moins {needed}",
        "help": "nombre de groupes politiques nécessaires pour une déclaration écrite : {needed} ({source}) ; "
        "{none} n'est pas un groupe",
    },
    "ADM004": {
        "page": """
            Les paragraphes comptent plus de 200 mots.

            Un mot est une suite de caractères entre deux blancs où il y a une lettre ou un chiffre ; les numéros de
            paragraphe ne sont pas des mots. Si la limite n'est dépassée qu'avec la formule d'introduction, ou avant
            2023, c'est un simple avertissement.

            Faux :
                un texte de 201 mots
            Juste :
                un texte de 200 mots

            Source : article 56.1 du Règlement, édition de janvier 2023 ; article 48, Résolution 439 (1970).
            """,
        "message": "Les paragraphes comptent {found:mot|mots} ({together} avec la formule d'introduction), alors que "
        "le maximum est de {needed}",
        "opening": "Avec la formule d'introduction, le texte compte {together:mot|mots} ({found} sans elle), alors que "
        "le maximum est de {needed}",
        "alone": "Le texte compte {found:mot|mots}, alors que le maximum est de {needed}",
        "help": "raccourcir le texte ({source})",
    },
}
