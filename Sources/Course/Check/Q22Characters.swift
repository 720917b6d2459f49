/// Q22 — control and invisible characters, which a terminal obeys or hides.
enum Q22Characters {
  static func findings(_ corpus: Corpus) -> [Finding] {
    corpus.documents.flatMap { document in
      document.reader.source.lines.enumerated().compactMap { index, line -> Finding? in
        guard let scalar = line.text.unicodeScalars.first(where: isForbidden) else { return nil }
        let code = String(scalar.value, radix: 16, uppercase: true)
        let padded = String(repeating: "0", count: max(0, 4 - code.count)) + code
        return Finding(
          .error, rule: "Q22", place: document.reader.place(index + 1),
          problem: scalar.value == 9
            ? "Cette ligne contient une tabulation."
            : "Cette ligne contient un caractère invisible (U+\(padded)).",
          advice: scalar.value == 9 ? "Remplacez-la par des espaces." : "Effacez-le.")
      }
    }
  }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0xAD, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF:
      true
    default: false
    }
  }
}
