/// What is wrong with one line of a ledger.
package enum LedgerFault: Error, Sendable, Hashable {
  /// The line is no JSON object or does not bear its own checksum.
  case checksum
  /// Its number is not above the number of the line before.
  case order
  /// A line before this one is gone, and no purge took it out.
  case missing
  /// The value of this key is missing or implausible.
  case malformed(String)
  /// An event that this program does not know: to ignore one could publish a false status.
  case unknownEvent
  /// It was written in a later format, of this version.
  case newer(Int)
  /// What it says cannot follow what stands before.
  case refused(LedgerRefusal)

  /// What is wrong, as French sentences.
  package var sentence: String {
    switch self {
    case .checksum: "La somme de contrôle ne correspond pas."
    case .order: "Le numéro d’ordre revient en arrière."
    case .missing: "Une ligne qui la précède a disparu."
    case .malformed(let key): "La valeur « \(key) » n’est pas celle attendue."
    case .unknownEvent: "Cette opération est inconnue de ce programme."
    case .newer(let version): "Le format est plus récent (version \(version))."
    case .refused(let refusal): refusal.sentence
    }
  }
}
