import Reports

/// What ArgumentParser says, in French: its own texts are English and cannot be replaced.
enum ParserFrench {
  /// The help page with its own words in French; any other text as it is.
  static func help(_ text: String) -> String {
    let start = "OVERVIEW: "
    guard text.hasPrefix(start) else { return text }
    return words.reduce(String(text.dropFirst(start.count))) { text, word in
      text.replacing(word.english, with: word.french)
    }
  }

  /// One sentence and one piece of advice for an error of the parser, known by its English message.
  static func complaint(_ message: String) -> Complaint {
    let line = message.split(separator: "\n").first.map(String.init) ?? ""
    for error in errors {
      guard let values = captured(line, between: error.english) else { continue }
      return Complaint("\(error.french(values)) \(advice)")
    }
    return Complaint("Cette commande n’est pas comprise. \(advice)")
  }

  private static let advice = "Essayez « parcours-gestion --aide »."

  /// What stands between the literals in a text that starts with the first; nil when one is missing.
  ///
  /// An empty last literal captures up to the end.
  private static func captured(_ text: String, between literals: [String]) -> [String]? {
    guard let first = literals.first, text.hasPrefix(first) else { return nil }
    var rest = text.dropFirst(first.count)
    var values: [String] = []
    for literal in literals.dropFirst() {
      let end = literal.isEmpty ? rest.endIndex..<rest.endIndex : rest.firstRange(of: literal)
      guard let end else { return nil }
      values.append(String(String(rest[..<end.lowerBound]).plain.prefix(60)))
      rest = rest[end.upperBound...]
    }
    return values
  }
}

/// An error of the parser: the literals around its values in English, and its sentence in French.
private struct ParserMessage: Sendable {
  let english: [String]
  let french: @Sendable ([String]) -> String
}

private let errors = [
  ParserMessage(english: ["Unknown option '", "'. Did you mean '", "'?"]) {
    "L’option « \($0[0]) » n’existe pas. Vouliez-vous écrire « \($0[1]) » ?"
  },
  ParserMessage(english: ["Unknown option '", "'"]) { "L’option « \($0[0]) » n’existe pas." },
  ParserMessage(english: ["Missing value for '", "'"]) {
    "L’option « \($0[0]) » attend une valeur."
  },
  ParserMessage(english: ["The option '", "' does not take any value"]) {
    "L’option « \($0[0]) » ne prend pas de valeur."
  },
  ParserMessage(english: ["The value '", "' is invalid for '", "'. Please provide one of ", ""]) {
    "La valeur « \($0[0]) » ne convient pas à « \($0[1]) ». Choix : \(choices($0[2]))."
  },
  ParserMessage(english: ["The value '", "' is invalid for '", "'"]) {
    "La valeur « \($0[0]) » ne convient pas à « \($0[1]) »."
  },
  ParserMessage(english: ["Missing expected argument '", "'"]) { "Il manque « \($0[0]) »." },
  ParserMessage(english: ["Unexpected argument '", "'"]) { "« \($0[0]) » n’est pas attendu ici." },
  ParserMessage(english: ["", " unexpected arguments: '", "'"]) {
    "« \($0[1]) » et ce qui suit ne sont pas attendus ici."
  },
]

/// `'a', 'b' or 'c'.` as the parser lists them → `a, b, c`.
private func choices(_ english: String) -> String {
  let values = english.split(separator: "'", omittingEmptySubsequences: false)
  return values.indices.filter { $0 % 2 == 1 }.map { String(values[$0]) }.joined(separator: ", ")
}

/// The words of a help page of eighty columns, longest first where one holds another.
private let words: [(english: String, french: String)] = [
  ("USAGE: ", "Usage : "), ("\nARGUMENTS:", "\nArguments :"), ("\nOPTIONS:", "\nOptions :"),
  ("\nSUBCOMMANDS:", "\nCommandes :"), ("<subcommand>", "<commande>"),
  ("Show the version.", "Dire la version."),
  ("Show subcommand help information.", "Montrer l’aide d’une commande."),
  ("Show help information.", "Montrer cette aide."),
  ("(values:", "(choix :"), ("; default:", " ; sinon"),
  ("\n                          default:", "\n                          sinon"),
  ("(default:", "(sinon"),
  ("  See '", "  Voir « "), ("' for detailed help.", " » pour plus de détails."),
]
