/// The records of a delimited text (RFC 4180), read from bytes without knowing their encoding.
///
/// LF, CRLF and CR end lines; a quoted field may hold any of them. A record whose quotes are wrong
/// is told as such and the reading goes on at the next physical line.
package struct DelimitedText: Sequence, IteratorProtocol {
  package enum Fault: Error, Hashable {
    case unclosedQuote
    case textAfterQuote
  }

  /// The fields of one record, and the physical line, from 1, on which it starts.
  package struct Record: Hashable {
    package var line: Int
    package var fields: Result<[[UInt8]], Fault>
  }

  private let bytes: [UInt8]
  private let separator: UInt8
  package private(set) var position: Int
  package private(set) var line: Int

  /// Starts at `position`, which stands at the start of physical line `line`.
  package init(_ bytes: [UInt8], separator: UInt8, from position: Int = 0, line: Int = 1) {
    self.bytes = bytes
    self.separator = separator
    self.position = position
    self.line = line
  }

  package mutating func next() -> Record? {
    guard position < bytes.count else { return nil }
    let start = (position: position, line: line)
    do {
      return Record(line: start.line, fields: .success(try fields()))
    } catch {
      (position, line) = start
      skipPhysicalLine()
      return Record(line: start.line, fields: .failure(error))
    }
  }

  private mutating func fields() throws(Fault) -> [[UInt8]] {
    var fields: [[UInt8]] = []
    while true {
      fields.append(next(is: quote) ? try quotedField() : plainField())
      guard next(is: separator) else {
        skipLineEnd()
        return fields
      }
      position += 1
    }
  }

  /// A quote inside a field that does not start with one is a letter like another.
  private mutating func plainField() -> [UInt8] {
    let start = position
    while position < bytes.count, bytes[position] != separator, !isLineEnd(bytes[position]) {
      position += 1
    }
    return Array(bytes[start..<position])
  }

  private mutating func quotedField() throws(Fault) -> [UInt8] {
    var field: [UInt8] = []
    position += 1
    while position < bytes.count {
      if isLineEnd(bytes[position]) {
        let start = position
        skipLineEnd()
        field += bytes[start..<position]
      } else if !next(is: quote) {
        field.append(bytes[position])
        position += 1
      } else {
        position += 1
        guard next(is: quote) else { return try closed(field) }
        field.append(quote)
        position += 1
      }
    }
    throw .unclosedQuote
  }

  private func closed(_ field: [UInt8]) throws(Fault) -> [UInt8] {
    guard position == bytes.count || next(is: separator) || isLineEnd(bytes[position])
    else { throw .textAfterQuote }
    return field
  }

  private mutating func skipPhysicalLine() {
    while position < bytes.count, !isLineEnd(bytes[position]) { position += 1 }
    skipLineEnd()
  }

  private mutating func skipLineEnd() {
    guard position < bytes.count else { return }
    line += 1
    let isCRLF =
      bytes[position] == 0x0D && position + 1 < bytes.count && bytes[position + 1] == 0x0A
    position += isCRLF ? 2 : 1
  }

  private func next(is byte: UInt8) -> Bool { position < bytes.count && bytes[position] == byte }

  private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}

private let quote = UInt8(ascii: "\"")
