import ArgumentParser
import BadgeRequest
import Course
import JSON
import Ledger
import Reports

/// `emetteur montrer`: who the issuer is, its keys, how many badges.
struct ShowIssuer: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "montrer", abstract: "Montrer l’émetteur, ses clés, ses badges.",
    aliases: ["show"])

  @OptionGroup var issuer: IssuerOptions
  @Flag(name: .customLong("json"), help: "Pour un programme, badges compris.")
  var isJSON = false
  @Option(
    name: .customLong("carte"),
    help: ArgumentHelp("Écrire la carte pour les demandes.", valueName: "fichier"))
  var card: String?

  func run() throws {
    let issuer = try IssuerFolder(issuer.folder)
    let state = try issuer.state()
    if let card {
      try write(issuer, state, to: card)
      guard card != "-" else { return }
    }
    let shown = IssuerSummary(issuer: issuer, state: state)
    let text = isJSON ? shown.json.pretty : shown.lines.joined(separator: "\n")
    try writeOutput(Array((text + "\n").utf8))
  }

  /// What the learners' configuration points to.
  private func write(
    _ issuer: IssuerFolder, _ state: LedgerState, to path: String
  ) throws(Complaint) {
    guard let key = state.active(.x25519) else {
      throw Complaint(
        "Aucune clé n’ouvre les demandes. Faites-en une : emetteur cle nouvelle --sorte x25519.",
        .refused)
    }
    let card = try KeyFiles(issuer.folder).card(key.fragment)
    let bytes: [UInt8]
    do throws(FormFault) { bytes = try card.written() } catch {
      throw Complaint("\(error.sentence) \(error.advice)", .refused)
    }
    guard path != "-" else { return try writeOutput(bytes) }
    guard !issuer.folder.holds(path) else {
      throw Complaint("Le dossier de l’émetteur garde ses clés. Mettez ailleurs la carte.")
    }
    try OutputFile(path, mode: 0o644).write(bytes)
  }
}

/// What is told of an issuer: nothing secret.
struct IssuerSummary {
  let issuer: IssuerFolder
  let state: LedgerState

  private var counts: [(name: String, count: Int)] {
    let revoked = state.badges.count {
      if case .revoked = $0.status { true } else { false }
    }
    let suspended = state.badges.count {
      if case .suspended = $0.status { true } else { false }
    }
    return [
      ("badges", state.badges.count), ("retirés", revoked), ("suspendus", suspended),
      ("non remis", state.badges.count { !$0.isDelivered }), ("purgés", state.closed.count),
    ]
  }

  /// For a person.
  var lines: [String] {
    let settings = issuer.settings
    var lines = [
      "Émetteur : \(settings.name.plain)", "Identifiant : \(settings.did)",
      "Adresse : \(settings.address?.text ?? "aucune (un badge ne peut pas être retiré)")",
      "Dossier : \(issuer.folder.path.plain)",
    ]
    lines += state.keys.map { "Clé \($0.fragment) : \($0.state.french), créée le \($0.added.day)" }
    return lines
      + counts.map { "\($0.name.prefix(1).uppercased())\($0.name.dropFirst()) : \($0.count)" }
  }

  /// For a program.
  var json: JSON {
    let settings = issuer.settings
    return [
      "nom": .string(settings.name), "identifiant": .string(settings.did),
      "adresse": (settings.address?.text).map(JSON.string) ?? .null,
      "dossier": .string(issuer.folder.path),
      "cles": .array(
        state.keys.map {
          [
            "nom": .string($0.fragment), "sorte": .string($0.kind.rawValue),
            "etat": .string($0.state.french), "depuis": .string($0.added.description),
          ]
        }),
      "nombres": .object(JSONObject(counts.map { ($0.name, .integer($0.count)) })),
      "badges": .array(state.badges.map(\.json)),
    ]
  }
}

extension Instant {
  /// `21 novembre 2026`.
  fileprivate var day: String { Timestamp(seconds: seconds).day.french }
}

extension LedgerKey.State {
  /// As a person reads it.
  fileprivate var french: String {
    switch self {
    case .active: "active"
    case .retired: "retirée"
    case .compromised: "compromise"
    }
  }
}

extension LedgerBadge {
  fileprivate var json: JSON {
    let state =
      switch status {
      case .valid: "valable"
      case .revoked: "retiré"
      case .suspended: "suspendu"
      }
    return [
      "id": .string(issued.id), "empreinte": .string(issued.fingerprint),
      "realisation": .string(issued.achievement), "etat": .string(state),
      "obtenu": .string(issued.awarded.description),
      "du": .string(issued.validFrom.description), "au": .string(issued.validUntil.description),
      "remis": .bool(isDelivered), "renouvelePar": renewedBy.map(JSON.string) ?? .null,
    ]
  }
}
