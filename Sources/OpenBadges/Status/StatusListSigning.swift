public import JSON

extension StatusListCredential {
  /// The list as it is published: signed by both suites, each proof then verified by itself.
  ///
  /// `created` is in seconds since 1970. The same list, key and instant give the same bytes.
  public func signed(
    by key: Ed25519SigningKey, of keys: PublishedKeys, created: Int
  ) throws(IssuingError) -> JSON {
    let method = try keys.method(of: key.publicKey)
    var signed: JSON
    do throws(StatusRefusal) { signed = try document() } catch { throw .status(error) }
    do throws(ProofError) {
      for suite in [DataIntegrity.Suite.rdfc, .jcs] {
        signed = try DataIntegrity.secured(
          signed, by: key, method: method, created: created, suite: suite)
      }
    } catch { throw .proof(error) }
    for single in Issuing.eachProof(signed) where !isRead(in: single, method, keys, now: created) {
      throw .listCheck
    }
    return signed
  }

  /// Whether whoever knows the published document reads this very list.
  private func isRead(
    in signed: JSON, _ method: String, _ keys: PublishedKeys, now: Int
  ) -> Bool {
    let trust = keys.trust
    let held = try? DataIntegrity.check(signed, now: now) { trust.method($0, now: now) }
    return held?.method == method && held?.controller == issuer
      && (try? StatusListCredential(reading: signed)) == self
  }
}
