/// What an answer is worth, said in words before anything else.
package enum Verdict: Sendable, Hashable {
  case right, partly, wrong
  /// Done, not graded.
  case noted
}

extension Question {
  /// Grades an answer given in source order (see `Event.answered`); pure and closed.
  ///
  /// An answer of the wrong shape is wrong: it can only come from an edited journal.
  package func grade(_ answer: [Int]) -> Verdict {
    switch body {
    case .single(let options):
      return answer.count == 1 && options.numbered(answer[0])?.isRight == true ? .right : .wrong
    case .multiple(let options), .spot(let options): return grade(answer, amongAll: options)
    case .trueFalse(let options):
      return verdict(answer, on: options) { $0 == ($1.isRight ? 1 : 0) }
    case .order(let steps, let accepted):
      return answer == Array(1..<steps.count + 1) || accepted.contains(answer) ? .right : .wrong
    case .match(let pairs):
      let rights = pairs.indices.filter { pairs[$0].left != nil }.map { $0 + 1 }
      return verdict(answer, on: rights) { $0 == $1 }
    case .short(let options):
      guard answer.count == 1, let option = options.numbered(answer[0]) else { return .wrong }
      return option.isRight ? .right : .partly
    case .rewrite: return .noted
    case .steps(let steps):
      return verdict(answer, on: steps) { $1.options.numbered($0)?.isRight == true }
    }
  }

  /// What the journal keeps of the verdict: nil when nothing is graded.
  package func isRight(_ answer: [Int]) -> Bool? {
    if case .rewrite = body { return nil }
    return grade(answer) == .right
  }

  /// Four hex digits of a hash of the chosen options' text: a corrected wording shows.
  package func fingerprint(of answer: [Int]) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325  // FNV-1a, 64 bits
    for byte in chosenTexts(answer).joined(separator: "\u{1F}").utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    let folded = UInt16(truncatingIfNeeded: hash ^ (hash >> 16) ^ (hash >> 32) ^ (hash >> 48))
    let digits = String(folded, radix: 16)
    return String(repeating: "0", count: 4 - digits.count) + digits
  }

  private func chosenTexts(_ answer: [Int]) -> [String] {
    switch body {
    case .single(let options), .multiple(let options), .spot(let options),
      .order(let options, _), .short(let options):
      return answer.compactMap { options.numbered($0)?.text.plainText }
    case .trueFalse(let options):
      return zip(answer, options).map { "\($0) \($1.text.plainText)" }
    case .match(let pairs):
      return zip(answer, pairs.compactMap(\.left)).map {
        "\($1.plainText) \(pairs.numbered($0)?.right.plainText ?? "")"
      }
    case .steps(let steps):
      return zip(answer, steps).compactMap { $1.options.numbered($0)?.text.plainText }
    case .rewrite: return []
    }
  }

  /// Right when the numbers, each written once, are those of all right options and no other.
  private func grade(_ answer: [Int], amongAll options: [Proposition]) -> Verdict {
    let chosen = Set(answer)
    let isSound = chosen.count == answer.count && chosen.allSatisfy { options.numbered($0) != nil }
    let right = Set(options.indices.filter { options[$0].isRight }.map { $0 + 1 })
    guard isSound, !chosen.isDisjoint(with: right) else { return .wrong }
    return chosen == right ? .right : .partly
  }

  /// Right when each part is, wrong when none is; wrong when parts are missing.
  private func verdict<Part>(
    _ answer: [Int], on parts: [Part], _ isRight: (Int, Part) -> Bool
  ) -> Verdict {
    guard answer.count == parts.count else { return .wrong }
    let good = zip(answer, parts).count { isRight($0, $1) }
    guard good > 0 else { return .wrong }
    return good == parts.count ? .right : .partly
  }
}

extension Array {
  /// The element at `index`, or nil outside.
  package func at(_ index: Int) -> Element? {
    indices.contains(index) ? self[index] : nil
  }

  /// The element numbered from 1, as answers and orders do; nil outside.
  package func numbered(_ number: Int) -> Element? {
    number >= 1 && number <= count ? self[number - 1] : nil
  }
}
