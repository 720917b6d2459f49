/// One file of a content folder as learners will see it, or what the checker says of it.
package struct ContentPreview: Sendable, Hashable {
  /// One screen: a text, or a question to try.
  package struct Card: Sendable, Hashable {
    package enum Content: Sendable, Hashable {
      case reading([Block])
      case question(Question)
    }

    package var title: String
    package var content: Content
  }

  /// Path below the content folder.
  package var file: String
  /// What the checker found in this file, errors and warnings.
  package var findings: [Finding]
  /// Empty when the file cannot be read, or holds nothing that a learner sees alone.
  package var cards: [Card]

  /// Whether the checker refuses the file.
  package var isRefused: Bool { findings.contains { $0.severity == .error } }

  /// Reads the folder whole, as the checker does, then keeps what concerns `path`.
  package init(of path: String, in files: ContentFiles, today: Day) {
    file = path
    let corpus = Corpus(files, today: today)
    findings = ContentCheck.findings(of: corpus).filter { $0.place.file == path }
    cards = corpus.cards(of: path)
  }
}

extension Corpus {
  /// The screens of a lesson, the questions of a bank, the parts of scenarios or of a module.
  fileprivate func cards(of path: String) -> [ContentPreview.Card] {
    lessons.filter { $0.place.file == path }.flatMap(cards)
      + bankQuestions.filter { $0.place.file == path }.map {
        ContentPreview.Card(title: $0.id, content: .question($0))
      } + scenarios.filter { $0.place.file == path }.flatMap(cards)
      + modules.filter { $0.place.file == path }.flatMap(cards)
  }

  private func cards(_ lesson: Lesson) -> [ContentPreview.Card] {
    lesson.screens.map { screen in
      switch screen.content {
      case .reading(let blocks): .init(title: screen.title, content: .reading(blocks))
      case .question(let question): .init(title: screen.title, content: .question(question))
      }
    }
  }

  private func cards(_ scenario: Scenario) -> [ContentPreview.Card] {
    let title = "\(scenario.id), \(scenario.title)"
    return [.init(title: title, content: .reading(scenario.situation))]
      + (scenario.question.map { [.init(title: title, content: .question($0))] } ?? [])
      + [
        .init(
          title: "\(title) : la décision",
          content: .reading(scenario.decision + scenario.reason))
      ]
  }

  private func cards(_ module: Module) -> [ContentPreview.Card] {
    [
      .init(title: module.title, content: .reading(module.opening)),
      .init(title: "Je retiens", content: .reading(module.takeaways)),
    ]
  }
}
