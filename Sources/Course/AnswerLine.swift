/// A typed line, cut into the words an answer is made of.
struct AnswerLine {
  private let typed: String
  /// Folded, without the small words that link an answer together.
  private let words: [String]

  init(_ text: String) {
    typed = text
    words = text.folded.split(separator: " ").map(String.init)
      .filter { !AnswerLine.links.contains($0) }
  }

  /// « 1 puis 3 », « a va avec 2 ».
  private static let links: Set = ["et", "puis", "va", "avec"]

  private static let numberWords = [
    "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7,
    "huit": 8, "neuf": 9,
  ]

  // MARK: Numbers

  func numbers(upTo count: Int) throws(AnswerInput.Misread) -> [Int] {
    var result: [Int] = []
    for word in words {
      guard let values = AnswerLine.numbers(in: word, upTo: count) else {
        throw misread(AnswerLine.choice(count))
      }
      result += values
    }
    guard !result.isEmpty else { throw misread(AnswerLine.choice(count)) }
    return result
  }

  /// One number, or digits stuck together when no number has two.
  private static func numbers(in word: String, upTo count: Int) -> [Int]? {
    if let value = number(word), value >= 1, value <= count { return [value] }
    guard count < 10, word.allSatisfy(\.isASCIIDigit) else { return nil }
    let digits = word.compactMap(\.wholeNumberValue)
    return digits.allSatisfy { $0 >= 1 && $0 <= count } ? digits : nil
  }

  private static func number(_ word: String) -> Int? {
    word.allSatisfy(\.isASCIIDigit) ? Int(word) : numberWords[word]
  }

  // MARK: True or false

  /// 1 for each `v` or `vrai`, 0 for each `f` or `faux`; nil when anything else was typed.
  var truths: [Int]? {
    var result: [Int] = []
    for word in words {
      let parts = AnswerLine.truthWords[word] == nil ? word.map(String.init) : [word]
      let values = parts.compactMap { AnswerLine.truthWords[$0] }
      guard values.count == parts.count else { return nil }
      result += values
    }
    return result
  }

  private static let truthWords = [
    "v": 1, "vrai": 1, "vraie": 1, "oui": 1, "f": 0, "faux": 0, "fausse": 0, "non": 0,
  ]

  // MARK: Pairs

  /// Whether something else than numbers was typed.
  var hasLetters: Bool {
    words.contains { word in
      AnswerLine.numberWords[word] == nil && !word.allSatisfy(\.isASCIIDigit)
    }
  }

  /// The right number of each left letter; nil unless each has exactly one.
  func pairs(_ lefts: Int, _ rights: Int) -> [Int]? {
    var answer: [Int: Int] = [:]
    var letter: Int?
    for part in words.flatMap(AnswerLine.parts) {
      if let left = letter {
        guard let right = AnswerLine.number(part), right >= 1, right <= rights else { return nil }
        answer[left] = right
        letter = nil
      } else {
        guard let left = AnswerLine.letterIndex(part), left < lefts, answer[left] == nil else {
          return nil
        }
        letter = left
      }
    }
    guard letter == nil, answer.count == lefts else { return nil }
    return answer.sorted { $0.key < $1.key }.map(\.value)
  }

  /// `a2b10` is `a`, `2`, `b`, `10`; a number written in letters stays whole.
  private static func parts(of word: String) -> [String] {
    guard numberWords[word] == nil else { return [word] }
    var parts: [String] = []
    var isNumber = false
    for character in word {
      if isNumber, character.isASCIIDigit {
        parts[parts.count - 1].append(character)
      } else {
        parts.append(String(character))
        isNumber = character.isASCIIDigit
      }
    }
    return parts
  }

  private static func letterIndex(_ word: String) -> Int? {
    guard word.utf8.count == 1, let byte = word.utf8.first, (97...122).contains(byte) else {
      return nil
    }
    return Int(byte) - 97
  }

  // MARK: What is wrong

  /// What was typed, then what is expected.
  func misread(_ expected: String) -> AnswerInput.Misread {
    let shown = self.shown
    guard !shown.isEmpty else { return AnswerInput.Misread("La ligne est vide. \(expected)") }
    let isNumber = shown.count <= 9 && shown.allSatisfy(\.isASCIIDigit)
    return AnswerInput.Misread(
      "Vous avez tapé \(isNumber ? shown : quoted(shown)). \(expected)")
  }

  static func choice(_ count: Int) -> String {
    switch count {
    case ...0: "Il n’y a rien à choisir ici."
    case 1: "Tapez 1."
    default: "Choisissez entre 1 et \(count)."
    }
  }

  /// The line without what would act on a terminal or hide, short enough to be quoted.
  private var shown: String {
    let words = typed.unicodeScalars.split { $0.properties.isWhitespace || $0.isHidden }
    let text = words.map(String.init).joined(separator: " ")
    return String(String.UnicodeScalarView(text.unicodeScalars.prefix(200)))
  }
}

extension Unicode.Scalar {
  fileprivate var isHidden: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}

extension Character {
  /// Compared as one scalar: between « 0 » and « 9 » there are also digits with marks.
  fileprivate var isASCIIDigit: Bool { isASCII && isWholeNumber }
}
