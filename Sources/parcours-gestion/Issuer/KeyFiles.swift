import BadgeRequest
import JSON
import Ledger
import OpenBadges
import Reports

/// The files of `cles/`: each key's secret, and what may be known of it without opening it.
struct KeyFiles {
  let folder: PrivateFolder

  /// Opens `cles/` of an issuer's folder; complains when others may read it.
  init(_ folder: PrivateFolder) throws(Complaint) {
    self.folder = try PrivateFolder(checking: folder.path("cles"))
  }

  /// Writes a key under its fragment, sealed when there is a passphrase.
  func write(
    _ key: IssuerSecret, _ fragment: String, settings: IssuerSettings, passphrase: [UInt8]?
  ) throws(Complaint) {
    var pem = key.pem
    if let passphrase {
      do throws(SealedKeyError) {
        pem = try SealedKey.seal(pem: pem, passphrase: passphrase)
      } catch {
        throw Complaint(error.sentence, .refused)
      }
    }
    try folder.write(try published(key, fragment, settings), to: "\(fragment).json")
    try folder.write(Array(pem.utf8), to: "\(fragment).pem")
  }

  /// A public JWK, or the card of a key that opens demandes.
  private func published(
    _ key: IssuerSecret, _ fragment: String, _ settings: IssuerSettings
  ) throws(Complaint) -> [UInt8] {
    if let jwk = key.publicKey?.jwk { return Array((jwk.pretty + "\n").utf8) }
    guard case .x25519(let key) = key else { return [] }
    let card = IssuerCard(
      name: settings.name, did: settings.did, url: settings.address?.text, keyID: fragment,
      publicKey: key.publicKey)
    do throws(FormFault) { return try card.written() } catch {
      throw Complaint("\(error.sentence) \(error.advice)", .refused)
    }
  }

  /// The public half of a key that signs.
  func publicKey(_ fragment: String) throws(Complaint) -> VerificationKey {
    let bytes = try folder.read("\(fragment).json")
    guard let jwk = try? JSON(parsing: bytes), let key = try? VerificationKey(jwk: jwk)
    else { throw damaged("\(fragment).json") }
    return key
  }

  /// The card of a key that opens demandes.
  func card(_ fragment: String) throws(Complaint) -> IssuerCard {
    do throws(FormFault) { return try IssuerCard(reading: card(bytes: fragment)) } catch {
      throw damaged("\(fragment).json")
    }
  }

  private func card(bytes fragment: String) throws(FormFault) -> [UInt8] {
    (try? folder.read("\(fragment).json")) ?? []
  }

  /// Whether any file bears that name.
  func has(_ fragment: String) -> Bool {
    folder.has("\(fragment).pem") || folder.has("\(fragment).json")
  }

  /// The first key of the ledger whose file is sealed; nil when none is.
  func firstSealed(_ state: LedgerState) throws(Complaint) -> LedgerKey? {
    for key in state.keys where SealedKey.isSealed(try text(key.fragment)) { return key }
    return nil
  }

  /// The secret; `passphrase` is asked once, and only when a file is sealed.
  func secret(
    _ fragment: String, _ kind: KeyKind, _ passphrase: inout AskedPassphrase
  ) throws(Complaint) -> IssuerSecret {
    var pem = try text(fragment)
    if SealedKey.isSealed(pem) {
      let phrase = try passphrase.value()
      do throws(SealedKeyError) { pem = try SealedKey.open(pem, passphrase: phrase) } catch {
        throw Complaint(error.sentence, .refused)
      }
    }
    let secret: IssuerSecret
    do throws(KeyError) { secret = try IssuerSecret(kind, pem: pem) } catch {
      throw damaged("\(fragment).pem")
    }
    guard try isPublished(secret, fragment) else { throw damaged("\(fragment).pem") }
    return secret
  }

  /// Whether the public half in the folder is this secret's: the site publishes that half.
  private func isPublished(_ secret: IssuerSecret, _ fragment: String) throws(Complaint) -> Bool {
    if case .x25519(let key) = secret { return try card(fragment).publicKey == key.publicKey }
    return try publicKey(fragment) == secret.publicKey
  }

  private func text(_ fragment: String) throws(Complaint) -> String {
    String(decoding: try folder.read("\(fragment).pem", limit: 32_768), as: UTF8.self)
  }

  private func damaged(_ name: String) -> Complaint {
    Complaint("La clé « \(folder.path(name).plain) » est abîmée. Remettez la sauvegarde.")
  }
}
