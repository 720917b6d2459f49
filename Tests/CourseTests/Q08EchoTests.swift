import Course
import Testing

@Suite("Q08, a word of the statement that only the right option takes up") struct Q08EchoTests {
  private static func departure(
    _ name: String, _ line: Int = 11, statement: String, _ texts: [String], marks: String = "x..",
    type: String = "unique", extra: String = "refs : RU01"
  ) -> Departure {
    Departure(
      name, "Q08", .warning, line, options: Draft(marks: marks, texts: texts).options, type: type,
      extra: extra, prompt: statement)
  }

  private static let statement = "Un habitant demande une convention. Que faire ?"
  private static let echo = ["Je lis la convention.", "Je réponds vite.", "Je classe la page."]

  private static let broken = [
    departure("the word itself", statement: statement, echo),
    departure(
      "its plural", statement: statement, ["Je lis les conventions.", "Je réponds.", "Je classe."]),
    departure(
      "without its accents and in capitals", statement: "La délégation arrive. Que faire ?",
      ["Je lis la DELEGATION.", "Je réponds.", "Je classe."]),
    departure(
      "a verb and its other form", statement: "Il faut vérifier ce texte.",
      ["Je le vérifiais déjà.", "Je réponds.", "Je classe."]),
    departure(
      "five letters", statement: "Voici une liste. Que faire ?",
      ["Je lis la liste.", "Je réponds.", "Je classe."]),
    departure(
      "at the line of the right option", 13, statement: statement,
      ["Je réponds vite.", "Je classe la page.", "Je lis la convention."], marks: "..x"),
  ]

  private static let allowed = [
    departure(
      "four letters", statement: "Voici une note. Que faire ?",
      ["Je lis la note.", "Je réponds.", "Je classe."]),
    departure(
      "a wrong option has the word too", statement: statement,
      ["Je lis la convention.", "Je réponds.", "Je classe ces conventions."]),
    departure(
      "a wrong option alone has it", statement: statement,
      ["Je lis la page.", "Je classe la convention.", "Je réponds."]),
    departure("several right options", statement: statement, echo, type: "multiple"),
    departure("affirmations", statement: statement, echo, type: "vrai-faux"),
    departure(
      "admitted", statement: statement, echo,
      extra: "refs : RU01\nadmis : Q08 le mot est le nom du document"),
  ]

  @Test("an echo is advice, at the right option", arguments: broken)
  func found(departure: Departure) {
    #expect(departure.marks == [departure.mark])
  }

  @Test("a short word, a shared one, or an admitted one is left alone", arguments: allowed)
  func quiet(departure: Departure) {
    #expect(departure.marks == [])
  }

  @Test("what is said gives the beginning of the word")
  func said() {
    let problem = Self.broken.first?.findings.first?.problem ?? ""
    #expect(problem.contains("«\u{202F}convent…\u{202F}»"), "\(problem)")
  }

  @Test("each step of a case is read with its own statement")
  func steps() {
    let options = Draft(marks: "x..", texts: Self.echo).options
    func step(_ title: String, _ statement: String) -> String {
      "### \(title)\n\n\(statement)\n\n\(options)\n\n"
    }
    let body = step("Un pas", "Que faire ici ?") + step("Un autre", "Que dit la convention ?")
    let changes = Miniature.question(body, type: "cas")
    #expect(Miniature.marks("Q08", changes) == ["avertissement 01-essai/banque.md:23"])
  }
}
