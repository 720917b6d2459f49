import Course
import Display

/// A search over lessons, glossary and principles; case and accents forgiven.
struct SearchPage: Page {
  private struct Hit {
    var module: Module
    var lesson: LessonOutline
    var screen: Int
    var title: String
  }

  private static let most = 12
  private(set) var query: String

  init(query: String) { self.query = query }

  func document(in session: Session) -> Document {
    var blocks: [Document.Block] = []
    if query.isEmpty {
      blocks = .paragraphs("Tapez un ou plusieurs mots. Les accents ne comptent pas.")
    } else {
      blocks = results(in: session)
    }
    return Document(
      place: .init(long: "Recherche", short: "Recherche", spoken: "Recherche"), title: "Chercher",
      blocks: blocks,
      question: query.isEmpty
        ? "Vos mots, ou Entrée pour revenir. Les commandes commencent par un point"
        : "Un numéro pour ouvrir, d’autres mots pour chercher, ou Entrée pour revenir")
  }

  var isFreeText: Bool { true }

  mutating func answer(_ line: String, in session: inout Session) -> Turn {
    guard !line.isEmpty else { return .back }
    let found = hits(in: session)
    if let number = Int(line), let hit = found.numbered(number) {
      guard let lesson = try? session.course.lesson(hit.lesson) else { return .stay }
      let page = LessonPage(lesson, of: hit.module, screen: hit.screen, in: &session)
      return Turn(.push(page), effects: [.record(page.placed)])
    }
    query = line
    return .stay
  }

  private func results(in session: Session) -> [Document.Block] {
    let found = hits(in: session)
    let terms = GlossaryPage.find(query, in: (try? session.course.glossary()) ?? []).prefix(3)
    guard !found.isEmpty || !terms.isEmpty else {
      return .paragraphs("Aucun résultat pour « \(query) ». Essayez un autre mot.")
    }
    let items = found.enumerated().map { index, hit in
      Document.MenuItem(
        key: String(index + 1), title: hit.title,
        state: "module \(hit.module.number), \(hit.lesson.title)")
    }
    return (items.isEmpty ? [] : [.menu(items, selected: nil)])
      + terms.flatMap { [.heading(Text("Glossaire : \($0.name)"))] + [Document.Block]($0.text) }
  }

  private func hits(in session: Session) -> [Hit] {
    let words = query.folded.split(separator: " ").map(String.init)
    guard !words.isEmpty else { return [] }
    var hits: [Hit] = []
    for module in session.course.modules {
      for outline in module.lessons {
        guard let lesson = try? session.course.lesson(outline) else { continue }
        for (index, screen) in lesson.screens.enumerated() {
          let text = "\(screen.title) \(screen.text)".folded
          guard words.allSatisfy(text.contains) else { continue }
          hits.append(Hit(module: module, lesson: outline, screen: index + 1, title: screen.title))
          if hits.count == Self.most { return hits }
        }
      }
    }
    return hits
  }
}

extension Screen {
  /// What it says, without marks.
  fileprivate var text: String {
    switch content {
    case .reading(let blocks): blocks.plainText
    case .question(let question): question.prompt.plainText
    }
  }
}
