import Ledger
import OpenBadges

extension IssuerSettings {
  /// The lists in which each badge has a place.
  var purposes: [StatusPurpose] { suspension ? [.revocation, .suspension] : [.revocation] }

  /// None for an issuer without an address: it could not say that a badge is revoked.
  func statusEntries(of badge: IssuedBadge) throws(StatusRefusal) -> [StatusEntry] {
    guard let address else { return [] }
    var entries: [StatusEntry] = []
    for purpose in purposes {
      let index = badge.index(purpose)
      let list = address.list(purpose, index.list)
      entries.append(try StatusEntry(list: list, purpose: purpose.listed, index: index.place))
    }
    return entries
  }
}

extension IssuerAddress {
  /// Where a status list is published.
  func list(_ purpose: StatusPurpose, _ number: Int) -> String {
    "\(text)statuts/\(purpose.name)-\(number).json"
  }
}

extension StatusPurpose {
  /// In addresses.
  var name: String { self == .revocation ? "retraits" : "suspensions" }
  /// As lists say it.
  var listed: StatusList.Purpose { self == .revocation ? .revocation : .suspension }
}
