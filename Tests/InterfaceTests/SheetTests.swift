import Course
import Display
import Interface
import Testing

/// A question of a kind, and the lines of its key, in order.
struct KeyCase: Sendable, CustomTestStringConvertible {
  var name: String
  var body: QuestionBody
  var lines: [String]

  var testDescription: String { name }

  private static func option(
    _ text: String, _ isRight: Bool, idea: String? = nil, because: String = ""
  ) -> Proposition {
    Proposition(
      text: [.text(text)], isRight: isRight,
      feedback: because.isEmpty ? [] : [.paragraph([.text(because)])], misconception: idea,
      place: place)
  }

  private static let place = Place(file: "banque.md", line: 1)
  private static let three = [
    option("Un.", false, idea: "MC-21", because: "Le nom ne suffit pas."), option("Deux.", true),
    option("Trois.", false, idea: "MC-99"),
  ]
  private static let shown = ["A. Un.", "B. Deux.", "C. Trois."]
  private static let ends = [option("Un.", true), option("Deux.", false), option("Trois.", true)]

  private static func pair(_ left: String?, _ right: String) -> Pair {
    Pair(
      left: left.map { [.text($0)] }, right: [.text(right)], feedback: [], misconception: nil,
      place: place)
  }

  static let all = [
    KeyCase(
      name: "unique", body: .single(three),
      lines: shown + [
        "Réponse : B.", "A, non. Idée fausse : J’ai enlevé le nom, c’est anonyme.",
        "Le nom ne suffit pas.", "B, juste.", "C, non.",
      ]),
    KeyCase(
      name: "multiple", body: .multiple(ends),
      lines: shown + ["Réponse : A, C.", "A, juste.", "B, non.", "C, juste."]),
    KeyCase(
      name: "vrai-faux", body: .trueFalse(ends),
      lines: shown + ["Réponse : A vrai, B faux, C vrai.", "A, juste.", "B, non.", "C, juste."]),
    KeyCase(
      name: "reperer", body: .spot(ends),
      lines: shown + ["À repérer : A, C.", "A, juste.", "B, non.", "C, juste."]),
    KeyCase(
      name: "ordonner",
      body: .order(
        [option("Un.", true, because: "D’abord."), option("Deux.", true), option("Trois.", true)],
        alsoAccepted: [[2, 1, 3]]),
      lines: [
        "Le bon ordre :", "1. Un.", "   D’abord.", "2. Deux.", "3. Trois.",
        "Ordre admis aussi : 2 1 3.",
      ]),
    KeyCase(
      name: "associer",
      body: .match([
        pair("Relire", "voir une erreur"), pair(nil, "gagner du temps"), pair("Citer", "prouver"),
      ]),
      lines: ["Relire : voir une erreur", "Aucun : gagner du temps", "Citer : prouver"]),
    KeyCase(
      name: "texte",
      body: .short([
        option("invention", true), option("hallucination", true),
        option("mensonge", false, because: "Mentir suppose de le vouloir."),
      ]),
      lines: [
        "A. invention", "B. hallucination", "C. mensonge",
        "Réponses admises : invention, hallucination.", "A, juste.", "B, juste.", "C, non.",
        "Mentir suppose de le vouloir.",
      ]),
    KeyCase(
      name: "reecrire",
      body: .rewrite(
        Rewriting(
          forbidden: [option("Karim", false), option("5582", false)],
          expected: [
            .init(name: "document", anyOf: ["lettre"], place: place),
            .init(name: "ton", anyOf: ["poli"], place: place),
          ], checklist: [])),
      lines: ["À retirer : Karim, 5582.", "À garder : document, ton."]),
    KeyCase(
      name: "reecrire, rien à retirer",
      body: .rewrite(
        Rewriting(
          forbidden: [], expected: [.init(name: "ton", anyOf: ["poli"], place: place)],
          checklist: [])),
      lines: ["À garder : ton."]),
    KeyCase(
      name: "cas",
      body: .steps([
        Step(title: "Un pas", prompt: [], options: Array(ends[..<2])),
        Step(
          title: "Un autre", prompt: [.paragraph([.text("Et après ?")])],
          options: Array(ends[1...])),
      ]),
      lines: [
        "Un pas", "A. Un.", "B. Deux.", "Réponse : A.", "A, juste.", "B, non.", "Un autre",
        "Et après ?", "A. Deux.", "B. Trois.", "Réponse : B.", "A, non.", "B, juste.",
      ]),
  ]
}

