import Course
import Display
import GoldenText
import Interface
import Testing
import Workshop

@Suite("A workshop, from its preparation to its report")
struct WorkshopTests {
  @Test("module, trade, length and attendance are asked, never a name; the seed is shown")
  func preparation() throws {
    var story = try WorkshopStory()
    #expect(story.said.contains("4. Données personnelles."))
    #expect(!story.said.contains("Bienvenue"))
    story.type("9")
    #expect(story.said.contains("Vous avez tapé 9. Choisissez 4."))
    story.type("4", "1", "45")
    #expect(story.said.contains("Choisissez 30, 60 ou 90."))
    story.type("30")
    for line in ["0", "1000", "-3", "99999999999999999999", "17 personnes"] {
      story.type(line)
      #expect(story.said.contains("Tapez un nombre de 1 à 999."))
    }
    story.type("17")
    #expect(story.said.contains("contenu fiche 4 --duree 30 --metier accueil --graine 7"))
    guard case .opened(let setup)? = story.kept.first else {
      Issue.record("l’ouverture n’est pas gardée")
      return
    }
    #expect(setup.attendance == 17 && setup.module == "M4" && setup.day == WorkshopStory.day)
  }

  @Test("« retour » in the preparation asks the step before again")
  func preparationBack() throws {
    var story = try WorkshopStory()
    story.type("retour")
    #expect(story.said.contains("C’est la première étape."))
    story.type("4", "suite", "retour", "retour")
    #expect(story.said.contains("Quel module ?"))
  }

  @Test("what the command line said is not asked")
  func request() throws {
    var story = try WorkshopStory(
      WorkshopRequest(trade: .one("rh"), minutes: 60, attendance: 8, seed: 12))
    story.type("4")
    #expect(story.said.contains("ou Entrée seule pour 8"))
    story.type("")
    #expect(story.said.contains("8 personnes."))
    #expect(story.said.contains("--duree 60 --metier rh --graine 12"))
  }

