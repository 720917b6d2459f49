import Course
import Reports

/// One line of the list, read column by column.
struct AwardLine {
  let number: Int
  let header: TableHeader<AwardColumn>
  let fields: [[UInt8]]

  /// The badge that the line asks for.
  func row(badge: String, today: Day) throws(ListRefusal) -> AwardRow {
    let version = try text(.version, atMost: 40)
    let reference = try text(.reference, atMost: 100)
    let recipient = try recipient(reference: reference)
    let day = try day(notAfter: today)
    let how = try modality()
    let source = AwardRow.source(badge: badge, recipient, day, reference: reference)
    return AwardRow(
      line: number, recipient: recipient, day: day, how: how, version: version,
      reference: reference, source: source)
  }

  private func recipient(reference: String) throws(ListRefusal) -> AwardRecipient {
    let address = header.typed(.email, of: fields).lowercased().composed
    guard address.isEmpty else {
      guard address.isEmail else {
        throw refusal("L’adresse de courriel n’est pas reconnue. Corrigez-la.")
      }
      return .email(address)
    }
    let name = try text(.name, atMost: 100)
    guard name.isEmpty else {
      guard !name.isFormula else {
        throw refusal("Le nom commence comme une formule. Retapez-le au clavier.")
      }
      return .displayedName(name)
    }
    guard !reference.isEmpty else {
      throw refusal("Ni courriel, ni nom, ni référence. Ajoutez une référence.")
    }
    return .anonymous
  }

  private func day(notAfter today: Day) throws(ListRefusal) -> Day {
    let text = header.typed(.day, of: fields)
    guard !text.isEmpty else { throw refusal("La date manque. Écrivez-la comme 21/11/2026.") }
    guard let day = Day(typed: text) else {
      throw refusal("La date n’est pas un jour. Écrivez-la comme 21/11/2026.")
    }
    guard day <= today else { throw refusal("La date est dans l’avenir. Corrigez-la.") }
    return day
  }

  private func modality() throws(ListRefusal) -> Modality {
    let choices = "« \(Modality.alone.rawValue) » ou « \(Modality.supervised.rawValue) »"
    switch header.typed(.how, of: fields).folded {
    case Modality.alone.rawValue.folded, Modality.alone.evidence.folded: return .alone
    case Modality.supervised.rawValue.folded: return .supervised
    case "": throw refusal("La modalité manque. Écrivez \(choices).")
    default: throw refusal("La modalité n’est pas reconnue. Écrivez \(choices).")
    }
  }

  /// A text that may be empty; nothing invisible in it, and not too long.
  private func text(_ column: AwardColumn, atMost count: Int) throws(ListRefusal) -> String {
    let text = header.typed(column, of: fields)
    guard text.isVisible else {
      throw refusal(
        "La case « \(column.name) » a un caractère invisible. Retapez-la au clavier.")
    }
    guard text.count <= count, text.utf8.count <= 4 * count else {
      throw refusal("La case « \(column.name) » dépasse \(count) caractères.")
    }
    return text
  }

  private func refusal(_ sentence: String) -> ListRefusal { ListRefusal(line: number, sentence) }
}
