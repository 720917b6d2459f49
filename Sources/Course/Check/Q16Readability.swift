/// Q16 — lessons that are hard to read.
enum Q16Readability {
  static let least = 60.0
  /// A shorter text says little of its reading ease.
  private static let fewestWords = 100

  static func findings(_ corpus: Corpus) -> [Finding] {
    eases(corpus).compactMap { lesson, ease in
      guard ease < least else { return nil }
      return Finding(
        .warning, rule: "Q16", place: lesson.place,
        problem: "Cette leçon est difficile à lire (indice \(Int(ease)), \(Int(least)) au moins).",
        advice: "Raccourcissez les phrases et choisissez des mots courts.")
    }
  }

  /// The reading ease of each lesson of a hundred words and more.
  static func eases(_ corpus: Corpus) -> [(lesson: Lesson, ease: Double)] {
    corpus.lessons.compactMap { lesson in
      var readability = Readability()
      for passage in corpus.passages where passage.place.file == lesson.place.file {
        readability.add(passage.text)
      }
      guard readability.words >= fewestWords, let ease = readability.ease else { return nil }
      return (lesson, ease)
    }
  }
}
