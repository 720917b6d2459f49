extension String {
  /// Safe in a text and in a quoted attribute of a page; no control nor direction character.
  var escaped: String {
    // By scalars: a mark after `<` makes another character of it, not for a browser.
    cleaned.unicodeScalars.reduce(into: "") { escaped, scalar in
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
  }

  /// The text without control and direction characters; line breaks and tabs become spaces.
  var cleaned: String {
    unicodeScalars.reduce(into: "") { cleaned, scalar in
      switch scalar.value {
      case 0x09...0x0D, 0x85, 0x2028, 0x2029: cleaned += " "
      case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200B, 0x200E, 0x200F, 0x202A...0x202E: break
      case 0x2060, 0x2066...0x206F, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F: break
      default: cleaned.unicodeScalars.append(scalar)
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
