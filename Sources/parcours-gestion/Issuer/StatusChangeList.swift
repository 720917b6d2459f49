import Course
package import Reports

/// How a person names a badge.
package enum BadgeReference: Sendable, Hashable {
  /// `urn:uuid:…`, lower case.
  case id(String)
  /// `E-` and sixteen hexadecimal digits, lower case.
  case fingerprint(String)

  /// Reads either, whatever its case, the print with or without its spaces; nil for anything else.
  package init?(_ text: String) {
    let text = text.trimmed.lowercased()
    // As `badge verifier` prints it, without its letter and in groups, or as files write it.
    let digits = (text.hasPrefix("e-") ? text.dropFirst(2) : text[...])
      .filter { $0 != " " && $0 != "\u{A0}" && $0 != "\u{202F}" }
    if digits.utf8.count == 16, digits.utf8.allSatisfy(isHexadecimal) {
      self = .fingerprint("E-\(digits)")
    } else if isURN(Array(text.utf8)) {
      self = .id(text)
    } else {
      return nil
    }
  }
}

/// The list of badges to revoke, to suspend or to reinstate (`revoquer --csv`).
///
/// Columns: `badge` (`urn:uuid:…` or `E-…`), compulsory, and `motif`. The report of a delivery is such a
/// list: its lines without a badge are passed over.
package struct StatusChangeList: Sendable {
  /// One line of the list.
  package struct Row: Sendable, Hashable {
    /// The physical line, from 1.
    package var line: Int
    /// The badge that the line names.
    package var badge: BadgeReference
    /// One line, for the ledger only.
    package var reason: String
  }

  /// The lines that can be used, in order.
  package private(set) var rows: [Row] = []
  /// The lines that cannot, in order, and why.
  package private(set) var refusals: [ListRefusal] = []
  /// The columns that were not read.
  package private(set) var remarks: [Remark] = []

  private var lines: [BadgeReference: Int] = [:]

  /// Reads the whole list; `file` is the name that remarks give it.
  ///
  /// `reason` is for the lines that give none. Throws when there is no list to read in these bytes.
  package init(reading bytes: [UInt8], file: String, reason: String? = nil) throws(TableError) {
    let header = try TableHeader(reading: bytes, Column.init(rawValue:))
    guard header.has(.badge) else {
      throw TableError(.missingColumn(Column.badge.rawValue), line: header.line)
    }
    let usual = reason.map(\.trimmed) ?? ""
    if !header.unknown.isEmpty {
      let names = header.unknown.map { "« \($0.prefix(40)) »" }.joined(separator: ", ")
      remarks.append(Remark(file, line: header.line, "colonnes non lues : \(names)."))
    }
    for record in header.records {
      do throws(ListRefusal) {
        let fields = try usable(record, width: header.width)
        if !fields.isEmpty { try take(header, fields, line: record.line, usual) }
      } catch {
        refusals.append(error)
      }
    }
  }

  private mutating func take(
    _ header: TableHeader<Column>, _ fields: [[UInt8]], line: Int, _ usual: String
  ) throws(ListRefusal) {
    let name = header.typed(.badge, of: fields)
    if name.isEmpty, !header.has(.reason) { return }
    guard let badge = BadgeReference(name) else {
      throw ListRefusal(
        line: line, "Le badge n’est pas reconnu. Donnez son « urn:uuid:… » ou son « E-… ».")
    }
    let written = header.has(.reason) ? header.typed(.reason, of: fields) : ""
    guard !header.has(.reason) || !written.isEmpty || !usual.isEmpty else {
      throw ListRefusal(line: line, "Le motif manque. Ajoutez-le.")
    }
    let reason = !written.isEmpty ? written : usual.isEmpty ? "sans motif" : usual
    guard reason.isVisible, reason.count <= 200, reason.utf8.count <= 800 else {
      throw ListRefusal(line: line, "Le motif doit tenir sur une ligne de 200 caractères.")
    }
    if let first = lines[badge] {
      throw ListRefusal(line: line, "Ce badge est déjà à la ligne \(first).")
    }
    lines[badge] = line
    rows.append(Row(line: line, badge: badge, reason: reason))
  }

  private enum Column: String, CaseIterable {
    case badge
    case reason = "motif"
  }
}

private func isHexadecimal(_ byte: UInt8) -> Bool {
  (48...57).contains(byte) || (97...102).contains(byte)
}

private func isURN(_ bytes: [UInt8]) -> Bool {
  guard bytes.count == 45, bytes.starts(with: "urn:uuid:".utf8) else { return false }
  return bytes.dropFirst(9).enumerated().allSatisfy { place, byte in
    [8, 13, 18, 23].contains(place) ? byte == UInt8(ascii: "-") : isHexadecimal(byte)
  }
}
