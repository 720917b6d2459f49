import Course
package import JSON

/// « Mes données » : everything the journal holds, for its owner to read and take away.
package struct Export: Sendable {
  private let lines: [JournalLine]
  /// Lines of the file that cannot be read.
  private let unread: Int

  /// The export of these lines, in the order of the file, and how many others it holds.
  package init(_ lines: [JournalLine], unread: Int = 0) {
    self.lines = lines
    self.unread = unread
  }

  /// Each line as it is in the file, without its checksum, and how many are missing if any is.
  package var json: JSON {
    let events = lines.map { line -> JSON in
      guard var object = (try? JSON(parsing: line.bytes))?.object else { return .null }
      object["c"] = nil
      return .object(object)
    }
    var members: [(String, JSON)] = [
      ("format", "parcours/mes-donnees"), ("version", 1), ("evenements", .array(events)),
    ]
    if unread > 0 { members.append(("lignesIllisibles", .integer(unread))) }
    return .object(JSONObject(members))
  }

  /// Each line as a French sentence, under its day; lines end with `\n`.
  package var text: String {
    guard !lines.isEmpty || unread > 0 else {
      return "Le parcours ne garde rien de vous sur cet ordinateur.\n"
    }
    let header = """
      Ce que le parcours garde de vous sur cet ordinateur.
      Les heures sont en temps universel (UTC).

      """
    return header + lines.indices.map(paragraph).joined() + missing
  }

  private var missing: String {
    switch unread {
    case 0: ""
    case 1: "\n1 ligne du journal ne peut pas être lue.\n"
    default: "\n\(unread) lignes du journal ne peuvent pas être lues.\n"
    }
  }

  private func paragraph(_ index: Int) -> String {
    let line = lines[index]
    let isNewDay = index == 0 || lines[index - 1].time.day != line.time.day
    let title = isNewDay ? "\n\(line.time.day.french)\n" : ""
    return "\(title)- \(line.moment)\(line.sentence).\n"
  }
}

extension JournalLine {
  /// `9 h 12, `; empty for a fact kept with its date only.
  fileprivate var moment: String {
    if case .placed? = event { return "" }
    let seconds = time.seconds - time.day.number * 86_400
    let minutes = seconds / 60 % 60
    return "\(seconds / 3600) h \(minutes < 10 ? "0" : "")\(minutes), "
  }
}
