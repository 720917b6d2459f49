import BadgeRequest
import Course
import Glibc
import JSON
import ShippedContent
import Testing

/// An issuer's folder of the test's own, and the built program run at a chosen date.
struct IssuerBench {
  let folder = Folder()
  /// The content that the program reads: the shipped one, or a folder of the test's own.
  var modules = "\(IssuerBench.root)/Modules"

  static let root = ShippedContent.root

  /// `emetteur …` on that day at nine, or at that instant; `words` are those of `PARCOURS_ESSAI`.
  func emetteur(
    _ date: String, _ arguments: String..., words: String = "", input: String = ""
  ) -> Outcome {
    at(date, words, ["emetteur"] + arguments, input)
  }

  /// Any command at that date, started by another program when there is one.
  func run(_ date: String, _ arguments: [String], through starter: [String] = []) -> Outcome {
    at(date, "", arguments, "", through: starter)
  }

  /// What the program says of a badge with the published site as its trust folder.
  func verdict(_ date: String, _ file: String, recipient: String? = nil) -> Int32 {
    let holder = recipient.map { ["--destinataire", $0] } ?? []
    return at(
      date, "", ["badge", "verifier", file, "--confiance", folder.path("site")] + holder, ""
    ).status
  }

  private func at(
    _ date: String, _ words: String, _ arguments: [String], _ input: String,
    through starter: [String] = []
  ) -> Outcome {
    let instant = date.count == 10 ? "\(date)T09:00:00Z" : date
    let environment = [
      "PARCOURS_ESSAI=date=\(instant),\(words)", "PARCOURS_EMETTEUR=\(folder.path("em"))",
      "PARCOURS_MODULES=\(modules)", "PARCOURS_BADGES=\(IssuerBench.root)/Badges",
    ]
    let command = starter + ["/usr/bin/env"] + environment + [program] + arguments
    return GestionTests.run(command, input: input)
  }

  /// An issuer with an address, everything it can do, and keys that are not sealed.
  func create() {
    let outcome = emetteur(
      "2026-01-10", "creer", "--nom", "Ville d’essai", "--adresse",
      "https://badges.exemple.fr/iag/", "--courriel", "badges@exemple.fr", "--rsa", "--suspension",
      "--sans-phrase-secrete")
    #expect(outcome.status == 0, "\(outcome.error)")
  }

  func deliver(_ date: String, _ list: String, to output: String, words: String = "") -> Outcome {
    emetteur(
      date, "delivrer", "--csv", "-", "--sortie", folder.path(output), words: words, input: list)
  }

  @discardableResult
  func publish(_ date: String) -> Outcome { emetteur(date, "publier", folder.path("site")) }

  /// The badges of the ledger, as `montrer --json` tells them.
  func badges(_ date: String) -> [JSON] {
    let shown = emetteur(date, "montrer", "--json").output
    return (try? JSON(parsing: shown))?["badges"]?.array ?? []
  }

  /// Every file below a folder with its bytes.
  func contents(_ name: String) -> [String: [UInt8]] {
    var contents: [String: [UInt8]] = [:]
    for entry in folder.names(name) {
      let path = "\(name)/\(entry)"
      if folder.status(path).st_mode & S_IFMT == S_IFDIR {
        contents.merge(self.contents(path)) { first, _ in first }
      } else {
        contents[path] = folder.read(path)
      }
    }
    return contents
  }

  /// A list of so many rows, by e-mail.
  static func list(_ count: Int, on day: String = "05/01/2026") -> String {
    "courriel;date;modalite\n"
      + (1...count).map { "agent\($0)@exemple.fr;\(day);en autonomie\n" }.joined()
  }
}

/// An exam of the shipped course, all answered right, sealed for an issuer.
struct SealedExam {
  let course: Course
  private let plan: ExamPlan
  private let questions: [Question]

  init() throws {
    course = try Course(ContentFiles(ShippedContent.files))
    plan = try #require(try course.examPlan())
    questions = try course.banks()
  }

  /// `wrong` turns that many answers into none.
  func request(
    _ seed: UInt64, on day: Day, wrong: Int = 0, digest: String? = nil, account: Int = Int(getuid())
  ) -> BadgeRequest {
    var random = SplitMix64(seed: seed)
    let drawn = ExamDraw(plan: plan, questions: questions, today: day).draw(with: &random)
    let known = Dictionary(questions.map { ($0.id, $0) }) { first, _ in first }
    var answers: [String: [Int]] = [:]
    for item in drawn.dropFirst(wrong) {
      answers[item.question] = known[item.question]?.rightAnswer
    }
    let digits = String(seed)
    let tail = String(repeating: "0", count: 12 - digits.count) + digits
    return BadgeRequest(
      id: "urn:uuid:0b7d1c52-31f6-4b44-8a3e-\(tail)", course: course.id, version: course.version,
      digest: digest ?? course.contentDigest, badge: course.badge,
      completed: Timestamp(seconds: day.number * 86_400 + 30_000), how: .alone,
      recipient: .displayedName("Ana Métivier"), account: account,
      attempt: Progress.Attempt(drawn: drawn, answers: answers))
  }
}
