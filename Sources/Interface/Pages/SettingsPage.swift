import Course
import Display

/// How one reads and types; nothing here ever leaves the machine.
struct SettingsPage: Page {
  func document(in session: Session) -> Document {
    let items = items(in: session)
    return Document(
      place: .init(long: "Réglages", short: "Réglages", spoken: "Réglages"), title: "Réglages",
      blocks: [.menu(items, selected: session.menuSelection(in: items))]
        + .paragraphs("Ces réglages restent sur ce poste. Ils ne sont jamais exportés."),
      question: "Un numéro de 1 à \(items.count) pour changer, ou Entrée pour revenir")
  }

  private func items(in session: Session) -> [Document.MenuItem] {
    let settings = session.settings
    let trade = ((try? session.course.trades()) ?? []).first { $0.key == session.progress.trade }
    return [
      .init(
        key: "1", title: "Affichage au prochain départ", state: (settings.mode ?? .grid).rawValue),
      .init(key: "2", title: "Couleurs", state: settings.theme.rawValue),
      .init(
        key: "3", title: "Lettres sans Entrée, en plein écran",
        state: settings.loneLetters ? "oui" : "non"),
      .init(key: "4", title: "Métier", state: trade?.words ?? "non choisi"),
      .init(
        key: "5", title: "Garder les questions manquées pour réviser",
        state: session.progress.wantsReview == true ? "oui, 90 jours" : "non"),
    ]
  }

  func commands(in session: Session) -> [Command] {
    [.advance("retour", help: "Revient à la page d’avant.")]
  }

  func takes(_ line: String, in session: Session) -> Bool { line.contains(where: \.isNumber) }

  mutating func answer(_ line: String, in session: inout Session) -> Turn {
    do throws(AnswerInput.Misread) {
      switch try AnswerInput.one(line, of: 5) {
      case 1: session.settings.mode = session.settings.mode == .linear ? .grid : .linear
      case 2 where session.isLinear: return .say("Les couleurs ne servent qu’en plein écran.")
      case 2: return .push(ThemePage(isFirstStart: false))
      case 3: session.settings.loneLetters.toggle()
      case 4: return .push(TradePage(isFirstStart: false))
      default: return .record(.chosen(trade: nil, review: session.progress.wantsReview != true))
      }
      return Turn(.stay, effects: [.saveSettings(session.settings)], notice: "C’est changé.")
    } catch {
      return .say(error.sentence)
    }
  }

  mutating func perform(_ action: Action, argument: String, in session: inout Session) -> Turn {
    .back
  }

  func line(after line: String, by offset: Int, in session: Session) -> String? {
    MenuLine.next(after: line, keys: (1...5).map(String.init), by: offset)
  }
}
