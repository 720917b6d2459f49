import Course
import Display

/// What is said of an answer: the verdict in words, what was chosen, what was right, the idea.
extension QuestionFlow {
  func feedback(_ answer: [Int]) -> [Document.Block] {
    var blocks: [Document.Block] = [verdict(answer)]
    switch question.body {
    case .single(let options): blocks += singleFeedback(options, order, answer.first ?? 0)
    case .multiple(let options): blocks += setFeedback(options, Set(answer), spotting: false)
    case .spot(let options): blocks += setFeedback(options, Set(answer), spotting: true)
    case .trueFalse(let options): blocks += affirmations(options, answer)
    case .order(let steps, _): blocks += ordered(steps)
    case .match(let pairs): blocks += matched(pairs, answer)
    case .short(let options): blocks += short(options, answer.first ?? 0)
    case .rewrite(let rewriting): return blocks + rewritten(rewriting)
    case .steps(let steps): blocks += lastStep(steps, answer)
    }
    if !question.feedback.isEmpty {
      blocks.append(.heading("À retenir"))
      blocks += [Document.Block](question.feedback)
    }
    return blocks
  }

  private func verdict(_ answer: [Int]) -> Document.Block {
    switch question.grade(answer) {
    case .right: .verdict(.right, said(answer))
    case .partly: .verdict(.partly, said(answer))
    case .wrong: .verdict(.wrong, said(answer))
    case .noted:
      review?.isClean == true
        ? .verdict(.noted, "Aucun élément repéré ne désigne une personne. Relisez avec la grille.")
        : .verdict(.noted, "Voici ce que le programme a repéré.")
    }
  }

  /// « Votre réponse : 2 », as it was seen on screen.
  private func said(_ answer: [Int]) -> Text {
    let words: String
    switch question.body {
    case .single, .multiple, .spot: words = answer.map(shown).sorted().spaced
    case .order: words = answer.map(shown).spaced
    case .trueFalse(let options):
      words = order.compactMap { answer.at($0 - 1) }.prefix(options.count)
        .map { $0 == 1 ? "vrai" : "faux" }.joined(separator: ", ")
    case .match:
      words = answer.enumerated().map { "\(AnswerInput.letter($0)) avec \(shown($1))" }
        .joined(separator: ", ")
    case .steps(let steps):
      let good = zip(answer, steps).count { $1.options.at($0 - 1)?.isRight == true }
      return Text(
        "\(good) étape\(good > 1 ? "s" : "") juste\(good > 1 ? "s" : "") sur \(steps.count).")
    case .short(let options):
      guard let option = options.at((answer.first ?? 0) - 1) else {
        return "Votre réponse n’est pas dans la liste."
      }
      words = option.text.plainText
    case .rewrite: return ""
    }
    return Text("Votre réponse : \(words.isEmpty ? "aucune" : words).")
  }

  private func singleFeedback(_ options: [Proposition], _ order: [Int], _ chosen: Int) -> [Document
    .Block]
  {
    var blocks = options.at(chosen - 1).map { [Document.Block]($0.feedback) } ?? []
    guard options.at(chosen - 1)?.isRight != true,
      let right = options.firstIndex(where: \.isRight)
    else { return blocks }
    let place = order.firstIndex(of: right + 1).map { $0 + 1 } ?? right + 1
    blocks.append(.heading(Text("La bonne réponse : \(place)")))
    blocks.append(.paragraph(Text(options[right].text, .strong)))
    return blocks + [Document.Block](options[right].feedback)
  }

  private func setFeedback(
    _ options: [Proposition], _ chosen: Set<Int>, spotting: Bool
  ) -> [Document.Block] {
    let forgotten = options.indices.filter { options[$0].isRight && !chosen.contains($0 + 1) }
    let false_ = options.indices.filter { !options[$0].isRight && chosen.contains($0 + 1) }
    var blocks: [Document.Block] = []
    if spotting {
      blocks.append(
        .paragraph(Text("Oublis : \(forgotten.count). Fausses alertes : \(false_.count).")))
    }
    for source in order {
      guard let option = options.at(source - 1) else { continue }
      let state =
        switch (chosen.contains(source), option.isRight) {
        case (true, true): "Juste"
        case (true, false): spotting ? "Fausse alerte" : "À ne pas choisir"
        case (false, true): spotting ? "Oublié" : "Il fallait la choisir"
        case (false, false): "Bien laissé"
        }
      blocks.append(.heading(Text("\(shown(source)). \(state)")))
      blocks.append(.paragraph(Text(option.text, .quiet)))
      blocks += [Document.Block](option.feedback)
    }
    return blocks
  }

