private let credentials = Namespace.credentials
private let schema = Namespace.schema
private let security = Namespace.security
private let xsd = Namespace.xsd

extension TermTable {
  /// Verifiable Credentials Data Model 2.0; the file of sha256 59955ced….
  static let credentials2 = TermTable(
    "https://www.w3.org/ns/credentials/v2",
    terms: [
      Term("description", schema + "description"),
      Term("digestMultibase", security + "digestMultibase", .literal(security + "multibase")),
      Term("digestSRI", credentials + "digestSRI", .literal(credentials + "sriString")),
      Term("mediaType", schema + "encodingFormat"),
      Term("name", schema + "name"),
    ] + TokenTerms.all,
    types: [
      TypeTerm("VerifiableCredential", credentials + "VerifiableCredential", credential),
      TypeTerm("VerifiablePresentation", credentials + "VerifiablePresentation", presentation),
      TypeTerm(
        "EnvelopedVerifiableCredential", credentials + "EnvelopedVerifiableCredential"),
      TypeTerm(
        "EnvelopedVerifiablePresentation", credentials + "EnvelopedVerifiablePresentation"),
      TypeTerm("JsonSchemaCredential", credentials + "JsonSchemaCredential"),
      TypeTerm(
        "JsonSchema", credentials + "JsonSchema",
        [Term("jsonSchema", credentials + "jsonSchema", .json)]),
    ] + ProofTerms.types + StatusTerms.types)

  private static let credential = [
    Term("confidenceMethod", credentials + "confidenceMethod", .reference),
    Term("credentialSchema", credentials + "credentialSchema", .reference),
    Term("credentialStatus", credentials + "credentialStatus", .reference),
    Term("credentialSubject", credentials + "credentialSubject", .reference),
    Term("description", schema + "description"),
    Term("evidence", credentials + "evidence", .reference),
    Term("issuer", credentials + "issuer", .reference),
    Term("name", schema + "name"),
    Term("proof", security + "proof", .reference, in: .graph),
    Term("refreshService", credentials + "refreshService", .reference),
    Term("relatedResource", credentials + "relatedResource", .reference),
    Term("renderMethod", credentials + "renderMethod", .reference),
    Term("termsOfUse", credentials + "termsOfUse", .reference),
    Term("validFrom", credentials + "validFrom", .literal(xsd + "dateTime")),
    Term("validUntil", credentials + "validUntil", .literal(xsd + "dateTime")),
  ]

  private static let presentation = [
    Term("holder", credentials + "holder", .reference),
    Term("proof", security + "proof", .reference, in: .graph),
    Term("termsOfUse", credentials + "termsOfUse", .reference),
    Term(
      "verifiableCredential", credentials + "verifiableCredential", .reference, in: .graph,
      isolates: true),
  ]
}
