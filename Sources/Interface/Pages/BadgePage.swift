import Course
import Display

/// The badge, always optional: what it says, whom it names, who signs it.
struct BadgePage: Page {
  private enum Stage {
    case choosing
    case naming
    case mailing
    case done(AwardedBadge)
    case requested(RequestedBadge)
    /// A demande was made before: its answer is looked for.
    case waiting(file: String)
    case returned(folder: String, files: [String])
    case refused(String)
  }

  private var stage = Stage.choosing

  private init() {}

  static func open(in session: Session) -> Turn {
    guard session.progress.completion != nil else {
      return .say("Le badge s’ouvre après l’examen final.")
    }
    var page = BadgePage()
    guard let file = session.progress.requestFile, session.installation.hasDepot,
      session.installation.issuer != .local
    else { return .push(page) }
    page.stage = .waiting(file: file)
    return Turn(.push(page), effects: [.collectBadge])
  }

  func document(in session: Session) -> Document {
    var document = Document(
      place: .init(long: "Badge", short: "Badge", spoken: "Badge"), title: "Votre badge",
      blocks: [])
    switch stage {
    case .choosing:
      document.blocks = presentation(session.installation.issuer)
      document.question = "Tapez 1, 2 ou 3. Entrée seule : pas de badge"
    case .naming:
      document.question = "Le nom à afficher. Les commandes commencent par un point : .aide"
      document.blocks = .paragraphs(
        "Ce nom sera lisible par toute personne à qui vous montrez le badge.")
    case .mailing:
      document.question = "Votre adresse de courriel. Les commandes commencent par un point : .aide"
      document.blocks = .paragraphs(
        "L’adresse n’est pas écrite : seule une empreinte salée l’est.",
        "Une adresse simple peut pourtant se deviner. C’est donc une donnée personnelle.")
    case .done(let badge): document.blocks = written(badge)
    case .requested(let request): document.blocks = asked(request)
    case .waiting(let file): document.blocks = waiting(file)
    case .returned(let folder, let files):
      document.blocks =
        .paragraphs("L’émetteur a délivré votre badge. Il est dans le dossier \(folder)")
        + [.list(ordered: false, files.map { [.paragraph(Text($0))] })]
    case .refused(let sentence):
      document.blocks = .paragraphs("L’émetteur n’a pas délivré le badge.", sentence)
    }
    return document
  }

  private func presentation(_ issuer: Installation.Issuer) -> [Document.Block] {
    let signer =
      switch issuer {
      case .local: "Émetteur local de cet ordinateur, sans lien avec une collectivité"
      case .configured(let name): name
      }
    let sealed: [Document.Block] =
      issuer == .local
      ? []
      : .paragraphs(
        "La demande contient vos réponses à l’examen. Elle est scellée : l’émetteur seul l’ouvre.",
        "Il corrige de nouveau, signe le badge, puis détruit la demande.")
    return .paragraphs(
      "Le badge est facultatif. Refuser ne change rien.",
      "Il dit que vous avez suivi ce parcours et réussi l’examen, en autonomie. Jamais votre score.",
      "Il est signé par : \(signer).") + sealed + .paragraphs("Que doit-il dire de vous ?")
      + [
        .choices([
          .init(label: "1", text: "Rien : aucune identité dans le badge."),
          .init(label: "2", text: "Un nom affiché, que vous tapez."),
          .init(label: "3", text: "L’empreinte de votre courriel, pour prouver qu’il est à vous."),
        ])
      ]
  }

  private func asked(_ request: RequestedBadge) -> [Document.Block] {
    if let folder = request.folder {
      return .paragraphs(
        "Votre demande scellée est prête, pour : \(request.issuer).",
        "Remettez-lui ce fichier : \(folder)\(request.file)")
    }
    return .paragraphs(
      "Votre demande scellée est remise à : \(request.issuer).",
      "Revenez plus tard sur cette page : le badge y arrivera.")
  }

  private func waiting(_ file: String) -> [Document.Block] {
    .paragraphs(
      "Votre demande est remise. L’émetteur n’a pas encore répondu.",
      "Son fichier : \(file). Revenez plus tard sur cette page.")
  }

  private func written(_ badge: AwardedBadge) -> [Document.Block] {
    .paragraphs("Votre badge est dans le dossier \(badge.folder)") + [
      .list(ordered: false, badge.files.map { [.paragraph(Text($0))] }),
      .facts([
        .init("signé par", badge.issuer),
        .init("empreinte", String(badge.fingerprint.dropFirst(2)).inFours),
      ]),
    ]
      + .paragraphs(
        "Toute personne peut le vérifier : parcours badge verifier, suivi du nom du fichier.",
        "Elle lira « émetteur non reconnu » : la preuve tient, mais aucune collectivité ne signe.")
  }

  var isFreeText: Bool {
    switch stage {
    case .naming, .mailing: true
    default: false
    }
  }

  func commands(in session: Session) -> [Command] {
    switch stage {
    case .naming, .mailing: []
    default: [.advance("la carte", help: "Revient à la carte du parcours.")]
    }
  }

  func takes(_ line: String, in session: Session) -> Bool {
    guard case .choosing = stage else { return false }
    return line.contains(where: \.isNumber)
  }

  mutating func answer(_ line: String, in session: inout Session) -> Turn {
    switch stage {
    case .choosing: return choose(line)
    case .naming:
      guard !line.isEmpty, line.count <= 100 else {
        return .say("Écrivez un nom de 1 à 100 caractères.")
      }
      return Turn(.stay, effects: [.award(.name(line))])
    case .mailing:
      let parts = line.split(separator: "@", omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty, parts[1].contains("."), line.count <= 254,
        !line.contains(" ")
      else {
        return .say("Cette adresse ne ressemble pas à un courriel. Exemple : prenom@ville.example")
      }
      return Turn(.stay, effects: [.award(.email(line))])
    default: return .stay
    }
  }

  private mutating func choose(_ line: String) -> Turn {
    do throws(AnswerInput.Misread) {
      switch try AnswerInput.one(line, of: 3) {
      case 1: return Turn(.stay, effects: [.award(.none)])
      case 2: stage = .naming
      default: stage = .mailing
      }
      return .stay
    } catch {
      return .say(error.sentence)
    }
  }

  mutating func perform(_ action: Action, argument: String, in session: inout Session) -> Turn {
    Turn(.home)
  }

  mutating func receive(_ report: Report, in session: inout Session) -> Turn {
    switch report {
    case .awarded(let badge): stage = .done(badge)
    case .requested(let request): stage = .requested(request)
    case .collected(let folder, let files): stage = .returned(folder: folder, files: files)
    case .refused(let sentence): stage = .refused(sentence)
    case .failed(let complaint): return .say("\(complaint.problem) \(complaint.advice)")
    default: break
    }
    return .stay
  }

  func line(after line: String, by offset: Int, in session: Session) -> String? {
    guard case .choosing = stage else { return nil }
    return MenuLine.next(after: line, keys: ["1", "2", "3"], by: offset)
  }
}
