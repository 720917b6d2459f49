/// What only the system can draw.
enum Chance {
  static func bytes(_ count: Int) -> [UInt8] {
    (0..<count).map { _ in UInt8.random(in: .min ... .max) }
  }

  /// A random `urn:uuid:` (RFC 9562 version 4).
  static func uuid() -> String { UUIDText.urn(bytes(16), version: 4) }
}
