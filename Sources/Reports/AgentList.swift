/// HR's list of agents (`agents.csv`), as their own software exports it.
///
/// Separator `;`, tab or `,`, found on the header; quotes of RFC 4180; UTF-8 with or without a
/// mark, Windows-1252, Latin-9 or marked UTF-16; LF, CRLF or CR. Headers are known whatever their
/// case and accents; unknown columns are not read. Lines that cannot be used are named, not fatal.
package struct AgentList: Sendable {
  package private(set) var agents: [Agent] = []
  /// The lines left out, and the identifiers that two agents share.
  package private(set) var remarks: [Remark] = []
  /// Lines that hold no usable agent; repeated lines are not counted.
  package private(set) var linesLeftOut = 0

  private let file: String
  // First line of each identifier.
  private var lines: [String: (line: Int, agent: Agent)] = [:]

  /// Reads the whole list; `file` is the name that remarks and errors give it.
  ///
  /// Throws when there is no list to read in these bytes: no header, no column « matricule ».
  package init(reading bytes: [UInt8], file: String) throws(TableError) {
    self.file = file
    let header = try TableHeader(reading: bytes, AgentColumn.init(folded:))
    guard header.has(.identifier) else {
      throw TableError(.missingColumn("matricule"), line: header.line)
    }
    for record in header.records { take(record, header) }
  }

  private mutating func take(_ record: DelimitedText.Record, _ header: TableHeader<AgentColumn>) {
    switch record.fields {
    case .failure(.unclosedQuote): leaveOut(record.line, "Un guillemet ouvrant n’est pas refermé.")
    case .failure(.textAfterQuote): leaveOut(record.line, "Du texte suit un guillemet fermant.")
    case .success(let fields):
      if fields.allSatisfy(isBlank) { return }
      guard fields.dropFirst(header.width).allSatisfy(isBlank) else {
        leaveOut(record.line, "Elle a \(fields.count) colonnes, l’en-tête \(header.width).")
        return
      }
      take(Agent(fields, under: header), line: record.line)
    }
  }

  private mutating func take(_ agent: Agent, line: Int) {
    guard !agent.identifier.isEmpty else { return leaveOut(line, "Le matricule manque.") }
    guard let first = lines[agent.identifier] else {
      lines[agent.identifier] = (line, agent)
      agents.append(agent)
      return
    }
    if first.agent == agent {
      remarks.append(Remark(file, line: line, "répète la ligne \(first.line). Comptée une fois."))
    } else {
      agents.append(agent)
      let text = "a le même matricule que la ligne \(first.line). Ses fiches restent à part."
      remarks.append(Remark(file, line: line, text))
    }
  }

  private mutating func leaveOut(_ line: Int, _ why: String) {
    linesLeftOut += 1
    remarks.append(Remark(file, line: line, "ligne écartée. \(why)"))
  }
}
