/// What is told of a lesson by its bytes alone: no analysis at start-up.
struct LessonSkim {
  private let path: String
  private let source: SourceText
  private let variables: Variables

  /// The whole of a lesson.
  init(_ file: ContentFiles.Layer, _ variables: Variables) {
    path = file.path
    source = SourceText(file.bytes)
    self.variables = variables
  }

  /// What stands before the first screen, enough for the outline.
  init(headOf file: ContentFiles.Layer, _ variables: Variables) {
    self.init((file.path, LessonSkim.head(file.bytes)), variables)
  }

  /// The bytes before the first `## ` that begins a line.
  private static func head(_ bytes: [UInt8]) -> [UInt8] {
    bytes.withUnsafeBufferPointer { pointer in
      var index = 0
      while index + 3 < pointer.count {
        if pointer[index] == 0x0A, pointer[index + 1] == 0x23, pointer[index + 2] == 0x23,
          pointer[index + 3] == 0x20
        {
          return Array(pointer[..<index])
        }
        index += 1
      }
      return bytes
    }
  }

  /// The outline of a lesson, or the first thing that prevents it.
  func outline(file: String) throws(ContentError) -> LessonOutline {
    guard let index = source.lines.indices.first(where: { !source.isBlank($0 + 1) }),
      source[index + 1].starts(with: "# ".utf8)
    else {
      throw problem(1, "Le fichier ne commence pas par un titre.", "Écrivez « # Titre » en tête.")
    }
    let heading = index + 1
    let (id, duration) = fiche(after: heading)
    guard let id, !id.isEmpty else {
      throw problem(
        heading, "Il manque la clé « identifiant » de cette leçon.",
        "Ajoutez-la dans la fiche, sous le titre.")
    }
    guard let minutes = duration.flatMap({ Int($0) }), (1...240).contains(minutes) else {
      throw problem(heading, "Il manque la durée de cette leçon.", "Écrivez « duree : 5 ».")
    }
    return LessonOutline(id: id, title: title(heading), minutes: minutes, file: file)
  }

  private func problem(_ line: Int, _ problem: String, _ advice: String) -> ContentError {
    ContentError(Place(file: path, line: line), problem, advice)
  }

  /// The title of screen `number`, from 1: of the nth `## `.
  ///
  /// In a sound lesson, no comment, list or quotation holds one.
  func screenTitle(_ number: Int) -> String? {
    var left = number
    for line in 1..<source.lines.count + 1 {
      let text = source.trimmed(line)
      guard text.first == UInt8(ascii: "#"), text.starts(with: "## ".utf8),
        source.indent(line) < 4
      else { continue }
      left -= 1
      if left == 0 { return title(line) }
    }
    return nil
  }

  /// The text of a heading.
  ///
  /// One that carries marks goes through the analysis; plain text, nearly always, does not.
  private func title(_ line: Int) -> String {
    let text = source.trimmed(line).drop { $0 == UInt8(ascii: "#") }
    if text.contains(where: LessonSkim.isMark) {
      var reader = ContentReader(path: path, bytes: Array(source[line]), variables: variables)
      if let heading = reader.tree.first { return reader.inlines(heading).plainText }
    }
    return text.text.trimmed
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "["),
      UInt8(ascii: "\\"), UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: "{"),
      UInt8(ascii: "#"):
      true
    default: false
    }
  }

  /// Two values of the fiche, the only ones that the outline shows.
  private func fiche(after heading: Int) -> (id: String?, duration: String?) {
    var id: String?
    var duration: String?
    var number = heading + 1
    while number <= source.lines.count, source.isBlank(number) { number += 1 }
    guard source[number].starts(with: "<!--".utf8) else { return (nil, nil) }
    var line = source[number].dropFirst(4)
    while number <= source.lines.count {
      let end = line.firstIndex(of: "-->")
      if let end { line = line[..<end] }
      if let colon = line.firstIndex(of: UInt8(ascii: ":")) {
        let value = line[(colon + 1)...]
        switch line[..<colon].text.trimmed {
        case "identifiant": id = value.text.trimmed
        case "duree": duration = value.text.trimmed
        default: break
        }
      }
      if end != nil { break }
      number += 1
      line = source[number]
    }
    return (id, duration)
  }
}