@Suite("The facilitator’s sheet")
struct SheetTests {
  private static func lines(
    _ questions: [Question], scenarios: [Scenario] = [], in course: Course
  ) throws -> [String] {
    let module = try #require(course.modules.first { $0.id == "M4" })
    let agenda = Agenda(module: module, scenarios: scenarios, questions: questions)
    let sheet = try FacilitatorSheet(agenda, in: course)
    return Linear.lines(reading: sheet.document, width: 66)
  }

  private static func question(
    _ body: QuestionBody, bank: String = "RU04", level: Int = 2, trades: [String] = [],
    facilitator: String? = nil
  ) -> Question {
    Question(
      id: "Q-1", body: body, level: level, family: "Q-1", bank: bank, trades: trades,
      facilitator: facilitator, prompt: [.paragraph([.text("Que faire ?")])],
      feedback: [.paragraph([.text("Je retiens ceci.")])],
      place: Place(file: "banque.md", line: 1))
  }

  /// The lines of the question, from its statement to what is kept of it.
  private static func key(_ body: QuestionBody) throws -> [String] {
    let lines = try lines([question(body)], in: try SampleCourse.course())
    let start = try #require(lines.firstIndex(of: "Que faire ?"))
    let end = try #require(lines.firstIndex(of: "Je retiens ceci."))
    return Array(lines[(start + 1)..<end])
  }

  @Test("the key of each kind of question", arguments: KeyCase.all)
  func key(keyCase: KeyCase) throws {
    #expect(try Self.key(keyCase.body) == keyCase.lines)
  }

  @Test("each kind of question has its key in this table")
  func kinds() {
    let kinds = KeyCase.all.map { $0.name.prefix { $0 != "," } }
    #expect(Set(kinds).count == 9)
  }

  @Test(
    "a question is introduced by its identifier, its trades and its level",
    arguments: [
      (["tous"], 2, "Q-1 (tous métiers, niveau 2)."), ([], 1, "Q-1 (tous métiers, niveau 1)."),
      (["accueil", "rh"], 3, "Q-1 (Agent d’accueil, Ressources humaines, niveau 3)."),
      (["pompier"], 0, "Q-1 (pompier)."),
    ])
  func heading(trades: [String], level: Int, expected: String) throws {
    let question = Self.question(.short([]), level: level, trades: trades)
    let lines = try Self.lines([question], in: try SampleCourse.course())
    let index = try #require(lines.firstIndex(of: expected), "\(lines)")
    #expect(lines[index - 1] == "", "a heading stands after an empty line")
  }

  @Test(
    "the local point depends on the bank, and says what the content gives",
    arguments: [
      ("RU03", "la mention : M ; la règle : C."),
      ("RU04", "qui prévenir : D ; l’outil autorisé : O."),
      ("DP", "qui prévenir : D ; l’outil autorisé : O."),
      ("RU05", "les usages exclus : U ; qui prévenir : D."),
      ("TECHNO", "à qui demander : G ; la règle : C."),
      ("TRANSVERSE", "la règle : C ; à qui parler : R."),
      ("RU01", "l’outil autorisé : O ; à qui parler : R."),
      ("SANDI", "l’outil autorisé : O ; à qui parler : R."),
      ("", "l’outil autorisé : O ; à qui parler : R."),
    ])
  func localPoint(bank: String, expected: String) throws {
    var course = try SampleCourse.course()
    course.variables = [
      "mention_type": "M", "charte": "C", "dpo_contact": "D", "outil_autorise": "O",
      "liste_usages_interdits": "U", "guichet_numerique": "G", "referent_ia": "R",
    ]
    let question = Self.question(.short([]), bank: bank, facilitator: "Et chez vous ?")
    let lines = try Self.lines([question], in: course)
    #expect(lines.contains("Relance : Et chez vous ?"))
    #expect(lines.contains("À rappeler ici : \(expected)"))
  }

