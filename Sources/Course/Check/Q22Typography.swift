/// Q22 — French typography: no-break spaces, real apostrophes and quotation marks.
enum Q22Typography {
  static func findings(_ corpus: Corpus) -> [Finding] {
    corpus.passages.filter { !$0.isFromFiche }.flatMap { passage in
      let lines = passage.text.split(separator: "\n", omittingEmptySubsequences: false)
      return lines.enumerated().flatMap { offset, line in
        mistakes(in: Array(line)).map { problem, advice in
          Finding(
            .warning, rule: "Q22", place: passage.place(offset), problem: problem, advice: advice)
        }
      }
    }
  }

  /// What is wrong in a line, each mistake once.
  static func mistakes(in line: [Character]) -> [(problem: String, advice: String)] {
    var found: [String: String] = [:]
    for index in line.indices {
      let previous = index > 0 ? line[index - 1] : nil
      let next = index + 1 < line.count ? line[index + 1] : nil
      if let (problem, advice) = mistake(line[index], after: previous, before: next) {
        found[problem] = advice
      }
    }
    if String(line).contains("...") {
      found["Trois points se suivent."] = "Écrivez le caractère « … »."
    }
    return found.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  private static func mistake(
    _ character: Character, after previous: Character?, before next: Character?
  ) -> (String, String)? {
    switch character {
    case "'" where previous?.isLetter == true && next?.isLetter == true:
      return ("L’apostrophe est droite.", "Écrivez « ’ ».")
    case "\"": return ("Les guillemets sont droits.", "Écrivez « … ».")
    case "«" where !isNoBreak(next): return missing(after: "«")
    case "»" where !isNoBreak(previous): return missing(before: "»")
    case ";", "!", "?": return highPunctuation(character, after: previous)
    case ":"
    where previous == " " || (previous?.isLetter == true && next.map(\.isWhitespace) ?? true):
      return missing(before: ":")
    case "%", "€": return previous == " " ? missing(before: String(character)) : nil
    default: return nil
    }
  }

  private static func highPunctuation(
    _ mark: Character, after previous: Character?
  ) -> (String, String)? {
    guard let previous else { return missing(before: String(mark)) }
    let isFree = isNoBreak(previous) || "!?(«[".contains(previous)
    return isFree ? nil : missing(before: String(mark))
  }

  private static func isNoBreak(_ character: Character?) -> Bool {
    character.map(Sentences.noBreaks.contains) ?? false
  }

  private static func missing(before mark: String) -> (String, String) {
    (
      "Il manque une espace insécable avant \(quoted(mark)).",
      "Mettez une espace insécable, fine de préférence."
    )
  }

  private static func missing(after mark: String) -> (String, String) {
    (
      "Il manque une espace insécable après \(quoted(mark)).",
      "Mettez une espace insécable, fine de préférence."
    )
  }
}
