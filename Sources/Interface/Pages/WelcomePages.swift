import Course
import Display

/// The first start, page after page: notice, theme, one minute of trial, trade, module 0.
package enum FirstStart {
  /// The page to open for someone who has not seen the notice.
  package static var page: any Page { NoticePage() }

  static func after(notice session: Session) -> any Page {
    session.isLinear ? TrialPage() : ThemePage(isFirstStart: true)
  }
}

/// The data notice, in two screens; shown once, read again from « mes données ».
struct NoticePage: Page {
  private var index = 0
  private let isFirstStart: Bool

  init(isFirstStart: Bool = true) { self.isFirstStart = isFirstStart }

  func document(in session: Session) -> Document {
    let dpo = session.local("dpo_contact")
    let first: [Document.Block] = .paragraphs(
      "Ce programme n’envoie rien sur Internet.",
      "Il garde votre place et vos résultats, pour vous aider. Vous seul les voyez.",
      "Ce que vous écrivez dans les exercices n’est pas gardé.",
      "À la fin, vous lisez votre attestation, puis vous choisissez de la remettre.",
      "Elle contient : votre matricule, le parcours, la version, la date et la façon de faire.")
    let second: [Document.Block] = .paragraphs(
      "Les ressources humaines ne voient ni vos réponses ni votre score.",
      "Un échec n’a aucun effet sur votre travail. Vous pouvez recommencer.",
      "Le badge est facultatif. Refuser ne change rien.",
      "Vous pouvez voir, exporter ou effacer vos données : page « Mes données ».",
      "Responsable : \(session.local("collectivite")). Raison : former les agents, mission d’intérêt public.",
      "Une question ? \(dpo). Un désaccord ? Vous pouvez écrire à la CNIL.")
    return Document(
      place: .init(
        long: "Vos données dans ce parcours", short: "Vos données", spoken: "Vos données",
        counter: .init("écran", index + 1, of: 2)),
      progress: Double(index + 1) / 2, title: "Vos données dans ce parcours",
      blocks: index == 0 ? first : second)
  }

  func commands(in session: Session) -> [Command] {
    [.advance(help: "Passe à la suite de la notice.")]
      + (index > 0 || !isFirstStart ? [.backShown] : [])
  }

  mutating func perform(_ action: Action, argument: String, in session: inout Session) -> Turn {
    switch (action, index) {
    case (.advance, 0): index = 1
    case (.advance, _) where isFirstStart:
      return Turn(.replace(FirstStart.after(notice: session)), effects: [.record(.noticeShown)])
    case (.advance, _): return .back
    case (_, 0): return .back
    default: index = 0
    }
    return .stay
  }
}

/// The theme, chosen by looking at samples; full screen only.
struct ThemePage: Page {
  let isFirstStart: Bool

  func document(in session: Session) -> Document {
    let samples: [Document.Block] = Theme.allCases.enumerated().flatMap { index, theme in
      [
        Document.Block.sample(
          theme, Text("\(index + 1)  \(theme.rawValue) : la phrase à lire, juste, non, à retenir."))
      ]
    }
    return Document(
      place: .init(long: "Affichage", short: "Affichage", spoken: "Affichage"),
      title: "Laquelle lisez-vous le mieux ?", blocks: samples,
      question:
        "Un numéro de 1 à \(Theme.allCases.count), puis Entrée. Entrée seule garde \(session.settings.theme.rawValue)"
    )
  }

  func commands(in session: Session) -> [Command] {
    [.advance("garder", help: "Garde l’affichage actuel.")]
  }

  func takes(_ line: String, in session: Session) -> Bool { line.contains(where: \.isNumber) }

  mutating func answer(_ line: String, in session: inout Session) -> Turn {
    do throws(AnswerInput.Misread) {
      let choice = try AnswerInput.one(line, of: Theme.allCases.count)
      session.settings.theme = Theme.allCases[choice - 1]
      return Turn(
        .stay, effects: [.saveSettings(session.settings)],
        notice:
          "Voici « \(session.settings.theme.rawValue) ». Entrée pour le garder, ou un autre numéro."
      )
    } catch {
      return .say(error.sentence)
    }
  }

