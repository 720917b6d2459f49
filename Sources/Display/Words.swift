// What both renderers say in the same words.
extension Document.Verdict {
  /// The first word of a verdict; nil when nothing is graded.
  var word: String? {
    switch self {
    case .right: "Juste."
    case .wrong: "Non."
    case .partly: "En partie."
    case .noted: nil
    }
  }

  var role: Role {
    switch self {
    case .right: .right
    case .wrong: .wrong
    case .partly: .accent
    case .noted: .strong
    }
  }

  /// The word, then the text; not twice when the text begins with it.
  func introducing(_ text: Text, gap: String = " ") -> Text {
    guard let word, !text.plain.hasPrefix(word) else { return text }
    return Text(word, role) + Text(text.plain.isEmpty ? "" : gap) + text
  }
}

extension Document.Choice.Mark {
  /// In a column before the text; empty when there is none.
  var shown: String {
    switch self {
    case .none: ""
    case .checked(let isChecked): isChecked ? "[x]" : "[ ]"
    case .rank(let rank): rank.map { $0 == 1 ? "1er" : "\($0)e" } ?? "—"
    case .word(let word): word ?? "—"
    }
  }
}

extension Document.Choice.Mark {
  /// What one chose of it, in words; nil when nothing was.
  func words(isSelected: Bool) -> String? {
    switch self {
    case .none: isSelected ? "Choisi" : nil
    case .checked(let isChecked): isChecked ? "Choisi" : nil
    case .rank(let rank): rank.map { "Rang \($0)" }
    case .word(let word): word?.capitalisedFirst
    }
  }
}

extension Document.MenuItem {
  /// Whether its key is shown at the left.
  var hasNumber: Bool { !key.isEmpty && key.utf8.allSatisfy { (0x30...0x39).contains($0) } }
}

extension Text {
  /// A heading: strong where nothing else is said.
  var emphasised: Text {
    Text(runs.map { Run($0.text, $0.role == .plain ? .strong : $0.role) })
  }
}

extension Document.Block {
  var isParagraph: Bool {
    if case .paragraph = self { true } else { false }
  }
}

extension [Document.Block] {
  /// Whether a list of such items needs air between them.
  var hasParagraphs: Bool { count { $0.isParagraph } > 1 }

  /// The same blocks between « and », when they begin and end with words.
  var quoted: Self {
    guard case .paragraph(let first)? = first, case .paragraph(let last)? = last else {
      return self
    }
    if first.plain.hasPrefix("«"), last.plain.hasSuffix("»") { return self }
    var quoted = self
    quoted[0] = .paragraph("« " + first)
    if case .paragraph(let end)? = quoted.last {
      quoted[quoted.count - 1] = .paragraph(end + " »")
    }
    return quoted
  }
}

extension String {
  /// With a full stop at its end, unless it has a sign there.
  var sentence: String {
    var text = self[...]
    while text.last?.isWhitespace == true { text.removeLast() }
    guard let last = text.last(where: { !"»\")\u{A0}\u{202F} ".contains($0) }) else { return "" }
    return ".!?…:;".contains(last) ? String(text) : text + "."
  }

  /// Without the signs at its end: more is to be said.
  var withoutStop: String {
    var text = self[...]
    while let last = text.last, ".:;, \u{A0}\u{202F}".contains(last) { text.removeLast() }
    return String(text)
  }
}
