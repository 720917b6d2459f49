import JSON

/// One file of a trust folder, and what it adds.
struct TrustReading {
  /// Path below the folder.
  var name: String
  var bytes: [UInt8]

  private static let limits = JSON.Limits(bytes: 2 << 20, depth: 24)

  func add(to store: inout TrustStore) throws(TrustError) {
    switch bytes.first(where: { ![0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) }) {
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
    guard let document = (try? JSON(parsing: bytes, limits: Self.limits))?.object
    else { throw fault(.notADocument) }
    if let controller = ControllerDocument(document) {
      store.controllers[controller.id] = controller
      store.recognise(controller.id, as: Self.label(of: controller.id), isGuess: true)
    } else if let keys = KeySet(document) {
      guard let authority else { throw fault(.notAnIssuer) }
      store.keySets[authority] = keys
    } else if OlderForm.isOfContext(document), let id = document["id"]?.string {
      store.olderDocuments[id] = bytes
      if !Set(OlderForm.types(document)).isDisjoint(with: ["Issuer", "Profile"]) {
        store.recognise(id, as: document["name"]?.string ?? id, isGuess: true)
      }
    } else if let id = Self.listAddress(document) {
      store.lists[id] = bytes
    } else if document["type"] == nil && document["@context"] == nil {
      throw fault(.notADocument)
    }
  }

  /// A status list signed as a token.
  private func addToken(to store: inout TrustStore) throws(TrustError) {
    var bytes = bytes
    while let last = bytes.last, last == 0x0A || last == 0x0D { bytes.removeLast() }
    guard let token = try? PresentedToken(bytes), let id = Self.listAddress(token.payload)
    else { throw fault(.notADocument) }
    store.lists[id] = bytes
  }

  /// The issuer, its label, its keys.
  private func addIssuer(to store: inout TrustStore) throws(TrustError) {
    guard bytes.count <= 16_384, let text = String(validating: bytes, as: UTF8.self)
    else { throw fault(.notText) }
    let lines = text.drop { $0 == "\u{FEFF}" }
      .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let issuer = String(lines.first ?? "")
    do throws(KeyError) {
      if issuer.hasPrefix(DIDJWK.prefix) { _ = try DIDJWK(issuer) }
      if issuer.hasPrefix(DIDKey.prefix) { _ = try DIDKey(issuer) }
      let keys = try Self.keys(lines.dropFirst().joined(separator: "\n"))
      if !keys.isEmpty { store.pinned[issuer] = keys }
    } catch { throw fault(.key(error)) }
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
    return keys
  }

  /// The host of a file that lies where its issuer publishes it: `host/.well-known/jwks.json`.
  private var authority: String? {
    let parts = name.split(separator: "/")
    return parts.count > 1 ? parts.first.map(String.init) : nil
  }

  /// The host of a `did:web`, the identifier itself otherwise.
  private static func label(of id: String) -> String {
    id.hasPrefix("did:web:") ? String(id.dropFirst(8).prefix { $0 != ":" }) : id
  }

  private static func listAddress(_ document: JSONObject) -> String? {
    let types = document["type"]?.array?.compactMap(\.string) ?? []
    guard types.contains("BitstringStatusListCredential") else { return nil }
    return document["id"]?.string
  }
}
