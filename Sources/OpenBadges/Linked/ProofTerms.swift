private let jose = Namespace.jose
private let jwt = Namespace.jwt
private let security = Namespace.security
private let status = Namespace.status
private let xsd = Namespace.xsd
private let xsdSecure = Namespace.xsdSecure

/// The part of `credentials/v2` on Data Integrity proofs.
enum ProofTerms {
  static let types = [
    TypeTerm(
      "DataIntegrityProof", security + "DataIntegrityProof",
      [
        Term("challenge", security + "challenge"),
        Term("created", "http://purl.org/dc/terms/created", .literal(xsd + "dateTime")),
        Term("cryptosuite", security + "cryptosuite", .literal(security + "cryptosuiteString")),
        Term("domain", security + "domain"),
        Term("expires", security + "expiration", .literal(xsd + "dateTime")),
        Term("nonce", security + "nonce"),
        Term("previousProof", security + "previousProof", .reference),
        Term("proofPurpose", security + "proofPurpose", .word, scope: purposes),
        Term("proofValue", security + "proofValue", .literal(security + "multibase")),
        Term("verificationMethod", security + "verificationMethod", .reference),
      ])
  ]

  private static let purposes = [
    Term("assertionMethod", security + "assertionMethod", .reference, in: .set),
    Term("authentication", security + "authenticationMethod", .reference, in: .set),
    Term(
      "capabilityDelegation", security + "capabilityDelegationMethod", .reference, in: .set),
    Term(
      "capabilityInvocation", security + "capabilityInvocationMethod", .reference, in: .set),
    Term("keyAgreement", security + "keyAgreementMethod", .reference, in: .set),
  ]
}

/// The part of `credentials/v2` on Bitstring Status Lists.
enum StatusTerms {
  static let types = [
    TypeTerm("BitstringStatusListCredential", status + "BitstringStatusListCredential"),
    TypeTerm(
      "BitstringStatusList", status + "BitstringStatusList",
      [
        Term("encodedList", status + "encodedList", .literal(security + "multibase")),
        Term("statusPurpose", status + "statusPurpose"),
        Term("ttl", status + "ttl"),
      ]),
    TypeTerm(
      "BitstringStatusListEntry", status + "BitstringStatusListEntry",
      [
        Term("statusListCredential", status + "statusListCredential", .reference),
        Term("statusListIndex", status + "statusListIndex"),
        Term("statusPurpose", status + "statusPurpose"),
        Term("statusMessage", status + "statusMessage", scope: messages),
        Term("statusReference", status + "statusReference", .reference),
        Term("statusSize", status + "statusSize", .literal(xsdSecure + "integer")),
      ]),
  ]

  private static let messages = [
    Term("message", status + "message"), Term("status", status + "status"),
  ]
}

/// The part of `credentials/v2` that repeats the claims of tokens.
enum TokenTerms {
  static let all = [
    Term("...", jwt + "..."),
    Term("_sd", jwt + "_sd", .json),
    Term("_sd_alg", jwt + "_sd_alg"),
    Term("aud", jwt + "aud", .reference),
    Term("cnf", jwt + "cnf", scope: confirmation),
    Term("exp", jwt + "exp", .literal(xsdSecure + "nonNegativeInteger")),
    Term("iat", jwt + "iat", .literal(xsdSecure + "nonNegativeInteger")),
    Term("iss", jose + "iss", .reference),
    Term("jku", jose + "jku", .reference),
    Term("kid", jose + "kid", .reference),
    Term("nbf", jwt + "nbf", .literal(xsdSecure + "nonNegativeInteger")),
    Term("sub", jose + "sub", .reference),
    Term("x5u", jose + "x5u", .reference),
  ]

  private static let confirmation = [
    Term("kid", jwt + "kid", .reference), Term("jwk", jwt + "jwk", .json),
  ]
}
