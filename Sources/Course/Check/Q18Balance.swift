/// Q18 — levels and trades of a bank, as advice.
enum Q18Balance {
  /// Wanted percentages of levels 1, 2 and 3, within ten points.
  private static let wanted = [30, 45, 25]
  /// Fewer questions than this say nothing of a share.
  private static let least = 10

  static func findings(_ corpus: Corpus) -> [Finding] {
    Bank.names.flatMap { bank -> [Finding] in
      let questions = corpus.bankQuestions.filter { $0.bank == bank }
      guard let first = questions.first, questions.count >= least else { return [] }
      let place = Place(file: first.place.file, line: 1)
      return levels(questions, bank, place)
        + (bank.hasPrefix("RU") ? trades(questions, bank, place) : [])
    }
  }

  private static func levels(
    _ questions: [Question], _ bank: String, _ place: Place
  ) -> [Finding] {
    (1...3).compactMap { level in
      let share = 100 * questions.count { $0.level == level } / questions.count
      guard abs(share - wanted[level - 1]) > 10 else { return nil }
      return Finding(
        .warning, rule: "Q18", place: place,
        problem: "\(bank) : le niveau \(level) fait \(share) % des questions.",
        advice: "Visez \(wanted[level - 1]) %, à dix points près.")
    }
  }

  private static func trades(
    _ questions: [Question], _ bank: String, _ place: Place
  ) -> [Finding] {
    var counts: [String: Int] = [:]
    for trade in questions.flatMap({ Set($0.trades) }) where trade != "tous" && trade != "multi" {
      counts[trade, default: 0] += 1
    }
    var findings = counts.filter { 4 * $0.value > questions.count }.map { trade, count in
      Finding(
        .warning, rule: "Q18", place: place,
        problem: "\(bank) : le métier \(quoted(trade)) fait \(100 * count / questions.count) %.",
        advice: "Restez à 25 % au plus par métier.")
    }
    if counts.count < 5 {
      findings.append(
        Finding(
          .warning, rule: "Q18", place: place,
          problem: "\(bank) ne parle que de \(counts.count) métiers.",
          advice: "Variez : au moins cinq métiers."))
    }
    return findings
  }
}
