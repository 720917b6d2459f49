import JSON

/// All that an issuer's public site says; its files follow from it alone.
package struct SiteContent: Sendable {
  /// Who publishes the site and signs the badges.
  package struct Issuer: Sendable, Hashable {
    /// As people know it.
    package var name: String
    /// Its own site, `https`; nil when it has none.
    package var url: String?
    /// Where this site is published: `https`, ending with a slash.
    package var base: String
    /// What stands in the member `issuer` of its badges.
    package var did: String
    /// A service's e-mail address, an `https` address or any text; never a person's.
    package var contact: String

    /// Checks nothing: `SiteContent.files` does.
    package init(name: String, url: String?, base: String, did: String, contact: String) {
      self.name = name
      self.url = url
      self.base = base
      self.did = did
      self.contact = contact
    }
  }

  /// A file made elsewhere: `did.json`, `jwks.json`, a status list credential.
  package struct Document: Sendable, Hashable {
    /// Relative to the site, with slashes.
    package var path: String
    /// Published as they are.
    package var bytes: [UInt8]

    /// Checks nothing: `SiteContent.files` does.
    package init(path: String, bytes: [UInt8]) {
      self.path = path
      self.bytes = bytes
    }
  }

  /// Who publishes.
  package var issuer: Issuer
  /// In the order in which people read them.
  package var achievements: [SiteAchievement]
  /// Every key that ever signed a badge of this issuer.
  package var keys: [SiteKey]
  /// Made elsewhere, in any order.
  package var documents: [Document]
  /// The lists that the verification page reads.
  package var statusLists: [SiteStatusList]
  /// Of the publication, in seconds since 1970.
  package var date: Int

  /// Checks nothing: `files` does.
  package init(
    issuer: Issuer, achievements: [SiteAchievement], keys: [SiteKey], documents: [Document],
    statusLists: [SiteStatusList], date: Int
  ) {
    self.issuer = issuer
    self.achievements = achievements
    self.keys = keys
    self.documents = documents
    self.statusLists = statusLists
    self.date = date
  }

  /// The whole site, sorted by the bytes of the paths: the same content gives the same bytes.
  ///
  /// Paths are relative and safe; a content that could not be published without harm is refused, its
  /// first fault told.
  package func files() throws(SiteFault) -> [(path: String, bytes: [UInt8])] {
    try check()
    let policy = SitePolicy()
    var files = documents.map { (path: $0.path, bytes: $0.bytes) }
    files.append(("index.html", SiteIndex(site: self).page.bytes(of: self, policy)))
    files.append(("verifier.html", SiteVerifier(site: self).page.bytes(of: self, policy)))
    for achievement in achievements {
      let document = try achievement.path(under: issuer.base)
      let page = SiteAchievementPage(site: self, achievement: achievement, document: document).page
      files.append((achievement.page, page.bytes(of: self, policy)))
      files.append((achievement.image.path, achievement.image.bytes))
      files.append((document, Array("\(achievement.document.pretty)\n".utf8)))
    }
    try SitePath.check(files.map(\.path))
    return files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  private func check() throws(SiteFault) {
    guard SiteAddress.isHTTPS(issuer.base), issuer.base.utf8.last == UInt8(ascii: "/"),
      !issuer.base.utf8.contains(where: { "?#".utf8.contains($0) })
    else { throw .base(issuer.base) }
    guard SiteAddress.isDID(issuer.did) else { throw .did(issuer.did) }
    guard !issuer.name.isBlank, !issuer.contact.isBlank else { throw .blank("émetteur") }
    if let url = issuer.url, !SiteAddress.isHTTPS(url) { throw .address(url) }
    guard (0..<253_402_300_800).contains(date) else { throw .date }
    for achievement in achievements { try achievement.check() }
    for key in keys { try key.check(of: issuer.did) }
    for list in statusLists { try list.check() }
    try SiteContent.checkOnce(keys.map(\.kid))
    try SiteContent.checkOnce(statusLists.map(\.url))
  }

  /// A key or a list that stands twice could be read in two ways.
  private static func checkOnce(_ names: [String]) throws(SiteFault) {
    var seen: Set<String> = []
    for name in names where !seen.insert(name).inserted { throw .twice(name) }
  }
}
