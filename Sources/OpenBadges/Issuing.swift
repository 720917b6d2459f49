/// A badge ready to be written to files: the same signed bytes in two containers.
package struct IssuedBadge: Sendable, Hashable {
  /// The compact VC-JWT, in ASCII, without a newline.
  package var jwt: String
  /// The picture with the token inside, in UTF-8.
  package var svg: [UInt8]
  /// Of the credential, the same in both containers.
  package var fingerprint: Fingerprint
}

/// Signing, baking, and reading back what was made.
package enum Issuing {
  /// Signs an award, puts it in a picture, and verifies the result by the verifying code path.
  ///
  /// Nothing is returned that a verifier who knows this issuer would not accept on the first day.
  package static func seal(
    _ award: Award, with key: SigningKey, in template: SVGTemplate
  ) throws(IssuingError) -> IssuedBadge {
    let jwt = try CredentialJWT.signed(award, with: key)
    let svg = template.baked(jwt)
    let report = Verifier(
      trust: TrustStore(trusting: key.did, label: award.issuer.name), now: award.validFrom,
      recipient: award.recipient.email
    ).verify(svg)
    guard report.verdict == .valid, let fingerprint = report.fingerprint,
      report.facts?.id == award.id
    else { throw .selfCheck(report.verdict) }
    return IssuedBadge(jwt: jwt, svg: svg, fingerprint: fingerprint)
  }
}

extension Recipient {
  fileprivate var email: String? {
    guard case .hashedEmail(let email, _) = self else { return nil }
    return email
  }
}

/// Why no badge was made.
package enum IssuingError: Error, Sendable, Hashable {
  case award(AwardRefusal)
  case key(KeyError)
  /// The badge that was just made does not verify; it is thrown away.
  case selfCheck(Verdict)

  /// What is wrong and what to do, in French.
  package var sentence: String {
    switch self {
    case .award(let refusal): refusal.sentence
    case .key(let error): error.sentence
    case .selfCheck:
      "Le badge fabriqué ne se vérifie pas\u{202F}; il n’a pas été gardé. Prévenez l’assistance."
    }
  }
}
