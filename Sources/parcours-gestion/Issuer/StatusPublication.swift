import JSON
import Ledger
import OpenBadges

/// The status lists as they are published: signed, then verified by the verifying code.
struct StatusPublication {
  let address: IssuerAddress
  let settings: IssuerSettings
  let state: LedgerState
  let date: Instant
  let days: Int
  let key: Ed25519SigningKey
  /// By which the lists are read back.
  let keys: PublishedKeys

  /// Each list of each purpose, with its file.
  func lists() throws(Complaint) -> [(document: SiteContent.Document, list: SiteStatusList)] {
    var lists: [(document: SiteContent.Document, list: SiteStatusList)] = []
    for purpose in settings.purposes {
      for number in 1...last(purpose) { lists.append(try list(purpose, number)) }
    }
    return lists
  }

  /// The newest list that a badge has a place in; the first is always published.
  private func last(_ purpose: StatusPurpose) -> Int {
    let open = state.badges.map { $0.issued.index(purpose).list }
    let closed = state.closed.map { $0.index(purpose).list }
    return (open + closed).max() ?? 1
  }

  private func list(
    _ purpose: StatusPurpose, _ number: Int
  ) throws(Complaint) -> (document: SiteContent.Document, list: SiteStatusList) {
    let list = address.list(purpose, number)
    let end = date.seconds + days * 86_400
    var bits = StatusList(purpose.listed)
    let encoded: String
    do throws(StatusRefusal) {
      for index in state.marked(purpose) where index.list == number { try bits.set(index.place) }
      encoded = try bits.encoded()
    } catch { throw Complaint(error.sentence, .refused) }
    let signed: JSON
    do throws(IssuingError) {
      signed = try StatusListCredential(
        id: list, issuer: settings.did, validFrom: date.seconds, validUntil: end, list: bits
      ).signed(by: key, of: keys, created: date.seconds)
    } catch { throw Complaint(error.sentence, .refused) }
    return (
      .init(path: address.path(of: list) ?? "", bytes: Array((signed.pretty + "\n").utf8)),
      SiteStatusList(
        url: list, purpose: purpose.rawValue, encodedList: encoded, validUntil: end)
    )
  }
}
