import AppendLog
package import Course
import JSON
package import Workshop

/// Why a line is none of ours.
package enum WorkshopLineFault: Error, Sendable, Hashable {
  /// Its checksum, its order or a value is not what is expected.
  case damaged
  /// It was written in a later format, of this version.
  case newer(Int)
}

/// One line of a workshop's log: `{"v":1,"n":4,"t":"…","e":"voted","i":5,"r":1,"a":[4,11,2],"c":"…"}`.
package struct WorkshopLine: Sendable, Hashable {
  /// From 1, one more from line to line.
  package let number: Int
  package let time: Timestamp
  /// Nil when this version knows no such event: the line is kept and ignored.
  package let event: WorkshopEvent?
  /// Without newline.
  package let bytes: [UInt8]

  /// The newest format that can be read.
  package static let version = 1

  /// Reads a line that must come after number `last`.
  package init(reading bytes: [UInt8], after last: Int = 0) throws(WorkshopLineFault) {
    guard let json = try? JSON(parsing: bytes), let object = json.object else { throw .damaged }
    if let version = object["v"]?.integer, version > Self.version { throw .newer(version) }
    guard SealedLine.isSealed(bytes), object["v"] == .integer(Self.version) else {
      throw .damaged
    }
    guard let number = object["n"]?.integer, number > last, number < 1 << 50,
      let time = object["t"]?.string.flatMap({ Timestamp(iso: $0) }),
      let name = object["e"]?.string
    else { throw .damaged }
    self.number = number
    self.time = time
    event = try WorkshopEvent(name: name, WorkshopFields(object: object))
    self.bytes = bytes
  }

  /// Writes an event; `damaged` when it could not be read back.
  package init(
    _ event: WorkshopEvent, number: Int, time: Timestamp
  ) throws(WorkshopLineFault) {
    var object = JSONObject()
    object["v"] = .integer(Self.version)
    object["n"] = .integer(number)
    object["t"] = .string(time.description)
    object["e"] = .string(event.name)
    for (key, value) in event.members { object[key] = value }
    try self.init(reading: SealedLine.sealing(JSON.object(object).bytes))
  }

  /// Whether a last line can be trusted to have been written to its end.
  package static func isWhole(_ bytes: [UInt8]) -> Bool {
    if SealedLine.isSealed(bytes) { return true }
    guard let version = (try? JSON(parsing: bytes))?["v"]?.integer else { return false }
    return version > Self.version
  }
}
