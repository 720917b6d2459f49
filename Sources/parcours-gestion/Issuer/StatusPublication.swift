import JSON
import Ledger
import OpenBadges

/// The status lists as they are published: signed, then verified by the verifying code.
struct StatusPublication {
  let settings: IssuerSettings
  let state: LedgerState
  let date: Instant
  let days: Int
  let signer: (key: Ed25519SigningKey, method: String)
  /// The document by which the lists are read back.
  let controller: JSON

  /// Each list of each purpose, with its file.
  func lists() throws(Complaint) -> [(document: SiteContent.Document, list: SiteStatusList)] {
    var lists: [(document: SiteContent.Document, list: SiteStatusList)] = []
    for purpose in settings.suspension ? StatusPurpose.allCases : [.revocation] {
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
    let address = settings.list(purpose, number)
    let end = date.seconds + days * 86_400
    do {
      var bits = StatusList(purpose.listed)
      for index in state.marked(purpose) where index.list == number { try bits.set(index.place) }
      let credential = StatusListCredential(
        id: address, issuer: settings.did, validFrom: date.seconds, validUntil: end, list: bits)
      let signed = try signed(try credential.document())
      try check(signed, credential)
      let path = String(address.utf8.dropFirst((settings.address ?? "").utf8.count)) ?? ""
      return (
        .init(path: path, bytes: Array((signed.pretty + "\n").utf8)),
        SiteStatusList(
          url: address, purpose: purpose.rawValue, encodedList: try bits.encoded(), validUntil: end)
      )
    } catch let error as StatusRefusal {
      throw Complaint(error.sentence, status: ExitStatus.refused)
    } catch let error as ProofError {
      throw Complaint(error.sentence, status: ExitStatus.refused)
    } catch {
      throw StatusPublication.unverified
    }
  }

  private func signed(_ document: JSON) throws(ProofError) -> JSON {
    var signed = document
    for suite in [DataIntegrity.Suite.rdfc, .jcs] {
      signed = try DataIntegrity.secured(
        signed, by: signer.key, method: signer.method, created: date.seconds, suite: suite)
    }
    return signed
  }

  /// Each proof by itself, then what the list says.
  private func check(_ signed: JSON, _ wanted: StatusListCredential) throws {
    // By the document that is published, as whoever verifies a badge will do.
    let trust = TrustStore(trusting: settings.did, label: settings.name, controller: controller)
    guard let members = signed.object, let proofs = members["proof"]?.array else {
      throw StatusPublication.unverified
    }
    for proof in proofs {
      var single = members
      single["proof"] = proof
      let held = try DataIntegrity.check(.object(single), now: date.seconds) {
        trust.method($0, now: date.seconds)
      }
      guard held.controller == settings.did, held.method == signer.method else {
        throw StatusPublication.unverified
      }
    }
    guard try StatusListCredential(reading: signed) == wanted
    else { throw StatusPublication.unverified }
  }

  private static let unverified = Complaint(
    "Une liste de retraits ne se vérifie pas ; rien n’a été publié. Prévenez l’assistance.",
    status: ExitStatus.refused)
}
