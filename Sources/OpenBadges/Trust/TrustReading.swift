import JSON

/// One file of a trust folder, and what it adds.
struct TrustReading {
  /// Path below the folder.
  var name: String
  var bytes: [UInt8]

  func add(to store: inout TrustStore) throws(TrustError) {
    switch bytes.first(where: { !Container.isBlankOrMark($0) }) {
    case UInt8(ascii: "{"): try addDocument(to: &store)
    case UInt8(ascii: "e") where bytes.count { $0 == UInt8(ascii: ".") } == 2:
      try addToken(to: &store)
    default: try addIssuer(to: &store)
    }
  }

  private func fault(_ reason: TrustError.Reason) -> TrustError {
    TrustError(file: name, reason: reason)
  }
}

extension TrustReading {
  /// `did.json`, `jwks.json`, a status list, or a document of Open Badges 2.0.
  private func addDocument(to store: inout TrustStore) throws(TrustError) {
    guard let parsed = try? JSON(parsing: bytes, limits: Container.limits),
      let document = parsed.object
    else { throw fault(.notADocument) }
    if let controller = ControllerDocument(document) {
      guard place.mayHoldKeys else { throw fault(.elsewhere) }
      try place(controller.id, in: &store)
      try keep(controller, as: controller.id, in: &store.controllers)
      store.recognise(controller.id, as: Self.label(of: controller.id), isGuess: true)
    } else if let keys = KeySet(document) {
      try add(keys, to: &store)
    } else if OlderForm.isOfContext(document), let id = document["id"]?.string {
      try addOlder(document, id, to: &store)
    } else if let id = Self.listAddress(document) {
      try addList(id, bytes, to: &store)
    } else if let list = RevokedCredentials(document) {
      try place(list.id, in: &store)
      try keep(list, as: list.id, in: &store.revocations)
    } else if Self.isIssuerCard(document) {
      // For those who ask for badges: it vouches for nothing.
      return
    } else if ["did.json", "jwks.json"].contains(where: name.hasSuffix) {
      // What bears a name of ours must be ours.
      throw fault(.notADocument)
    } else if document["type"] == nil && document["@context"] == nil {
      // Another program's: `manifest.json` for one.
      guard !place.isLoose else { throw fault(.notADocument) }
      store.unread.append(name)
    }
  }

  /// A key set; where no place says whose it is, the keys that name their issuer are its own.
  private func add(_ keys: KeySet, to store: inout TrustStore) throws(TrustError) {
    if let authority = place.keySetAuthority {
      store.keySets[authority, default: .empty].entries += keys.entries
      return
    }
    // Keys named by a DID are those of its document, which says them better.
    guard !keys.entries.allSatisfy({ ($0.id ?? "").hasPrefix("did:") }) || keys.entries.isEmpty
    else { return }
    let named = keys.entries.filter { $0.issuer != nil }
    guard !place.isBelowHost, place.mayHoldKeys, !(place.isLoose && named.isEmpty)
    else { throw fault(.elsewhere) }
    for entry in named {
      guard let authority = entry.issuer.flatMap(KeySet.authority) else { continue }
      store.claimedSets[authority, default: .empty].entries.append(entry)
      store.claimedBy[authority] = name
      if !place.isLoose { store.note(authority, in: name) }
    }
  }

  /// A document that nobody signed: its address vouches for it, so it must lie there.
  private func addOlder(
    _ document: JSONObject, _ id: String, to store: inout TrustStore
  ) throws(TrustError) {
    try place(id, in: &store)
    try keep(bytes, as: id, in: &store.olderDocuments)
    guard !Set(PresentedForm.types(document)).isDisjoint(with: ["Issuer", "Profile"]) else {
      return
    }
    store.recognise(id, as: Self.label(of: id), isGuess: true)
  }

  /// Two files that say different things of one name leave no way to tell which is right.
  private func keep<Value: Equatable>(
    _ value: Value, as id: String, in values: inout [String: Value]
  ) throws(TrustError) {
    guard values[id] == nil || values[id] == value else { throw fault(.twice) }
    values[id] = value
  }

  private var place: TrustPlace { TrustPlace(path: name) }

  /// A status list signed as a token.
  private func addToken(to store: inout TrustStore) throws(TrustError) {
    var bytes = bytes
    while let last = bytes.last, last == 0x0A || last == 0x0D { bytes.removeLast() }
    guard let token = try? PresentedToken(bytes) else { throw fault(.notADocument) }
    // A badge that lies there vouches for nothing.
    guard let id = Self.listAddress(token.payload) else { return store.unread.append(name) }
    try addList(id, bytes, to: &store)
  }

