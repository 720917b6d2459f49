import Course

extension String {
  /// The text as a spreadsheet keeps it when a CSV is opened by a double click.
  ///
  /// A leading apostrophe stands before what would be computed (`=`, `+`, `-`, `@`, their full-width
  /// forms, tab, CR), read as a truth value, or turned into a number or a date: `00123`, `1E5`,
  /// `12/03`, `1.2`, more than eight digits. Texts that begin with an apostrophe get one too, so
  /// that taking one leading apostrophe away always gives the text back.
  ///
  /// Why an apostrophe: `="00123"` is a formula, to be refused; a tab or a zero-width character is
  /// invisible and breaks every comparison; quotes alone protect nothing: LibreOffice 7.4, tried in
  /// French, makes `"00123"` 123, `"1E5"` 100000, `"Faux"` a truth value, `"12/03"` a day, and Excel
  /// is known for the same. The apostrophe is seen, keeps a text a text, and is Excel's own sign.
  var spreadsheetText: String { needsApostrophe ? "'" + self : self }

  private var needsApostrophe: Bool {
    guard let first = unicodeScalars.first else { return false }
    if "'=+-@\t\r＝＋－＠".unicodeScalars.contains(first) { return true }
    if utf8.allSatisfy(isDigit) { return utf8.count > 8 || utf8.count > 1 && utf8.first == 0x30 }
    return isTruthValue || utf8.contains(where: isDigit) && isNumberOrDate
  }

  private var isTruthValue: Bool {
    utf8.count <= 5 && ["vrai", "faux", "true", "false"].contains(lowercased())
  }

  /// Whether digits stand with nothing but what numbers, amounts, dates and times are written with.
  ///
  /// Too much rather than too little: what begins with a digit or a mark and has no other word than
  /// a month, a day or a unit, or begins with a month or a day: `3 mars`, `SEPT2`, `12h30`, `5 %`.
  private var isNumberOrDate: Bool {
    guard let words = wordsAmongNumbers else { return false }
    let startsWithWord = unicodeScalars.first?.properties.isAlphabetic ?? false
    if startsWithWord, !isCalendarWord(words.first ?? "") { return false }
    // An exponent or an hour has digits after it: `123E` is a text.
    let endsWithLetter = unicodeScalars.last?.properties.isAlphabetic ?? false
    if endsWithLetter, words.last?.count == 1 { return false }
    return words.allSatisfy { units.contains($0) || isCalendarWord($0) }
  }

  /// The runs of letters, folded; nil when anything stands that no number is written with.
  private var wordsAmongNumbers: [String]? {
    var words: [String] = []
    var previousIsLetter = false
    for scalar in unicodeScalars {
      let isLetter = scalar.properties.isAlphabetic
      guard isLetter || isNumberMark(scalar) else { return nil }
      if isLetter, !previousIsLetter { words.append("") }
      if isLetter { words[words.count - 1].unicodeScalars.append(scalar) }
      previousIsLetter = isLetter
    }
    return words.map(\.folded)
  }
}

private func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

private func isNumberMark(_ scalar: Unicode.Scalar) -> Bool {
  "0123456789 .,:/-+()%€$£'’\u{A0}\u{2009}\u{202F}".unicodeScalars.contains(scalar)
}

/// Words that may stand in a number or a time.
private let units: Set<String> = ["e", "t", "h", "min", "am", "pm", "er"]

/// Whether a folded word begins the name of a month or a day, French or English, by three letters.
private func isCalendarWord(_ word: String) -> Bool {
  word.utf8.count >= 3 && calendarWords.contains { $0.hasPrefix(word) }
}

private let calendarWords = [
  "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre",
  "novembre", "decembre", "january", "february", "march", "april", "may", "june", "july",
  "august", "september", "october", "november", "december",
  "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
  "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
]
