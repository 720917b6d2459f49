import Display
import Testing

// The pages of the course, as documents: what the renderers are compared on.

/// A page and the name of its golden files.
struct Sample: Sendable, CustomTestStringConvertible {
  var name: String
  var document: Document

  var testDescription: String { name }

  static let all = [
    Sample(name: "accueil", document: .home), Sample(name: "lecon", document: .lesson),
    Sample(name: "question", document: .question), Sample(name: "verdict", document: .verdict),
    Sample(name: "multiple", document: .multiple), Sample(name: "ordonner", document: .ordering),
    Sample(name: "vrai-faux", document: .trueOrFalse), Sample(name: "examen", document: .exam),
    Sample(name: "recapitulatif", document: .recap), Sample(name: "resultat", document: .result),
    Sample(name: "attestation", document: .attestation),
    Sample(name: "atelier", document: .workshop), Sample(name: "theme", document: .themes),
    Sample(name: "atelier-vote", document: .raisedHands),
    Sample(name: "atelier-barres", document: .barsBeforeAndAfter),
    Sample(name: "demande", document: .request), Sample(name: "refus", document: .refused),
  ]
}

extension Binding {
  static let help = Binding("aide", keys: [.character("?")], help: "Toutes les touches.")
  static let quit = Binding("quitter", help: "Quitter sans rien perdre.")
  static let plan = Binding("plan", help: "Revenir au plan du parcours.")
  static let sources = Binding("sources", help: "D'où vient cet écran.")
  static let search = Binding("chercher", help: "Chercher un mot.")
  static let choose = Binding("choisir", keys: [.up, .down], help: "Changer de ligne.")

  static func enter(_ word: String) -> Binding { Binding(word, keys: [.enter], help: "Continuer.") }

  static func back(_ label: String) -> Binding {
    Binding("retour", keys: [.left], label: label, help: "Revenir en arrière.")
  }

  static let lesson: [Binding] = [
    .enter("suite"), .back("retour"), Binding("glossaire", help: "Les mots."), .sources, .search,
    .help, .plan, .quit, Binding("relire", help: "Répéter cet écran.", isQuiet: true),
    Binding("signaler", help: "Signaler une erreur.", disabled: "Rien à signaler ici."),
  ]
  static let question: [Binding] = [
    .enter("répondre"), .choose, .back("la leçon"), .help, .plan, .quit,
  ]
}

extension Document {
  static let home = Document(
    place: Place(
      long: "Parcours IA générative · Ville de Démonstration", short: "Parcours",
      spoken: "Parcours IA générative, Ville de Démonstration"),
    blocks: [
      .paragraph("Vous en étiez à « Ce qui se voit moins », module 4, écran 4 sur 9."),
      .menu(
        [
          MenuItem(key: "reprendre", title: "Reprendre"),
          MenuItem(key: "0", title: "Bienvenue", state: "terminé", startsGroup: true),
          MenuItem(key: "1", title: "Ce qu'est une IA générative", state: "terminé"),
          MenuItem(key: "2", title: "Esprit critique : la méthode SANDI", state: "terminé"),
          MenuItem(
            key: "3", title: "Vérifier et garantir la qualité", state: "à faire", note: "15 min"),
          MenuItem(key: "4", title: "Données personnelles", state: "en cours", note: "11 min"),
          MenuItem(
            key: "5", title: "Données de la collectivité", state: "à faire", note: "15 min"),
          MenuItem(key: "6", title: "Dire et assumer", state: "à faire", note: "12 min"),
          MenuItem(
            key: "examen", title: "Examen final", state: "après les modules"),
          MenuItem(key: "attestation", title: "Attestation et badge"),
          MenuItem(key: "principes", title: "Les neuf principes"),
          MenuItem(key: "reglages", title: "Réglages"),
        ], selected: 0),
    ],
    bindings: [
      .enter("reprendre"), .choose, .search, Binding("réviser", help: "Revoir."), .help, .quit,
    ])

  static let lesson = Document(
    place: Place(
      long: "4 Données personnelles › 1 Je reconnais une donnée personnelle", short: "4.1",
      spoken: "Module 4, leçon 1", counter: Counter("écran", 4, of: 9)),
    progress: 4.0 / 9, title: "Ce qui se voit moins",
    blocks: [
      .paragraph("D'autres informations désignent la personne par recoupement :"),
      .list(
        ordered: false,
        [
          [.paragraph("une adresse ou une plaque de voiture ;")],
          [.paragraph("une date précise, comme une naissance ou un accident ;")],
          [.paragraph("un métier unique : « la directrice de la crèche » ;")],
          [.paragraph("une histoire connue dans le quartier.")],
        ]),
      .paragraph("Dans une petite commune, deux détails suffisent souvent."),
    ], bindings: Binding.lesson)

  private static func questionPlace(_ index: Int) -> Place {
    Place(
      long: "7 Respecter les créations › Entraînement", short: "7",
      spoken: "Module 7, entraînement", counter: Counter("question", index, of: 5))
  }

