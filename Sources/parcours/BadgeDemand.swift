import BadgeRequest
import Course
import Display
import Glibc
import Interface
import JSON
import OpenBadges

/// A sealed demande for the configured issuer, and the badge it returns.
struct BadgeDemand {
  var installed: Installed

  /// Seals the passed exam and puts it in the depot, or in the agent's folder without one.
  func make(_ identity: BadgeIdentity, _ progress: Progress) throws(Stop) -> RequestedBadge {
    let card = try card()
    guard let completion = progress.completion, let passed = progress.passed else {
      throw Stop(
        1, "Les réponses de votre examen ne sont plus gardées : la demande n’est pas possible.",
        "Repassez l’examen pour demander un badge.")
    }
    let depot = installed.locations.depot
    let request = BadgeRequest(
      id: Chance.uuid(), course: completion.course, version: completion.version,
      digest: completion.digest, badge: installed.course.badge, completed: passed.time,
      how: completion.how, recipient: recipient(identity),
      account: depot.map { _ in Int(getuid()) }, attempt: passed.attempt)
    let sealed: [UInt8]
    do throws(SealFault) { sealed = try RequestSeal.seal(request, for: card) } catch {
      throw Stop(1, error.sentence, error.advice)
    }
    let name = "demande-\(Chance.hex(16)).json"
    try put(sealed, name, depot)
    return RequestedBadge(
      issuer: card.name, file: name,
      folder: depot == nil ? installed.locations.folderShown : nil)
  }

  private func put(_ bytes: [UInt8], _ name: String, _ depot: String?) throws(Stop) {
    do throws(FileFault) {
      if let depot {
        try FileStore.create(bytes, at: "\(depot)/demandes/\(name)", mode: 0o640)
      } else {
        try FileStore.makeFolder(installed.locations.folder)
        try FileStore.create(bytes, at: "\(installed.locations.folder)/\(name)", mode: 0o600)
      }
    } catch {
      throw Stop(1, error.sentence, error.advice)
    }
  }

  /// What the issuer published for those who ask.
  private func card() throws(Stop) -> IssuerCard {
    let path = installed.locations.issuer ?? ""
    let bytes: [UInt8]
    do throws(FileFault) { bytes = try FileStore.read(path, limit: IssuerCard.largest) } catch {
      throw Stop(2, error.sentence, "Vérifiez la clé « emetteur » de la configuration.")
    }
    do throws(FormFault) { return try IssuerCard(reading: bytes) } catch {
      throw Stop(2, "« \(path) » : \(error.sentence)", error.advice)
    }
  }

  private func recipient(_ identity: BadgeIdentity) -> RecipientChoice {
    switch identity {
    case .none: .nothing
    case .name(let name): .displayedName(name)
    case .email(let address): .email(address)
    }
  }

  /// What came back under the demande's name: a badge, copied to the agent's folder, or a refusal.
  ///
  /// Nil while the issuer has not answered.
  func answer(to file: String) throws(Stop) -> Report? {
    guard let depot = installed.locations.depot else { return nil }
    let name = file.hasSuffix(".json") ? String(file.dropLast(5)) : file
    let base = "\(depot)/badges/\(name)"
    do throws(FileFault) {
      let kinds = ["svg", "png", "json", "jwt"].filter { FileStore.exists("\(base).\($0)") }
      guard kinds.contains("svg") else {
        guard FileStore.exists("\(base).refus.txt") else { return nil }
        let text = try FileStore.read("\(base).refus.txt", limit: 4096, .shared)
        return .refused(String(decoding: text, as: UTF8.self).trimmedLine)
      }
      var files: [(kind: String, bytes: [UInt8])] = []
      for kind in kinds {
        files.append((kind, try FileStore.read("\(base).\(kind)", limit: 2 << 20, .shared)))
      }
      guard files.allSatisfy({ isOfIssuer($0.bytes, $0.kind) }) else {
        return .refused(Self.foreign)
      }
      try FileStore.makeFolder(installed.locations.folder)
      for (kind, bytes) in files {
        try FileStore.write(bytes, to: "\(installed.locations.folder)/badge.\(kind)")
      }
      return .collected(
        folder: installed.locations.folderShown, files: kinds.map { "badge.\($0)" })
    } catch {
      throw Stop(1, error.sentence, error.advice)
    }
  }
}

extension BadgeDemand {
  fileprivate static let foreign =
    "Le fichier rendu n’est pas un badge de votre émetteur. Prévenez la personne qui les délivre."

  /// Whether a file returned is a whole badge, with a signature that holds where it can be checked,
  /// and, in the `.json`, of the issuer that was asked.
  ///
  /// The keys of an issuer with an address are on its site, which this program does not reach.
  fileprivate func isOfIssuer(_ bytes: [UInt8], _ kind: String) -> Bool {
    guard let card = try? card() else { return false }
    let trust = TrustStore(trusting: card.did, label: card.name)
    let report = Verifier(trust: trust, now: Clock.now().seconds).verify(bytes)
    guard report[.structure].isHeld,
      [.held, .notChecked(.keyNotGiven)].contains(report[.proof])
    else { return false }
    guard kind == "json", let document = try? JSON(parsing: bytes) else { return kind != "json" }
    return document["issuer"]?["id"]?.string == card.did
  }
}

extension String {
  /// The first line, without what a terminal would obey.
  fileprivate var trimmedLine: String {
    String(prefix { !$0.isNewline }.prefix(300)).printable
  }
}
