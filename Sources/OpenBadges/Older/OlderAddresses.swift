/// Where an issuer publishes its Open Badges 2.0 documents: `https` addresses, all different.
public struct OlderAddresses: Sendable, Hashable {
  /// Of the issuer's Profile; it is the issuer's identifier too.
  public var issuer: String
  /// Of the CryptographicKey.
  public var key: String
  /// Of the BadgeClass.
  public var badge: String
  /// Of the RevocationList; nil for an issuer that has none.
  public var revocations: String?
  /// Of the badge's picture; nil when the achievement carries its own.
  public var image: String?

  /// Checks nothing: the documents are refused when an address is not fit.
  public init(
    issuer: String, key: String, badge: String, revocations: String? = nil, image: String? = nil
  ) {
    self.issuer = issuer
    self.key = key
    self.badge = badge
    self.revocations = revocations
    self.image = image
  }

  /// Throws unless all are `https` and no two are the same.
  func check() throws(OlderRefusal) {
    let all = [issuer, key, badge] + [revocations, image].compactMap(\.self)
    guard all.allSatisfy(Address.isHTTPS), Set(all).count == all.count else { throw .address }
  }
}

/// Why an award is not issued as Open Badges 2.0.
public enum OlderRefusal: Error, Sendable, Hashable {
  case award(AwardRefusal)
  case key(KeyError)
  /// An address is not `https`, or stands twice.
  case address
  /// The standard wants a recipient, and knows addresses only.
  case noRecipient
  /// The standard wants the issuer's site and e-mail.
  case noContact
  case noImage
  /// Of a revocation: no `urn:uuid`, or a reason that cannot be shown.
  case revocation
  /// The badge that was just made does not verify; it is thrown away.
  case selfCheck(Verdict)

  /// What is wrong and what to do, in French.
  public var sentence: String {
    switch self {
    case .award(let refusal): refusal.sentence
    case .key(let error): error.sentence
    case .address: "Une adresse de publication n’est pas en https, ou sert deux fois. Corrigez-la."
    case .noRecipient: "Un badge Open Badges 2.0 nomme son titulaire par un courriel. Donnez-le."
    case .noContact:
      "Open Badges 2.0 demande le site et le courriel de l’émetteur. Complétez sa fiche."
    case .noImage: "Open Badges 2.0 demande une image du badge. Ajoutez-la ou donnez son adresse."
    case .revocation: "Un retrait est mal décrit. Vérifiez l’identifiant du badge et le motif."
    case .selfCheck:
      "Le badge 2.0 fabriqué ne se vérifie pas\u{202F}; il n’a pas été gardé. Prévenez l’assistance."
    }
  }
}
