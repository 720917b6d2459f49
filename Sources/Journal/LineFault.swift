/// What is wrong with one line of a journal.
package enum LineFault: Error, Sendable, Hashable {
  /// The line is no JSON object or does not bear its own checksum.
  case checksum
  /// Its number is not above the number of the line before.
  case order
  /// The value of this key is missing or implausible.
  case malformed(String)
  /// It was written in a later format, of this version.
  case newer(Int)

  /// What is wrong, in French, without capital nor full stop.
  package var french: String {
    switch self {
    case .checksum: "la somme de contrôle ne correspond pas"
    case .order: "le numéro d’ordre revient en arrière"
    case .malformed(let key): "la valeur « \(key) » n’est pas celle attendue"
    case .newer(let version): "le format est plus récent (version \(version))"
    }
  }
}
