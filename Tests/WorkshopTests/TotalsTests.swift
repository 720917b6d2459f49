import Course
import Testing
import Workshop

@Suite("Totals typed by the facilitator") struct TotalsTests {
  private func read(
    _ line: String, on question: Question = Sample.one, attendance: Int = 17
  ) -> Result<[Int], AnswerInput.Misread> {
    Result { () throws(AnswerInput.Misread) in
      try Totals.reading(line, on: question, attendance: attendance)
    }
  }

  private func sentence(_ line: String, on question: Question = Sample.one) -> String {
    guard case .failure(let misread) = read(line, on: question) else { return "" }
    return misread.sentence
  }

  @Test(
    "letters come in any order, with any sign between, and those left out count 0",
    arguments: [
      ("A:4 B:11 C:2", [4, 11, 2]), ("c=2 a=4 b=11", [4, 11, 2]), ("a 4 b 11 c 2", [4, 11, 2]),
      ("A4B11C2", [4, 11, 2]), ("a:4, b:11; c:2", [4, 11, 2]), ("  B : 17  ", [0, 17, 0]),
      ("b:0", [0, 0, 0]), ("A:004", [4, 0, 0]), ("A\u{A0}:\u{A0}4", [4, 0, 0]),
      ("A\u{202F}:4\tC:1", [4, 0, 1]), ("a:4\nb:3\r\nc:2", [4, 3, 2]),
    ])
  func accepted(line: String, totals: [Int]) {
    #expect(read(line) == .success(totals))
  }

  @Test(
    "anything else is said with an example",
    arguments: [
      "4 11 2", "A", "A:", "A:B:4", "A:-4", "A:4.5", "A:4 B", "AB:4", "A:quatre", "A:+4", "A:4/17",
      "É:4", "A:４", "A:²", "%:4", "A:4 🙂:2", "\u{1B}[31mA:4",
    ])
  func refused(line: String) {
    #expect(sentence(line).hasPrefix("Vous avez tapé «"))
    #expect(sentence(line).hasSuffix("Tapez les totaux, par exemple A:4 B:11 C:2."))
    #expect(!sentence(line).contains("\u{1B}"))
  }

  @Test("an empty line, a letter beyond or twice, a figure too large: each has its sentence")
  func sentences() {
    #expect(sentence(" ").hasPrefix("La ligne est vide."))
    #expect(sentence("D:1") == "Il n’y a pas de proposition D. Les lettres vont de A à C.")
    #expect(sentence("A:1 a:2").hasPrefix("La lettre A est écrite deux fois."))
    for huge in ["A:1000", "A:99999999999999999999999999"] {
      #expect(sentence(huge).hasPrefix("Un total va de 0 à 999."))
    }
  }

  @Test("for one hand a person, the sum cannot be above the people there")
  func sum() {
    #expect(read("A:10 B:7") == .success([10, 7, 0]))
    #expect(
      sentence("A:10 B:8")
        == "Le total fait 18 mains levées pour 17 personnes. Corrigez les totaux."
    )
  }

  @Test("for several hands a person, each total cannot")
  func several() {
    #expect(read("A:17 B:17 C:17", on: Sample.several) == .success([17, 17, 17]))
    #expect(
      sentence("A:3 B:18", on: Sample.several)
        == "B a 18 mains levées pour 17 personnes. Corrigez ce total.")
  }

  @Test("a pasted book is refused with a short sentence")
  func pasted() {
    let line = String(repeating: "A:4 B:11 C:2 ", count: 20_000)
    #expect(sentence(line).hasPrefix("La lettre A est écrite deux fois."))
    #expect(sentence(String(repeating: "mot 3 ", count: 20_000)).count < 140)
  }

  @Test("a figure without a word before it is meant as totals")
  func meant() {
    for line in ["A:4", "a4", "4 11 2", "D:1", "-3"] { #expect(Totals.isMeant(by: line)) }
    for line in ["", "suite", "vote A:4", "glossaire 4", "a"] {
      #expect(!Totals.isMeant(by: line))
    }
  }
}
