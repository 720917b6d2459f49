extension VerificationKey {
  /// What each kind of key starts with (Multicodec, as an unsigned varint).
  private static let codecs: [(algorithm: Algorithm, prefix: [UInt8], count: Int)] = [
    (.edDSA, [0xED, 0x01], 32), (.es256, [0x80, 0x24], 33), (.rs256, [0x85, 0x24], 0),
  ]

  /// Reads a Multikey (Controlled Identifiers 1.0 §2.2.2): `z6Mk…` Ed25519, `zDna…` P-256.
  package init(multikey: some StringProtocol) throws(KeyError) {
    guard multikey.utf8.first == UInt8(ascii: "z"), multikey.utf8.count <= 64,
      let bytes = Base58.decoded(multikey.dropFirst()),
      let codec = VerificationKey.codecs.first(where: { bytes.starts(with: $0.prefix) }),
      bytes.count == codec.prefix.count + codec.count
    else { throw .notMultikey }
    let key = Array(bytes.dropFirst(codec.prefix.count))
    switch codec.algorithm {
    case .edDSA: try self.init(ed25519: key)
    case .es256: try self.init(compressedPoint: key)
    case .rs256: throw .notMultikey
    }
  }

  /// The key as a Multikey, in ASCII; an RSA key is written so, and never read.
  package var multikey: String {
    let prefix = VerificationKey.codecs.first { $0.algorithm == algorithm }?.prefix ?? []
    return "z" + Base58.encoded(prefix + compressed)
  }
}
