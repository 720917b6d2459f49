/// A line that ends with the checksum of all that stands before it: `…,"c":"8f3a11d0"}`.
///
/// The checksum is the CRC-32 of the bytes from `{` up to but not including `,"c":`, in 8 lowercase
/// hexadecimal digits. It guards against accidents, not against a person.
package enum SealedLine {
  private static let length = #","c":"00000000"}"#.utf8.count

  /// An object written on one line, `{…}`, with its checksum as its last member.
  package static func sealing(_ object: [UInt8]) -> [UInt8] {
    let covered = object.dropLast()
    return covered + seal(of: covered)
  }

  /// Whether the bytes begin with `{` and end with the checksum of all that stands before it.
  package static func isSealed(_ bytes: [UInt8]) -> Bool {
    guard bytes.count > length, bytes.first == UInt8(ascii: "{") else { return false }
    return bytes.suffix(length).elementsEqual(seal(of: bytes.dropLast(length)))
  }

  private static func seal(of covered: ArraySlice<UInt8>) -> [UInt8] {
    Array(#","c":""#.utf8) + CRC32.digits(covered) + Array(#""}"#.utf8)
  }
}
