/// How a typed line is understood as an answer; forgiving of case, accents, spaces and commas.
package enum AnswerInput {
  /// Why a line is not an answer: what was typed, what is expected.
  package struct Misread: Error, Sendable, Hashable {
    package var sentence: String

    package init(_ sentence: String) { self.sentence = sentence }
  }

  /// Exactly one number from 1 to `count`.
  package static func one(_ text: String, of count: Int) throws(Misread) -> Int {
    let line = AnswerLine(text)
    let all = try line.numbers(upTo: count)
    guard all.count == 1 else {
      throw line.misread(
        count == 1 ? AnswerLine.choice(1) : "Une seule réponse, entre 1 et \(count).")
    }
    return all[0]
  }

  /// One or more different numbers, sorted.
  package static func several(_ text: String, of count: Int) throws(Misread) -> [Int] {
    Set(try numbers(text, upTo: count)).sorted()
  }

  /// `count` times `v` or `f`: true is 1, false is 0.
  package static func trueFalse(_ text: String, of count: Int) throws(Misread) -> [Int] {
    let line = AnswerLine(text)
    guard let values = line.truths, !values.isEmpty else {
      throw line.misread("Écrivez v pour vrai ou f pour faux.")
    }
    guard values.count == count else {
      let example = (0..<max(0, count)).map { $0 % 2 == 0 ? "v" : "f" }.joined(separator: " ")
      throw Misread(
        "Vous avez tapé \(counted(values.count, "réponse")) pour "
          + "\(counted(count, "affirmation")). Écrivez par exemple \(example).")
    }
    return values
  }

  /// A right number for each left letter: `a2 b1 c3`, or `2 1 3` in the order of the letters.
  package static func pairs(
    _ text: String, lefts: Int, rights: Int
  ) throws(Misread) -> [Int] {
    let line = AnswerLine(text)
    let answer = line.hasLetters ? line.pairs(lefts, rights) : try line.numbers(upTo: rights)
    guard let answer, answer.count == lefts else {
      let example = (0..<max(0, lefts)).map { "\(letter($0))\(max(1, min($0 + 1, rights)))" }
      throw line.misread(
        "Écrivez une paire par lettre, par exemple \(example.joined(separator: " ")).")
    }
    return answer
  }

  /// `oui` or `non`, nil for anything else.
  package static func yesOrNo(_ text: String) -> Bool? {
    switch text.folded {
    case "oui", "o": true
    case "non", "n": false
    default: nil
    }
  }

  /// Numbers separated by anything, or stuck together when there are fewer than ten choices.
  ///
  /// At least one; repeated ones stay, in the order typed.
  package static func numbers(_ text: String, upTo count: Int) throws(Misread) -> [Int] {
    try AnswerLine(text).numbers(upTo: count)
  }

  /// What was typed, quoted without what would act on a terminal, then what is expected.
  package static func misread(_ text: String, _ expected: String) -> Misread {
    AnswerLine(text).misread(expected)
  }

  /// The letter of a left part: `a` for 0, `b` for 1.
  package static func letter(_ index: Int) -> String {
    guard (0..<26).contains(index) else { return "?" }
    return String(Character(UnicodeScalar(UInt8(ascii: "a") + UInt8(index))))
  }

  /// `1 numéro`, `2 numéros`.
  private static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count > 1 ? "s" : "")"
  }
}
