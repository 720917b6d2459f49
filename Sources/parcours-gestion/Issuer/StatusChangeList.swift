import Course
package import Reports

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
