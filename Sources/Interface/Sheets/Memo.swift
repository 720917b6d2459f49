package import Course
package import Display

/// The memo: the nine principles, SANDI and the local contacts, on one A4 page.
package enum Memo {
  /// At most 60 lines of 66 columns when it is read line by line.
  ///
  /// Throws the first mistake of `principes.md`.
  package static func document(_ course: Course) throws(ContentError) -> Document {
    let terms = try course.principles()
    let title = "Mémo : l’usage éclairé de l’IA générative"
    return Document(
      place: .init(long: title, short: "Mémo", spoken: title), title: nil,
      blocks: terms.filter { !$0.isMethod }.map(principle)
        + terms.filter(\.isMethod).flatMap(method)
        + [.heading("Ici, je m’adresse à"), .facts(contacts(course)), .paragraph(Text(credit))])
  }

  private static func principle(_ term: Term) -> Document.Block {
    .paragraph(
      Text("\(term.key). \(term.title ?? "").", .strong) + Text(" \(term.gist)"))
  }

  private static func method(_ term: Term) -> [Document.Block] {
    let questions = term.text.filter { if case .list = $0 { true } else { false } }
    return [.heading(Text("\(term.key). \(term.title ?? "")"))] + [Document.Block](questions)
  }

  private static func contacts(_ course: Course) -> [Document.Fact] {
    [
      ("Outil autorisé", "outil_autorise"), ("Usages exclus", "liste_usages_interdits"),
      ("Règle locale", "charte"), ("Données", "dpo_contact"), ("Aide", "guichet_numerique"),
      ("IA", "referent_ia"),
    ].compactMap { label, key in course.variables[key].map { Document.Fact(label, $0) } }
  }

  private static let credit =
    "Intitulés RU01 à RU09 : Ville de Rennes / Rennes Métropole, CC BY-SA 4.0."
}

extension Term {
  /// SANDI, beside the principles.
  fileprivate var isMethod: Bool { !key.hasPrefix("RU") }
}
