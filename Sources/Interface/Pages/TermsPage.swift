import Course
import Display

/// A list of explained words: principles, sources, references.
struct TermsPage: Page {
  let title: String
  let intro: [Prose]
  let terms: [Term]

  func document(in session: Session) -> Document {
    Document(
      place: .init(long: title, short: title, spoken: title), title: title,
      blocks: [Document.Block](intro) + terms.flatMap(Self.blocks))
  }

  func commands(in session: Session) -> [Command] {
    [.advance("retour", help: "Revient à la page d’avant.")]
  }

  mutating func perform(_ action: Action, argument: String, in session: inout Session) -> Turn {
    .back
  }

  private static func blocks(_ term: Term) -> [Document.Block] {
    let name = term.title.map { "\(term.key) — \($0)" } ?? term.key
    var blocks: [Document.Block] = [.heading(Text(name))] + [Document.Block](term.text)
    if let status = term.status {
      let date = term.verified.map { ", le \($0.french)" } ?? ""
      blocks.append(.paragraph(Text("Statut : \(status)\(date).", .quiet)))
    }
    if let address = term.address { blocks.append(.paragraph(Text(address, .quiet))) }
    return blocks
  }

  /// The nine principles and SANDI, with their credit.
  static func principles(in session: Session) -> TermsPage {
    let credit =
      "Intitulés : Ville de Rennes / Rennes Métropole, CC BY-SA 4.0. Les explications sont de ce parcours."
    return TermsPage(
      title: "Les neuf principes", intro: [.paragraph([.text(credit)])],
      terms: (try? session.course.principles()) ?? [])
  }

  /// The sources a question rests on, with their status and date.
  static func sources(of question: Question, in session: Session) -> TermsPage {
    let all = (try? session.course.sources()) ?? []
    let verified =
      question.verified.map { "Question \(question.id), vérifiée le \($0.french)." }
      ?? "Question \(question.id)."
    return TermsPage(
      title: "Sources", intro: [.paragraph([.text(verified)])],
      terms: question.sources.compactMap { key in all.first { $0.key == key } })
  }

  /// The principles a lesson refers to, and its sources.
  static func references(_ refs: [String], in session: Session) -> TermsPage {
    let principles = ((try? session.course.principles()) ?? []).filter { refs.contains($0.key) }
    let report = ((try? session.course.sources()) ?? []).filter { $0.key == "rapport-rennes" }
    let codes = "Repères du cadre : \(refs.joined(separator: ", "))."
    return TermsPage(
      title: "Sources", intro: [.paragraph([.text(codes)])], terms: principles + report)
  }
}

/// The glossary: the whole list, or the word that was asked.
struct GlossaryPage: Page {
  private(set) var query: String

  init(query: String) { self.query = query }

  func document(in session: Session) -> Document {
    let terms = (try? session.course.glossary()) ?? []
    let found = Self.find(query, in: terms)
    let blocks: [Document.Block] =
      query.isEmpty
      ? .paragraphs(terms.map(\.name).joined(separator: ", ") + ".")
      : found.isEmpty
        ? .paragraphs("« \(query) » n’est pas dans le glossaire.")
        : found.flatMap { [.heading(Text($0.name))] + [Document.Block]($0.text) }
    return Document(
      place: .init(long: "Glossaire", short: "Glossaire", spoken: "Glossaire"), title: "Glossaire",
      blocks: blocks,
      question: "Un mot à expliquer, ou Entrée pour revenir. Les commandes commencent par un point")
  }

  var isFreeText: Bool { true }

  mutating func answer(_ line: String, in session: inout Session) -> Turn {
    guard !line.isEmpty else { return .back }
    query = line
    return .stay
  }

  static func find(_ query: String, in terms: [Term]) -> [Term] {
    let wanted = query.folded
    guard !wanted.isEmpty else { return [] }
    let exact = terms.filter { ([$0.key, $0.name] + $0.aliases).contains { $0.folded == wanted } }
    guard exact.isEmpty else { return exact }
    return terms.filter {
      ([$0.key, $0.name] + $0.aliases).contains { $0.folded.contains(wanted) }
    }
  }
}