  private func affirmations(_ options: [Proposition], _ answer: [Int]) -> [Document.Block] {
    order.enumerated().flatMap { place, source -> [Document.Block] in
      guard let option = options.at(source - 1) else { return [] }
      let good = answer.at(source - 1) == (option.isRight ? 1 : 0)
      let truth = option.isRight ? "vrai" : "faux"
      return [
        .heading(Text("\(place + 1). C’est \(truth). \(good ? "Juste." : "Non.")")),
        .paragraph(Text(option.text, .quiet)),
      ] + [Document.Block](option.feedback)
    }
  }

  private func ordered(_ steps: [Proposition]) -> [Document.Block] {
    [
      .heading("Le bon ordre"),
      .list(
        ordered: true,
        steps.map { [.paragraph(Text($0.text, .strong))] + [Document.Block]($0.feedback) }),
    ]
  }

  private func matched(_ pairs: [Pair], _ answer: [Int]) -> [Document.Block] {
    let lefts = pairs.indices.filter { pairs[$0].left != nil }
    return lefts.enumerated().flatMap { index, source -> [Document.Block] in
      let good = answer.at(index) == source + 1
      return [
        .heading(
          Text(
            "\(AnswerInput.letter(index)) va avec \(shown(source + 1)). \(good ? "Juste." : "Non.")"
          )),
        .paragraph(Text(pairs[source].left ?? [], .quiet)),
        .paragraph(Text(pairs[source].right, .strong)),
      ] + [Document.Block](pairs[source].feedback)
    }
  }

  private func short(_ options: [Proposition], _ matched: Int) -> [Document.Block] {
    var blocks = options.at(matched - 1).map { [Document.Block]($0.feedback) } ?? []
    guard options.at(matched - 1)?.isRight != true else { return blocks }
    let admitted = options.filter(\.isRight).map(\.text.plainText)
    blocks.append(.heading(Text("Réponse attendue : \(admitted.joined(separator: " ou "))")))
    return blocks
  }

  private func rewritten(_ rewriting: Rewriting) -> [Document.Block] {
    var blocks: [Document.Block] = []
    for option in review?.present ?? [] {
      blocks.append(.heading(Text("Il reste : \(option.text.plainText)")))
      blocks += [Document.Block](option.feedback)
    }
    let missing = review?.missing ?? []
    if !missing.isEmpty {
      let names = missing.map(\.name).joined(separator: ", ")
      blocks.append(.paragraph(Text("Pour une réponse utile, précisez : \(names).")))
      blocks += missing.flatMap { [Document.Block]($0.feedback) }
    }
    if !rewriting.checklist.isEmpty {
      blocks.append(.heading("Je me demande"))
      blocks.append(.list(ordered: false, rewriting.checklist.map { [.paragraph(Text($0))] }))
    }
    guard !question.feedback.isEmpty else { return blocks }
    blocks.append(.heading("Un modèle possible"))
    return blocks + [.quote([Document.Block](question.feedback))]
  }

  private func lastStep(_ steps: [Step], _ answer: [Int]) -> [Document.Block] {
    guard let step = steps.last, let last = answer.last else { return [] }
    return stepFeedback(step, answer: last)
  }

  /// What is said of a step of a « cas » once it is answered.
  func stepFeedback(_ step: Step, answer: Int) -> [Document.Block] {
    guard let option = step.options.at(answer - 1) else { return [] }
    let verdict = Document.Block.verdict(option.isRight ? .right : .wrong, Text(option.text))
    let blocks = [verdict] + [Document.Block](option.feedback)
    guard !option.isRight, let right = step.options.first(where: \.isRight) else { return blocks }
    return blocks + [.heading("La bonne réponse"), .paragraph(Text(right.text, .strong))]
      + [Document.Block](right.feedback)
  }
}

extension Array where Element == Int {
  fileprivate var spaced: String { map(String.init).joined(separator: " ") }
}
