import Course
import Display
import Interface
import Testing

@Suite("The exam, the attestation")
struct ExamTests {
  /// Someone who has finished the counted module.
  static func ready(
    hasDepot: Bool = false, issuer: Installation.Issuer = .local, isSaving: Bool = true,
    changes: [String: String] = [:]
  ) throws -> Story {
    var progress = Progress()
    let steps = ["L4.1", "M4.entrainement", "M4.retiens"]
    for (index, step) in steps.enumerated() {
      progress.apply(
        StampedEvent(
          number: index + 1, time: Timestamp(seconds: Story.day.number * 86_400),
          event: .placed(step: step, screen: 1, of: 1)))
    }
    return try Story(
      progress: progress, hasDepot: hasDepot, issuer: issuer, isSaving: isSaving, changes: changes)
  }

  @Test("the exam stays closed until the modules are done, and says which are left")
  func closed() throws {
    var story = try Story()
    story.type("examen")
    #expect(story.said.contains("Il reste : 4."))
  }

  @Test("no verdict shows before the exam is handed in")
  func noVerdict() throws {
    var story = try Self.ready()
    story.type("examen", "")
    for _ in 0..<3 {
      #expect(!story.said.contains("Juste.") && !story.said.contains("La bonne réponse"))
      story.type(story.anyAnswer)
    }
    #expect(story.said.contains("Récapitulatif"))
  }

  @Test("a question may be skipped and come back to; the recap says what is left")
  func skipping() throws {
    var story = try Self.ready()
    story.type("examen", "", "passer")
    #expect(story.said.contains("question 2 sur 3"))
    story.type("précédente")
    #expect(story.said.contains("question 1 sur 3"))
    story.type("récapitulatif", "remettre")
    #expect(story.said.contains("Il reste 3 questions sans réponse."))
    story.type("non", "2")
    #expect(story.said.contains("question 2 sur 3"))
  }

  @Test("an interrupted exam resumes at its first open question, with the same draw")
  func interrupted() throws {
    var story = try Self.ready()
    story.type("examen", "")
    story.type(story.anyAnswer)
    let drawn = story.state.session.progress.attempt?.drawn
    var again = try Story(progress: story.state.session.progress)
    again.type("")
    #expect(again.said.contains("question 2 sur 3"))
    #expect(again.state.session.progress.attempt?.drawn == drawn)
  }

  @Test("a failed exam has themes to reread, no key, and another may be taken")
  func failed() throws {
    var story = try Self.ready()
    story.type("examen", "", "récapitulatif", "remettre", "oui")
    #expect(story.said.contains("Pas encore. 0 réponses justes sur 3."))
    #expect(story.said.contains("RU04 : à revoir : module 4, « Je reconnais »"))
    #expect(!story.said.contains("adresse"))
    #expect(!story.effects.contains(.recordCompletion(.alone)))
    #expect(story.state.session.progress.attempt == nil)
  }

  @Test("a passed exam leads to the attestation; nothing is handed in without a depot")
  func passed() throws {
    var story = try Self.ready()
    try story.passExam()
    #expect(story.said.contains("Réussi."))
    #expect(story.effects.contains(.recordCompletion(.alone)))
    story.type("")
    #expect(story.said.contains("Votre matricule"))
    story.type("00123")
    #expect(story.said.contains("matricule : 00123"))
    story.type("oui")
    #expect(
      story.said.contains("Aucun dépôt n’est configuré. Le fichier à remettre est suivi.json."))
    #expect(!story.effects.contains(.handIn))
  }

  @Test("with a depot, only « oui » hands the record in", arguments: ["oui", "non"])
  func handing(answer: String) throws {
    var story = try Self.ready(hasDepot: true)
    try story.passExam()
    story.type("", "00123", "oui")
    #expect(story.said.contains("La remettre aux ressources humaines ?"))
    #expect(!story.effects.contains(.handIn))
    story.type(answer)
    #expect(story.effects.contains(.handIn) == (answer == "oui"))
    #expect(story.facts.contains(.handed) == (answer == "oui"))
  }

  @Test("the identifier may be corrected, and is no command")
  func identifier() throws {
    var story = try Self.ready()
    try story.passExam()
    story.type("", "quitter")
    #expect(!story.state.isOver)
    #expect(story.said.contains("matricule : quitter"))
    story.type("non", "", "A-7")
    #expect(story.said.contains("matricule : A-7"))
  }
}

extension Story {
  /// Takes the exam and answers everything right, by the content.
  mutating func passExam() throws {
    type("examen", "")
    let bank = try state.session.course.banks()
    while let attempt = state.session.progress.attempt, attempt.answers.count < attempt.drawn.count
    {
      guard let drawn = attempt.drawn.first(where: { attempt.answers[$0.question] == nil }),
        let question = bank.first(where: { $0.id == drawn.question })
      else { break }
      type(question.rightLine(drawn.order))
    }
    type("remettre", "oui")
  }
}

extension Question {
  /// What a learner who knows types, with this order on screen.
  func rightLine(_ order: [Int]) -> String {
    switch body {
    case .single(let options), .multiple(let options), .spot(let options):
      return order.indices.filter { options[order[$0] - 1].isRight }.map { String($0 + 1) }
        .joined(separator: " ")
    case .trueFalse(let options):
      return order.map { options[$0 - 1].isRight ? "v" : "f" }.joined(separator: " ")
    case .order(let steps, _):
      return (1...steps.count).compactMap { source in
        order.firstIndex(of: source).map { String($0 + 1) }
      }
      .joined(separator: " ")
    case .match(let pairs):
      return pairs.indices.filter { pairs[$0].left != nil }.enumerated().map { index, source in
        AnswerInput.letter(index) + String((order.firstIndex(of: source + 1) ?? 0) + 1)
      }.joined(separator: " ")
    case .short, .rewrite, .steps: return ""
    }
  }
}
