import Course
import Display
import Workshop

/// The closing report: date, theme, attendance, totals, what moved between the votes; no name.
struct WorkshopReport {
  private let workshop: WorkshopSession
  private let trade: String

  init(_ workshop: WorkshopSession, trade: String) {
    self.workshop = workshop
    self.trade = trade
  }

  private var setup: WorkshopSetup { workshop.setup }
  private var module: Module { workshop.agenda.module }

  var document: Document {
    let title = "Compte rendu d’atelier"
    return Document(
      place: .init(long: title, short: title, spoken: title),
      blocks: [.facts(facts)] + (setup.isSmallGroup ? Self.nothingKept : voted)
        + .paragraphs("Ce compte rendu ne contient aucun nom."))
  }

  private var facts: [Document.Fact] {
    [
      .init("date", setup.day.french),
      .init("thème", "module \(module.number), \(module.title)"),
      .init("effectif", setup.people),
      .init("durée prévue", "\(setup.choice.minutes) minutes"),
      .init("métier", trade),
      .init("graine de la fiche", String(setup.choice.seed)),
    ]
  }

  private static let nothingKept: [Document.Block] = .paragraphs(
    "Groupe de moins de cinq : aucun total n’est gardé.")

  private var voted: [Document.Block] {
    var number = 0
    return workshop.agenda.items.enumerated().flatMap { index, item -> [Document.Block] in
      guard let question = item.votedQuestion else { return [] }
      number += 1
      return blocks(question, workshop.ballot(index), number: number)
    }
  }

  private func blocks(
    _ question: Question, _ ballot: Ballot, number: Int
  ) -> [Document.Block] {
    let head: [Document.Block] =
      [.heading(Text("Vote \(number). \(question.id)"))] + [Document.Block](question.prompt)
    guard let last = ballot.rounds.last else { return head + .paragraphs("Pas de vote.") }
    return head
      + [.bars(ballot.bars(on: question, round: ballot.rounds.count))]
      + .paragraphs(right(question, ballot, last)) + moves(ballot)
  }

  private func right(_ question: Question, _ ballot: Ballot, _ last: Tally) -> String {
    let options = question.voteOptions ?? []
    let letters = options.indices.filter { options[$0].isRight }.map(Totals.letter)
    let answer = "Juste : \(letters.joined(separator: ", "))."
    let share = "\(last.rightPercent(question))\u{202F}%"
    guard ballot.rounds.count == 2 else { return "\(answer) Part des voix justes : \(share)." }
    let first = "\(ballot.rounds[0].rightPercent(question))\u{202F}%"
    return "\(answer) Part des voix justes : \(first) au premier vote, \(share) au second."
  }

  private func moves(_ ballot: Ballot) -> [Document.Block] {
    guard let moves = ballot.moves else { return [] }
    let words = moves.enumerated().map { "\(Totals.letter($0.offset)) \(Self.points($0.element))" }
    return .paragraphs("Entre les deux votes : \(words.joined(separator: ", ")).")
  }

  /// « plus 12 points », « moins 1 point », « sans changement ».
  static func points(_ move: Int) -> String {
    guard move != 0 else { return "sans changement" }
    let size = abs(move)
    return "\(move > 0 ? "plus" : "moins") \(size) \(size > 1 ? "points" : "point")"
  }
}

extension Session {
  /// The words for a trade's key; « tous métiers » for none.
  func tradeName(_ key: String?) -> String {
    guard let key else { return "tous métiers" }
    return ((try? course.trades()) ?? []).first { $0.key == key }?.words ?? key
  }
}
