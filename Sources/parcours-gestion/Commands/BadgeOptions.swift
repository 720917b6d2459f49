import ArgumentParser
import Ledger
import Reports

/// The badges that a command is about: their names, or a list.
struct BadgeOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp("Badges : « urn:uuid:… » ou « E-… ».", valueName: "badge"))
  var badges: [String] = []
  @Option(
    name: .customLong("csv"),
    help: ArgumentHelp(
      "Liste avec une colonne « badge », au choix « motif ».", valueName: "fichier"))
  var list: String?

  /// The names with their reasons, and how many lines of a list were refused.
  func names(reason: String?) throws(Complaint) -> (rows: [StatusChangeList.Row], refused: Int) {
    guard badges.isEmpty != (list == nil) else {
      throw Complaint("Donnez des badges, ou --csv FICHIER, l’un des deux.")
    }
    guard let list else { return (try typed(reason), 0) }
    let name = list == "-" ? "entrée standard" : list
    let bytes = try InputFile.read(list)
    do throws(TableError) {
      let changes = try StatusChangeList(reading: bytes, file: name, reason: reason)
      tellPerson(changes.remarks.map(\.description))
      tellPerson(changes.refusals.map { "\(name.plain):\($0.line) : \($0.sentence)" })
      return (changes.rows, changes.refusals.count)
    } catch {
      throw Complaint(error.sentence(file: name))
    }
  }

  private func typed(_ reason: String?) throws(Complaint) -> [StatusChangeList.Row] {
    let reason = (reason ?? "").trimmed
    guard reason.isVisible, reason.count <= 200 else {
      throw Complaint("Le motif doit tenir sur une ligne de 200 caractères. Corrigez-le.")
    }
    var rows: [StatusChangeList.Row] = []
    for (place, text) in badges.enumerated() {
      guard let badge = BadgeReference(text) else {
        throw Complaint(
          "Le badge « \(text.plain) » n’est pas reconnu. Donnez son « urn:uuid:… » ou son « E-… ».")
      }
      let why = reason.isEmpty ? "sans motif" : reason
      rows.append(.init(line: place + 1, badge: badge, reason: why))
    }
    return rows
  }
}

extension LedgerState {
  /// The badge that a person names.
  func badge(_ reference: BadgeReference) throws(Complaint) -> LedgerBadge {
    let (found, name) =
      switch reference {
      case .id(let id): (badge(id: id), id)
      case .fingerprint(let print): (badge(fingerprint: print), print)
      }
    if let found { return found }
    throw Complaint(
      "Le badge « \(name) » n’est pas au registre. Vérifiez-le : emetteur montrer --json.",
      .refused)
  }
}
