import Course

/// The CSV that French Excel opens right at the first double click.
///
/// UTF-8 with a byte order mark, `;`, lines ended by LF, every cell quoted with `""` inside, days as
/// `21/11/2026`: the conventions of Pix Orga (`learning-formats.md` §3). No `sep=` line, which would
/// break the mark.
package enum CSV {
  /// The header and the rows of HR's report, in the columns of `Column`.
  ///
  /// A reader gets each text back by taking away at most one leading apostrophe, which stands before
  /// texts that a spreadsheet would change.
  package static func write(_ report: Report) -> [UInt8] {
    var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
    bytes.reserveCapacity(256 * (report.rows.count + 1))
    write(Column.allCases.map(\.rawValue), to: &bytes)
    for row in report.rows { write(Column.allCases.map { text(row[$0]) }, to: &bytes) }
    return bytes
  }

  /// A table of texts under its header, as `write(_:)` writes them.
  package static func write(header: [String], rows: [[String]]) -> [UInt8] {
    var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
    for row in [header] + rows { write(row.map(\.plain.spreadsheetText), to: &bytes) }
    return bytes
  }

  private static func text(_ cell: Cell) -> String {
    switch cell {
    case .text(let text): text.plain.spreadsheetText
    case .day(let day): day.frenchShort
    }
  }

  private static func write(_ cells: [String], to bytes: inout [UInt8]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ";")) }
      bytes.append(quote)
      for byte in cell.utf8 {
        if byte == quote { bytes.append(quote) }
        bytes.append(byte)
      }
      bytes.append(quote)
    }
    bytes.append(0x0A)
  }
}

private let quote = UInt8(ascii: "\"")
