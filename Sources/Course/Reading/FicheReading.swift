/// Values of a fiche that have a shape of their own.
extension ContentReader {
  /// A value that must be there; an empty text when it is not.
  mutating func required(_ key: String, of fiche: Fiche, for what: String) -> String {
    if let value = fiche[key] { return value }
    complain(
      fiche.line, "Il manque la clé \(quoted(key)) de \(what).", "Ajoutez-la dans la fiche.")
    return ""
  }

  /// A whole number inside `range`; nil and a complaint for anything else.
  mutating func number(
    _ key: String, of fiche: Fiche, in range: ClosedRange<Int>
  ) -> Int? {
    guard let entry = fiche.entry(key) else { return nil }
    if let value = Int(entry.value), range.contains(value) { return value }
    complain(
      entry.line, "La clé \(quoted(key)) vaut \(quoted(entry.value)).",
      "Écrivez un nombre entre \(range.lowerBound) et \(range.upperBound).")
    return nil
  }

  /// An ISO day; nil and a complaint for anything else.
  mutating func day(_ key: String, of fiche: Fiche) -> Day? {
    guard let entry = fiche.entry(key) else { return nil }
    if let day = Day(iso: entry.value) { return day }
    complain(
      entry.line, "La date \(quoted(entry.value)) n’existe pas.",
      "Écrivez l’année, le mois et le jour : 2026-11-21.")
    return nil
  }

  /// `oui` or `non`; the default when the key is absent or wrong.
  mutating func yesOrNo(_ key: String, of fiche: Fiche, default value: Bool) -> Bool {
    guard let entry = fiche.entry(key) else { return value }
    switch entry.value {
    case "oui": return true
    case "non": return false
    default:
      complain(
        entry.line, "La clé \(quoted(key)) vaut \(quoted(entry.value)).", "Écrivez oui ou non.")
      return value
    }
  }

  /// A value among a closed list; nil and a complaint for anything else.
  mutating func choice<Value>(
    _ key: String, of fiche: Fiche, among values: [(String, Value)]
  ) -> Value? {
    guard let entry = fiche.entry(key) else { return nil }
    if let found = values.first(where: { $0.0 == entry.value }) { return found.1 }
    complain(
      entry.line, "La clé \(quoted(key)) vaut \(quoted(entry.value)).",
      "Valeurs possibles : \(values.map(\.0).joined(separator: ", ")).")
    return nil
  }

  /// `24/30`: both parts from 1 to 999, the first not above the second.
  mutating func threshold(_ text: some StringProtocol, line: Int) -> Threshold? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    if parts.count == 2, let top = parts[0], let bottom = parts[1], top >= 1, bottom <= 999,
      top <= bottom
    {
      return Threshold(top, outOf: bottom)
    }
    complain(
      line, "Le seuil \(quoted(text)) n’est pas une fraction.", "Écrivez par exemple 24/30.")
    return nil
  }

  /// A free text of the fiche, its variables replaced and its spaces made French.
  mutating func text(_ key: String, of fiche: Fiche) -> String? {
    fiche.entry(key).map { FrenchSpaces.put(into: replaced($0.value, $0.line)) }
  }
}
