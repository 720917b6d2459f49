extension ContentReader {
  /// `evaluation.md`: fiche `seuil`, presentation, one bullet a stratum.
  mutating func examPlan() -> ExamPlan? {
    guard let file = sections(top: FicheKeys.exam, sections: []) else { return nil }
    if let section = file.sections.first {
      complain(section.line, "Cette partie n’est pas attendue ici.", "Enlevez ce titre « ## ».")
    }
    let fiche = file.top.fiche
    let written = required("seuil", of: fiche, for: "l’examen")
    guard let index = file.top.blocks.lastIndex(where: \.isList) else {
      complain(
        file.top.line, "Il manque la liste des thèmes de l’examen.", "Ajoutez « - RU01 : 2 ».")
      return nil
    }
    if let stray = file.top.blocks[(index + 1)...].first {
      complain(
        stray.line, "Ce texte suit la liste des thèmes : il ne s’affiche pas.",
        "Placez-le avant la liste.")
    }
    let strata = file.top.blocks[index].children.compactMap { stratum($0) }
    checkBanks(strata)
    guard !written.isEmpty, let seuil = threshold(written, line: fiche.line(of: "seuil")) else {
      return nil
    }
    return ExamPlan(
      presentation: prose(Array(file.top.blocks[..<index])), strata: strata, threshold: seuil)
  }

  private mutating func checkBanks(_ strata: [Stratum]) {
    var seen: Set<String> = []
    for stratum in strata {
      for bank in stratum.banks where !seen.insert(bank).inserted {
        complain(
          stratum.place.line, "La banque \(bank) est déjà sur une autre ligne.",
          "Gardez chaque banque sur une seule ligne.")
      }
    }
  }

  /// `RU01 : 2 (niveau 2, puis 1 ou 3), seuil 1/2`.
  private mutating func stratum(_ item: MarkdownNode) -> Stratum? {
    let text = item.rawText.map { $0.isWhitespace ? " " : $0 }
    guard item.children.count == 1, let colon = text.firstIndex(of: ":") else {
      complainOfStratum(item.line)
      return nil
    }
    let banks = Fiche.words(String(text[..<colon]))
    let rest = String(text[(colon + 1)...]).trimmed
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    guard let count = Int(digits), (1...200).contains(count), !banks.isEmpty else {
      complainOfStratum(item.line)
      return nil
    }
    for bank in banks where !Bank.names.contains(bank) {
      complain(
        item.line, "La banque \(quoted(bank)) n’existe pas.",
        "Banques possibles : \(Bank.names.joined(separator: ", ")).")
    }
    var stratum = Stratum(banks: banks, count: count, place: place(item.line))
    read(rest.dropFirst(digits.count), into: &stratum)
    return stratum
  }

  private mutating func complainOfStratum(_ line: Int) {
    complain(
      line, "Cette ligne ne dit pas combien de questions tirer.",
      "Écrivez par exemple « - RU01 : 2 (niveau 2, puis 1 ou 3) ».")
  }

  /// What follows the number: clauses between commas or inside parentheses.
  private mutating func read(_ details: Substring, into stratum: inout Stratum) {
    let clauses = details.split { ",;()".contains($0) }.map(\.trimmed).filter { !$0.isEmpty }
    for clause in clauses {
      let words = clause.folded.split(separator: " ").map(String.init)
      if words == ["lettres", "differentes"] {
        stratum.distinctLetters = true
      } else if words.first == "seuil" {
        stratum.threshold = threshold(
          clause.drop { !$0.isWhitespace }.trimmed, line: stratum.place.line)
      } else if let levels = levels(words) {
        stratum.levels = words.first == "niveau" ? [levels] : stratum.levels + [levels]
      } else {
        complain(
          stratum.place.line, "\(quoted(clause)) n’est pas compris.",
          "Possible : niveau 2, puis 1 ou 3 ; lettres différentes ; seuil 5/6.")
      }
    }
  }

  /// `niveau 2`, `puis 1 ou 3`.
  private func levels(_ words: [String]) -> [Int]? {
    guard let first = words.first, ["niveau", "puis"].contains(first) else { return nil }
    let rest = words.dropFirst().filter { $0 != "ou" && $0 != "niveau" }
    let levels = rest.compactMap { Int($0) }.filter { (1...3).contains($0) }
    return levels.isEmpty || levels.count != rest.count ? nil : levels
  }
}
