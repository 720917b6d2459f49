import Course
import Testing

@Suite struct RuleTests {
  @Test("a departure from a rule is found at its line", arguments: Departure.all)
  func found(departure: Departure) {
    let here = departure.findings.filter {
      $0.place.line == departure.line && $0.severity == departure.severity
    }
    let all = Miniature.findings(departure.changes).map(\.description).joined(separator: "\n")
    #expect(!here.isEmpty, "\(all)")
  }

  @Test("what is sound is left alone", arguments: Departure.honest)
  func quiet(departure: Departure) {
    #expect(departure.findings.map(\.description) == [])
  }

  @Test("each rule on words has a departure in this table; forms and counts have their own")
  func covered() {
    let rules = Set(Departure.all.compactMap(\.rule))
    #expect(
      rules == [
        "Q04", "Q05", "Q06", "Q07", "Q09", "Q10", "Q11", "Q12", "Q15", "Q17", "Q18", "Q21", "Q22",
      ])
  }

  @Test("a warning that the fiche admits is left out, an error never is")
  func admitted() {
    let options = Departure.options("Je le relis.", "Je l’envoie toujours au SIG.", "Je l’imprime.")
    let admission = "refs : RU01\nadmis : Q05 mot du règlement Q17 sigle connu"
    let found = Miniature.findings(Miniature.question(options, extra: admission))
    #expect(!found.contains { $0.rule == "Q05" })
    #expect(found.contains { $0.rule == "Q17" })
  }

  @Test("an admission holds for its own section only")
  func admittedHere() {
    let options = Departure.options("Je le relis.", "Je l’envoie toujours.", "Je l’imprime.")
    let second =
      "\n\n## RU01-002\n<!--\ntype : unique\nniveau : 1\nrefs : RU01\n-->\nUne note arrive. Que faire avant midi\u{202F}?\n\n"
      + options
    let admission = "refs : RU01\nadmis : Q05 mot du règlement"
    let found = Miniature.findings(Miniature.question(options + second, extra: admission))
    #expect(found.filter { $0.rule == "Q05" }.map(\.place.line) == [29])
  }

  @Test("levels and trades out of proportion are advice, on the first line of the bank")
  func balance() {
    let questions = (10...21).map { number in
      """
      ## RU01-0\(number)
      <!--
      type : unique
      niveau : 1
      metier : accueil
      refs : RU01
      -->
      Situation numéro \(number). Que faire de ce document\u{202F}?

      \(Departure.sound)

      """
    }
    let found = Miniature.findings([
      "01-essai/banque.md": "# Banque\n\n" + questions.joined(separator: "\n")
    ]).filter { $0.rule == "Q18" }
    #expect(found.allSatisfy { $0.severity == .warning && $0.place.line == 1 })
    #expect(found.count == 5, "three levels, one trade too frequent, too few trades")
  }
}
