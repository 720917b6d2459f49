import Crypto
import FoundationEssentials
import JSON

/// Requests sealed for an issuer by HPKE in base mode (RFC 9180 §5.1.1).
///
/// DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, ChaCha20Poly1305. `info` is the protocol's name, a line
/// feed and the RFC 8785 bytes of `{"cle":key id,"emetteur":DID,"v":1}`; these bytes are the
/// additional data too. The plaintext is the written request, then zeros to a multiple of 4 KiB.
package enum RequestSeal {
  private static let suite = HPKE.Ciphersuite.Curve25519_SHA256_ChachaPoly
  private static let purpose = "parcours demande de badge\n"

  /// The bytes of a sealed file that only the card's private key opens; Crypto draws randomness.
  package static func seal(
    _ request: BadgeRequest, for card: IssuerCard
  ) throws(SealFault) -> [UInt8] {
    let plaintext: [UInt8]
    do throws(FormFault) { try card.check() } catch { throw .card(error) }
    do throws(FormFault) { plaintext = try request.written() } catch { throw .request(error) }
    let header = header(card.did, card.keyID)
    do {
      let key = try Curve25519.KeyAgreement.PublicKey(rawRepresentation: card.publicKey)
      var sender = try HPKE.Sender(recipientKey: key, ciphersuite: suite, info: info(header))
      let sealed = try sender.seal(Padding.added(to: plaintext), authenticating: header)
      return SealedRequest(
        issuer: card.did, keyID: card.keyID, encapsulated: Array(sender.encapsulatedKey),
        ciphertext: Array(sealed)
      ).written
    } catch {
      // A key that passed the card's check agrees with every ephemeral one.
      throw .card(.weakKey)
    }
  }

  /// The request in a sealed file; whoever opens it has looked for whom the file says it is.
  ///
  /// A fault of form is said precisely; every cryptographic one is `cannotOpen`.
  package static func open(
    _ file: SealedRequest, with key: ReceivingKey
  ) throws(SealFault) -> BadgeRequest {
    let plaintext = try plaintext(of: file, with: key)
    guard let written = Padding.removed(from: plaintext) else { throw .request(.notCanonical) }
    do throws(FormFault) { return try BadgeRequest(reading: written) } catch {
      throw .request(error)
    }
  }

  private static func plaintext(
    of file: SealedRequest, with key: ReceivingKey
  ) throws(SealFault) -> [UInt8] {
    let header = header(file.issuer, file.keyID)
    do {
      var recipient = try HPKE.Recipient(
        privateKey: key.key, ciphersuite: suite, info: info(header),
        encapsulatedKey: Data(file.encapsulated))
      return Array(try recipient.open(file.ciphertext, authenticating: header))
    } catch {
      throw .cannotOpen
    }
  }

  private static func header(_ issuer: String, _ keyID: String) -> [UInt8] {
    let header: JSON = [
      "cle": .string(keyID), "emetteur": .string(issuer), "v": .integer(SealedRequest.format),
    ]
    return header.canonical
  }

  private static func info(_ header: [UInt8]) -> Data { Data(Array(purpose.utf8) + header) }
}
