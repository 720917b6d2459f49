extension ContentReader {
  /// A vocabulary file: one entry a `##`, its fiche, its text.
  mutating func terms() -> [Term] {
    entries(keys: FicheKeys.term).map { section in
      let fiche = section.fiche
      let text = prose(section.blocks)
      if text.isEmpty {
        complain(
          section.line, "Cette entrée n’a pas de texte.", "Écrivez une phrase sous le titre.")
      }
      return Term(
        key: title(section), title: self.text("titre", of: fiche), text: text,
        aliases: aliases(fiche), status: status(fiche), verified: day("verifie", of: fiche),
        address: address(fiche), place: place(section.line))
    }
  }

  /// Several words each, so separated by commas only.
  private func aliases(_ fiche: Fiche) -> [String] {
    (fiche["alias"] ?? "").split(separator: ",").map(\.trimmed).filter { !$0.isEmpty }
  }

  private mutating func status(_ fiche: Fiche) -> String? {
    choice(
      "statut", of: fiche,
      among: ["vérifié", "source secondaire", "texte stable", SourceStatus.toVerify].map {
        ($0, $0)
      })
  }

  private mutating func address(_ fiche: Fiche) -> String? {
    guard let entry = fiche.entry("adresse") else { return nil }
    if entry.value.hasPrefix("https://") || entry.value.hasPrefix("http://") { return entry.value }
    complain(
      entry.line, "L’adresse \(quoted(entry.value)) n’est pas celle d’un site.",
      "Commencez-la par https://.")
    return nil
  }

  /// `collectivite.md`: one variable a `##`, its value on one line of plain text.
  mutating func variableValues() -> [String: String] {
    var values: [String: String] = [:]
    for section in entries(keys: []) {
      let name = section.title.rawText
      guard Variables.ofCourse.contains(name) else {
        complain(
          section.line, "La variable \(quoted(name)) n’existe pas.",
          "Variables possibles : \(Variables.ofCourse.sorted().joined(separator: ", ")).")
        continue
      }
      if values[name] != nil {
        complain(section.line, "La variable \(quoted(name)) est en double.", "Gardez-en une.")
      }
      if let value = value(section) { values[name] = value }
    }
    return values
  }

  private mutating func value(_ section: Section) -> String? {
    guard let first = section.blocks.first, first.kind == .paragraph, section.blocks.count == 1,
      first.children.allSatisfy({ $0.kind.isPlain })
    else {
      complain(
        section.line, "La valeur de cette variable n’est pas une ligne de texte simple.",
        "Écrivez un seul paragraphe, sans gras, sans lien et sans liste.")
      return nil
    }
    // By bytes: a map over characters costs the runtime a generic type at each start.
    return String(
      decoding: first.rawText.utf8.map { $0 == UInt8(ascii: "\n") ? UInt8(ascii: " ") : $0 },
      as: UTF8.self)
  }
}

enum SourceStatus {
  /// Forbids the exam to the questions that lean on it.
  static let toVerify = "à vérifier"
}

extension MarkdownNode.Kind {
  fileprivate var isPlain: Bool {
    switch self {
    case .text, .softBreak: true
    default: false
    }
  }
}