  @Test("without a local value nothing is recalled, without a follow-up none is said")
  func nothingLocal() throws {
    var course = try SampleCourse.course()
    course.variables = [:]
    let lines = try Self.lines([Self.question(.short([]))], in: course)
    #expect(!lines.contains { $0.hasPrefix("À rappeler") || $0.hasPrefix("Relance") })
  }

  @Test("a module is gone through in the order of its agenda")
  func order() throws {
    let course = try SampleCourse.course()
    let module = try #require(course.modules.last)
    let sheet = try FacilitatorSheet(try Agenda(of: module, in: course), in: course)
    let lines = Linear.lines(reading: sheet.document, width: 66)
    let expected = [
      "Fiche d’animation : 4. Données personnelles.", "durée du module : 10 minutes",
      "références : RU04, DP", "Pour ouvrir.", "Lundi, une habitante écrit.",
      "S4.1. Une plainte (Agent d’accueil).", "Un habitant se plaint.", "La décision.",
      "Je réécris sans la personne.", "Pourquoi.", "Les détails désignent.",
      "RU04-001 (tous métiers, niveau 1).", "DP-003 (tous métiers, niveau 2).", "Je retiens.",
      "- Je cherche ce qui désigne.",
    ]
    #expect(lines.filter(expected.contains) == expected)
  }

  @Test("a module without references says none")
  func noReferences() throws {
    var module = try #require(try SampleCourse.course().modules.last)
    module.refs = []
    let agenda = Agenda(module: module, scenarios: [], questions: [])
    let sheet = try FacilitatorSheet(agenda, in: try SampleCourse.course())
    let lines = Linear.lines(reading: sheet.document, width: 66)
    #expect(!lines.contains { $0.hasPrefix("références") })
  }

  @Test("a faulty vocabulary is thrown", arguments: ["idees-fausses.md", "metiers.md"])
  func faulty(path: String) throws {
    var files = SampleCourse.files.mapValues { Array($0.utf8) }
    files[path] = Array("Rien.".utf8)
    let course = try Course(ContentFiles(files))
    let error = #expect(throws: ContentError.self) { try Self.lines([], in: course) }
    #expect(error?.place.file == path)
  }

  @Test("each module of the shipped course has its sheet, with the keys of its content")
  func shipped() throws {
    let course = try ShippedCourse.course()
    for module in course.modules {
      let agenda = try Agenda(of: module, in: course)
      let sheet = try FacilitatorSheet(agenda, in: course)
      let lines = Linear.lines(reading: sheet.document, width: 66)
      #expect(lines.filter { $0.columns > 66 } == [])
      let heads = ["Réponse : ", "À repérer : "]
      let keys = lines.filter { line in heads.contains { line.hasPrefix($0) } }
      #expect(keys == agenda.items.flatMap(\.keys), "\(module.id)")
      let recalled = lines.count { $0.hasPrefix("À rappeler ici : ") }
      #expect(recalled == agenda.items.count(where: \.asks), "\(module.id)")
    }
  }
}

extension Agenda.Item {
  fileprivate var question: Question? {
    switch self {
    case .question(let question): question
    case .scenario(let scenario): scenario.question
    case .opening, .screen, .takeaways: nil
    }
  }

  fileprivate var asks: Bool { question != nil }

  /// The lines that say the right options by their letters, from the content itself.
  fileprivate var keys: [String] {
    func letters(_ options: [Proposition]) -> String {
      zip("ABCDEFGHI", options).filter(\.1.isRight).map { String($0.0) }.joined(separator: ", ")
    }
    switch question?.body {
    case .single(let options), .multiple(let options): return ["Réponse : \(letters(options))."]
    case .spot(let options): return ["À repérer : \(letters(options))."]
    case .trueFalse(let options):
      let truths = zip("ABCDEFGHI", options).map { "\($0) \($1.isRight ? "vrai" : "faux")" }
      return ["Réponse : \(truths.joined(separator: ", "))."]
    case .steps(let steps): return steps.map { "Réponse : \(letters($0.options))." }
    default: return []
    }
  }
}
