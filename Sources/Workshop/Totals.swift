package import Course

/// The totals of a vote as the facilitator types them: `A:4 B:11 C:2`.
package enum Totals {
  /// What one proposition may get.
  package static let figures = 0...999

  /// Letters and figures in any order, with `:`, `=` or a space; a letter left out counts 0.
  ///
  /// Refused, with a sentence: anything else, a letter beyond the propositions or written twice, a
  /// sum above the people there; where one may raise several hands, one total above them.
  package static func reading(
    _ line: String, on question: Question, attendance: Int
  ) throws(AnswerInput.Misread) -> [Int] {
    let count = question.voteOptions?.count ?? 0
    var totals: [Int?] = Array(repeating: nil, count: count)
    for pair in try pairs(line, count: count) {
      guard pair.option < count else {
        throw Misread(
          "Il n’y a pas de proposition \(letter(pair.option)). "
            + "Les lettres vont de A à \(letter(count - 1)).")
      }
      guard totals[pair.option] == nil else {
        throw Misread("La lettre \(letter(pair.option)) est écrite deux fois. \(expected(count))")
      }
      totals[pair.option] = pair.total
    }
    let read = totals.map { $0 ?? 0 }
    try check(read, on: question, attendance: attendance)
    return read
  }

  /// `A:4 B:11 C:2`, with as many letters as there are propositions, three at most.
  package static func example(_ count: Int) -> String {
    zip(0..<min(count, 3), [4, 11, 2]).map { "\(letter($0)):\($1)" }.joined(separator: " ")
  }

  /// `A` for 0.
  package static func letter(_ option: Int) -> String { AnswerInput.letter(option).uppercased() }

  /// Whether a line is meant as totals: a figure, and no word at its head.
  package static func isMeant(by line: String) -> Bool {
    guard line.contains(where: \.isNumber), let first = line.first else { return false }
    let second = line.dropFirst().first
    return !first.isLetter || second?.isLetter != true
  }

  private typealias Misread = AnswerInput.Misread

  private static func check(
    _ totals: [Int], on question: Question, attendance: Int
  ) throws(AnswerInput.Misread) {
    if question.takesSeveral {
      guard let option = totals.firstIndex(where: { $0 > attendance }) else { return }
      throw Misread(
        "\(letter(option)) a \(totals[option]) mains levées pour \(people(attendance)). "
          + "Corrigez ce total.")
    }
    let sum = totals.reduce(0, +)
    guard sum > attendance else { return }
    throw Misread(
      "Le total fait \(sum) mains levées pour \(people(attendance)). Corrigez les totaux.")
  }

  private static func people(_ count: Int) -> String {
    count == 1 ? "1 personne" : "\(count) personnes"
  }

  private static func expected(_ count: Int) -> String {
    "Tapez les totaux, par exemple \(example(count))."
  }

  private static func pairs(
    _ line: String, count: Int
  ) throws(AnswerInput.Misread) -> [(option: Int, total: Int)] {
    var pairs: [(option: Int, total: Int)] = []
    var option: Int?
    let words = words(line)
    guard !words.isEmpty else { throw Misread("La ligne est vide. \(expected(count))") }
    for word in words {
      if let known = option {
        pairs.append((known, try figure(word, line, count: count)))
        option = nil
      } else {
        guard let next = place(word) else { throw misread(line, count) }
        option = next
      }
    }
    guard option == nil else { throw misread(line, count) }
    return pairs
  }

  private static func figure(
    _ word: String, _ line: String, count: Int
  ) throws(AnswerInput.Misread) -> Int {
    guard word.utf8.allSatisfy({ (48...57).contains($0) }) else { throw misread(line, count) }
    guard let value = Int(word), figures.contains(value) else {
      throw Misread("Un total va de 0 à 999. \(expected(count))")
    }
    return value
  }

  /// 0 for `a` alone; nil for anything but one letter.
  private static func place(_ word: String) -> Int? {
    guard word.utf8.count == 1, let byte = word.lowercased().utf8.first,
      (97...122).contains(byte)
    else { return nil }
    return Int(byte) - 97
  }

  /// `a4` is `a` and `4`; `:`, `=`, commas and spaces part words; any other sign is a word.
  private static func words(_ line: String) -> [String] {
    var words: [String] = []
    var isOpen = false
    for character in line {
      if character.isWhitespace || ":=,;\u{202F}".contains(character) {
        isOpen = false
        continue
      }
      let isDigit = character.isASCII && character.isNumber
      if isOpen, isDigit, words.last?.last?.isNumber == true {
        words[words.count - 1].append(character)
      } else {
        words.append(String(character))
      }
      isOpen = true
    }
    return words
  }

  private static func misread(_ line: String, _ count: Int) -> AnswerInput.Misread {
    AnswerInput.misread(line, expected(count))
  }
}
