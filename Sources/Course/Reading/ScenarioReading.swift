extension ContentReader {
  /// `scenarios.md`: one work situation a `##`, in `###` parts.
  mutating func scenarios() -> [Scenario] {
    entries(keys: FicheKeys.scenario).map { scenario($0) }
  }

  private mutating func scenario(_ section: Section) -> Scenario {
    let id = identifier(title(section), line: section.line)
    let fiche = section.fiche
    var (lead, parts) = parts(of: section)
    if let stray = lead.first {
      complain(
        stray.line, "Ce texte n’est dans aucune partie du scénario.",
        "Placez-le sous « ### Situation ».")
    }
    let situation = story("Situation", from: &parts, line: section.line)
    let decision = story("Décision", from: &parts, line: section.line)
    let reason = story("Pourquoi", from: &parts, line: section.line)
    return Scenario(
      id: id, title: scenarioTitle(fiche), trades: fiche.list("metier"), refs: fiche.list("refs"),
      situation: situation, decision: decision, reason: reason,
      question: question(parts, section: section, id: id), place: place(section.line))
  }

  private mutating func scenarioTitle(_ fiche: Fiche) -> String {
    _ = required("titre", of: fiche, for: "ce scénario")
    return text("titre", of: fiche) ?? ""
  }

  /// Takes the part of that name out of the parts and reads it.
  private mutating func story(
    _ name: String, from parts: inout [Section], line: Int
  ) -> [Block] {
    guard let index = parts.firstIndex(where: { $0.title.rawText.folded == name.folded }) else {
      complain(line, "Il manque la partie « ### \(name) ».", "Ajoutez-la dans ce scénario.")
      return []
    }
    let part = parts.remove(at: index)
    let blocks = prose(part.blocks)
    if blocks.isEmpty {
      complain(part.line, "Cette partie du scénario est vide.", "Écrivez un court paragraphe.")
    }
    return blocks
  }

  /// The question made of the parts that are left, when the fiche has a type.
  private mutating func question(
    _ parts: [Section], section: Section, id: String
  ) -> Question? {
    guard section.fiche["type"] != nil else {
      if let part = parts.first {
        complain(
          part.line, "Cette partie n’est pas attendue dans un scénario sans question.",
          "Ajoutez « type : unique » ou « type : cas » à la fiche.")
      }
      return nil
    }
    let kind = self.kind(section.fiche)
    var asked: (Asked, heading: String?)?
    if let kind { asked = self.asked(parts, section, kind) }
    return question(
      asked?.0, kind: kind, section: section, id: id, title: asked?.heading,
      setting: QuestionSetting(host: .scenario))
  }

  private mutating func asked(
    _ parts: [Section], _ section: Section, _ kind: QuestionKind
  ) -> (Asked, String?)? {
    switch kind {
    case .steps: return steps(parts, line: section.line).map { ($0, nil) }
    case .single:
      guard let part = parts.first, parts.count == 1 else {
        complain(
          parts.last?.line ?? section.line,
          "Ce scénario a \(parts.count) parties de question au lieu d’une.",
          "Gardez une seule partie « ### », ou écrivez « type : cas ».")
        return nil
      }
      let heading = title(part)
      return asked(
        part.blocks, kind: .single, fiche: section.fiche, line: part.line, isTitled: true
      ).map { ($0, heading) }
    default:
      complain(
        section.fiche.line(of: "type"), "Un scénario ne pose pas ce type de question.",
        "Écrivez « type : unique » ou « type : cas ».")
      return nil
    }
  }
}