  static let question = question(typed: "2")

  static func question(typed: String, notice: Text? = nil) -> Document {
    let texts: [Text] = [
      "Une imitation du film, puisque la fête est gratuite.",
      "Un personnage du film, avec deux couleurs changées.",
      "Une rue en fête, dessin aux couleurs vives, sans modèle cité.",
      "N'importe quel style : une image générée est libre de droits.",
    ]
    let choices = texts.enumerated().map { index, text in
      Choice(label: "\(index + 1)", text: text, isSelected: typed == "\(index + 1)")
    }
    let statement: Text = """
      Je prépare l'affiche de la fête de quartier. Mon élue veut un dessin « exactement comme » \
      un film d'animation connu. Que puis-je demander à l'outil d'images ?
      """
    return Document(
      place: questionPlace(3), progress: 0.6, blocks: [.paragraph(statement), .choices(choices)],
      notice: notice, question: "Une seule réponse, de 1 à 4", input: InputLine(typed),
      bindings: Binding.question)
  }

  static let refused = question(
    typed: "", notice: "Vous avez tapé 9. Choisissez entre 1 et 4.")

  static let verdict = Document(
    place: questionPlace(3), progress: 0.6,
    blocks: [
      .verdict(.wrong, "Votre réponse : 2"),
      .paragraph(
        "Changer un détail laisse le personnage reconnaissable. Je demande un personnage nouveau."),
      .heading("La bonne réponse : 3"),
      .paragraph(
        """
        Une rue en fête, dessin aux couleurs vives, sans modèle cité. La description est \
        générique. Je regarde quand même si le résultat ressemble à une œuvre connue (RU07, RPI01).
        """),
      .heading("À retenir"),
      .paragraph("Ce qui compte : ce que je demande, puis ce qui sort. Je vérifie les deux."),
    ],
    bindings: [
      .enter("suite"), Binding("revoir", help: "Revoir la leçon."), .sources,
      Binding("signaler", help: "Signaler une erreur."), .help, .plan, .quit,
    ], continues: true)

  static let multiple = Document(
    place: questionPlace(2), progress: 0.4,
    blocks: [
      .paragraph("Quels documents puis-je donner à un outil d'IA grand public autorisé ?"),
      .choices([
        Choice(
          label: "1", text: "Le règlement de consultation, déjà publié.", mark: .checked(true)),
        Choice(
          label: "2", text: "L'offre technique d'un candidat, sans son nom.",
          mark: .checked(false)),
        Choice(
          label: "3", text: "Une délibération affichée en mairie.", mark: .checked(true),
          isSelected: true),
      ]),
    ], question: "Une ou plusieurs réponses, par exemple 1 3", input: InputLine("1 3"),
    bindings: Binding.question)

  static let ordering = Document(
    place: questionPlace(4), progress: 0.8,
    blocks: [
      .paragraph("Dans quel ordre travailler avec l'outil ?"),
      .choices([
        Choice(label: "1", text: "Je relis et je corrige.", mark: .rank(nil)),
        Choice(label: "2", text: "Je retire les noms.", mark: .rank(1)),
        Choice(label: "3", text: "J'écris ma demande.", mark: .rank(2), isSelected: true),
      ]),
    ], question: "Les numéros dans l'ordre", input: InputLine("2 3"),
    bindings: Binding.question)

  static let trueOrFalse = Document(
    place: questionPlace(5), progress: 1,
    blocks: [
      .paragraph("Vrai ou faux ?"),
      .choices([
        Choice(label: "a", text: "Un outil d'IA peut se tromper.", mark: .word("vrai")),
        Choice(label: "b", text: "Une réponse bien écrite est exacte.", mark: .word(nil)),
      ]),
    ], question: "v ou f pour chaque affirmation", input: InputLine("v"),
    bindings: Binding.question)

  static let exam = Document(
    place: Place(long: "Examen final", short: "Examen", spoken: "Examen final"),
    title: "Avant de commencer",
    blocks: [
      .facts([
        Fact("questions", "30"), Fact("pour réussir", "24 réponses justes"),
        Fact("durée", "sans chronomètre"), Fact("tentatives", "sans limite"),
      ]),
      .paragraph("Un échec n'a aucun effet."),
    ], bindings: [.enter("commencer"), .back("retour"), .help, .plan, .quit])

  static let recap = Document(
    place: Place(long: "Examen final › Récapitulatif", short: "Examen", spoken: "Examen final"),
    progress: 1, title: "Récapitulatif",
    blocks: [
      .menu(
        (1...30).map { index in
          MenuItem(
            key: "\(index)", title: "Question \(index)",
            state: index % 7 == 0 ? "sans réponse" : "répondue")
        }, selected: nil)
    ], question: "Remettre l'examen ? Oui ou non", bindings: [.back("retour"), .help, .quit])

