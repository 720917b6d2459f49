import Reports

/// What became of each line of a list.
package struct BatchReport: Sendable, Hashable {
  /// What became of one line; as the report says it.
  package enum Outcome: String, Sendable, Hashable, CaseIterable {
    case delivered = "délivré"
    /// The same row gave a badge before: nothing was done.
    case alreadyDelivered = "déjà délivré"
    /// The badge was issued before, its files were missing: they are made now.
    case resumed = "repris"
    case refused = "refusé"

    /// As counts say it, the number before.
    fileprivate func counted(_ count: Int) -> String {
      let isPlural = count > 1
      return switch self {
      case .delivered: isPlural ? "badges délivrés" : "badge délivré"
      case .alreadyDelivered: isPlural ? "badges déjà délivrés" : "badge déjà délivré"
      case .resumed: isPlural ? "badges repris" : "badge repris"
      case .refused: isPlural ? "lignes refusées" : "ligne refusée"
      }
    }
  }

  /// What became of one line.
  package struct Row: Sendable, Hashable {
    /// The physical line, from 1.
    package var line: Int
    /// What was done.
    package var outcome: Outcome
    /// `urn:uuid:…`; nil when there is no badge.
    package var badge: String?
    /// The badge's file, as its folder knows it; nil when none was written.
    package var file: String?
    /// Why, or what to do; empty when there is nothing to say.
    package var sentence: String

    /// Made of these values, none of which is checked.
    package init(
      line: Int, _ outcome: Outcome, badge: String? = nil, file: String? = nil,
      _ sentence: String = ""
    ) {
      self.line = line
      self.outcome = outcome
      self.badge = badge
      self.file = file
      self.sentence = sentence
    }
  }

  /// The lines that can be used, in order.
  package private(set) var rows: [Row] = []

  /// A report that begins with the lines that were refused when the list was read.
  package init(_ refusals: [ListRefusal] = []) {
    rows = refusals.map { Row(line: $0.line, .refused, $0.sentence) }
  }

  /// Adds what became of one more line.
  package mutating func add(_ row: Row) { rows.append(row) }

  /// How many lines had that outcome.
  package func count(_ outcome: Outcome) -> Int { rows.count { $0.outcome == outcome } }

  /// A sentence for standard error, for instance `12 badges délivrés, 1 ligne refusée.`.
  package var counts: String {
    let parts = Outcome.allCases.map { ($0, count($0)) }.filter { $0.1 > 0 }
      .map { "\($0.1) \($0.0.counted($0.1))" }
    return parts.isEmpty ? "Aucun badge à délivrer." : parts.joined(separator: ", ") + "."
  }

  /// The report for French Excel, in the order of lines; no recipient is in it.
  package var csv: [UInt8] {
    let sorted = rows.enumerated().sorted {
      ($0.element.line, $0.offset) < ($1.element.line, $1.offset)
    }
    return CSV.write(
      header: ["Ligne", "Résultat", "Badge", "Fichier", "Explication"],
      rows: sorted.map(\.element).map { row in
        [
          String(row.line), row.outcome.rawValue, row.badge ?? "", row.file ?? "", row.sentence,
        ]
      })
  }
}
