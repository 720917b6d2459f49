package import Course
package import Display

/// The facilitator's notes for an agenda, in its order, to print.
///
/// For each question: the answer key, the misconception behind each wrong option, the follow-up
/// question and the local point to recall.
package struct FacilitatorSheet {
  private let agenda: Agenda
  private let course: Course
  private let misconceptions: [String: String]
  private let trades: [String: String]

  /// Throws the first mistake of the vocabularies.
  package init(_ agenda: Agenda, in course: Course) throws(ContentError) {
    self.agenda = agenda
    self.course = course
    misconceptions = Dictionary(
      try course.misconceptions().map { ($0.key, $0.text.plainText) },
      uniquingKeysWith: { first, _ in first })
    trades = Dictionary(
      try course.trades().map { ($0.key, $0.words) }, uniquingKeysWith: { first, _ in first })
  }

  /// The whole sheet.
  package var document: Document {
    let module = agenda.module
    let title = "Fiche d’animation : \(module.number). \(module.title)"
    return Document(
      place: .init(long: title, short: "Fiche", spoken: title),
      blocks: [
        .facts(
          (chosen + [.init("références", module.refs.joined(separator: ", "))])
            .filter { !$0.value.isEmpty })
      ] + agenda.items.flatMap(blocks))
  }

  /// The length of the module, or what the items were chosen by.
  private var chosen: [Document.Fact] {
    guard let choice = agenda.choice else {
      return [.init("durée du module", "\(agenda.module.minutes) minutes")]
    }
    return [
      .init("durée de l’atelier", "\(choice.minutes) minutes"),
      .init("métier", choice.trade.map { trades[$0] ?? $0 } ?? "tous métiers"),
      .init("graine", String(choice.seed)),
    ]
  }

  private func blocks(_ item: Agenda.Item) -> [Document.Block] {
    switch item {
    case .opening: [.heading("Pour ouvrir")] + [Document.Block](agenda.module.opening)
    case .screen(let screen): [.heading(Text("À lire ensemble : \(screen.title)"))] + screen.reading
    case .scenario(let scenario): blocks(scenario)
    case .question(let question): blocks(question, heading: heading(question))
    case .takeaways: [.heading("Je retiens")] + [Document.Block](agenda.module.takeaways)
    }
  }

  private func blocks(_ scenario: Scenario) -> [Document.Block] {
    let asked = scenario.question.map { blocks($0, heading: "Question posée") } ?? []
    return [.heading(Text("\(scenario.id). \(scenario.title) (\(names(scenario.trades)))"))]
      + [Document.Block](scenario.situation) + asked + [.heading("La décision")]
      + [Document.Block](scenario.decision) + [.heading("Pourquoi")]
      + [Document.Block](scenario.reason)
  }

  private func blocks(_ question: Question, heading: String) -> [Document.Block] {
    [.heading(Text(heading))] + [Document.Block](question.prompt)
      + AnswerKey(question, misconceptions: misconceptions).blocks
      + [Document.Block](question.feedback) + [.facts(notes(question))]
  }

  private func notes(_ question: Question) -> [Document.Fact] {
    var facts: [Document.Fact] = []
    if let followUp = question.facilitator { facts.append(.init("Relance", followUp)) }
    if let point = LocalPoint.sentence(for: question, in: course) {
      facts.append(.init("À rappeler ici", point))
    }
    return facts
  }

  private func heading(_ question: Question) -> String {
    let level = question.level > 0 ? ", niveau \(question.level)" : ""
    return "\(question.id) (\(names(question.trades))\(level))"
  }

  private func names(_ keys: [String]) -> String {
    guard !keys.isEmpty, keys != ["tous"] else { return "tous métiers" }
    return keys.map { trades[$0] ?? $0 }.joined(separator: ", ")
  }
}

extension Screen {
  /// What is to be read; nothing of a question.
  var reading: [Document.Block] {
    if case .reading(let blocks) = content { [Document.Block](blocks) } else { [] }
  }
}
