public import JSON

/// What whoever verifies has chosen to believe: issuers, their keys, their status lists.
///
/// All of it was fetched or received beforehand: verifying opens no connection.
public struct TrustStore: Sendable {
  /// Labels by issuer.
  private var labels: [String: String] = [:]
  /// What `did:web` and other issuers publish, by identifier.
  var controllers: [String: ControllerDocument] = [:]
  /// Key sets of `https` issuers, by authority.
  var keySets: [String: KeySet] = [:]
  /// Key sets that lie under no host: what they say of one that is known otherwise is a contradiction.
  var claimedSets: [String: KeySet] = [:]
  /// Keys written below an issuer's name in a text file.
  var pinned: [String: [VerificationKey]] = [:]
  /// The file of each of both, to be told when another says something else.
  var pinnedBy: [String: String] = [:]
  var claimedBy: [String: String] = [:]
  /// The hosts that files under no host's folder say they come from, each with the first such file.
  var hosts: [String: String] = [:]
  /// Status lists as they were published, by address; verified each time they are used.
  var lists: [String: [UInt8]] = [:]
  /// Lists without a signature, by the address that vouches for them.
  var revocations: [String: RevokedCredentials] = [:]
  /// Documents of Open Badges 2.0, by address.
  var olderDocuments: [String: [UInt8]] = [:]

  /// Files that say nothing of issuers, as the caller named them: to be told, for a name may be mistyped.
  public var unread: [String] = []

  /// Nobody: every badge is then of an unrecognised issuer.
  public static let empty = TrustStore()

  private init() {}

  /// One issuer, by its DID or by the address of its profile.
  public init(trusting id: String, label: String) { labels[id] = label }

  /// One issuer and the document that says which keys are its own; throws for any other document.
  public init(trusting id: String, label: String, controller: JSON) throws(TrustError) {
    guard let document = controller.object.flatMap(ControllerDocument.init) else {
      throw TrustError(file: id, reason: .notADocument)
    }
    guard document.id.isSame(as: id) else { throw TrustError(file: id, reason: .elsewhere) }
    labels[id] = label
    controllers[id] = document
  }

  /// Reads the files of a trust folder, each with its path below the folder.
  ///
  /// A text file names one issuer on its first line, its label on the second, then its public keys
  /// in PEM if its name does not hold them. A `.json` file is what an issuer publishes, its path
  /// being its address without `https://` unless it lies in no sub-folder. A file that cannot be understood throws: an issuer left
  /// out in silence would make good badges look unrecognised.
  public init(files: [(name: String, bytes: [UInt8])]) throws(TrustError) {
    for (name, bytes) in files.sorted(by: { $0.name < $1.name }) {
      try TrustReading(name: name, bytes: bytes).add(to: &self)
    }
    for (issuer, keys) in pinned {
      let published = controllers[issuer].map { Set($0.keys.values) }
      guard KeySet.authority(of: issuer).flatMap({ keySets[$0] }) == nil,
        published == nil || published == Set(keys)
      else { throw TrustError(file: pinnedBy[issuer] ?? issuer, reason: .twice) }
    }
    // A copy without the folder of its host is of one site, which must not speak for another.
    if hosts.count > 1, let (_, file) = hosts.max(by: { $0.value < $1.value }) {
      throw TrustError(file: file, reason: .elsewhere)
    }
    // The copy of one site must not add keys to another.
    for (authority, set) in claimedSets {
      guard keySets[authority] == nil
      else { throw TrustError(file: claimedBy[authority] ?? authority, reason: .twice) }
      keySets[authority] = set
    }
  }

  /// No issuer at all, so that nothing can be said of one.
  public var isEmpty: Bool { labels.isEmpty }

  /// The label of an issuer; nil when it is not recognised.
  public func label(of issuer: String) -> String? {
    guard issuer.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    return labels[issuer]
  }

  /// The key of a Data Integrity proof, as what was given beforehand tells it; nil when nothing does.
  ///
  /// `now` is in seconds since 1970: a key may have an end.
  package func method(_ name: String, now: Int) -> VerificationMethod? {
    IssuerKeys(store: self, now: now).method(name)
  }

  /// A host that a file under no host's folder says it comes from: the first file of each is kept.
  mutating func note(_ host: String, in file: String) { hosts[host] = hosts[host] ?? file }

  /// Recognises an issuer; a label given by a text file wins over one that is guessed.
  mutating func recognise(_ issuer: String, as label: String, isGuess: Bool = false) {
    if isGuess, labels[issuer] != nil { return }
    labels[issuer] = label
  }
}

/// A file of a trust folder that names no usable issuer.
public struct TrustError: Error, Sendable, Hashable {
  /// What is wrong with the file.
  public enum Reason: Sendable, Hashable {
    /// No UTF-8 text, or more than its kind may hold.
    case notText
    /// JSON that cannot be read, or is no document that an issuer publishes.
    case notADocument
    /// No DID nor `https` address on the first line.
    case notAnIssuer
    /// A document that does not lie where its identifier says it is published.
    case elsewhere
    /// Another file says something else of the same identifier.
    case twice
    case key(KeyError)
  }

  /// Its name, as the caller gave it.
  public var file: String
  /// What is wrong with it.
  public var reason: Reason

  /// A fault in one file.
  package init(file: String, reason: Reason) {
    self.file = file
    self.reason = reason
  }

  /// What is wrong, in which file, and what to do, in French.
  public var sentence: String {
    let file = "Fichier de confiance «\u{202F}\(PlainText.cleaned(file))\u{202F}»"
    return switch reason {
    case .notText: "\(file)\u{A0}: ce n’est pas du texte. Retirez-le du dossier."
    case .notADocument:
      "\(file)\u{A0}: ce n’est pas un document publié par un émetteur. Retirez-le du dossier."
    case .notAnIssuer:
      "\(file), première ligne\u{A0}: ni identifiant ni adresse d’émetteur. Recopiez-le en entier."
    case .elsewhere:
      "\(file)\u{A0}: il n’est pas à sa place. Rangez-le sous le nom de son site, comme «\u{202F}ville.fr/did.json\u{202F}»."
    case .twice:
      "\(file)\u{A0}: un autre fichier du dossier le contredit. Gardez le plus récent."
    case .key(let error): "\(file). \(error.sentence)"
    }
  }
}
