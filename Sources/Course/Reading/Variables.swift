/// The `{nom}` places of a text, and what replaces them once the text is analysed.
///
/// A value is inert: it is put in after analysis and never looked at again.
struct Variables: Sendable {
  /// What is wrong with a brace.
  enum Mistake: Sendable, Hashable {
    case unknown(String)
    case unclosed
  }

  /// A list and not a set, here and below: a type that the runtime need not make at each start.
  var names: [String]
  var values: [String: String] = [:]
  /// `{{` stays `{{`: the text is a template to be filled later.
  var keepsEscapes = false

  /// The variables of a course (format.md §2).
  static let ofCourse = [
    "collectivite", "dpo_contact", "outil_autorise", "liste_usages_interdits", "charte",
    "guichet_numerique", "referent_ia", "mention_type", "contact_badge",
    "contact_accessibilite",
  ]

  /// The variables of a badge, filled from what is recorded (format.md §2).
  static let ofBadge = [
    "emetteur", "modules", "questions", "seuils", "version", "date", "modalite",
  ]

  /// `text` with its variables replaced; one that has no value stays as it is written.
  func replacing(_ text: String, mistakes: inout [Mistake]) -> String {
    guard text.utf8.contains(UInt8(ascii: "{")) else { return text }
    var result = ""
    var rest = text.utf8[...]
    while let brace = rest.firstIndex(of: UInt8(ascii: "{")) {
      result += String(Substring(rest[..<brace]))
      rest = rest[rest.index(after: brace)...]
      if rest.first == UInt8(ascii: "{") {
        result += keepsEscapes ? "{{" : "{"
        rest = rest.dropFirst()
      } else if let end = rest.firstIndex(of: UInt8(ascii: "}")) {
        let name = String(Substring(rest[..<end]))
        if !names.contains(name) { mistakes.append(.unknown(name)) }
        result += values[name] ?? "{\(name)}"
        rest = rest[rest.index(after: end)...]
      } else {
        mistakes.append(.unclosed)
        result += "{"
      }
    }
    return result + String(Substring(rest))
  }

  /// The names written in a text, known or not.
  func names(in text: String) -> Set<String> {
    var mistakes: [Mistake] = []
    _ = Variables(names: []).replacing(text, mistakes: &mistakes)
    return Set(
      mistakes.compactMap { if case .unknown(let name) = $0 { name } else { nil } })
  }
}
