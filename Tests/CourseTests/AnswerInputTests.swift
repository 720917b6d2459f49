import Course
import Testing

private let long = String(repeating: "9", count: 10_000)

/// Lines that no one should type; none may trap, none may be echoed as it is.
private let hostile: [String] = [
  "\u{1B}[2J", "\u{7}", "1\u{0}2", "\u{202E}1", "🙂", "👨‍👩‍👧", "é", "²", "½", "Ⅷ", "１", "٣", "1ु", "1️⃣",
  "-1", "+", "--", "…", "9223372036854775808", "-9223372036854775809", long,
  String(repeating: "1", count: 10_000), String(repeating: "a", count: 10_000),
  String(repeating: "a1", count: 5_000), String(repeating: "v", count: 10_000),
  String(repeating: "1 ", count: 5_000), String(repeating: " ", count: 10_000),
  "e" + String(repeating: "\u{301}", count: 10_000), "un deux", "a", "a1b", "\r\n", "\t", "",
]

@Suite("Numbers typed") struct TypedNumbersTests {
  @Test(
    "numbers are understood however they are separated (A6)",
    arguments: [
      ("1,3", 4, [1, 3]), ("1 3", 4, [1, 3]), ("13", 4, [1, 3]), ("1, 3", 4, [1, 3]),
      ("  1   3  ", 4, [1, 3]), ("1;3", 4, [1, 3]), ("1/3", 4, [1, 3]), ("1-3", 4, [1, 3]),
      ("1.3.", 4, [1, 3]), ("1 et 3", 4, [1, 3]), ("1, puis 3", 4, [1, 3]), ("(1) (3)", 4, [1, 3]),
      ("1\t3", 4, [1, 3]), ("1\u{A0}3", 4, [1, 3]), ("1\u{202F}3", 4, [1, 3]),
      ("01 03", 4, [1, 3]),
      ("31", 4, [3, 1]), ("3 1", 4, [3, 1]), ("1 1", 4, [1, 1]), ("2", 4, [2]), ("2.", 4, [2]),
      ("« 2 »", 4, [2]), ("1234", 4, [1, 2, 3, 4]), ("12 34", 4, [1, 2, 3, 4]),
      ("un", 4, [1]), ("UNE", 4, [1]), ("Deux", 4, [2]), ("trois et quatre", 4, [3, 4]),
      ("un, 3", 4, [1, 3]), ("cinq six sept huit neuf", 9, [5, 6, 7, 8, 9]),
      ("987654321", 9, [9, 8, 7, 6, 5, 4, 3, 2, 1]), ("1", 1, [1]), ("11", 1, [1, 1]),
      ("13", 13, [13]), ("13", 30, [13]), ("1 3", 30, [1, 3]), ("10,2", 10, [10, 2]),
      ("1️⃣", 4, [1]), ("1\u{200B}", 4, [1]), ("\u{FEFF}2", 4, [2]),
    ])
  func understood(line: String, count: Int, expected: [Int]) throws {
    #expect(try AnswerInput.numbers(line, upTo: count) == expected)
  }

  @Test(
    "a line that is no answer is said, with what is expected (A7)",
    arguments: [
      ("9", 4, "Vous avez tapé 9. Choisissez entre 1 et 4."),
      ("", 4, "La ligne est vide. Choisissez entre 1 et 4."),
      ("   ", 4, "La ligne est vide. Choisissez entre 1 et 4."),
      ("\u{1B}\u{7}", 4, "La ligne est vide. Choisissez entre 1 et 4."),
      ("abc", 4, "Vous avez tapé «\u{202F}abc\u{202F}». Choisissez entre 1 et 4."),
      ("1 5", 4, "Vous avez tapé «\u{202F}1 5\u{202F}». Choisissez entre 1 et 4."),
      ("15", 4, "Vous avez tapé 15. Choisissez entre 1 et 4."),
      ("0", 4, "Vous avez tapé 0. Choisissez entre 1 et 4."),
      ("10", 9, "Vous avez tapé 10. Choisissez entre 1 et 9."),
      ("13", 10, "Vous avez tapé 13. Choisissez entre 1 et 10."),
      ("13", 12, "Vous avez tapé 13. Choisissez entre 1 et 12."),
      ("?", 4, "Vous avez tapé «\u{202F}?\u{202F}». Choisissez entre 1 et 4."),
      ("🙂", 4, "Vous avez tapé «\u{202F}🙂\u{202F}». Choisissez entre 1 et 4."),
      ("\u{1B}[31m9", 4, "Vous avez tapé «\u{202F}[31m9\u{202F}». Choisissez entre 1 et 4."),
      ("1\nx", 4, "Vous avez tapé «\u{202F}1 x\u{202F}». Choisissez entre 1 et 4."),
      ("2", 1, "Vous avez tapé 2. Tapez 1."),
      ("1", 0, "Vous avez tapé 1. Il n’y a rien à choisir ici."),
      ("", -3, "La ligne est vide. Il n’y a rien à choisir ici."),
    ])
  func refused(line: String, count: Int, sentence: String) {
    #expect(throws: AnswerInput.Misread(sentence)) { try AnswerInput.numbers(line, upTo: count) }
  }

