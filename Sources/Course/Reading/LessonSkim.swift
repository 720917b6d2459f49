/// What the outline needs of a lesson, from its lines alone: no Markdown analysis at start-up.
struct LessonSkim {
  let path: String
  let source: SourceText
  let variables: Variables

  /// The outline of a lesson, or the first thing that prevents it.
  func outline(file: String) throws(ContentError) -> LessonOutline {
    guard let heading = source.lines.indices.first(where: { !source.isBlank($0 + 1) }),
      source[heading + 1].starts(with: "# ".utf8)
    else {
      throw problem(1, "Le fichier ne commence pas par un titre.", "Écrivez « # Titre » en tête.")
    }
    let values = fiche(after: heading + 1)
    guard let id = values["identifiant"], !id.isEmpty else {
      throw problem(
        heading + 1, "Il manque la clé « identifiant » de cette leçon.",
        "Ajoutez-la dans la fiche, sous le titre.")
    }
    guard let minutes = values["duree"].flatMap({ Int($0) }), (1...240).contains(minutes) else {
      throw problem(heading + 1, "Il manque la durée de cette leçon.", "Écrivez « duree : 5 ».")
    }
    return LessonOutline(
      id: id, title: title(heading + 1), minutes: minutes, file: file, screens: screens)
  }

  private func problem(_ line: Int, _ problem: String, _ advice: String) -> ContentError {
    ContentError(Place(file: path, line: line), problem, advice)
  }

  /// The number of `##` headings.
  private var screens: Int {
    var isInComment = false
    var count = 0
    for line in source.lines {
      if line.starts(with: "<!--".utf8) { isInComment = true }
      if !isInComment, line.starts(with: "## ".utf8) { count += 1 }
      if isInComment, line.contains("-->") { isInComment = false }
    }
    return count
  }

  /// Text that carries marks goes through the analysis; plain text, nearly always, does not.
  private func title(_ line: Int) -> String {
    let bytes = source[line].dropFirst(2)
    guard bytes.contains(where: { "*_`[\\&<{#".utf8.contains($0) }) else {
      return bytes.text.trimmed
    }
    var reader = ContentReader(path: path, bytes: Array(source[line]), variables: variables)
    return reader.sections(top: [], sections: []).map { reader.title($0.top) }
      ?? bytes.text.trimmed
  }

  private func fiche(after line: Int) -> [String: String] {
    var number = line + 1
    while number <= source.lines.count, source.isBlank(number) { number += 1 }
    guard source[number].starts(with: "<!--".utf8) else { return [:] }
    var values: [String: String] = [:]
    while number <= source.lines.count {
      let row = source[number].text
      if let colon = row.firstIndex(of: ":") {
        let key = row[..<colon].drop { "<!-".contains($0) || $0.isWhitespace }
        values[String(key).trimmed] = String(row[row.index(after: colon)...]).trimmed
      }
      if source[number].contains("-->") { break }
      number += 1
    }
    return values
  }
}
