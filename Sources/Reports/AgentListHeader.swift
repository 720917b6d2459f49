/// The header of HR's list: which separator, and which column is what.
struct AgentListHeader {
  /// The records after the header.
  let records: DelimitedText
  private let line: Int
  private let names: [String]
  private let columns: [(column: AgentColumn, place: Int)]

  /// How many columns the header has.
  var width: Int { names.count }

  /// Finds the header: the separator under which most columns are known is the right one.
  init(reading bytes: [UInt8]) throws(AgentListError) {
    for signature in AgentListHeader.workbooks where bytes.starts(with: signature) {
      throw AgentListError(.workbook, line: 1)
    }
    let text = withoutByteOrderMark(bytes)
    let hint = AgentListHeader.hint(text)
    let separators = hint.map { [$0.separator] } ?? AgentListHeader.separators
    let (start, line) = (hint?.end ?? 0, hint?.line ?? 1)
    let candidates = separators.compactMap {
      AgentListHeader(DelimitedText(text, separator: $0, from: start, line: line))
    }
    // The first of equals, that is `;`.
    guard let best = candidates.max(by: { $0.columns.count < $1.columns.count })
    else { throw AgentListError(.empty, line: 1) }
    self = best
    try check()
  }

  /// The first record that is not blank, as a header; nil when there is none.
  private init?(_ text: DelimitedText) {
    var text = text
    while let record = text.next() {
      guard case .success(let fields) = record.fields, !fields.allSatisfy(isEmptyLine) else {
        continue
      }
      names = fields.map { fieldText($0).plain }
      columns = names.enumerated().compactMap { place, name in
        AgentColumn(header: name).map { ($0, place) }
      }
      line = record.line
      records = text
      return
    }
    return nil
  }

  private func check() throws(AgentListError) {
    guard columns.contains(where: { $0.column == .identifier })
    else { throw AgentListError(.noIdentifier, line: line) }
    for (index, (column, place)) in columns.enumerated()
    where columns[..<index].contains(where: { $0.column == column }) {
      throw AgentListError(.repeatedColumn(names[place]), line: line)
    }
  }

  /// The agent on one line; fields that the line does not have are empty.
  func agent(_ fields: [[UInt8]]) -> Agent {
    var agent = Agent(identifier: "")
    for (column, place) in columns where place < fields.count {
      agent.set(column, fieldText(fields[place]))
    }
    return agent
  }

  fileprivate static let separators = [UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: ",")]

  /// How `.xlsx` and `.ods`, then `.xls` files begin.
  private static let workbooks: [[UInt8]] = [[0x50, 0x4B, 3, 4], [0xD0, 0xCF, 0x11, 0xE0]]

  /// The line `sep=;` that Excel understands, when there is one.
  private static func hint(_ text: [UInt8]) -> (separator: UInt8, end: Int, line: Int)? {
    let word = Array("sep=".utf8)
    guard text.starts(with: word), text.count > word.count else { return nil }
    var rest = DelimitedText(text, separator: 0)
    guard let first = rest.next(), case .success(let fields) = first.fields,
      fields.count == 1, fields[0].count == word.count + 1
    else { return nil }
    return (text[word.count], rest.position, rest.line)
  }
}

/// Whether nothing stands in a field but what may separate fields, under another separator.
private func isEmptyLine(_ field: [UInt8]) -> Bool {
  field.allSatisfy { $0 == 0x20 || AgentListHeader.separators.contains($0) }
}

/// Whether a field holds nothing but spaces and tabs.
package func isBlank(_ field: [UInt8]) -> Bool { field.allSatisfy { $0 == 0x20 || $0 == 0x09 } }
