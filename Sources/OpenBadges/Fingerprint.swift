import Crypto

/// The first 8 bytes of a SHA-256: short enough to be compared by eye or by telephone.
///
/// It names a signed thing; it protects nothing, the signature does.
public struct Fingerprint: Sendable, Hashable {
  /// Sixteen lower-case hexadecimal digits.
  public let digits: String

  private init(digits: String) { self.digits = digits }

  /// The print of a document written by RFC 8785, proof left out.
  package static func of(_ canonical: [UInt8]) -> Fingerprint {
    Fingerprint(digits: hexadecimal(SHA256.hash(data: canonical).prefix(8)))
  }

  /// Reads `E-7f3c2a9104be66d0`; nil for anything else.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 18, bytes.starts(with: "E-".utf8),
      bytes.dropFirst(2).allSatisfy({ (48...57).contains($0) || (97...102).contains($0) })
    else { return nil }
    digits = String(decoding: bytes.dropFirst(2), as: UTF8.self)
  }

  /// As files write it, `E-7f3c2a9104be66d0`, so that no spreadsheet takes it for a number.
  public var text: String { "E-\(digits)" }

  /// As people read it: `7f3c 2a91 04be 66d0`.
  public var grouped: String {
    let digits = Array(digits)
    return stride(from: 0, to: digits.count, by: 4)
      .map { String(digits[$0..<min($0 + 4, digits.count)]) }
      .joined(separator: " ")
  }
}
