"""Political groups, in French."""

TEXTS = {
    "GRP001": {
        "page": """
            Un signataire porte un groupe que la légende n'explique pas.

            Un groupe que portent plusieurs signataires donne un seul constat, de même que tous ceux qui se terminent
            par un point ou un autre signe. Le groupe le plus proche est seulement indiqué : seul le signataire sait si
            c'est bien celui-là.

            Faux :
                GROZA Ion, Republic of Moldova, EPP     avec EPP/CD dans la légende
            Juste :
                GROZA Ion, Republic of Moldova, EPP/CD

            Source : la présentation de la déclaration 817.
            """,
        "title": "Ajouter « {group} » à la légende",
        "title_nearest": "Écrire « {nearest} »",
        "message": "Le groupe « {group} » n'est pas dans la légende",
        "marked": "Le groupe « {group} » a un signe en trop : la légende donne « {nearest} »",
        "label": "ici aussi",
        "help": "l'ajouter à la légende : {group}: {name}",
        "help_either": "vouliez-vous dire « {nearest} » ? Sinon, ajouter à la légende : {group}: {name}",
        "help_nearest": "vouliez-vous dire « {nearest} » ?",
        "help_none": "l'Assemblée n'avait alors pas de tel groupe ; un membre sans groupe porte la mention {none}",
        "help_marked": "écrire l'abréviation sans ce signe",
    },
    "GRP002": {
        "page": """
            La légende explique un groupe que ne porte aucun signataire.

            Depuis 2012, les légendes ne donnent que les groupes des signataires. Les plus anciennes, et celles qui
            donnent tous les groupes de leur époque, ne sont pas examinées.

            Faux :
                UEL: Group of the Unified European Left     sans aucun signataire UEL
            Juste :
                seulement les groupes des signataires

            Source : les légendes publiées.
            """,
        "title": "Supprimer la ligne de « {group} »",
        "message": "Le groupe « {group} » est dans la légende, mais aucun signataire n'en fait partie",
        "help": "supprimer la ligne, ou vérifier les groupes des signataires",
    },
    "GRP003": {
        "page": """
            Une abréviation, dans la légende ou sur une page qui n'en a pas, n'est celle d'aucun groupe de l'Assemblée.

            La règle se tait avant 2001 : les groupes de cette époque ne sont pas tous connus. L'abréviation juste n'est
            écrite que si la légende nomme le groupe en toutes lettres ; la plus proche est seulement indiquée.

            Faux :
                EPPP: Group of the European People's Party
            Juste :
                EPP/CD: Group of the European People's Party

            Source : les légendes publiées depuis 2001.
            """,
        "title_nearest": "Écrire « {nearest} »",
        "message": "L'Assemblée n'a jamais eu de groupe « {group} »",
        "heading": "« {group} » n'est pas un groupe, mais se trouve devant « {first}: » dans la légende",
        "label": "ici aussi",
        "help": "vérifier l'abréviation, ou supprimer la ligne",
        "help_nearest": "vouliez-vous dire « {nearest} » ?",
        "help_heading": "supprimer « {group}: »",
        "marked": "Le groupe « {group} » a un signe en trop ; « {nearest} » était attendu",
        "help_marked": "écrire l'abréviation sans ce signe",
        "help_list": "vérifier l'abréviation ; un membre sans groupe porte la mention {none}",
    },
    "GRP004": {
        "page": """
            La légende donne à une abréviation le nom d'un autre groupe, ou d'aucun.

            La forme de l'apostrophe, les majuscules et un signe à la fin ne comptent pas. Un nom antérieur ou ultérieur
            du même groupe relève de GRP005.

            Faux :
                ALDE: Group of the Unified European Left
            Juste :
                ALDE: Alliance of Liberals and Democrats for Europe

            Source : les légendes publiées.
            """,
        "title": "Écrire « {right} »",
        "message": "« {name} » n'est pas le nom du groupe {group}, mais du groupe {other}",
        "unknown": "« {name} » n'est pas le nom du groupe {group}",
        "joined": "Deux lignes de la légende se trouvent sur une seule : « {group} » et « {other} »",
        "help": "le nom du groupe {group} est : {right}",
        "help_nearest": "vouliez-vous dire « {right} » ?",
        "help_other": "écrire « {other}: » devant ce nom, ou bien le nom du groupe {group} : {right}",
        "help_joined": "commencer une nouvelle ligne devant « {other}: »",
    },
    "GRP005": {
        "page": """
            Un groupe n'existait pas à la date du document, ou portait un autre nom.

            Un texte de 2014 peut dire EDG, un texte de 2025 non. Quand on ne connaît que deux jours entre lesquels un
            groupe a changé, rien n'est dit de l'intervalle ; le constat n'est une erreur que si le jour même est connu.

            Faux :
                EDG     en 2025
            Juste :
                ECPA    en 2025

            Source : les légendes et les listes de signataires publiées.
            """,
        "title": "Écrire « {right} »",
        "message": "Il n'y avait plus de groupe « {group} » le {date}",
        "not_yet": "Il n'y avait pas encore de groupe « {group} » le {date}",
        "name": "« {name} » n'était pas le nom du groupe {group} le {date}",
        "label": "ici aussi",
        "help": "vérifier le groupe, ou la date du document",
        "help_current": "le groupe était alors « {current} » ; vérifier le groupe, ou la date du document",
        "help_name": "le nom ce jour-là était : {right}",
    },
    "GRP006": {
        "page": """
            Un groupe figure deux fois dans la légende.

            Des lignes qui se suivent les deux fois donnent un seul constat.

            Faux :
                ALDE: …     ECPA: …     ALDE: …
            Juste :
                ALDE: …     ECPA: …

            Source : les légendes publiées.
            """,
        "title": "Supprimer ce qui est répété",
        "message": "Le groupe « {group} » figure une deuxième fois dans la légende",
        "several": "{count} groupes figurent une deuxième fois dans la légende, à partir de « {group} »",
        "label": "première occurrence",
        "help": "supprimer l'une des deux lignes",
        "help_several": "supprimer ces lignes",
    },
    "GRP007": {
        "page": """
            La légende n'est pas dans l'ordre alphabétique.

            Elle l'est depuis 2012 ; auparavant, les groupes avaient un ordre à eux.

            Faux :
                ECPA: …     ALDE: …
            Juste :
                ALDE: …     ECPA: …

            Source : les légendes publiées.
            """,
        "title": "Placer cette ligne {side} « {neighbour} »",
        "message": "« {group} » n'est pas à sa place dans l'ordre alphabétique de la légende : la ligne doit se "
        "trouver {side} « {neighbour} »",
        "label": "ici",
        "help": "mettre les lignes de la légende dans l'ordre alphabétique des abréviations",
    },
}
