extension ContentReader {
  /// `cas`: one `###` a step, each made like `unique`; the last may end with the case's feedback.
  mutating func askedInSteps(_ section: Section) -> Asked? {
    let (lead, parts) = parts(of: section)
    guard let asked = steps(parts, line: section.line) else { return nil }
    if lead.isEmpty {
      complain(
        section.line, "Il manque l’énoncé de ce cas.", "Écrivez-le avant le premier « ### ».")
    }
    return Asked(prompt: prose(lead), body: asked.body, feedback: asked.feedback)
  }

  /// The steps of a case or of a scenario; nil when there are fewer than two.
  mutating func steps(_ parts: [Section], line: Int) -> Asked? {
    guard parts.count >= 2 else {
      complain(
        line, "Un cas demande au moins deux étapes.",
        "Ajoutez des titres « ### », ou écrivez « type : unique ».")
      return nil
    }
    var steps: [Step] = []
    var feedback: [Block] = []
    for (index, part) in parts.enumerated() {
      let asked = asked(
        part.blocks, kind: .single, fiche: part.fiche, line: part.line, isTitled: true)
      guard let asked, case .single(let options) = asked.body
      else { return nil }
      steps.append(Step(title: title(part), prompt: asked.prompt, options: options))
      if index == parts.count - 1 {
        feedback = asked.feedback
      } else if !asked.feedback.isEmpty {
        complain(
          part.lastLine, "Cette étape finit par un retour général.",
          "Placez la citation après la dernière étape.")
      }
    }
    return Asked(prompt: [], body: .steps(steps), feedback: feedback)
  }
}
