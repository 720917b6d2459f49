/// No-break spaces where French wants them, in texts that are written with ordinary ones.
///
/// Used for the fiche's texts and for what the program says; prose of the content carries its own.
enum FrenchSpaces {
  static func put(into text: String) -> String {
    var result = ""
    var rest = text[...]
    while let character = rest.popFirst() {
      switch (character, rest.first) {
      case (" ", ":"?) where rest.dropFirst().first.map(\.isWhitespace) ?? true:
        result += "\u{A0}"
      case (" ", ";"?), (" ", "!"?), (" ", "?"?), (" ", "»"?): result += "\u{202F}"
      case ("«", " "?):
        result += "«\u{202F}"
        rest.removeFirst()
      default: result.append(character)
      }
    }
    return result
  }
}
