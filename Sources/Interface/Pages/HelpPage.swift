import Course
import Display

/// What works on the page one comes from, made from its bindings, then how to read and type.
struct HelpPage: Page {
  let bindings: [Binding]

  init(commands bindings: [Binding]) { self.bindings = bindings }

  func document(in session: Session) -> Document {
    let facts = bindings.map { binding in
      let keys = binding.keys.map(\.name).filter { !$0.isEmpty }
      let label = keys.isEmpty ? binding.word : "\(binding.word) (\(keys.joined(separator: ", ")))"
      return Document.Fact(label, binding.disabled ?? binding.help)
    }
    return Document(
      place: .init(long: "Aide", short: "Aide", spoken: "Aide"), title: "Ce qui marche ici",
      blocks: [.facts(facts)] + Self.typing + Self.accessibility(in: session))
  }

  func commands(in session: Session) -> [Command] {
    [.advance("retour", help: "Revient à la page d’avant.")]
  }

  mutating func perform(_ action: Action, argument: String, in session: inout Session) -> Turn {
    .back
  }

  private static let typing: [Document.Block] =
    [.heading("Comment répondre")]
    + .paragraphs(
      "Vous tapez un chiffre ou un mot, puis Entrée. Rien ne part avant Entrée.",
      "Le début d’un mot suffit : g pour glossaire. Les accents et les majuscules ne comptent pas.",
      "Plusieurs numéros s’écrivent 1 3, 1,3 ou 13.")

  private static func accessibility(in session: Session) -> [Document.Block] {
    [.heading("Accessibilité")]
      + .paragraphs(
        "Le mode ligne à ligne convient aux lecteurs d’écran et aux plages braille. Il offre tout.",
        "Pour l’avoir dès le départ : parcours --lineaire. Sinon, tapez réglages.",
        "Il n’y a ni chronomètre, ni son, ni information donnée par la couleur seule.",
        "Une autre voie existe : atelier, papier ou entretien, avec la même attestation.",
        "Un obstacle ? Écrivez à \(session.local("contact_accessibilite")).")
  }
}

/// How to report a doubt about a question: its stable id, and whom to tell.
struct ReportPage: Page {
  let id: String

  func document(in session: Session) -> Document {
    Document(
      place: .init(long: "Signaler", short: "Signaler", spoken: "Signaler une erreur"),
      title: "Signaler une erreur",
      blocks: .paragraphs(
        "Cette question porte le numéro \(id).",
        "Dites ce numéro et votre remarque à : \(session.local("referent_ia")).",
        "Ce programme n’envoie rien lui-même."))
  }

  func commands(in session: Session) -> [Command] {
    [.advance("retour", help: "Revient à la question.")]
  }

  mutating func perform(_ action: Action, argument: String, in session: inout Session) -> Turn {
    .back
  }
}
