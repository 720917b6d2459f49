import Ledger
import OpenBadges
import Testing

@testable import parcours_gestion

@Suite("emetteur: the places of a badge in the lists")
struct StatusPlacesTests {
  private func settings(_ address: IssuerAddress?) -> IssuerSettings {
    IssuerSettings(
      name: "Ville", address: address, email: nil, suspension: true,
      did: address?.did ?? "did:key:z6Mk")
  }

  private func badge(place: Int) throws -> IssuedBadge {
    let start = try #require(Instant("2026-01-05T00:00:00Z"))
    return IssuedBadge(
      id: Chance.uuid(), subject: Chance.uuid(), fingerprint: "E-0000000000000001",
      achievement: "ia", revocation: StatusIndex(list: 1, place: place),
      suspension: StatusIndex(list: 2, place: 7), keys: SigningKeys(ed25519: "ed25519-1"),
      awarded: start, validFrom: start, validUntil: start.adding(months: 24),
      modality: "en autonomie", evidence: "Terminé.", recipient: .nothing, source: "00")
  }

  @Test("each purpose has its list below the site; without an address there is none")
  func entries() throws {
    let badge = try badge(place: 5)
    let entries = try settings(IssuerAddress("https://ex.fr/a")).statusEntries(of: badge)
    #expect(
      entries.map(\.list) == [
        "https://ex.fr/a/statuts/retraits-1.json", "https://ex.fr/a/statuts/suspensions-2.json",
      ])
    #expect(try settings(nil).statusEntries(of: badge).isEmpty)
  }

  @Test("a place that no list has stops the badge, which is never made without its status")
  func outside() throws {
    let badge = try badge(place: 1 << 40)
    let settings = try settings(IssuerAddress("https://ex.fr/"))
    #expect(throws: StatusRefusal.indexOutside) { try settings.statusEntries(of: badge) }
  }
}
