import JSON

/// Forms that the documents of Open Badges 2.0 share.
enum OlderForm {
  /// Whether the context is the one of the standard, alone or first.
  static func isOfContext(_ document: JSONObject) -> Bool {
    let context = document["@context"]
    return (context?.string ?? context?[0]?.string)?.isSame(as: OlderBadge.context) ?? false
  }

  /// The types of an object, alone or in an array.
  static func types(_ object: JSONObject) -> [String] {
    if let type = object["type"]?.string { return [type] }
    return object["type"]?.array?.compactMap(\.string) ?? []
  }

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
