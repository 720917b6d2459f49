import Course
import Display

/// What the badge's page says at each stage.
struct BadgeWording {
  private let session: Session

  init(_ session: Session) { self.session = session }

  /// The page, without its commands.
  func document(_ stage: BadgePage.Stage) -> Document {
    var document = Document(
      place: .init(long: "Badge", short: "Badge", spoken: "Badge"), title: "Votre badge",
      blocks: blocks(stage))
    switch stage {
    case .choosing: document.question = "Tapez 1, 2 ou 3. Entrée seule, ou non : pas de badge"
    case .naming:
      document.question = "Le nom à afficher. Les commandes commencent par un point : .aide"
    case .mailing:
      document.question = "Votre adresse de courriel. Les commandes commencent par un point : .aide"
    case .confirming:
      // Another title than the choice: the window shows this page from its top.
      document.title = "Votre demande de badge"
      document.question = "\(hasDepot ? "Envoyer" : "Préparer") la demande ? Tapez oui ou non"
    default: break
    }
    return document
  }

  private func blocks(_ stage: BadgePage.Stage) -> [Document.Block] {
    switch stage {
    case .choosing: return presentation
    case .naming:
      return .paragraphs("Ce nom sera lisible par toute personne à qui vous montrez le badge.")
    case .mailing:
      return .paragraphs(
        "L’adresse n’est pas écrite dans le badge : seule une empreinte salée l’est.",
        "Une adresse simple peut pourtant se deviner. C’est donc une donnée personnelle.")
    case .confirming(let identity): return demande(identity)
    case .done(let badge): return written(badge)
    case .requested(let request): return asked(request)
    case .waiting(let file): return waiting(file)
    case .handing(let file): return handing(file)
    case .returned(let folder, let files):
      return .paragraphs("L’émetteur a délivré votre badge. Il est dans le dossier \(folder)")
        + [.list(ordered: false, files.map { [.paragraph(Text($0))] })]
    case .missing: return missing
    case .refused(let sentence):
      return .paragraphs("L’émetteur n’a pas délivré le badge.", sentence) + afterRefusal + contact
    case .tooLate:
      return .paragraphs(
        "Les réponses de votre examen ne sont plus gardées : elles servent à demander le badge.",
        "Repassez l’examen depuis la carte, puis revenez ici. Votre attestation reste valable.")
    case .closed(let card): return closed(card)
    }
  }

  private var hasDepot: Bool { session.installation.hasDepot }
  private var isLocal: Bool { session.installation.issuer == .local }

  private var issuer: String {
    switch session.installation.issuer {
    case .local: Installation.localIssuer
    case .configured(let name): name
    case .unreadable: "inconnu"
    }
  }

  /// Whom to write to about badges, when the collectivité says so.
  private var contact: [Document.Block] {
    let address = session.local("contact_badge")
    return address.isEmpty ? [] : .paragraphs("Une question ? Écrivez à \(address).")
  }

  // MARK: Before

  private var presentation: [Document.Block] {
    let sealed: [Document.Block] =
      isLocal
      ? []
      : .paragraphs("La demande contient vos réponses à l’examen. Rien ne part sans votre oui.")
    let before: [Document.Block] =
      session.progress.award == nil
      ? []
      : .paragraphs("Un badge est déjà dans votre dossier. Un nouveau prendra sa place.")
    return .paragraphs(
      "Le badge est facultatif. Refuser ne change rien.",
      "Il dit que vous avez suivi ce parcours et réussi l’examen, en autonomie. Jamais votre score. "
        + "Il est signé par : \(issuer).") + sealed + before
      + .paragraphs("Que doit-il dire de vous ?")
      + [
        .choices([
          .init(label: "1", text: "Rien : aucune identité dans le badge."),
          .init(label: "2", text: "Un nom affiché, que vous tapez."),
          .init(label: "3", text: "L’empreinte de votre courriel, pour prouver qu’il est à vous."),
        ])
      ]
  }

