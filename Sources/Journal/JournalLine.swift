import AppendLog
package import Course
import JSON

/// One line of the journal: its bytes as they stand in the file, and what they mean.
package struct JournalLine: Sendable, Hashable {
  /// From 1, increasing from line to line; a gap means that lines were purged.
  package let number: Int
  /// 00:00:00 UTC of its day for an event that is kept with its date only.
  package let time: Timestamp
  /// The name of the event in the file.
  package let name: String
  /// Nil when the event is none that this version knows: the line is kept and ignored.
  package let event: Event?
  /// Without newline.
  package let bytes: [UInt8]

  /// The newest format that can be read.
  package static let version = 1

  /// Reads a line; anything but what `init(_:)` writes, or a later program of the same format
  /// could write, is a fault.
  package init(reading bytes: [UInt8]) throws(LineFault) {
    guard let json = try? JSON(parsing: bytes), let object = json.object else {
      throw .checksum
    }
    let fields = Fields(object: object)
    if let version = object["v"]?.integer, version > JournalLine.version { throw .newer(version) }
    guard SealedLine.isSealed(bytes) else { throw .checksum }
    guard object["v"] == .integer(JournalLine.version) else { throw .malformed("v") }
    number = try fields.integer("n", in: 1...9_007_199_254_740_990)
    time = try fields.time("t")
    name = try fields.identifier("e")
    event = try Event(name: name, fields)
    self.bytes = bytes
  }

  /// Writes an event; `malformed` when it holds anything but identifiers and plausible numbers.
  package init(_ stamped: StampedEvent) throws(LineFault) {
    var object: JSONObject = JSONObject()
    object["v"] = .integer(JournalLine.version)
    object["n"] = .integer(stamped.number)
    object["t"] = .string(stamped.event.time(of: stamped.time))
    object["e"] = .string(stamped.event.name)
    for (key, value) in stamped.event.members { object[key] = value }
    // Whatever cannot be read back must not be written.
    try self.init(reading: SealedLine.sealing(JSON.object(object).bytes))
  }

  /// The same fact under another number.
  func renumbered(_ number: Int) throws(LineFault) -> JournalLine {
    guard var object = (try? JSON(parsing: bytes))?.object else { throw .checksum }
    object["n"] = .integer(number)
    object["c"] = nil
    return try JournalLine(reading: SealedLine.sealing(JSON.object(object).bytes))
  }

  /// The event with its number and time; nil when it is unknown.
  package var stamped: StampedEvent? {
    event.map { StampedEvent(number: number, time: time, event: $0) }
  }
}

extension JournalLine {
  /// Whether a last line can be trusted to have been written to its end.
  ///
  /// A line of a later format is not ours to judge, as long as it is JSON.
  package static func isWhole(_ bytes: [UInt8]) -> Bool {
    if SealedLine.isSealed(bytes) { return true }
    guard let json = try? JSON(parsing: bytes), let version = json["v"]?.integer else {
      return false
    }
    return version > JournalLine.version
  }
}
