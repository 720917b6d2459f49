package import JSON

/// JSON-LD documents of the pinned contexts, as the bytes that are signed.
package enum LinkedData {
  /// Steps of comparison between nodes that look alike: some tenths of a second at most.
  package static let patience = 1 << 17

  /// The canonical N-Quads of a document: its expansion by closed tables, then RDFC-1.0.
  ///
  /// In UTF-8, a line for each quad. Throws for whatever would not be covered by a signature.
  package static func canonical(_ document: JSON) throws(LinkedDataError) -> [UInt8] {
    try canonical(document, .pinned)
  }

  /// The same, by other tables.
  package static func canonical(
    _ document: JSON, _ vocabulary: Vocabulary
  ) throws(LinkedDataError) -> [UInt8] {
    try canonical(Expansion.dataset(of: document, vocabulary))
  }

  /// Throws for whatever a signature on the canonical form would not cover, or not for all readers.
  package static func check(_ document: JSON) throws(LinkedDataError) {
    _ = try Expansion.dataset(of: document, .pinned)
  }

  /// The canonical N-Quads of quads made elsewhere.
  ///
  /// Throws `.tooSymmetric` after `patience` steps of comparison between nodes that look alike.
  package static func canonical(
    _ dataset: Dataset, patience: Int = LinkedData.patience
  ) throws(LinkedDataError) -> [UInt8] {
    try Canonicalisation.nQuads(of: dataset, patience: patience)
  }
}