  static let result = Document(
    place: Place(long: "Examen final", short: "Examen", spoken: "Examen final"), title: "Réussi",
    blocks: [
      .verdict(.noted, "26 réponses justes sur 30."),
      .facts([
        Fact("Esprit critique", "solide"),
        Fact("Données personnelles", "à revoir : module 4, leçon 2"),
        Fact("Respecter les créations", "solide"),
      ]),
    ], bindings: [.enter("suite"), Binding("revoir", help: "Revoir."), .help, .plan, .quit])

  static let attestation = Document(
    place: Place(long: "Attestation", short: "Attestation", spoken: "Attestation"),
    title: "Bravo. Vous avez terminé le parcours.",
    blocks: [
      .heading("Votre attestation, dans le dossier ~/Parcours IAG/"),
      .facts([
        Fact("matricule", "00123"), Fact("parcours", "Acculturation IAG, version 1.0.0"),
        Fact("terminé le", "21 novembre 2026"), Fact("façon", "en autonomie"),
        Fact("empreinte", "7f3c 2a91 04be 66d0"),
      ]),
      .paragraph(
        """
        La remettre aux ressources humaines ? Elles recevront ces cinq lignes, rien d'autre.
        """),
    ], question: "Tapez oui ou non", bindings: [.help, .quit])

  static let workshop = Document(
    place: Place(
      long: "Atelier › Données personnelles", short: "Atelier", spoken: "Atelier",
      counter: Counter("question", 2, of: 6)), progress: 1.0 / 3,
    blocks: [
      .paragraph(
        """
        Le père de trois enfants, pompier à Saint-Elme, refuse de payer la cantine depuis son \
        divorce. Peut-on reconnaître la personne ?
        """),
      .facts([
        Fact("A  Non, car il n'y a pas de nom.", "avant 11, après 2"),
        Fact("B  Oui, en recoupant les détails.", "avant 5, après 15"),
        Fact("C  On ne peut pas savoir.", "avant 1, après 0"),
      ]),
    ], bindings: [.enter("question suivante"), .back("retour"), .help, .quit])

  static let themes = Document(
    place: Place(long: "Premier écran", short: "Début", spoken: "Premier écran"),
    title: "Quelles couleurs lisez-vous le mieux ?",
    blocks: [
      .sample(.plain, "1  Sobre : les couleurs de votre écran."),
      .sample(.dark, "2  Sombre : texte clair sur fond noir."),
      .sample(.light, "3  Clair : texte noir sur fond blanc."),
      .sample(.contrast, "4  Contraste : le plus lisible."),
    ], question: "De 1 à 4", bindings: [.help, .quit])

  static let request = Document(
    place: Place(
      long: "2 Esprit critique › 3 J'écris ma demande", short: "2.3", spoken: "Module 2, leçon 3",
      counter: Counter("écran", 2, of: 5)), progress: 0.4, title: "Une bonne demande",
    blocks: [
      .paragraph(
        Text([Run("Je dis "), Run("qui", .strong), Run(" lira, et "), Run("pourquoi", .emphasis)])),
      .quote([
        .paragraph("Écris une note d'une page pour des parents. Explique l'inscription → cantine."),
        .list(ordered: true, [[.paragraph("Le dossier.")], [.paragraph("Les délais.")]]),
        .paragraph("Ton simple, ≤ 20 mots par phrase."),
      ]),
      .list(
        ordered: false,
        [
          [
            .paragraph("Je relis :"),
            .list(ordered: false, [[.paragraph("les dates ;")], [.paragraph("les noms.")]]),
          ],
          [.paragraph("Je signe.")],
        ]),
    ], bindings: Binding.lesson)
}

// A workshop as it is projected.
extension Document {
  private static let workshopPlace = Place(
    long: "Atelier › Données personnelles", short: "Atelier", spoken: "Atelier, module 4",
    counter: Counter("question", 2, of: 3))
  private static let texts: [Text] = [
    "Non, car il n’y a pas de nom.", "Oui, en recoupant les détails.", "On ne peut pas savoir.",
  ]

  static let raisedHands = Document(
    place: workshopPlace, progress: 0.5,
    blocks: [
      .paragraph("Le père de trois enfants, pompier à Saint-Elme, refuse de payer la cantine."),
      .paragraph("Peut-on reconnaître la personne ?"),
      .choices(zip(["A", "B", "C"], texts).map { Choice(label: $0, text: $1) }),
    ], question: "Une seule main par personne. Les totaux, par exemple A:4 B:11 C:2, ou suite",
    bindings: [.enter("noter"), .help, .quit], isProjected: true)

  static let barsBeforeAndAfter = Document(
    place: workshopPlace, progress: 0.5, title: "Avant et après la discussion",
    blocks: [
      .bars(
        zip(zip(["A", "B", "C"], texts), [(11, 2), (5, 15), (1, 0)]).map { head, votes in
          Bar(head.0, head.1, value: votes.1, of: 17, before: .init(votes.0, of: 17))
        })
    ], bindings: [.enter("suite"), .help, .quit], isProjected: true)
}
