import Reports
@_spi(_Unicode) import Swift

extension String {
  /// The text composed (NFC), so that what looks the same has the same bytes.
  var composed: String {
    utf8.allSatisfy { $0 < 0x80 } ? self : _nfc.reduce(into: "") { $0.unicodeScalars.append($1) }
  }

  /// Whether the text has nothing invisible in it: no control, no line end, no direction mark.
  var isVisible: Bool { plain.unicodeScalars.elementsEqual(trimmed.unicodeScalars) }

  /// Whether a spreadsheet would compute the text.
  var isFormula: Bool {
    unicodeScalars.first.map { "=+-@＝＋－＠".unicodeScalars.contains($0) } ?? false
  }

  /// Whether the text, in lower case, may be the address of a mailbox.
  ///
  /// Less than RFC 5321 allows: one `@`, a dotted domain, no quote, no space, 254 bytes at most.
  var isEmail: Bool {
    let parts = split(separator: "@", omittingEmptySubsequences: false)
    guard utf8.count <= 254, parts.count == 2, !parts[0].isEmpty, !isFormula, isVisible,
      unicodeScalars.allSatisfy({
        !$0.properties.isWhitespace && !"\"(),:;<>[]\\".contains(Character($0))
      })
    else { return false }
    let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
    return labels.count >= 2 && !labels.contains(where: \.isEmpty)
  }
}

extension TableHeader {
  /// The text of a column, composed: what looks the same is the same.
  func typed(_ column: Column, of fields: [[UInt8]]) -> String { text(column, of: fields).composed }
}
