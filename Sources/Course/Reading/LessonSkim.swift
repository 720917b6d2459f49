/// What the outline needs of a lesson, from its first lines alone: no analysis at start-up.
struct LessonSkim {
  let path: String
  let variables: Variables
  /// The lines up to the end of the fiche, and a little more.
  private let source: SourceText
  private let bytes: [UInt8]

  init(path: String, bytes: [UInt8], variables: Variables) {
    self.path = path
    self.variables = variables
    self.bytes = bytes
    source = SourceText(LessonSkim.head(bytes))
  }

  /// What stands before the first screen.
  private static func head(_ bytes: [UInt8]) -> [UInt8] {
    bytes.withUnsafeBufferPointer { pointer in
      var end = pointer.count
      for index in 0..<max(0, pointer.count - 3)
      where pointer[index] == 0x0A && isHeading(pointer, index + 1) {
        end = index
        break
      }
      return Array(pointer[..<end])
    }
  }

  /// `## ` at `index`.
  private static func isHeading(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    index + 2 < bytes.count && bytes[index] == 0x23 && bytes[index + 1] == 0x23
      && bytes[index + 2] == 0x20
  }

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

  /// The number of `##` headings outside comments.
  private var screens: Int {
    bytes.withUnsafeBufferPointer { pointer in
      var count = 0
      var isInComment = false
      var isLineStart = true
      for index in pointer.indices {
        let byte = pointer[index]
        if isLineStart, byte == 0x3C, index + 3 < pointer.count, pointer[index + 1] == 0x21 {
          isInComment = true
        } else if isLineStart, !isInComment, LessonSkim.isHeading(pointer, index) {
          count += 1
        } else if isInComment, byte == 0x3E, index >= 2, pointer[index - 1] == 0x2D,
          pointer[index - 2] == 0x2D
        {
          isInComment = false
        }
        isLineStart = byte == 0x0A || byte == 0x0D
      }
      return count
    }
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
