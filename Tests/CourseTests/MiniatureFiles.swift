/// The long files of the miniature course.
extension Miniature {
  static let lesson = """
    # Je commence
    <!--
    identifiant : L1.1
    duree : 5
    refs : RU01
    -->

    ## La situation

    Je copie **tout** le courriel.
    Puis je m’arrête.

    > Réponds à ce courriel.

    ## À moi de dire
    <!--
    type : unique
    identifiant : L1.1-q1
    -->
    Que faire de ce courriel d’habitant\u{202F}?

    - [ ] Je le donne à l’outil. <!-- MC-21 -->
      > Non. Le geste est rapide, mais le courriel désigne une personne.
    - [x] J’écris une demande générale.
      > Juste. La demande reste utile et ne désigne personne.
    - [ ] Je retire seulement la date.
      > En partie. La date part, le nom et la rue restent lisibles.

    > Je garde l’aide, sans la personne.

    """

  static let scenarios = """
    # Scénarios

    ## S1.1
    <!--
    titre : Un courriel pressé
    metier : accueil
    refs : RU01
    type : unique
    -->

    ### Situation

    Un usager attend ma réponse.

    ### Décision

    J’écris sans son nom.

    ### Pourquoi

    Le nom ne sert pas.

    ### À vous

    Que puis-je envoyer à l’outil\u{202F}?

    - [x] Une demande sans le nom.
      > Oui. La réponse sera aussi utile, et personne n’est désigné.
    - [ ] Le courriel en entier.
      > Non. Ce courriel désigne son auteur, même sans sa signature.
    - [ ] Le courriel et ses pièces.
      > Non. Les pièces jointes partent avec la demande, elles aussi.

    ## S1.2
    <!--
    titre : Un autre jour
    metier : tous
    -->

    ### Situation

    Une note circule.

    ### Décision

    Je la relis.

    ### Pourquoi

    Elle engage le service.

    """

  static let bank = """
    # Banque

    ## RU01-001
    <!--
    type : unique
    niveau : 2
    famille : liens
    metier : accueil
    regle : loi
    refs : RU01
    sources : cours
    verifie : 2026-11-21
    revoir : 2027-05-21
    animateur : Et chez vous ?
    -->
    L’outil cite un article de loi.
    Que faire avant de répondre\u{202F}?

    - [ ] Je réponds aussitôt à l’usager.
      > Non. La réponse paraît sûre, mais l’article n’existe peut-être pas.
    - [x] J’ouvre le texte officiel cité.
      > Juste. Je lis l’article avant de le citer à mon tour.
    - [ ] Je demande si l’outil est sûr.
      > Non. L’outil confirme souvent ce qu’il vient d’écrire.

    > J’ouvre ce que je cite.

    ## RU01-002
    <!--
    type : multiple
    niveau : 1
    refs : RU01
    sources : douteuse
    -->
    Quels documents puis-je donner à l’outil\u{202F}?

    - [X] Le menu déjà publié.
      > Juste. Ce document est en ligne et ne désigne personne.
    - [ ] La liste des inscrits.
      > Non. Cette liste désigne des enfants et leurs familles.
    - [x] Le plan du quartier.
      > Juste. Le plan est affiché en mairie depuis un an.

    ## RU01-003
    <!--
    type : vrai-faux
    niveau : 1
    refs : RU01
    -->
    Je trie le vrai et le faux.

    - [x] Un texte fluide peut être inexact.
      > La forme ne dit rien du fond, que je vérifie.
    - [ ] Une réponse longue est plus sérieuse. <!-- MC-21 -->
      > La longueur ne prouve rien, elle rassure seulement.
    - [x] Un chiffre se compare à sa source.
      > La source dit de quand date le chiffre, et qui le donne.

    ## RU01-004
    <!--
    type : reperer
    niveau : 3
    refs : RU01
    examen : non
    -->
    Quels passages désignent une personne\u{202F}?

    - [ ] Écris une lettre calme
      > Non. C’est la consigne, elle ne désigne personne.
    - [x] à Bastien Orsel,
      > Oui. Le nom désigne directement cet habitant.
    - [x] rue du Lavoir.
      > Oui. Une rue suffit parfois à retrouver quelqu’un.
    - [ ] Rappelle la règle.
      > Non. La règle est publique et utile à la réponse.

    ## RU01-005
    <!--
    type : ordonner
    niveau : 2
    refs : RU01
    accepte : 2 1 3
    -->
    Dans quel ordre agir\u{202F}?

    1. Je cesse d’écrire.
       > En premier, car chaque message aggrave la fuite.
    2. Je préviens le service.
       > Très vite, pour que le risque soit évalué.
    3. Je note les faits.
       > En dernier, sans rien effacer de la conversation.

    ## RU01-006
    <!--
    type : associer
    niveau : 2
    refs : RU01
    -->
    J’associe chaque geste à son but.

    - Relire → éviter une erreur
      > La relecture retrouve ce que l’outil a inventé.
    - Citer → dire d’où cela vient <!-- MC-21 -->
      > La source permet à chacun de vérifier après moi.
    - (leurre) → gagner du temps
      > Ce but existe, mais aucun de ces gestes ne le sert.

    ## RU01-007
    <!--
    type : texte
    niveau : 1
    refs : RU01
    -->
    Comment appelle-t-on une réponse inventée\u{202F}?

    - [x] invention
    - [x] hallucination
      > Ce mot convient aussi.
    - [ ] mensonge
      > Mentir suppose de vouloir tromper.

    > Le mot attendu est invention.

    ## RU01-008
    <!--
    type : reecrire
    niveau : 3
    refs : RU01
    -->
    Réécrivez cette demande sans désigner personne.

    > Écris à Irène, dossier 5582.

    Gardez l’aide de l’outil.

    - [ ] Irène
      > Le prénom désigne encore quelqu’un.
    - [x] document\u{A0}: lettre, courrier
    - [x] ton\u{A0}: aimable, poli

    ### Grille

    - Le but est-il clair\u{202F}?

    > Écris une lettre aimable, sans nom.

    ## RU01-009
    <!--
    type : cas
    niveau : 2
    refs : RU01
    -->
    L’outil donne un montant sans date.

    ### Quelle question poser d’abord au document\u{202F}?

    - [x] De quand date-t-il\u{202F}?
      > Juste. Un montant change presque chaque année.
    - [ ] Qui l’a mis en page\u{202F}?
      > Non. La mise en page ne dit rien du montant.
    - [ ] Combien de pages a-t-il\u{202F}?
      > Non. La longueur ne dit rien de la date.

    ### Le geste

    Que faire ensuite de ce montant\u{202F}?

    - [ ] Je le publie tel quel.
      > Non. Il est peut-être ancien, je l’ai vu plus haut.
    - [x] Je cherche le texte en vigueur.
      > Juste. Le texte en vigueur donne le montant du jour.
    - [ ] Je l’arrondis un peu.
      > Non. Un montant arrondi reste un montant ancien.

    > Une bonne source peut être périmée.

    """
}
