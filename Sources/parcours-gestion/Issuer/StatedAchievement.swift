import JSON
import OpenBadges

/// What badges of one version of a course state, kept as it was when the first was signed.
struct StatedAchievement: Equatable {
  /// `slug-version-8hex`: letters, digits and hyphens.
  var key: String
  /// The folder of the badge, below `Badges`.
  var badge: String
  var name: String
  var description: String
  var criteria: String
  var tags: [String]
  var alignments: [Alignment]
  /// In place of the picture.
  var alternative: String
  /// The course, its version, and the hash of its content.
  var course: String
  var version: String
  var digest: String

  /// The key follows from the rest, so that one statement has one key.
  init(
    badge: String, name: String, description: String, criteria: String, tags: [String],
    alignments: [Alignment], alternative: String, course: String, version: String, digest: String
  ) {
    key = ""
    self.badge = badge
    self.name = name
    self.description = description
    self.criteria = criteria
    self.tags = tags
    self.alignments = alignments
    self.alternative = alternative
    self.course = course
    self.version = version
    self.digest = digest
    let print = sha256(json.canonical).prefix(4).hexadecimal
    key = "\(StatedAchievement.plain(badge, 40))-\(StatedAchievement.plain(version, 20))-\(print)"
  }

  /// Lower-case letters, digits and hyphens, as an address and a page's name may have.
  private static func plain(_ text: String, _ count: Int) -> String {
    let letters = text.lowercased().utf8.prefix(count).map { byte in
      (97...122).contains(byte) || (48...57).contains(byte) ? byte : UInt8(ascii: "-")
    }
    let trimmed = letters.drop { $0 == UInt8(ascii: "-") }
    return trimmed.isEmpty ? "x" : String(decoding: trimmed, as: UTF8.self)
  }

  /// `https` below the issuer's address, or a UUID made from the key (RFC 9562 version 8).
  func id(_ settings: IssuerSettings) -> String {
    guard let address = settings.address else {
      let hash = sha256(Array("\(settings.did) \(key)".utf8))
      return UUIDText.urn(hash, version: 8)
    }
    return "\(address.text)realisations/\(key).json"
  }

  /// As Open Badges states it.
  func achievement(_ settings: IssuerSettings) -> Achievement {
    Achievement(
      id: id(settings), name: name, description: description, criteria: criteria, tags: tags,
      alignments: alignments)
  }
}

extension StatedAchievement {
  /// All but the key.
  var json: JSON {
    [
      "badge": .string(badge), "nom": .string(name), "description": .string(description),
      "criteres": .string(criteria), "mots": .array(tags.map(JSON.string)),
      "alignements": .array(alignments.map(\.json)), "alternative": .string(alternative),
      "parcours": .string(course), "version": .string(version), "empreinte": .string(digest),
    ]
  }

  /// Reads the file of that key; nil when it does not give the key again.
  init?(_ bytes: [UInt8], key: String) {
    guard let json = try? JSON(parsing: bytes) else { return nil }
    let texts = [
      "badge", "nom", "description", "criteres", "alternative", "parcours", "version", "empreinte",
    ].compactMap { json[$0]?.string }
    guard texts.count == 8, let tags = json["mots"]?.array?.compactMap(\.string),
      let alignments = json["alignements"]?.array?.compactMap(Alignment.init(json:))
    else { return nil }
    self.init(
      badge: texts[0], name: texts[1], description: texts[2], criteria: texts[3], tags: tags,
      alignments: alignments, alternative: texts[4], course: texts[5], version: texts[6],
      digest: texts[7])
    guard self.key == key else { return nil }
  }
}

extension Alignment {
  fileprivate var json: JSON {
    let members = [
      ("nom", name), ("adresse", url), ("cadre", framework), ("code", code),
    ]
    return .object(JSONObject(members.compactMap { key, text in text.map { (key, .string($0)) } }))
  }

  fileprivate init?(json: JSON) {
    guard let name = json["nom"]?.string, let url = json["adresse"]?.string else { return nil }
    self.init(
      name: name, url: url, framework: json["cadre"]?.string, code: json["code"]?.string)
  }
}