  @Test(
    "a long line is cut before it is quoted", arguments: [long, String(repeating: "é ", count: 90)])
  func cut(line: String) throws {
    let error = #expect(throws: AnswerInput.Misread.self) {
      try AnswerInput.numbers(line, upTo: 4)
    }
    let sentence = try #require(error).sentence
    #expect(sentence.hasPrefix("Vous avez tapé «\u{202F}\(line.prefix(40))…\u{202F}»."))
    #expect(sentence.hasSuffix("Choisissez entre 1 et 4."))
  }

  @Test("a letter under ten thousand accents is cut too")
  func manyAccents() throws {
    let line = "e" + String(repeating: "\u{301}", count: 10_000) + "x"
    let error = #expect(throws: AnswerInput.Misread.self) { try AnswerInput.one(line, of: 4) }
    #expect(try #require(error).sentence.unicodeScalars.count < 300)
  }

  @Test(
    "a single answer is one number",
    arguments: [("2", 2), (" 2 ", 2), ("2)", 2), ("deux", 2), ("Quatre", 4), ("02", 2)])
  func one(line: String, expected: Int) throws {
    #expect(try AnswerInput.one(line, of: 4) == expected)
  }

  @Test(
    "two numbers are no single answer",
    arguments: [
      ("1 3", 4, "Vous avez tapé «\u{202F}1 3\u{202F}». Une seule réponse, entre 1 et 4."),
      ("13", 4, "Vous avez tapé 13. Une seule réponse, entre 1 et 4."),
      ("2 2", 4, "Vous avez tapé «\u{202F}2 2\u{202F}». Une seule réponse, entre 1 et 4."),
      ("1 1", 1, "Vous avez tapé «\u{202F}1 1\u{202F}». Tapez 1."),
      ("8", 4, "Vous avez tapé 8. Choisissez entre 1 et 4."),
    ])
  func notOne(line: String, count: Int, sentence: String) {
    #expect(throws: AnswerInput.Misread(sentence)) { try AnswerInput.one(line, of: count) }
  }

  @Test(
    "several numbers come sorted, each once",
    arguments: [("3 1", [1, 3]), ("313", [1, 3]), ("4,4,2", [2, 4]), ("4321", [1, 2, 3, 4])])
  func several(line: String, expected: [Int]) throws {
    #expect(try AnswerInput.several(line, of: 4) == expected)
  }
}

@Suite("Words typed") struct TypedWordsTests {
  @Test(
    "true and false are understood stuck, spaced or written",
    arguments: [
      "vfv", "VFV", "v f v", "v,f,v", "vrai faux vrai", "Vrai, Faux, VRAI", "vraie fausse vraie",
      "vf vrai", "oui non oui", "v-f-v", "vrai f v", "v, f et v",
    ])
  func truths(line: String) throws {
    #expect(try AnswerInput.trueFalse(line, of: 3) == [1, 0, 1])
  }

  @Test(
    "what is not true or false is said",
    arguments: [
      ("vxv", "Vous avez tapé «\u{202F}vxv\u{202F}». Écrivez v pour vrai ou f pour faux."),
      ("1 0 1", "Vous avez tapé «\u{202F}1 0 1\u{202F}». Écrivez v pour vrai ou f pour faux."),
      ("", "La ligne est vide. Écrivez v pour vrai ou f pour faux."),
      ("!", "Vous avez tapé «\u{202F}!\u{202F}». Écrivez v pour vrai ou f pour faux."),
      ("vf", "Vous avez tapé 2 réponses pour 3 affirmations. Écrivez par exemple v f v."),
      ("v", "Vous avez tapé 1 réponse pour 3 affirmations. Écrivez par exemple v f v."),
      ("vfvf", "Vous avez tapé 4 réponses pour 3 affirmations. Écrivez par exemple v f v."),
    ])
  func notTruths(line: String, sentence: String) {
    #expect(throws: AnswerInput.Misread(sentence)) { try AnswerInput.trueFalse(line, of: 3) }
  }

  @Test("a single affirmation is in the singular")
  func oneAffirmation() {
    let sentence = "Vous avez tapé 2 réponses pour 1 affirmation. Écrivez par exemple v."
    #expect(throws: AnswerInput.Misread(sentence)) { try AnswerInput.trueFalse("vf", of: 1) }
    #expect(throws: AnswerInput.Misread.self) { try AnswerInput.trueFalse("vf", of: 0) }
  }

  @Test(
    "pairs are understood lettered in any order, or in the order of the letters",
    arguments: [
      "a2 b1 c4", "A2 B1 C4", "a2b1c4", "a=2, b=1, c=4", "a 2 b 1 c 4", "c4 a2 b1",
      "a:2;b:1;c:4", "a avec 2, b avec 1 et c avec 4", "a deux b un c quatre", "2 1 4", "214",
      "2,1,4", "deux un quatre",
    ])
  func pairs(line: String) throws {
    #expect(try AnswerInput.pairs(line, lefts: 3, rights: 4) == [2, 1, 4])
  }

