import Course
import Crypto
import Glibc
import Interface
import OpenBadges

/// Signs the badge of a completed course with the key of this machine.
struct BadgeMaking {
  var installed: Installed
  var completion: Progress.Completion
  /// A guest leaves no key behind: one is made for this badge and forgotten.
  var isGuest: Bool

  /// Signs, verifies by separate code, and writes the badge in the agent's folder.
  func award(_ identity: BadgeIdentity) throws(Stop) -> AwardedBadge {
    let key =
      isGuest
      ? Ed25519SigningKey.generate()
      : try LocalIssuer(installed.locations).key()
    let award = try award(identity, issuer: key.did.text)
    let badge = try sealed(award, key)
    let files = try write(badge)
    return AwardedBadge(
      id: award.id, folder: installed.locations.folderShown, files: files,
      fingerprint: badge.fingerprint.text, issuer: Installation.localIssuer)
  }

  private func sealed(_ award: Award, _ key: Ed25519SigningKey) throws(Stop) -> SealedBadge {
    let pictures = try pictures()
    do throws(IssuingError) {
      return try Issuing(key)
        .seal(award, in: pictures, created: Clock.now().seconds)
    } catch {
      throw Stop(1, error.sentence)
    }
  }

  private func pictures() throws(Stop) -> BadgePictures {
    let png = "\(folder)/badge.png"
    do throws(Flaw) {
      return BadgePictures(
        svg: try SVGTemplate(read("\(folder)/badge.svg")),
        png: FileStore.exists(png) ? try PNGTemplate(read(png)) : nil)
    } catch {
      throw Stop(
        2, "L’image du badge ne convient pas. \(error.sentence)", "Vérifiez le dossier \(folder).")
    }
  }

  /// An unreadable picture is an empty one, which the template refuses with its reason.
  private func read(_ path: String) -> [UInt8] {
    (try? FileStore.read(path, limit: 1 << 20)) ?? []
  }

  /// The names of the files, the first to show first.
  private func write(_ badge: SealedBadge) throws(Stop) -> [String] {
    do throws(FileFault) {
      return try BadgeFiles(folder: installed.locations.folder)
        .write(badge.files.map { ($0.ending, $0.bytes) })
    } catch {
      throw Stop(1, error.sentence, error.advice)
    }
  }

  private var folder: String { "\(installed.locations.badges)/\(installed.course.badge)" }
}

/// What the badge states, from recorded facts and the content alone.
extension BadgeMaking {
  private func award(_ identity: BadgeIdentity, issuer: String) throws(Stop) -> Award {
    let text = try badgeText()
    let now = Clock.now()
    return Award(
      id: Chance.uuid(), subject: Chance.uuid(),
      achievement: Achievement(
        id: achievementID, name: text.name, description: text.description,
        criteria: text.criteria, tags: text.tags,
        alignments: text.alignments.map {
          Alignment(name: $0.targetName, url: $0.targetURL, framework: $0.framework, code: $0.code)
        }),
      issuer: Issuer(id: issuer, name: Installation.localIssuer),
      recipient: recipient(identity), evidence: [Evidence(narrative: text.evidence)],
      validFrom: now.seconds, validUntil: now.adding(months: 24).seconds)
  }

  private func recipient(_ identity: BadgeIdentity) -> Recipient {
    switch identity {
    case .none: .anonymous
    case .name(let name): .displayedName(name)
    case .email(let address): .hashedEmail(address, salt: Chance.bytes(16))
    }
  }

  /// One identifier for each version of the course, the same on every machine.
  private var achievementID: String {
    let name = "\(completion.course) \(completion.version) \(completion.digest)"
    return Chance.uuid(from: Array(SHA256.hash(data: Array(name.utf8))), version: 8)
  }

  /// The content's wording, filled with what the content really asks.
  private func badgeText() throws(Stop) -> BadgeText {
    let file = "\(folder)/badge.md"
    do throws(ContentError) {
      let text = try BadgeText(markdown: try content(file), file: file)
      return text.filled(try values())
    } catch {
      throw Stop(
        2, "Le texte du badge ne peut pas être lu. \(error.place): \(error.problem)", error.advice)
    }
  }

  private func content(_ file: String) throws(ContentError) -> [UInt8] {
    do throws(FileFault) {
      return try FileStore.read(file, limit: 1 << 20)
    } catch {
      throw ContentError(Place(file: file, line: 1), error.sentence, error.advice)
    }
  }

  private func values() throws(ContentError) -> [String: String] {
    var values = try installed.course.badgeFacts(on: completion.day)
    values["emetteur"] = Installation.localIssuer
    values["version"] = completion.version
    values["date"] = completion.day.french
    values["modalite"] = completion.how.evidence
    return values
  }
}

extension Timestamp {
  /// The same time of day, `months` later.
  func adding(months: Int) -> Timestamp {
    let moved = day.adding(months: months)
    return Timestamp(seconds: seconds + (moved.number - day.number) * 86_400)
  }
}

/// The key of this machine: made the first time, kept as PEM, 0600 in a 0700 folder.
///
/// Earlier versions signed with `cle.pem` (P-256): what they signed holds its own key.
struct LocalIssuer {
  static let folderName = "emetteur"
  /// The key, and the one of earlier versions.
  static let names = ["cle-ed25519.pem", "cle.pem"]

  private let folder: String

  init(_ locations: Locations) { folder = "\(locations.data)/\(Self.folderName)" }

  private var path: String { "\(folder)/\(Self.names[0])" }

  /// The key; a file that others may read is refused.
  func key() throws(Stop) -> Ed25519SigningKey {
    let text: String
    do throws(FileFault) {
      guard FileStore.exists(path) else { return try make() }
      text = String(decoding: try FileStore.read(path, limit: 4096, .secret), as: UTF8.self)
    } catch {
      let isOpen = error.code == EBADMSG
      throw Stop(
        1, isOpen ? "La clé « \(path) » est lisible par d’autres personnes." : error.sentence,
        isOpen ? Self.remedy : error.advice)
    }
    do throws(KeyError) {
      return try Ed25519SigningKey(pem: text)
    } catch {
      throw Stop(1, "La clé « \(path) » est abîmée.", Self.remedy)
    }
  }

  private static let remedy = "Effacez-la : un nouveau badge en fera une autre."

  private func make() throws(FileFault) -> Ed25519SigningKey {
    let key = Ed25519SigningKey.generate()
    try FileStore.makeFolder(folder)
    try FileStore.write(Array(key.secretPEM.utf8), to: path)
    return key
  }

  /// The public key, when this machine has signed something: in PEM, and as an issuer to trust.
  func published() throws(Stop) -> [(name: String, text: String)] {
    guard FileStore.exists(path) else { return [] }
    let key = try key()
    return [
      ("badge-cle-publique.pem", key.publicKey.pem),
      ("emetteur.txt", "\(key.did.text)\n\(Installation.localIssuer)\n"),
    ]
  }
}
