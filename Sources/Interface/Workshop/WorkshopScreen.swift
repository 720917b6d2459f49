import Course
import Display
import Workshop

/// What a stage of a workshop says, to be read from the back of a room.
struct WorkshopScreen {
  let page: WorkshopPage
  let session: Session

  private var workshop: WorkshopSession { page.workshop }
  private var agenda: Agenda { workshop.agenda }
  private var module: Module { agenda.module }

  var document: Document {
    var document = Document(
      place: place, progress: Double(page.item + 1) / Double(max(1, agenda.items.count)),
      blocks: [], isProjected: true)
    switch page.stage {
    case .cover: cover(&document)
    case .reading: reading(&document)
    case .asked(let round): asked(&document, round)
    case .noted(let round): noted(&document, round)
    case .shown(let round): shown(&document, round)
    case .discussed: discussed(&document)
    case .explained(let option): explained(&document, option)
    case .decision, .reason: outcome(&document)
    case .plan: plan(&document)
    case .ending: ending(&document)
    }
    return document
  }

  private var place: Document.Place {
    Document.Place(
      long: "Atelier › \(module.title)", short: "Atelier",
      spoken: "Atelier, module \(module.number)",
      counter: page.stage == .plan || page.stage == .ending ? nil : workshop.counter)
  }

  private func cover(_ document: inout Document) {
    let choice = workshop.setup.choice
    let trade = choice.trade.map { " --metier \($0)" } ?? ""
    document.title = module.title
    document.blocks =
      .paragraphs(
        "\(choice.minutes) minutes, \(session.tradeName(choice.trade)).",
        "\(workshop.setup.people). Graine \(choice.seed).")
      + (workshop.setup.isSmallGroup
        ? .paragraphs("Groupe de moins de cinq : les votes se montrent, aucun n’est gardé.") : [])
      + [
        .heading("La fiche de cet atelier"),
        .paragraph(
          Text(
            "parcours contenu fiche \(module.number) --duree \(choice.minutes)\(trade) "
              + "--graine \(choice.seed)")),
      ]
  }

  private func reading(_ document: inout Document) {
    switch workshop.current {
    case .opening?:
      document.title = "Pour ouvrir"
      document.blocks = [Document.Block](module.opening)
    case .screen(let screen)?:
      document.title = screen.title
      document.blocks = screen.reading
    case .scenario(let scenario)?:
      document.title = scenario.title
      document.blocks = [Document.Block](scenario.situation)
      if page.question == nil { document.blocks.append(.paragraph("Que feriez-vous ?")) }
    case .takeaways?:
      document.title = "Je retiens"
      document.blocks = [Document.Block](module.takeaways)
    case .question?, nil: break
    }
  }

  private func outcome(_ document: inout Document) {
    guard case .scenario(let scenario)? = workshop.current else { return }
    let isDecision = page.stage == .decision
    document.title = isDecision ? "La décision" : "Pourquoi"
    document.blocks = [Document.Block](isDecision ? scenario.decision : scenario.reason)
  }

  private func plan(_ document: inout Document) {
    let items = agenda.items.enumerated().map { index, item in
      Document.MenuItem(
        key: String(index + 1), title: title(item),
        state: index == page.item ? "ici" : workshop.ballot(index).rounds.isEmpty ? nil : "voté")
    }
    document.title = "Les étapes de l’atelier"
    document.blocks = [.menu(items, selected: session.menuSelection(in: items))]
    document.question = "Le numéro d’une étape, de 1 à \(items.count)"
  }

  private func title(_ item: Agenda.Item) -> String {
    switch item {
    case .opening: "Pour ouvrir"
    case .screen(let screen): screen.title
    case .scenario(let scenario): "Situation : \(scenario.title)"
    case .question(let question): "Question \(question.id)"
    case .takeaways: "Je retiens"
    }
  }

  private func ending(_ document: inout Document) {
    document.title = "Terminer l’atelier ?"
    document.blocks = .paragraphs(
      "Le compte rendu sera écrit dans \(session.installation.folder)",
      "Il dit la date, le thème, l’effectif et les totaux. Il ne contient aucun nom.")
    document.question = "Tapez oui ou non"
  }
}

