import BadgeRequest
import Course
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
    guard let depot else { return try keep(bytes, name) }
    do throws(FileFault) { try Depot(path: depot).put(bytes, named: name) } catch {
      let complaint = Depot.complaint(error)
      throw Stop(1, complaint.problem, complaint.advice)
    }
  }

  /// In the agent's folder, to be handed over.
  private func keep(_ bytes: [UInt8], _ name: String) throws(Stop) {
    do throws(FileFault) {
      try FileStore.makeFolder(installed.locations.folder)
      try FileStore.create(bytes, at: "\(installed.locations.folder)/\(name)", mode: 0o600)
    } catch {
      throw Stop(1, error.sentence, error.advice)
    }
  }

  /// What the issuer published for those who ask.
  func card() throws(Stop) -> IssuerCard {
    let path = installed.locations.issuer ?? ""
    let reason: String
    do throws(FileFault) {
      let bytes = try FileStore.read(path, limit: IssuerCard.largest)
      do throws(FormFault) { return try IssuerCard(reading: bytes) } catch {
        reason = "« \(path) » : \(error.sentence)"
      }
    } catch {
      reason = error.sentence
    }
    throw Stop(
      2, "La fiche de la personne qui délivre les badges ne peut pas être lue. \(reason)",
      "Prévenez votre service informatique, puis réessayez plus tard.")
  }

  private func recipient(_ identity: BadgeIdentity) -> RecipientChoice {
    switch identity {
    case .none: .nothing
    case .name(let name): .displayedName(name)
    case .email(let address): .email(address)
    }
  }
}

extension BadgeDemand {
  /// Whether the program gives this name to a demande: `demande-`, 32 hex digits, `.json`.
  static func isName(_ name: String) -> Bool {
    guard name.hasPrefix("demande-"), name.hasSuffix(".json") else { return false }
    let drawn = RequestedBadge.stem(of: name).utf8.dropFirst(8)
    return drawn.count == 32
      && drawn.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
  }
}
