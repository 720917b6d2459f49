import JSON

/// Runs the policies on a signed badge of Open Badges 2.0, without network.
///
/// A 2.0 badge rests on documents that its issuer publishes: the caller gives them, by address, and
/// answers for their having come from there.
package struct OlderVerifier: Sendable {
  /// The Profile, BadgeClass, CryptographicKey and RevocationList, in UTF-8, by address.
  package var documents: [String: [UInt8]]
  /// The issuers to recognise, by the addresses of their Profiles.
  package var trust: TrustStore
  /// Seconds since 1970.
  package var now: Int
  /// The address that the badge must be for; nil when nobody asks.
  package var recipient: String?

  /// A verifier for any number of files.
  package init(
    documents: [String: [UInt8]], trust: TrustStore, now: Int, recipient: String? = nil
  ) {
    self.documents = documents
    self.trust = trust
    self.now = now
    self.recipient = recipient
  }

  /// Reads a `.jws`, or a `.svg` or `.png` that holds one; never throws.
  ///
  /// Order of Open Badges 2.0, "Verification": form, proof, then the rest. When a document is
  /// missing the proof is not checked, and the badge is not called valid.
  package func verify(_ bytes: [UInt8]) -> VerificationReport {
    let published = PublishedDocuments(bytes: documents)
    var report = VerificationReport()
    let opened = report.settle(.structure) { () throws(Flaw) in
      let token = try PresentedToken(OlderVerifier.token(in: bytes))
      let assertion = try PresentedAssertion(token.payload)
      let badge = try published.badge(of: assertion)
      let issuer = try badge.flatMap { badge throws(Flaw) in try published.issuer(at: badge.issuer)
      }
      return (token: token, assertion: assertion, badge: badge, issuer: issuer)
    }
    guard let opened else { return report }
    guard let badge = opened.badge, let issuer = opened.issuer else {
      report[.proof] = .notChecked(.documentMissing)
      return report
    }
    let proof = report.settle(.proof) { () throws(Flaw) in
      try OlderProof.check(opened.token, of: opened.assertion, by: issuer, in: published)
    }
    report[.proof] = proof ?? report[.proof]
    guard report[.proof].isHeld else { return report }
    report.facts = BadgeFacts(opened.assertion, badge: badge, issuer: issuer)
    report.facts?.recognisedAs = trust.label(of: issuer.id)
    report.fingerprint = .of(JSON.object(opened.token.payload).canonical)
    judge(opened.assertion, of: issuer, in: &report)
    report[.status] = OlderStatus.outcome(of: opened.assertion, by: issuer, in: published)
    return report
  }

  private static func token(in bytes: [UInt8]) throws(Flaw) -> [UInt8] {
    switch try Container.payload(of: bytes) {
    case .token(let token), .assertion(let token): return token
    case .document, .hosted: throw .hostedBadge
    }
  }

  /// The policies that come after the proof; each is looked at whatever becomes of the others.
  private func judge(
    _ assertion: PresentedAssertion, of issuer: PublishedDocuments.Issuer,
    in report: inout VerificationReport
  ) {
    let judgement = Judgement(trust: trust, now: now, recipient: recipient)
    report[.issuer] = judgement.issuer(issuer.id)
    report[.dates] = judgement.dates(from: assertion.issuedOn, until: assertion.expires)
    report[.recipient] = judgement.recipient { address throws(Flaw) in
      try RecipientCheck.check(
        address, among: [assertion.recipient].filter { $0.kind == "email" })
    }
  }
}

extension BadgeFacts {
  /// Of an assertion whose proof has held.
  fileprivate init(
    _ verified: PresentedAssertion, badge: PublishedDocuments.Badge,
    issuer: PublishedDocuments.Issuer
  ) {
    id = PlainText.cleaned(verified.id)
    name = PlainText.cleaned(badge.name)
    self.issuer = PlainText.cleaned(issuer.id)
    issuerName = PlainText.cleaned(issuer.name)
    validFrom = verified.issuedOn
    validUntil = verified.expires
    evidence = verified.evidence.map(PlainText.cleaned)
    let recipient = verified.recipient
    holder =
      switch (recipient.kind, recipient.isHashed) {
      case ("email", true): .hashedEmail
      case ("email", false): .email(PlainText.cleaned(recipient.value))
      default: .other
      }
  }
}
