import Course
import Display
import Interface
import Testing

/// Every kind of question, asked in training, answered right and wrong, in both renderers.
@Suite("All kinds of question")
struct QuestionKindTests {
  /// Opens the training and goes to the question `id`, by drawing again until it comes.
  private func story(asking statement: String, isLinear: Bool = true) throws -> Story {
    for seed in 0..<200 {
      var story = try Story(isLinear: isLinear)
      story.state.session.random = SplitMix64(seed: UInt64(seed))
      story.type("4", "3")
      if story.said.contains(statement) { return story }
    }
    throw Missing()
  }

  private struct Missing: Error {}

  @Test("multiple: each proposition says what should have been done with it")
  func multiple() throws {
    var story = try story(asking: "Quels documents contiennent")
    #expect(story.said.contains("Plusieurs réponses possibles"))
    let right = [story.label(of: "Un tableau"), story.label(of: "Une photo")].sorted()
    story.type(right.joined(separator: ","))
    #expect(story.said.contains("Juste."))
    story.type("refaire")
    story.type(story.label(of: "Le plan"))
    #expect(story.said.contains("À ne pas choisir"))
    #expect(story.said.contains("Il fallait la choisir"))
  }

  @Test("vrai-faux: v and f, or words, in the order on screen")
  func trueFalse() throws {
    var story = try story(asking: "Que dit le règlement")
    let prenom = story.label(of: "Un prénom")
    story.type((1...3).map { String($0) == prenom ? "faux" : "v" }.joined(separator: " "))
    #expect(story.said.contains("Juste."))
    story.type("refaire", "vvv")
    #expect(story.said.contains("En partie."))
  }

  @Test("ordonner: all at once, or rank by rank, with a way to start again")
  func order() throws {
    var story = try story(asking: "Dans quel ordre")
    let labels = ["J’arrête", "Je préviens", "Je fais"].map { story.label(of: $0) }
    story.type(labels[0], "effacer", labels[0], labels[1], labels[2])
    #expect(story.said.contains("Juste."))
    story.type("refaire")
    story.type(["Je fais", "Je préviens", "J’arrête"].map { story.label(of: $0) }.joined())
    #expect(story.said.contains("Non."))
    #expect(story.said.contains("Le bon ordre"))
  }

  @Test("associer: pair by pair or in one line; the decoy is never right")
  func match() throws {
    var story = try story(asking: "Qui fait quoi")
    let dpo = story.label(of: "conseille"), register = story.label(of: "liste")
    story.type(dpo, register)
    #expect(story.said.contains("Juste."))
    story.type("refaire")
    story.type("a\(story.label(of: "sanctionne"))b\(story.label(of: "liste"))")
    #expect(story.said.contains("En partie."))
  }

  @Test("texte: case, accents and articles are forgiven; the typed words are kept nowhere")
  func short() throws {
    var story = try story(asking: "masquée mais retrouvable")
    story.type("Un PSEUDONYMÉ")
    #expect(story.said.contains("Juste."))
    #expect(!story.effects.contains { "\($0)".contains("PSEUDONYM") })
    story.type("refaire", "anonyme")
    #expect(story.said.contains("En partie."))
  }

  @Test("reecrire: what still designates, what is missing, the model; the text is kept nowhere")
  func rewrite() throws {
    var story = try story(asking: "Réécrivez")
    story.type("Écris à Karim, motsecret")
    #expect(story.said.contains("Il reste : karim"))
    #expect(story.said.contains("précisez : document. Dites ce que vous voulez obtenir."))
    #expect(story.said.contains("Un modèle possible"))
    #expect(!story.effects.contains { "\($0)".contains("motsecret") })
    #expect(
      story.facts.contains {
        if case .answered("RU04-004", [], _, nil) = $0 { true } else { false }
      })
  }

  @Test("cas: step by step, each with its feedback")
  func steps() throws {
    var story = try story(asking: "Un dossier vient")
    story.type(story.label(of: "Effacer"))
    #expect(story.said.contains("On perd des traces utiles."))
    story.type(story.label(of: "La personne"))
    #expect(story.said.contains("1 étape juste sur 2."))
  }

  @Test("a command of a free line begins with a point")
  func dotted() throws {
    var story = try story(asking: "masquée mais retrouvable")
    story.type("quitter")
    #expect(!story.state.isOver)
    story.type("refaire", ".quitter")
    #expect(story.state.isOver)
  }
}
