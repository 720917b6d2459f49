import BadgeRequest
import JSON
import Ledger
import OpenBadges

/// Which key of which issuer: what ties the files of `cles` and `emetteur.conf` to the ledger.
enum KeyPrint {
  /// SHA-256 of the issuer's identifier, a line feed and the public key, in hexadecimal.
  static func of(_ key: [UInt8], _ settings: IssuerSettings) -> String {
    sha256(Array("\(settings.did)\n".utf8) + key).hexadecimal
  }
}

extension IssuerSecret {
  func print(of settings: IssuerSettings) -> String {
    if case .x25519(let key) = self { return KeyPrint.of(key.publicKey, settings) }
    return KeyPrint.of(publicKey?.jwk.canonical ?? [], settings)
  }
}

extension KeyFiles {
  /// Refuses the keys, or the settings, of another issuer or of another time.
  func check(_ state: LedgerState, of settings: IssuerSettings) throws(Complaint) {
    for key in state.keys {
      let bytes =
        key.kind == .x25519
        ? try card(key.fragment).publicKey : try publicKey(key.fragment).jwk.canonical
      guard KeyPrint.of(bytes, settings) == key.print else {
        throw Complaint(
          "La clé « \(key.fragment) » n’est pas celle du registre. Remettez la sauvegarde du dossier.",
          .refused)
      }
    }
  }
}
