import Crypto
import JSON
import OpenBadges
import Testing

/// One award, its key and its picture, from which every test departs by a single change.
enum Samples {
  /// 2026-11-21T09:12:33Z.
  static let day = 1_795_252_353
  static let end = day + 730 * 86_400
  static let raw = P256.Signing.PrivateKey()
  static let salt: [UInt8] = Array(0..<16)
  static let email = "camille.legoff@ville.example"

  static func key() throws -> P256SigningKey { try P256SigningKey(pem: raw.pemRepresentation) }

  static func award(
    _ recipient: Recipient = .displayedName("Camille Le Goff"), did: String? = nil
  ) throws -> Award {
    Award(
      id: "urn:uuid:9d2f5b1c-1111-4222-8333-444455556666",
      subject: "urn:uuid:0a1b2c3d-aaaa-4bbb-8ccc-ddddeeeeffff", achievement: achievement,
      issuer: Issuer(
        id: try did ?? key().did.text, name: "Ville d’Exemple", url: "https://ville.example/badges",
        email: "badges@ville.example"),
      recipient: recipient,
      evidence: [
        Evidence(narrative: "Parcours version 3, terminé le 21 novembre 2026, en autonomie.")
      ], validFrom: day, validUntil: end)
  }

  static let achievement = Achievement(
    id: "urn:uuid:77777777-8888-4999-8aaa-bbbbccccdddd",
    name: "IA générative : usage éclairé — Découverte",
    description: "Les bons réflexes.\nCe n’est pas une habilitation.",
    criteria: "1. terminé neuf modules ;\n2. réussi un examen.", tags: ["RGPD", "esprit critique"],
    alignments: [
      Alignment(
        name: "CRCN 4.2", url: "https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000039005162",
        framework: "CRCN", code: "4.2")
    ],
    image: BadgeImage(
      data: "data:image/png;base64,iVBORw0KGgo=", alternative: "Badge niveau Découverte"))

  static let svg = """
    <?xml version="1.0" encoding="UTF-8"?>
    <!-- <openbadges:credential/> d’une notice -->
    <svg xmlns="http://www.w3.org/2000/svg" viewBox='0 0 400 400'>
      <title>Badge « Découverte »</title><rect width="400" height="400" fill="#fff"/>
    </svg>
    """

  static func template() throws -> SVGTemplate { try SVGTemplate(Array(svg.utf8)) }

  static func token(_ award: Award? = nil) throws -> String {
    try CredentialJWT.signed(award ?? Samples.award(), by: .es256(key()))
  }

  /// The award in a VC-JWT and in an SVG, by an issuer that is its own P-256 key.
  static func sealed(_ award: Award, with key: P256SigningKey? = nil) throws -> SealedBadge {
    try Issuing(key ?? Samples.key())
      .seal(award, in: BadgePictures(svg: template()), created: day)
  }

  static func verifier(now: Int = day, recipient: String? = nil) throws -> Verifier {
    Verifier(
      trust: TrustStore(trusting: try key().did.text, label: "Notre ville"), now: now,
      recipient: recipient)
  }

  /// The report on a text, at the first second of validity, by someone who trusts the issuer.
  static func report(_ text: String, now: Int = day, recipient: String? = nil) throws
    -> VerificationReport
  {
    try verifier(now: now, recipient: recipient).verify(Array(text.utf8))
  }

  static func report(_ bytes: [UInt8]) throws -> VerificationReport {
    try verifier().verify(bytes)
  }
}

extension SVGTemplate {
  /// The picture with a token of Open Badges 3.0.
  func baked(_ jwt: String) throws(Flaw) -> [UInt8] { try baked(.token(Array(jwt.utf8))) }
}

/// Tokens made without the code under test, to be whatever a forger would make them.
enum Forge {
  static func header() throws -> JSON {
    ["alg": "ES256", "kid": .string(try Samples.key().did.keyID), "typ": "JWT"]
  }

  /// The payload of the sample award, to be altered.
  static func payload(_ award: Award? = nil) throws -> JSON {
    let parts = try Samples.token(award).split(separator: ".")
    let bytes = try #require(Base64URL.decoded(String(parts[1])))
    return try JSON(parsing: bytes)
  }

  /// Rightly signed by `key`, whatever is in it.
  static func token(
    _ header: JSON? = nil, _ payload: JSON? = nil, by key: P256.Signing.PrivateKey = Samples.raw
  ) throws -> String {
    try token(
      headerText: (header ?? Forge.header()).text, payloadText: (payload ?? Forge.payload()).text,
      by: key)
  }

  /// Rightly signed, from texts that need not be acceptable JSON.
  static func token(
    headerText: String, payloadText: String, by key: P256.Signing.PrivateKey = Samples.raw
  ) throws -> String {
    let signed = letters(Array(headerText.utf8)) + "." + letters(Array(payloadText.utf8))
    let signature = try key.signature(for: Array(signed.utf8)).rawRepresentation
    return signed + "." + letters(Array(signature))
  }

  static func letters(_ bytes: [UInt8]) -> String {
    Base64URL.text(bytes)
  }
}

extension JSON {
  /// The same value with one member replaced, added, or taken away by nil, down a path of keys.
  func with(_ path: [String], _ value: JSON?) -> JSON {
    guard let key = path.first, var members = object else { return self }
    if path.count == 1 {
      members[key] = value
    } else {
      members[key] = members[key]?.with(Array(path.dropFirst()), value)
    }
    return .object(members)
  }

  func with(_ key: String, _ value: JSON?) -> JSON { with([key], value) }
}

/// The same numbers at each run (xorshift), so that a failure can be seen again.
struct Draw {
  var state: UInt64

  mutating func number(below bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(bound))
  }
}
