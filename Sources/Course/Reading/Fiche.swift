/// The comment under a heading: one `clé : valeur` a line (format.md §1).
struct Fiche: Sendable, Hashable {
  struct Entry: Sendable, Hashable {
    var key: String
    var value: String
    var line: Int
  }

  /// The line of `<!--`, or of the heading when there is no fiche.
  var line: Int
  var entries: [Entry] = []

  subscript(key: String) -> String? { entry(key)?.value }

  func entry(_ key: String) -> Entry? { entries.first { $0.key == key } }

  func all(_ key: String) -> [Entry] { entries.filter { $0.key == key } }

  /// The words of a value, separated by spaces or commas.
  func list(_ key: String) -> [String] { self[key].map(Fiche.words) ?? [] }

  /// The line of a key, or of the fiche when the key is absent.
  func line(of key: String) -> Int { entry(key)?.line ?? line }

  static func words(_ value: String) -> [String] {
    value.unicodeScalars.split { $0 == "," || $0.properties.isWhitespace }.map { String($0) }
  }
}

/// The keys a fiche may hold, by what it describes.
enum FicheKeys {
  static let course = ["format", "identifiant", "version", "licence", "badge"]
  static let module = ["identifiant", "duree", "refs", "compte"]
  static let lesson = ["identifiant", "duree", "refs", "sources", "verifie", "revoir", "admis"]
  static let screen = ["refs", "regle", "sources", "verifie", "revoir", "admis"]
  static let question = [
    "type", "niveau", "famille", "banque", "metier", "regle", "lettre", "refs", "sources",
    "verifie", "revoir", "animateur", "examen", "accepte", "admis",
  ]
  static let lessonQuestion = question + ["identifiant"]
  static let scenario = question + ["titre"]
  static let term = ["titre", "alias", "statut", "verifie", "revoir", "adresse", "admis"]
  static let exam = ["seuil", "admis"]
  static let badge = ["alternative", "mots"]
  /// A file whose first heading describes nothing but itself.
  static let plain = ["admis"]
}

extension ContentReader {
  /// Reads a comment; `lastLine` is the end of the section it describes.
  mutating func fiche(_ node: MarkdownNode, keys: [String], lastLine: Int) -> Fiche {
    var fiche = Fiche(line: node.line)
    guard source.trimmed(node.line).starts(with: "<!--".utf8) else { return fiche }
    let end = max(node.line, node.htmlEndLine)
    guard isClosed(node.line...end) else {
      complain(
        node.line, "Le commentaire de cette fiche n’est pas fermé.",
        "Ajoutez une ligne « --> » à la fin de la fiche.")
      return fiche
    }
    for number in node.line...end {
      let text = ficheText(number, isFirst: number == node.line)
      if !text.isEmpty { add(text, at: number, keys: keys, to: &fiche) }
    }
    fiches.append(fiche)
    readAdmissions(fiche, firstLine: max(1, node.line - 1), lastLine: lastLine)
    return fiche
  }

  /// A heading or another comment inside means that this one was never closed.
  private func isClosed(_ lines: ClosedRange<Int>) -> Bool {
    source[lines.upperBound].contains("-->")
      && !lines.dropFirst().contains { number in
        let text = source.trimmed(number)
        return text.first == UInt8(ascii: "#") || text.starts(with: "<!--".utf8)
      }
  }

  /// A line of the comment without its marks; text after `-->` is never shown.
  private mutating func ficheText(_ number: Int, isFirst: Bool) -> String {
    let line = source.trimmed(number).dropFirst(isFirst ? 4 : 0)
    guard let end = line.firstIndex(of: "-->") else { return line.text.trimmed }
    if !line[(end + 3)...].text.trimmed.isEmpty {
      complain(
        number, "Du texte est collé au commentaire : il ne s’affiche pas.",
        "Passez à la ligne après « --> ».")
    }
    return line[..<end].text.trimmed
  }

  private mutating func add(_ text: String, at line: Int, keys: [String], to fiche: inout Fiche) {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else {
      complain(line, "\(quoted(text)) n’est pas de la forme « clé : valeur ».", "Ajoutez « : ».")
      return
    }
    let key = text[..<colon].trimmed
    let value = text[text.index(after: colon)...].trimmed
    guard keys.contains(key) else {
      complain(
        line, "La clé \(quoted(key)) n’est pas connue ici.",
        keys.isEmpty ? "Enlevez cette ligne." : "Clés possibles : \(keys.joined(separator: ", ")).")
      return
    }
    guard !value.isEmpty else {
      complain(line, "La clé \(quoted(key)) n’a pas de valeur.", "Écrivez-la, ou enlevez la ligne.")
      return
    }
    guard key == "accepte" || fiche[key] == nil else {
      complain(
        line, "La clé \(quoted(key)) est en double.", "Gardez une seule ligne pour cette clé.")
      return
    }
    fiche.entries.append(Fiche.Entry(key: key, value: value, line: line))
  }

  /// `admis : Q05 raison` — each code is followed by its reason.
  private mutating func readAdmissions(_ fiche: Fiche, firstLine: Int, lastLine: Int) {
    guard let entry = fiche.entry("admis") else { return }
    let admitted = Fiche.admissions(entry.value)
    if admitted.isEmpty || admitted.values.contains("") {
      complain(
        entry.line, "La clé « admis » demande une règle et sa raison.",
        "Écrivez par exemple « admis : Q05 le mot vient du règlement ».")
    }
    for (rule, reason) in admitted.sorted(by: { $0.key < $1.key }) {
      admissions.append(
        Admission(rule: rule, reason: reason, lines: firstLine...max(firstLine, lastLine)))
    }
  }
}

extension Fiche {
  /// The rule codes of an `admis` value, each with its reason.
  static func admissions(_ value: String) -> [String: String] {
    var result: [String: String] = [:]
    var rule: String?
    for word in value.split(whereSeparator: \.isWhitespace) {
      let code = word.prefix { $0 != "," && $0 != ":" }
      if code.count == 3, code.first == "Q", code.dropFirst().allSatisfy(\.isNumber) {
        rule = String(code)
        result[String(code)] = ""
      } else if let rule {
        result[rule, default: ""] += (result[rule] == "" ? "" : " ") + word
      }
    }
    return result.mapValues { reason in
      reason.last.map(",;".contains) == true ? String(reason.dropLast()) : reason
    }
  }
}
