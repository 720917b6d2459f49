import Course
import Testing

@Suite("Q03, options of very different lengths") struct Q03OptionLengthsTests {
  private static func departure(
    _ name: String, _ draft: Draft, _ severity: Finding.Severity = .warning,
    extra: String = "refs : RU01"
  ) -> Departure {
    Departure(name, "Q03", severity, 3, options: draft.options, type: draft.type, extra: extra)
  }

  private static let admission = "refs : RU01\nadmis : Q03 un nom propre est court"

  private static let broken = [
    departure("21 characters and 10", .lengths(21, 10, 15, marks: "x..")),
    departure("40 characters and 10", .lengths(15, 40, 10, marks: "x..")),
    departure("41 characters and 10", .lengths(15, 41, 10, marks: "x.."), .error),
    departure("of several right options", .lengths(21, 10, 15, marks: "xx.", type: "multiple")),
    departure(
      "an error, though admitted", .lengths(15, 41, 10, marks: "x.."), .error, extra: admission),
  ]

  private static let allowed = [
    departure("20 characters and 10", .lengths(20, 10, 15, marks: "x..")),
    departure("passages of one text", .lengths(5, 50, 9, 9, marks: "x...", type: "reperer")),
    departure("affirmations", .lengths(5, 50, 9, marks: "x..", type: "vrai-faux")),
    departure("admitted", .lengths(21, 10, 15, marks: "x.."), extra: admission),
  ]

  @Test("beyond twice as long it is advice, beyond four times an error", arguments: broken)
  func found(departure: Departure) {
    #expect(departure.marks == [departure.mark])
  }

  @Test("up to twice, where lengths say nothing, or admitted, it is quiet", arguments: allowed)
  func quiet(departure: Departure) {
    #expect(departure.marks == [])
  }

  @Test("each step of a case is looked at for itself, at its first option")
  func steps() {
    let even = Draft.lengths(10, 20, marks: ".x").options
    let uneven = Draft.lengths(10, 21, marks: ".x").options
    let body = "### Un pas\n\nQue faire ?\n\n\(even)\n\n### Un autre\n\nEt après ?\n\n\(uneven)"
    let changes = Miniature.question(body, type: "cas")
    // The heading of the first step is on line 11, its options on 15, those of the second on 22.
    #expect(Miniature.marks("Q03", changes) == ["avertissement 01-essai/banque.md:22"])
  }

  @Test("what is said gives both lengths")
  func said() {
    let found = Self.broken.flatMap(\.findings).map(\.problem)
    #expect(found.first == "Une proposition a 21 caractères, une autre 10.")
  }
}
