import Course

/// A course of one counted module, small enough to be read with the tests.
enum SampleCourse {
  static func course(_ changes: [String: String] = [:]) throws -> Course {
    let files = files.merging(changes) { $1 }
    return try Course(ContentFiles(files.mapValues { Array($0.utf8) }))
  }

  static let files: [String: String] = [
    "parcours.md": """
    # Parcours IA
    <!--
    format : 1
    identifiant : essai
    version : 1.0.0
    licence : CC-BY-SA-4.0
    badge : essai
    -->

    Bienvenue dans ce petit parcours.

    1. [Bienvenue](00-bienvenue/module.md)
    2. [Données](04-donnees/module.md)
    """,
    "collectivite.md": """
    # La collectivité

    ## collectivite
    Ville d’Essai

    ## dpo_contact
    dpo@ville.example

    ## referent_ia
    ia@ville.example

    ## contact_accessibilite
    acces@ville.example
    """,
    "principes.md": """
    # Les principes

    ## RU04
    <!--
    titre : Je ne transmets pas d'informations personnelles
    -->
    Je garde les personnes hors de mes demandes.
    """,
    "glossaire.md": """
    # Glossaire

    ## RAG
    <!--
    alias : recherche
    -->
    L’outil lit des documents choisis, puis répond.

    ## DPO
    Personne chargée de la protection des données.
    """,
    "metiers.md": """
    # Métiers

    ## accueil
    Agent d’accueil

    ## rh
    Ressources humaines
    """,
    "sources.md": """
    # Sources

    ## cours
    <!--
    statut : texte stable
    verifie : 2026-11-21
    -->
    Une proposition de ce cours.
    """,
    "idees-fausses.md": """
    # Idées fausses

    ## MC-21
    J’ai enlevé le nom, c’est anonyme.
    """,
    "evaluation.md": """
    # Examen
    <!--
    seuil : 2/3
    -->

    Sans chronomètre.

    - RU04 : 2
    - DP : 1, seuil 1/1
    """,
    "00-bienvenue/module.md": """
    # Bienvenue
    <!--
    identifiant : M0
    duree : 2
    refs : RCOMP02
    compte : non
    -->

    J’ouvre le parcours.

    1. [Je commence](1-debut.md)

    ## Je retiens

    - Je peux m’arrêter.
    """,
    "00-bienvenue/1-debut.md": """
    # Je commence
    <!--
    identifiant : L0.1
    duree : 2
    refs : RCOMP02
    -->

    ## Le premier écran
    Bonjour.

    ## Le second écran
    Voilà tout.
    """,
    "04-donnees/module.md": """
    # Données personnelles
    <!--
    identifiant : M4
    duree : 10
    refs : RU04 DP
    -->

    Lundi, une habitante écrit.

    1. [Je reconnais](1-reconnaitre.md)

    ## Je retiens

    - Je cherche ce qui désigne.
    """,
    "04-donnees/1-reconnaitre.md": """
    # Je reconnais
    <!--
    identifiant : L4.1
    duree : 5
    refs : RU04
    -->

    ## Ce qui se voit
    Le nom et l’adresse.

    ## À vous
    <!--
    type : unique
    identifiant : L4.1-q1
    refs : RU04
    sources : cours
    -->
    Peut-on reconnaître cette personne ?

    - [ ] Non, car il n’y a pas de nom.
      > Non. L’absence de nom rassure sans rien cacher.
    - [x] Oui, en recoupant les détails.
      > Juste. Le métier et la commune suffisent.

    > Retirer le nom ne suffit pas.

    ## Je retiens
    Je relis avant d’envoyer.
    """,
    "04-donnees/scenarios.md": """
    # Scénarios

    ## S4.1
    <!--
    titre : Une plainte
    metier : accueil
    refs : RU04
    -->

    ### Situation
    Un habitant se plaint.

    ### Décision
    Je réécris sans la personne.

    ### Pourquoi
    Les détails désignent.
    """,
    "04-donnees/banque.md": """
    # Banque

    ## RU04-001
    <!--
    type : unique
    niveau : 1
    famille : nom
    refs : RU04
    sources : cours
    verifie : 2026-11-21
    revoir : 2099-11-21
    -->
    Quelle information désigne une personne ?

    - [x] Son adresse personnelle complète.
      > Juste. Une adresse suffit souvent à la retrouver.
    - [ ] Le jour de fermeture du service.
      > Non. Ce jour est public et ne désigne personne.

    > Je cherche ce qui désigne.

    ## RU04-002
    <!--
    type : multiple
    niveau : 2
    famille : pieces
    refs : RU04
    sources : cours
    -->
    Quels documents contiennent des données ?

    - [x] Un tableau de présence nominatif.
      > Juste. Il liste des personnes reconnaissables.
    - [x] Une photo de groupe des agents.
      > Juste. Un visage désigne une personne.
    - [ ] Le plan de la salle des fêtes.
      > Non. Il ne montre que des murs et des portes.

    > Les fichiers joints comptent.

    ## RU04-003
    <!--
    type : ordonner
    niveau : 2
    famille : gestes
    refs : RU04
    sources : cours
    -->
    Dans quel ordre j’agis après une erreur ?

    1. J’arrête d’écrire dans l’outil.
       > Chaque message de plus aggrave la situation.
    2. Je préviens la personne chargée des données.
       > Elle doit pouvoir évaluer le risque.
    3. Je fais ce que l’on me demande.
       > Effacer trop tôt fait perdre des traces.

    > Prévenir vite aide tout le monde.

    ## DP-001
    <!--
    type : vrai-faux
    niveau : 1
    famille : definition
    refs : DP
    sources : cours
    -->
    Que dit le règlement sur les données ?

    - [x] Une plaque de voiture peut désigner une personne.
      > Elle mène à son titulaire.
    - [ ] Un prénom seul est anonyme dans tous les cas.
      > Dans une petite équipe, il suffit.
    - [x] Une voix enregistrée peut désigner une personne.
      > Elle se reconnaît.

    > Une donnée peut désigner sans nommer.

    ## DP-002
    <!--
    type : associer
    niveau : 2
    famille : roles
    refs : DP
    sources : cours
    -->
    Qui fait quoi avec les données ?

    - Le DPO → conseille la collectivité
      > Il conseille et veille.
    - Le registre → liste les traitements
      > Il dit quels usages existent.
    - (leurre) → sanctionne les agents
      > Ce n’est pas son rôle du tout.

    > Chacun a son rôle.

    ## RU04-004
    <!--
    type : reecrire
    niveau : 3
    famille : reecrire
    refs : RU04
    sources : cours
    examen : non
    -->
    Réécrivez : « Karim Belloc est absent depuis mars. »

    - [ ] karim
    - [ ] belloc
    - [x] document : courrier, lettre
      > Dites ce que vous voulez obtenir.

    ### Grille

    - Une personne est-elle reconnaissable ?

    > Propose un modèle de courrier pour un retour.

    ## RU04-005
    <!--
    type : texte
    niveau : 1
    famille : mot
    refs : RU04
    sources : cours
    examen : non
    -->
    Comment appelle-t-on une donnée masquée mais retrouvable ?

    - [x] pseudonyme
      > La personne reste retrouvable par recoupement.
    - [ ] anonyme
      > Anonyme veut dire que personne ne peut retrouver.

    > Pseudonyme n’est pas anonyme.

    ## DP-003
    <!--
    type : cas
    niveau : 2
    famille : cas
    refs : DP
    sources : cours
    examen : non
    -->
    Un dossier vient d’être collé dans l’outil.

    ### Le premier geste
    Que faire tout de suite ?

    - [x] Arrêter d’écrire dans cet outil.
      > Juste. On n’aggrave pas la fuite.
    - [ ] Effacer toute la conversation.
      > Non. On perd des traces utiles.

    ### Le second geste
    Qui prévenir en premier ?

    - [ ] Mon meilleur collègue du service.
      > Non. Il ne peut rien décider ici.
    - [x] La personne chargée des données.
      > Juste. Elle évalue le risque.

    > Une erreur signalée vite se répare.
    """,
  ]
}
