import Crypto
@_spi(_Unicode) import Swift

/// How a recipient's e-mail address is hidden (Open Badges 3.0, IdentityHash).
package enum IdentityHash {
  /// `sha256$` and the hexadecimal SHA-256 of the identifier followed by the salt, in UTF-8.
  package static func sha256(_ identifier: String, salt: String) -> String {
    "sha256$" + hexadecimal(SHA256.hash(data: Array(identifier.utf8) + Array(salt.utf8)))
  }

  /// Whether a text is of the form that `sha256` gives.
  static func isWritten(_ text: String) -> Bool {
    text.utf8.count == 71 && text.utf8.starts(with: "sha256$".utf8)
      && text.utf8.dropFirst(7).allSatisfy {
        (48...57).contains($0) || (97...102).contains($0)
      }
  }

  /// The form that is hashed: composed (NFC), without outer blanks, in lower case.
  ///
  /// The standard fixes none; without one, `Ana@ville.fr` would not be recognised as `ana@ville.fr`.
  package static func normalised(_ email: String) -> String {
    let start = email.drop(while: \.isWhitespace)
    let end = start.lastIndex { !$0.isWhitespace }.map { start[...$0] } ?? ""
    return end.lowercased()._nfc.reduce(into: "") { $0.unicodeScalars.append($1) }
  }
}