  @Test("items come one at a time, each place kept; the plan goes to any of them")
  func pace() throws {
    var story = try WorkshopStory.opened()
    story.type("", "", "", "retour")
    #expect(story.said.contains("Ce qui se voit"))
    #expect(
      story.kept.dropFirst() == [
        .placed(item: 0), .placed(item: 1), .placed(item: 2), .placed(item: 1),
      ])
    story.type("plan")
    #expect(
      story.said.contains("2. Ce qui se voit, ici. 3. Je retiens. 4. Situation : Une plainte."))
    story.type("5")
    #expect(story.said.contains("question 1 sur 2"))
    story.press(.left)
    #expect(story.said.contains("situation 1 sur 1"))
  }

  @Test("a vote is hidden until it is closed, then discussed, voted again and compared")
  func votes() throws {
    var story = try WorkshopStory.asked()
    #expect(story.said.contains("B. Oui, en recoupant les détails."))
    story.type("A:11 B:5 C:1")
    #expect(story.said.contains("17 mains levées, 17 personnes. Les résultats sont cachés."))
    #expect(!story.said.contains("voix"))
    story.type("fermer")
    #expect(story.said.contains("A. Non, car il n’y a pas de nom : 11 voix sur 17, 65\u{202F}%."))
    #expect(!story.said.contains("Juste"))
    story.type("")
    #expect(story.said.contains("Qui reconnaîtrait cette personne"))
    story.type("")
    #expect(story.said.contains("Second vote"))
    story.type("b=15 a 2", "")
    #expect(
      story.said.contains(
        "B. Oui, en recoupant les détails : 15 voix sur 17, 88\u{202F}%, avant 5 sur 17, 29\u{202F}%."
      ))
    #expect(
      story.kept.suffix(4) == [
        .voted(item: 4, round: 1, totals: [11, 5, 1]), .revealed,
        .voted(item: 4, round: 2, totals: [2, 15, 0]), .revealed,
      ])
    #expect(story.rows(80, 24).contains { $0.contains("avant  █") && $0.contains("11 sur 17") })
  }

  @Test("each proposition is explained, one a screen, then what to remember, then the next item")
  func explanations() throws {
    var story = try WorkshopStory.asked()
    story.type("A:11", "", "expliquer")
    #expect(story.said.contains("Non. L’absence de nom rassure"))
    story.type("")
    #expect(story.said.contains("Juste. Le métier et la commune suffisent."))
    story.type("")
    #expect(story.said.contains("En partie. Cela dépend du lieu"))
    story.type("retour")
    #expect(story.said.contains("Proposition B"))
    story.type("", "")
    #expect(story.said.contains("À retenir. Retirer le nom ne suffit pas."))
    story.type("")
    #expect(story.said.contains("question 2 sur 2"))
    #expect(story.said.contains("Une main par proposition choisie."))
  }

  @Test("the last vote is undone, a question reset; a question may be passed without a vote")
  func amending() throws {
    var story = try WorkshopStory.asked()
    story.type("annuler")
    #expect(story.said.contains("Je ne connais pas « annuler » ici."))
    story.type("A:11", "annuler")
    #expect(story.said.contains("Le dernier vote est annulé."))
    story.type("A:3 B:4", "", "second", "B:9", "annuler", "B:8", "fermer")
    #expect(story.said.contains("8 voix sur 8"))
    story.type("C:1")
    #expect(story.said.contains("Les deux votes sont faits."))
    story.type("effacer")
    #expect(story.said.contains("Les votes de cette question sont effacés."))
    #expect(story.kept.last == .reset(item: 4))
    story.type("suite")
    #expect(story.said.contains("Proposition A"))
  }

  @Test(
    "what is not totals is said, and nothing is kept",
    arguments: [
      "", "A:-4", "A:18", "A:10 B:10", "D:2", "4 11 2", "A:9999999999999999999", "A:4 A:5",
    ])
  func hostile(line: String) throws {
    var story = try WorkshopStory.asked()
    let before = story.kept
    story.type(line)
    #expect(story.state.document.notice != nil)
    #expect(story.kept == before)
    #expect(story.said.contains("question 1 sur 2"))
  }

  @Test("« vote » before the totals is taken too")
  func word() throws {
    var story = try WorkshopStory.asked()
    story.type("vote A:4 B:11 C:2")
    #expect(story.kept.last == .voted(item: 4, round: 1, totals: [4, 11, 2]))
  }

  @Test("a scenario is told, voted on when it can be, then decided and explained")
  func scenario() throws {
    var story = try WorkshopStory.opened()
    story.type("plan", "4")
    #expect(story.said.contains("Un habitant se plaint"))
    story.type("", "A:3 B:9", "", "expliquer", "", "")
    #expect(story.said.contains("La décision. Je réécris sans la personne."))
    story.type("")
    #expect(story.said.contains("Pourquoi. Les détails désignent."))
    story.type("")
    #expect(story.said.contains("question 1 sur 2"))
  }

  @Test("in a group under five votes show and none is kept")
  func smallGroup() throws {
    var story = try WorkshopStory.asked(4)
    let before = story.kept
    story.type("A:1 B:3")
    #expect(story.said.contains("ce vote n’est pas gardé"))
    story.type("", "")
    #expect(story.said.contains("Qui reconnaîtrait"))
    story.type("", "B:4", "")
    #expect(story.said.contains("4 voix sur 4, 100\u{202F}%, avant 3 sur 4"))
    #expect(story.kept == before)
    story.type("fin", "oui")
    #expect(story.report.contains("Groupe de moins de cinq : aucun total n’est gardé."))
    #expect(!story.report.contains("voix"))
  }

  @Test("help, glossary and the plan come back to the workshop, never to the learner's map")
  func everywhere() throws {
    var story = try WorkshopStory.asked()
    story.type("glossaire rag", ".plan")
    #expect(story.said.contains("Peut-on reconnaître"))
    story.type("aide")
    #expect(story.said.contains("Note les totaux tapés"))
    story.type("")
    #expect(story.said.contains("Peut-on reconnaître"))
  }
}

