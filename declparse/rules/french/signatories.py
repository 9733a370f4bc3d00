"""Signatories, in French."""

TEXTS = {
    "SIG001": {
        "page": """
            Le total n'est pas le nombre des signataires.

            Seul le Service de la Séance sait si c'est le total ou la liste qui est faux ; la correction est donc
            seulement montrée. La règle se tait si une ligne illisible ou inscrite deux fois explique l'écart.

            Faux :
                Total = 22     après 23 signataires
            Juste :
                Total = 23

            Source : les déclarations publiées.
            """,
        "message": "Le total indique {declared}, mais la liste compte {listed:signataire|signataires}",
        "label": "{listed:signataire figure|signataires figurent} ici",
        "help": "corriger le total, ou chercher une ligne manquante ou en trop",
        "title": "Remplacer le total par {listed}",
    },
    "SIG002": {
        "page": """
            Le même membre figure deux fois dans la liste.

            Deux membres sont le même quand le nom et le pays concordent ; les accents et les majuscules ne comptent
            pas.

            Faux :
                TILKI Attila, Hungary, ECPA
                TILKI Attila, Hungary, ECPA
            Juste :
                TILKI Attila, Hungary, ECPA

            Source : un membre signe une déclaration une seule fois (article 56 du Règlement).
            """,
        "message": "{name} figure une deuxième fois",
        "several": "{count} membres figurent une deuxième fois, à partir de {name}",
        "label": "première occurrence",
        "help": "supprimer la ligne, et vérifier le total",
        "help_several": "supprimer ces lignes, et vérifier le total",
    },
    "SIG003": {
        "page": """
            Un signataire n'est pas à sa place dans l'ordre alphabétique.

            Le premier signataire est le membre qui a déposé la déclaration ; tous les autres suivent dans l'ordre
            alphabétique. Seules comptent les majuscules du nom de famille : ni les accents, ni les particules, ni les
            traits d'union, ni les apostrophes. Il y a un constat pour chaque ligne à déplacer.

            Faux :
                MIHAYLOVA Iskra, Bulgaria, NR
                KÖHLER Achim, Germany, ECPA
            Juste :
                KÖHLER Achim, Germany, ECPA
                MIHAYLOVA Iskra, Bulgaria, NR

            Source : les 27 listes publiées qui ont été vérifiées.
            """,
        "title": "Déplacer {name} {side} {neighbour}",
        "message": "{name} n'est pas à sa place dans l'ordre alphabétique : la ligne doit se trouver {side} "
        "{neighbour}",
        "label": "ici",
        "help": "déplacer la ligne ; après le premier signataire, tous suivent dans l'ordre alphabétique des noms de "
        "famille",
    },
    "SIG004": {
        "page": """
            Une ligne de la liste n'est pas de la forme *nom, pays, groupe*.

            Une ligne est tenue pour celle d'un signataire si elle contient une virgule ou un point-virgule, ou si elle
            nomme un pays ou un groupe ; les autres relèvent de STR005. Le nom ne contient que des lettres, des espaces,
            des traits d'union, des apostrophes et des points.

            Faux :
                HOLLIK István Hungary, ECPA
            Juste :
                HOLLIK István, Hungary, ECPA

            Source : les listes publiées depuis 2001.
            """,
        "message": "Cette ligne n'est pas celle d'un signataire : « {text} »",
        "several": "Ces {lines} lignes ne sont pas celles de signataires : « {text} » …",
        "broken": "Un signataire est réparti sur {lines} lignes : « {text} » …",
        "undivided": "{members:signataire n'est pas séparé|signataires ne sont pas séparés} par un point-virgule : "
        "« {text} »",
        "glued": "{members:signataire se trouve|signataires se trouvent} sur une seule ligne : « {text} »",
        "mark": "Il y a un numéro ou une puce devant le nom : « {text} »",
        "characters": "« {text} » contient un caractère qui ne figure dans aucun nom : « {character} »",
        "semicolon": "Il y a des points-virgules à la place des virgules : « {text} »",
        "name": "Il manque le nom dans « {text} »",
        "country": "Il manque le pays dans « {text} »",
        "exchanged": "Le pays et le groupe sont intervertis dans « {text} »",
        "comma": "Il manque une virgule dans « {text} »",
        "help": "écrire ainsi : {example}",
        "help_broken": "écrire sur une seule ligne, ainsi : {example}",
        "help_glued": "écrire chacun sur sa propre ligne, ainsi : {example}",
        "help_undivided": "mettre un point-virgule entre eux ; écrire chacun ainsi : {example}",
        "help_mark": "supprimer ce signe ; la ligne commence par le nom de famille",
    },
    "SIG005": {
        "page": """
            Un nom de famille n'est pas en majuscules.

            Les majuscules distinguent le nom du prénom, et l'ordre de la liste en dépend. Les particules peuvent être
            en minuscules. Une seule minuscule parmi des majuscules a été tapée à la place d'une autre lettre.

            Faux :
                Kempf Martina, Germany, ECPA
            Juste :
                KEMPF Martina, Germany, ECPA

            Source : les listes publiées depuis 2007 ; celles de 2001 à 2003 n'ont pas de majuscules.
            """,
        "title": "Écrire le nom de famille en majuscules",
        "title_all": "Écrire les noms de famille en majuscules",
        "message": "Le nom de famille de « {name} » n'est pas en majuscules",
        "all": "Aucun des {count} noms de famille n'est en majuscules",
        "label": "ici",
        "small": "Il y a une minuscule dans le nom de famille de « {name} » : « {letter} »",
        "help": "écrire le nom de famille en majuscules, par exemple : {example}",
        "help_small": "écrire le nom de famille en majuscules ; c'est peut-être une autre lettre, comme I pour l",
    },
    "SIG006": {
        "page": """
            Un signataire n'a pas de groupe politique.

            Les membres qui n'appartiennent à aucun groupe portent la mention NR. Sur les pages web, c'est un
            avertissement depuis 2012 : dans les listes de 2008 à 2011, le groupe manque parfois ; c'est une lacune des
            données du site, signalée pour information.

            Faux :
                KEMPF Martina, Germany
            Juste :
                KEMPF Martina, Germany, ECPA

            Source : les listes publiées depuis 2001.
            """,
        "message": "{name} n'a pas de groupe politique",
        "all": "Aucun des {count} signataires n'a de groupe politique",
        "label": "ici",
        "help": "ajouter le groupe après le pays ; un membre sans groupe porte la mention {none}",
    },
    "SIG007": {
        "page": """
            Le total n'est pas un nombre.

            Faux :
                Total = XX
            Juste :
                Total = 23

            Source : les déclarations publiées depuis 2007.
            """,
        "message": "« {text} » n'est pas un total ; il faut « Total = » et un nombre",
        "help": "écrire ainsi : Total = {listed}",
    },
    "SIG008": {
        "page": """
            Un signataire n'a qu'un nom de famille.

            Deux membres peuvent porter le même nom de famille ; il faut le prénom pour savoir qui a signé.

            Faux :
                KEMPF, Germany, ECPA
            Juste :
                KEMPF Martina, Germany, ECPA

            Source : les listes publiées depuis 2007 ; celles de 2001 à 2003 n'ont pas de prénoms.
            """,
        "message": "{name} n'a pas de prénom",
        "all": "Aucun des {count} signataires n'a de prénom que l'on puisse distinguer du nom de famille",
        "label": "ici",
        "capitals": "Le prénom de « {name} » ne se distingue pas du nom de famille : tout est en majuscules",
        "help": "ajouter le prénom après le nom de famille",
        "help_capitals": "n'écrire que le nom de famille en majuscules, par exemple : NÉMETH Zsolt",
    },
}
