extension ContentReader {
  /// A lesson file: `# titre`, its fiche, then one screen a `##`.
  mutating func lesson() -> Lesson? {
    guard
      let file = sections(
        top: FicheKeys.lesson,
        keysOf: { comment in
          guard case .html(let text) = comment.kind else { return FicheKeys.screen }
          return ContentReader.isQuestion(text) ? FicheKeys.lessonQuestion : FicheKeys.screen
        })
    else { return nil }
    if let stray = file.top.blocks.first {
      complain(
        stray.line, "Ce texte n’appartient à aucun écran : il ne s’affiche pas.",
        "Écrivez « ## Titre » avant lui.")
    }
    if file.sections.isEmpty {
      complain(file.top.line, "Cette leçon n’a pas d’écran.", "Ajoutez « ## Titre » et un texte.")
    }
    let fiche = file.top.fiche
    return Lesson(
      id: identifier(
        required("identifiant", of: fiche, for: "cette leçon"), line: fiche.line(of: "identifiant")),
      title: title(file.top), minutes: minutes(fiche), refs: fiche.list("refs"),
      screens: file.sections.compactMap { screen($0) }, place: place(file.top.line))
  }

  /// A comment that describes a question: it has a type, or what only questions have.
  private static func isQuestion(_ comment: String) -> Bool {
    comment.split(separator: "\n").contains { row in
      let key = row.drop { $0 == " " }.prefix { $0.isLetter }
      return ["type", "identifiant", "niveau"].contains(key)
    }
  }

  mutating func minutes(_ fiche: Fiche) -> Int {
    if fiche["duree"] == nil {
      complain(fiche.line, "Il manque la clé « duree ».", "Écrivez la durée en minutes.")
    }
    return number("duree", of: fiche, in: 1...240) ?? 1
  }

  private mutating func screen(_ section: Section) -> Screen? {
    let heading = title(section)
    let place = place(section.line)
    let fiche = section.fiche
    if fiche["type"] != nil || fiche["identifiant"] != nil || fiche["niveau"] != nil {
      let id = identifier(
        required("identifiant", of: fiche, for: "cette question"),
        line: fiche.line(of: "identifiant"))
      let setting = QuestionSetting(host: .lesson)
      return question(section, id: id, title: heading, setting: setting).map {
        Screen(title: heading, content: .question($0), place: place)
      }
    }
    let blocks = prose(section.blocks)
    if blocks.isEmpty {
      complain(section.line, "Cet écran est vide.", "Écrivez un texte sous son titre.")
    }
    return Screen(title: heading, content: .reading(blocks), place: place)
  }
}