  mutating func perform(_ action: Action, argument: String, in session: inout Session) -> Turn {
    isFirstStart ? .replace(TrialPage()) : .back
  }

  func line(after line: String, by offset: Int, in session: Session) -> String? {
    MenuLine.next(after: line, keys: Theme.allCases.indices.map { String($0 + 1) }, by: offset)
  }
}

/// One minute to learn Entrée, back and quit by doing.
struct TrialPage: Page {
  private var index = 0

  init() {}

  func document(in session: Session) -> Document {
    let texts: [[Document.Block]] = [
      .paragraphs(
        "Pour avancer, appuyez sur la touche Entrée.",
        "Rien ne se passe sans Entrée. Vous ne pouvez rien casser."),
      .paragraphs(
        "Bravo. Pour revenir en arrière, tapez retour, puis Entrée.",
        "Essayez maintenant. En plein écran, la flèche gauche marche aussi."),
      .paragraphs(
        "Pour arrêter, tapez quitter, puis Entrée. Votre place est gardée.",
        "Vous reprendrez au même écran, avec la même commande.",
        "Perdu ? Tapez aide, puis Entrée."),
    ]
    return Document(
      place: .init(
        long: "Une minute pour essayer", short: "Essai", spoken: "Une minute pour essayer",
        counter: .init("écran", min(index, 2) + 1, of: 3)),
      progress: Double(min(index, 2) + 1) / 3,
      title: ["Avancer", "Revenir", "S’arrêter"][min(index, 2)],
      blocks: texts[min(index, 2)])
  }

  func commands(in session: Session) -> [Command] { [.advance(help: "Avance."), .backShown] }

  mutating func perform(_ action: Action, argument: String, in session: inout Session) -> Turn {
    switch (action, index) {
    case (.advance, 0):
      index = 1
      return .stay
    case (.advance, 1):
      index = 2
      return .stay
    case (.back, 1):
      index = 2
      return .say("C’est cela : retour marche partout.")
    case (.back, 0): return .say("Ici, il n’y a rien avant. Appuyez sur Entrée.")
    case (.back, _):
      index = 1
      return .stay
    default: return .replace(TradePage(isFirstStart: true))
    }
  }
}

/// The trade, to propose situations close to it; may be skipped.
struct TradePage: Page {
  let isFirstStart: Bool

  func document(in session: Session) -> Document {
    let items = session.course.ownTrades.enumerated().map { index, term in
      Document.MenuItem(key: String(index + 1), title: term.words)
    }
    return Document(
      place: .init(long: "Votre métier", short: "Métier", spoken: "Votre métier"),
      title: "Quel est votre métier ?",
      blocks: .paragraphs(
        "C’est facultatif. Cela sert à proposer des situations proches des vôtres.")
        + [.menu(items, selected: session.menuSelection(in: items))],
      question: "Un numéro de 1 à \(items.count), ou Entrée pour passer")
  }

  func commands(in session: Session) -> [Command] {
    [.advance("passer", help: "Continue sans choisir de métier.")]
  }

  func takes(_ line: String, in session: Session) -> Bool { line.contains(where: \.isNumber) }

  mutating func answer(_ line: String, in session: inout Session) -> Turn {
    let trades = session.course.ownTrades
    do throws(AnswerInput.Misread) {
      let index = try AnswerInput.one(line, of: trades.count)
      return leave(in: &session).recording(.chosen(trade: trades[index - 1].key, review: nil))
    } catch {
      return .say(error.sentence)
    }
  }

  mutating func perform(_ action: Action, argument: String, in session: inout Session) -> Turn {
    leave(in: &session)
  }

  func line(after line: String, by offset: Int, in session: Session) -> String? {
    MenuLine.next(
      after: line, keys: session.course.ownTrades.indices.map { String($0 + 1) }, by: offset)
  }

  /// After the first start opens what was asked for, or the welcome module's first lesson.
  private func leave(in session: inout Session) -> Turn {
    guard isFirstStart else { return .back }
    if let goal = session.goal { return .replace(goal) }
    guard let module = session.course.modules.first,
      let lesson = module.lessons.first
    else { return .back }
    var turn = Navigator.open(lesson.id, of: module, in: &session)
    if case .push(let page) = turn.navigation { turn.navigation = .replace(page) }
    return turn
  }
}
