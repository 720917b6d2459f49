// The line that says what to type, each time.
extension Document {
  /// « Une seule réponse, de 1 à 4, puis Entrée : », or what the bindings allow.
  var prompt: String {
    if let question, !question.sentence.isEmpty { return question.spoken.asking }
    let usable = bindings.filter { $0.disabled == nil && !$0.isQuiet }
    let words = usable.filter { !$0.isEnter && !$0.movesOnly }.map(\.word)
      .joined(separator: ", ")
    guard let enter = usable.first(where: \.isEnter) else {
      return words.isEmpty ? "Votre réponse, puis Entrée :" : "Tapez \(words), puis Entrée."
    }
    let first = "Entrée : \(enter.label)".spoken.sentence
    return words.isEmpty ? first : "\(first) Ou tapez \(words)."
  }
}

extension Binding {
  /// Arrows that move a selection: line by line there is none, one types what one chooses.
  fileprivate var movesOnly: Bool {
    !keys.isEmpty && keys.allSatisfy { $0 == .up || $0 == .down }
  }
}

extension String {
  /// Ends with what makes an answer leave: « …, puis Entrée : ».
  fileprivate var asking: String {
    let asked = sentence
    if asked.contains("Entrée") {
      return asked.hasSuffix(":") ? asked : asked.withoutStop + " :"
    }
    if asked.hasSuffix("?") || asked.hasSuffix("!") {
      return asked + " Tapez votre réponse, puis Entrée :"
    }
    return asked.withoutStop + ", puis Entrée :"
  }
}
