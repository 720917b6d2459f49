/// Why bytes are no list at all.
package struct TableError: Error, Sendable, Hashable {
  /// What a person can act upon.
  package enum Reason: Sendable, Hashable {
    /// Nothing but blank lines.
    case empty
    /// An Excel or LibreOffice workbook instead of a CSV.
    case workbook
    /// No column of this name.
    case missingColumn(String)
    /// Two columns bear this name.
    case repeatedColumn(String)
    /// More lines, or more of them refused, than any list that a person keeps.
    case tooLong
  }

  /// What is wrong.
  package var reason: Reason
  /// The physical line, from 1.
  package var line: Int

  /// Made of these values, none of which is checked.
  package init(_ reason: Reason, line: Int) {
    self.reason = reason
    self.line = line
  }

  /// What is wrong and what to do, in French: `agents.csv:1 : …`.
  package func sentence(file: String) -> String { "\(file.plain):\(line) : \(reason.sentence)" }
}

extension TableError.Reason {
  fileprivate var sentence: String {
    switch self {
    case .empty: "la liste est vide. Vérifiez que c’est le bon fichier."
    case .workbook: "c’est un classeur. Enregistrez la liste au format CSV, puis recommencez."
    case .missingColumn(let name):
      "aucune colonne ne s’appelle « \(name) ». Ajoutez-la à la première ligne."
    case .repeatedColumn(let name):
      "la colonne « \(name.prefix(40)) » figure deux fois. Gardez-en une."
    case .tooLong:
      "la liste est trop longue, ou presque toute refusée. Vérifiez que c’est la bonne."
    }
  }
}
