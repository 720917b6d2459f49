import JSON

/// What a document says of itself, read member by member; true only once its proof has held.
///
/// Written apart from `Credential`, which makes such documents: a fault in one is seen by the other.
struct PresentedCredential {
  /// An IdentityObject.
  struct Identity {
    var kind: String
    var isHashed: Bool
    var value: String
    var salt: String
  }

  var id: String
  var name: String
  var issuer: String
  var issuerName: String?
  var subject: String?
  /// Seconds since 1970.
  var validFrom: Int
  var validUntil: Int?
  var identities: [Identity]
  var evidence: [String]
  /// `credentialStatus` as it is written; nil when there is none.
  var status: JSON?

  /// Refuses what Open Badges 3.0 makes compulsory and is missing or of another form.
  init(_ document: JSONObject) throws(Flaw) {
    guard document["vc"] == nil else { throw .legacyClaim }
    try PresentedCredential.checkContexts(document["@context"])
    let types = PresentedForm.types(document)
    guard types.contains("VerifiableCredential"),
      types.contains("OpenBadgeCredential") || types.contains("AchievementCredential")
    else { throw .credentialType }
    id = try PresentedForm.uri(document["id"], else: .credentialID)
    (issuer, issuerName) = try PresentedCredential.issuer(document["issuer"])
    validFrom = try PresentedForm.date(document["validFrom"])
    validUntil = try document["validUntil"].map(PresentedForm.date)
    let holder = try PresentedCredential.holder(document["credentialSubject"])
    (subject, name, identities) = holder
    evidence = try PresentedCredential.evidence(document["evidence"])
    status = document["credentialStatus"]
  }
}

extension PresentedCredential {
  private static let badgeContexts = ["", "-3.0.1", "-3.0.2", "-3.0.3"].map {
    "https://purl.imsglobal.org/spec/ob/v3p0/context\($0).json"
  }

  private static func checkContexts(_ value: JSON?) throws(Flaw) {
    guard value?.array?.first != "https://www.w3.org/2018/credentials/v1" else {
      throw .legacyClaim
    }
    guard let contexts = value?.array, contexts.count >= 2,
      contexts[0] == "https://www.w3.org/ns/credentials/v2", let second = contexts[1].string,
      badgeContexts.contains(second)
    else { throw .contexts }
  }

  /// The issuer's identifier, alone or in a Profile with a name.
  private static func issuer(_ value: JSON?) throws(Flaw) -> (String, String?) {
    guard let profile = value?.object else {
      return (try PresentedForm.uri(value, else: .issuerForm), nil)
    }
    guard PresentedForm.types(profile).contains("Profile"),
      profile["name"] == nil || profile["name"]?.string != nil
    else { throw .issuerForm }
    return (try PresentedForm.uri(profile["id"], else: .issuerForm), profile["name"]?.string)
  }

  private static func holder(_ value: JSON?) throws(Flaw) -> (String?, String, [Identity]) {
    guard let subject = value?.object, PresentedForm.types(subject).contains("AchievementSubject"),
      subject["id"] != nil || subject["identifier"] != nil
    else { throw .subjectForm }
    let id = try subject["id"].map { value throws(Flaw) in
      try PresentedForm.uri(value, else: .subjectForm)
    }
    return (id, try name(subject["achievement"]), try identities(subject["identifier"]))
  }

  /// The name of an achievement that has all its compulsory members.
  private static func name(_ value: JSON?) throws(Flaw) -> String {
    guard let achievement = value?.object, PresentedForm.types(achievement).contains("Achievement"),
      let name = achievement["name"]?.string, achievement["description"]?.string != nil,
      achievement["criteria"]?.object != nil
    else { throw .achievementForm }
    _ = try PresentedForm.uri(achievement["id"], else: .achievementForm)
    return name
  }

  private static func identities(_ value: JSON?) throws(Flaw) -> [Identity] {
    guard let value else { return [] }
    guard let elements = value.array else { throw .subjectForm }
    var identities: [Identity] = []
    for element in elements {
      guard element["type"] == "IdentityObject", let isHashed = element["hashed"]?.bool,
        let kind = element["identityType"]?.string, let value = element["identityHash"]?.string,
        element["salt"] == nil || element["salt"]?.string != nil
      else { throw .subjectForm }
      let salt = element["salt"]?.string ?? ""
      identities.append(Identity(kind: kind, isHashed: isHashed, value: value, salt: salt))
    }
    return identities
  }

  /// The narratives; evidence without one is let through, an address is never followed.
  private static func evidence(_ value: JSON?) throws(Flaw) -> [String] {
    guard let value else { return [] }
    guard let elements = value.array else { throw .evidenceForm }
    var narratives: [String] = []
    for element in elements {
      guard let object = element.object, PresentedForm.types(object).contains("Evidence"),
        object["narrative"] == nil || object["narrative"]?.string != nil
      else { throw .evidenceForm }
      if let narrative = object["narrative"]?.string { narratives.append(narrative) }
    }
    return narratives
  }
}
