import Course

/// What a facilitator recalls of the local rule after a question.
enum LocalPoint {
  /// A sentence made of the local values, nil without any; the bank says which ones matter.
  static func sentence(for question: Question, in course: Course) -> String? {
    let keys = keys(question.bank)
    let words = keys.compactMap { key in
      course.variables[key.variable].map { "\(key.label) : \($0)" }
    }
    return words.isEmpty ? nil : words.joined(separator: " ; ") + "."
  }

  private static func keys(_ bank: String) -> [(label: String, variable: String)] {
    switch bank {
    case "RU03": [("la mention", "mention_type"), ("la règle", "charte")]
    case "RU04", "DP": [("qui prévenir", "dpo_contact"), ("l’outil autorisé", "outil_autorise")]
    case "RU05": [("les usages exclus", "liste_usages_interdits"), ("qui prévenir", "dpo_contact")]
    case "TECHNO": [("à qui demander", "guichet_numerique"), ("la règle", "charte")]
    case "TRANSVERSE": [("la règle", "charte"), ("à qui parler", "referent_ia")]
    default: [("l’outil autorisé", "outil_autorise"), ("à qui parler", "referent_ia")]
    }
  }
}
