/// The kinds of question, as the fiche writes them (format.md §4).
enum QuestionKind: String, CaseIterable, Sendable {
  case single = "unique"
  case multiple
  case trueFalse = "vrai-faux"
  case spot = "reperer"
  case order = "ordonner"
  case match = "associer"
  case short = "texte"
  case rewrite = "reecrire"
  case steps = "cas"

  /// Whether each feedback begins with a written verdict.
  var writesVerdicts: Bool {
    switch self {
    case .single, .multiple, .spot, .steps: true
    case .trueFalse, .order, .match, .short, .rewrite: false
    }
  }
}

extension QuestionBody {
  var kind: QuestionKind {
    switch self {
    case .single: .single
    case .multiple: .multiple
    case .trueFalse: .trueFalse
    case .spot: .spot
    case .order: .order
    case .match: .match
    case .short: .short
    case .rewrite: .rewrite
    case .steps: .steps
    }
  }

  /// Kinds kept out of the exam: free text, rewriting, cases of more than two steps.
  var isForExam: Bool {
    switch self {
    case .short, .rewrite: false
    case .steps(let steps): steps.count <= 2
    default: true
    }
  }
}
