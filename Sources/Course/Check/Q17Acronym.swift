/// Q17 — acronyms that the glossary does not explain.
enum Q17Acronym {
  static func findings(_ corpus: Corpus) -> [Finding] {
    let known = known(in: corpus)
    return corpus.passages.flatMap { passage in
      let lines = passage.text.split(separator: "\n", omittingEmptySubsequences: false)
      return lines.enumerated().flatMap { offset, line in
        acronyms(in: line).filter { !known.contains($0) }.map { acronym in
          Finding(
            .error, rule: "Q17", place: passage.place(offset),
            problem: "Le sigle \(quoted(acronym)) n’est pas dans le glossaire.",
            advice: "Ajoutez-le à glossaire.md, ou écrivez les mots.")
        }
      }
    }
  }

  /// The glossary's, and what is not ours to explain: banks, principles, local values.
  private static func known(in corpus: Corpus) -> Set<String> {
    let glossary = corpus.glossary.flatMap { [$0.key, $0.title ?? ""] + $0.aliases }
    let others = corpus.principles.map(\.key) + Array(corpus.variables.values)
    return Set((glossary + others).flatMap { acronyms(in: $0[...]) }).union(Bank.names)
  }

  /// Words of two capitals or more and nothing else; a word with a digit is a code.
  static func acronyms(in text: Substring) -> [String] {
    let words = text.split { !$0.isLetter && !$0.isNumber && $0 != "-" && $0 != "_" }
    return words.filter { word in !word.contains(where: \.isNumber) }
      .flatMap { $0.split { $0 == "-" || $0 == "_" } }
      .filter { $0.count >= 2 && $0.allSatisfy(\.isUppercase) && !isRoman($0) }
      .map(String.init)
  }

  /// `II`, `XIV`: numbers of centuries and kings.
  private static func isRoman(_ word: Substring) -> Bool {
    word.allSatisfy { ["I", "V", "X"].contains($0) }
  }
}
