/// A question of one right option as the statistics see it: lengths and places, in the source.
struct SingleChoice: Sendable {
  var question: Question
  var options: [Proposition]
  /// The place of the right option, from 0.
  var key: Int

  /// Nil for any other kind, and for a question whose right option is not one.
  init?(_ question: Question) {
    guard case .single(let options) = question.body, options.count >= 2,
      let key = options.firstIndex(where: \.isRight)
    else { return nil }
    self.question = question
    self.options = options
    self.key = key
  }

  /// Characters of each option.
  var lengths: [Int] { options.map { $0.text.plainText.count } }
  /// The chance of whoever picks blindly.
  var chance: Double { 1 / Double(options.count) }

  /// Whether the right option is longer than every other.
  var keyIsLongest: Bool {
    let lengths = lengths
    return lengths.indices.allSatisfy { $0 == key || lengths[$0] < lengths[key] }
  }
}

extension Corpus {
  /// The questions of one right option of a bank, or of all of them.
  func singleChoices(of bank: String? = nil) -> [SingleChoice] {
    bankQuestions.filter { bank == nil || $0.bank == bank }.compactMap(SingleChoice.init)
  }

  /// The banks that have questions, in the order of the standard list.
  var banks: [String] {
    Bank.names.filter { name in bankQuestions.contains { $0.bank == name } }
  }

  /// Where to say what concerns a whole bank: the head of its first file.
  func place(ofBank bank: String) -> Place {
    let first = bankQuestions.first { $0.bank == bank }
    return Place(file: first?.place.file ?? "evaluation.md", line: 1)
  }
}
