import OpenBadges

extension String {
  /// Safe in a text and in a quoted attribute of a page; no control nor direction character.
  var escaped: String {
    // By scalars: a mark after `<` makes another character of it, not for a browser.
    PlainText.cleaned(self).unicodeScalars.reduce(into: "") { escaped, scalar in
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
  }

  /// No-break spaces where French wants them, in a text that is written with ordinary ones.
  var frenchSpaced: String {
    var result = ""
    var rest = self[...]
    while let character = rest.popFirst() {
      let next = rest.first
      switch character {
      case " " where next == ":" && (rest.dropFirst().first?.isWhitespace ?? true):
        result += "\u{A0}"
      case " " where next.map { ";!?»".contains($0) } ?? false: result += "\u{202F}"
      case "«" where next == " ":
        result += "«\u{202F}"
        rest.removeFirst()
      default: result.append(character)
      }
    }
    return result
  }
}
