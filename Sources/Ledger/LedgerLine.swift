import AppendLog
import JSON

/// One line of the ledger: its bytes as they stand in the file, and what they mean.
package struct LedgerLine: Sendable, Hashable {
  /// From 1, increasing from line to line; a gap means that lines were purged.
  package let number: Int
  /// When it happened.
  package let time: Instant
  /// What happened.
  package let event: LedgerEvent
  /// Without newline.
  package let bytes: [UInt8]

  /// The newest format that can be read.
  package static let version = 1

  /// Reads a line; anything but what `init(number:time:event:)` writes is a fault.
  package init(reading bytes: [UInt8]) throws(LedgerFault) {
    guard let object = (try? JSON(parsing: bytes))?.object else { throw .checksum }
    let fields = LedgerFields(object: object)
    if let version = object["v"]?.integer, version > LedgerLine.version { throw .newer(version) }
    guard SealedLine.isSealed(bytes) else { throw .checksum }
    guard object["v"] == .integer(LedgerLine.version) else { throw .malformed("v") }
    number = try fields.integer("n", in: 1...9_007_199_254_740_990)
    time = try fields.instant("t")
    event = try LedgerEvent(name: try fields.identifier("e"), fields)
    self.bytes = bytes
  }

  /// Writes an event; `malformed` when one of its values is not plausible.
  package init(number: Int, time: Instant, event: LedgerEvent) throws(LedgerFault) {
    let head: [(String, JSON)] = [
      ("v", .integer(LedgerLine.version)), ("n", .integer(number)),
      ("t", .string(time.description)), ("e", .string(event.name)),
    ]
    // Whatever cannot be read back must not be written.
    try self.init(reading: SealedLine.sealing(JSON.object(JSONObject(head + event.members)).bytes))
  }
}

extension LedgerLine {
  /// Whether a last line can be trusted to have been written to its end.
  ///
  /// A line of a later format is not ours to judge, as long as it is JSON.
  static func isWhole(_ bytes: [UInt8]) -> Bool {
    if SealedLine.isSealed(bytes) { return true }
    guard let json = try? JSON(parsing: bytes), let version = json["v"]?.integer else {
      return false
    }
    return version > LedgerLine.version
  }
}
