package import JSON

/// A status list as it is published: the document that holds it, without its proof.
public struct StatusListCredential: Sendable, Hashable {
  /// The `https` address where it is published.
  public var id: String
  /// The identifier of whoever signs it: the issuer of the badges.
  public var issuer: String
  /// Seconds since 1970; the standard lets others leave it out.
  public var validFrom: Int?
  /// Seconds since 1970; after it an older copy is no longer believed.
  public var validUntil: Int?
  /// The bits and their meaning.
  public var list: StatusList

  /// Checks nothing: `document()` does.
  public init(id: String, issuer: String, validFrom: Int?, validUntil: Int?, list: StatusList) {
    self.id = id
    self.issuer = issuer
    self.validFrom = validFrom
    self.validUntil = validUntil
    self.list = list
  }

  private static let context: JSON = "https://www.w3.org/ns/credentials/v2"

  /// The BitstringStatusListCredential of Bitstring Status List v1.0 §2.2, to be signed.
  ///
  /// One list for each purpose, the purpose as a string: other programs read no array there.
  package func document() throws(StatusRefusal) -> JSON {
    guard Address.isHTTPS(id), !id.utf8.contains(UInt8(ascii: "#")) else { throw .address }
    guard Address.isURI(issuer) else { throw .issuer }
    var members = JSONObject()
    members["@context"] = [StatusListCredential.context]
    members["id"] = .string(id)
    members["type"] = ["VerifiableCredential", "BitstringStatusListCredential"]
    members["issuer"] = .string(issuer)
    members["validFrom"] = try StatusListCredential.text(validFrom)
    members["validUntil"] = try StatusListCredential.text(validUntil)
    members["credentialSubject"] = [
      "id": "\(id)#list", "type": "BitstringStatusList",
      "statusPurpose": .string(list.purpose.rawValue), "encodedList": .string(try list.encoded()),
    ]
    return .object(members)
  }

  private static func text(_ date: Int?) throws(StatusRefusal) -> JSON? {
    guard let date else { return nil }
    guard let text = CredentialDate.text(date) else { throw .dates }
    return .string(text)
  }
}

extension StatusListCredential {
  /// Reads a document whose proof the caller has verified, or will.
  ///
  /// A list may serve several purposes (§2.2): it is read for the one that is asked, or for its only one.
  /// Without `validUntil`, a list that announces `ttl` (milliseconds, §2.2) ends that long after
  /// `validFrom`.
  package init(
    reading document: JSON, for purpose: StatusList.Purpose? = nil
  ) throws(StatusRefusal) {
    let types = document.object.map(PresentedForm.types) ?? []
    guard let contexts = document["@context"]?.array,
      contexts.first == StatusListCredential.context
    else { throw .contexts }
    guard types.contains("VerifiableCredential"),
      types.contains("BitstringStatusListCredential")
    else { throw .type }
    guard let id = document["id"]?.string, Address.isHTTPS(id) else { throw .address }
    let signer = document["issuer"]?.string ?? document["issuer"]?["id"]?.string
    guard let issuer = signer, Address.isURI(issuer) else { throw .issuer }
    let start = try StatusListCredential.date(document["validFrom"])
    let end = try StatusListCredential.date(document["validUntil"])
    let limit = try StatusListCredential.end(start, document["credentialSubject"]?["ttl"])
    self.init(
      id: id, issuer: issuer, validFrom: start,
      validUntil: end ?? limit,
      list: try StatusListCredential.list(document["credentialSubject"], purpose))
  }

  private static func end(_ start: Int?, _ ttl: JSON?) throws(StatusRefusal) -> Int? {
    guard let ttl else { return nil }
    guard let milliseconds = ttl.integer, milliseconds >= 0 else { throw .dates }
    return start.map { $0 + milliseconds / 1000 }
  }

  private static func date(_ value: JSON?) throws(StatusRefusal) -> Int? {
    guard let value else { return nil }
    guard let text = value.string, let date = CredentialDate.instant(text) else { throw .dates }
    return date
  }

  private static func list(
    _ subject: JSON?, _ wanted: StatusList.Purpose?
  ) throws(StatusRefusal) -> StatusList {
    guard let subject = subject?.object, PresentedForm.types(subject) == ["BitstringStatusList"]
    else { throw .subject }
    let names = subject["statusPurpose"].map { $0.array ?? [$0] } ?? []
    let purposes = names.compactMap { $0.string.flatMap(StatusList.Purpose.init(rawValue:)) }
    guard let purpose = purposes.first(where: { $0 == wanted }) ?? purposes.first
    else { throw .purpose }
    guard subject["statusSize"] == nil || subject["statusSize"] == 1 else { throw .size }
    guard let encoded = subject["encodedList"]?.string else { throw .subject }
    return try StatusList(purpose, encoded: encoded)
  }
}
