extension VerificationReport {
  /// The report for people: the conclusion, the facts, then each control in words, a line each.
  ///
  /// `day` writes an instant, in seconds since 1970, as a day in French.
  public func lines(day: (Int) -> String) -> [String] {
    var lines = [conclusion]
    if let facts {
      lines.append("Badge\u{A0}: \(short(facts.name))")
      lines.append("Signé par\u{A0}: \(short(facts.issuerName ?? facts.issuer))")
      if let label = facts.recognisedAs { lines.append("Reconnu comme\u{A0}: \(label)") }
      lines.append("Porté par\u{A0}: \(short(facts.holder.french))")
      lines.append(
        "Valable du \(day(facts.validFrom)) au \(facts.validUntil.map(day) ?? "sans fin")")
      lines += facts.evidence.prefix(10).map { "Preuve\u{A0}: \(short($0))" }
      let others = facts.evidence.count - 10
      if others > 0 { lines.append("Autres preuves, non montrées\u{A0}: \(others)") }
    }
    if let fingerprint { lines.append("Empreinte\u{A0}: \(fingerprint.grouped)") }
    return lines + Policy.allCases.map { "\($0.label)\u{A0}: \(state(self[$0]))" }
  }

  /// An issuer may write pages: the conclusion must stay on the screen.
  private func short(_ text: String) -> String {
    text.count <= 500 ? text : text.prefix(499) + "…"
  }

  /// « Not checked » is never said in the words of « valid », nor in those of « forged ».
  public var conclusion: String {
    if case .notChecked = self[.proof], self[.structure].isHeld {
      return "Badge non vérifié\u{A0}: sa preuve n’a pas pu être contrôlée."
    }
    if verdict == .valid, self[.status] == .notChecked(.statusOfOlderKind) {
      return Verdict.statusNotChecked.sentence
    }
    return verdict.sentence
  }

  private func state(_ outcome: Outcome) -> String {
    switch outcome {
    case .held: "contrôlé, juste."
    case .failed: "contrôlé, en échec. \(outcome.sentence ?? "")"
    case .notChecked: "non contrôlé. \(outcome.sentence ?? "")"
    }
  }
}

extension Policy {
  /// As a person reads it.
  fileprivate var label: String {
    switch self {
    case .structure: "Structure"
    case .proof: "Preuve"
    case .issuer: "Émetteur"
    case .dates: "Dates"
    case .recipient: "Destinataire"
    case .status: "Retrait"
    }
  }
}
