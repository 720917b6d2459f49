import Course
import Display

/// « Mes données »: what is kept, where, until when; export; erase.
struct MyDataPage: Page {
  private enum Stage {
    case showing, erasing, erasingBadge
    case erased(Erased)
  }
  private var stage = Stage.showing

  init() {}

  func document(in session: Session) -> Document {
    var document = Document(
      place: .init(long: "Mes données", short: "Mes données", spoken: "Mes données"),
      title: "Mes données", blocks: [])
    switch stage {
    case .showing: document.blocks = summary(in: session)
    case .erasing:
      document.blocks = .paragraphs(
        "Tout sera effacé de ce poste : votre place, vos réponses et vos réglages.",
        "Une attestation déjà remise aux ressources humaines reste chez elles.")
      if isWaiting(session.progress) {
        document.blocks += .paragraphs(
          "Une demande de badge attend. Ce poste ne saura plus trouver la réponse.")
      }
      document.question = "Tout effacer ? Tapez oui ou non"
    case .erasingBadge:
      document.blocks = .paragraphs(
        "Le dossier \(session.installation.folder) contient peut-être un badge et une attestation.")
      if !session.progress.requests.isEmpty {
        document.blocks += .paragraphs(
          "Vos demandes de badge seront effacées avec eux, dans le dépôt aussi.")
      }
      document.question = "Les effacer aussi ? Tapez oui ou non"
    case .erased(let erased): document.blocks = told(erased)
    }
    return document
  }

  private func isWaiting(_ progress: Progress) -> Bool {
    progress.requestFile != nil && !progress.isRequestAnswered
  }

  private func told(_ erased: Erased) -> [Document.Block] {
    var blocks: [Document.Block] =
      erased.isSessionOnly
      ? .paragraphs("Cette session est oubliée. Rien n’était gardé.")
      : .paragraphs(
        "Tout est effacé de ce poste.",
        "La suite de cette session n’est pas gardée. Pour la garder, relancez le programme.")
    if !erased.requests.isEmpty {
      blocks += .paragraphs("Retiré du dépôt :") + names(erased.requests)
    }
    if !erased.left.isEmpty {
      blocks +=
        .paragraphs("Ces fichiers restent. Demandez à la personne qui délivre les badges :")
        + names(erased.left)
    }
    return blocks
  }

  private func names(_ files: [String]) -> [Document.Block] {
    [.list(ordered: false, files.map { [.paragraph(Text($0))] })]
  }

  private func badge(_ progress: Progress) -> String {
    if isWaiting(progress) { return "demandé, pas encore reçu" }
    return progress.award.map { "reçu le \($0.day.french)" } ?? "aucun"
  }

  private func summary(in session: Session) -> [Document.Block] {
    let progress = session.progress
    let day = progress.lastTime?.day
    return [
      .facts([
        .init(
          "Dossier", session.isSaving ? session.installation.dataFolder : "aucun, rien n’est gardé"),
        .init("Étapes faites", String(progress.finishedSteps.count)),
        .init("Réponses gardées", String(progress.answers.count)),
        .init("Questions à réviser", String(progress.reviewBoxes.count)),
        .init("Parcours terminé", progress.completion?.day.french ?? "non"),
        .init("Badge", badge(progress)),
        .init("Dernier usage", day?.french ?? "jamais"),
        .init(
          "Effacement des réponses", "quand le badge est reçu, sinon après 90 jours"),
        .init("Effacement du reste", day?.adding(months: 12).french ?? "après 12 mois sans usage"),
      ])
    ]
      + .paragraphs(
        "Aucun nom n’est gardé ici. Aucun texte que vous écrivez n’est gardé.",
        "Personne d’autre ne voit ces données.")
  }

  func commands(in session: Session) -> [Command] {
    switch stage {
    case .erasing, .erasingBadge: return []
    case .erased: return [.advance("retour", help: "Revient à la page d’avant.")]
    case .showing: break
    }
    return [
      .advance("retour", help: "Revient à la page d’avant."),
      Command(.export, Binding("exporter", help: "Écrit vos données dans un fichier lisible.")),
      Command(.erase, Binding("effacer", help: "Efface vos données de ce poste.")),
      Command(.see, Binding("notice", help: "Relit la notice sur les données.")),
    ]
  }

  func takes(_ line: String, in session: Session) -> Bool {
    switch stage {
    case .showing, .erased: false
    case .erasing, .erasingBadge: AnswerInput.yesOrNo(line) != nil
    }
  }

  mutating func answer(_ line: String, in session: inout Session) -> Turn {
    guard let yes = AnswerInput.yesOrNo(line) else { return .say("Tapez oui ou non.") }
    switch (stage, yes) {
    case (.erasing, true):
      stage = .erasingBadge
      return .stay
    case (.erasing, false):
      stage = .showing
      return .say("Rien n’est effacé.")
    default:
      stage = .showing
      return Turn(.stay, effects: [.eraseData(badgeToo: yes)])
    }
  }

  mutating func perform(_ action: Action, argument: String, in session: inout Session) -> Turn {
    switch action {
    case .export: return Turn(.stay, effects: [.exportData])
    case .erase:
      stage = .erasing
      return .stay
    case .see: return .push(NoticePage(isFirstStart: false))
    default: return .back
    }
  }

  mutating func receive(_ report: Report, in session: inout Session) -> Turn {
    switch report {
    case .exported(let path): return .say("Vos données sont dans \(path).")
    case .erased(let erased):
      session.progress = Progress()
      session.settings = Settings()
      session.isSaving = false
      stage = .erased(erased)
      return .stay
    default: return .stay
    }
  }
}
