/// What may be shown of a badge: verified bytes only, cleaned of control and direction characters.
public struct BadgeFacts: Sendable, Hashable {
  /// What the badge says of its holder.
  public enum Holder: Sendable, Hashable {
    case unnamed
    case name(String)
    case hashedEmail
    case email(String)
    /// An identity of a kind this program has no words for.
    case other

    /// As shown in French.
    public var french: String {
      switch self {
      case .unnamed: "non nommé"
      case .name(let name): name
      case .hashedEmail: "courriel caché par une empreinte"
      case .email(let email): email
      case .other: "désigné autrement"
      }
    }
  }

  /// Of the credential.
  public var id: String
  /// Of the holder: what other verifiers ask for as the recipient; nil when the badge gives none.
  public var subject: String?
  /// Of the achievement.
  public var name: String
  /// The DID.
  public var issuer: String
  /// As the issuer names itself; not a proof of who it is.
  public var issuerName: String?
  /// The label of the trust list; nil when the issuer is not in it.
  public var recognisedAs: String?
  /// Seconds since 1970.
  public var validFrom: Int
  /// Seconds since 1970; nil for a badge that does not expire.
  public var validUntil: Int?
  /// What is said of the holder.
  public var holder: Holder
  /// Narratives, in their order.
  public var evidence: [String]

  /// Of a credential whose proof has held.
  init(_ verified: PresentedCredential) {
    id = PlainText.cleaned(verified.id)
    subject = verified.subject.map(PlainText.cleaned)
    name = PlainText.cleaned(verified.name)
    issuer = PlainText.cleaned(verified.issuer)
    issuerName = verified.issuerName.map(PlainText.cleaned)
    validFrom = verified.validFrom
    validUntil = verified.validUntil
    holder = BadgeFacts.holder(verified.identities)
    evidence = verified.evidence.map(PlainText.cleaned)
  }

  /// A name is shown rather than an address, and an address rather than anything else.
  private static func holder(_ identities: [PresentedCredential.Identity]) -> Holder {
    if let name = identities.first(where: { $0.kind == "name" && !$0.isHashed }) {
      return .name(PlainText.cleaned(name.value))
    }
    guard let email = identities.first(where: { $0.kind == "emailAddress" }) else {
      return identities.isEmpty ? .unnamed : .other
    }
    return email.isHashed ? .hashedEmail : .email(PlainText.cleaned(email.value))
  }
}
