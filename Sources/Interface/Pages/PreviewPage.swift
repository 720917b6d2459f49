package import Course
package import Display

/// A file of the content as learners will see it, for its author; shown again when it is saved.
package struct PreviewPage: Page {
  private var preview: ContentPreview
  private var index = 0
  private var flow: QuestionFlow?

  /// Opens the first screen, or what the checker says.
  package init(_ preview: ContentPreview, in session: inout Session) {
    self.preview = preview
    prepare(in: &session)
  }

  /// A file that the checker refuses has no screen: its sentences are shown instead.
  private var cards: [ContentPreview.Card] { preview.isRefused ? [] : preview.cards }

  package func document(in session: Session) -> Document {
    var document = Document(
      place: .init(long: "Aperçu › \(preview.file)", short: "Aperçu", spoken: "Aperçu"), blocks: [])
    guard let card = cards.at(index) else {
      document.title = preview.findings.isEmpty ? "Rien à montrer" : "Ce fichier est à corriger"
      document.blocks = complaints
      return document
    }
    document.place.counter = .init("écran", index + 1, of: cards.count)
    document.title = card.title
    switch card.content {
    case .reading(let blocks): document.blocks = [Document.Block](blocks)
    case .question: flow?.fill(&document, line: session.line, today: session.today)
    }
    if index + 1 == cards.count, flow?.stage != .asking { document.blocks += advice }
    return document
  }

  private var complaints: [Document.Block] {
    guard !preview.findings.isEmpty else {
      return .paragraphs(
        "L’aperçu montre une leçon, un module, des situations ou une banque.",
        "Ce fichier n’en est pas un, ou aucun lien n’y mène.")
    }
    return preview.findings.map { .paragraph(Text($0.description)) }
      + .paragraphs("Corrigez, puis enregistrez le fichier : l’aperçu se met à jour.")
  }

  /// Warnings come after the last screen.
  private var advice: [Document.Block] {
    guard !preview.findings.isEmpty else { return [] }
    return [.heading("Conseils du contrôle")]
      + preview.findings.map { .paragraph(Text($0.description)) }
  }

  package func commands(in session: Session) -> [Command] {
    (flow?.commands() ?? [.advance(help: "Passe à l’écran suivant.")])
      + [Command(.back, Binding("précédent", keys: flow == nil ? [.left] : [], help: "Recule."))]
  }

  package var isFreeText: Bool { flow?.isFreeText ?? false }
  package func takes(_ line: String, in session: Session) -> Bool { flow?.takes(line) ?? false }

  package mutating func answer(_ line: String, in session: inout Session) -> Turn {
    flow?.answerTurn(line) ?? move(1, in: &session)
  }

  package mutating func perform(
    _ action: Action, argument: String, in session: inout Session
  ) -> Turn {
    switch action {
    case .advance: return move(1, in: &session)
    case .back: return move(-1, in: &session)
    default: return flow?.turn(for: action, in: &session) ?? .stay
    }
  }

  package mutating func receive(_ report: Report, in session: inout Session) -> Turn {
    flow?.receives(report)
    guard case .previewed(let preview) = report else { return .stay }
    self.preview = preview
    // A refused save shows no screen: the place is kept for the next one.
    if !cards.isEmpty { index = min(index, cards.count - 1) }
    prepare(in: &session)
    return .say("Le fichier a été relu.")
  }

  package func line(after line: String, by offset: Int, in session: Session) -> String? {
    flow?.line(after: line, by: offset)
  }

  private mutating func move(_ offset: Int, in session: inout Session) -> Turn {
    guard cards.indices.contains(index + offset) else {
      return .say(
        offset > 0
          ? "C’était le dernier écran. Tapez quitter pour fermer." : "C’est le premier écran.")
    }
    index += offset
    prepare(in: &session)
    return .stay
  }

  private mutating func prepare(in session: inout Session) {
    flow = nil
    if case .question(let question)? = cards.at(index)?.content {
      flow = QuestionFlow(question, in: &session)
    }
  }
}
