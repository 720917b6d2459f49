import JSON
import parcours_gestion

/// The smallest site that holds one of everything.
enum SiteSample {
  static let base = "https://badges.ville.example/iag/"
  static let did = "did:web:badges.ville.example:iag"
  private static let letters = String(repeating: "A", count: 43)

  static let curve: JSON = [
    "kty": "EC", "crv": "P-256", "x": .string(letters), "y": .string(letters), "alg": "ES256",
    "kid": .string("\(did)#es256"),
  ]
  static let edwards: JSON = [
    "kty": "OKP", "crv": "Ed25519", "x": .string(letters), "kid": .string("\(did)#ed"),
  ]
  static let rsa: JSON = [
    "kty": "RSA", "n": .string(String(repeating: "A", count: 342)), "e": "AQAB",
    "kid": .string("\(did)#rsa"),
  ]

  static var achievement: SiteAchievement {
    SiteAchievement(
      name: "Usage éclairé", slug: "usage-eclaire", description: "Elle sait.\n\nMais pas tout.",
      criteria: "La personne a\u{A0}:\n\n1. terminé\u{202F};\n2. réussi.",
      image: SiteAchievement.Image(
        path: "usage-eclaire.svg", bytes: Array("<svg/>".utf8), alternative: "Badge rond."),
      months: 24, document: ["id": .string("\(base)badges/usage-eclaire.json"), "name": "Usage"])
  }

  static var content: SiteContent {
    SiteContent(
      issuer: SiteContent.Issuer(
        name: "Ville d’Exemple", url: "https://ville.example/", base: base, did: did,
        contact: "badges@ville.example"),
      achievements: [achievement],
      keys: [
        SiteKey(jwk: curve, state: .active), SiteKey(jwk: edwards, state: .retired),
        SiteKey(jwk: rsa, state: .compromised(since: 1_700_000_000)),
      ],
      documents: [
        SiteContent.Document(path: "status/retraits.json", bytes: Array("{}".utf8)),
        SiteContent.Document(path: ".well-known/did.json", bytes: Array("{}\n".utf8)),
      ],
      statusLists: [
        SiteStatusList(
          url: "\(base)status/retraits.json", purpose: "revocation", encodedList: "uH4sI",
          validUntil: 1_800_000_000)
      ],
      date: 1_795_305_600)
  }
}

extension SiteContent {
  /// The site by path, as text.
  func pages() throws -> [String: String] {
    let files = try files().map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) }
    return Dictionary(uniqueKeysWithValues: files)
  }
}

extension String {
  /// What stands between two marks, the first time; nil when one is missing.
  func between(_ start: String, _ end: String) -> String? {
    guard let from = firstRange(of: start),
      let upTo = self[from.upperBound...].firstRange(of: end)
    else { return nil }
    return String(self[from.upperBound..<upTo.lowerBound])
  }

  /// How often a text stands here.
  func count(of text: String) -> Int { ranges(of: text).count }
}
