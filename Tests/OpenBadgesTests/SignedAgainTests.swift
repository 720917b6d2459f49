import JSON
import OpenBadges
import Testing

@Suite("A badge signed again")
struct SignedAgainTests {
  private static let good = "sha256$" + String(repeating: "0a", count: 32)
  private static let grain = String(repeating: "0f", count: 16)

  private func award(_ recipient: Recipient) throws -> Award {
    var award = try Samples.award(recipient)
    award.awarded = Samples.day - 86_400
    return award
  }

  @Test("it says when it was first awarded, and verifies")
  func awarded() throws {
    let award = try award(.displayedName("Camille Le Goff"))
    #expect(Credential.document(award)["awardedDate"] == "2026-11-20T09:12:33Z")
    let token = try Samples.token(award)
    #expect(try Samples.verifier().verify(Array(token.utf8)).verdict == .valid)
    #expect(Credential.document(try Samples.award())["awardedDate"] == nil)
  }

  @Test("a known hash gives the same identity as the address did")
  func sameIdentity() throws {
    let address = try Samples.award(.hashedEmail(Samples.email, salt: Samples.salt))
    let identity = Credential.document(address)["credentialSubject"]?["identifier"]?[0]
    let hash = try #require(identity?["identityHash"]?.string)
    let salt = try #require(identity?["salt"]?.string)
    let again = try Samples.award(.identityHash(hash, salt: salt))
    #expect(Credential.document(again) == Credential.document(address))
    #expect(
      try OlderBadge.assertion(again, at: OlderSamples.addresses)
        == OlderBadge.assertion(address, at: OlderSamples.addresses))
  }

  @Test(
    "a hash that no verifier could compare is refused before signing",
    arguments: [
      ("", grain), ("camille@ville.example", grain), ("md5$" + good.dropFirst(7), grain),
      (good.uppercased(), grain), (good + "0", grain), (good, ""), (good, "0f0f"),
    ])
  func refused(_ hash: String, _ salt: String) throws {
    let award = try award(.identityHash(hash, salt: salt))
    #expect(throws: AwardRefusal.self) { try award.check(signedBy: award.issuer.id) }
  }

  @Test("the issuer's card, in its published site, vouches for nothing", arguments: [true, false])
  func card(isCard: Bool) throws {
    let card = #"{"v":1,"nom":"X","did":"did:web:x.fr","cle":{}}"#
    let bytes = Array((isCard ? card : card.replacing("cle", with: "clef")).utf8)
    if isCard {
      let store = try TrustStore(files: [("emetteur.json", bytes)])
      #expect(store.isEmpty && store.label(of: "did:web:x.fr") == nil)
    } else {
      #expect(throws: TrustError.self) { try TrustStore(files: [("emetteur.json", bytes)]) }
    }
  }
}