  @Test("a pair may name a number of two digits")
  func widePairs() throws {
    #expect(try AnswerInput.pairs("a12b1", lefts: 2, rights: 12) == [12, 1])
    #expect(try AnswerInput.pairs("12 1", lefts: 2, rights: 12) == [12, 1])
  }

  @Test("two left parts may go with the same right one")
  func sameRight() throws {
    #expect(try AnswerInput.pairs("a1 b1 c2", lefts: 3, rights: 4) == [1, 1, 2])
  }

  @Test(
    "what makes no pairs is said with an example",
    arguments: [
      "a2 b1", "a2 b1 c", "a2 b1 c4 d1", "a2 a1 c4", "a2 a1 b1 c4", "a9 b1 c4", "a0 b1 c4", "2 1",
      "2 1 4 1",
      "ab 2", "a b c", "2a 1b 4c", "a1b2c3d", "é1 b2 c3", "a² b1 c4",
    ])
  func notPairs(line: String) {
    let sentence =
      "Vous avez tapé «\u{202F}\(line)\u{202F}». "
      + "Écrivez une paire par lettre, par exemple a1 b2 c3."
    #expect(throws: AnswerInput.Misread(sentence)) {
      try AnswerInput.pairs(line, lefts: 3, rights: 4)
    }
  }

  @Test("a number out of the list says what the numbers are")
  func farPair() {
    #expect(throws: AnswerInput.Misread("Vous avez tapé 259. Choisissez entre 1 et 4.")) {
      try AnswerInput.pairs("259", lefts: 3, rights: 4)
    }
  }

  @Test(
    "yes and no are whole words",
    arguments: [
      ("oui", true), ("OUI", true), (" Oui ! ", true), ("o", true), ("non", false), ("N", false),
      ("non.", false), ("ou", nil), ("no", nil), ("oui non", nil), ("oui oui", nil), ("", nil),
      ("ok", nil), ("1", nil), ("non merci", nil),
    ] as [(String, Bool?)])
  func yesOrNo(line: String, expected: Bool?) {
    #expect(AnswerInput.yesOrNo(line) == expected)
  }

  @Test("left parts have letters, and no index traps")
  func letters() {
    #expect((0..<26).map(AnswerInput.letter).joined() == "abcdefghijklmnopqrstuvwxyz")
    #expect([26, -1, .max, .min].map(AnswerInput.letter) == ["?", "?", "?", "?"])
  }
}

@Suite("Hostile lines") struct HostileLineTests {
  @Test("no line traps, whatever the number of choices", arguments: hostile)
  func never(line: String) {
    for count in [-1, 0, 4, 9, 10, 27] {
      let sentences = [
        misread { _ = try AnswerInput.one(line, of: count) },
        misread { _ = try AnswerInput.several(line, of: count) },
        misread { _ = try AnswerInput.trueFalse(line, of: count) },
        misread { _ = try AnswerInput.pairs(line, lefts: max(0, count), rights: count) },
        misread { _ = try AnswerInput.numbers(line, upTo: count) },
      ].compactMap(\.self)
      for sentence in sentences {
        #expect(sentence.hasPrefix("Vous avez tapé ") || sentence.hasPrefix("La ligne est vide. "))
        #expect(sentence.hasSuffix("."))
        #expect(!sentence.unicodeScalars.contains { isUnprintable($0) })
      }
    }
    #expect(AnswerInput.yesOrNo(line) == nil)
  }

  @Test("what is understood is always within the choices", arguments: hostile)
  func within(line: String) {
    for count in [1, 4, 9, 30] {
      let numbers = (try? AnswerInput.numbers(line, upTo: count)) ?? []
      #expect(numbers.allSatisfy { (1...count).contains($0) })
      let truths = (try? AnswerInput.trueFalse(line, of: count)) ?? []
      #expect(truths.allSatisfy { $0 == 0 || $0 == 1 })
    }
  }

  @Test("a random line is an answer or is said, never worse")
  func random() {
    let parts = ["1", "2", "9", "0", "a", "b", "v", "f", " ", ",", "é", "un", "🙂", "\u{1B}", "et"]
    var random = SplitMix64(seed: 2026)
    var understood = 0
    for _ in 0..<5_000 {
      let line = (0..<random.number(below: 7)).map { _ in parts[random.number(below: parts.count)] }
        .joined()
      if let values = try? AnswerInput.pairs(line, lefts: 2, rights: 3) {
        #expect(values.count == 2 && values.allSatisfy { (1...3).contains($0) })
        understood += 1
      }
    }
    #expect(understood > 20)
  }

  private func misread(_ body: () throws -> Void) -> String? {
    do {
      try body()
      return nil
    } catch {
      return (error as? AnswerInput.Misread)?.sentence ?? "\(error)"
    }
  }

  private func isUnprintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
