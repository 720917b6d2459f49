import Course
import Display

/// The record and the attestation: the identifier, what is written, and whether to hand it in.
struct AttestationPage: Page {
  private enum Stage {
    case identifying
    case confirming(String)
    case offering(Attestation)
    case done(Attestation, handed: Bool)
  }

  private let completion: Progress.Completion
  private var stage = Stage.identifying

  private init(completion: Progress.Completion) { self.completion = completion }

  static func open(in session: Session) -> Turn {
    guard let completion = session.progress.completion else {
      return .say("L’attestation s’ouvre après l’examen final.")
    }
    return .push(AttestationPage(completion: completion))
  }

  func document(in session: Session) -> Document {
    var document = Document(
      place: .init(long: "Attestation", short: "Attestation", spoken: "Attestation"),
      title: "Votre attestation", blocks: [])
    switch stage {
    case .identifying:
      document.title = "Bravo. Vous avez terminé le parcours."
      document.blocks = .paragraphs(
        "L’attestation porte l’identifiant que les ressources humaines connaissent.",
        "C’est le plus souvent votre matricule. Il n’est pas gardé par ce programme.")
      document.question =
        "Votre matricule, puis Entrée. Les commandes commencent par un point : .aide"
    case .confirming(let identifier):
      document.blocks =
        [.facts(facts(identifier, session))]
        + .paragraphs("Ces lignes seront écrites dans le dossier \(session.installation.folder).")
      document.question = "Est-ce juste ? Tapez oui ou non"
    case .offering(let attestation):
      document.blocks =
        written(attestation, session)
        + .paragraphs(
          "La remettre aux ressources humaines ? Elles recevront ces cinq lignes, rien d’autre.")
      document.question = "La remettre ? Tapez oui ou non"
    case .done(let attestation, let handed):
      document.blocks = written(attestation, session) + closing(attestation, handed, session)
    }
    return document
  }

  private func facts(_ identifier: String, _ session: Session) -> [Document.Fact] {
    [
      .init("matricule", identifier),
      .init("parcours", "\(session.course.title), version \(completion.version)"),
      .init("terminé le", completion.day.french),
      .init("façon", completion.how.rawValue),
    ]
  }

  private func written(_ attestation: Attestation, _ session: Session) -> [Document.Block] {
    let fingerprint = attestation.record.fingerprint.dropFirst(2)
    return [
      .facts(
        facts(attestation.record.identifier, session) + [
          .init("empreinte", String(fingerprint).inFours)
        ])
    ] + .paragraphs("Dossier : \(attestation.folder)") + [
      .list(ordered: false, attestation.files.map { [.paragraph(Text($0))] })
    ]
  }

  private func closing(_ attestation: Attestation, _ handed: Bool, _ session: Session) -> [Document
    .Block]
  {
    if handed { return .paragraphs("C’est remis aux ressources humaines.") }
    if session.installation.hasDepot {
      return .paragraphs("Rien n’est remis. Vous pourrez le faire plus tard, depuis la carte.")
    }
    return .paragraphs(
      "Aucun dépôt n’est configuré. Le fichier à remettre est \(attestation.recordFile).")
  }

  var isFreeText: Bool {
    if case .identifying = stage { return true }
    return false
  }

  func commands(in session: Session) -> [Command] {
    guard case .done = stage else { return [] }
    return [.advance("le badge", help: "Propose le badge, facultatif.")]
  }

  func takes(_ line: String, in session: Session) -> Bool { AnswerInput.yesOrNo(line) != nil }

  mutating func answer(_ line: String, in session: inout Session) -> Turn {
    switch stage {
    case .identifying: return identify(line)
    case .confirming(let identifier):
      guard let yes = AnswerInput.yesOrNo(line) else { return .say("Tapez oui ou non.") }
      guard yes else {
        stage = .identifying
        return .stay
      }
      return Turn(.stay, effects: [.writeAttestation(identifier: identifier)])
    case .offering(let attestation):
      guard let yes = AnswerInput.yesOrNo(line) else { return .say("Tapez oui ou non.") }
      guard !yes else { return Turn(.stay, effects: [.handIn]) }
      stage = .done(attestation, handed: false)
      return .stay
    case .done: return .stay
    }
  }

  /// Up to 64 visible characters; longer is surely a paste by mistake.
  private mutating func identify(_ line: String) -> Turn {
    guard !line.isEmpty else { return .say("La ligne est vide. Écrivez votre matricule.") }
    guard line.count <= 64 else { return .say("C’est trop long : 64 caractères au plus.") }
    stage = .confirming(line)
    return .stay
  }

  mutating func perform(_ action: Action, argument: String, in session: inout Session) -> Turn {
    var turn = BadgePage.open(in: session)
    if case .push(let page) = turn.navigation { turn.navigation = .replace(page) }
    return turn
  }

  mutating func receive(_ report: Report, in session: inout Session) -> Turn {
    switch (report, stage) {
    case (.attestationWritten(let attestation), _):
      stage =
        session.installation.hasDepot ? .offering(attestation) : .done(attestation, handed: false)
    case (.handedIn, .offering(let attestation)):
      stage = .done(attestation, handed: true)
      return .record(.handed)
    default: break
    }
    return .stay
  }
}

extension String {
  /// `7f3c 2a91 04be 66d0`.
  var inFours: String {
    let characters = Array(self)
    return stride(from: 0, to: characters.count, by: 4)
      .map { String(characters[$0..<min($0 + 4, characters.count)]) }.joined(separator: " ")
  }
}
