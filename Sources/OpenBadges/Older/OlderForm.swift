import JSON

/// What tells a document of Open Badges 2.0.
enum OlderForm {
  /// Whether the context is the one of the standard, alone or first.
  static func isOfContext(_ document: JSONObject) -> Bool {
    let context = document["@context"]
    return (context?.string ?? context?[0]?.string)?.isSame(as: OlderBadge.context) ?? false
  }
}
