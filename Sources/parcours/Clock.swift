import Course
import Glibc

/// The clock and the randomness of this machine.
enum Clock {
  /// Now, in whole seconds UTC.
  static func now() -> Timestamp { Timestamp(seconds: time(nil)) }

  /// Today where the person is.
  static func today() -> Day {
    var seconds = time(nil)
    var parts = tm()
    guard localtime_r(&seconds, &parts) != nil,
      let day = Day(
        year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
    else { return now().day }
    return day
  }
}

/// What only the system can draw.
enum Chance {
  static func seed() -> UInt64 { UInt64.random(in: .min ... .max) }

  static func bytes(_ count: Int) -> [UInt8] {
    (0..<count).map { _ in UInt8.random(in: .min ... .max) }
  }

  /// Lowercase hex of `count` random bytes.
  static func hex(_ count: Int) -> String { hex(bytes(count)) }

  static func hex(_ bytes: [UInt8]) -> String {
    bytes.map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }

  /// A random `urn:uuid:` (RFC 9562 version 4).
  static func uuid() -> String { uuid(from: bytes(16), version: 4) }

  /// A `urn:uuid:` from 16 bytes: version 4 when drawn, 8 when derived from a digest.
  static func uuid(from bytes: [UInt8], version: UInt8) -> String {
    var bytes = Array(bytes.prefix(16))
    bytes[6] = bytes[6] & 0x0F | version << 4
    bytes[8] = bytes[8] & 0x3F | 0x80
    let digits = Array(hex(bytes))
    let groups = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }
    return "urn:uuid:" + groups.joined(separator: "-")
  }
}