@Suite("A workshop cut short, and its end")
struct WorkshopEndTests {
  @Test("it resumes where it was, its votes as they were")
  func resume() throws {
    var story = try WorkshopStory.asked()
    story.type("A:11 B:5 C:1")
    var again = try WorkshopStory(resuming: story.kept)
    #expect(
      again.said.contains(
        "Reprendre l’atelier du 22 novembre 2026, Données personnelles, question 1 ?"))
    again.type("peut-être")
    #expect(again.said.contains("Je ne connais pas"))
    again.type("oui")
    #expect(again.said.contains("Vote noté"))
    again.type("fermer")
    #expect(again.said.contains("11 voix sur 17"))
    var third = try WorkshopStory(resuming: again.kept)
    third.type("oui")
    #expect(third.said.contains("Résultats du vote"))
    var other = try WorkshopStory(resuming: again.kept)
    other.type("non")
    #expect(other.said.contains("Quel module ?"))
  }

  @Test("a workshop whose questions have changed is not resumed")
  func changed() throws {
    let story = try WorkshopStory.asked()
    let bank = (WorkshopStory.files["04-donnees/banque.md"] ?? "")
      .replacing("On ne peut pas savoir.", with: "Personne ne peut le dire.")
    var again = try WorkshopStory(
      resuming: story.kept, changes: ["04-donnees/banque.md": bank])
    #expect(again.said.contains("Le contenu a changé depuis"))
    again.type("")
    #expect(again.said.contains("Quel module ?"))
  }

  @Test("a full disk is said once, the workshop goes on and its report can be written later")
  func full() throws {
    var story = try WorkshopStory.asked()
    let before = story.kept
    story.isFull = true
    story.type("A:11 B:5 C:1")
    #expect(story.said.contains("L’atelier continue sans être gardé"))
    story.type("", "second", "B:17", "", "fin", "oui")
    #expect(story.said.contains("Il n’y a plus de place. Libérez de la place."))
    #expect(story.kept == before)
    story.isFull = false
    story.type("oui")
    #expect(story.report.contains("B. Oui, en recoupant les détails : 17 voix sur 17"))
  }

  @Test("the report holds what was typed and what moved, and no name")
  func report() throws {
    var story = try WorkshopStory.asked()
    story.type("A:11 B:5 C:1", "", "second", "A:2 B:15", "", "plan", "6", "A:17 B:9 C:3", "")
    story.type("fin", "non")
    #expect(story.said.contains("Résultats du vote"))
    story.type("fin", "oui")
    #expect(story.said.contains("atelier-2026-11-22.txt"))
    #expect(story.kept.last == .closed)
    try Golden.expect(
      story.report.split(separator: "\n", omittingEmptySubsequences: false).map(String.init),
      named: "compte-rendu")
    story.type("")
    #expect(story.state.isOver)
  }

  @Test("« suite » after the last item asks whether to end")
  func lastItem() throws {
    var story = try WorkshopStory.opened()
    story.type("plan", "7", "")
    #expect(story.said.contains("Terminer l’atelier ?"))
    story.type("retour")
    #expect(story.said.contains("Je cherche ce qui désigne."))
  }

  static let states: [(name: String, lines: [String])] = [
    ("couverture", []), ("situation", ["plan", "4"]), ("question", ["plan", "5"]),
    ("note", ["plan", "5", "A:11 B:5 C:1"]), ("resultats", ["plan", "5", "A:11 B:5 C:1", ""]),
    ("discussion", ["plan", "5", "A:11 B:5 C:1", "", ""]),
    ("avant-apres", ["plan", "5", "A:11 B:5 C:1", "", "second", "A:2 B:15", ""]),
    ("proposition", ["plan", "5", "A:11 B:5 C:1", "", "expliquer"]), ("plan", ["plan"]),
    ("fin", ["fin"]),
  ]

  @Test("each state looks and reads as recorded", arguments: states.indices)
  func looks(index: Int) throws {
    let example = Self.states[index]
    var story = try WorkshopStory.opened()
    for line in example.lines { story.type(line) }
    for (columns, rows) in [(80, 24), (120, 40), (40, 12)] {
      try Golden.expect(
        story.rows(columns, rows).map { "\"\($0)\"" },
        named: "\(example.name)-\(columns)x\(rows)")
    }
    try Golden.expect(story.lines, named: "\(example.name)-lineaire")
    #expect(story.lines.allSatisfy { $0.count <= 66 && !$0.contains("█") })
  }
}

@Suite("The sheet of a workshop")
struct WorkshopSheetTests {
  @Test("it has the items of the workshop of the same seed, in their order")
  func sameOrder() throws {
    let story = try WorkshopStory()
    let course = story.state.session.course
    let module = try #require(course.modules.first { $0.id == "M4" })
    let agenda = try Agenda(of: module, in: course, minutes: 30, trade: nil, seed: 7)
    let sheet = try FacilitatorSheet(agenda, in: course).document
    let lines = Linear.lines(reading: sheet, width: 66).joined(separator: " ")
    var rest = lines[...]
    for mark in [
      "graine : 7", "Pour ouvrir", "À lire ensemble : Ce qui se voit", "S4.1. Une plainte",
      "RU04-001", "Relance : Qui reconnaîtrait cette personne", "RU04-002", "Je retiens",
    ] {
      let place = try #require(rest.firstRange(of: mark), "\(mark) manque, ou n’est pas à sa place")
      rest = rest[place.upperBound...]
    }
  }
}
