import BadgeRequest
import Course
import Display
import Glibc
import Interface

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
      if FileStore.exists("\(base).refus.txt") {
        let text = try FileStore.read("\(base).refus.txt", limit: 4096)
        return .refused(String(decoding: text, as: UTF8.self).trimmedLine)
      }
      let kinds = ["svg", "png", "json", "jwt"].filter { FileStore.exists("\(base).\($0)") }
      guard kinds.contains("svg") else { return nil }
      try FileStore.makeFolder(installed.locations.folder)
      for kind in kinds {
        let bytes = try FileStore.read("\(base).\(kind)", limit: 2 << 20)
        try FileStore.write(bytes, to: "\(installed.locations.folder)/badge.\(kind)")
      }
      return .collected(
        folder: installed.locations.folderShown, files: kinds.map { "badge.\($0)" })
    } catch {
      throw Stop(1, error.sentence, error.advice)
    }
  }
}

extension String {
  /// The first line, without what a terminal would obey.
  fileprivate var trimmedLine: String {
    String(prefix { !$0.isNewline }.prefix(300)).printable
  }
}
