import JSON

/// A badge ready to be written to files: one award in every container, each verified.
public struct SealedBadge: Sendable, Hashable {
  /// The OpenBadgeCredential with its Data Integrity proofs, in UTF-8; nil without an Ed25519 key.
  public var json: [UInt8]?
  /// The compact VC-JWT, in ASCII, without a newline; nil without a key for it.
  public var jwt: [UInt8]?
  /// The picture with the badge inside.
  public var svg: [UInt8]
  /// The same; nil without a PNG template.
  public var png: [UInt8]?
  /// Of the credential, the same in all containers.
  public var fingerprint: Fingerprint

  /// Those that were made, by the ending of the file's name; the one to show first.
  public var files: [(ending: String, bytes: [UInt8])] {
    [("svg", svg), ("png", png), ("json", json), ("jwt", jwt)]
      .compactMap { ending, bytes in bytes.map { (ending, $0) } }
  }
}

/// What pictures of an award are made from.
public struct BadgePictures: Sendable {
  var svg: SVGTemplate
  var png: PNGTemplate?

  /// An SVG, and the same picture as PNG when there is one.
  public init(svg: SVGTemplate, png: PNGTemplate? = nil) {
    self.svg = svg
    self.png = png
  }
}

/// Signing, baking, and reading back what was made.
public struct Issuing: Sendable {
  /// Signs Data Integrity proofs; nil when this issuer makes none.
  private let document: (key: Ed25519SigningKey, method: String, suites: [DataIntegrity.Suite])?
  private let token: TokenSigner?
  /// Who is recognised when the badge is read back: this issuer and the keys it publishes.
  private let trust: TrustStore

  /// An issuer that is its own key: Ed25519, `did:key`.
  public init(_ key: Ed25519SigningKey) {
    document = (key, key.did.keyID, [.rdfc])
    token = nil
    trust = TrustStore(trusting: key.did.text, label: "")
  }

  /// An issuer that is its own key: P-256, `did:jwk`; it makes VC-JWT alone.
  public init(_ key: P256SigningKey) {
    document = nil
    token = .es256(key)
    trust = TrustStore(trusting: key.did.text, label: "")
  }

  /// An issuer with a public address; its pictures carry the token, which browsers check by themselves.
  ///
  /// Badges are read back by the document that `keys` make. Throws `.unpublished` for a key that is not
  /// one of them, or without any key.
  public init(
    _ keys: PublishedKeys, document: Ed25519SigningKey? = nil, token: TokenKey? = nil
  ) throws(IssuingError) {
    guard document != nil || token != nil else { throw .unpublished }
    self.document = try document.map { key throws(IssuingError) in
      (key, try keys.method(of: key.publicKey), [.rdfc, .jcs])
    }
    self.token = try token.map { key throws(IssuingError) in
      key.signer(keyID: try keys.method(of: key.publicKey), controller: keys.did)
    }
    trust = keys.trust
  }

  /// Signs an award, puts it in the pictures, and verifies each file by the verifying code path.
  ///
  /// Nothing is returned that a verifier who knows this issuer would not accept on the first day.
  public func seal(
    _ award: Award, in pictures: BadgePictures, created: Int
  ) throws(IssuingError) -> SealedBadge {
    let document = try signedDocument(award, created: created)
    let json = document?.bytes
    let jwt = try token.map { signer throws(IssuingError) in
      Array(try CredentialJWT.signed(award, by: signer).utf8)
    }
    let payload: BadgePayload = jwt.map { .token($0) } ?? .document(json ?? [])
    let svg: [UInt8]
    do throws(Flaw) { svg = try pictures.svg.baked(payload) } catch { throw .picture(error) }
    let png = pictures.png?.baked(payload)
    // The SVG shows the token, or the document with a proof that holds: what it hides is read alone.
    let proofs = document.map(Issuing.eachProof) ?? []
    let hidden = jwt == nil && proofs.count == 1 ? [] : proofs
    let fingerprint = try fingerprint(of: award, in: [svg] + hidden.map(\.bytes))
    // The PNG holds what the SVG was verified with: it is enough that the same bytes come out.
    if let png, (try? BadgePayload(reading: png)) != payload { throw .selfCheck(.unusable) }
    return SealedBadge(json: json, jwt: jwt, svg: svg, png: png, fingerprint: fingerprint)
  }

  private func signedDocument(
    _ award: Award, created: Int
  ) throws(IssuingError) -> JSON? {
    guard let document else { return nil }
    let controller = String(document.method.prefix { $0 != "#" })
    do { try award.check(signedBy: controller) } catch { throw .award(error) }
    var signed = Credential.document(award)
    do throws(ProofError) {
      for suite in document.suites {
        signed = try DataIntegrity.secured(
          signed, by: document.key, method: document.method, created: created, suite: suite)
      }
    } catch { throw .proof(error) }
    return signed
  }

  /// The document with each of its proofs alone: a verifier stops at the first that it knows.
  static func eachProof(_ document: JSON) -> [JSON] {
    guard var members = document.object, let proofs = members["proof"]?.array
    else { return [document] }
    return proofs.map { proof in
      members["proof"] = proof
      return .object(members)
    }
  }

  /// The fingerprint that every file gives, once each has been verified.
  private func fingerprint(
    of award: Award, in files: [[UInt8]]
  ) throws(IssuingError) -> Fingerprint {
    let verifier = Verifier(trust: trust, now: award.validFrom, recipient: award.recipient.email)
    var found: Fingerprint?
    for file in files {
      let report = verifier.verify(file)
      guard report.verdict.isFit, let fingerprint = report.fingerprint,
        report.facts?.id == award.id, found == nil || found == fingerprint
      else { throw .selfCheck(report.verdict) }
      found = fingerprint
    }
    guard let found else { throw .selfCheck(.unusable) }
    return found
  }
}

extension Recipient {
  /// The address in clear, when the badge hashes one.
  var email: String? {
    guard case .hashedEmail(let email, _) = self else { return nil }
    return email
  }
}

extension Verdict {
  /// What a badge must be on the day it is made, when no list that it announces is published yet.
  var isFit: Bool { self == .valid || self == .statusNotChecked }
}

/// Why no badge was made.
public enum IssuingError: Error, Sendable, Hashable {
  case award(AwardRefusal)
  case key(KeyError)
  case proof(ProofError)
  case picture(Flaw)
  case status(StatusRefusal)
  /// The key that would sign is not among those that the issuer publishes.
  case unpublished
  /// The status list that was just signed does not verify; it is thrown away.
  case listCheck
  /// The badge that was just made does not verify; it is thrown away.
  case selfCheck(Verdict)

  /// What is wrong and what to do, in French.
  public var sentence: String {
    switch self {
    case .award(let refusal): refusal.sentence
    case .key(let error): error.sentence
    case .proof(let error): error.sentence
    case .picture(let flaw): flaw.sentence
    case .status(let refusal): refusal.sentence
    case .unpublished:
      "L’émetteur ne publie pas la clé qui signerait. Publiez-la, ou signez avec une autre."
    case .listCheck:
      "La liste fabriquée ne se vérifie pas\u{202F}; elle n’a pas été gardée. Prévenez l’assistance."
    case .selfCheck:
      "Le badge fabriqué ne se vérifie pas\u{202F}; il n’a pas été gardé. Prévenez l’assistance."
    }
  }
}
