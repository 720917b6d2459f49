package import Course
import Crypto
import JSON

extension BadgeRequest {
  /// Hex SHA-256 of the ids and permutations drawn, by which a ledger recognises a replayed draw.
  ///
  /// Questions are taken in the order of their ids: shuffling them again changes nothing.
  package var drawFingerprint: String {
    let sorted = attempt.drawn.sorted { $0.question < $1.question }
    let draw = sorted.map { drawn -> JSON in
      [.string(drawn.question), .array(drawn.order.map(JSON.integer))]
    }
    return print("tirage", JSON.array(draw))
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
