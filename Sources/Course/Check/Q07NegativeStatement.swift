/// Q07 — negative questions: read too fast, they are answered the wrong way round.
enum Q07NegativeStatement {
  static func findings(_ corpus: Corpus) -> [Finding] {
    corpus.questions.flatMap { question in
      prompts(of: question).compactMap { finding($0.blocks, at: $0.place, of: question) }
    }
  }

  private static func prompts(of question: Question) -> [(blocks: [Block], place: Place)] {
    if case .steps(let steps) = question.body {
      return steps.map { step in
        let heading: [Block] = [.paragraph([.text(step.title)])]
        return (heading + step.prompt, step.options.first?.place ?? question.place)
      }
    }
    return [(question.prompt, question.place)]
  }

  private static func finding(
    _ prompt: [Block], at place: Place, of question: Question
  ) -> Finding? {
    let asked = questions(in: prompt)
    let count = asked.map { negations(in: $0.folded) }.reduce(0, +)
    guard count > 0 else { return nil }
    if count > 1 {
      return question.finding(
        .error, "Q07", place, "L’énoncé a \(count) négations.",
        "Posez la question à la forme positive.")
    }
    let isBold = bold(prompt).contains { text in
      text.folded.split(separator: " ").contains { particles.contains(String($0)) }
    }
    return question.finding(
      isBold ? .warning : .error, "Q07", place, "L’énoncé pose une question négative.",
      isBold
        ? "Si elle n’est pas vitale, posez-la à la forme positive."
        : "Posez-la à la forme positive, ou mettez la négation en **gras**.")
  }

  /// The sentences that ask, quotations left out: what others say may be negative.
  private static func questions(in prompt: [Block]) -> [String] {
    prompt.flatMap { block -> [String] in
      guard case .paragraph(let inlines) = block else { return [] }
      return Sentences.split(withoutQuotations(inlines.plainText)).map(\.text)
        .filter { $0.hasSuffix("?") }
    }
  }

  private static func withoutQuotations(_ text: String) -> String {
    var depth = 0
    return String(
      text.filter { character in
        if character == "«" { depth += 1 }
        defer { if character == "»" { depth = max(0, depth - 1) } }
        return depth == 0
      })
  }

  private static let particles: Set<String> = [
    "pas", "jamais", "aucun", "aucune", "rien", "plus", "point", "sauf", "excepte", "hormis",
  ]
  private static let exclusions: Set<String> = ["sauf", "excepte", "hormis"]
  /// What is negative after these is a circumstance, not the question.
  private static let subordinates: Set<String> = [
    "si", "s", "quand", "lorsque", "car", "parce", "puisque", "dont",
  ]

  private static func negations(in sentence: String) -> Int {
    let words = sentence.split(separator: " ").map(String.init)
    var count = words.count(where: exclusions.contains)
    for index in words.indices where ["ne", "n"].contains(words[index]) {
      let after = words[(index + 1)...].prefix(5)
      guard after.contains(where: particles.contains),
        !words[..<index].contains(where: subordinates.contains),
        !isRelative(words, before: index)
      else { continue }
      count += 1
    }
    return count
  }

  /// « un usager qui ne lit pas » is not negative as a question; « qu’est-ce qui ne va pas » is.
  private static func isRelative(_ words: [String], before index: Int) -> Bool {
    guard index >= 2, ["qui", "que"].contains(words[index - 1]) else { return false }
    return words[index - 2] != "ce"
  }

  private static func bold(_ blocks: [Block]) -> [String] {
    blocks.flatMap { block -> [String] in
      guard case .paragraph(let inlines) = block else { return [] }
      return inlines.compactMap { if case .strong(let inner) = $0 { inner.plainText } else { nil } }
    }
  }
}
