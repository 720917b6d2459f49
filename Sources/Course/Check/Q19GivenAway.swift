/// Q19 — a right answer that another question of the same exam line gives in its statement.
enum Q19GivenAway {
  static func findings(_ corpus: Corpus) -> [Finding] {
    (corpus.plan?.strata ?? []).flatMap { stratum -> [Finding] in
      let questions = corpus.bankQuestions.filter { stratum.banks.contains($0.bank) }
      let statements = questions.map { ($0, Statement($0.prompt.plainText)) }
      return questions.flatMap { question in
        answers(question).flatMap { answer in
          statements.filter { $0.0.id != question.id && answer.isIn($0.1) }.map {
            finding(question, givenBy: $0.0)
          }
        }
      }
    }
  }

  private static func finding(_ question: Question, givenBy other: Question) -> Finding {
    other.finding(
      .warning, "Q19", other.place,
      "Cet énoncé donne la réponse de \(question.id).",
      "Changez ses mots : les deux peuvent tomber au même examen.")
  }

  private struct Statement {
    var words: Set<String>
    var stems: Set<String>

    init(_ text: String) {
      words = Set(text.folded.split(separator: " ").map(String.init))
      stems = Stems.of(text)
    }
  }

  /// What a statement must hold to give an answer away.
  private enum Answer {
    /// A sentence: all its stems, three at least.
    case sentence(Set<String>)
    /// A word of a short answer.
    case word(String)

    func isIn(_ statement: Statement) -> Bool {
      switch self {
      case .sentence(let stems): stems.isSubset(of: statement.stems)
      case .word(let word): statement.words.contains(word)
      }
    }
  }

  private static func answers(_ question: Question) -> [Answer] {
    switch question.body {
    case .single(let options):
      return options.filter(\.isRight).map { Stems.of($0.text.plainText) }
        .filter { $0.count >= 3 }.map(Answer.sentence)
    case .short(let options):
      return options.filter(\.isRight).map { $0.text.plainText.folded }
        .filter { $0.count >= 5 && !$0.contains(" ") }.map(Answer.word)
    default: return []
    }
  }
}
