/// How the identifiers that agents typed meet those of HR's list.
///
/// First exactly. Then, for identifiers made of digits only, without their leading zeros, which
/// spreadsheets drop: `123` meets `00123` when no other agent could be meant. Nothing else is
/// guessed: `1E5` and `0x1F` are plain texts, case counts.
struct Join {
  /// Places are those of the agents given.
  enum Match: Hashable {
    case exact(Int)
    case withoutZeros(Int)
    case none
    /// Several agents could be meant: none is.
    case ambiguous([Int])
  }

  private var places: [String: [Int]] = [:]
  private var placesWithoutZeros: [String: [Int]] = [:]

  init(_ agents: [Agent]) {
    for (place, agent) in agents.enumerated() {
      places[agent.identifier, default: []].append(place)
      guard let digits = digitsWithoutZeros(agent.identifier) else { continue }
      placesWithoutZeros[digits, default: []].append(place)
    }
  }

  func match(_ identifier: String) -> Match {
    if let exact = places[identifier] {
      return exact.count == 1 ? .exact(exact[0]) : .ambiguous(exact)
    }
    guard let digits = digitsWithoutZeros(identifier), let near = placesWithoutZeros[digits]
    else { return .none }
    return near.count == 1 ? .withoutZeros(near[0]) : .ambiguous(near)
  }
}

/// `00123` → `123`, `000` → an empty text; nil unless there are digits and nothing else.
private func digitsWithoutZeros(_ identifier: String) -> String? {
  let isNumber = identifier.utf8.allSatisfy { (48...57).contains($0) }
  guard isNumber, !identifier.isEmpty else { return nil }
  return String(identifier.drop { $0 == "0" })
}
