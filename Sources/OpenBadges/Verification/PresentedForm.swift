import JSON

/// Forms that members of credentials have, of either version.
enum PresentedForm {
  /// The types of an object, alone or in an array.
  static func types(_ object: JSONObject) -> [String] {
    if let type = object["type"]?.string { return [type] }
    return object["type"]?.array?.compactMap(\.string) ?? []
  }

  /// A URI, in a text.
  static func uri(_ value: JSON?, else flaw: Flaw) throws(Flaw) -> String {
    guard let text = value?.string, Address.isURI(text) else { throw flaw }
    return text
  }

  /// Seconds since 1970; a fraction of a second, which many makers write, is dropped.
  static func date(_ value: JSON?) throws(Flaw) -> Int {
    guard let text = value?.string, let seconds = CredentialDate.instant(text)
    else { throw .dateForm }
    return seconds
  }
}
