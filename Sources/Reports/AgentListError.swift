/// Why bytes are no list of agents at all.
package struct AgentListError: Error, Sendable, Hashable {
  package enum Reason: Sendable, Hashable {
    /// Nothing but blank lines.
    case empty
    /// An Excel or LibreOffice workbook instead of a CSV.
    case workbook
    case noIdentifier
    /// Two columns bear this name.
    case repeatedColumn(String)
  }

  package var reason: Reason
  /// The physical line, from 1.
  package var line: Int

  package init(_ reason: Reason, line: Int) {
    self.reason = reason
    self.line = line
  }

  /// What is wrong and what to do, in French: `agents.csv:1 : …`.
  package func sentence(file: String) -> String { "\(file.plain):\(line) : \(reason.sentence)" }
}

extension AgentListError.Reason {
  fileprivate var sentence: String {
    switch self {
    case .empty: "la liste est vide. Il faut au moins une colonne « matricule »."
    case .workbook: "c’est un classeur. Enregistrez la liste au format CSV, puis recommencez."
    case .noIdentifier:
      "aucune colonne ne s’appelle « matricule ». Ajoutez-la à la première ligne."
    case .repeatedColumn(let name):
      "la colonne « \(name.prefix(40)) » figure deux fois. Gardez-en une."
    }
  }
}
