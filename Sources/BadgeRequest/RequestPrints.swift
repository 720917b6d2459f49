package import Course
import Crypto
import JSON

extension BadgeRequest {
  /// Hex SHA-256 of the questions drawn, by which a ledger recognises a replayed draw.
  ///
  /// In the order of their ids, without the order of their options: shuffling either again changes
  /// nothing. Two honest draws of thirty questions among two hundred are never the same.
  package var drawFingerprint: String {
    print("questions", JSON.array(attempt.drawn.map(\.question).sorted().map(JSON.string)))
  }

  /// Hex SHA-256 of the whole request, by which a ledger recognises the same demande.
  package var fingerprint: String { print("demande", json) }

  /// The name keeps the two prints apart: neither can be taken for the other.
  private func print(_ name: String, _ value: JSON) -> String {
    hexadecimal(SHA256.hash(data: Array("parcours \(name) 1\n".utf8) + value.canonical))
  }
}

extension Course {
  /// Hex SHA-256 of the content files without local wording: the version one really followed.
  package var contentDigest: String {
    var hash = SHA256()
    for (path, bytes) in digestInput {
      // Lengths first, so that no two sets of files give the same bytes.
      hash.update(data: Array("\(path)\n\(bytes.count)\n".utf8))
      hash.update(data: bytes)
    }
    return hexadecimal(hash.finalize())
  }
}

/// Two lower-case digits for each byte.
private func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  let digits = Array("0123456789abcdef".utf8)
  let letters = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
  return String(decoding: letters, as: UTF8.self)
}
