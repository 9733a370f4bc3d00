"""States, in French."""

TEXTS = {
    "STA001": {
        "page": """
            Un pays n'est pas connu.

            Les pays s'écrivent comme l'Assemblée les écrit : *Republic of Moldova*, *Türkiye*, *Slovak Republic*. Un
            nom qui figure sur plusieurs lignes donne un seul constat. Il n'est corrigé que si aucun autre pays ne peut
            être visé : *HUNGARY*, *Turkiye*, *Holland*. Un nom qui ressemble seulement à un autre peut être juste sans
            que nous le connaissions : l'autre est alors seulement indiqué.

            Faux :
                JEVGRAFOV Aleksei, Estnoia, ALDE
            Juste :
                JEVGRAFOV Aleksei, Estonia, ALDE

            Source : les délégations telles qu'elles figurent dans les déclarations publiées.
            """,
        "title": "Écrire « {nearest} »",
        "message": "« {country} » n'est pas un pays du Conseil de l'Europe",
        "label": "ici aussi",
        "help": "vérifier l'orthographe ; il faut le nom tel que l'Assemblée l'écrit",
        "help_nearest": "vouliez-vous dire « {nearest} » ?",
    },
    "STA002": {
        "page": """
            Un pays porte un nom qui n'était pas en usage à la date du document.

            Un texte de 2014 peut dire *Turkey*, un texte de 2025 non ; l'inverse est vrai aussi. Un nom qui figure sur
            plusieurs lignes donne un seul constat.

            Faux :
                CANBEY Mustafa, Turkey, NR     en 2025
            Juste :
                CANBEY Mustafa, Türkiye, NR

            Source : les dates des changements de nom.
            """,
        "message": "« {country} » n'était plus en usage le {date} : l'Assemblée écrivait « {current} »",
        "not_yet": "« {country} » n'était pas encore en usage le {date} : l'Assemblée écrivait « {current} »",
        "label": "ici aussi",
        "help": "écrire « {current} »",
        "title": "Écrire « {current} »",
    },
    "STA003": {
        "page": """
            Un signataire vient d'un pays qui n'était pas membre ce jour-là.

            Seuls les membres des délégations nationales peuvent signer : ni les observateurs, ni les partenaires pour
            la démocratie, ni les membres anciens ou futurs.

            Faux :
                un signataire « Russian Federation » en 2025
            Juste :
                un signataire « Russian Federation » en 2014

            Source : article 56.1 du Règlement ; les dates d'adhésion et de cessation de la qualité de membre.
            """,
        "message": "« {country} » a le statut d'observateur, et non d'État membre : ses membres ne peuvent pas signer",
        "partner": "« {country} » a le statut de partenaire pour la démocratie, et non d'État membre : ses membres ne "
        "peuvent pas signer",
        "former": "« {country} » n'était plus un État membre le {date} (qualité de membre perdue le {until})",
        "future": "« {country} » n'était pas encore un État membre le {date} (adhésion le {since})",
        "other": "« {country} » n'est pas un État membre : ses membres ne peuvent pas signer",
        "label": "ici aussi",
        "help": "supprimer la ligne, et vérifier le total et le pays",
    },
    "STA004": {
        "page": """
            Les signataires d'une délégation nationale sont plus nombreux que ses membres.

            Une délégation compte autant de suppléants que de représentants : deux fois plus de membres qu'elle n'a de
            sièges peuvent donc signer.

            Faux :
                cinq signataires de « San Marino », qui a deux sièges
            Juste :
                quatre signataires de « San Marino »

            Source : Règlement de l'Assemblée, répartition des sièges.
            """,
        "message": "{listed:signataire vient|signataires viennent} du pays « {country} », mais sa délégation compte "
        "{most:membre|membres}",
        "label": "ici aussi",
        "help": "vérifier le pays de ces signataires",
    },
}
