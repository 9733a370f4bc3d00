"""Structure and languages, in French."""

TEXTS = {
    "STR001": {
        "page": """
            Le texte est vide, ou c'est un texte quelconque, ou un document d'un autre type.

            Rien d'autre n'est alors vérifié : signaler chaque ligne d'une proposition ou d'une lettre n'aiderait
            personne. Une proposition de résolution ou de recommandation et une question écrite ressemblent beaucoup à
            une déclaration et sont désignées par leur nom.

            Faux :
                Motion for a resolution
            Juste :
                Written declaration No. 817

            Source : la présentation des documents de l'Assemblée.
            """,
        "message": "Ceci est {kind}, et non une déclaration écrite",
        "empty": "Le fichier est vide ; une déclaration écrite était attendue",
        "prose": "Ceci n'est pas une déclaration écrite : il n'y a ni numéro de document, ni numéro de déclaration, ni "
        "signataires",
        "help": "vérifier le fichier qui contient la déclaration",
        "help_prose": "vérifier que c'est le bon fichier ; une déclaration commence par son numéro de document, par "
        "exemple « Doc. 16225 »",
        "help_format": "enregistrer le document comme texte brut (UTF-8) et vérifier ce fichier-là",
        "help_rtf": "enregistrer le document comme texte brut (UTF-8), recopier à la main la légende et le numéro de "
        "sa note sous le total, car les notes de bas de page peuvent se perdre, et vérifier ce fichier-là",
    },
    "STR002": {
        "page": """
            Il manque une partie que comporte toute déclaration de cette présentation.

            Le constat se trouve là où la partie devrait être. La formule d'introduction et la ligne de nouvelle édition
            peuvent manquer ; le renvoi aux signatures a sa propre règle (STR007). Dans un projet, les numéros et la
            date peuvent manquer.

            Faux :
                Doc. 16225

                ## Amnesty law in Kazakhstan marking 30 years of the Constitution
            Juste :
                Doc. 16225

                10 July 2025

                ## Amnesty law in Kazakhstan marking 30 years of the Constitution

            Source : la présentation de la déclaration 817.
            """,
        "message": "Partie manquante : {part}",
        "help": "à insérer ici, par exemple : {example}",
        "help_title": "à insérer ici, sur une ligne à part",
        "help_text": "insérer ici les paragraphes de la déclaration",
    },
    "STR003": {
        "page": """
            Une partie n'est pas à sa place, ou se trouve sur la ligne d'une autre.

            La partie est lue malgré tout ; elle n'entraîne donc aucun autre constat. Sur une page web, les deux
            numéros et la date partagent une ligne.

            Faux :
                10 July 2025

                Doc. 16225
            Juste :
                Doc. 16225

                10 July 2025

            Source : la présentation de la déclaration 817.
            """,
        "message": "Partie mal placée : {part}",
        "shared": "Parties qui se trouvent sur une même ligne : {parts}",
        "help_shared": "écrire chacune sur sa propre ligne",
        "help": "à déplacer ; l'ordre est : numéro de document, date, titre, numéro de la déclaration, mention de "
        "réserve, formule d'introduction, texte, renvoi aux signatures, intertitre de la liste, signataires, total, "
        "légende",
        "help_1995": "à déplacer ; l'ordre était : date, numéro de document, numéro de la déclaration, titre, mention "
        "de réserve, formule d'introduction, texte, signataires",
        "help_web": "à déplacer ; l'ordre est : numéro de la déclaration, numéro de document, date, titre, "
        "signataires, mention de réserve, formule d'introduction, texte",
    },
    "STR004": {
        "page": """
            Une partie figure deux fois.

            Le constat se trouve à la deuxième occurrence. Des parties qui se suivent et qui figurent toutes déjà plus
            haut donnent un seul constat.

            Faux :
                Doc. 16225

                Doc. 16225
            Juste :
                Doc. 16225

            Source : la présentation de la déclaration 817.
            """,
        "message": "Figure déjà plus haut : {part}",
        "several": "Figurent déjà plus haut : {part}",
        "label": "première occurrence",
        "help": "garder l'une et supprimer l'autre",
    },
    "STR005": {
        "page": """
            Une ligne ne fait partie d'aucune déclaration.

            Des lignes qui se suivent donnent un seul constat ; si l'une d'elles ressemble à celle d'un signataire,
            c'est SIG004. Ce qui accompagne une partie répétée, comme un numéro de page, relève du constat sur celle-ci.
            Les commentaires, ``<!-- … -->``, peuvent figurer partout ; celui qui n'est jamais fermé n'en est pas un.

            Faux :
                TILKI Attila, Hungary, ECPA
                %% page 2 of 3 %%
            Juste :
                TILKI Attila, Hungary, ECPA

            Source : la présentation de la déclaration 817.
            """,
        "message": "Cette ligne n'a sa place nulle part : « {text} »",
        "several": "Ces {lines} lignes n'ont leur place nulle part : « {text} » …",
        "list_heading": "Cette ligne n'est pas un intertitre de liste : « {text} »",
        "opening": "La formule d'introduction est mal écrite : « {text} »",
        "reissue": "Ce n'est pas une ligne de nouvelle édition : « {text} »",
        "colon": "Il manque un deux-points après l'abréviation : « {text} »",
        "help": "supprimer, remettre à sa place, ou écrire ce qui était voulu",
        "comment": "Un commentaire est ouvert ici et n'est jamais fermé : « {text} »",
        "merge": "Cette ligne est restée d'une fusion de deux versions : « {text} »",
        "help_comment": "le fermer par « --> », ou supprimer « <!-- »",
        "help_merge": "garder l'une ou l'autre version des lignes voisines, et supprimer les marques de la fusion",
        "help_foreign": "supprimer ; cela n'appartient pas à la déclaration",
        "help_list": "supprimer, ou écrire comme un signataire : {example}",
        "help_legend": "supprimer, ou écrire comme une ligne de la légende : ABRÉVIATION: nom du groupe",
        "help_list_heading": "écrire ainsi : {example}",
        "help_opening": "écrire ainsi : {example}",
        "help_reissue": "écrire ainsi : {example}",
        "help_colon": "écrire ainsi : ABRÉVIATION: nom du groupe",
    },
    "STR006": {
        "page": """
            La mention de réserve n'est pas rédigée comme l'Assemblée la rédige.

            Elle dit qui le texte engage : ses mots sont donc fixés. Il y en a eu trois, et une en français.

            Faux :
                This written declaration reflects the position of the Assembly.
            Juste :
                This written declaration commits only those who have signed it.

            Source : les déclarations publiées de 1995 à 2025.
            """,
        "message": "La mention de réserve ne correspond à aucune des formules connues : « {text} »",
        "help": "écrire : {right}",
        "help_other": "écrire les mots actuels : {right}",
    },
    "STR007": {
        "page": """
            Il n'y a pas de renvoi aux signatures entre le texte et la liste.

            Il annonce au lecteur que les noms suivent. Avant 2012, il n'était pas toujours imprimé ; son absence n'y
            est qu'une information.

            Faux :
                … on its path of democratic reform.

                Signed 1:
            Juste :
                … on its path of democratic reform.

                Signed (see overleaf)

                Signed 1:

            Source : les déclarations publiées.
            """,
        "title": "Écrire « {right} »",
        "message": "La ligne « {right} » manque avant la liste des signataires",
        "wording": "Le renvoi aux signatures n'est pas écrit comme d'habitude : « {text} » au lieu de « {right} »",
        "help": "à insérer après le dernier paragraphe",
        "help_wording": "écrire : {right}",
    },
    "STR008": {
        "page": """
            Une déclaration contient un mot de l'autre langue : mois, pays, abréviation ou nom d'un groupe.

            Le mot est compris, donc aucune autre règle ne le signale. Un mot qui figure à plusieurs endroits donne un
            seul constat, de même que de nombreux mots, comme lorsqu'une liste vient de la traduction. La langue d'un
            texte est celle des formules consacrées de la plupart de ses parties.

            Faux :
                KEMPF Martina, Allemagne, ECPA
            Juste :
                KEMPF Martina, Germany, ECPA

            Source : l'Assemblée publie chaque déclaration en anglais et en français, chacune entièrement dans sa
            langue.
            """,
        "title": "Écrire « {right} »",
        "message": "« {word} » est du français dans un texte anglais",
        "instead": "« {word} » est du français dans un texte anglais ; en anglais, c'est « {right} »",
        "many": "{count} mots sont du français dans un texte anglais, à partir de « {word} »",
        "many_english": "{count} mots sont de l'anglais dans un texte français, à partir de « {word} »",
        "english": "« {word} » est de l'anglais dans un texte français",
        "english_instead": "« {word} » est de l'anglais dans un texte français ; en français, c'est « {right} »",
        "label": "ici aussi",
        "help": "utiliser une seule langue dans tout le document",
    },
}
