import JSON

/// Runs the policies on a file, in order, with everything it must know given beforehand.
public struct Verifier: Sendable {
  /// The issuers to recognise, their keys and their lists.
  public var trust: TrustStore
  /// Seconds since 1970.
  public var now: Int
  /// The address that the badge must be for; nil when nobody asks.
  public var recipient: String?

  /// A verifier for any number of files.
  public init(trust: TrustStore, now: Int, recipient: String? = nil) {
    self.trust = trust
    self.now = now
    self.recipient = recipient
  }

  /// Reads a `.json`, `.jwt`, `.jws`, `.svg` or `.png` of Open Badges 3.0 or 2.0.
  ///
  /// Never throws, for a bad file is an answer like another.
  /// Order of Open Badges 3.0, "Verification": form, proof, then issuer, dates, holder, status.
  public func verify(_ bytes: [UInt8]) -> VerificationReport {
    var report = VerificationReport()
    let payload = report.settle(.structure) { () throws(Flaw) in
      try Container.payload(of: bytes)
    }
    switch payload {
    case nil: return report
    case .token(let token): verify(token: token, of: bytes, in: &report)
    case .document(let document): verify(document: document, in: &report)
    case .assertion, .hosted: report = older.verify(bytes)
    }
    return report
  }

  private var older: OlderVerifier {
    OlderVerifier(documents: trust.olderDocuments, trust: trust, now: now, recipient: recipient)
  }

  private func verify(
    token: [UInt8], of bytes: [UInt8], in report: inout VerificationReport
  ) {
    let opened = report.settle(.structure) { () throws(Flaw) in try PresentedToken(token) }
    guard let opened else { return }
    if OlderForm.isOfContext(opened.payload) {
      report = older.verify(bytes)
      return
    }
    let credential = report.settle(.structure) { () throws(Flaw) in
      var credential = try PresentedCredential(opened.payload)
      // Open Badges 3.0, "JSON Web Token Proof Format": `exp` sets the end where nothing else does.
      credential.validUntil = credential.validUntil ?? opened.payload["exp"]?.integer
      return credential
    }
    guard let credential else { return }
    prove(credential, opened.payload, in: &report) { () throws(Flaw) in
      try TokenProof.check(opened, of: credential, by: IssuerKeys(store: trust, now: now))
    }
  }

  private func verify(document: [UInt8], in report: inout VerificationReport) {
    let opened = report.settle(.structure) { () throws(Flaw) in
      let members = try DocumentProof.parsed(document)
      // A file of the older version on its own rests on its issuer's site.
      guard !OlderForm.isOfContext(members) else { throw .hostedBadge }
      guard members["@context"] != nil else { throw .jsonWithoutBadge }
      return (members: members, credential: try PresentedCredential(members))
    }
    guard let (members, credential) = opened else { return }
    prove(credential, members, in: &report) { () throws(Flaw) in
      try DocumentProof.check(members, by: IssuerKeys(store: trust, now: now))
    }
  }

  /// The proof, then, when it holds, the facts and the policies that come after.
  private func prove(
    _ credential: PresentedCredential, _ document: JSONObject,
    in report: inout VerificationReport, _ check: () throws(Flaw) -> Outcome
  ) {
    let outcome = report.settle(.proof) { () throws(Flaw) in try check() }
    report[.proof] = outcome ?? report[.proof]
    guard report[.proof].isHeld else { return }
    report.facts = BadgeFacts(credential)
    report.facts?.recognisedAs = trust.label(of: credential.issuer)
    report.fingerprint = Verifier.fingerprint(document)
    judge(credential, in: &report)
  }

  /// The policies that come after the proof; each is looked at whatever becomes of the others.
  private func judge(_ credential: PresentedCredential, in report: inout VerificationReport) {
    let judgement = Judgement(trust: trust, now: now, recipient: recipient)
    report[.issuer] = judgement.issuer(credential.issuer)
    report[.dates] = judgement.dates(from: credential.validFrom, until: credential.validUntil)
    report[.recipient] = judgement.recipient { address throws(Flaw) in
      try RecipientCheck.check(address, in: credential)
    }
    report[.status] = StatusLists(store: trust, now: now).outcome(credential)
  }

  /// Of the credential alone: its proof and the claims that only repeat it are left out.
  private static func fingerprint(_ payload: JSONObject) -> Fingerprint {
    let left = Set(CredentialJWT.claims + ["proof"])
    let members = payload.members.filter { !left.contains($0.key) }
    return .of(JSON.object(JSONObject(members.map { ($0.key, $0.value) })).canonical)
  }
}
