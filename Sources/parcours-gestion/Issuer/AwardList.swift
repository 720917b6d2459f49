package import Course
package import Reports

/// The list of badges that HR asks for (`delivrer --csv`).
///
/// Columns: `courriel`, `nom`, `date` and `modalite` (both compulsory), `version`, `reference`. A
/// row with an address gives a hashed address; with a name alone, that name; with neither it needs
/// a reference. Bad lines are refused one by one, with their number.
package struct AwardList: Sendable {
  /// The lines that can be used, in order.
  package private(set) var rows: [AwardRow] = []
  /// The lines that cannot, in order, and why.
  package private(set) var refusals: [ListRefusal] = []
  /// What a person should know: columns that were not read, two badges for one address.
  package private(set) var remarks: [Remark] = []

  private static let mostRows = 100_000
  private static let mostRefusals = 5_000

  private let file: String
  private var lineBySource: [String: Int] = [:]
  private var lineByRecipient: [AwardRecipient: Int] = [:]

  /// Reads the whole list for the badge of that name.
  ///
  /// `today` is the last day that a row may bear; `file` is the name that remarks give the list. Throws
  /// when there is no list to read in these bytes.
  package init(
    reading bytes: [UInt8], file: String, badge: String, today: Day
  ) throws(TableError) {
    self.file = file
    let header = try TableHeader(reading: bytes, AwardColumn.init(folded:))
    for column in [AwardColumn.day, .how] where !header.has(column) {
      throw TableError(.missingColumn(column.name), line: header.line)
    }
    tellUnread(header)
    for record in header.records {
      guard rows.count < AwardList.mostRows, refusals.count < AwardList.mostRefusals
      else { throw TableError(.tooLong, line: record.line) }
      do throws(ListRefusal) {
        let fields = try usable(record, width: header.width)
        guard !fields.isEmpty else { continue }
        try refuseUnreadEmail(fields, header, record.line)
        let line = AwardLine(number: record.line, header: header, fields: fields)
        take(try line.row(badge: badge, today: today))
      } catch {
        refusals.append(error)
      }
    }
  }

  private mutating func tellUnread(_ header: TableHeader<AwardColumn>) {
    if !header.unknown.isEmpty {
      let names = header.unknown.map { "« \($0.prefix(40)) »" }.joined(separator: ", ")
      remarks.append(Remark(file, line: header.line, "colonnes non lues : \(names)."))
    }
    if header.has(.email), header.has(.name) {
      let text = "le nom n’est affiché que sur les badges des lignes sans courriel."
      remarks.append(Remark(file, line: header.line, text))
    }
  }

  /// A header that is not recognised must not make a badge for nobody, or one that shows the name.
  private func refuseUnreadEmail(
    _ fields: [[UInt8]], _ header: TableHeader<AwardColumn>, _ line: Int
  ) throws(ListRefusal) {
    guard !header.has(.email), !header.unknown.isEmpty else { return }
    let known = header.has(.reference) ? header.typed(.reference, of: fields) : ""
    let isRead = { (field: [UInt8]) in String(decoding: field, as: UTF8.self).trimmed == known }
    guard fields.contains(where: { $0.contains(UInt8(ascii: "@")) && !isRead($0) }) else { return }
    throw ListRefusal(
      line: line, "Un courriel est dans une colonne non lue. Nommez-la « courriel » dans l’en-tête."
    )
  }

  private mutating func take(_ row: AwardRow) {
    if let first = lineBySource[row.source] {
      let why = "Cette ligne répète la ligne \(first). Un seul badge est préparé."
      return refusals.append(ListRefusal(line: row.line, why))
    }
    lineBySource[row.source] = row.line
    if row.recipient != .anonymous {
      if let first = lineByRecipient[row.recipient] {
        let text = "a le même destinataire que la ligne \(first). Deux badges sont préparés."
        remarks.append(Remark(file, line: row.line, text))
      } else {
        lineByRecipient[row.recipient] = row.line
      }
    }
    rows.append(row)
  }
}

/// A column that the list may have.
enum AwardColumn: CaseIterable {
  case email, name, day, how, version, reference

  /// Knows a header that is folded; nil for any other.
  init?(folded: String) {
    guard let column = AwardColumn.allCases.first(where: { $0.headers.contains(folded) })
    else { return nil }
    self = column
  }

  /// The usual header.
  var name: String { headers[0] }

  private var headers: [String] {
    switch self {
    case .email:
      [
        "courriel", "email", "e mail", "mail", "mel", "adresse mail", "adresse electronique",
        "adresse courriel", "courriel professionnel", "mail professionnel", "mail pro",
      ]
    case .name: ["nom", "nom affiche"]
    case .day: ["date"]
    case .how: ["modalite"]
    case .version: ["version"]
    case .reference: ["reference"]
    }
  }
}

/// The fields of a record, none when it is blank; refuses what cannot be told apart.
func usable(_ record: DelimitedText.Record, width: Int) throws(ListRefusal) -> [[UInt8]] {
  switch record.fields {
  case .failure(.unclosedQuote):
    throw ListRefusal(line: record.line, "Un guillemet ouvrant n’est pas refermé.")
  case .failure(.textAfterQuote):
    throw ListRefusal(line: record.line, "Du texte suit un guillemet fermant.")
  case .success(let fields):
    guard !fields.allSatisfy(isBlank) else { return [] }
    guard fields.dropFirst(width).allSatisfy(isBlank) else {
      throw ListRefusal(
        line: record.line, "Elle a \(fields.count) colonnes, l’en-tête en a \(width).")
    }
    return fields
  }
}
