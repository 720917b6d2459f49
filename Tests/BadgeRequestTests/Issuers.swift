import BadgeRequest
import Course

/// An issuer with its receiving key.
struct SampleIssuer: Sendable {
  let key = ReceivingKey.generate()
  var card: IssuerCard

  init(did: String = "did:web:badges.ville.example", keyID: String = "demandes-2026") {
    card = IssuerCard(
      name: "Ville de Démonstration", did: did, url: "https://badges.ville.example/",
      keyID: keyID, publicKey: key.publicKey)
  }
}

/// The bytes of hexadecimal digits.
func bytes(_ hex: String) -> [UInt8] {
  stride(from: 0, to: hex.count, by: 2).compactMap { UInt8(hex.dropFirst($0).prefix(2), radix: 16) }
}
