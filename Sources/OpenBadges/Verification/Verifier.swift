import JSON

/// Runs the policies on a file, in order, with everything it must know given beforehand.
package struct Verifier: Sendable {
  /// The issuers to recognise.
  package var trust: TrustStore
  /// Seconds since 1970.
  package var now: Int
  /// The address that the badge must be for; nil when nobody asks.
  package var recipient: String?

  /// A verifier for any number of files.
  package init(trust: TrustStore, now: Int, recipient: String? = nil) {
    self.trust = trust
    self.now = now
    self.recipient = recipient
  }

  /// Reads a `.svg` or a `.jwt`; never throws, for a bad file is an answer like another.
  ///
  /// Order of Open Badges 3.0, "Verification": form, proof, then issuer, dates, holder, status.
  package func verify(_ bytes: [UInt8]) -> VerificationReport {
    var report = VerificationReport()
    let opened = report.settle(.structure) { () throws(Flaw) in
      let token = try PresentedToken(Container.token(in: bytes))
      return (token: token, credential: try PresentedCredential(token.payload))
    }
    guard let (token, credential) = opened else { return report }
    let proof: Void? = report.settle(.proof) { () throws(Flaw) in
      try TokenProof.check(token, of: credential)
    }
    guard proof != nil else { return report }
    report.facts = BadgeFacts(credential)
    report.facts?.recognisedAs = trust.label(of: credential.issuer)
    report.fingerprint = Verifier.fingerprint(token.payload)
    judge(credential, in: &report)
    return report
  }

  /// The policies that come after the proof; each is looked at whatever becomes of the others.
  private func judge(_ credential: PresentedCredential, in report: inout VerificationReport) {
    report[.issuer] = issuer(credential)
    report[.dates] = dates(credential)
    report[.recipient] = recipient(credential)
    report[.status] = .notChecked(credential.hasStatus ? .statusUnsupported : .noStatusInBadge)
  }

  private func issuer(_ credential: PresentedCredential) -> Outcome {
    if trust.label(of: credential.issuer) != nil { return .held }
    return trust.isEmpty ? .notChecked(.noTrust) : .failed(.issuerUnknown)
  }

  /// validFrom ≤ now ≤ validUntil, both ends included.
  private func dates(_ credential: PresentedCredential) -> Outcome {
    if now < credential.validFrom { return .failed(.notYetValid) }
    if let end = credential.validUntil, now > end { return .failed(.expired) }
    return .held
  }

  private func recipient(_ credential: PresentedCredential) -> Outcome {
    guard let recipient else { return .notChecked(.noRecipientGiven) }
    do throws(Flaw) {
      try RecipientCheck.check(recipient, in: credential)
      return .held
    } catch { return .failed(error) }
  }

  /// Of the credential alone: its proof and the claims that only repeat it are left out.
  private static func fingerprint(_ payload: JSONObject) -> Fingerprint {
    let left: Set = ["iss", "jti", "nbf", "sub", "exp", "proof"]
    let members = payload.members.filter { !left.contains($0.key) }
    return .of(JSON.object(JSONObject(members.map { ($0.key, $0.value) })).canonical)
  }
}
