import Course

/// The header of a list that a person hands over: which separator, which column is what.
///
/// Separator `;`, tab or `,`: the one under which most columns are known. Names are known whatever
/// their case, accents and punctuation.
package struct TableHeader<Column: Hashable> {
  /// The records after the header.
  package let records: DelimitedText
  /// The physical line of the header, from 1.
  package let line: Int
  /// The names that are no known column, as written.
  package let unknown: [String]
  /// How many columns the header has.
  package let width: Int
  private let places: [Column: Int]

  /// Finds the header; `known` gives the column of a folded name.
  package init(reading bytes: [UInt8], _ known: (String) -> Column?) throws(TableError) {
    guard !isWorkbook(bytes) else { throw TableError(.workbook, line: 1) }
    let text = withoutByteOrderMark(bytes)
    let hint = separatorHint(text)
    var best: (header: TableHeader, repeated: String?)?
    for separator in hint.map({ [$0.separator] }) ?? separators {
      let records = DelimitedText(
        text, separator: separator, from: hint?.end ?? 0, line: hint?.line ?? 1)
      guard let found = TableHeader.find(in: records, known) else { continue }
      // The first of equals, that is `;`.
      if found.header.places.count > (best?.header.places.count ?? -1) { best = found }
    }
    guard let best else { throw TableError(.empty, line: 1) }
    if let name = best.repeated {
      throw TableError(.repeatedColumn(name), line: best.header.line)
    }
    self = best.header
  }

  private init(
    records: DelimitedText, line: Int, unknown: [String], width: Int, places: [Column: Int]
  ) {
    self.records = records
    self.line = line
    self.unknown = unknown
    self.width = width
    self.places = places
  }

  /// The first record that is not blank, with a known column that it names twice; nil without one.
  private static func find(
    in text: DelimitedText, _ known: (String) -> Column?
  ) -> (header: TableHeader, repeated: String?)? {
    var text = text
    while let record = text.next() {
      guard case .success(let fields) = record.fields, !fields.allSatisfy(isEmptyLine) else {
        continue
      }
      var (places, unknown, repeated): ([Column: Int], [String], String?) = ([:], [], nil)
      for (place, name) in fields.map({ fieldText($0).plain }).enumerated() {
        guard let column = known(name.folded) else {
          if !name.isEmpty { unknown.append(name) }
          continue
        }
        if places.updateValue(place, forKey: column) != nil { repeated = repeated ?? name }
      }
      let header = TableHeader(
        records: text, line: record.line, unknown: unknown, width: fields.count, places: places)
      return (header, repeated)
    }
    return nil
  }

  /// Whether the list has that column.
  package func has(_ column: Column) -> Bool { places[column] != nil }

  /// The text of a column on one line, trimmed; empty when the line or the list has none.
  package func text(_ column: Column, of fields: [[UInt8]]) -> String {
    guard let place = places[column], place < fields.count else { return "" }
    return fieldText(fields[place]).trimmed
  }
}

private let separators = [UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: ",")]

/// Whether nothing stands in a field but what may separate fields, under another separator.
private func isEmptyLine(_ field: [UInt8]) -> Bool {
  field.allSatisfy { $0 == 0x20 || separators.contains($0) }
}

/// How `.xlsx` and `.ods`, then `.xls` files begin.
private func isWorkbook(_ bytes: [UInt8]) -> Bool {
  bytes.starts(with: [0x50, 0x4B, 3, 4]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
}

/// The line `sep=;` that Excel understands, when there is one.
private func separatorHint(_ text: [UInt8]) -> (separator: UInt8, end: Int, line: Int)? {
  let word = Array("sep=".utf8)
  guard text.starts(with: word), text.count > word.count else { return nil }
  var rest = DelimitedText(text, separator: 0)
  guard let first = rest.next(), case .success(let fields) = first.fields,
    fields.count == 1, fields[0].count == word.count + 1
  else { return nil }
  return (text[word.count], rest.position, rest.line)
}

/// Whether a field holds nothing but spaces and tabs.
package func isBlank(_ field: [UInt8]) -> Bool { field.allSatisfy { $0 == 0x20 || $0 == 0x09 } }