  /// A list that lies elsewhere than at its address is told and left alone: it is signed, so that
  /// whoever put it there says nothing by it, but it must not stand against the one that is in place.
  private func addList(
    _ id: String, _ bytes: [UInt8], to store: inout TrustStore
  ) throws(TrustError) {
    guard place.isOf(id) else { return store.unread.append(name) }
    try keep(bytes, as: id, in: &store.lists)
  }

  /// Refuses a document that lies elsewhere than where its identifier says it is published.
  private func place(_ id: String, in store: inout TrustStore) throws(TrustError) {
    guard place.isOf(id) else { throw fault(.elsewhere) }
    if let host = place.claimedHost(id) { store.note(host, in: name) }
  }

  /// Whether a file that is no document may name an issuer: whatever else lies in the copy of a site
  /// is told, and left alone.
  private var mayNameIssuer: Bool {
    let start = bytes.drop(while: Container.isBlankOrMark).prefix(8)
    let text = String(decoding: start, as: UTF8.self).lowercased()
    return text.hasPrefix("did") || text.hasPrefix("http")
  }

  /// The issuer, its label, its keys.
  private func addIssuer(to store: inout TrustStore) throws(TrustError) {
    guard !name.hasSuffix(".json") else { throw fault(.notADocument) }
    // Below a site's name, whoever publishes the site would choose what is believed.
    guard mayNameIssuer, place.isLoose else { return store.unread.append(name) }
    guard bytes.count <= 16_384, let text = String(validating: bytes, as: UTF8.self)
    else { throw fault(.notText) }
    let lines = text.drop { $0 == "\u{FEFF}" }
      .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let issuer = String(lines.first ?? "")
    let keys: [VerificationKey]
    do throws(KeyError) {
      if issuer.hasPrefix(DIDJWK.prefix) { _ = try DIDJWK(issuer) }
      if issuer.hasPrefix(DIDKey.prefix) { _ = try DIDKey(issuer) }
      keys = try Self.keys(lines.dropFirst().joined(separator: "\n"))
    } catch { throw fault(.key(error)) }
    if !keys.isEmpty {
      try keep(keys, as: issuer, in: &store.pinned)
      store.pinnedBy[issuer] = name
    }
    guard Address.isHTTPS(issuer) || issuer.hasPrefix("did:") && Address.isURI(issuer)
    else { throw fault(.notAnIssuer) }
    store.recognise(issuer, as: label(lines.dropFirst().first))
  }

  private func label(_ line: Substring?) -> String {
    let label = PlainText.cleaned(String(line ?? ""))
    return PlainText.isEmpty(label) || label.hasPrefix("-----") ? PlainText.cleaned(name) : label
  }

  /// The public keys in PEM that a text holds.
  private static func keys(_ text: String) throws(KeyError) -> [VerificationKey] {
    let end = "-----END PUBLIC KEY-----"
    var keys: [VerificationKey] = []
    var rest = text[...]
    while let start = rest.firstRange(of: "-----BEGIN PUBLIC KEY-----"),
      let stop = rest[start.lowerBound...].firstRange(of: end)
    {
      keys.append(try VerificationKey(pem: String(rest[start.lowerBound..<stop.upperBound]) + "\n"))
      rest = rest[stop.upperBound...]
    }
    // A key that is cut short, or secret, is never passed over in silence.
    guard text.firstRange(of: " PRIVATE KEY-----") == nil else { throw .privateJWK }
    guard rest.firstRange(of: "-----BEGIN ") == nil else { throw .notPEM }
    return keys
  }

  /// The address of a `did:web`, its path too, the identifier itself otherwise.
  ///
  /// Never the name that an issuer gives itself: anybody may write any name.
  private static func label(of id: String) -> String {
    id.hasPrefix("did:web:") ? String(id.dropFirst(8)).replacing(":", with: "/") : id
  }

  private static func listAddress(_ document: JSONObject) -> String? {
    let types = document["type"]?.array?.compactMap(\.string) ?? []
    guard types.contains("BitstringStatusListCredential") else { return nil }
    return document["id"]?.string
  }

  /// The `emetteur.json` of a published site.
  private static func isIssuerCard(_ document: JSONObject) -> Bool {
    document.keys.allSatisfy(["v", "nom", "did", "url", "cle"].contains)
      && document["did"]?.string != nil && document["cle"]?.object != nil
  }
}
