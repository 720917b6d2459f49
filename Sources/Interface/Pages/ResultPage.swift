import Course
import Display

/// What to reread for each theme that is not solid.
struct Rereading: Sendable {
  private var lessons: [String: String] = [:]

  /// The first lesson that refers to the theme, in a module that does.
  init(_ result: ExamResult, in session: Session) {
    for theme in result.themes {
      let banks = theme.name.split(separator: ",").map { String($0).trimmed }
      lessons[theme.name] = banks.lazy.compactMap { Self.lesson(on: $0, in: session) }.first
    }
  }

  subscript(theme: String) -> String? { lessons[theme] }

  private static func lesson(on ref: String, in session: Session) -> String? {
    for module in session.course.modules where module.refs.contains(ref) {
      let match = module.lessons.first { outline in
        ((try? session.course.lesson(outline))?.refs ?? []).contains(ref)
      }
      guard let lesson = match ?? module.lessons.first else { continue }
      return "module \(module.number), « \(lesson.title) »"
    }
    return nil
  }
}

/// The result: one word, the score once, a line a theme; never the key of missed questions.
struct ResultPage: Page {
  let result: ExamResult
  let reading: Rereading

  func document(in session: Session) -> Document {
    let verdict: Document.Block =
      result.isPassed
      ? .verdict(.noted, Text("Réussi. \(result.right) réponses justes sur \(result.count)."))
      : .verdict(
        .noted,
        Text(
          "Pas encore. \(result.right) réponses justes sur \(result.count). Il en faut \(result.required)."
        ))
    let themes = result.themes.map { theme in
      Document.Fact(
        theme.name,
        theme.isSolid ? "solide" : "à revoir" + (reading[theme.name].map { " : \($0)" } ?? ""))
    }
    let closing =
      result.isPassed
      ? "Ce score n’est pas gardé. Votre attestation vous attend."
      : "Un échec n’a aucun effet. Vous pouvez recommencer quand vous voulez, avec d’autres questions."
    return Document(
      place: .init(
        long: "Examen final › Résultat", short: "Résultat", spoken: "Résultat de l’examen"),
      title: "Résultat", blocks: [verdict, .facts(themes), .paragraph(Text(closing))])
  }

  func commands(in session: Session) -> [Command] {
    result.isPassed
      ? [.advance("attestation", help: "Prépare votre attestation.")]
      : [.advance("la carte", help: "Revient à la carte du parcours.")]
  }

  mutating func perform(_ action: Action, argument: String, in session: inout Session) -> Turn {
    guard result.isPassed else { return Turn(.home) }
    guard case .push(let page) = AttestationPage.open(in: session).navigation else { return .stay }
    return .replace(page)
  }
}
