/// All that a content folder holds, read leniently, for the rules to look at.
struct Corpus: Sendable {
  /// A file that was read, and what in it an agent reads.
  struct Document: Sendable {
    enum Role: Sendable {
      /// Everything is read.
      case prose
      /// Titles of level 2 are keys.
      case entries
      /// The list is a plan for the program.
      case plan
    }

    var reader: ContentReader
    var role: Role
  }

  var today: Day
  var variables: [String: String] = [:]
  var modules: [Module] = []
  var lessons: [Lesson] = []
  var scenarios: [Scenario] = []
  /// The questions of the banks, in which the exam is drawn.
  var bankQuestions: [Question] = []
  var plan: ExamPlan?
  var principles: [Term] = []
  var glossary: [Term] = []
  var trades: [Term] = []
  var sources: [Term] = []
  var misconceptions: [Term] = []
  var documents: [Document] = []
  /// Every text an agent reads, in the order of the files read.
  var passages: [Passage] = []
  /// What was found while reading.
  var findings: [Finding] = []

  init(_ files: ContentFiles, today: Day) {
    self.today = today
    var builder = CorpusBuilder(files: files, corpus: self)
    builder.read()
    self = builder.corpus
    passages = documents.flatMap(\.passages)
  }

  /// The questions of lessons, scenarios and banks.
  var questions: [Question] {
    let asked = lessons.flatMap(\.screens).compactMap { screen -> Question? in
      if case .question(let question) = screen.content { question } else { nil }
    }
    return asked + scenarios.compactMap(\.question) + bankQuestions
  }

  /// Whether a fiche admits this warning.
  func admits(_ finding: Finding) -> Bool {
    guard finding.severity == .warning, let rule = finding.rule else { return false }
    return documents.contains { document in
      document.reader.path == finding.place.file
        && document.reader.admissions.contains {
          $0.rule == rule && $0.lines.contains(finding.place.line)
        }
    }
  }
}
