import Course
import Display

/// What a question shows while it is asked.
extension QuestionFlow {
  /// The statement and the propositions; `line` is what stands on the input line.
  func blocks(line: String) -> [Document.Block] {
    var blocks = [Document.Block](question.prompt)
    if let rule = question.rule, stage == .asking { blocks += ruleNote(rule) }
    return blocks + choices(line: line)
  }

  /// What to type, said each time.
  var prompt: String {
    switch question.body {
    case .single(let options): "Une seule réponse, de 1 à \(options.count)"
    case .multiple(let options):
      "Plusieurs réponses possibles, de 1 à \(options.count), par exemple 1 3"
    case .trueFalse(let options):
      "Pour chaque affirmation, v pour vrai ou f pour faux, par exemple \((0..<options.count).map { $0 % 2 == 0 ? "v" : "f" }.joined(separator: " "))"
    case .spot: "Les numéros des passages à repérer, par exemple 2 5"
    case .order(let steps, _):
      given.isEmpty
        ? "Les numéros dans l’ordre, de 1 à \(steps.count)" : "La suite des numéros, ou effacer"
    case .match: "\(AnswerInput.letter(given.count)) va avec le numéro ? Ou tout d’un coup : a2 b1"
    case .short: "Votre réponse, en un ou deux mots. Les commandes commencent par un point : .aide"
    case .rewrite:
      "Votre demande, sur une ligne. Elle n’est pas gardée. Les commandes commencent par un point : .aide"
    case .steps(let steps):
      "Une seule réponse, de 1 à \(steps.at(given.count)?.options.count ?? 1)"
    }
  }

  private func ruleNote(_ rule: Rule) -> [Document.Block] {
    switch rule {
    case .law: [.paragraph(Text("Ce point relève de la loi.", .quiet))]
    case .local: [.paragraph(Text("Ce point relève d’une règle locale.", .quiet))]
    case .practice: []
    }
  }

  private func choices(line: String) -> [Document.Block] {
    switch question.body {
    case .single(let options): return [.choices(numbered(options, order, line) { _, _ in .none })]
    case .multiple(let options):
      let typed = typedNumbers(line, options.count)
      return [
        .choices(numbered(options, order, line) { shown, _ in .checked(typed.contains(shown)) })
      ]
    case .spot(let options):
      let typed = typedNumbers(line, options.count)
      return [
        .choices(numbered(options, order, line) { shown, _ in .checked(typed.contains(shown)) })
      ]
    case .trueFalse(let options):
      let letters = typedLetters(line)
      return [
        .choices(numbered(options, order, line) { shown, _ in .word(letters.at(shown - 1)) })
      ]
    case .order(let steps, _):
      let ranks = given + typedNumbers(line, steps.count).map(source)
      return [
        .choices(
          numbered(steps, order, line) { _, source in
            .rank(ranks.firstIndex(of: source).map { $0 + 1 })
          })
      ]
    case .match(let pairs): return matching(pairs, line)
    case .short, .rewrite: return []
    case .steps(let steps): return stepBlocks(steps, line)
    }
  }

  private func numbered(
    _ options: [Proposition], _ order: [Int], _ line: String,
    mark: (_ shown: Int, _ source: Int) -> Document.Choice.Mark
  ) -> [Document.Choice] {
    let current = typedNumbers(line, options.count).last
    return order.enumerated().compactMap { place, source in
      options.at(source - 1).map {
        Document.Choice(
          label: String(place + 1), text: Text($0.text), mark: mark(place + 1, source),
          isSelected: current == place + 1)
      }
    }
  }

  /// One list, then the other: never two columns side by side.
  private func matching(_ pairs: [Pair], _ line: String) -> [Document.Block] {
    let lefts = pairs.filter { $0.left != nil }
    let current = typedNumbers(line, pairs.count).last
    let left = lefts.enumerated().map { index, pair in
      Document.Choice(
        label: AnswerInput.letter(index), text: Text(pair.left ?? []),
        mark: .word(given.at(index).map { "avec \(shown($0))" }),
        isSelected: false)
    }
    let right = order.enumerated().compactMap { place, source in
      pairs.at(source - 1).map {
        Document.Choice(
          label: String(place + 1), text: Text($0.right), isSelected: current == place + 1)
      }
    }
    return [.choices(left), .choices(right)]
  }

  private func stepBlocks(_ steps: [Step], _ line: String) -> [Document.Block] {
    let index = given.count
    guard let step = steps.at(index) else { return [] }
    var blocks: [Document.Block] = []
    if index > 0, !isExam, let before = steps.at(index - 1) {
      blocks += stepFeedback(before, answer: given[index - 1])
    }
    blocks.append(.heading(Text("Étape \(index + 1) sur \(steps.count). \(step.title)")))
    blocks += [Document.Block](step.prompt)
    let order = question.stepOrder(index, in: order)
    return blocks + [.choices(numbered(step.options, order, line) { _, _ in .none })]
  }

  func typedNumbers(_ line: String, _ count: Int) -> [Int] {
    (try? AnswerInput.numbers(line, upTo: count)) ?? []
  }

  private func typedLetters(_ line: String) -> [String] {
    let letters = line.folded.replacing("vrai", with: "v").replacing("faux", with: "f")
    return letters.filter("vf".contains).map { $0 == "v" ? "vrai" : "faux" }
  }
}

/// What the arrows write on the line.
extension QuestionFlow {
  func line(after line: String, by offset: Int) -> String? {
    guard stage == .asking else { return nil }
    switch question.body {
    case .single(let options): return cycled(line, options.count, offset, keepsOthers: false)
    case .multiple(let options), .spot(let options):
      return cycled(line, options.count, offset, keepsOthers: true)
    case .order(let steps, _): return cycled(line, steps.count, offset, keepsOthers: true)
    case .match(let pairs): return cycled(line, pairs.count, offset, keepsOthers: true)
    case .steps(let steps):
      return cycled(line, steps.at(given.count)?.options.count ?? 1, offset, keepsOthers: false)
    case .trueFalse: return cycledLetter(line)
    case .short, .rewrite: return nil
    }
  }

  /// The last number of the line becomes the next one; a space typed begins another.
  private func cycled(_ line: String, _ count: Int, _ offset: Int, keepsOthers: Bool) -> String {
    var words = line.split(separator: " ").map(String.init)
    let last = line.last == " " || !keepsOthers && words.isEmpty ? nil : words.popLast()
    // A number that is no choice, however large, is no place to go on from.
    let value = last.flatMap { Int($0) }.flatMap { (1...max(1, count)).contains($0) ? $0 : nil }
    let next =
      value.map { ($0 - 1 + offset + count) % max(1, count) + 1 } ?? (offset > 0 ? 1 : count)
    return ((keepsOthers ? words : []) + [String(next)]).joined(separator: " ")
  }

  private func cycledLetter(_ line: String) -> String {
    guard let last = line.last, last != " " else { return line + "v" }
    return line.dropLast() + (last == "v" ? "f" : "v")
  }
}