  /// What leaves, for whom, and what becomes of it.
  private func demande(_ identity: BadgeIdentity) -> [Document.Block] {
    let choice =
      switch identity {
      case .none: "Votre choix : aucune identité dans le badge."
      case .name(let name): "Votre choix : le nom « \(name) »."
      case .email(let address):
        "Votre choix : votre courriel, \(address). Le badge n’en garde qu’une empreinte."
      }
    let facts = "Elle dit aussi la version du parcours et la date de l’examen."
    let account = hasDepot ? " Elle porte le numéro de votre compte." : ""
    var closing: [String] = []
    if !hasDepot {
      closing.append("Rien ne part d’ici : vous remettrez vous-même le fichier.")
    } else if !session.isSaving {
      closing.append("Cette session ne garde rien : vous irez chercher le badge vous-même.")
    }
    return .paragraphs(
      "La demande contient les questions tirées pour vous, vos réponses et votre choix.", choice,
      facts + account, "Elle est pour : \(issuer). Elle est scellée : nul autre ne peut la lire.",
      "L’émetteur corrige de nouveau, signe le badge, puis détruit la demande.")
      + closing.map { .paragraph(Text($0)) }
  }

  private func closed(_ card: String) -> [Document.Block] {
    let help = session.local("guichet_numerique")
    return .paragraphs(
      "Le badge ne peut pas être demandé pour l’instant. Votre attestation n’en dépend pas.",
      "La fiche de la personne qui délivre les badges est absente ou illisible.",
      help.isEmpty
        ? "Prévenez votre service informatique, puis revenez plus tard."
        : "Prévenez votre service informatique, par \(help), puis revenez plus tard.",
      "Montrez-lui ce chemin : \(card)")
  }

  // MARK: After

  private func asked(_ request: RequestedBadge) -> [Document.Block] {
    if let folder = request.folder {
      return .paragraphs(
        "Votre demande scellée est prête, pour : \(request.issuer).",
        "Remettez-lui ce fichier : \(folder)\(request.file)")
        + comingBack(request.file) + contact
    }
    let remitted = "Votre demande scellée est remise à : \(request.issuer)."
    guard session.isSaving else { return .paragraphs(remitted) + fetching(request.file) }
    return .paragraphs(remitted, "Revenez plus tard sur cette page : le badge y arrivera.")
  }

  private func waiting(_ file: String) -> [Document.Block] {
    let remitted = "Votre demande est remise. L’émetteur n’a pas encore répondu."
    guard session.isSaving else { return .paragraphs(remitted) + fetching(file) }
    return .paragraphs(remitted, "Son fichier : \(file). Revenez plus tard sur cette page.")
  }

  /// For a session that keeps nothing: where the person will find the answer without this page.
  private func fetching(_ file: String) -> [Document.Block] {
    .paragraphs(
      "Cette session ne garde rien. Notez le nom de la demande : \(file)",
      "La réponse sera dans ce dossier : \(session.installation.answerFolder ?? "")",
      "Elle portera le même nom. Le badge sera \(Self.badge(of: file)).") + contact
  }

  private func handing(_ file: String) -> [Document.Block] {
    let lost =
      BadgePage.mayAskAgain(session)
      ? "Le fichier est perdu ? Tapez refaire."
      : "Le fichier est perdu ? Repassez l’examen depuis la carte, puis revenez ici."
    return .paragraphs(
      "Votre demande de badge est faite. Son fichier : \(session.installation.folder)\(file)",
      "Remettez-le à la personne qui délivre les badges.")
      + comingBack(file) + .paragraphs(lost) + contact
  }

  private func comingBack(_ file: String) -> [Document.Block] {
    .paragraphs(
      "Cette personne vous rendra le badge : \(Self.badge(of: file)), et d’autres formats.",
      "Rien n’arrive tout seul sur cette page. Gardez bien ces fichiers.")
  }

  /// The badge returned has the demande's name.
  private static func badge(of file: String) -> String {
    RequestedBadge.stem(of: file) + ".svg"
  }

  private var missing: [Document.Block] {
    let day = session.progress.award.map { " le \($0.day.french)" } ?? ""
    return .paragraphs(
      "Votre badge est arrivé\(day). Il n’est plus dans le dossier \(session.installation.folder)",
      "La personne qui délivre les badges peut vous le rendre.") + contact
  }

  private var afterRefusal: [Document.Block] {
    .paragraphs(
      BadgePage.mayAskAgain(session)
        ? "Vous pouvez demander encore : tapez refaire."
        : "Pour demander encore, repassez l’examen depuis la carte, puis revenez ici.",
      "Votre attestation n’en dépend pas.")
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
}
