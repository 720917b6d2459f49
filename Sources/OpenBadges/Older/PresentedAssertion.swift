import JSON

/// What an Open Badges 2.0 Assertion says of itself; true only once its proof has held.
///
/// Written apart from `OlderBadge`, which makes such documents: a fault in one is seen by the other.
struct PresentedAssertion {
  /// The achievement: somewhere else, or here.
  enum Badge {
    case published(String)
    case embedded(JSONObject)
  }

  var id: String
  /// An identifier of Open Badges 1 that revocation lists may still use.
  var uid: String?
  var recipient: PresentedCredential.Identity
  var badge: Badge
  /// The address of the key, when it is said.
  var creator: String?
  /// Seconds since 1970.
  var issuedOn: Int
  var expires: Int?
  var evidence: [String]
  var isRevoked: Bool

  /// Refuses what Open Badges 2.0 makes compulsory and is missing or of another form.
  init(_ document: JSONObject) throws(Flaw) {
    guard OlderForm.isOfContext(document), PresentedForm.types(document).contains("Assertion")
    else { throw .assertionForm }
    id = try PresentedForm.uri(document["id"], else: .assertionForm)
    uid = document["uid"]?.string
    recipient = try PresentedAssertion.recipient(document["recipient"])
    badge = try PresentedAssertion.badge(document["badge"])
    creator = try PresentedAssertion.creator(document["verification"] ?? document["verify"])
    issuedOn = try PresentedForm.date(document["issuedOn"])
    expires = try document["expires"].map(PresentedForm.date)
    evidence = PresentedAssertion.narratives(document["evidence"])
    isRevoked = document["revoked"] != nil && document["revoked"] != false
  }

  private static func recipient(_ value: JSON?) throws(Flaw) -> PresentedCredential.Identity {
    guard let kind = value?["type"]?.string, let isHashed = value?["hashed"]?.bool,
      let identity = value?["identity"]?.string,
      value?["salt"] == nil || value?["salt"]?.string != nil
    else { throw .assertionForm }
    let salt = value?["salt"]?.string ?? ""
    return .init(kind: kind, isHashed: isHashed, value: identity, salt: salt)
  }

  private static func badge(_ value: JSON?) throws(Flaw) -> Badge {
    if let badge = value?.object { return .embedded(badge) }
    return .published(try PresentedForm.uri(value, else: .assertionForm))
  }

  /// The key's address; nil when any key of the issuer may do.
  private static func creator(_ value: JSON?) throws(Flaw) -> String? {
    guard let verification = value?.object else { throw .assertionForm }
    let types = PresentedForm.types(verification)
    guard !types.contains(where: ["HostedBadge", "hosted"].contains) else { throw .hostedBadge }
    guard types.contains(where: ["SignedBadge", "signed"].contains) else { throw .assertionForm }
    return try verification["creator"].map { value throws(Flaw) in
      try PresentedForm.uri(value, else: .assertionForm)
    }
  }

  /// The narratives; evidence that is an address is let through, and never followed.
  private static func narratives(_ value: JSON?) -> [String] {
    (value?.array ?? [value].compactMap(\.self)).compactMap { $0["narrative"]?.string }
  }
}
