import BadgeRequest
import JSON
import Ledger
import OpenBadges
import Reports

/// What an issuer's site holds today: it follows from the folder, the ledger and the day.
struct Publication {
  let issuer: IssuerFolder
  let address: IssuerAddress
  let state: LedgerState
  /// The start of the day: a second publication of the same day changes nothing.
  let date: Instant
  /// How long the lists are believed.
  let days: Int
  private let keys: PublishedKeys
  private let statements: StatementFiles
  /// Signs the status lists.
  private let key: Ed25519SigningKey

  init(
    _ issuer: IssuerFolder, _ state: LedgerState, now: Instant, days: Int,
    _ passphrase: inout AskedPassphrase
  ) throws(Complaint) {
    self.issuer = issuer
    self.state = state
    self.days = days
    address = try issuer.requiredAddress("il n’a rien à publier")
    date = now.startOfDay
    keys = try PublishedKeys(issuer, state)
    statements = try StatementFiles(issuer.folder)
    guard let active = state.active(.ed25519),
      case .ed25519(let key) = try KeyFiles(issuer.folder)
        .secret(active.fragment, .ed25519, &passphrase)
    else {
      throw Complaint(
        "Il n’y a pas de clé Ed25519 active. Faites-en une : emetteur cle nouvelle.",
        .refused)
    }
    self.key = key
  }

  /// The whole site; what is signed has been verified.
  func content() throws(Complaint) -> SiteContent {
    let settings = issuer.settings
    let lists = try StatusPublication(
      address: address, settings: settings, state: state, date: date, days: days, key: key,
      keys: keys
    ).lists()
    var achievements: [SiteAchievement] = []
    for key in try statements.keys() { achievements.append(try achievement(key)) }
    return SiteContent(
      issuer: .init(
        name: settings.name, url: address.text, base: address.text, did: settings.did,
        contact: settings.email ?? address.text),
      achievements: achievements, keys: try SiteKey.all(of: issuer, state),
      documents: try documents() + lists.map(\.document), statusLists: lists.map(\.list),
      date: date.seconds)
  }

  private func achievement(_ key: String) throws(Complaint) -> SiteAchievement {
    let stated = try statements.statement(key)
    let achievement = stated.achievement(issuer.settings)
    return SiteAchievement(
      name: stated.name, slug: key, description: stated.description, criteria: stated.criteria,
      image: .init(
        path: "\(key).svg", bytes: try statements.svg(key), alternative: stated.alternative),
      months: BadgeIssuing.months, document: Credential.document(achievement))
  }
}

extension Publication {
  /// The documents of the issuer itself.
  private func documents() throws(Complaint) -> [SiteContent.Document] {
    let settings = issuer.settings
    let place = address.hasPath ? "" : ".well-known/"
    var documents = [
      Publication.file("\(place)did.json", keys.controllerDocument),
      Publication.file("\(place)jwks.json", keys.keySet),
      Publication.file("profil.json", Credential.document(settings.issuer)),
    ]
    if let key = state.active(.x25519) {
      let card = try KeyFiles(issuer.folder).card(key.fragment)
      do throws(FormFault) {
        documents.append(.init(path: "emetteur.json", bytes: try card.written()))
      } catch {
        throw Complaint("\(error.sentence) \(error.advice)", .refused)
      }
    }
    return documents + (try olderDocuments())
  }

  /// The keys of Open Badges 2.0 that are believed.
  private var olderKeys: [PublishedKey] {
    keys.keys.filter { $0.key.algorithm == .rs256 }
  }

  /// Profiles, keys, BadgeClasses and RevocationLists of Open Badges 2.0; none without an RSA key.
  private func olderDocuments() throws(Complaint) -> [SiteContent.Document] {
    let settings = issuer.settings
    var achievements: [(key: String, stated: Achievement)] = []
    for key in try statements.keys() {
      achievements.append((key, try statements.statement(key).achievement(settings)))
    }
    return try Publication.refusing { () throws(OlderRefusal) in
      var documents: [JSON] = []
      for published in olderKeys {
        let own = OlderAddresses(address.text, key: published.fragment, statement: "x")
        documents.append(try OlderBadge.profile(settings.issuer, at: own))
        documents.append(try OlderBadge.key(published.key, at: own))
        documents.append(try OlderBadge.revocationList(revocations, at: own))
        for (statement, stated) in achievements {
          let place = OlderAddresses(address.text, key: published.fragment, statement: statement)
          documents.append(try OlderBadge.badgeClass(stated, at: place))
        }
      }
      return documents.map { Publication.file(path($0), $0) }
    }
  }

  /// Where a document is published: its own address says it.
  private func path(_ document: JSON) -> String {
    (document["id"]?.string).flatMap(address.path) ?? ""
  }

  /// Open Badges 2.0 knows no suspension: a suspended badge is listed until it is reinstated.
  ///
  /// Badges that are no longer signed by RSA too: a former file of theirs may still be about.
  private var revocations: [OlderBadge.Revocation] {
    state.badges.filter { $0.status != .valid }
      .map { OlderBadge.Revocation(id: $0.issued.id) }
  }

  private static func refusing<Value>(
    _ body: () throws(OlderRefusal) -> Value
  ) throws(Complaint) -> Value {
    do { return try body() } catch {
      throw Complaint(error.sentence, .refused)
    }
  }

  private static func file(_ path: String, _ document: JSON) -> SiteContent.Document {
    .init(path: path, bytes: Array((document.pretty + "\n").utf8))
  }
}