// A question, from hand to hand.
extension WorkshopScreen {
  private func asked(_ document: inout Document, _ round: Int) {
    guard let question = page.question, let options = question.voteOptions else { return }
    if round > 1 { document.title = "Second vote" }
    document.blocks =
      [Document.Block](question.prompt) + [
        .choices(
          options.enumerated().map {
            Document.Choice(label: Totals.letter($0.offset), text: Text($0.element.text))
          })
      ]
    let hands =
      question.takesSeveral ? "Une main par proposition choisie." : "Une seule main par personne."
    document.question =
      "\(hands) Les totaux, par exemple \(Totals.example(options.count)), ou suite"
  }

  private func noted(_ document: inout Document, _ round: Int) {
    let hands = page.ballot.rounds.at(round - 1)?.hands ?? 0
    let raised = hands > 1 ? "\(hands) mains levées" : "\(hands) main levée"
    document.title = round == 1 ? "Vote noté" : "Second vote noté"
    document.blocks =
      .paragraphs("\(raised), \(workshop.setup.people).", "Les résultats sont cachés.")
      + (workshop.setup.isSmallGroup
        ? .paragraphs("Groupe de moins de cinq : ce vote n’est pas gardé.") : [])
  }

  private func shown(_ document: inout Document, _ round: Int) {
    guard let question = page.question else { return }
    document.title = round == 1 ? "Résultats du vote" : "Avant et après la discussion"
    document.blocks = [.bars(page.ballot.bars(on: question, round: round))]
  }

  private func discussed(_ document: inout Document) {
    document.title = "Discussion"
    document.blocks = .paragraphs(
      page.question?.facilitator ?? "Qu’est-ce qui vous ferait changer d’avis ?",
      "Chacun peut dire pourquoi. Ensuite, on vote de nouveau.")
  }

  private func explained(_ document: inout Document, _ index: Int) {
    guard let question = page.question, let options = question.voteOptions else { return }
    guard let option = options.at(index) else {
      document.title = "À retenir"
      document.blocks = [Document.Block](question.feedback)
      return
    }
    document.title = "Proposition \(Totals.letter(index))"
    document.blocks =
      [.paragraph(Text(option.text)), Self.verdict(option)]
      + [Document.Block](Array(option.feedback.dropFirst(Self.opensWithText(option) ? 1 : 0)))
  }

  private static func opensWithText(_ option: Proposition) -> Bool {
    if case .paragraph? = option.feedback.first { true } else { false }
  }

  private static func verdict(_ option: Proposition) -> Document.Block {
    let word = Document.Verdict(option)
    guard case .paragraph(let inlines)? = option.feedback.first else { return .verdict(word, "") }
    return .verdict(word, Text(inlines))
  }
}

extension Document.Verdict {
  /// Right, wrong, or partly when its author said so.
  fileprivate init(_ option: Proposition) {
    let isPartly = option.writtenVerdict?.folded.hasPrefix("en partie") == true
    self = option.isRight ? .right : isPartly ? .partly : .wrong
  }
}

extension Ballot {
  /// The bars of a round, with those of the round before.
  func bars(on question: Question, round: Int) -> [Document.Bar] {
    guard let now = rounds.at(round - 1), let options = question.voteOptions else { return [] }
    let past = rounds.at(round - 2)
    return options.indices.map { option in
      Document.Bar(
        Totals.letter(option), Text(options[option].text), value: now.totals.at(option) ?? 0,
        of: now.whole,
        before: past.map { .init($0.totals.at(option) ?? 0, of: $0.whole) })
    }
  }
}

extension WorkshopSetup {
  /// « 17 personnes ».
  var people: String { attendance > 1 ? "\(attendance) personnes" : "1 personne" }
}

extension WorkshopSession {
  /// `question 2 sur 3`, `situation 1 sur 1`, or nothing for what is read.
  var counter: Document.Counter? {
    guard let item, let current else { return nil }
    func counter(_ noun: String, _ isOne: (Agenda.Item) -> Bool) -> Document.Counter {
      Document.Counter(
        noun, agenda.items.prefix(item + 1).count(where: isOne),
        of: agenda.items.count(where: isOne))
    }
    switch current {
    case .question:
      return counter("question") { if case .question = $0 { true } else { false } }
    case .scenario:
      return counter("situation") { if case .scenario = $0 { true } else { false } }
    case .opening, .screen, .takeaways: return nil
    }
  }

  /// « question 2 », or the step of the agenda.
  var whereabouts: String {
    guard let item else { return "au début" }
    return counter.map { "\($0.noun) \($0.index)" } ?? "étape \(item + 1) sur \(agenda.items.count)"
  }
}
